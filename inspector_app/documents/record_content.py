"""Writes the inspection record: everything that was asked, answered, found, refused, issued and corrected."""

from __future__ import annotations

from inspector_app.documents import frame
from inspector_app.documents.blocks import Block, Cell, Document, Heading, Inline, Notice, Run, Table
from inspector_app.documents.cleaning import tidy
from inspector_app.documents.frame import Kind, section, words_of
from inspector_app.documents.inline import body, linked, plain
from inspector_app.documents.letter_content import answers, findings, previous, recommended
from inspector_app.documents.matters_content import matters_table
from inspector_app.inspections.papers import InspectionRecord, SampleTable


def record_document(record: InspectionRecord) -> Document:
    """The record as blocks."""
    words = words_of(record)
    blocks: list[Block] = [
        frame.letterhead(record),
        *frame.example_notice(record),
        Notice(words.run("marks.for_the_file"), words.runs("marks.for_the_file_meaning")),
        frame.title(record, "headings.record"),
        frame.inspection_facts(record),
    ]
    answered: list[Block] = [answers(record, record.checklist)] if record.checklist else []
    count = words.said("phrases.events_count", "intro", count=str(record.events))
    sections = [
        section(record, "headings.checklist_answers", answered),
        section(record, "headings.samples", _samples(record)),
        section(record, "headings.evidence", _evidence(record)),
        section(record, "headings.grades", frame.grades_table(record, record.grades)),
        section(record, "headings.strengths", body(record.strengths)),
        section(record, "headings.requirements", findings(record, record.requirements)),
        section(
            record,
            "headings.recommendations",
            recommended(record),
        ),
        section(record, "headings.refused", _refused(record)),
        section(record, "headings.previous", previous(record, record.previous)),
        section(record, "headings.matters", matters_table(record, record.matters)),
        section(record, "headings.enforcement", body(record.enforcement)),
        section(record, "headings.narrative", body(record.narrative)),
        section(record, "headings.letters", _letters(record)),
        section(record, "headings.corrections", [count, *_corrections(record)]),
    ]
    blocks += frame.numbered(sections)
    return frame.document(record, Kind("headings.record", state="marks.for_the_file"), blocks)


def _table(
    record: InspectionRecord, keys: tuple[str, ...], rows: list[tuple[Inline, ...]], shares: tuple[float, ...]
) -> list[Block]:
    words = words_of(record)
    header = tuple(words.run(f"labels.{key}") for key in keys)
    cells = tuple(tuple(Cell(runs) for runs in row) for row in rows)
    return [Table(header, cells, shares, strong_names=False)] if rows else []


def _samples(record: InspectionRecord) -> list[Block]:
    made: list[Block] = []
    for sample in record.samples:
        if sample.rows:
            title = tidy(sample.title)
            made += [Heading(3, title, bookmark=title), *_sample(sample, 2 if record.large_print else 4)]
    return made


def _sample(sample: SampleTable, abreast: int) -> list[Block]:
    """The sample turned: a column for each row of it, so many side by side, a row for each question."""
    asked = [place for place in range(1, len(sample.header)) if any(row[place] for row in sample.rows)]
    made: list[Block] = []
    for start in range(0, len(sample.rows), abreast):
        some = sample.rows[start : start + abreast]
        names = (f"{number}. {tidy(row[0])}" for number, row in enumerate(some, start + 1))
        rows = [
            (Cell(plain(sample.header[place])), *(Cell(plain(row[place])) for row in some)) for place in asked
        ]
        header = (Run(tidy(sample.header[0])), *map(Run, names))
        made.append(Table(header, tuple(rows), (1.5, *(1.0 for _ in some)), strong_names=False))
    return made


def _evidence(record: InspectionRecord) -> list[Block]:
    words = words_of(record)
    rows: list[tuple[Inline, ...]] = []
    for piece in record.evidence:
        found = piece.evidence
        place = f" ({tidy(found.place)})" if tidy(found.place) else ""
        source: Inline = (
            (words.run(f"labels.{found.source}"), Run(place))
            if place
            else (words.run(f"labels.{found.source}"),)
        )
        used = plain(words.wording.join(piece.findings)) or words.runs("phrases.unused")
        rows.append((source, linked(found.text), used))
    table = _table(record, ("source", "evidence_text", "used_in"), rows, (0.25, 0.5, 0.25))
    return [words.said("phrases.evidence_intro", "intro"), *table] if table else []


def _refused(record: InspectionRecord) -> list[Block]:
    rows: list[tuple[Inline, ...]] = [(plain(one.title), linked(one.reason)) for one in record.refused]
    return _table(record, ("title_only", "why"), rows, (0.45, 0.55))


def _letters(record: InspectionRecord) -> list[Block]:
    words = words_of(record)
    rows: list[tuple[Inline, ...]] = [
        (
            words.runs("phrases.version", version=str(one.version)),
            (words.day(one.issued_on),),
            plain(one.code),
            plain(one.sha256),
            words.runs("phrases.superseded" if one.superseded else "phrases.stands"),
        )
        for one in record.letters
    ]
    keys = ("version", "issued_on", "code", "file_digest", "standing")
    return _table(record, keys, rows, (0.1, 0.24, 0.2, 0.28, 0.18))


def _corrections(record: InspectionRecord) -> list[Block]:
    rows: list[tuple[Inline, ...]] = [
        (plain(one.at), plain(one.who), plain(one.what), linked(one.reason)) for one in record.corrections
    ]
    return _table(record, ("when", "who", "what", "why"), rows, (0.2, 0.2, 0.3, 0.3))
