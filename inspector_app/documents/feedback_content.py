"""Writes the letter that is left on the day: initial feedback, with no deadlines and nothing binding."""

from __future__ import annotations

from inspector_app.documents import frame
from inspector_app.documents.blocks import Block, Document, Notice, Paragraph, Run
from inspector_app.documents.cleaning import paragraphs, tidy
from inspector_app.documents.frame import Kind, section, words_of
from inspector_app.documents.inline import body, linked
from inspector_app.inspections.papers import FeedbackLetter


def feedback_document(letter: FeedbackLetter) -> Document:
    """The feedback letter as blocks."""
    words = words_of(letter)
    blocks: list[Block] = [
        *frame.head(letter, versioned=False),
        Notice(words.run("marks.initial"), words.runs("marks.initial_meaning")),
        frame.title(letter, "headings.feedback"),
        frame.salutation(letter),
        words.said(
            "phrases.feedback_opening",
            "lead",
            service=tidy(letter.service.name),
            dates=words.wording.days(letter.inspection.dates),
        ),
    ]
    next_steps: list[Block] = [words.said("phrases.feedback_steps"), *frame.steps(letter, letter.next_steps)]
    sections = [
        section(letter, "headings.strengths", body(letter.strengths)),
        section(letter, "headings.feedback_requirement", _points(letter, "requirement")),
        section(letter, "headings.feedback_recommendation", _points(letter, "recommendation")),
        section(letter, "headings.inspection", [frame.inspection_facts(letter)]),
        section(letter, "headings.next_steps", next_steps),
        *frame.fixed_sections(letter),
    ]
    blocks += [*frame.numbered(sections), *frame.close(letter)]
    return frame.document(letter, Kind("headings.feedback", state="marks.initial"), blocks)


def _points(letter: FeedbackLetter, kind: str) -> list[Block]:
    made: list[Block] = []
    for point in letter.points:
        if point.kind != kind:
            continue
        title = tidy(point.title)
        texts = [linked(text) for text in paragraphs(point.text)] or [()]
        led = (Run(f"{title}. ", strong=True), *texts[0]) if title else texts[0]
        made += [Paragraph(runs) for runs in (led, *texts[1:]) if runs]
    return made
