"""Every published figure that the made-up sample can answer comes out of the tables as printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from counted_rows import cse_spec, sample_answers, sample_outcomes

from inspector_app.analysis.counting_rule import CountingYear, which_count
from inspector_app.analysis.guard import problems
from inspector_app.analysis.national import Cell, NationalTable, national_table
from inspector_app.analysis.outcomes import OutcomeCell, outcome_table

QUESTION = {
    "Q1": "policy",
    "Q2": "policy_framework",
    "Q3": "aware_responsibilities",
    "Q4": "aware_indicators",
    "Q5": "systems",
    "Q6": "care_plans",
}
GROUP = {
    "all": "all",
    "Adoption services": "adoption",
    "Care homes": "care_home",
    "Fostering services": "fostering",
    "School care accommodation services": "school_care",
    "Voluntary": "voluntary",
    "Private": "private",
    "Local authority": "local_authority",
}
ANSWER = {
    "In place or in development": "in_place_or_in_development",
    "Yes (in place)": "in_place",
    "In development": "in_development",
    "No (neither)": "none",
    "Yes (comprehensive)": "yes",
    "Yes (effective)": "yes",
    "Yes": "yes",
    "Partially": "partially",
    "Yes or partially": "yes_or_partially",
    "No": "no",
    "All": "all",
    "Majority": "majority",
    "Minority": "minority",
    "None": "none",
    "All or majority": "all_or_majority",
    "Minority or none": "minority_or_none",
    "Minority (or none)": "minority_or_none",
}


@pytest.fixture
def sample(shared: Path) -> Path:
    return shared / "published" / "sample_332.csv"


@pytest.fixture
def table(sample: Path) -> NationalTable:
    rows = sample_answers(sample)
    counting = which_count(rows, CountingYear(2016), "live")
    assert not counting.left_out
    return national_table(counting.answers(rows), cse_spec())


def cell_of(table: NationalTable, *place: str) -> Cell:
    return next(
        cell for cell in table.cells if (cell.question, cell.breakdown, cell.group, cell.answer) == place
    )


def test_every_expected_figure_is_reproduced(table: NationalTable, shared: Path) -> None:
    published = json.loads((shared / "published" / "published_figures.json").read_text(encoding="utf-8"))
    ids = json.loads((shared / "published" / "figures_expected.json").read_text(encoding="utf-8"))["ids"]
    figures = {figure["id"]: figure for figure in published["figures"]}
    differing, compared = [], 0
    for id_ in ids:
        figure = figures[id_]
        place = (QUESTION[figure["question"]], figure["breakdown"], GROUP[figure["group"]])
        cell = cell_of(table, *place, ANSWER[figure["answer"]])
        printed = {"count": figure["count"], "percent": figure["percent"]}
        if figure["breakdown"] == "overall":
            printed["base"] = figure["base_n"]
        for name, value in printed.items():
            if value is not None:
                compared += 1
                if getattr(cell, name) != value:
                    differing.append(f"{id_} {name}: printed {value}, table {cell}")
    assert not differing
    assert len(ids) == 85
    assert compared >= len(ids)


def test_not_applicable_is_shown_against_all_332_and_is_in_no_other_base(table: NationalTable) -> None:
    care_plans = {
        cell.answer: (cell.count, cell.base)
        for cell in table.cells
        if (cell.question, cell.breakdown) == ("care_plans", "overall")
    }
    assert care_plans == {
        "yes": (198, 265),
        "partially": (53, 265),
        "no": (14, 265),
        "not_applicable": (67, 332),
        "yes_or_partially": (251, 265),
    }


def test_the_table_of_the_sample_passes_the_guard(table: NationalTable) -> None:
    assert problems(table) == ()
    assert table.inspections == 332
    assert all(one.missing == one.not_assessed == 0 for one in table.apart)


def test_65_recommendations_in_64_services_and_5_requirements_in_4(sample: Path) -> None:
    counting = which_count(sample_answers(sample), CountingYear(2016), "live")
    cells = outcome_table(sample_outcomes(sample), counting, cse_spec())
    overall = [cell for cell in cells if cell.breakdown == "overall"]
    assert overall == [
        OutcomeCell("recommendation", "overall", "all", 65, 64, 332, 19),
        OutcomeCell("requirement", "overall", "all", 5, 4, 332, 1),
    ]
