"""Reads the sheets of an XLSX file as text, from bytes that nobody has checked.

openpyxl is told nothing about sizes and trusts its input, so the package is looked at first: number and
unpacked size of its parts, and no document type declarations (none is ever written by a spreadsheet
program; they are how a small file makes a parser use all memory).
"""

from __future__ import annotations

import io
import lzma
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Protocol

from inspector_app.errors import KnownError
from inspector_app.sheets.grid import Grid, Limits, bounded, too_large
from inspector_app.words import translate

_PARTS = 2_000
_UNPACKED = 300_000_000
_CHUNK = 1 << 20
_LAST_ROW = 1_048_576  # of any worksheet; a file that claims a later one is made to waste time
# What zipfile raises for a damaged, locked or oddly compressed package, found by damaging some at random.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f])_")


class _Sheet(Protocol):
    """What is used of openpyxl's read-only worksheet, which carries no types."""

    title: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, values_only: bool) -> Iterator[tuple[object, ...]]: ...


def workbook_grids(data: bytes, name: str, limits: Limits) -> tuple[Grid, ...]:
    """Every worksheet of the workbook with its cells trimmed and blank rows left out.

    KnownError `broken-workbook`, `not-a-sheet` or `too-large`.
    """
    return tuple(
        Grid(
            title,
            tuple(
                (number, bounded(cells, number, f"{name}, sheet {title},", limits))
                for number, cells in enumerate(rows, start=1)
                if any(cell.strip() for cell in cells)
            ),
            (translate("Sheets", "Read as an Excel workbook."),),
        )
        for title, rows in text_sheets(data, name, limits)
    )


def text_sheets(data: bytes, name: str, limits: Limits) -> list[tuple[str, list[list[str]]]]:
    """Title and all rows of every worksheet, as text; formulas as the values they had when it was saved.

    Blank rows at the end are left out. KnownError as `workbook_grids`.
    """
    _require_harmless(data, name)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that hold no values
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            try:
                return [(sheet.title, _rows(sheet, name, limits)) for sheet in workbook.worksheets]
            finally:
                workbook.close()
    except (KnownError, MemoryError):
        raise
    except Exception as error:  # a damaged package makes openpyxl raise nearly anything
        raise _broken(name) from error


def _rows(sheet: _Sheet, name: str, limits: Limits) -> list[list[str]]:
    sheet.reset_dimensions()  # the size a file claims is not believed
    rows: list[list[str]] = []
    kept = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > _LAST_ROW:
            raise too_large(name, f"sheet {sheet.title} has more than {_LAST_ROW:,} rows")
        cells = [_text(value) for value in values]
        if any(cells):
            kept += 1
            if kept > limits.rows:
                raise too_large(name, f"sheet {sheet.title} has more than {limits.rows:,} rows")
            rows += [[] for _ in range(number - 1 - len(rows))]
            rows.append(cells)
    return rows


def _text(value: object) -> str:
    """A cell as the text a person would type: whole numbers without a point, dates as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _require_harmless(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
                raise too_large(name, "it unpacks to more than a workbook of text ever needs")
            names = {part.filename for part in parts}
            if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names:
                raise KnownError(
                    f"{name} is not an Excel workbook (XLSX).",
                    "Save it as XLSX or as CSV (UTF-8) and choose that file.",
                    code="not-a-sheet",
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares_a_type(package, part):
                    raise _broken(name)
    except _DAMAGE as error:
        raise _broken(name) from error


def _declares_a_type(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether the part has a DOCTYPE, in any encoding that XML parsers detect; never reads over its size."""
    before = b""
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            if b"<!DOCTYPE" in (before + chunk).replace(b"\0", b""):
                return True
            before = chunk[-32:]
    return False


def _broken(name: str) -> KnownError:
    return KnownError(
        f"{name} is damaged or is not a workbook that can be read safely.",
        "Nothing was read. Open it in a spreadsheet program and save it again as XLSX or CSV.",
        code="broken-workbook",
    )
