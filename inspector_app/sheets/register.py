"""Reads a register of services from CSV or XLSX, and names every row that cannot be used.

A register is typed and merged by many people, so nothing in it is trusted and nothing is dropped silently:
each row is either among the rows or named in a problem with row, column, value and advice. The same number
updates a service already known; that is the caller's step.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.inspections.service import ServiceInvalid, read_service
from inspector_app.sheets.grid import LIMITS, Grid, Limits, find_header, read_grids
from inspector_app.sheets.problem import SheetProblem, column_letter, shortened
from inspector_app.sheets.register_columns import COLUMNS, MANDATORY, column_of, plain

RegisterProblem = SheetProblem

_NUMBERS = ("service_number", "provider_number")  # typed with blanks between their digits by some
_SPREADSHEET_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One service as the register states it, in `row`. Type and sector are codes; places may be unknown."""

    row: int
    service_number: str
    name: str
    service_type: str
    sector: str
    provider_name: str = ""
    provider_number: str = ""
    address: str = ""
    area: str = ""
    manager: str = ""
    places: int | None = None


@dataclass(frozen=True)
class RegisterSheet:
    """What a register file holds: rows to use, problems in order of row, and how the file was read."""

    rows: tuple[RegisterRow, ...]
    problems: tuple[RegisterProblem, ...]
    notes: tuple[str, ...]


def read_register(
    path: Path,
    service_types: Mapping[str, str],
    sectors: Mapping[str, str],
    limits: Limits = LIMITS,
) -> RegisterSheet:
    """Read the register at `path`.

    `service_types` and `sectors` map the codes allowed to their labels; either is accepted, in any case.
    KnownError as `grid.read_grids`, and `register-header` when mandatory columns are not there.
    """
    grids = read_grids(path, lambda header: bool(column_of(header)), limits)
    grid, header_row, header = _header(grids, path.name)
    reader = _Reader(header, _Options(service_types, sectors))
    for number, cells in grid.rows:
        if number > header_row:
            reader.read(number, cells, strict_width=not grid.sheet)
    rows, repeated = _without_repeats(reader.rows, reader.header_of("service_number"))
    problems = sorted([*reader.problems, *repeated], key=lambda problem: problem.row)
    return RegisterSheet(rows, tuple(problems), (*grid.notes, *_unused(header)))


def _header(grids: Iterable[Grid], name: str) -> tuple[Grid, int, tuple[str, ...]]:
    """The sheet and row that hold the header: the first sheet with all mandatory columns."""
    missing: list[str] = list(MANDATORY)
    for grid in grids:
        found = find_header(grid, lambda header: bool(column_of(header)))
        if not found:
            continue
        columns = [column for column in map(column_of, found[1]) if column]
        twice = sorted({column for column in columns if columns.count(column) > 1})
        lacking = [column for column in MANDATORY if column not in columns]
        if not lacking and twice:
            raise KnownError(
                f"{name} has more than one column for {', '.join(twice)}, in row {found[0]}.",
                "Keep one of them and read the file again.",
                code="register-header",
            )
        if not lacking:
            return grid, *found
        if len(lacking) < len(missing):
            missing = lacking
    raise KnownError(
        f"{name} has no header row with the columns {', '.join(missing)}.",
        f"A register has these columns, in any order: {', '.join(COLUMNS)}. Nothing was read.",
        code="register-header",
    )


def _unused(header: tuple[str, ...]) -> list[str]:
    unused = [shortened(text) for text in header if text and not column_of(text)]
    return [f"Columns that a register does not have were not read: {', '.join(unused)}."] if unused else []


class _Options:
    """The codes allowed, found by code or label in any case and spacing; matches `service.Codes`."""

    def __init__(self, service_types: Mapping[str, str], sectors: Mapping[str, str]) -> None:
        self._labels = {"service_type": service_types, "sector": sectors}
        self._codes = {
            field: {plain(text): code for code, label in options.items() for text in (code, label)}
            for field, options in self._labels.items()
        }

    def service_type_code(self, text: str) -> str | None:
        return self._codes["service_type"].get(plain(text))

    def sector_code(self, text: str) -> str | None:
        return self._codes["sector"].get(plain(text))

    def service_type_names(self) -> tuple[str, ...]:
        return tuple(self._labels["service_type"].values())

    def sector_names(self) -> tuple[str, ...]:
        return tuple(self._labels["sector"].values())

    def suggestion(self, field: str, text: str) -> str:
        """The label that a mistyped text most likely means, or ''."""
        near = difflib.get_close_matches(plain(text), self._codes.get(field, {}), n=1)
        return self._labels[field][self._codes[field][near[0]]] if near else ""


