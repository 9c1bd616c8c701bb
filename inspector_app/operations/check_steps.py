"""The checks before issue as steps to take: each with the page to mend it on.

What may name a child or a member of staff holds the letter back until it is mended, or dismissed with a
reason; everything else is advice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.inspections.checks.result import CheckResult, Place
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.check_letter import check_letter
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import findings_as_typed
from inspector_app.operations.follow_up import finding_of
from inspector_app.operations.pseudonyms import LaptopNames
from inspector_app.operations.screens import screen_of
from inspector_app.words import translate


@dataclass(frozen=True)
class CheckStep:
    """One result. `page` and `detail` say where to mend it ('' where no page shows it), `place` is that in
    words; `reason` is why it was dismissed."""

    result: CheckResult
    page: str
    detail: str
    place: str
    reason: str = ""

    @property
    def held(self) -> bool:
        """Whether it keeps the letter from being issued."""
        return self.result.identifies and not self.reason


@dataclass(frozen=True)
class CheckBoard:
    """What is worth mending, what holds the letter back first; and what was dismissed."""

    open: tuple[CheckStep, ...] = ()
    dismissed: tuple[CheckStep, ...] = ()

    @property
    def held(self) -> int:
        """How many results hold the letter back."""
        return sum(1 for one in self.open if one.held)


def check_board(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> CheckBoard:
    """All checks of an inspection as it stands with the last key."""
    found = check_letter(
        desk,
        inspection,
        sessions=sessions,
        findings=findings_as_typed(desk, inspection.id),
        names=LaptopNames(desk),
    )
    return CheckBoard(
        tuple(_step(one, sessions) for one in found.open),
        tuple(_step(one.result, sessions, one.reason) for one in found.dismissed),
    )


def _step(result: CheckResult, sessions: Sequence[ChecklistSession], reason: str = "") -> CheckStep:
    page, detail, words = _way(result.place, sessions)
    return CheckStep(result, page, detail, words, reason)


def _way(place: Place, sessions: Sequence[ChecklistSession]) -> tuple[str, str, str]:
    """Page, detail and words of the place to mend something."""
    if place.kind == "finding":
        return "findings", place.record, translate("Pages", "Findings")
    if place.kind == "evidence":
        return "evidence", place.record, translate("Pages", "Evidence")
    if place.kind == "grade":
        return "grades", place.record, translate("Pages", "Grades")
    if place.part == "follow_up":
        return "follow_up", finding_of(place.record) or place.record, translate("Pages", "Earlier findings")
    if place.part == "narrative":
        return "narrative", place.record, translate("Pages", "Area report")
    if place.part == "complaint":
        return "complaint", place.record, translate("Pages", "Complaint")
    if place.kind == "question":
        for session in sessions:
            if any(view.key == place.record for view in session.instance.views()):
                screen = screen_of(session, place.record)
                return f"screen:{screen.key}", place.record, screen.title
    return "", "", place.label
