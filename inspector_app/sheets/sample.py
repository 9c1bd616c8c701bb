"""Reads a national sample: one made-up inspection a row, to be recorded, sent and counted like real ones.

The sample states both what was asked (how many staff, how many aware) and the classes that follow. The
classes are read too, so that a test can hold them against what the checklist derives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.sheets.grid import LIMITS, Limits, find_header, read_grids
from inspector_app.sheets.problem import SheetProblem, column_letter, shortened

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SERVICE_NUMBER = re.compile(r"CS\d{4,12}")
_MOST = 1_000  # staff asked, or findings, in one inspection
_MANDATORY = {
    "service_number",
    "service_type",
    "reporting_type",
    "sector",
    "inspected_on",
    "policy",
    "recommendations",
    "requirements",
}


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One inspection of the sample; '' and None where the question was not relevant."""

    row: int
    service_number: str
    service_type: str
    reporting_type: str
    sector: str
    inspected_on: date
    policy: str
    policy_framework: str
    staff_asked: int | None
    staff_aware_responsibilities: int | None
    aware_responsibilities: str
    staff_aware_indicators: int | None
    aware_indicators: str
    systems: str
    care_plans: str
    recommendations: int
    requirements: int


COLUMNS = tuple(field.name for field in fields(SampleRow) if field.name != "row")


@dataclass(frozen=True)
class SampleSheet:
    """The rows that can be used and the problems of the others, each in the order of the file."""

    rows: tuple[SampleRow, ...]
    problems: tuple[SheetProblem, ...]


def read_sample(path: Path, limits: Limits = LIMITS) -> SampleSheet:
    """Read the sample at `path` (CSV or XLSX; columns in any order, others are not read).

    Codes are checked to be codes; whether the checklist has them is the engine's to say. KnownError as
    `grid.read_grids`, and `sample-header` when columns are missing.
    """
    grid = read_grids(path, COLUMNS.__contains__, limits)[0]
    found = find_header(grid, COLUMNS.__contains__)
    header_row, header = found or (0, ())
    missing = [column for column in COLUMNS if header.count(column) != 1]
    if missing:
        raise KnownError(
            f"{path.name} does not have the columns of a national sample: {', '.join(missing)}"
            f" {'is' if len(missing) == 1 else 'are'} missing or there twice.",
            f"The columns are {', '.join(COLUMNS)}. Nothing was read.",
            code="sample-header",
        )
    rows: list[SampleRow] = []
    problems: list[SheetProblem] = []
    for number, cells in grid.rows:
        if number > header_row:
            reader = _Row(number, header, cells)
            row = reader.read()
            problems += reader.problems
            if not reader.problems:
                rows.append(row)
    return SampleSheet(tuple(rows), tuple(problems))


class _Row:
    """The cells of one row by column, and the problems met while they are read."""

    def __init__(self, number: int, header: tuple[str, ...], cells: tuple[str, ...]) -> None:
        self._number = number
        self._cells = dict(zip(header, (*cells, *[""] * len(header)), strict=False))
        self.problems: list[SheetProblem] = []
        for index in range(len(header), len(cells)):
            message = "There is a cell beyond the last column of the header."
            advice = "Put cells that hold the dividing character in double quotation marks."
            self.problems.append(
                SheetProblem(number, column_letter(index), shortened(cells[index]), message, advice)
            )

    def read(self) -> SampleRow:
        """The row as far as it can be read; it is not to be used when there are problems."""
        asked = self._count("staff_asked")
        responsibilities = self._count("staff_aware_responsibilities")
        indicators = self._count("staff_aware_indicators")
        for column, aware in (
            ("staff_aware_responsibilities", responsibilities),
            ("staff_aware_indicators", indicators),
        ):
            if aware is not None and aware > (asked or 0):
                self._problem(
                    column, f"{aware} staff were aware of {asked or 0} asked.", "Correct one of the two."
                )
        return SampleRow(
            self._number,
            self._service_number(),
            self._code("service_type"),
            self._code("reporting_type"),
            self._code("sector"),
            self._date("inspected_on"),
            self._code("policy"),
            self._code("policy_framework"),
            asked,
            responsibilities,
            self._code("aware_responsibilities"),
            indicators,
            self._code("aware_indicators"),
            self._code("systems"),
            self._code("care_plans"),
            self._count("recommendations") or 0,
            self._count("requirements") or 0,
        )

    def _problem(self, column: str, message: str, advice: str) -> None:
        value = shortened(self._cells[column])
        self.problems.append(SheetProblem(self._number, column, value, message, advice))

    def _text(self, column: str) -> str:
        value = self._cells[column]
        if not value and column in _MANDATORY:
            self._problem(column, "There is nothing in this cell.", "Every row needs one.")
        return value

    def _service_number(self) -> str:
        value = self._text("service_number")
        if value and not _SERVICE_NUMBER.fullmatch(value):
            message = f"“{shortened(value)}” is not a service number."
            self._problem("service_number", message, "It is CS and digits, such as CS2003000001.")
        return value

    def _code(self, column: str) -> str:
        value = self._text(column)
        if value and not _CODE.fullmatch(value):
            message = f"“{shortened(value)}” is not a code."
            self._problem(
                column, message, "Codes are small letters, digits and underscores, such as in_place."
            )
        return value

    def _count(self, column: str) -> int | None:
        value = self._text(column)
        if not value:
            return None
        if value.isascii() and value.isdecimal() and len(value) < 9 and int(value) <= _MOST:
            return int(value)
        message = f"“{shortened(value)}” is not a whole number from 0 to {_MOST:,}."
        self._problem(column, message, "Correct the number.")
        return None

    def _date(self, column: str) -> date:
        value = self._text(column)
        try:
            if _DATE.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:  # a day that no month has
            pass
        if value:
            message = f"“{shortened(value)}” is not a date."
            self._problem(column, message, "Write dates as YYYY-MM-DD, such as 2016-04-01.")
        return date.min
