"""Writes the recommendation and requirement letter as blocks: its order, its headings, nothing of its look.

Everything comes from the `Letter`; fixed words come from its wording. What is empty is left out, and the
sections are numbered afterwards, so that the numbers always run on.
"""

from __future__ import annotations

from collections.abc import Sequence

from inspector_app.documents.blocks import (
    Beside,
    Block,
    Cell,
    Document,
    Facts,
    Finding,
    Furniture,
    Heading,
    Inline,
    Letterhead,
    Lines,
    Notice,
    Paragraph,
    Run,
    Scale,
    Table,
    Together,
)
from inspector_app.documents.cleaning import tidy
from inspector_app.documents.finding_content import finding
from inspector_app.documents.inline import body, linked, plain
from inspector_app.inspections.letter import Letter, LetterFinding

_SCALE_LENGTH = 6


def letter_document(letter: Letter) -> Document:
    """The letter as blocks."""
    words = letter.wording
    title = _subject(letter)
    state = words.text(f"marks.{letter.state}")
    example = letter.realm != "live"
    mark = words.text("marks.example") if example else ""
    version = words.text(
        "phrases.reference_and_version", reference=tidy(letter.reference), version=str(letter.version)
    )
    return Document(
        title=" – ".join(part for part in (mark, state, title) if part),
        subject=words.text("headings.title"),
        author=tidy(letter.letterhead.organisation),
        keywords=f"{version}, {letter.record_code.short}",
        language=letter.language,
        day=letter.date,
        large_print=letter.large_print,
        furniture=Furniture(
            sender=tidy(letter.letterhead.organisation),
            reference=version,
            state=state,
            mark=mark,
            mark_meaning=words.text("marks.example_short") if example else "",
            code=f"{words.text('labels.code')} {letter.record_code.short}",
            digest=f"{words.text('labels.digest')} {letter.record_code.digest}",
            page=words.text("marks.page", page="{page}", pages="{pages}"),
            missing=words.text("marks.missing", script="{script}", count="{count}"),
        ),
        blocks=(*_head(letter), *_sections(letter), *_close(letter), *_annex(letter)),
    )


def _subject(letter: Letter) -> str:
    words = letter.wording
    return words.text(
        "phrases.subject",
        service=tidy(letter.service.name),
        number=tidy(letter.service.number),
        dates=words.days(letter.inspection.dates),
    )


def _head(letter: Letter) -> list[Block]:
    """Letterhead, addressee, reference, title, notices, the inspection's facts and the opening."""
    words, head, provider = letter.wording, letter.letterhead, letter.provider
    addressee = [line for line in (provider.accountable, provider.name, *provider.address) if tidy(line)]
    blocks: list[Block] = [
        Letterhead(
            tidy(head.organisation),
            tuple(linked(line) for line in (*head.address, *head.contact) if tidy(line)),
        ),
        Beside(
            (Lines(tuple(plain(line) for line in addressee)),),
            (Facts(_reference_facts(letter), narrow=True),),
        ),
    ]
    if letter.realm != "live":
        blocks.append(Notice(words.text("marks.example"), plain(words.text("marks.example_meaning"))))
    if letter.state == "draft":
        blocks.append(Notice(words.text("marks.draft"), plain(words.text("marks.draft_meaning"))))
    any_finding = bool(letter.requirements or letter.recommendations)
    heading = words.text("headings.title" if any_finding else "headings.title_no_findings")
    title = f"{tidy(letter.service.name)}: {_lower_first(heading)}"
    blocks.append(Heading(1, title, bookmark=title))
    person = tidy(provider.accountable)
    greeting = words.text("phrases.salutation", person=person) if person else ""
    blocks.append(Paragraph(plain(greeting or words.text("phrases.salutation_unknown"))))
    opening = words.text(
        "phrases.opening" if any_finding else "phrases.opening_no_findings",
        service=tidy(letter.service.name),
        dates=words.days(letter.inspection.dates),
    )
    blocks.append(Paragraph(plain(f"{opening} {_counts(letter)}"), "lead"))
    if any_finding:
        heading = words.text("headings.summary")
        blocks += [Heading(2, heading, bookmark=heading), _summary(letter)]
    heading = words.text("headings.inspection")
    blocks += [Heading(2, heading, bookmark=heading), Facts(_inspection_facts(letter))]
    return blocks


