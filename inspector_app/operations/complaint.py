"""A complaint that was looked into: what was complained of, matter by matter, and what was decided.

It stands in the record of an inspection of the type “complaint”. Older journals hold a matter as a
`claim`, which is what a provider says of itself: such a matter is read and goes on under that kind, because
a journal is never rewritten. Who complained is never recorded here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingSource, Gap
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.lifecycle import check_change
from inspector_app.inspections.papers import ComplaintMatter, ComplaintOutcome
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations.codec import Fields, day, text, texts
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Draft
from inspector_app.operations.record_words import MATTERS
from inspector_app.operations.typing import Slot, type_into

REFERENCE, RECEIVED_ON = "complaint", "complaint_received_on"
TEXT, RESULT, NOTE, FINDINGS = "text", "result", "note", "findings"
OUTCOMES: dict[str, ComplaintOutcome] = {
    "upheld": "upheld",
    "partly_upheld": "partly_upheld",
    "not_upheld": "not_upheld",
}
COMPLAINT_TYPE = "complaint"
"""The type of inspection that follows a complaint."""
_ABOUT, _COMPLAINT = "about", "complaint"
"""Says that a record is a matter complained of, before anything is decided."""


@dataclass(frozen=True)
class Matter:
    """One matter as recorded, by its record's id; `result` is '' while nothing is decided, `findings` are the
    ids of the findings that it led to."""

    id: str
    text: str
    result: str
    note: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Complaint:
    """The complaint behind an inspection; `matters` are those that are decided."""

    reference: str
    received_on: date | None
    matters: tuple[ComplaintMatter, ...]


def record_complaint(desk: Desk, inspection: Inspection, reference: str, received_on: date) -> None:
    """Say which complaint this inspection looks into."""
    check_change(desk.inspection(inspection.id))
    fields = {REFERENCE: reference.strip(), RECEIVED_ON: received_on.isoformat()}
    desk.write_fields(inspection.id, records.INSPECTION, inspection.id, {**fields})


def set_fact(desk: Desk, inspection: Inspection, field: str, value: str) -> None:
    """Record the complaint's reference, or the day it was received (ISO, '' for none)."""
    check_change(desk.inspection(inspection.id))
    if field == RECEIVED_ON and value and date.fromisoformat(value) > desk.today():
        raise KnownError(
            "The complaint would have been received in the future.",
            "Correct the day.",
            code="received-in-future",
        )
    desk.write_fields(inspection.id, records.INSPECTION, inspection.id, {field: value})


def record_matter(desk: Desk, inspection: Inspection, said: str, outcome: str, reason: str) -> str:
    """Record one matter with its decision; its record's id. KnownError without text, decision or reason."""
    check_change(desk.inspection(inspection.id))
    record = desk.program.new_id()
    desk.write(inspection.id, matter_drafts(record, said, outcome, reason))
    return record


def matter_drafts(record: str, said: str, outcome: str, reason: str) -> list[Draft]:
    """What a new matter with its decision writes; KnownError as `record_matter`."""
    if outcome not in OUTCOMES or not said.strip() or not reason.strip():
        raise KnownError(
            "A matter needs its text, a decision and the reason for it.",
            f"The decision is one of: {', '.join(OUTCOMES)}.",
            code="matter-incomplete",
        )
    fields = {_ABOUT: _COMPLAINT, TEXT: said.strip(), RESULT: outcome, NOTE: reason.strip()}
    return [Draft(records.MATTER, record, field, value) for field, value in fields.items()]


def new_matter(desk: Desk, inspection: Inspection) -> str:
    """Begin a matter, still without its parts; its record's id."""
    check_change(desk.inspection(inspection.id))
    record = desk.program.new_id()
    desk.write_fields(inspection.id, records.MATTER, record, {_ABOUT: _COMPLAINT})
    return record


def set_matter(desk: Desk, inspection: Inspection, matter: str, part: str, value: str) -> None:
    """Record a part of a matter: ``text``, ``result`` ('' for none) or ``note``."""
    check_change(desk.inspection(inspection.id))
    if part == RESULT and value and value not in OUTCOMES:
        raise KnownError(
            f"“{value}” is no decision.",
            f"The decision is one of: {', '.join(OUTCOMES)}.",
            code="decision-unknown",
        )
    desk.write_fields(inspection.id, kind_of(desk, inspection, matter), matter, {part: value})


