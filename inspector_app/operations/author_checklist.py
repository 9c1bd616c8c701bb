"""Help for authors of checklists: check, show as Markdown, write the workbook twin."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inspector_app.checklists.author import check as check_file
from inspector_app.checklists.definition import guard, read_definition
from inspector_app.checklists.features import as_markdown as features_as_markdown
from inspector_app.checklists.features import feature_matrix
from inspector_app.checklists.problems import Problem
from inspector_app.checklists.sheets_of_form import sheets_of, sheets_of_xform
from inspector_app.checklists.table import Sheet, parse_markdown, write_markdown
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


def features() -> str:
    """What of ODK's forms is supported, as Markdown tables."""
    return features_as_markdown(feature_matrix())


def _sheets(file: Path) -> tuple[Sheet, ...]:
    """The sheets of a checklist of any kind; an XForm is set out as the sheets it could have come from."""
    data = read_whole(file)
    kind = file.suffix.lower()
    guard(data, file.name, kind)
    if kind == ".md":
        return parse_markdown(data.decode("utf-8-sig"), file.name)
    if kind == ".xlsx":
        rows = read_workbook(data, file.name)
        return tuple(_sheet(name, found) for name, found in rows.items() if found)
    if kind == ".xml":
        return sheets_of_xform(data, file)
    return sheets_of(read_definition(data, file.name, kind))


def _sheet(name: str, rows: list[list[str]]) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet(name, tuple(tuple(row + [""] * (width - len(row))) for row in rows))
