"""Writes ``national.xlsx``: the national tables for people, one sheet a question.

The CSV file is for scripts; here the rules, the bases and the warnings stand beside the figures, so that a
sheet passed on by itself still says what its percentages are of. Figures are numbers and texts are texts:
no formula, no link, nothing to recalculate. The same tables give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from inspector_app.analysis.counting_rule import LATER_COUNTS, Counting
from inspector_app.analysis.guard import require_sound
from inspector_app.analysis.national import Apart, Cell, NationalTable
from inspector_app.analysis.outcomes import OutcomeCell
from inspector_app.analysis.small import is_small
from inspector_app.analysis.spec import Breakdown, Group, TableQuestion, TableSpec
from inspector_app.files import write_whole
from inspector_app.inspections.inspection import Realm
from inspector_app.sheets.workbook_page import Page, Styles, open_book

EXAMPLE_NOTICE = "EXAMPLE: made from invented inspections. Not for publication."
_REASONS = {LATER_COUNTS: "A later inspection of the service counts"}


@dataclass(frozen=True)
class _Edition:
    """What every sheet of one file has in common."""

    table: NationalTable
    counting: Counting
    made_at: datetime

    @property
    def spec(self) -> TableSpec:
        return self.table.spec

    @property
    def notice(self) -> str:
        return EXAMPLE_NOTICE if self.counting.realm == Realm.EXAMPLE else ""

    @property
    def source(self) -> str:
        year, inspections = self.counting.year.label, len(self.counting.counted)
        return f"Counting year {year} · {inspections} inspections · made on {self.made_at.date().isoformat()}"


def national_workbook(
    table: NationalTable, counting: Counting, made_at: datetime, outcomes: Sequence[OutcomeCell] = ()
) -> bytes:
    """The tables as an XLSX file: About, one sheet a question, Outcomes, and Not counted where there are any.

    `counting` is what the table was counted from; `made_at` is the date printed. ValueError when the table
    is not sound, or is of another realm than the counting.
    """
    require_sound(table)
    if table.inspections and table.realm != counting.realm:
        raise ValueError(f"a table of {table.realm} records came with a counting of {counting.realm} ones")
    edition = _Edition(table, counting, made_at)
    target = io.BytesIO()
    book = open_book(target, table.spec.title, made_at)
    styles = Styles(book)
    _about(Page(book, styles, "About", edition.notice), edition)
    for number, question in enumerate(table.spec.questions, start=1):
        name = f"{number} {question.code.replace('_', ' ').capitalize()}"[:31]
        _question(Page(book, styles, name, edition.notice), edition, question)
    if outcomes:
        _outcomes(Page(book, styles, "Outcomes", edition.notice), edition, outcomes)
    if counting.left_out:
        _not_counted(Page(book, styles, "Not counted", edition.notice), edition)
    book.close()
    return target.getvalue()


def write_national_xlsx(
    path: Path,
    table: NationalTable,
    counting: Counting,
    made_at: datetime,
    outcomes: Sequence[OutcomeCell] = (),
) -> None:
    """Write ``national.xlsx`` whole or not at all; KnownError as `files.write_whole`."""
    write_whole(path, national_workbook(table, counting, made_at, outcomes))


def _about(page: Page, edition: _Edition) -> None:
    page.heading(edition.spec.title, edition.source)
    page.columns([(24, "Rule"), (100, "What it means here")])
    if edition.notice:
        page.row(["Example", edition.notice], wrapped=True)
    for name, text in _rules(edition):
        page.row([name, text], wrapped=True)


def _rules(edition: _Edition) -> list[tuple[str, str]]:
    year, left_out = edition.counting.year, len(edition.counting.left_out)
    questions = [f"{number}. {one.title}" for number, one in enumerate(edition.spec.questions, start=1)]
    which = (
        "Of several finalised inspections of one service in the year the latest counts; of two on one day,"
        " the one begun later. The others are listed on the sheet Not counted."
    )
    base = (
        "Finalised inspections to which the question was relevant and which answered it."
        " Every percentage is of the base in its own row."
    )
    percentage = (
        "A whole number, half rounded up; blank where the base is 0."
        " Rounded percentages need not add up to 100."
    )
    small = (
        f"A row with a base under {edition.spec.small_base} is marked: one service moves its percentage far."
        " Read the count."
    )
    return [
        ("Questions", "\n".join(questions)),
        ("Counting year", f"From {year.starts.isoformat()} to {year.ends.isoformat()}, both included."),
        ("Which inspection", which),
        ("Not counted", f"{left_out} finalised inspections are not in these tables."),
        ("Base", base),
        ("Not applicable", "Is in no base. It is shown against all that answered, in columns of its own."),
        ("Missing", "The question was relevant and has no answer. In no base; shown in a column of its own."),
        ("Could not be assessed", "The inspector recorded why. In no base; shown in a column of its own."),
        ("Percentage", percentage),
        ("Combined answers", "Are made from counts, so they can differ from the sum of rounded percentages."),
        ("Small groups", small),
    ]


def _question(page: Page, edition: _Edition, question: TableQuestion) -> None:
    outside = [answer for answer in question.answers if answer.outside_base]
    page.heading(question.title, f"Percentages are of {question.base}. {edition.source}")
    columns: list[tuple[int, str]] = [(16, "Breakdown"), (28, "Group"), (8, "Base")]
    shown = [answer for answer in question.answers if not answer.outside_base]
    for label in (*(answer.label for answer in shown), *(one.label for one in question.combined)):
        columns += [(12, label), (12, f"{label} %")]
    for answer in outside:
        label = answer.label
        columns += [(12, label), (12, f"{label} %"), (12, f"{label}: of all who answered")]
    columns += [(10, "Missing"), (12, "Could not be assessed"), (34, "Note")]
    page.columns(columns, frozen=2)
    cells = {
        (cell.breakdown, cell.group, cell.answer): cell
        for cell in edition.table.cells
        if cell.question == question.code
    }
    apart = {(one.breakdown, one.group): one for one in edition.table.apart if one.question == question.code}
    inside_codes = [*(answer.code for answer in shown), *(one.code for one in question.combined)]
    outside_codes = [answer.code for answer in outside]
    for breakdown in edition.spec.breakdowns:
        for group in breakdown.groups:
            place = (breakdown.code, group.code)
            inside = [cells[(*place, code)] for code in inside_codes]
            left = [cells[(*place, code)] for code in outside_codes]
            _group_row(page, edition.spec, breakdown, group, inside, left, apart[place])


def _group_row(
    page: Page,
    spec: TableSpec,
    breakdown: Breakdown,
    group: Group,
    inside: Sequence[Cell],
    outside: Sequence[Cell],
    apart: Apart,
) -> None:
    base = inside[0].base
    values: list[str | int | None] = [breakdown.label, group.label, base]
    percents: set[int] = set()
    for cell in inside:
        percents.add(len(values) + 1)
        values += [cell.count, cell.percent]
    for cell in outside:
        percents.add(len(values) + 1)
        values += [cell.count, cell.percent, cell.base]
    small = is_small(base, spec.small_base)
    note = ""
    if small:
        note = f"Small group: base under {spec.small_base}" if base else "No service in the base"
    values += [apart.missing, apart.not_assessed, note]
    first = group is breakdown.groups[0]
    page.row(values, percents=percents, marked=small, ruled=first)


def _outcomes(page: Page, edition: _Edition, outcomes: Sequence[OutcomeCell]) -> None:
    page.heading(
        "Requirements and recommendations", f"Percentages are of services inspected. {edition.source}"
    )
    page.columns(
        [
            (18, "Kind"),
            (16, "Breakdown"),
            (36, "Group"),
            (11, "Findings"),
            (11, "Services"),
            (11, "Services inspected"),
            (11, "Services %"),
            (34, "Note"),
        ],
        frozen=3,
    )
    breakdowns = {one.code: one for one in edition.spec.breakdowns}
    small_base = edition.spec.small_base
    for (kind, code), cells in groupby(outcomes, key=lambda cell: (cell.kind, cell.breakdown)):
        breakdown = breakdowns.get(code)
        labels = {group.code: group.label for group in breakdown.groups} if breakdown else {}
        heading = breakdown.label if breakdown else code.capitalize()
        for number, cell in enumerate(cells):
            small = is_small(cell.base, small_base)
            note = f"Small group: base under {small_base}" if small and cell.base else ""
            label = labels.get(cell.group, cell.group.replace("_", " ").capitalize())
            page.row(
                [
                    kind.capitalize(),
                    heading,
                    label,
                    cell.findings,
                    cell.services,
                    cell.base,
                    cell.percent,
                    note,
                ],
                percents={6},
                marked=small,
                ruled=number == 0,
            )


def _not_counted(page: Page, edition: _Edition) -> None:
    year = edition.counting.year.label
    page.heading("Finalised inspections that are not in these tables", edition.source)
    page.columns(
        [(18, "Service number"), (14, "Inspected on"), (44, "Why"), (40, "Inspection"), (40, "Counts")]
    )
    for one in edition.counting.left_out:
        why = _REASONS.get(one.reason, f"Inspected outside {year}")
        page.row([one.service_number, one.inspected_on.isoformat(), why, one.inspection, one.instead])