def type_matter(desk: Desk, inspection: Inspection, matter: str, part: str, value: str) -> None:
    """Commit a part of a matter as it stands after a key."""
    type_into(desk, inspection.id, Slot(kind_of(desk, inspection, matter), matter, part), value)


def link_findings(desk: Desk, inspection: Inspection, matter: str, findings: Sequence[str]) -> None:
    """Say which findings a matter led to; those then come from the complaint, and no others. One action."""
    check_change(desk.inspection(inspection.id))
    desk.write(inspection.id, link_drafts(desk, inspection, matter, findings))


def link_drafts(desk: Desk, inspection: Inspection, matter: str, findings: Sequence[str]) -> list[Draft]:
    """What linking findings with a matter writes."""
    others = {one for each in matters(desk, inspection) if each.id != matter for one in each.findings}
    linked: list[Json] = list(findings)
    drafts = [Draft(kind_of(desk, inspection, matter), matter, FINDINGS, linked)]
    for finding in desk.findings(inspection.id):
        comes = FindingSource.COMPLAINT if finding.id in {*others, *findings} else FindingSource.INSPECTION
        if finding.source is not comes:
            drafts.append(Draft(records.FINDING, finding.id, records.Finding.SOURCE, comes.value))
    return drafts


def remove_matter(desk: Desk, inspection: Inspection, matter: str) -> None:
    """Take a matter out; it stays in the journal."""
    check_change(desk.inspection(inspection.id))
    desk.write_fields(inspection.id, kind_of(desk, inspection, matter), matter, {"removed": True})


def matters(desk: Desk, inspection: Inspection) -> tuple[Matter, ...]:
    """The matters complained of, in the order recorded, as far as they are recorded."""
    return tuple(
        Matter(record, text(fields, TEXT), _result(fields), text(fields, NOTE), texts(fields, FINDINGS))
        for record, fields in sorted(_records(desk, inspection).items())
        if fields.get("removed") is not True and (text(fields, _ABOUT) == _COMPLAINT or _result(fields))
    )


def kind_of(desk: Desk, inspection: Inspection, matter: str) -> str:
    """The kind of record under which a matter began, and goes on."""
    older = matter in desk.store.records(inspection.id, records.CLAIM)
    return records.CLAIM if older else records.MATTER


def _records(desk: Desk, inspection: Inspection) -> dict[str, Fields]:
    return {
        record: fields
        for kind in MATTERS
        for record, fields in desk.store.records(inspection.id, kind).items()
    }


def matter_gaps(matter: Matter) -> tuple[Gap, ...]:
    """What a matter still lacks before it can stand in a letter."""
    gaps = []
    if not matter.text.strip():
        gaps.append(Gap(TEXT, "It does not say what was complained of.", "Write the matter, naming nobody."))
    if not matter.result:
        gaps.append(Gap(RESULT, "The matter is not decided.", "Say whether it is upheld."))
    if not matter.note.strip():
        gaps.append(Gap(NOTE, "The decision has no reason.", "Say what it rests on."))
    return tuple(gaps)


def complaint_of(
    desk: Desk, inspection: Inspection, label: Callable[[str], str] = lambda finding: ""
) -> Complaint:
    """The complaint as recorded; matters in the order recorded. `label` names a finding by its id, '' where
    it is not to be named."""
    facts = desk.store.values(records.INSPECTION, inspection.id)
    decided = [one for one in matters(desk, inspection) if one.result]
    printed = tuple(
        ComplaintMatter(
            number,
            one.text,
            OUTCOMES[one.result],
            one.note,
            tuple(name for finding in one.findings if (name := label(finding))),
        )
        for number, one in enumerate(decided, 1)
    )
    return Complaint(text(facts, REFERENCE), day(facts, RECEIVED_ON), printed)


def _result(fields: Fields) -> str:
    result = text(fields, RESULT)
    return result if result in OUTCOMES else ""