def _reference_facts(letter: Letter) -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    words = letter.wording
    state = words.text(f"marks.{letter.state}")
    rows = [
        ("reference", letter.reference),
        ("date", words.day(letter.date)),
        ("version", words.text("phrases.version", version=str(letter.version))),
        ("status", state),
    ]
    if letter.supersedes is not None:
        rows.append(("replaces", words.text("phrases.replaces", version=str(letter.supersedes))))
    return tuple((words.text(f"labels.{key}"), (plain(value),)) for key, value in rows if tidy(value))


def _inspection_facts(letter: Letter) -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    words, service, inspection = letter.wording, letter.service, letter.inspection
    notice = "announced" if inspection.announced else "unannounced"

    def labelled(key: str, value: str) -> str:
        return f"{words.text(f'labels.{key}')} {tidy(value)}" if tidy(value) else ""

    address = ", ".join(tidy(line) for line in service.address if tidy(line))
    number = labelled("service_number", service.number)
    rows: list[tuple[str, Sequence[str]]] = [
        ("service", [service.name, service.type_label, number, address]),
        ("provider", [letter.provider.name, labelled("provider_number", letter.provider.number)]),
        ("manager", [letter.manager]),
        ("inspection_reference", [inspection.reference]),
        ("inspection_type", [inspection.type_label, words.text(f"phrases.{notice}")]),
        ("dates", [words.days(inspection.dates)]),
        ("inspectors", [words.join([tidy(name) for name in inspection.inspectors])]),
        ("contact", [inspection.contact]),
        ("legal_basis", [inspection.legal_basis]),
    ]
    facts = []
    for key, values in rows:
        lines = tuple(linked(value) for value in values if tidy(value))
        if lines:
            facts.append((words.text(f"labels.{key}"), lines))
    return tuple(facts)


def _counts(letter: Letter) -> str:
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


def _summary(letter: Letter) -> Table:
    words = letter.wording
    rows = []
    for found in (*letter.requirements, *letter.recommendations):
        when = words.text("phrases.no_deadline")
        if found.kind == "requirement":
            when = words.day(found.deadline) if found.deadline else words.text("marks.not_recorded")
        name = words.text(f"phrases.{found.kind}", number=str(found.number))
        rows.append((Cell(plain(name)), Cell(plain(found.title or found.outcome)), Cell(plain(when))))
    header = tuple(words.text(f"labels.{key}") for key in ("finding", "about", "by"))
    return Table(header, tuple(rows), (0.27, 0.48, 0.25))


def _sections(letter: Letter) -> list[Block]:
    """The numbered sections, empty ones left out."""
    words = letter.wording
    wording_language = words.language if words.language != letter.language else ""
    made: list[tuple[str, list[Block], str]] = [
        (words.text("headings.grades"), _grades(letter), wording_language),
        (words.text("headings.strengths"), body(letter.strengths), wording_language),
        (words.text("headings.requirements"), _findings(letter, letter.requirements), wording_language),
        (words.text("headings.recommendations"), _findings(letter, letter.recommendations), wording_language),
        (words.text("headings.previous"), _previous(letter), wording_language),
        (words.text("headings.next_steps"), _next_steps(letter), wording_language),
    ]
    for section in letter.sections:
        language = section.language or wording_language
        made.append((tidy(section.title), body(section.paragraphs, language), language))
    blocks: list[Block] = []
    number = 0
    for title, content, language in made:
        if content:
            number += 1
            numbered = f"{number}. {title}"
            blocks += [Heading(2, numbered, bookmark=numbered, language=language), *content]
    return blocks


