"""Dates on a clock that is put forward and back, and dates that no clock of a system knows."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from bare_host import BareHost
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.xpath.compile import compile_expression
from inspector_app.xpath.dates import parse_temporal
from inspector_app.xpath.values import to_text


@pytest.fixture(autouse=True)
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    parse_temporal.cache_clear()
    yield
    monkeypatch.undo()
    time.tzset()
    parse_temporal.cache_clear()


def evaluate(expression: str) -> str:
    host = BareHost()
    return to_text(compile_expression(expression, ()).evaluate(host.document, host))


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("date('2024-07-01T23:30:00.000Z')", "2024-07-02"),
        ("date('2024-03-31T00:30:00.000Z')", "2024-03-31"),
        ("date-time('2024-03-31T01:30:00')", "2024-03-31T02:30:00.000+01:00"),
        ("date-time('2024-10-27T01:30:00')", "2024-10-27T01:30:00.000+01:00"),
        ("date-time(19813.5)", "2024-03-31T12:00:00.000+01:00"),
        ("format-date-time('2024-07-01T12:00:00Z', '%H:%M')", "13:00"),
        ("decimal-time('12:00:00.000+01:00')", "0.5"),
        ("date('2024-03-31') - date('2024-03-30')", "1"),
        ("date('2024-10-28') - date('2024-10-27')", "1"),
        ("'2024-07-01T00:30:00.000+01:00' = '2024-06-30T23:30:00.000Z'", "true"),
        ("format-date('0001-01-01', '%Y-%m-%d')", "0001-01-01"),
        ("date(date('9999-12-31') + 1)", ""),
        ("date('0000-01-01')", ""),
        ("date('1850-06-01') - date('1850-05-31')", "1"),
    ],
)
def test_days_are_those_of_the_clock_on_the_wall(expression: str, wanted: str) -> None:
    assert evaluate(expression) == wanted


_days = st.dates().map(str)
_moments = st.datetimes(timezones=st.sampled_from([None]) | st.timezones()).map(lambda one: one.isoformat())
_numbers = st.floats(width=32).map(lambda one: f"({one:f})" if one == one and abs(one) < 1e30 else "0 div 0")


@given(
    st.one_of(_days.map(repr), _moments.map(repr), _numbers),
    st.sampled_from(("date", "date-time", "decimal-date-time", "decimal-time", "number", "string", "int")),
)
def test_no_date_is_too_odd_for_a_function(value: str, function: str) -> None:
    evaluate(f"{function}({value})")
    evaluate(f"format-date({value}, '%a %e %b %Y %H:%M:%S.%3')")
