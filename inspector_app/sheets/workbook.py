"""Sheets of rows of text to an XLSX workbook and back, for the XLSX twin of a checklist kept as text.

Everything is stored as text, so nothing turns into a formula, a link or a date on the way. Text comes back
as it went in, but for blank cells at the end of a row, blank rows at the end of a sheet, and line ends, which
are LF. (openpyxl takes the letters ``x005F_`` out of any text, so those are lost.)
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.sheets.grid import LIMITS, Limits
from inspector_app.sheets.problem import column_letter
from inspector_app.sheets.xlsx_in import text_sheets

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_LONGEST_TEXT = 32_767  # characters in a cell, by the file format
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDEST = 60


def workbook_bytes(sheets: Mapping[str, Sequence[Sequence[str]]], made_at: datetime) -> bytes:
    """The sheets as an XLSX file; the first row of each is its header.

    The same sheets and `made_at` give the same bytes. KnownError: `sheet-name` for names that a workbook
    cannot have, `cell-text` for text that a cell cannot hold, with sheet, row and column.
    """
    _require_names(sheets)
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"created": made_at})
    bold = book.add_format({"bold": True, "bottom": 1})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        widths: dict[int, int] = {}
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    sheet.write_string(
                        row, column, _cell(text, name, row, column), bold if row == 0 else None
                    )
                    widths[column] = max(widths.get(column, 0), max(map(len, text.splitlines()), default=0))
        for column, width in widths.items():
            sheet.set_column(column, column, min(max(width + 2, 8), _WIDEST))
    book.close()
    return target.getvalue()


def read_workbook(data: bytes, name: str, limits: Limits = LIMITS) -> dict[str, list[list[str]]]:
    """Every sheet of an XLSX file as rows of text; `name` is how problems call the file.

    KnownError as `xlsx_in.text_sheets`.
    """
    return {title: [_ended(row) for row in rows] for title, rows in text_sheets(data, name, limits)}


def _ended(row: Sequence[str]) -> list[str]:
    cells = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _require_names(sheets: Mapping[str, object]) -> None:
    seen: set[str] = set()
    for name in sheets:
        if (
            not 1 <= len(name) <= 31
            or _FORBIDDEN.search(name)
            or _CONTROL.search(name)
            or name.lower() in seen
        ):
            raise KnownError(
                f'A workbook cannot have a sheet named "{name}" here.',
                "Names differ from one another, have 1 to 31 characters and none of [ ] : * ? / \\.",
                code="sheet-name",
            )
        seen.add(name.lower())
    if not sheets:
        raise KnownError("A workbook needs a sheet.", "Nothing was written.", code="sheet-name")


def _cell(text: str, sheet: str, row: int, column: int) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(plain) > _LONGEST_TEXT or _CONTROL.search(plain):
        why = "is too long" if len(plain) > _LONGEST_TEXT else "holds a character that cannot be seen"
        raise KnownError(
            f"The text in sheet {sheet}, row {row + 1}, column {column_letter(column)} {why}.",
            "Nothing was written. Correct the text there.",
            code="cell-text",
        )
    return plain
