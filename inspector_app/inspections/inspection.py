"""The inspection as an aggregate of facts: who, where, when, under which framework and law.

It holds no answers, findings or grades: they are records of their own in the journal, and
`lifecycle` is told about them when it decides what may happen next.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector_app.inspections.service import Service


class Status(StrEnum):
    """Where an inspection stands. Nothing leads back from finalised or void."""

    OPEN = "open"
    FINALISED = "finalised"
    VOID = "void"


class Realm(StrEnum):
    """Live work, or training and examples, which can never be received or counted."""

    LIVE = "live"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection of one service.

    `service` is a snapshot: the letter and the tables say what the register said at the inspection.
    `type` is a code of the framework's inspection types; `inspectors` are the names that sign;
    `framework` is its id; `void_reason` is blank unless the status is void.
    """

    id: str
    reference: str
    service: Service
    type: str
    announced: bool
    started_on: date
    ended_on: date | None
    inspectors: tuple[str, ...]
    framework: str
    realm: Realm
    status: Status = Status.OPEN
    legal_basis: str = ""
    contact: str = ""
    void_reason: str = ""

    @property
    def inspected_on(self) -> date:
        """The date on which standards and legal hooks must be valid: the last day, or so far the first."""
        return self.ended_on or self.started_on

    @property
    def countable(self) -> bool:
        """True when national tables may count it: live and finalised."""
        return self.realm is Realm.LIVE and self.status is Status.FINALISED
