"""Follow-up: earlier findings of the same service, what became of each, and repeating what was not met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingState, Gap, Reasons
from inspector_app.inspections.follow_up import (
    OUTCOMES,
    EarlierFinding,
    Outcome,
    check_outcome,
    check_possible,
)
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations import codec
from inspector_app.operations.codec import day, text, texts
from inspector_app.operations.desk import Desk
from inspector_app.operations.findings import record_finding
from inspector_app.operations.typing import Slot, type_into

FINDING, INSPECTION, OUTCOME, CHECKED_ON, NOTE = "finding", "inspection", "outcome", "checked_on", "note"
EVIDENCE = "evidence"


def earlier_findings(desk: Desk, inspection: Inspection, *, here: bool = True) -> tuple[EarlierFinding, ...]:
    """The requirements and recommendations of earlier finalised inspections of this service, the latest
    inspection first, each with its latest follow-up up to this inspection; without `here` as they stood
    before it."""
    begun = [
        desk.inspection(row.id)
        for row in desk.store.lists.of_service(inspection.service.service_number)
        if row.status != Status.VOID.value
    ]
    until = [one for one in begun if one.started_on <= inspection.started_on]
    looked = [one for one in until if here or one.id != inspection.id]
    checked = _followed_up(desk, sorted(looked, key=lambda one: one.started_on))
    found = []
    for earlier in until:
        if earlier.id != inspection.id and earlier.status is Status.FINALISED:
            found += [_with_outcome(one, checked.get(one.finding.id)) for one in _of(desk, earlier)]
    return tuple(found)


def followed_up(desk: Desk, inspection: Inspection) -> tuple[EarlierFinding, ...]:
    """The earlier findings that this inspection followed up, with what it found; read by id, so quick."""
    made = []
    known = desk.evidence(inspection.id)
    for fields in desk.store.records(inspection.id, records.FOLLOW_UP).values():
        earlier = text(fields, INSPECTION)
        if not earlier or not text(fields, OUTCOME) or not desk.store.values(records.INSPECTION, earlier):
            continue
        for one in _of(desk, desk.inspection(earlier), withdrawn=True):
            if one.finding.id == text(fields, FINDING):
                cited = tuple(known[piece] for piece in texts(fields, EVIDENCE) if piece in known)
                made.append(replace(_with_outcome(one, fields), evidence=cited))
    kinds = list(OUTCOMES)
    return tuple(sorted(made, key=lambda one: (kinds.index(one.finding.kind), one.finding.number or 0)))


def record_follow_up(
    desk: Desk, inspection: Inspection, finding_id: str, outcome: Outcome, note: str, *, checked_on: date
) -> EarlierFinding:
    """Record what became of an earlier finding; recording it again replaces what was recorded here."""
    check_change(desk.inspection(inspection.id))
    earlier = earlier_finding(desk, inspection, finding_id)
    check_outcome(earlier.finding, outcome, note)
    record, _ = record_of(desk, inspection, finding_id)
    fields: dict[str, Json] = {
        FINDING: finding_id,
        INSPECTION: earlier.inspection,
        OUTCOME: outcome.value,
        CHECKED_ON: checked_on.isoformat(),
        NOTE: note.strip(),
    }
    desk.write_fields(inspection.id, records.FOLLOW_UP, record, fields)
    return replace(earlier, outcome=outcome, checked_on=checked_on, note=note.strip())


def set_outcome(
    desk: Desk, inspection: Inspection, finding_id: str, outcome: Outcome | None, *, checked_on: date
) -> None:
    """Say what became of an earlier finding, or take that back (None); what shows it may follow."""
    check_change(desk.inspection(inspection.id))
    earlier = earlier_finding(desk, inspection, finding_id)
    if outcome is not None:
        check_possible(earlier.finding, outcome)
    told = {
        OUTCOME: outcome.value if outcome else None,
        CHECKED_ON: checked_on.isoformat() if outcome else None,
    }
    _write_part(desk, inspection, earlier, told)


def set_note(desk: Desk, inspection: Inspection, finding_id: str, note: str) -> None:
    """Record what shows the outcome, taking over what was typed."""
    check_change(desk.inspection(inspection.id))
    _write_part(desk, inspection, earlier_finding(desk, inspection, finding_id), {NOTE: note})


def cite(desk: Desk, inspection: Inspection, finding_id: str, evidence: Sequence[str]) -> None:
    """Say which pieces of this inspection's evidence show the outcome, by id; none takes them back."""
    check_change(desk.inspection(inspection.id))
    cited: list[Json] = list(evidence)
    _write_part(desk, inspection, earlier_finding(desk, inspection, finding_id), {EVIDENCE: cited})


