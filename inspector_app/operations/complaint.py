"""A complaint that was looked into: what was complained of, matter by matter, and what was decided.

It stands in the record of an inspection of the type “complaint”; the matters are `claim` records, because a
matter is tested like a claim: by speaking, observing and reading. Who complained is never recorded here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.lifecycle import check_change
from inspector_app.inspections.papers import ComplaintMatter, ComplaintOutcome
from inspector_app.journal import records
from inspector_app.operations.codec import day, text
from inspector_app.operations.desk import Desk

REFERENCE, RECEIVED_ON = "complaint", "complaint_received_on"
OUTCOMES: dict[str, ComplaintOutcome] = {
    "upheld": "upheld",
    "partly_upheld": "partly_upheld",
    "not_upheld": "not_upheld",
}


@dataclass(frozen=True)
class Complaint:
    """The complaint behind an inspection."""

    reference: str
    received_on: date | None
    matters: tuple[ComplaintMatter, ...]


def record_complaint(desk: Desk, inspection: Inspection, reference: str, received_on: date) -> None:
    """Say which complaint this inspection looks into."""
    check_change(desk.inspection(inspection.id))
    fields = {REFERENCE: reference.strip(), RECEIVED_ON: received_on.isoformat()}
    desk.write_fields(inspection.id, records.INSPECTION, inspection.id, {**fields})


def record_matter(desk: Desk, inspection: Inspection, said: str, outcome: str, reason: str) -> str:
    """Record one matter with its decision; its record's id. KnownError without text, decision or reason."""
    check_change(desk.inspection(inspection.id))
    if outcome not in OUTCOMES or not said.strip() or not reason.strip():
        raise KnownError(
            "A matter needs its text, a decision and the reason for it.",
            f"The decision is one of: {', '.join(OUTCOMES)}.",
            code="matter-incomplete",
        )
    record = desk.program.new_id()
    fields = {"text": said.strip(), "result": outcome, "note": reason.strip()}
    desk.write_fields(inspection.id, records.CLAIM, record, {**fields})
    return record


def complaint_of(desk: Desk, inspection: Inspection) -> Complaint:
    """The complaint as recorded; matters in the order recorded."""
    facts = desk.store.values(records.INSPECTION, inspection.id)
    decided = [
        fields
        for _, fields in sorted(desk.store.records(inspection.id, records.CLAIM).items())
        if text(fields, "result") in OUTCOMES and fields.get("removed") is not True
    ]
    matters = tuple(
        ComplaintMatter(number, text(fields, "text"), OUTCOMES[text(fields, "result")], text(fields, "note"))
        for number, fields in enumerate(decided, 1)
    )
    return Complaint(text(facts, REFERENCE), day(facts, RECEIVED_ON), matters)
