"""national.csv is a promise to scripts; national.xlsx is for people and holds the same figures."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from small_tables import MADE_AT, Made, made

from inspector_app.sheets.national import (
    national_csv,
    outcomes_csv,
    write_national_csv,
    write_outcomes_csv,
)
from inspector_app.sheets.national_workbook import EXAMPLE_NOTICE, national_workbook, write_national_xlsx


def opened(small: Made) -> openpyxl.Workbook:
    data = national_workbook(small.national, small.counting, MADE_AT, small.outcomes)
    return openpyxl.load_workbook(io.BytesIO(data))


def below_header(sheet: Worksheet) -> list[dict[str, object]]:
    header = [cell.value for cell in sheet[5]]
    return [dict(zip(header, row, strict=True)) for row in sheet.iter_rows(min_row=6, values_only=True)]


def test_national_csv_is_byte_for_byte_what_is_promised(tmp_path: Path) -> None:
    write_national_csv(tmp_path / "national.csv", made().national)
    assert (tmp_path / "national.csv").read_bytes() == (
        b"question,breakdown,group,answer,count,base,percent\n"
        b"care_plans,overall,all,yes,7,9,78\n"
        b"care_plans,overall,all,partially,0,9,0\n"
        b"care_plans,overall,all,no,2,9,22\n"
        b"care_plans,overall,all,not_applicable,1,10,10\n"
        b"care_plans,overall,all,yes_or_partially,7,9,78\n"
        b"care_plans,type,care_home,yes,7,9,78\n"
        b"care_plans,type,care_home,partially,0,9,0\n"
        b"care_plans,type,care_home,no,2,9,22\n"
        b"care_plans,type,care_home,not_applicable,0,9,0\n"
        b"care_plans,type,care_home,yes_or_partially,7,9,78\n"
        b"care_plans,type,secure,yes,0,0,\n"
        b"care_plans,type,secure,partially,0,0,\n"
        b"care_plans,type,secure,no,0,0,\n"
        b"care_plans,type,secure,not_applicable,1,1,100\n"
        b"care_plans,type,secure,yes_or_partially,0,0,\n"
    )


def test_outcomes_csv_counts_findings_and_services_and_guards_names_from_packs(tmp_path: Path) -> None:
    write_outcomes_csv(tmp_path / "outcomes.csv", made().outcomes)
    lines = (tmp_path / "outcomes.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "kind,breakdown,group,findings,services,base,percent"
    assert "requirement,overall,all,2,1,12,8" in lines
    assert "requirement,theme,staffing,1,1,12,8" in lines
    assert "requirement,theme,'=risk,1,1,12,8" in lines
    assert outcomes_csv(made().outcomes) == (tmp_path / "outcomes.csv").read_bytes()


def test_an_unsound_table_is_never_written(tmp_path: Path) -> None:
    small = made()
    wrong = replace(
        small.national, cells=(replace(small.national.cells[0], percent=79), *small.national.cells[1:])
    )
    with pytest.raises(ValueError, match="79% is not 7 of 9"):
        write_national_csv(tmp_path / "national.csv", wrong)
    with pytest.raises(ValueError, match="79% is not 7 of 9"):
        write_national_xlsx(tmp_path / "national.xlsx", wrong, small.counting, MADE_AT)
    assert list(tmp_path.glob("national*")) == []


def test_a_group_that_is_no_code_does_not_reach_the_csv() -> None:
    table = made().national
    spec = table.spec
    group = replace(spec.breakdowns[0].groups[0], code="=all")
    breakdowns = (replace(spec.breakdowns[0], groups=(group,)), *spec.breakdowns[1:])

    def moved(code: str) -> str:
        return "=all" if code == "all" else code

    wrong = replace(
        table,
        spec=replace(spec, breakdowns=breakdowns),
        cells=tuple(replace(cell, group=moved(cell.group)) for cell in table.cells),
        apart=tuple(replace(one, group=moved(one.group)) for one in table.apart),
    )
    with pytest.raises(ValueError, match="'=all' is not a plain code"):
        national_csv(wrong)


def test_the_workbook_has_rules_first_then_a_sheet_a_question() -> None:
    assert opened(made()).sheetnames == ["About", "1 Care plans", "Outcomes", "Not counted"]


def test_the_workbook_shows_the_figures_of_the_csv() -> None:
    small = made()
    shown = {(row["Breakdown"], row["Group"]): row for row in below_header(opened(small)["1 Care plans"])}
    labels = {answer.code: answer.label for answer in small.national.spec.questions[0].answers}
    labels["yes_or_partially"] = "Yes or partially"
    groups = {"all": "All services", "care_home": "Care home", "secure": "Secure accommodation"}
    breakdowns = {"overall": "All services", "type": "Service type"}
    for cell in small.national.cells:
        row = shown[breakdowns[cell.breakdown], groups[cell.group]]
        label = labels[cell.answer]
        base = "Not applicable: of all who answered" if cell.answer == "not_applicable" else "Base"
        assert (row[label], row[f"{label} %"], row[base]) == (cell.count, cell.percent, cell.base)


def test_missing_and_not_assessed_have_columns_and_small_groups_a_note() -> None:
    rows = below_header(opened(made())["1 Care plans"])
    assert [(row["Missing"], row["Could not be assessed"]) for row in rows] == [(1, 1), (0, 0), (1, 1)]
    assert [row["Note"] for row in rows] == [
        "Small group: base under 10",
        "Small group: base under 10",
        "No service in the base",
    ]


def test_percentages_are_whole_numbers_shown_with_a_sign_to_the_right() -> None:
    sheet = opened(made())["1 Care plans"]
    cell = sheet["E6"]
    assert (cell.value, cell.number_format, cell.alignment.horizontal) == (78, '0"%"', "right")


def test_header_and_groups_stay_in_sight_and_the_page_prints_with_its_header() -> None:
    sheet = opened(made())["1 Care plans"]
    assert sheet.freeze_panes == "C6"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.page_setup.orientation == "landscape"


def test_every_sheet_names_year_date_and_number_of_inspections() -> None:
    for sheet in opened(made()).worksheets:
        assert "2016/17 · 12 inspections · made on 2017-05-02" in str(sheet["A2"].value)


def test_inspections_left_out_are_listed_with_the_reason() -> None:
    (row,) = below_header(opened(made())["Not counted"])
    assert row == {
        "Service number": "CS0000000001",
        "Inspected on": "2016-06-01",
        "Why": "A later inspection of the service counts",
        "Inspection": "00",
        "Counts": "01",
    }


def test_an_example_says_so_on_every_sheet_and_a_live_table_on_none() -> None:
    example, live = opened(made("example")), opened(made())
    assert all(sheet["A3"].value == EXAMPLE_NOTICE for sheet in example.worksheets)
    assert all(EXAMPLE_NOTICE in str(sheet.oddFooter.center.text) for sheet in example.worksheets)
    assert all(sheet["A3"].value is None for sheet in live.worksheets)


def test_no_cell_of_the_workbook_is_a_formula_even_where_a_name_looks_like_one() -> None:
    book = opened(made())
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    names = [row["Group"] for row in below_header(book["Outcomes"])]
    assert "=risk" in names


def test_the_same_tables_give_the_same_bytes() -> None:
    first, second = (
        national_workbook(small.national, small.counting, MADE_AT, small.outcomes)
        for small in (made(), made())
    )
    assert first == second


def test_a_table_of_another_realm_than_its_counting_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="example"):
        national_workbook(made("live").national, made("example").counting, MADE_AT)
