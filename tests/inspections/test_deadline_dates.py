"""Deadlines: spans become dates inside the calendar, and say themselves in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.inspections.deadline import LONGEST_SPAN, Deadline, Unit, add_span


@pytest.mark.parametrize(
    ("amount", "unit", "start", "due"),
    [
        (10, Unit.DAYS, date(2016, 2, 20), date(2016, 3, 1)),
        (12, Unit.WEEKS, date(2016, 11, 18), date(2017, 2, 10)),
        (1, Unit.MONTHS, date(2015, 1, 31), date(2015, 2, 28)),
        (1, Unit.MONTHS, date(2016, 1, 31), date(2016, 2, 29)),
        (12, Unit.MONTHS, date(2016, 2, 29), date(2017, 2, 28)),
        (3, Unit.MONTHS, date(2016, 11, 30), date(2017, 2, 28)),
        (1, Unit.MONTHS, date(2016, 12, 5), date(2017, 1, 5)),
    ],
)
def test_span_ends_on_the_calendar_date(amount: int, unit: Unit, start: date, due: date) -> None:
    assert Deadline.within(amount, unit, start).due == due


def test_words_give_span_and_date_or_the_date_alone() -> None:
    assert Deadline.within(1, Unit.WEEKS, date(2016, 4, 1)).words == "within 1 week, by 8 April 2016"
    assert Deadline.within(4, Unit.WEEKS, date(2016, 4, 1)).words == "within 4 weeks, by 29 April 2016"
    assert Deadline.fixed(date(2016, 4, 1)).words == "by 1 April 2016"


def test_restarting_moves_a_span_and_leaves_a_date() -> None:
    assert Deadline.within(2, Unit.DAYS, date(2016, 4, 1)).restarted(date(2016, 5, 1)).due == date(2016, 5, 3)
    assert Deadline.fixed(date(2016, 4, 1)).restarted(date(2016, 5, 1)).due == date(2016, 4, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"on": date(2016, 1, 1), "amount": 1, "unit": Unit.DAYS, "start": date(2016, 1, 1)},
        {"amount": 0, "unit": Unit.DAYS, "start": date(2016, 1, 1)},
        {"amount": 1, "unit": Unit.DAYS},
        {"amount": LONGEST_SPAN + 1, "unit": Unit.DAYS, "start": date(2016, 1, 1)},
    ],
)
def test_half_a_deadline_cannot_be_made(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a deadline"):
        Deadline(**fields)  # type: ignore[arg-type]


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, LONGEST_SPAN), st.sampled_from(Unit))
def test_a_longer_span_never_ends_earlier(start: date, amount: int, unit: Unit) -> None:
    assert start < add_span(start, amount, unit) <= add_span(start, amount + 1, unit)
