"""The national sample is read into typed rows; a bad cell is named by row and column."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.sheets.sample import COLUMNS, SampleRow, SampleSheet, read_sample

GOOD = {
    "service_number": "CS2003000001",
    "service_type": "care_home",
    "reporting_type": "care_home",
    "sector": "private",
    "inspected_on": "2016-04-01",
    "policy": "in_place",
    "policy_framework": "yes",
    "staff_asked": "12",
    "staff_aware_responsibilities": "12",
    "aware_responsibilities": "all",
    "staff_aware_indicators": "7",
    "aware_indicators": "majority",
    "systems": "yes",
    "care_plans": "not_applicable",
    "recommendations": "1",
    "requirements": "0",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sample.csv"


def read(file: Path, *rows: dict[str, str], extra: str = "") -> SampleSheet:
    lines = [",".join(COLUMNS), *(",".join(row[column] for column in COLUMNS) + extra for row in rows)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_sample(file)


def test_a_row_is_read_with_its_types(file: Path) -> None:
    sheet = read(file, GOOD)
    assert sheet == SampleSheet(
        (
            SampleRow(
                2, "CS2003000001", "care_home", "care_home", "private", date(2016, 4, 1), "in_place", "yes",
                12, 12, "all", 7, "majority", "yes", "not_applicable", 1, 0,
            ),
        ),
        (),
    )  # fmt: skip


def test_questions_that_were_not_relevant_are_blank_and_not_zero(file: Path) -> None:
    blank = {
        "policy": "none",
        "policy_framework": "",
        "staff_aware_responsibilities": "",
        "aware_responsibilities": "",
    }
    (row,) = read(file, GOOD | blank).rows
    assert (row.policy_framework, row.staff_aware_responsibilities, row.aware_responsibilities) == (
        "",
        None,
        "",
    )


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("service_number", "", "nothing in this cell"),
        ("service_number", "2003", "not a service number"),
        ("reporting_type", "", "nothing in this cell"),
        ("sector", "Local authority", "not a code"),
        ("inspected_on", "", "nothing in this cell"),
        ("inspected_on", "01/04/2016", "not a date"),
        ("inspected_on", "2016-02-30", "not a date"),
        ("inspected_on", "20160401", "not a date"),
        ("policy", "=1+1", "not a code"),
        ("staff_asked", "many", "not a whole number"),
        ("staff_asked", "11", "12 staff were aware of 11 asked"),
        ("staff_aware_indicators", "13", "13 staff were aware of 12 asked"),
        ("recommendations", "-1", "not a whole number"),
        ("recommendations", "", "nothing in this cell"),
        ("requirements", "1e3", "not a whole number"),
        ("requirements", "1001", "not a whole number"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(file: Path, column: str, value: str, said: str) -> None:
    sheet = read(file, GOOD, GOOD | {column: value})
    problem = sheet.problems[0]
    assert problem.row == 3
    assert problem.column in (column, "staff_aware_responsibilities")
    assert said in problem.message
    assert [row.row for row in sheet.rows] == [2]


def test_a_cell_too_many_is_named(file: Path) -> None:
    sheet = read(file, GOOD, extra=",more")
    assert sheet.rows == ()
    assert (sheet.problems[0].row, sheet.problems[0].column) == (2, "Q")


def test_columns_that_are_missing_are_named(file: Path) -> None:
    file.write_text("service_number,policy,policy\nCS2003000001,none,none\n", encoding="utf-8")
    with pytest.raises(
        KnownError, match="service_type, reporting_type, sector, inspected_on, policy"
    ) as caught:
        read_sample(file)
    assert caught.value.code == "sample-header"


def test_a_file_with_nothing_known_in_it_is_refused(file: Path) -> None:
    file.write_text("one,two\n1,2\n", encoding="utf-8")
    with pytest.raises(KnownError, match="columns of a national sample"):
        read_sample(file)


def test_the_made_up_sample_of_332_is_read_whole(shared: Path) -> None:
    sheet = read_sample(shared / "published" / "sample_332.csv")
    assert sheet.problems == ()
    assert len({row.service_number for row in sheet.rows}) == 332
    assert Counter(row.policy for row in sheet.rows) == {"in_place": 224, "in_development": 87, "none": 21}
    assert sum(row.recommendations for row in sheet.rows) == 65
    assert sum(row.requirements for row in sheet.rows) == 5
