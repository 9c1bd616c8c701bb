"""The working-day clock: real dates for what happens after an inspection, bank holidays of Scotland left out.

How many working days a step takes is data of the framework; which days are holidays comes from the
`holidays` package, loaded only when a date is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from inspector_app.inspections.framework import ClockRules

IsHoliday = Callable[[date], bool]

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One step with its date; `done` is True where the date is a fact and not a promise."""

    code: str
    label: str
    due: date
    done: bool = False


def bank_holidays(country: str, subdivision: str) -> IsHoliday:
    """Tells bank holidays, substitute days included, of a country and its part ("GB", "SCT")."""
    return lambda day: day in _holidays_of(country, subdivision, day.year)


@cache
def _holidays_of(country: str, subdivision: str, year: int) -> frozenset[date]:
    # `holidays` as a whole takes 130 ms to import; nothing at the start of the program may pay for it.
    import holidays

    return frozenset(holidays.country_holidays(country, subdiv=subdivision, years=year))


def is_working_day(day: date, is_holiday: IsHoliday) -> bool:
    """Monday to Friday, and no bank holiday."""
    return day.weekday() < _SATURDAY and not is_holiday(day)


def add_working_days(start: date, count: int, is_holiday: IsHoliday) -> date:
    """The day that lies `count` working days after `start`; the starting day itself is not counted.

    With 0 it is `start`, or the next working day where `start` is none.
    """
    if count < 0:
        raise ValueError("working days are counted forwards only")
    day = start
    while count > 0 or not is_working_day(day, is_holiday):
        day += timedelta(days=1)
        if is_working_day(day, is_holiday):
            count -= 1
    return day


def next_steps(
    rules: ClockRules,
    inspected_on: date,
    happened: Mapping[str, date] | None = None,
    is_holiday: IsHoliday | None = None,
) -> tuple[Step, ...]:
    """The steps after an inspection with their dates, in the order of the framework.

    `happened` gives the true date of steps already taken by code (``{"draft": …}`` when the draft went
    out), from which the later ones are counted. `is_holiday` is the framework's country by default.
    """
    told = is_holiday or bank_holidays(rules.country, rules.subdivision)
    facts = happened or {}
    dates = {"inspection": inspected_on}
    steps = []
    for rule in rules.steps:
        done = rule.code in facts
        due = facts[rule.code] if done else add_working_days(dates[rule.after], rule.working_days, told)
        dates[rule.code] = due
        steps.append(Step(rule.code, rule.label, due, done))
    return tuple(steps)
