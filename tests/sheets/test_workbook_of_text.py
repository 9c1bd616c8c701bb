"""Sheets of text go into a workbook and come back as they were."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.sheets.workbook import read_workbook, workbook_bytes

MADE_AT = datetime(2016, 4, 1, tzinfo=UTC)
XLSFORM = {
    "survey": [
        ["type", "name", "label", "relevant"],
        ["select_one policy", "policy", "Did the service have a policy?"],
        [],
        ["calculate", "aware", "", "", "=count(${staff})"],
        ["note", "note", "Two\nlines, https://example.org, 007, 1.50, TRUE, #N/A"],
    ],
    "choices": [["list_name", "name", "label"], ["policy", "in_place", " kept blanks "]],
    "settings": [["form_id"], ["cse"]],
}


def test_an_xlsform_comes_back_as_it_went_in() -> None:
    assert read_workbook(workbook_bytes(XLSFORM, MADE_AT), "form.xlsx") == XLSFORM


def test_everything_is_stored_as_text_and_nothing_as_formula_or_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(XLSFORM, MADE_AT)))
    cells = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert workbook_bytes(XLSFORM, MADE_AT) == workbook_bytes(XLSFORM, MADE_AT)


CELLS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]) | st.just("\n"), max_size=12).filter(
    lambda text: "x005F_" not in text and "_x00" not in text
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=4), max_size=5))
def test_any_text_comes_back_but_for_blank_ends(rows: list[list[str]]) -> None:
    def ended(cells: list[str]) -> list[str]:
        while cells and not cells[-1]:
            cells = cells[:-1]
        return cells

    expected = [ended(row) for row in rows]
    while expected and not expected[-1]:
        expected.pop()
    assert read_workbook(workbook_bytes({"survey": rows}, MADE_AT), "form.xlsx") == {"survey": expected}


def test_windows_line_ends_become_plain_ones() -> None:
    data = workbook_bytes({"survey": [["a\r\nb\rc"]]}, MADE_AT)
    assert read_workbook(data, "form.xlsx") == {"survey": [["a\nb\nc"]]}


@pytest.mark.parametrize("name", ["", "x" * 32, "a/b", "a:b", "[a]", "'a'", "SURVEY", "a\x01"])
def test_a_name_that_a_sheet_cannot_have_is_told(name: str) -> None:
    with pytest.raises(KnownError) as caught:
        workbook_bytes({"survey": [], name: []}, MADE_AT)
    assert caught.value.code == "sheet-name"


def test_a_workbook_without_sheets_is_refused() -> None:
    with pytest.raises(KnownError, match="needs a sheet"):
        workbook_bytes({}, MADE_AT)


@pytest.mark.parametrize("text", ["x" * 32_768, "bell\x07", "half\ud800"])
def test_text_that_a_cell_cannot_hold_is_told_with_its_place(text: str) -> None:
    with pytest.raises(KnownError, match="sheet survey, row 2, column C") as caught:
        workbook_bytes({"survey": [["type"], ["a", "b", text]]}, MADE_AT)
    assert caught.value.code == "cell-text"
