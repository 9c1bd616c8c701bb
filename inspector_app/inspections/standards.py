"""Standards, legal hooks and letter clauses: data of a framework that is only true between two dates.

The law and the standards change while inspections go on, so nothing here is used without asking whether
it was in force on the inspection date (DOMAIN 4).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.inspections.deadline import Deadline, date_words
from inspector_app.inspections.finding import Reasons

if TYPE_CHECKING:
    from inspector_app.inspections.deadline import Unit
    from inspector_app.inspections.finding import FindingKind


@dataclass(frozen=True, slots=True)
class Validity:
    """The days on which something holds, both included; None means without an end."""

    valid_from: date | None = None
    valid_to: date | None = None

    def covers(self, on: date) -> bool:
        """True when the thing is in force on that day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )

    def why_not(self, on: date) -> str:
        """'' when in force, else "applies only from 1 April 2018" or "applied only until 31 March 2024"."""
        if self.valid_from is not None and on < self.valid_from:
            return f"applies only from {date_words(self.valid_from)}"
        if self.valid_to is not None and on > self.valid_to:
            return f"applied only until {date_words(self.valid_to)}"
        return ""


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard: `code` as printed (3.20), `source` the book it stands in, `wording` one line."""

    id: str
    code: str
    source: str
    wording: str
    validity: Validity
    confirm: bool = False

    @property
    def citation(self) -> str:
        """ "Health and Social Care Standards, 3.20"."""
        return f"{self.source}, {self.code}"


@dataclass(frozen=True, slots=True)
class Hook:
    """One legal provision that a requirement can rest on; `confirm` marks data that a lawyer must check."""

    id: str
    citation: str
    title: str
    validity: Validity
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A suggested time to meet a requirement, counted from the day the letter is issued."""

    amount: int
    unit: Unit

    def from_day(self, start: date) -> Deadline:
        """The deadline that this span gives when it starts on `start`."""
        return Deadline.within(self.amount, self.unit, start)


@dataclass(frozen=True, slots=True)
class Clause:
    """A finding as the regulator would word it, for the inspector to edit.

    `standards` and `hooks` are ids in order of preference; the first one in force on the inspection date
    is taken. `span`, `reasons` and `hooks` belong to requirements alone.
    """

    id: str
    kind: FindingKind
    theme: str
    title: str
    outcome: str
    actions: tuple[str, ...]
    standards: tuple[str, ...]
    validity: Validity
    hooks: tuple[str, ...] = ()
    span: Span | None = None
    reasons: Reasons = field(default_factory=Reasons)
