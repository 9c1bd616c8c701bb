"""Date and time functions."""

from __future__ import annotations

from datetime import date, datetime

from inspector_app.xpath.dates import (
    as_date,
    as_datetime,
    datetime_text,
    day_number,
    format_moment,
    from_days,
    parse_temporal,
    parse_time,
)
from inspector_app.xpath.model import Scope, Value
from inspector_app.xpath.registry import function
from inspector_app.xpath.values import NAN, plain_number, to_text

SECTION = "date and time"


def _moment(scope: Scope, value: Value) -> date | datetime | None:
    """The date or datetime of a value; None with an author warning for anything that is neither nor blank."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return from_days(value) if value == value else None
    text = to_text(value)
    when = parse_temporal(text)
    if when is None and text:
        number = plain_number(text)
        when = from_days(number) if number == number else None
        if when is None:
            scope.host.warn("date-invalid", "A value is not a date", scope.current)
    return when


@function("today", 0, 0, "string", SECTION, volatile=True)
def today(scope: Scope) -> str:
    """Today's date."""
    return scope.host.now().date().isoformat()


@function("now", 0, 0, "string", SECTION, volatile=True)
def now(scope: Scope) -> str:
    """The date and time now."""
    return datetime_text(scope.host.now())


@function("date", 1, 1, "string", SECTION)
def date_(scope: Scope, value: Value) -> str:
    """A date from a text or a number of days since 1970-01-01; a time of day is dropped."""
    when = _moment(scope, value)
    return "" if when is None else as_date(when).isoformat()


@function("date-time", 1, 1, "string", SECTION)
def date_time(scope: Scope, value: Value) -> str:
    """A date with its time from a text or a number of days since 1970-01-01."""
    when = _moment(scope, value)
    return "" if when is None else datetime_text(as_datetime(when))


@function("decimal-date-time", 1, 1, "number", SECTION)
def decimal_date_time(scope: Scope, value: Value) -> float:
    """Days since 1970-01-01 with the time of day as fraction."""
    when = _moment(scope, value)
    return NAN if when is None else day_number(when)


@function("decimal-time", 1, 1, "number", SECTION)
def decimal_time(scope: Scope, value: Value) -> float:
    """The time of day as a fraction of the day, as the clock on the wall showed it."""
    text = to_text(value)
    clock = parse_time(text)
    if clock is None:
        when = parse_temporal(text)
        clock = when.time() if isinstance(when, datetime) else None
    if clock is None:
        return NAN
    return (clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6) / 86400


@function("format-date", 2, 2, "string", SECTION)
def format_date(scope: Scope, value: Value, pattern: Value) -> str:
    """A date as text: %Y %y %m %n %b %d %e %a, and %H %h %M %S %3 for its time."""
    when = _moment(scope, value)
    return "" if when is None else format_moment(as_datetime(when), to_text(pattern), scope.host.language)


function("format-date-time", 2, 2, "string", SECTION)(format_date)
