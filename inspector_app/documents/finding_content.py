"""Writes one requirement or recommendation as blocks, with all its parts in the order people need them."""

from __future__ import annotations

from inspector_app.documents.blocks import Finding, Item, Listing, Paragraph, Part, Run
from inspector_app.documents.cleaning import paragraphs, tidy
from inspector_app.documents.inline import linked, plain
from inspector_app.inspections.letter import LetterEvidence, LetterFinding
from inspector_app.inspections.letter_wording import LetterWording

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def finding(found: LetterFinding, words: LetterWording) -> Finding:
    """The finding as a block. Of a draft, parts that it must have and lacks are shown as not recorded."""
    binding = found.kind == "requirement"
    missing = set(found.missing())

    def label(key: str) -> str:
        return words.text(f"labels.{key}")

    def said(name: str, text: str) -> tuple[Paragraph, ...]:
        if name in missing:
            return (Paragraph(plain(words.text("marks.not_recorded")), "missing"),)
        return tuple(Paragraph(linked(part)) for part in paragraphs(text))

    parts = [
        Part(label(f"outcome_{found.kind}"), said("outcome", found.outcome)),
        Part(label(f"actions_{found.kind}"), _actions(found) or said("actions", "")),
        *([_deadline(found, words)] if binding else []),
        *([_reasons(found, words)] if binding else []),
        Part(label("evidence"), _evidence(found.evidence, words) or said("evidence", "")),
        Part(label("theme"), said("theme", found.theme if tidy(found.title) else "")),
        Part(label("standard"), said("standard", found.standard)),
        Part(label("legal_hook"), said("legal_hook", found.legal_hook)),
        _repeats(found, words),
    ]
    name = words.text(f"phrases.{found.kind}", number=str(found.number))
    return Finding(
        name=name,
        continued=words.text("phrases.continued", name=name),
        title=tidy(found.title) or tidy(found.theme),
        binding=binding,
        parts=tuple(part for part in parts if part.blocks),
    )


def _actions(found: LetterFinding) -> tuple[Listing, ...]:
    texts = [tidy(action) for action in found.actions if tidy(action)]
    items = tuple(Item(f"{_letter(place)})", linked(text)) for place, text in enumerate(texts))
    return (Listing(items, "letters"),) if items else ()


def _letter(place: int) -> str:
    """a, b … z, aa, ab …"""
    before, rest = divmod(place, len(_LETTERS))
    return (_letter(before - 1) if before else "") + _LETTERS[rest]


def _deadline(found: LetterFinding, words: LetterWording) -> Part:
    if found.deadline is None:
        text = words.text("marks.not_recorded")
    else:
        date, period = words.day(found.deadline), tidy(found.deadline_wording)
        form = "deadline_within" if period else "deadline"
        text = words.text(f"phrases.{form}", date=date, **({"period": period} if period else {}))
    return Part(words.text("labels.deadline"), (Paragraph((Run(text, strong=True),)),))


def _reasons(found: LetterFinding, words: LetterWording) -> Part:
    lines = []
    for name in ("seriousness", "extent", "nature_and_speed"):
        text = tidy(getattr(found.reasons, name)) or words.text("marks.not_recorded")
        lines.append(Item("", (Run(f"{words.text(f'labels.{name}')}: ", strong=True), *linked(text))))
    return Part(words.text("labels.deadline_reasons"), (Listing(tuple(lines), "none"),))


def _evidence(evidence: tuple[LetterEvidence, ...], words: LetterWording) -> tuple[Listing, ...]:
    items = []
    for piece in evidence:
        place = f" ({tidy(piece.place)})" if tidy(piece.place) else ""
        source = Run(words.text(f"labels.{piece.source}"), strong=True)
        items.append(Item("•", (source, Run(f"{place}: "), *linked(piece.text))))
    return (Listing(tuple(items)),) if items else ()


def _repeats(found: LetterFinding, words: LetterWording) -> Part:
    repeat = found.repeat_of
    if repeat is None:
        return Part("", ())
    text = words.text(
        "phrases.repeats",
        number=str(repeat.number),
        reference=tidy(repeat.reference),
        date=words.day(repeat.made_on),
    )
    if repeat.days_outstanding is not None:
        text += " " + words.text("phrases.days_outstanding", days=str(repeat.days_outstanding))
    return Part(words.text("labels.repeats"), (Paragraph(plain(text)),))