def cited_in_follow_ups(desk: Desk, inspection: Inspection) -> frozenset[str]:
    """The pieces of evidence that a follow-up of this inspection rests on, by id."""
    found = desk.store.records(inspection.id, records.FOLLOW_UP).values()
    return frozenset(piece for fields in found for piece in texts(fields, EVIDENCE))


def type_note(desk: Desk, inspection: Inspection, finding_id: str, note: str) -> None:
    """Commit what shows the outcome as it stands after a key."""
    record, _ = record_of(desk, inspection, finding_id)
    type_into(desk, inspection.id, Slot(records.FOLLOW_UP, record, NOTE), note)


def follow_up_gaps(outcome: str, note: str) -> tuple[Gap, ...]:
    """What a follow-up that was begun still lacks before it can stand in a letter."""
    gaps = []
    if not outcome:
        gaps.append(Gap("outcome", "The follow-up says nothing of the outcome.", "Say whether it is met."))
    if not note.strip():
        gaps.append(
            Gap(
                "note",
                "The follow-up does not say what it rests on.",
                "Write what you saw, heard or read that shows it.",
            )
        )
    return tuple(gaps)


def begun_follow_ups(desk: Desk, inspection: Inspection) -> dict[str, codec.Fields]:
    """The follow-ups of this inspection that say something, by finding."""
    found: dict[str, codec.Fields] = {}
    for record, fields in desk.store.records(inspection.id, records.FOLLOW_UP).items():
        if text(fields, OUTCOME) or text(fields, NOTE).strip() or texts(fields, EVIDENCE):
            found[text(fields, FINDING) or finding_of(record)] = fields
    return found


def finding_of(record: str) -> str:
    """The earlier finding that a follow-up's record is named after, '' for one of an older program."""
    return record.partition(":")[2]


def _write_part(
    desk: Desk, inspection: Inspection, earlier: EarlierFinding, told: Mapping[str, Json]
) -> None:
    """Write a part of a follow-up; its first part says what it is about."""
    record, known = record_of(desk, inspection, earlier.finding.id)
    about: dict[str, Json] = (
        {} if text(known, FINDING) else {FINDING: earlier.finding.id, INSPECTION: earlier.inspection}
    )
    desk.write_fields(inspection.id, records.FOLLOW_UP, record, {**about, **told})


def record_of(desk: Desk, inspection: Inspection, finding_id: str) -> tuple[str, codec.Fields]:
    """The record of a follow-up and what it holds: two laptops write the same one."""
    found = desk.store.records(inspection.id, records.FOLLOW_UP)
    for record, fields in found.items():
        if text(fields, FINDING) == finding_id:
            return record, fields
    record = f"{inspection.id}:{finding_id}"
    return record, found.get(record, {})


def repeat_finding(desk: Desk, inspection: Inspection, finding_id: str) -> Finding:
    """Make an earlier finding again: its words are taken over; evidence and deadline have to be given anew,
    and hook and standard only stay where they are still in force."""
    earlier = earlier_finding(desk, inspection, finding_id).finding
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


def earlier_finding(desk: Desk, inspection: Inspection, finding_id: str) -> EarlierFinding:
    """One of the earlier findings; KnownError ``earlier-finding-unknown``."""
    for earlier in earlier_findings(desk, inspection):
        if earlier.finding.id == finding_id:
            return earlier
    raise KnownError(
        "There is no such earlier finding of this service on this laptop.",
        "Look at the list of earlier findings; head office sends those of other laptops.",
        code="earlier-finding-unknown",
    )


def _of(desk: Desk, earlier: Inspection, *, withdrawn: bool = False) -> Iterator[EarlierFinding]:
    """Its numbered findings; one that was withdrawn later only where it was followed up all the same."""
    made_on = made_on_day(desk, earlier)
    for finding in desk.findings(earlier.id):
        made = withdrawn or finding.state is FindingState.AGREED
        if made and finding.kind in OUTCOMES and finding.number:
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
