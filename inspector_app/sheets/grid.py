"""Reads a CSV or XLSX file into rows of text, whatever program wrote it, and refuses what cannot be read.

A register comes from many hands: comma, semicolon or tab between cells, UTF-8 or the Windows code page, a
title above the header. What was detected is kept as a note, so that a wrong guess can be seen. Sizes are
bounded: the file comes from outside, and a few kilobytes of XLSX can unpack to gigabytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.words import mark, translate

_DELIMITERS = {",": mark("Sheets", "commas"), ";": mark("Sheets", "semicolons"), "\t": mark("Sheets", "tabs")}
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOK_FOR_HEADER = 20


@dataclass(frozen=True)
class Limits:
    """The largest file that is read: bytes, rows that are not blank, columns, characters in a cell."""

    file_bytes: int = 20_000_000
    rows: int = 50_000
    columns: int = 200
    cell: int = 10_000


LIMITS = Limits()


@dataclass(frozen=True)
class Grid:
    """Rows of one sheet that are not blank, each with the number that a spreadsheet program shows.

    `sheet` is '' for CSV; `notes` say how the file was read, one sentence each.
    """

    sheet: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notes: tuple[str, ...] = ()


def read_grids(path: Path, recognises: Callable[[str], bool], limits: Limits = LIMITS) -> tuple[Grid, ...]:
    """The sheets of the file (one for CSV).

    `recognises` tells whether a text is a header the caller knows: it decides between delimiters. KnownError:
    `file-missing`, `is-folder`, `unreadable`, `empty-file`, `too-large`, `not-a-sheet`, `broken-csv`,
    `broken-workbook`.
    """
    data = _bytes(path, limits)
    if not data.strip():
        raise _empty(path)
    if data.startswith(_OLD_EXCEL):
        raise _not_a_sheet(path, "an old Excel workbook or one locked by a password")
    if data.startswith(b"PK\x03\x04"):
        from inspector_app.sheets.xlsx_in import workbook_grids

        grids = workbook_grids(data, path.name, limits)
    else:
        grids = (_csv_grid(data, path, recognises, limits),)
    if not any(grid.rows for grid in grids):
        raise _empty(path)
    return grids


def find_header(grid: Grid, recognises: Callable[[str], bool]) -> tuple[int, tuple[str, ...]] | None:
    """Row number and cells of the header: among the first rows the one with most headers known, if any is."""
    best = max(grid.rows[:_LOOK_FOR_HEADER], key=lambda row: sum(map(recognises, row[1])), default=None)
    return best if best and any(map(recognises, best[1])) else None


def too_large(name: str, what: str) -> KnownError:
    """The refusal of a file, sheet or cell that is over the limits."""
    return KnownError(
        f"{name} is too large to be read: {what}.",
        "Nothing was read. Check that it is the right file; split it if it is.",
        code="too-large",
    )


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise KnownError(
                f"{path.name} is a folder, not a file.", "Choose the file inside it.", code="is-folder"
            )
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise KnownError(
            f"There is no file {path.name}.", "Check the name and the folder.", code="file-missing"
        ) from error
    except OSError as error:
        raise KnownError(
            f"{path.name} cannot be read: {error.strerror or error}.",
            "Close it in other programs, or copy it to another folder and try again.",
            code="unreadable",
        ) from error
    if len(data) > limits.file_bytes:
        raise too_large(path.name, f"it has more than {limits.file_bytes:,} bytes")
    return data


def _empty(path: Path) -> KnownError:
    return KnownError(
        f"{path.name} is empty.", "Check that the right file was saved and chosen.", code="empty-file"
    )


def _not_a_sheet(path: Path, what: str) -> KnownError:
    return KnownError(
        f"{path.name} is {what}, and cannot be read as a table.",
        "Save it as XLSX or as CSV (UTF-8) and choose that file.",
        code="not-a-sheet",
    )


def _csv_grid(data: bytes, path: Path, recognises: Callable[[str], bool], limits: Limits) -> Grid:
    text, notes = _decoded(data, path)
    lines = text.split("\n", 1)
    skipped = 0
    delimiter = ""
    if lines[0].lower().rstrip("\r").startswith("sep=") and len(lines[0].strip()) <= len("sep=") + 1:
        delimiter = lines[0].rstrip("\r")[4:5]
        text, skipped = lines[1] if len(lines) > 1 else "", 1
    delimiter = delimiter or _delimiter(text, recognises)
    notes.append(
        translate("Sheets", "Cells are divided by {sign}.").format(
            sign=translate("Sheets", _DELIMITERS.get(delimiter, delimiter))
        )
    )
    return Grid("", tuple(_csv_rows(text, delimiter, skipped, path.name, limits)), tuple(notes))


def _decoded(data: bytes, path: Path) -> tuple[str, list[str]]:
    for start, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(start):
            try:
                return data.decode(encoding), [
                    translate("Sheets", "Read as {encoding}.").format(
                        encoding=encoding.removesuffix("-sig").upper()
                    )
                ]
            except UnicodeDecodeError as error:
                raise _not_a_sheet(path, f"damaged {encoding.removesuffix('-sig').upper()} text") from error
    if b"\0" in data:
        raise _not_a_sheet(path, "no text file")
    try:
        return data.decode("utf-8"), [translate("Sheets", "Read as UTF-8.")]
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _not_a_sheet(path, "neither UTF-8 nor Windows-1252 text") from error
    return text, [
        translate(
            "Sheets",
            "Read as Windows-1252, because it is not UTF-8. Check names with accents; "
            "if they are wrong, save the file as CSV UTF-8.",
        )
    ]


def _delimiter(text: str, recognises: Callable[[str], bool]) -> str:
    def headers(delimiter: str) -> int:
        most = 0
        try:
            for row in islice(_reader(text, delimiter), _LOOK_FOR_HEADER):
                most = max(most, sum(map(recognises, row)))
        except csv.Error:  # the wrong delimiter can break quoting; the right one is told when all is read
            pass
        return most

    return max(_DELIMITERS, key=headers)


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)


def _csv_rows(
    text: str, delimiter: str, skipped: int, name: str, limits: Limits
) -> Iterator[tuple[int, tuple[str, ...]]]:
    number = skipped
    kept = 0
    try:
        for number, cells in enumerate(_reader(text, delimiter), start=skipped + 1):
            if any(cell.strip() for cell in cells):
                kept += 1
                if kept > limits.rows:
                    raise too_large(name, f"it has more than {limits.rows:,} rows")
                yield number, bounded(cells, number, name, limits)
    except csv.Error as error:
        raise KnownError(
            f"{name} is damaged in row {number + 1}: {_plainly(str(error))}.",
            "Nothing was read. Check the quotation marks in that row, or save the file again as CSV.",
            code="broken-csv",
        ) from error


def _plainly(error: str) -> str:
    if "unexpected end of data" in error:
        return "a quotation mark is opened there and never closed"
    if "expected after" in error:
        return "something follows a closing quotation mark"
    if "field limit" in error:
        return "a cell is too large"
    return error


def bounded(cells: Sequence[str], row: int, name: str, limits: Limits) -> tuple[str, ...]:
    """The cells of a row without blank ones at its end, trimmed; KnownError `too-large` over the limits."""
    kept = [cell.replace("\r\n", "\n").replace("\r", "\n").strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    if len(kept) > limits.columns:
        raise too_large(name, f"row {row} has more than {limits.columns} columns")
    if any(len(cell) > limits.cell for cell in kept):
        raise too_large(name, f"a cell in row {row} has more than {limits.cell:,} characters")
    return tuple(kept)
