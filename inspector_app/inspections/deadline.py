"""When a requirement must be met: a date, or a span from a date that the letter prints both ways.

DOMAIN 4 asks for a date, or days, weeks or months. The span is kept beside the date because the
letter says "within 12 weeks", and because moving the start must move the date.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST_SPAN = 1000
"""The largest number of days, weeks or months; it keeps every date inside the calendar."""


class Unit(StrEnum):
    """The units a deadline may be set in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Either `on`, or `amount` of `unit` counted from `start`; make it by `fixed` or `within`."""

    on: date | None = None
    amount: int = 0
    unit: Unit | None = None
    start: date | None = None

    def __post_init__(self) -> None:
        span = self.unit is not None and self.start is not None and self.amount > 0
        if (self.on is None) == (not span):
            raise ValueError("a deadline is a date, or a span of at least one with its start")
        if self.amount > LONGEST_SPAN:
            raise ValueError(f"a deadline lies at most {LONGEST_SPAN} days, weeks or months ahead")

    @classmethod
    def fixed(cls, on: date) -> Deadline:
        """A deadline on one date."""
        return cls(on=on)

    @classmethod
    def within(cls, amount: int, unit: Unit, start: date) -> Deadline:
        """A deadline `amount` units after `start`."""
        return cls(amount=amount, unit=unit, start=start)

    @property
    def due(self) -> date:
        """The last day on which the requirement can be met in time."""
        if self.on is not None:
            return self.on
        assert self.start is not None and self.unit is not None
        return add_span(self.start, self.amount, self.unit)

    @property
    def words(self) -> str:
        """As a letter says it: "by 14 August 2024", "within 12 weeks, by 14 August 2024"."""
        by = f"by {date_words(self.due)}"
        return f"within {span_words(self.amount, self.unit)}, {by}" if self.unit else by

    def restarted(self, start: date) -> Deadline:
        """The same span counted from another date; a fixed date stays as it is."""
        return self if self.unit is None else Deadline.within(self.amount, self.unit, start)


def add_span(start: date, amount: int, unit: Unit) -> date:
    """`start` plus a span; a month that is too short gives its last day (31 January: 28 February)."""
    if unit is Unit.DAYS:
        return start + timedelta(days=amount)
    if unit is Unit.WEEKS:
        return start + timedelta(weeks=amount)
    years, month0 = divmod(start.month - 1 + amount, 12)
    year, month = start.year + years, month0 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def span_words(amount: int, unit: Unit) -> str:
    """ "1 week", "12 weeks"."""
    return f"{amount} {unit.value.removesuffix('s') if amount == 1 else unit.value}"


def date_words(day: date) -> str:
    """ "4 April 2016", as letters print it."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
