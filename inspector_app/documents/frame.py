"""What all documents of an inspection have in common: letterhead, addressee, facts, numbered sections, close.

Everything comes from the `Paper`; fixed words come from its wording. What is empty is left out, and the
sections are numbered afterwards, so that the numbers always run on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector_app.documents.blocks import (
    Beside,
    Block,
    Cell,
    Document,
    Facts,
    Furniture,
    Heading,
    Inline,
    Letterhead,
    Lines,
    Listing,
    Notice,
    Paragraph,
    Run,
    Scale,
    Table,
    Together,
)
from inspector_app.documents.cleaning import tidy
from inspector_app.documents.inline import body, linked, plain
from inspector_app.documents.words import Words
from inspector_app.inspections.letter import LetterGrade
from inspector_app.inspections.paper import NextStep, Paper

SCALE_LENGTH = 6

Section = tuple[str, list[Block], str]
"""The title of a section before it is numbered, what stands in it, and the language of the title."""


@dataclass(frozen=True)
class Kind:
    """What kind of document this is: the key of its title, what the file says it is about, and the word on
    each page (``marks.…``)."""

    title: str
    subject: str = ""
    state: str = ""


def words_of(paper: Paper) -> Words:
    """The fixed words of a document."""
    return Words(paper.wording, paper.language)


def document(paper: Paper, kind: Kind, blocks: Sequence[Block]) -> Document:
    """The blocks with everything a file says about itself."""
    words = words_of(paper)
    state = words.text(kind.state or f"marks.{paper.state}")
    example = paper.realm != "live"
    mark = words.text("marks.example") if example else ""
    version = words.text(
        "phrases.reference_and_version", reference=tidy(paper.reference), version=str(paper.version)
    )
    subject = kind.subject or words.text(
        "phrases.about_service",
        title=words.text(kind.title),
        service=tidy(paper.service.name),
        number=tidy(paper.service.number),
    )
    return Document(
        title=" – ".join(part for part in (mark, state, subject) if part),
        subject=words.text(kind.title),
        author=tidy(paper.letterhead.organisation),
        keywords=f"{version}, {paper.record_code.short}",
        language=paper.language,
        day=paper.date,
        large_print=paper.large_print,
        furniture=Furniture(
            sender=tidy(paper.letterhead.organisation),
            reference=version,
            state=state,
            mark=mark,
            mark_meaning=words.text("marks.example_short") if example else "",
            code=f"{words.text('labels.code')} {paper.record_code.short}",
            digest=f"{words.text('labels.digest')} {paper.record_code.digest}",
            page=words.text("marks.page", page="{page}", pages="{pages}"),
            missing=words.text("marks.missing", script="{script}", count="{count}"),
        ),
        blocks=tuple(blocks),
    )


def letterhead(paper: Paper) -> Letterhead:
    """The sender."""
    head = paper.letterhead
    lines = (*head.address, *head.contact)
    return Letterhead(tidy(head.organisation), tuple(linked(line) for line in lines if tidy(line)))


def head(paper: Paper, *, versioned: bool = True) -> list[Block]:
    """Letterhead, addressee, reference, and notices that come before anything else; `versioned` documents
    say which version they are."""
    provider = paper.provider
    addressee = [line for line in (provider.accountable, provider.name, *provider.address) if tidy(line)]
    return [
        letterhead(paper),
        Beside(
            (Lines(tuple(plain(line) for line in addressee)),),
            (Facts(_reference_facts(paper, versioned), narrow=True),),
        ),
        *example_notice(paper),
    ]


def example_notice(paper: Paper) -> list[Block]:
    """That everything is invented, or that the fixed words are a proof, where it is so."""
    words = words_of(paper)
    marks = [*(["example"] if paper.realm != "live" else []), *([] if paper.wording.reviewed else ["proof"])]
    return [Notice(words.run(f"marks.{mark}"), words.runs(f"marks.{mark}_meaning")) for mark in marks]


def title(paper: Paper, key: str) -> Heading:
    """The service's name with what the document is, as heading of level 1."""
    words = words_of(paper)
    text = words.text(key)
    said = f"{tidy(paper.service.name)}: {text[:1].lower()}{text[1:]}"
    return Heading(1, said, bookmark=said, language=words.tongue(key))


def salutation(paper: Paper) -> Paragraph:
    """The person addressed, or the provider."""
    words, person = words_of(paper), tidy(paper.provider.accountable)
    if not person:
        return words.said("phrases.salutation_unknown")
    return words.said("phrases.salutation", person=person)


def _reference_facts(paper: Paper, versioned: bool) -> tuple[tuple[Run, tuple[Inline, ...]], ...]:
    words = words_of(paper)
    rows: list[tuple[str, Inline]] = [
        ("reference", plain(paper.reference)),
        ("date", (words.day(paper.date),)),
    ]
    if versioned:
        rows.append(("version", words.runs("phrases.version", version=str(paper.version))))
        rows.append(("status", words.runs(f"marks.{paper.state}")))
    if versioned and paper.supersedes is not None:
        rows.append(("replaces", words.runs("phrases.replaces", version=str(paper.supersedes))))
    return tuple((words.run(f"labels.{key}"), (value,)) for key, value in rows if value)


