"""The guard finds every kind of wrong figure in a finished table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from counted_rows import answered, cse_spec

from inspector_app.analysis.guard import problems, require_sound
from inspector_app.analysis.national import NationalTable, national_table


@pytest.fixture
def table() -> NationalTable:
    rows = [answered(f"{n:02}", "care_plans", "yes" if n < 7 else "no") for n in range(12)]
    rows += [answered(f"{n:02}", "care_plans", "not_applicable", sector="other") for n in range(12, 15)]
    return national_table(rows, cse_spec())


def spoilt(table: NationalTable, answer: str, **change: int | None) -> NationalTable:
    place = ("care_plans", "overall", "all", answer)
    cells = tuple(
        replace(cell, **change) if (cell.question, cell.breakdown, cell.group, cell.answer) == place else cell
        for cell in table.cells
    )
    assert cells != table.cells
    return replace(table, cells=cells)


def test_a_sound_table_passes(table: NationalTable) -> None:
    require_sound(table)


@pytest.mark.parametrize(
    ("answer", "change", "said"),
    [
        ("yes", {"percent": 47}, "47% is not 7 of 12"),
        ("yes", {"percent": None}, "None% is not 7 of 12"),
        ("yes", {"base": 15, "percent": 47}, "base is another"),
        ("yes", {"count": 13, "percent": 108}, "count 13 is not within base 12"),
        ("yes", {"count": 8, "percent": 67}, "counts add up to 13"),
        ("not_applicable", {"base": 12, "percent": 25}, "not shown against the 15"),
        ("yes_or_partially", {"count": 8, "percent": 67}, "yes_or_partially is not the sum"),
    ],
)
def test_a_wrong_figure_is_named(
    table: NationalTable, answer: str, change: dict[str, int | None], said: str
) -> None:
    found = problems(spoilt(table, answer, **change))
    assert any(said in problem for problem in found), found


def test_a_percentage_of_nothing_is_named(table: NationalTable) -> None:
    cells = (replace(table.cells[0], percent=0), *table.cells[1:])
    assert problems(replace(table, cells=cells)) == (
        "policy, overall, all, in_place: a percentage of nothing",
    )


def test_a_group_left_out_of_one_breakdown_is_noticed(table: NationalTable) -> None:
    cells = tuple(
        replace(cell, count=0, base=0, percent=None)
        if (cell.question, cell.breakdown) == ("care_plans", "sector")
        else cell
        for cell in table.cells
    )
    assert any("do not add up to the same" in problem for problem in problems(replace(table, cells=cells)))


def test_a_missing_cell_and_another_order_are_noticed(table: NationalTable) -> None:
    assert problems(replace(table, cells=table.cells[1:]))
    assert problems(replace(table, cells=table.cells[::-1]))
    assert problems(replace(table, apart=table.apart[1:]))


def test_what_is_apart_must_agree_between_breakdowns(table: NationalTable) -> None:
    apart = (replace(table.apart[0], missing=1), *table.apart[1:])
    assert problems(replace(table, apart=apart)) == (
        "policy: what is shown apart differs between breakdowns",
    )


def test_an_unsound_table_is_refused(table: NationalTable) -> None:
    with pytest.raises(ValueError, match="47% is not 7 of 12"):
        require_sound(spoilt(table, "yes", percent=47))
