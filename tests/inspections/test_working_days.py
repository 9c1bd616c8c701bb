"""The working-day clock leaves out weekends and the bank holidays of Scotland, and is loaded late."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.inspections.clock import add_working_days, bank_holidays, is_working_day, next_steps
from inspector_app.inspections.framework_file import shipped_framework

SCOTLAND = bank_holidays("GB", "SCT")
RULES = shipped_framework("cse-2016").clock


@pytest.mark.parametrize(
    "holiday",
    [
        date(2017, 1, 2),
        date(2017, 1, 3),  # substitute for 1 January, a Sunday
        date(2016, 11, 30),  # St Andrew's Day
        date(2016, 8, 1),  # summer holiday: first Monday of August, not the last as in England
        date(2016, 3, 25),  # Good Friday
    ],
)
def test_scottish_bank_holidays_are_no_working_days(holiday: date) -> None:
    assert not is_working_day(holiday, SCOTLAND)


@pytest.mark.parametrize("day", [date(2016, 8, 29), date(2016, 3, 28)])
def test_holidays_of_england_alone_are_working_days(day: date) -> None:
    assert is_working_day(day, SCOTLAND)


def test_counting_leaves_out_weekend_and_holiday_and_the_first_day() -> None:
    assert add_working_days(date(2016, 11, 28), 3, SCOTLAND) == date(2016, 12, 2)
    assert add_working_days(date(2016, 12, 23), 1, SCOTLAND) == date(2016, 12, 28)


def test_no_working_days_means_the_day_or_the_next_working_day() -> None:
    assert add_working_days(date(2016, 11, 28), 0, SCOTLAND) == date(2016, 11, 28)
    assert add_working_days(date(2016, 11, 26), 0, SCOTLAND) == date(2016, 11, 28)


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2016, 11, 28), -1, SCOTLAND)


@given(st.dates(date(2016, 1, 1), date(2026, 12, 31)), st.integers(1, 40))
def test_as_many_working_days_lie_between_as_were_counted(start: date, count: int) -> None:
    end = add_working_days(start, count, SCOTLAND)
    days = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(day.weekday() < 5 and not SCOTLAND(day) for day in days) == count
    assert end.weekday() < 5 and not SCOTLAND(end)


def test_next_steps_follow_each_other_with_real_dates() -> None:
    steps = next_steps(RULES, date(2016, 10, 28))
    assert [(step.code, step.due, step.done) for step in steps] == [
        ("draft", date(2016, 11, 18), False),
        ("error_response", date(2016, 12, 5), False),  # 30 November is a holiday
        ("assessment", date(2016, 12, 19), False),
    ]


def test_next_steps_count_from_what_has_happened() -> None:
    steps = next_steps(RULES, date(2016, 10, 28), {"draft": date(2016, 11, 11)})
    assert [(step.code, step.due, step.done) for step in steps] == [
        ("draft", date(2016, 11, 11), True),
        ("error_response", date(2016, 11, 25), False),
        ("assessment", date(2016, 12, 12), False),
    ]


def test_holidays_are_loaded_only_when_a_date_is_asked_for() -> None:
    code = (
        "import sys; import inspector_app.inspections.clock, inspector_app.inspections.framework_file; "
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
