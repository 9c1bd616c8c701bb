"""Follow-up: earlier findings of the same service, what became of each, and repeating what was not met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingState, Reasons
from inspector_app.inspections.follow_up import OUTCOMES, EarlierFinding, Outcome, check_outcome
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations import codec
from inspector_app.operations.codec import day, text
from inspector_app.operations.desk import Desk
from inspector_app.operations.findings import record_finding

FINDING, INSPECTION, OUTCOME, CHECKED_ON, NOTE = "finding", "inspection", "outcome", "checked_on", "note"


def earlier_findings(desk: Desk, inspection: Inspection) -> tuple[EarlierFinding, ...]:
    """The requirements and recommendations of earlier finalised inspections of this service, the latest
    inspection first, each with its latest follow-up up to this inspection."""
    begun = [
        desk.inspection(row.id)
        for row in desk.store.lists.of_service(inspection.service.service_number)
        if row.status != Status.VOID.value
    ]
    until = [one for one in begun if one.started_on <= inspection.started_on]
    checked = _followed_up(desk, sorted(until, key=lambda one: one.started_on))
    found = []
    for earlier in until:
        if earlier.id != inspection.id and earlier.status is Status.FINALISED:
            found += [_with_outcome(one, checked.get(one.finding.id)) for one in _of(desk, earlier)]
    return tuple(found)


def followed_up(desk: Desk, inspection: Inspection) -> tuple[EarlierFinding, ...]:
    """The earlier findings that this inspection followed up, with what it found; read by id, so quick."""
    made = []
    for fields in desk.store.records(inspection.id, records.FOLLOW_UP).values():
        earlier = text(fields, INSPECTION)
        if not earlier or not text(fields, OUTCOME) or not desk.store.values(records.INSPECTION, earlier):
            continue
        for one in _of(desk, desk.inspection(earlier)):
            if one.finding.id == text(fields, FINDING):
                made.append(_with_outcome(one, fields))
    kinds = list(OUTCOMES)
    return tuple(sorted(made, key=lambda one: (kinds.index(one.finding.kind), one.finding.number or 0)))


def record_follow_up(
    desk: Desk, inspection: Inspection, finding_id: str, outcome: Outcome, note: str, *, checked_on: date
) -> EarlierFinding:
    """Record what became of an earlier finding; recording it again replaces what was recorded here."""
    check_change(desk.inspection(inspection.id))
    earlier = _earlier(desk, inspection, finding_id)
    check_outcome(earlier.finding, outcome, note)
    known = {
        text(fields, FINDING): record
        for record, fields in desk.store.records(inspection.id, records.FOLLOW_UP).items()
    }
    fields: dict[str, Json] = {
        FINDING: finding_id,
        INSPECTION: earlier.inspection,
        OUTCOME: outcome.value,
        CHECKED_ON: checked_on.isoformat(),
        NOTE: note.strip(),
    }
    record = known.get(finding_id) or desk.program.new_id()
    desk.write_fields(inspection.id, records.FOLLOW_UP, record, fields)
    return replace(earlier, outcome=outcome, checked_on=checked_on, note=note.strip())


def repeat_finding(desk: Desk, inspection: Inspection, finding_id: str) -> Finding:
    """Make an earlier finding again: its words are taken over; evidence and deadline have to be given anew,
    and hook and standard only stay where they are still in force."""
    earlier = _earlier(desk, inspection, finding_id).finding
    framework, on = desk.framework(inspection), inspection.inspected_on
    again = Finding(
        id=desk.program.new_id(),
        kind=earlier.kind,
        state=FindingState.AGREED,
        clause=earlier.clause,
        theme=earlier.theme,
        title=earlier.title,
        outcome=earlier.outcome,
        actions=earlier.actions,
        reasons=Reasons(earlier.reasons.seriousness, earlier.reasons.extent, ""),
        hook="" if framework.hook_gap(earlier.hook, on) else earlier.hook,
        standard="" if framework.standard_gap(earlier.standard, on) else earlier.standard,
        repeats=earlier.id,
    )
    return record_finding(desk, inspection, again)


def _earlier(desk: Desk, inspection: Inspection, finding_id: str) -> EarlierFinding:
    for earlier in earlier_findings(desk, inspection):
        if earlier.finding.id == finding_id:
            return earlier
    raise KnownError(
        "There is no such earlier finding of this service on this laptop.",
        "Look at the list of earlier findings; head office sends those of other laptops.",
        code="earlier-finding-unknown",
    )


def _of(desk: Desk, earlier: Inspection) -> Iterator[EarlierFinding]:
    made_on = made_on_day(desk, earlier)
    for finding in desk.findings(earlier.id):
        if finding.state is FindingState.AGREED and finding.kind in OUTCOMES and finding.number:
            yield EarlierFinding(finding, earlier.id, earlier.reference, made_on)


def made_on_day(desk: Desk, inspection: Inspection) -> date:
    """The day on which an inspection's findings were made: that of its first letter, else its last day."""
    issued = [
        day(fields, records.Letter.ISSUED_AT)
        for fields in desk.store.records(inspection.id, records.LETTER).values()
    ]
    return min((one for one in issued if one), default=inspection.inspected_on)


def _followed_up(desk: Desk, inspections: list[Inspection]) -> dict[str, codec.Fields]:
    """The latest follow-up by finding; inspections in their order."""
    found: dict[str, codec.Fields] = {}
    for inspection in inspections:
        for fields in desk.store.records(inspection.id, records.FOLLOW_UP).values():
            if text(fields, OUTCOME):
                found[text(fields, FINDING)] = fields
    return found


def _with_outcome(earlier: EarlierFinding, fields: codec.Fields | None) -> EarlierFinding:
    if not fields:
        return earlier
    return replace(
        earlier,
        outcome=Outcome(text(fields, OUTCOME)),
        checked_on=day(fields, CHECKED_ON),
        note=text(fields, NOTE),
    )
