"""Which inspection of a service counts, in one place.

The rule: a national table is of one counting year, 1 April to 31 March. Of several finalised inspections
of one service in that year the latest by date of inspection counts; of two on one day the one with the
higher id (ids are ordered by when the record was begun). The others are kept, and listed as not counted.
A table is of one realm: live offices count live records, and only an example office counts example ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from inspector_app.analysis.rows import CountedAnswer, Outcome
from inspector_app.errors import KnownError

OUTSIDE_YEAR = "outside_year"
LATER_COUNTS = "later_inspection_counts"


@dataclass(frozen=True)
class CountingYear:
    """A year from 1 April of `first` to 31 March of the next."""

    first: int

    @property
    def starts(self) -> date:
        return date(self.first, 4, 1)

    @property
    def ends(self) -> date:
        return date(self.first + 1, 3, 31)

    @property
    def label(self) -> str:
        """As printed: ``2016/17``."""
        return f"{self.first}/{(self.first + 1) % 100:02d}"

    def holds(self, day: date) -> bool:
        """Whether the day lies in the year, both ends included."""
        return self.starts <= day <= self.ends


def counting_year(day: date) -> CountingYear:
    """The counting year that holds the day."""
    return CountingYear(day.year if (day.month, day.day) >= (4, 1) else day.year - 1)


@dataclass(frozen=True, order=True)
class CountedInspection:
    """What the tables need to know of one inspection."""

    inspection: str
    service_number: str
    inspected_on: date
    reporting_type: str
    sector: str


@dataclass(frozen=True)
class LeftOut:
    """A finalised inspection that is not in the tables, and why; `instead` is the one that counts, or ''."""

    inspection: str
    service_number: str
    inspected_on: date
    reason: str
    instead: str = ""


@dataclass(frozen=True)
class Counting:
    """The result of the rule: the inspections that count, and those left out, each in a fixed order."""

    year: CountingYear
    realm: str
    counted: tuple[CountedInspection, ...]
    left_out: tuple[LeftOut, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of the inspections that count."""
        return frozenset(one.inspection for one in self.counted)

    def answers(self, rows: Iterable[CountedAnswer]) -> tuple[CountedAnswer, ...]:
        """The answers of inspections that count."""
        return tuple(row for row in rows if row.inspection in self.ids)

    def outcomes(self, rows: Iterable[Outcome]) -> tuple[Outcome, ...]:
        """The findings of inspections that count."""
        return tuple(row for row in rows if row.inspection in self.ids)


def which_count(rows: Iterable[CountedAnswer], year: CountingYear, realm: str) -> Counting:
    """Apply the rule to all answers an office holds.

    `realm` is the office's own. Rows of another realm are refused with a KnownError (`realm-mixed`), not
    skipped: they should never have been received. Raises ValueError when two rows of one inspection
    disagree about its service, date, type or sector.
    """
    inspections = _inspections(rows, realm)
    latest: dict[str, CountedInspection] = {}
    for one in inspections:
        if year.holds(one.inspected_on):
            held = latest.get(one.service_number)
            if held is None or _rank(one) > _rank(held):
                latest[one.service_number] = one
    counted = sorted(latest.values(), key=lambda one: (one.service_number, one.inspection))
    left_out = [_left_out(one, year, latest) for one in inspections if latest.get(one.service_number) != one]
    left_out.sort(key=lambda one: (one.service_number, one.inspected_on, one.inspection))
    return Counting(year, realm, tuple(counted), tuple(left_out))


def _rank(one: CountedInspection) -> tuple[date, str]:
    return one.inspected_on, one.inspection


def _left_out(one: CountedInspection, year: CountingYear, latest: dict[str, CountedInspection]) -> LeftOut:
    if not year.holds(one.inspected_on):
        return LeftOut(one.inspection, one.service_number, one.inspected_on, OUTSIDE_YEAR)
    instead = latest[one.service_number].inspection
    return LeftOut(one.inspection, one.service_number, one.inspected_on, LATER_COUNTS, instead)


def _inspections(rows: Iterable[CountedAnswer], realm: str) -> list[CountedInspection]:
    found: dict[str, CountedInspection] = {}
    for row in rows:
        if row.realm != realm:
            raise KnownError(
                f'Inspection {row.inspection} belongs to the "{row.realm}" records and this office counts'
                f' "{realm}" ones.',
                "Nothing was counted. Remove the file that brought it, and make the tables again.",
                code="realm-mixed",
            )
        fact = CountedInspection(
            row.inspection, row.service_number, row.inspected_on, row.reporting_type, row.sector
        )
        if found.setdefault(row.inspection, fact) != fact:
            raise ValueError(f"rows of inspection {row.inspection} disagree about the inspection itself")
    return list(found.values())
