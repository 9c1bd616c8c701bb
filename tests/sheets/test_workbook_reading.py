"""An XLSX file from outside is looked at before it is trusted."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import UTC, date, datetime, time

import openpyxl
import pytest

from inspector_app.errors import KnownError
from inspector_app.sheets import xlsx_in
from inspector_app.sheets.grid import Limits
from inspector_app.sheets.workbook import read_workbook, workbook_bytes

MADE_AT = datetime(2016, 4, 1, tzinfo=UTC)
GOOD = workbook_bytes({"Services": [["service_number", "name"], ["CS2003000001", "Rowan House"]]}, MADE_AT)


def changed(part: str, data: bytes | None, more: dict[str, bytes] | None = None) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(GOOD)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            if name != part:
                copy.writestr(name, source.read(name))
            elif data is not None:
                copy.writestr(name, data)
        for name, text in (more or {}).items():
            copy.writestr(name, text)
    return target.getvalue()


def sheet_xml(rows: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/'
        f'spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    ).encode()


def test_values_become_the_text_a_person_would_type() -> None:
    book = openpyxl.Workbook()
    book.active.append(
        ["x", 8, 8.0, 2.5, True, date(2016, 4, 1), datetime(2016, 4, 1, 9, 5), time(9, 5), None, "=1+1"]
    )
    target = io.BytesIO()
    book.save(target)
    ((row,),) = read_workbook(target.getvalue(), "x.xlsx").values()
    assert row == ["x", "8", "8", "2.5", "TRUE", "2016-04-01", "2016-04-01 09:05:00", "09:05:00"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (GOOD[: len(GOOD) // 2], "broken-workbook"),
        (b"PK\x03\x04" + b"\0" * 50, "broken-workbook"),
        (changed("xl/workbook.xml", b"<workbook"), "broken-workbook"),
        (changed("xl/worksheets/sheet1.xml", b"not xml"), "broken-workbook"),
        (changed("xl/workbook.xml", None), "broken-workbook"),
        (
            changed("xl/worksheets/sheet1.xml", sheet_xml('<row r="99999999999"><c r="A1"/></row>')),
            "too-large",
        ),
    ],
)
def test_a_damaged_workbook_is_refused_in_plain_words(data: bytes, code: str) -> None:
    with pytest.raises(KnownError, match=r"register\.xlsx") as caught:
        read_workbook(data, "register.xlsx")
    assert caught.value.code == code


def test_a_zip_that_is_no_workbook_is_told() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(KnownError, match="not an Excel workbook") as caught:
        read_workbook(target.getvalue(), "register.ods")
    assert caught.value.code == "not-a-sheet"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_never_parsed(encoding: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'.encode(encoding)
    with pytest.raises(KnownError) as caught:
        read_workbook(changed("xl/sharedStrings.xml", bomb), "register.xlsx")
    assert caught.value.code == "broken-workbook"


def test_a_declaration_across_the_end_of_a_piece_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_in, "_CHUNK", 16)
    bomb = b" " * 12 + b"<!DOCTYPE x><x/>"
    with pytest.raises(KnownError):
        read_workbook(changed("", None, {"xl/extra.xml": bomb}), "register.xlsx")
    assert read_workbook(GOOD, "register.xlsx")


def test_a_workbook_that_unpacks_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_in, "_UNPACKED", 100_000)
    with pytest.raises(KnownError, match="unpacks") as caught:
        read_workbook(changed("", None, {"xl/extra.xml": b" " * 200_000}), "register.xlsx")
    assert caught.value.code == "too-large"


def test_a_sheet_with_too_many_rows_is_refused() -> None:
    with pytest.raises(KnownError, match="sheet Services has more than 1 rows") as caught:
        read_workbook(GOOD, "register.xlsx", Limits(rows=1))
    assert caught.value.code == "too-large"


def test_random_damage_never_shows_as_a_fault_of_the_program() -> None:
    dice = random.Random(332)
    for _ in range(60):
        data = bytearray(GOOD)
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            read_workbook(bytes(data), "register.xlsx")
        except KnownError as error:
            assert error.code in {"broken-workbook", "not-a-sheet", "too-large"}
