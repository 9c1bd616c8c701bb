"""An XLSForm as plain sheets of rows, and its Markdown spelling.

A shipped checklist is kept as Markdown, because that can be read and compared line by line; its Excel
twin is written by `sheets` from the rows given here. The Markdown is pyxform's: a line ``| survey |``
names a sheet, the lines below begin with an empty cell, the first of them is the header; ``\\|`` stands
for a bar inside a cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.checklists.problems import ChecklistInvalid, Problem

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|\-:\s]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows[0]` is the header; every row is as long as the header, blanks are ''."""

    name: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.rows[0] if self.rows else ()


def parse_markdown(text: str, name: str = "checklist") -> tuple[Sheet, ...]:
    """The sheets of a Markdown XLSForm in their order; raises `ChecklistInvalid` where it is none."""
    sheets: dict[str, list[list[str]]] = {}
    current: list[list[str]] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line.startswith("|") or not line.endswith("|") or _RULE.fullmatch(line):
            continue
        first, *cells = [_cell(cell) for cell in _BAR.split(line[1:-1])]
        if first:
            if first in sheets:
                raise _invalid(name, f"The sheet “{first}” begins twice (line {number}).")
            current = sheets.setdefault(first, [])
        if current is None:
            raise _invalid(name, f"Line {number} belongs to no sheet.")
        if any(cells):
            current.append(cells)
    if not sheets:
        raise _invalid(name, "It holds no table.")
    return tuple(_sheet(name, title, rows) for title, rows in sheets.items())


def write_markdown(sheets: Sequence[Sheet]) -> str:
    """The Markdown of sheets; reading it again gives the same sheets."""
    lines: list[str] = []
    for sheet in sheets:
        lines.append(f"| {_spell(sheet.name)} |")
        lines += ["|  | " + " | ".join(_spell(cell) for cell in row) + " |" for row in sheet.rows]
    return "\n".join(lines) + "\n"


def _sheet(name: str, title: str, rows: list[list[str]]) -> Sheet:
    if not rows:
        raise _invalid(name, f"The sheet “{title}” has no header.")
    width = len(rows[0])
    for number, row in enumerate(rows, start=1):
        if any(row[width:]):
            raise ChecklistInvalid(
                name,
                [
                    Problem(
                        "wide-row",
                        "The row has more cells than the header.",
                        "Write “\\|” for a bar inside a cell, or name the column in the header.",
                        title,
                        number,
                    )
                ],
            )
    return Sheet(title, tuple(tuple((row + [""] * width)[:width]) for row in rows))


def _cell(text: str) -> str:
    return text.strip().replace("\\|", "|")


def _spell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _invalid(name: str, message: str) -> ChecklistInvalid:
    return ChecklistInvalid(
        name,
        [
            Problem(
                "unreadable",
                message,
                "Write tables as | survey |, then a header and rows that begin with | |.",
            )
        ],
    )
