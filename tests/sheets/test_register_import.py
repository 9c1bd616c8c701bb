"""A register from any hand: each row is used or named with row, column and advice."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.sheets.grid import Limits
from inspector_app.sheets.register import RegisterProblem, RegisterRow, RegisterSheet, read_register
from inspector_app.sheets.register_columns import COLUMNS
from inspector_app.sheets.workbook import workbook_bytes

TYPES = {
    "care_home": "Care home for children and young people",
    "fostering": "Fostering",
    "secure_accommodation": "Secure accommodation",
}
SECTORS = {
    "local_authority": "Local authority",
    "private": "Private",
    "voluntary": "Voluntary or not for profit",
}
HEADER = ",".join(COLUMNS)
GOOD = "CS2003000001,Rowan House,care_home,private,Rowan Care,SP2003000001,1 Mill Lane,Fife,A Manager,8"


def read(path: Path, text: str | bytes, limits: Limits = Limits()) -> RegisterSheet:  # noqa: B008
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_register(path, TYPES, SECTORS, limits)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.csv"


def only_problem(sheet: RegisterSheet) -> RegisterProblem:
    (problem,) = sheet.problems
    return problem


def test_a_register_with_the_promised_columns_is_read(file: Path) -> None:
    sheet = read(file, f"{HEADER}\n{GOOD}\n")
    assert sheet.rows == (
        RegisterRow(
            2,
            "CS2003000001",
            "Rowan House",
            "care_home",
            "private",
            "Rowan Care",
            "SP2003000001",
            "1 Mill Lane",
            "Fife",
            "A Manager",
            8,
        ),
    )
    assert sheet.problems == ()
    assert sheet.notes == ("Read as UTF-8.", "Cells are divided by commas.")


@pytest.mark.parametrize(
    "header",
    [
        "CS number,Service name,Type of service,Service sector",
        "Service number,Name,Service type,Sector",
        "csnumber,SERVICE NAME,Care service,provider sector",
        "Service_No, Name of service ,type,SECTOR",
    ],
)
def test_english_spellings_of_the_columns_are_understood(file: Path, header: str) -> None:
    sheet = read(file, f"{header}\nCS2003000001,Rowan House,Care home for children & young people,PRIVATE\n")
    assert [(row.service_number, row.name, row.service_type, row.sector) for row in sheet.rows] == [
        ("CS2003000001", "Rowan House", "care_home", "private")
    ]
    assert sheet.problems == ()


def test_other_spellings_of_the_optional_columns(file: Path) -> None:
    header = "Number of places,Registered manager,Local authority area,Provider,SP number,Postal address"
    sheet = read(
        file,
        f"{header},Service number,Name,Type,Sector\n8,A Manager,Fife,Rowan Care,sp2003000001,"
        '"1 Mill Lane\r\nCupar",cs2003 000001,Rowan House,fostering,private\n',
    )
    (row,) = sheet.rows
    assert (row.places, row.manager, row.area) == (8, "A Manager", "Fife")
    assert (row.provider_name, row.provider_number) == ("Rowan Care", "SP2003000001")
    assert (row.address, row.service_number) == ("1 Mill Lane\nCupar", "CS2003000001")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimiter_and_encoding_are_detected(file: Path, delimiter: str, encoding: str) -> None:
    cells = ["CS2003000001", "Caf\xe9 Órain", "fostering", "private"]
    text = "\r\n".join(delimiter.join(row) for row in (COLUMNS[:4], cells))
    sheet = read(file, text.encode(encoding))
    assert [row.name for row in sheet.rows] == ["Caf\xe9 Órain"]
    assert ("Windows-1252" in sheet.notes[0]) == (encoding == "cp1252")


def test_a_line_that_names_the_delimiter_is_obeyed_and_counted(file: Path) -> None:
    sheet = read(file, "sep=;\nservice_number;name;service_type;sector\nCS2003000001;;fostering;private\n")
    assert (only_problem(sheet).row, only_problem(sheet).column) == (3, "name")


def test_a_title_above_the_header_and_blank_rows_are_passed_over(file: Path) -> None:
    sheet = read(file, f"Register of invented services\n\n{HEADER},Notes\n,,,\n{GOOD}\n")
    assert [row.row for row in sheet.rows] == [5]
    assert sheet.notes[-1] == "Columns that a register does not have were not read: Notes."


@pytest.mark.parametrize(
    ("column", "value", "said", "advised"),
    [
        ("service_number", "", "service number is missing", "Give the service number."),
        ("service_number", "2003000001", "“2003000001” is not a service number", "CS and the digits"),
        ("name", "  ", "name is missing", "Give the name."),
        ("name", "x" * 501, "501 characters long", "Shorten it"),
        (
            "service_type",
            "care hoem",
            "“care hoem” is not a service type",
            "Did you mean “Care home for chil",
        ),
        (
            "service_type",
            "aquarium",
            "“aquarium” is not a service type",
            "Use one of: Care home for children",
        ),
        ("sector", "Volunteer", "“Volunteer” is not a sector", "Did you mean “Voluntary or not for profit”?"),
        ("sector", "guild", "“guild” is not a sector", "Use one of: Local authority, Private"),
        ("sector", "", "sector is missing", "Give the sector."),
        ("provider_number", "CS2003000001", "is not a provider number", "SP and the digits"),
        ("places", "eight", "“eight” is not a number of places", "whole number"),
        ("places", "-1", "“-1” is not a number of places", "whole number"),
        ("places", "2.5", "“2.5” is not a number of places", "whole number"),
        ("places", "99999999999", "is not a number of places", "whole number"),
        ("places", "²", "is not a number of places", "whole number"),
        ("manager", "#REF!", "shows the error #REF!", "Correct its formula."),
        ("address", "1 Mill\x07Lane", "a character that cannot be seen", "Type it anew."),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(
    file: Path, column: str, value: str, said: str, advised: str
) -> None:
    cells = GOOD.split(",")
    cells[COLUMNS.index(column)] = value
    other = GOOD.replace("CS2003000001", "CS2003000002")
    sheet = read(file, f"{HEADER}\n{other}\n{','.join(cells)}\n")
    problem = only_problem(sheet)
    assert (problem.row, problem.column, problem.left_out) == (3, column, True)
    assert said in problem.message
    assert advised in problem.advice
    assert str(problem).startswith(f"Row 3, column {column}: ")
    assert [row.row for row in sheet.rows] == [2]


def test_the_column_is_named_as_the_file_spells_it(file: Path) -> None:
    sheet = read(file, "CS number,Service name,Type,Sector\nCS1,Rowan,fostering,private\n")
    assert only_problem(sheet).column == "CS number"


def test_every_problem_of_a_row_is_told_at_once(file: Path) -> None:
    sheet = read(file, f"{HEADER}\nX,,aquarium,guild,,,,,,many\n")
    columns = ["service_number", "name", "service_type", "sector", "places"]
    assert sorted(problem.column for problem in sheet.problems) == sorted(columns)


def test_a_cell_divided_by_its_own_comma_is_noticed(file: Path) -> None:
    divided = GOOD.replace("1 Mill Lane", "1 Mill Lane, Cupar, KY15")
    sheet = read(file, f"{HEADER}\n{divided}\n")
    assert sheet.rows == ()
    beyond = [problem for problem in sheet.problems if problem.column in ("K", "L")]
    assert len(beyond) == 2
    assert "quotation marks" in beyond[0].advice


def test_the_same_row_twice_is_used_once_and_told(file: Path) -> None:
    sheet = read(file, f"{HEADER}\n{GOOD}\n{GOOD}\n")
    assert [row.row for row in sheet.rows] == [2]
    problem = only_problem(sheet)
    assert (problem.row, problem.left_out) == (3, False)
    assert "row 2 already" in problem.message


def test_of_two_rows_with_one_number_that_differ_none_is_used(file: Path) -> None:
    sheet = read(file, f"{HEADER}\n{GOOD}\n{GOOD.replace('Rowan House', 'Birch House')}\n")
    assert sheet.rows == ()
    assert [problem.row for problem in sheet.problems] == [2, 3]
    assert "stands in rows 2, 3" in sheet.problems[0].message
    assert "differ in name" in sheet.problems[0].advice


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("", "empty-file", "is empty"),
        (" \n\n", "empty-file", "is empty"),
        (",,,\n,,\n", "empty-file", "is empty"),
        ("name,sector\nRowan,private\n", "register-header", "service_number, service_type"),
        ("one,two\n1,2\n", "register-header", "service_number, name"),
        (f"{HEADER},CS number\n", "register-header", "more than one column for service_number"),
        (f'{HEADER}\n{GOOD}\nCS2003000002,"Rowan\n', "broken-csv", "row 3: a quotation mark is opened"),
        (f'{HEADER}\nCS2003000002,"Ro"wan,x\n', "broken-csv", "row 2: something follows"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not-a-sheet", "old Excel"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not-a-sheet", "no text file"),
        (b"caf\xe9 \x81\x8d", "not-a-sheet", "neither UTF-8 nor Windows-1252"),
        (b"\xff\xfea\0b", "not-a-sheet", "damaged UTF-16"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_reason(
    file: Path, text: str | bytes, code: str, said: str
) -> None:
    with pytest.raises(KnownError) as caught:
        read(file, text)
    assert caught.value.code == code
    assert said in caught.value.message
    assert caught.value.advice


def test_a_folder_in_place_of_the_file_and_no_file_are_told(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "is-folder"), (tmp_path / "none.csv", "file-missing")):
        with pytest.raises(KnownError) as caught:
            read_register(path, TYPES, SECTORS)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(file_bytes=100), "more than 100 bytes"),
        (Limits(rows=2), "more than 2 rows"),
        (Limits(columns=9), "row 1 has more than 9 columns"),
        (Limits(cell=12), "a cell in row 1 has more than 12 characters"),
    ],
)
def test_a_file_over_the_limits_is_refused(file: Path, limits: Limits, said: str) -> None:
    with pytest.raises(KnownError) as caught:
        read(file, f"{HEADER}\n{GOOD}\n{GOOD}\n", limits)
    assert caught.value.code == "too-large"
    assert said in caught.value.message


def test_a_cell_over_the_reader_s_own_limit_is_refused(file: Path) -> None:
    with pytest.raises(KnownError, match="row 2: a cell is too large"):
        read(file, f"{HEADER}\n{'x' * 140_000}\n")


def test_a_workbook_is_read_from_the_sheet_that_holds_the_register(tmp_path: Path) -> None:
    sheets = {
        "Read me": [["Register of invented services"]],
        "Services": [
            ["As at today"],
            [],
            list(COLUMNS),
            GOOD.split(","),
            ["CS2003000002", "", "fostering", "private"],
        ],
    }
    file = tmp_path / "register.xlsx"
    sheet = read(file, workbook_bytes(sheets, datetime(2016, 4, 1, tzinfo=UTC)))
    assert [(row.row, row.places) for row in sheet.rows] == [(4, 8)]
    assert (only_problem(sheet).row, only_problem(sheet).column) == (5, "name")
    assert sheet.notes == ("Read as an Excel workbook.",)


def test_a_stray_note_beside_a_workbook_s_rows_is_told_and_the_row_used(tmp_path: Path) -> None:
    sheets = {"Services": [list(COLUMNS), [*GOOD.split(","), "ring them first"]]}
    file = tmp_path / "register.xlsx"
    sheet = read(file, workbook_bytes(sheets, datetime(2016, 4, 1, tzinfo=UTC)))
    assert len(sheet.rows) == 1
    assert (only_problem(sheet).column, only_problem(sheet).left_out) == ("K", False)


LINES = st.lists(
    st.sampled_from(
        [GOOD, GOOD.replace("0001,", "0002,", 1), "", "X", "a,b,c,d", GOOD + ",", GOOD.replace("8", "x")]
    )
    | st.text(st.characters(codec="utf-8", exclude_characters='"\0'), max_size=30),
    max_size=12,
)


@settings(max_examples=80, deadline=None)
@given(LINES)
def test_no_row_is_dropped_silently(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    file = tmp_path_factory.mktemp("register") / "register.csv"
    text = "\n".join([HEADER, *lines])
    sheet = read(file, text)
    named = {row.row for row in sheet.rows} | {problem.row for problem in sheet.problems}
    assert named == filled_rows(text) - {1}
    used = [row.row for row in sheet.rows]
    assert not set(used) & {problem.row for problem in sheet.problems if problem.left_out}


def filled_rows(text: str) -> set[int]:
    lines = re.split(r"\r\n|\r|\n", text)
    return {number for number, line in enumerate(lines, start=1) if line.replace(",", " ").strip()}