def _grades(letter: Letter) -> list[Block]:
    words = letter.wording
    if not letter.grades:
        return []
    rows = []
    for grade in letter.grades:
        number = str(grade.number)
        scale = Scale(grade.number, _SCALE_LENGTH, words.text("phrases.grade_of", number=number))
        value = words.text("phrases.grade", number=number, word=tidy(grade.word))
        rows.append((Cell(plain(grade.theme)), Cell(plain(value), scale), Cell(linked(grade.reason))))
    header = tuple(words.text(f"labels.{key}") for key in ("theme", "grade", "reason"))
    table = Table(header, tuple(rows), (0.27, 0.23, 0.5))
    return [Paragraph(plain(words.text("phrases.grades_intro")), "intro"), table]


def _findings(letter: Letter, findings: Sequence[LetterFinding]) -> list[Block]:
    if not findings:
        return []
    intro = letter.wording.text(f"phrases.{findings[0].kind}s_intro")
    made: list[Finding] = [finding(found, letter.wording) for found in findings]
    return [Paragraph(plain(intro), "intro"), *made]


def _previous(letter: Letter) -> list[Block]:
    words = letter.wording
    if not letter.previous:
        return []
    rows = []
    for earlier in letter.previous:
        status = tidy(earlier.status)
        comment = tidy(earlier.comment)
        outcome: Inline = (Run(status, strong=True), *((Run(f" {comment}"),) if comment else ()))
        text = f"{tidy(earlier.label)}: {tidy(earlier.text)}"
        rows.append((Cell(plain(text)), Cell(plain(words.day(earlier.made_on))), Cell(outcome)))
    header = tuple(words.text(f"labels.{key}") for key in ("earlier_finding", "made_on", "outcome"))
    return [Table(header, tuple(rows), (0.44, 0.2, 0.36), strong_names=False)]


def _next_steps(letter: Letter) -> list[Block]:
    words = letter.wording
    rows: list[tuple[str, tuple[Inline, ...]]] = []
    texts: list[str] = []
    for step in letter.next_steps:
        if step.due:
            rows.append((words.text("phrases.due", date=words.day(step.due)), (linked(step.text),)))
        elif tidy(step.text):
            texts.append(step.text)
    facts: list[Block] = [Facts(tuple(rows))] if rows else []
    return [*facts, *body(texts)]


def _close(letter: Letter) -> list[Block]:
    """The closing words, the signature, and what is enclosed."""
    words, sign = letter.wording, letter.sign_off
    lines = [line for line in (sign.name, sign.role, letter.letterhead.organisation) if tidy(line)]
    signature = (
        Paragraph(plain(words.text("phrases.closing")), "closing"),
        Lines(tuple((Run(tidy(line), strong=place == 0),) for place, line in enumerate(lines))),
    )
    blocks: list[Block] = [Together(signature)]
    enclosures = [tidy(name) for name in letter.enclosures if tidy(name)]
    if enclosures:
        label = Run(f"{words.text('headings.enclosures')}: ", strong=True)
        blocks.append(Paragraph((label, Run(words.join(enclosures))), "note"))
    return blocks


def _annex(letter: Letter) -> list[Block]:
    """The answers of the checklist; each question is led by the name of its screen."""
    words = letter.wording
    if not letter.checklist:
        return []
    title = words.text("headings.checklist")
    header = tuple(words.text(f"labels.{key}") for key in ("question", "answer_given", "comment"))
    rows = []
    for answer in letter.checklist:
        screen = tidy(answer.screen)
        led = (Run(f"{screen}: ", strong=True),) if screen else ()
        question = Cell((*led, *plain(answer.question)))
        rows.append((question, Cell(plain(answer.answer)), Cell(linked(answer.comment))))
    table = Table(header, tuple(rows), (0.42, 0.24, 0.34), strong_names=False)
    return [Heading(2, title, bookmark=title), table]


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
