"""Help for authors of checklists: check, show as Markdown, write the workbook twin."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inspector_app.checklists.compile import check as check_file
from inspector_app.checklists.problems import Problem
from inspector_app.checklists.table import Sheet, parse_markdown, write_markdown
from inspector_app.errors import KnownError
from inspector_app.files import read_whole, write_whole
from inspector_app.inspections.framework_file import shipped_framework
from inspector_app.sheets.workbook import read_workbook, workbook_bytes

MADE_AT = datetime(2016, 4, 1, tzinfo=UTC)
"""A workbook carries the time it was made; a fixed one keeps the same checklist the same bytes."""


def check(file: Path, framework: str = "cse-2016") -> list[Problem]:
    """Everything that is wrong with a checklist or worth the author's thought, errors first."""
    return check_file(file, known_clauses=shipped_framework(framework).clauses.keys())


def as_markdown(file: Path) -> str:
    """A checklist's sheets as Markdown tables."""
    return write_markdown(_sheets(file))


def write_workbook(file: Path, target: Path) -> None:
    """A checklist's sheets as an XLSX workbook; whole or not at all."""
    sheets = {sheet.name: sheet.rows for sheet in _sheets(file)}
    write_whole(target, workbook_bytes(sheets, MADE_AT))


def _sheets(file: Path) -> tuple[Sheet, ...]:
    data = read_whole(file)
    if file.suffix.lower() == ".md":
        return parse_markdown(_text(data, file), file.name)
    if file.suffix.lower() == ".xlsx":
        rows = read_workbook(data, file.name)
        return tuple(_sheet(name, found) for name, found in rows.items() if found)
    raise KnownError(
        f"{file.name} is neither Markdown (.md) nor a workbook (.xlsx).",
        "Name a checklist in one of these forms.",
        code="checklist-kind",
    )


def _sheet(name: str, rows: list[list[str]]) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet(name, tuple(tuple(row + [""] * (width - len(row))) for row in rows))


def _text(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise KnownError(
            f"{file.name} is not UTF-8 text (byte {error.start + 1}).",
            "Save it as UTF-8 and try again.",
            code="not-utf8",
        ) from error
