"""Writes the recommendation and requirement letter as blocks: order and headings, nothing of its look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inspector_app.documents import frame
from inspector_app.documents.blocks import (
    Block,
    Cell,
    Document,
    Finding,
    Inline,
    Notice,
    Run,
    Table,
)
from inspector_app.documents.cleaning import tidy
from inspector_app.documents.finding_content import finding
from inspector_app.documents.frame import section, words_of
from inspector_app.documents.inline import body, linked, plain
from inspector_app.inspections.letter import ChecklistAnswer, Letter, LetterFinding, PreviousFinding
from inspector_app.inspections.paper import Paper
from inspector_app.inspections.papers import ComplaintLetter, FollowUpLetter, InspectionRecord


def letter_document(letter: Letter) -> Document:
    """The letter as blocks."""
    words = words_of(letter)
    subject = words.text(
        "phrases.subject",
        service=tidy(letter.service.name),
        number=tidy(letter.service.number),
        dates=words.wording.days(letter.inspection.dates),
    )
    blocks = (*_head(letter), *frame.numbered(_sections(letter)), *frame.close(letter), *_annex(letter))
    return frame.document(letter, frame.Kind("headings.title", subject), blocks)


def _head(letter: Letter) -> list[Block]:
    """Letterhead, addressee, reference, title, notices, the inspection's facts and the opening."""
    words = words_of(letter)
    blocks = frame.head(letter)
    if letter.state == "draft":
        blocks.append(Notice(words.run("marks.draft"), words.runs("marks.draft_meaning")))
    any_finding = bool(letter.requirements or letter.recommendations)
    blocks.append(frame.title(letter, "headings.title" if any_finding else "headings.title_no_findings"))
    blocks.append(frame.salutation(letter))
    opening = words.said(
        "phrases.opening" if any_finding else "phrases.opening_no_findings",
        "lead",
        service=tidy(letter.service.name),
        dates=words.wording.days(letter.inspection.dates),
    )
    blocks.append(
        replace(
            opening, runs=(*opening.runs, Run(f" {counts(letter)}", language=words.tongue("phrases.counts")))
        )
    )
    if any_finding:
        blocks += [words.heading(2, "headings.summary"), summary(letter)]
    return [*blocks, words.heading(2, "headings.inspection"), frame.inspection_facts(letter)]


def counts(letter: Letter) -> str:
    """How many requirements and recommendations there are, as a sentence."""
    words = letter.wording
    if not letter.requirements and not letter.recommendations:
        return words.text("phrases.counts_none")

    def counted(kind: str, findings: Sequence[LetterFinding]) -> str:
        form = {0: "none", 1: "one"}.get(len(findings), "many")
        return words.text(f"phrases.{kind}_{form}", count=str(len(findings)))

    return words.text(
        "phrases.counts",
        requirements=counted("requirement", letter.requirements),
        recommendations=counted("recommendation", letter.recommendations),
    )


def summary(letter: Letter) -> Table:
    """All findings at a glance: name, title, deadline."""
    words = words_of(letter)
    rows = []
    for found in (*letter.requirements, *letter.recommendations):
        when = words.run("phrases.no_deadline")
        if found.kind == "requirement":
            when = words.day(found.deadline) if found.deadline else words.run("marks.not_recorded")
        name = words.runs(f"phrases.{found.kind}", number=str(found.number))
        rows.append((Cell(name), Cell(plain(found.title or found.outcome)), Cell((when,))))
    header = tuple(words.run(f"labels.{key}") for key in ("finding", "about", "by"))
    return Table(header, tuple(rows), (0.27, 0.48, 0.25))


def _sections(letter: Letter) -> list[frame.Section]:
    """The numbered sections, empty ones among them."""
    return [
        section(letter, "headings.grades", frame.grades_table(letter, letter.grades)),
        section(letter, "headings.strengths", body(letter.strengths)),
        section(letter, "headings.requirements", findings(letter, letter.requirements)),
        section(
            letter,
            "headings.recommendations",
            recommended(letter),
        ),
        section(letter, "headings.previous", previous(letter, letter.previous)),
        section(letter, "headings.next_steps", frame.steps(letter, letter.next_steps)),
        *frame.fixed_sections(letter),
    ]


def findings(paper: Paper, found: Sequence[LetterFinding], *, noted: bool = True) -> list[Block]:
    """Findings of one kind with all their parts, introduced by what that kind means. The first one carries
    the footnote about standards, if `noted`."""
    if not found:
        return []
    words = words_of(paper)
    standard = next((one for one in found if tidy(one.standard)), None)
    made: list[Finding] = [finding(one, words, noted=noted and one is standard) for one in found]
    return [words.said(f"phrases.{found[0].kind}s_intro", "intro"), *made]


def recommended(paper: Letter | InspectionRecord | FollowUpLetter | ComplaintLetter) -> list[Block]:
    """The recommendations; the footnote is theirs only where no requirement came before."""
    return findings(paper, paper.recommendations, noted=not paper.requirements)


def previous(paper: Paper, earlier: Sequence[PreviousFinding]) -> list[Block]:
    """Earlier findings with what became of them."""
    words = words_of(paper)
    if not earlier:
        return []
    rows = []
    for one in earlier:
        comment = tidy(one.comment)
        outcome: Inline = (Run(tidy(one.status), strong=True), *((Run(f" {comment}"),) if comment else ()))
        text = f"{tidy(one.label)}: {tidy(one.text)}"
        rows.append((Cell(plain(text)), Cell((words.day(one.made_on),)), Cell(outcome)))
    header = tuple(words.run(f"labels.{key}") for key in ("earlier_finding", "made_on", "outcome"))
    return [Table(header, tuple(rows), (0.44, 0.2, 0.36), strong_names=False)]


def _annex(letter: Letter) -> list[Block]:
    if not letter.checklist:
        return []
    words = words_of(letter)
    return [words.heading(2, "headings.checklist"), answers(letter, letter.checklist)]


def answers(paper: Paper, checklist: Sequence[ChecklistAnswer]) -> Table:
    """The answers of the checklist; each question is led by the name of its screen."""
    words = words_of(paper)
    header = tuple(words.run(f"labels.{key}") for key in ("question", "answer_given", "comment"))
    rows = []
    for answer in checklist:
        screen = tidy(answer.screen)
        led = (Run(f"{screen}: ", strong=True),) if screen else ()
        question = Cell((*led, *plain(answer.question)))
        rows.append((question, Cell(plain(answer.answer)), Cell(linked(answer.comment))))
    return Table(header, tuple(rows), (0.42, 0.24, 0.34), strong_names=False)
