"""A complaint as a screen shows it: its reference and day, and each matter with what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspector_app.forms.interface import Choice
from inspector_app.inspections.finding import FindingKind, FindingState, Gap
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.journal import records
from inspector_app.operations.codec import text
from inspector_app.operations.complaint import (
    COMPLAINT_TYPE,
    FINDINGS,
    NOTE,
    RECEIVED_ON,
    REFERENCE,
    RESULT,
    TEXT,
    matter_gaps,
    matters,
)
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import kind_words
from inspector_app.operations.record_words import DECISION_WORDS
from inspector_app.words import translate


@dataclass(frozen=True)
class MatterView:
    """One matter. `parts` are its text, decision, reason and findings as their controls hold them."""

    id: str
    number: int
    parts: Mapping[str, str]
    decision: str
    gaps: tuple[Gap, ...]

    def gap(self, part: str) -> Gap | None:
        """What is missing in one part."""
        return next((gap for gap in self.gaps if gap.part == part), None)


@dataclass(frozen=True)
class ComplaintView:
    """All of the page. `expected` says that the inspection follows a complaint; `findings` are those that a
    matter may have led to."""

    expected: bool
    reference: str
    received_on: str
    matters: tuple[MatterView, ...]
    decisions: tuple[Choice, ...]
    findings: tuple[Choice, ...]
    closed: str = ""
    finalised: bool = False

    @property
    def open_count(self) -> int:
        """How many matters lack something."""
        return sum(1 for one in self.matters if one.gaps)


def complaint_view(desk: Desk, inspection: Inspection) -> ComplaintView:
    """The complaint behind an inspection as it is recorded."""
    facts = desk.store.values(records.INSPECTION, inspection.id)
    asked = (FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION)
    return ComplaintView(
        expected=inspection.type == COMPLAINT_TYPE,
        reference=text(facts, REFERENCE),
        received_on=text(facts, RECEIVED_ON),
        matters=tuple(
            MatterView(
                one.id,
                number,
                {TEXT: one.text, RESULT: one.result, NOTE: one.note, FINDINGS: " ".join(one.findings)},
                translate("Complaint", DECISION_WORDS[one.result]) if one.result else "",
                matter_gaps(one),
            )
            for number, one in enumerate(matters(desk, inspection), 1)
        ),
        decisions=tuple(Choice(code, translate("Complaint", said)) for code, said in DECISION_WORDS.items()),
        findings=tuple(
            Choice(one.id, f"{kind_words(one.kind)}: {one.title}")
            for one in desk.findings(inspection.id)
            if one.state is FindingState.AGREED and one.kind in asked
        ),
        closed=_closed(inspection),
        finalised=inspection.status is Status.FINALISED,
    )


def _closed(inspection: Inspection) -> str:
    if inspection.status is Status.FINALISED:
        return translate("Complaint", "This inspection is finalised, so its decisions stand as they are.")
    if inspection.status is Status.VOID:
        return translate(
            "Complaint", "This inspection is void; its decisions are kept and count for nothing."
        )
    return ""