def inspection_facts(paper: Paper, first: Sequence[tuple[str, Inline]] = ()) -> Facts:
    """Service, provider, manager and inspection: who, when, and on what legal basis. `first` are facts by
    the key of their label that stand before them."""
    words, service, inspection = words_of(paper), paper.service, paper.inspection
    notice = "announced" if inspection.announced else "unannounced"

    def labelled(key: str, value: str) -> Inline:
        label = words.run(f"labels.{key}")
        return (replace(label, text=f"{label.text} "), Run(tidy(value))) if tidy(value) else ()

    address = ", ".join(tidy(line) for line in service.address if tidy(line))
    provider = (linked(paper.provider.name), labelled("provider_number", paper.provider.number))
    inspectors = words.wording.join([tidy(name) for name in inspection.inspectors])
    number = labelled("service_number", service.number)
    rows: list[tuple[str, Sequence[Inline]]] = [
        ("service", [linked(service.name), linked(service.type_label), number, linked(address)]),
        ("provider", provider),
        ("manager", [linked(paper.manager)]),
        ("inspection_reference", [linked(inspection.reference)]),
        ("inspection_type", [linked(inspection.type_label), words.runs(f"phrases.{notice}")]),
        ("dates", [(words.days(inspection.dates),)]),
        ("inspectors", [linked(inspectors)]),
        ("contact", [linked(inspection.contact)]),
        ("legal_basis", [linked(inspection.legal_basis)]),
    ]
    facts: list[tuple[Run, tuple[Inline, ...]]] = [
        (words.run(f"labels.{key}"), (value,)) for key, value in first if value
    ]
    for key, values in rows:
        lines = tuple(value for value in values if any(run.text for run in value))
        if lines:
            facts.append((words.run(f"labels.{key}"), lines))
    return Facts(tuple(facts))


def numbered(sections: Sequence[Section]) -> list[Block]:
    """The sections that say something, numbered from 1."""
    blocks: list[Block] = []
    number = 0
    for name, content, language in sections:
        if content:
            number += 1
            text = f"{number}. {name}"
            blocks += [Heading(2, text, bookmark=text, language=language), *content]
    return blocks


def section(paper: Paper, key: str, content: list[Block]) -> Section:
    """A section under a heading of the wording."""
    words = words_of(paper)
    return words.text(key), content, words.tongue(key)


def fixed_sections(paper: Paper) -> list[Section]:
    """The sections of fixed wording, each in its language."""
    words = words_of(paper)
    made: list[Section] = []
    for fixed in paper.sections:
        language = words.other(fixed.language or paper.wording.language)
        made.append((tidy(fixed.title), body(fixed.paragraphs, language), language))
    return made


def grades_table(paper: Paper, grades: Sequence[LetterGrade], name: str = "theme") -> list[Block]:
    """Grades in number, word and drawing, with the reason of each."""
    words = words_of(paper)
    if not grades:
        return []
    rows = []
    for grade in grades:
        number = str(grade.number)
        key = "phrases.grade_of"
        scale = Scale(grade.number, SCALE_LENGTH, words.text(key, number=number), words.tongue(key))
        value = words.runs("phrases.grade", number=number, word=tidy(grade.word))
        rows.append((Cell(plain(grade.theme)), Cell(value, scale), Cell(linked(grade.reason))))
    header = tuple(words.run(f"labels.{key}") for key in (name, "grade", "reason"))
    table = Table(header, tuple(rows), (0.27, 0.23, 0.5))
    return [words.said("phrases.grades_intro", "intro"), table]


def steps(paper: Paper, next_steps: Sequence[NextStep]) -> list[Block]:
    """What happens next, dated steps first."""
    words = words_of(paper)
    rows: list[tuple[Run, tuple[Inline, ...]]] = []
    texts: list[str] = []
    for step in next_steps:
        if step.due:
            rows.append((words.run("phrases.due", date=words.wording.day(step.due)), (linked(step.text),)))
        elif tidy(step.text):
            texts.append(step.text)
    facts: list[Block] = [Facts(tuple(rows))] if rows else []
    return [*facts, *body(texts)]


def close(paper: Paper) -> list[Block]:
    """The closing words, the signature, and what is enclosed."""
    words, sign = words_of(paper), paper.sign_off
    lines = [line for line in (sign.name, sign.role, paper.letterhead.organisation) if tidy(line)]
    blocks: list[Paragraph | Lines | Heading | Listing] = [
        words.said("phrases.closing", "closing"),
        Lines(tuple((Run(tidy(line), strong=place == 0),) for place, line in enumerate(lines))),
    ]
    enclosures = [tidy(name) for name in paper.enclosures if tidy(name)]
    if enclosures:
        label = words.strong("headings.enclosures")
        said = Run(words.wording.join(enclosures))
        blocks.append(Paragraph((replace(label, text=f"{label.text}: "), said), "note"))
    # The signature is never parted, and what is enclosed never stands alone on a page.
    return [Together(tuple(blocks))]
