"""Writes one requirement or recommendation as blocks, with all its parts in the order people need them."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.documents.blocks import Finding, Item, Listing, Note, Paragraph, Part, Run
from inspector_app.documents.cleaning import paragraphs, tidy
from inspector_app.documents.inline import linked
from inspector_app.documents.words import Words
from inspector_app.inspections.letter import LetterEvidence, LetterFinding

_SIGN = "¹"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def finding(found: LetterFinding, words: Words, *, noted: bool = False) -> Finding:
    """The finding as a block. Of a draft, parts that it must have and lacks are shown as not recorded.

    `noted` adds the footnote that a standard is given in our own words; once in a document is enough.
    """
    binding = found.kind == "requirement"
    missing = set(found.missing())

    def label(key: str) -> Run:
        return words.run(f"labels.{key}")

    def said(name: str, text: str) -> tuple[Paragraph, ...]:
        if name in missing:
            return (words.said("marks.not_recorded", "missing"),)
        return tuple(Paragraph(linked(part)) for part in paragraphs(text))

    parts = [
        Part(label(f"outcome_{found.kind}"), said("outcome", found.outcome)),
        Part(label(f"actions_{found.kind}"), _actions(found) or said("actions", "")),
        *([_deadline(found, words)] if binding else []),
        *([_reasons(found, words)] if binding else []),
        Part(label("evidence"), evidence_list(found.evidence, words) or said("evidence", "")),
        Part(label("theme"), said("theme", found.theme if tidy(found.title) else "")),
        Part(label("standard"), _standard(said("standard", found.standard), found, words, noted)),
        Part(label("legal_hook"), said("legal_hook", found.legal_hook)),
        _repeats(found, words),
    ]
    name = words.run(f"phrases.{found.kind}", number=str(found.number))
    return Finding(
        name=name,
        continued=words.text("phrases.continued", name=name.text),
        title=tidy(found.title) or tidy(found.theme),
        binding=binding,
        parts=tuple(part for part in parts if part.blocks),
    )


def _actions(found: LetterFinding) -> tuple[Listing, ...]:
    texts = [tidy(action) for action in found.actions if tidy(action)]
    items = tuple(Item(f"{letter_of(place)})", linked(text)) for place, text in enumerate(texts))
    return (Listing(items, "letters"),) if items else ()


def _standard(
    said: tuple[Paragraph, ...], found: LetterFinding, words: Words, noted: bool
) -> tuple[Paragraph | Note, ...]:
    if not noted or not tidy(found.standard):
        return said
    *before, last = said
    marked = replace(last, runs=(*last.runs, Run(_SIGN, reference=True)))
    meaning = words.run("phrases.standard_note")
    return (*before, marked, Note("standard", (replace(meaning, text=f"{_SIGN} {meaning.text}"),)))


def letter_of(place: int) -> str:
    """The letter of a minimum action by its place from 0: a, b … z, aa, ab …"""
    before, rest = divmod(place, len(_LETTERS))
    return (letter_of(before - 1) if before else "") + _LETTERS[rest]


def _deadline(found: LetterFinding, words: Words) -> Part:
    if found.deadline is None:
        run = words.strong("marks.not_recorded")
    else:
        date, period = words.wording.day(found.deadline), tidy(found.deadline_wording)
        form = "deadline_within" if period else "deadline"
        values = {"date": date, "period": period} if period else {"date": date}
        run = words.strong(f"phrases.{form}", **values)
    return Part(words.run("labels.deadline"), (Paragraph((run,)),))


def _reasons(found: LetterFinding, words: Words) -> Part:
    lines = []
    for name in ("seriousness", "extent", "nature_and_speed"):
        label = words.strong(f"labels.{name}")
        text = tidy(getattr(found.reasons, name))
        said = linked(text) if text else words.runs("marks.not_recorded")
        lines.append(Item("", (replace(label, text=f"{label.text}: "), *said)))
    return Part(words.run("labels.deadline_reasons"), (Listing(tuple(lines), "none"),))


def evidence_list(evidence: tuple[LetterEvidence, ...], words: Words) -> tuple[Listing, ...]:
    """Evidence told with its source and place, one item each; none for none."""
    items = []
    for piece in evidence:
        place = f" ({tidy(piece.place)})" if tidy(piece.place) else ""
        source = words.strong(f"labels.{piece.source}")
        items.append(Item("•", (source, Run(f"{place}: "), *linked(piece.text))))
    return (Listing(tuple(items)),) if items else ()


def _repeats(found: LetterFinding, words: Words) -> Part:
    repeat = found.repeat_of
    if repeat is None:
        return Part(Run(""), ())
    values = {"reference": tidy(repeat.reference), "date": words.wording.day(repeat.made_on)}
    text = words.text("phrases.repeats", number=str(repeat.number), **values)
    if repeat.days_outstanding is not None:
        text += " " + words.text("phrases.days_outstanding", days=str(repeat.days_outstanding))
    label = words.run("labels.repeats")
    return Part(label, (Paragraph((Run(text, language=words.tongue("phrases.repeats")),)),))
