"""Which inspection of a service counts, and what is told about the others."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from counted_rows import answered

from inspector_app.analysis.counting_rule import (
    LATER_COUNTS,
    OUTSIDE_YEAR,
    CountingYear,
    LeftOut,
    counting_year,
    which_count,
)
from inspector_app.analysis.rows import Outcome
from inspector_app.errors import KnownError

YEAR = CountingYear(2016)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2016, 3, 31), 2015),
        (date(2016, 4, 1), 2016),
        (date(2016, 12, 31), 2016),
        (date(2017, 3, 31), 2016),
        (date(2017, 4, 1), 2017),
    ],
)
def test_the_counting_year_runs_from_april_to_march(day: date, first: int) -> None:
    assert counting_year(day) == CountingYear(first)
    assert YEAR.holds(day) == (first == 2016)


def test_a_year_is_named_as_printed() -> None:
    assert (YEAR.label, CountingYear(1999).label) == ("2016/17", "1999/00")


def test_the_latest_inspection_of_a_service_counts_in_whatever_order_they_come() -> None:
    rows = [
        answered("a", "systems", "no", service="CS1", on=date(2016, 5, 1)),
        answered("b", "systems", "yes", service="CS1", on=date(2017, 2, 1)),
        answered("c", "systems", "no", service="CS1", on=date(2016, 9, 1)),
        answered("d", "systems", "no", service="CS2", on=date(2016, 5, 1)),
    ]
    results = {which_count(order, YEAR, "live") for order in permutations(rows)}
    (counting,) = results
    assert counting.ids == {"b", "d"}
    assert counting.left_out == (
        LeftOut("a", "CS1", date(2016, 5, 1), LATER_COUNTS, "b"),
        LeftOut("c", "CS1", date(2016, 9, 1), LATER_COUNTS, "b"),
    )


def test_of_two_on_one_day_the_higher_id_counts() -> None:
    rows = [answered(name, "systems", "yes", service="CS1") for name in ("02", "01")]
    assert which_count(rows, YEAR, "live").ids == which_count(rows[::-1], YEAR, "live").ids == {"02"}


def test_an_inspection_outside_the_year_is_left_out_even_if_it_is_the_latest() -> None:
    rows = [
        answered("a", "systems", "no", service="CS1", on=date(2017, 3, 31)),
        answered("b", "systems", "yes", service="CS1", on=date(2017, 4, 1)),
    ]
    counting = which_count(rows, YEAR, "live")
    assert counting.ids == {"a"}
    assert counting.left_out == (LeftOut("b", "CS1", date(2017, 4, 1), OUTSIDE_YEAR),)


def test_answers_and_findings_of_inspections_left_out_are_not_handed_on() -> None:
    rows = [
        answered("a", "systems", "no", service="CS1", on=date(2016, 5, 1)),
        answered("b", "systems", "yes", service="CS1", on=date(2016, 6, 1)),
    ]
    findings = [Outcome(one, "CS1", "care_home", "private", "requirement") for one in ("a", "b")]
    counting = which_count(rows, YEAR, "live")
    assert counting.answers(rows) == (rows[1],)
    assert counting.outcomes(findings) == (findings[1],)


def test_a_live_office_refuses_an_example_record() -> None:
    rows = [answered("a", "systems", "no"), answered("b", "systems", "no", realm="example")]
    with pytest.raises(KnownError, match="Inspection b") as caught:
        which_count(rows, YEAR, "live")
    assert caught.value.code == "realm-mixed"


def test_an_example_office_counts_examples_alone() -> None:
    example = answered("b", "systems", "no", realm="example")
    assert which_count([example], YEAR, "example").ids == {"b"}
    with pytest.raises(KnownError, match="Inspection a"):
        which_count([example, answered("a", "systems", "no")], YEAR, "example")


def test_rows_that_disagree_about_their_inspection_are_a_fault_of_the_program() -> None:
    rows = [answered("a", "systems", "no"), answered("a", "policy", "none", sector="voluntary")]
    with pytest.raises(ValueError, match="disagree"):
        which_count(rows, YEAR, "live")