class _Reader:
    """Turns the cells of each row into a `RegisterRow`, or into the problems that keep it from being one."""

    def __init__(self, header: tuple[str, ...], options: _Options) -> None:
        self.rows: list[RegisterRow] = []
        self.problems: list[SheetProblem] = []
        self._header = header
        self._columns = tuple(map(column_of, header))
        self._options = options

    def header_of(self, column: str) -> str:
        """The header of a column as the file spells it."""
        return self._header[self._columns.index(column)]

    def read(self, number: int, cells: tuple[str, ...], *, strict_width: bool) -> None:
        """Read one row. In CSV, cells beyond the header mean that a comma inside a cell divided it."""
        before = sum(problem.left_out for problem in self.problems)
        for index in range(len(self._header), len(cells)):
            if cells[index]:
                self._beyond_header(number, index, cells[index], strict_width)
        filled = (*cells, *[""] * len(self._columns))
        values = {column: cell for column, cell in zip(self._columns, filled, strict=False) if column}
        for column, value in values.items():
            self._check_text(number, column, value)
        row = self._row(number, values)
        if row and sum(problem.left_out for problem in self.problems) == before:
            self.rows.append(row)

    def _row(self, number: int, values: Mapping[str, str]) -> RegisterRow | None:
        """The row by the rules of `inspections.service`; the problems it finds get their place here."""
        whole = {column: "".join(values.get(column, "").split()) for column in _NUMBERS}
        try:
            service = read_service({**values, **whole}, self._options)
        except ServiceInvalid as error:
            for problem in error.problems:
                value = values.get(problem.field, "")
                meant = self._options.suggestion(problem.field, value) if value else ""
                advice = f"Did you mean “{meant}”?" if meant else problem.advice
                self._problem(number, problem.field, value, problem.message, advice)
            return None
        return RegisterRow(number, *(getattr(service, column) for column in COLUMNS))

    def _problem(self, row: int, column: str, value: str, message: str, advice: str) -> None:
        self.problems.append(SheetProblem(row, self.header_of(column), shortened(value), message, advice))

    def _beyond_header(self, row: int, index: int, value: str, strict_width: bool) -> None:
        quoted = shortened(value)
        if strict_width:
            message = f"“{quoted}” stands beyond the last column of the header."
            advice = "Put cells that hold the dividing character in double quotation marks."
        else:
            message = f"“{quoted}” has no header above it and was not read."
            advice = "Name the column or clear it."
        place = column_letter(index)
        self.problems.append(SheetProblem(row, place, quoted, message, advice, left_out=strict_width))

    def _check_text(self, row: int, column: str, value: str) -> None:
        if value in _SPREADSHEET_ERRORS:
            self._problem(row, column, value, f"The cell shows the error {value}.", "Correct its formula.")
        elif any(ord(letter) < 32 and letter not in "\n\t" for letter in value):
            self._problem(
                row, column, value, "The cell holds a character that cannot be seen.", "Type it anew."
            )


def _without_repeats(
    rows: list[RegisterRow], column: str
) -> tuple[tuple[RegisterRow, ...], list[SheetProblem]]:
    """Use a number once. Equal rows are one service; of rows that differ nobody can tell the right one."""
    by_number: dict[str, list[RegisterRow]] = {}
    for row in rows:
        by_number.setdefault(row.service_number, []).append(row)
    kept: list[RegisterRow] = []
    problems: list[SheetProblem] = []
    for number, same in by_number.items():
        first = same[0]
        differing = [row for row in same if replace(row, row=first.row) != first]
        if not differing:
            kept.append(first)
            message = f"{number} stands in row {first.row} already, with the same details."
            problems += [
                SheetProblem(row.row, column, number, message, "It is used once.", left_out=False)
                for row in same[1:]
            ]
            continue
        places = ", ".join(str(row.row) for row in same)
        advice = f"Keep the right one; they differ in {_differences(first, differing)}. None of them is used."
        problems += [
            SheetProblem(row.row, column, number, f"{number} stands in rows {places}.", advice)
            for row in same
        ]
    return tuple(kept), problems


def _differences(first: RegisterRow, others: list[RegisterRow]) -> str:
    names = [field.name for field in fields(RegisterRow) if field.name != "row"]
    return ", ".join(
        name for name in names if any(getattr(row, name) != getattr(first, name) for row in others)
    )
