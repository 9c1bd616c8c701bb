"""Corrections of what is recorded beside checklist and findings: grades, follow-ups, the complaint and its
matters, the area report and the step of enforcement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from inspector_app.inspections.follow_up import Outcome, check_possible
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations import complaint, enforcement, follow_up, narrative
from inspector_app.operations.codec import text
from inspector_app.operations.complaint_views import complaint_view
from inspector_app.operations.correctable import ADD, GONE, NONE, THERE, Correctable, Teller, refused
from inspector_app.operations.desk import Desk
from inspector_app.operations.follow_up_views import FollowUpView, follow_ups_view
from inspector_app.operations.grades import LOOKED_AT, REASONS, grade_record, looked_at
from inspector_app.operations.ports import Draft
from inspector_app.words import translate

REMOVED = "removed"
KINDS = (records.GRADE, records.FOLLOW_UP, records.MATTER, records.CLAIM)
"""The kinds of record that `record_drafts` writes."""
FACTS = (
    complaint.REFERENCE,
    complaint.RECEIVED_ON,
    *narrative.PARTS,
    enforcement.STEP,
    enforcement.WHY,
)
"""The fields of the inspection itself that are told here."""


def record_correctables(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    """All of them, in the order of the rail."""
    yield from _complaint(tell, inspection)
    yield from _follow_ups(tell, inspection)
    yield from _enforcement(tell, inspection)
    yield from _grades(tell, inspection)
    yield from _area(tell, inspection)


def record_drafts(
    desk: Desk, inspection: Inspection, place: tuple[str, str, str], value: str, parts: Mapping[str, str]
) -> list[Draft]:
    """What is to be written of one of `KINDS`; KnownError ``not-allowed`` and those of each part."""
    kind, record, name = place
    if kind == records.GRADE:
        return _grade_drafts(desk, record, name, value, parts)
    if kind == records.FOLLOW_UP:
        return _follow_up_drafts(desk, inspection, record, name, value, parts)
    return _matter_drafts(desk, inspection, place, value, parts)


def fact_value(name: str, value: str, today: date) -> Json:
    """One of `FACTS` as the record keeps it."""
    if name == complaint.RECEIVED_ON and value and date.fromisoformat(value) > today:
        raise refused(translate("Corrections", "The complaint would have been received in the future."))
    if name == enforcement.STEP:
        return "" if value == NONE else value
    if name in narrative.PARTS:
        return _said(value)
    return value.strip()


def _grades(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    framework = tell.desk.framework(inspection)
    scale = {str(level): f"{level} {one.name}" for level, one in sorted(framework.scale.items())}
    seen = {one.theme: one for one in looked_at(tell.desk, inspection)}
    not_graded = translate("Corrections", "not looked at")
    for theme in framework.themes:
        record, one = grade_record(inspection, theme), seen.get(theme)
        place, reasons = (records.GRADE, record, records.VALUE), (records.GRADE, record, REASONS)
        if one is None or one.value is None:
            asked = translate("ThemeCard", "Reasons for the grade")
            why = (replace(tell.text(reasons, one.reasons if one else ""), what=asked),)
            field = tell.choice(place, "", scale)
            yield replace(field, words=not_graded, more=dict.fromkeys(scale, why))
        else:
            yield tell.choice(place, str(one.value), {**scale, NONE: not_graded})
            yield tell.text(reasons, one.reasons)


def _grade_drafts(desk: Desk, record: str, name: str, value: str, parts: Mapping[str, str]) -> list[Draft]:
    if name == REASONS:
        return [Draft(records.GRADE, record, REASONS, _said(value))]
    if value == NONE:
        return [Draft(records.GRADE, record, LOOKED_AT, False)]
    held = desk.store.values(records.GRADE, record)
    drafts = [Draft(records.GRADE, record, records.VALUE, int(value))]
    if held.get(LOOKED_AT) is False:
        drafts.append(Draft(records.GRADE, record, LOOKED_AT, True))
    if REASONS in parts or not text(held, REASONS).strip():
        drafts.append(Draft(records.GRADE, record, REASONS, _said(parts.get(REASONS, ""))))
    return drafts


def _follow_ups(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    facts = follow_ups_view(tell.desk, inspection, tell.sessions)
    evidence = {one.value: one.label for one in facts.evidence}
    for one in facts.findings:
        yield from _follow_up(tell, inspection, one, evidence)


def _follow_up(
    tell: Teller, inspection: Inspection, one: FollowUpView, evidence: Mapping[str, str]
) -> Iterator[Correctable]:
    record, _ = follow_up.record_of(tell.desk, inspection, one.id)
    outcomes = {each.value: each.label for each in one.choices}
    none = translate("Corrections", "not followed up")
    place = (records.FOLLOW_UP, record, follow_up.OUTCOME)
    note = tell.text((records.FOLLOW_UP, record, follow_up.NOTE), one.note)
    if not one.outcome:
        shown_by = replace(note, what=translate("EarlierCard", "What you saw, heard or read that shows it"))
        field = tell.choice(place, "", outcomes)
        yield replace(field, words=none, more=dict.fromkeys(outcomes, (shown_by,)))
        return
    yield tell.choice(place, one.outcome, {**outcomes, NONE: none})
    yield note
    yield tell.several((records.FOLLOW_UP, record, follow_up.EVIDENCE), one.evidence, evidence)


def _follow_up_drafts(
    desk: Desk, inspection: Inspection, record: str, name: str, value: str, parts: Mapping[str, str]
) -> list[Draft]:
    held = desk.store.values(records.FOLLOW_UP, record)
    said: dict[str, Json]
    if name == follow_up.EVIDENCE:
        said = {name: list(value.split())}
    elif name == follow_up.NOTE:
        said = {name: _said(value)}
    elif value == NONE:
        nothing: list[Json] = []
        said = {name: None, follow_up.CHECKED_ON: None, follow_up.NOTE: "", follow_up.EVIDENCE: nothing}
    else:
        finding = text(held, follow_up.FINDING) or follow_up.finding_of(record)
        earlier = follow_up.earlier_finding(desk, inspection, finding)
        check_possible(earlier.finding, Outcome(value))
        note = parts.get(follow_up.NOTE, text(held, follow_up.NOTE))
        said = {
            name: value,
            follow_up.NOTE: _said(note),
            follow_up.FINDING: finding,
            follow_up.INSPECTION: earlier.inspection,
            follow_up.CHECKED_ON: text(held, follow_up.CHECKED_ON) or inspection.inspected_on.isoformat(),
        }
    return [
        Draft(records.FOLLOW_UP, record, part, one) for part, one in said.items() if one != held.get(part)
    ]


def _complaint(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    view = complaint_view(tell.desk, inspection)
    if not view.expected and not view.matters:
        return
    yield tell.text((records.INSPECTION, inspection.id, complaint.REFERENCE), view.reference)
    yield tell.day((records.INSPECTION, inspection.id, complaint.RECEIVED_ON), view.received_on)
    decisions = {one.value: one.label for one in view.decisions}
    findings = {one.value: one.label for one in view.findings}
    there = {THERE: translate("Corrections", "recorded"), GONE: translate("Corrections", "taken out")}
    for matter in view.matters:
        kind = complaint.kind_of(tell.desk, inspection, matter.id)
        held = matter.parts
        yield tell.text((kind, matter.id, complaint.TEXT), held[complaint.TEXT])
        yield tell.choice((kind, matter.id, complaint.RESULT), held[complaint.RESULT], decisions)
        yield tell.text((kind, matter.id, complaint.NOTE), held[complaint.NOTE])
        yield tell.several((kind, matter.id, complaint.FINDINGS), held[complaint.FINDINGS], findings)
        yield tell.choice((kind, matter.id, REMOVED), THERE, there)
    add = {ADD: translate("Corrections", "Add a matter")}
    one_more = translate("Corrections", "Complaint: a matter more")
    said = translate("MatterCard", "What was complained of, naming nobody")
    decision = translate("MatterCard", "Decision")
    why = translate("MatterCard", "Reason for the decision")
    parts = (
        replace(tell.text((records.MATTER, "", complaint.TEXT), ""), what=said),
        tell.choice((records.MATTER, "", complaint.RESULT), "", decisions, what=decision),
        replace(tell.text((records.MATTER, "", complaint.NOTE), ""), what=why),
    )
    yield replace(tell.choice((records.MATTER, "", ADD), "", add, what=one_more), more={ADD: parts})


def _matter_drafts(
    desk: Desk, inspection: Inspection, place: tuple[str, str, str], value: str, parts: Mapping[str, str]
) -> list[Draft]:
    kind, record, name = place
    if name == ADD:
        return complaint.matter_drafts(
            desk.program.new_id(),
            *(parts.get(part, "") for part in (complaint.TEXT, complaint.RESULT, complaint.NOTE)),
        )
    if name == complaint.FINDINGS:
        return complaint.link_drafts(desk, inspection, record, value.split())
    if name == REMOVED:
        return [Draft(kind, record, REMOVED, value == GONE)]
    return [Draft(kind, record, name, _said(value))]


def _area(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    facts = narrative.narrative_view(tell.desk, inspection)
    for part, words in facts.parts.items():
        if facts.expected or words.strip():
            yield tell.text((records.INSPECTION, inspection.id, part), words)


def _enforcement(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    ladder = tell.desk.framework(inspection).ladder
    if not ladder:
        return
    taken = enforcement.enforcement_of(tell.desk, inspection)
    none = translate("Corrections", "no step taken")
    place = (records.INSPECTION, inspection.id, enforcement.STEP)
    yield tell.choice(place, taken.step or NONE, {NONE: none, **ladder})
    if taken.step or taken.why:
        yield tell.text((records.INSPECTION, inspection.id, enforcement.WHY), taken.why)


def _said(value: str) -> str:
    if not value.strip():
        raise refused(translate("Corrections", "It must not be blank."))
    return value.strip()
