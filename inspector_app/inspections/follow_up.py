"""What became of an earlier finding: met within timescale, met outwith timescale, or not met; and since when.

Rules of DOMAIN 4: at the next visit each open requirement gets one of three outcomes, each recommendation is
met or not met; days outstanding are counted from the deadline, or from the day a recommendation was made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingKind

if TYPE_CHECKING:
    from inspector_app.inspections.evidence import Evidence


class Outcome(StrEnum):
    """The outcomes of a follow-up; `MET` is for recommendations, which have no timescale."""

    MET_WITHIN = "met_within"
    MET_OUTWITH = "met_outwith"
    MET = "met"
    NOT_MET = "not_met"


OUTCOMES: dict[FindingKind, tuple[Outcome, ...]] = {
    FindingKind.REQUIREMENT: (Outcome.MET_WITHIN, Outcome.MET_OUTWITH, Outcome.NOT_MET),
    FindingKind.RECOMMENDATION: (Outcome.MET, Outcome.NOT_MET),
}
"""The outcomes that each kind of finding can have; strengths are not followed up."""


@dataclass(frozen=True, slots=True)
class EarlierFinding:
    """A numbered requirement or recommendation of an earlier inspection, and when its letter was made.

    `outcome` is that of the latest follow-up (None while there was none), `note` what was seen then and
    `evidence` what was cited of that inspection's record.
    """

    finding: Finding
    inspection: str
    reference: str
    made_on: date
    outcome: Outcome | None = None
    checked_on: date | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still has to be met."""
        return self.outcome in (None, Outcome.NOT_MET)

    @property
    def due(self) -> date | None:
        """The deadline of a requirement."""
        return self.finding.deadline.due if self.finding.deadline else None

    def days_outstanding(self, on: date) -> int | None:
        """Days since it should have been met, while it is open; None when it is met or not due yet."""
        return days_outstanding(self.due or self.made_on, on) if self.open else None


def days_outstanding(since: date, on: date) -> int | None:
    """Whole days after `since`; None before that day is over."""
    days = (on - since).days
    return days if days > 0 else None


def check_possible(finding: Finding, outcome: Outcome) -> None:
    """KnownError for an outcome that this kind of finding cannot have."""
    possible = OUTCOMES.get(finding.kind, ())
    if outcome not in possible:
        raise KnownError(
            f"A {finding.kind.value.replace('_', ' ')} cannot be recorded as {outcome.value}.",
            f"Use one of: {', '.join(possible)}."
            if possible
            else "Only requirements and recommendations are followed up.",
            code="outcome-unknown",
        )


def check_outcome(finding: Finding, outcome: Outcome, note: str) -> None:
    """The same, and KnownError for an outcome without a word of reason."""
    check_possible(finding, outcome)
    if not note.strip():
        raise KnownError(
            "The follow-up does not say what it rests on.",
            "Write what you saw, heard or read that shows it.",
            code="follow-up-empty",
        )
