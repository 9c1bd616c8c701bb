"""Writes the forms that go out with the letter: action plan and factual accuracy.

What the regulator says stands as text, which nobody fills in; what the provider says are fields. The same
blocks make the paper form and the DOCX in which only the fields can be changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inspector_app.documents import frame
from inspector_app.documents.blocks import (
    Block,
    Document,
    Facts,
    Field,
    Fields,
    Finding,
    Inline,
    Item,
    Listing,
    Part,
    Run,
)
from inspector_app.documents.cleaning import tidy
from inspector_app.documents.finding_content import finding, letter_of
from inspector_app.documents.frame import Kind, words_of
from inspector_app.documents.inline import linked, plain
from inspector_app.documents.words import Words
from inspector_app.inspections.letter import LetterFinding
from inspector_app.inspections.paper import Paper
from inspector_app.inspections.papers import AccuracyForm, ActionPlanForm

_LOCKED_PARTS = ("outcome_requirement", "outcome_recommendation", "deadline", "legal_hook", "standard")


def action_plan_document(form: ActionPlanForm) -> Document:
    """The action plan form as blocks: each finding as the letter says it, then fields for each action."""
    words = words_of(form)
    blocks: list[Block] = [
        *_form_head(form, "headings.action_plan"),
        _form_facts(form, form.due, form.return_to),
        words.heading(2, "headings.action_plan_how"),
        _bullets(
            words, "phrases.action_plan_opening", "phrases.action_plan_people", "phrases.action_plan_early"
        ),
    ]
    for kind, found in (("requirements", form.requirements), ("recommendations", form.recommendations)):
        if found:
            blocks.append(words.heading(2, f"headings.action_plan_{kind}"))
        for one in found:
            blocks += _planned(one, words)
    return frame.document(form, _kind("action_plan"), [*blocks, *_signature(words)])


def accuracy_document(form: AccuracyForm) -> Document:
    """The factual accuracy form as blocks: fields for each comment, and for our decision on it."""
    words = words_of(form)
    blocks: list[Block] = [
        *_form_head(form, "headings.accuracy"),
        _form_facts(form, form.due, form.return_to),
        words.heading(2, "headings.accuracy_how"),
        _bullets(words, "phrases.accuracy_opening", "phrases.accuracy_people", "phrases.accuracy_decided"),
        words.heading(2, "headings.accuracy_comments"),
    ]
    for number in range(1, form.comments + 1):
        blocks += _comment(number, words)
    return frame.document(form, _kind("accuracy"), [*blocks, *_signature(words)])


def _kind(name: str) -> Kind:
    return Kind(f"headings.{name}", state="marks.form")


def _form_head(form: Paper, heading: str) -> list[Block]:
    return [frame.letterhead(form), *frame.example_notice(form), frame.title(form, heading)]


def _form_facts(form: Paper, due: date | None, return_to: str) -> Facts:
    words = words_of(form)
    rows: list[tuple[str, Inline]] = [
        ("service", plain(f"{tidy(form.service.name)} ({tidy(form.service.number)})")),
        ("provider", plain(form.provider.name)),
        (
            "reference",
            words.runs("phrases.reference_and_version", reference=form.reference, version=str(form.version)),
        ),
        ("dates", (words.days(form.inspection.dates),)),
        ("return_to", linked(return_to)),
        ("return_by", (words.day(due),) if due else ()),
    ]
    return Facts(tuple((words.run(f"labels.{key}"), (value,)) for key, value in rows if value))


def _bullets(words: Words, *keys: str) -> Listing:
    return Listing(tuple(Item("•", words.runs(key)) for key in keys))


def _planned(found: LetterFinding, words: Words) -> Iterator[Block]:
    """A finding as the letter says it, shortened to what the plan answers, and fields for each action."""
    whole = finding(found, words)
    kept = {words.text(f"labels.{key}") for key in _LOCKED_PARTS}
    parts: tuple[Part, ...] = tuple(part for part in whole.parts if part.label.text in kept)
    yield Finding(whole.name, whole.title, whole.continued, whole.binding, parts)
    if found.kind == "requirement":
        for place, action in enumerate([tidy(one) for one in found.actions if tidy(one)]):
            said = words.runs("phrases.action_number", letter=letter_of(place), text=action)
            yield _action(f"requirement{found.number}-{letter_of(place)}", said, words)
        yield _action(f"requirement{found.number}-own", words.runs("phrases.own_action"), words)
    else:
        said = words.runs("phrases.answer_to", name=whole.name.text)
        yield _action(f"recommendation{found.number}", said, words)


def _action(name: str, heading: Inline, words: Words) -> Fields:
    role, day = words.runs("phrases.hint_role"), words.runs("phrases.hint_day")

    def label(key: str) -> Run:
        return words.run(f"labels.field_{key}")

    return Fields(
        heading,
        (
            (Field(f"{name}-action", label("action"), lines=3),),
            (
                Field(f"{name}-person", label("person"), role, share=1.7),
                Field(f"{name}-start", label("start"), day, day=True),
                Field(f"{name}-due", label("due"), day, day=True),
            ),
            (
                Field(f"{name}-measure", label("measure"), lines=2),
                Field(f"{name}-evidence", label("evidence"), lines=2),
            ),
        ),
    )


def _comment(number: int, words: Words) -> Iterator[Block]:
    name = f"comment{number}"

    def field(key: str, hint: str = "", lines: int = 1, share: float = 1.0) -> Field:
        said = words.runs(f"phrases.hint_{hint}") if hint else ()
        return Field(f"{name}-{key}", words.run(f"labels.field_{key}"), said, lines, share)

    yield Fields(
        words.runs("phrases.comment_number", number=str(number)),
        (
            (field("page", share=0.55), field("heading", share=1.6), field("kind", "kind", share=2.2)),
            (field("wrong", lines=3),),
            (field("shows", "shows", lines=2),),
        ),
    )
    yield Fields((), ((field("decision", "decision", 1), field("reason", lines=1, share=1.6)),), ours=True)


def _signature(words: Words) -> Iterator[Block]:
    yield words.heading(2, "headings.signed")

    def label(key: str) -> Run:
        return words.run(f"labels.field_{key}")

    day = words.runs("phrases.hint_day")
    yield Fields(
        (),
        (
            (
                Field("signed-name", label("name"), share=1.6),
                Field("signed-signature", label("signature"), share=1.6),
                Field("signed-date", label("date"), day, day=True),
            ),
        ),
    )
