"""Corrections of findings: each part, the kind, whether it is made at all, and one that was forgotten.

A finding that becomes another kind, or is made late, takes the next number of that kind, and one that is
withdrawn leaves its own unused: the letter that was issued, and the action plan that answers it, call the
others by theirs (`issued_numbers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from inspector_app.inspections.finding import Finding, FindingKind, FindingState, Reasons, missing_parts
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal.event import Json
from inspector_app.journal.records import FINDING
from inspector_app.operations import codec, finding_parts
from inspector_app.operations.correctable import ADD, Correctable, Teller, refused
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import kind_words, pieces
from inspector_app.operations.issued_numbers import doubled, next_number, number_for
from inspector_app.operations.ports import Draft
from inspector_app.words import error_words, mark, translate

KIND, NUMBER, STATE, REFUSAL = "kind", "number", "state", "refusal_reason"
_ASKED_AS = {
    "title": mark("FindingForm", "Title"),
    "theme": mark("FindingForm", "Quality theme"),
    "outcome": mark("FindingForm", "What must change"),
    "actions": mark("FindingForm", "Minimum actions"),
    "deadline": mark("FindingForm", "Deadline"),
    "seriousness": mark("FindingForm", "Reason: how serious it is"),
    "extent": mark("FindingForm", "Reason: whom it affects, and how far"),
    "speed": mark("FindingForm", "Reason: what has to be done, and how fast it can be"),
    "evidence": mark("FindingForm", "Evidence"),
    "hook": mark("FindingForm", "Legal hook, in force on the inspection date"),
    "standard": mark("FindingForm", "Health and Social Care Standard"),
    "validated": mark("FindingForm", "Validated"),
}
"""What a part is called where it is given with another kind."""


def finding_correctables(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    """The parts of the agreed findings, the refused ones to be agreed after all, and one more."""
    choices = _choices(tell, inspection)
    findings = tell.desk.findings(inspection.id)
    for finding in findings:
        if finding.state is FindingState.AGREED:
            parts = finding_parts.asked_parts(finding.kind)
            yield _part(tell, choices, finding, parts[0])
            yield _kind(tell, inspection, choices, finding)
            for part in parts[1:]:
                yield _part(tell, choices, finding, part)
            yield _withdrawn(tell, finding)
    for finding in doubled(findings):
        yield _number(tell, inspection, finding)
    for finding in findings:
        if finding.state is FindingState.REFUSED:
            yield _agreed(tell, inspection, choices, finding)
    yield _forgotten(tell, inspection, choices)


def finding_drafts(
    desk: Desk,
    inspection: Inspection,
    place: tuple[str, str],
    value: str,
    parts: Mapping[str, str],
    reason: str,
) -> list[Draft]:
    """What is to be written of the record and part at `place`; the finding must be as complete as it was
    (KnownError ``not-allowed``). The reason of the correction is why a finding is withdrawn.
    """
    record, part = place
    if part == ADD:
        return _new_drafts(desk, inspection, FindingKind(value), parts)
    before = next(one for one in desk.findings(inspection.id) if one.id == record)
    held = codec.finding_to_fields(before)
    if part == KIND:
        said = {KIND: value, **_made_as(desk, inspection, before, FindingKind(value), parts)}
    elif part == STATE and value == FindingState.AGREED.value:
        made = _made_as(desk, inspection, before, before.kind, parts)
        said = {STATE: value, REFUSAL: "", **made}
    elif part == STATE:
        said = {STATE: value, REFUSAL: reason.strip()}
    elif part == NUMBER:
        said = {NUMBER: int(value)}
    else:
        began = before.deadline.start if before.deadline is not None else None
        said = {part: finding_parts.part_json(part, value.strip(), began or desk.today())}
    after = codec.finding_from_fields(record, {**held, **said}, desk.evidence(inspection.id))
    issued_on = desk.today() if part in (KIND, STATE) else None
    _no_worse(desk, inspection, before, after, issued_on)
    return [Draft(FINDING, record, name, one) for name, one in said.items() if one != held[name]]


def _new_drafts(
    desk: Desk, inspection: Inspection, kind: FindingKind, parts: Mapping[str, str]
) -> list[Draft]:
    """A finding that was forgotten, whole and with its number."""
    record = desk.program.new_id()
    nothing = Finding(id=record, kind=kind, state=FindingState.AGREED)
    fields = {
        **codec.finding_to_fields(nothing),
        **_given(kind, parts, desk),
        NUMBER: number_for(desk, inspection, record, kind),
    }
    made = codec.finding_from_fields(record, fields, desk.evidence(inspection.id))
    _no_worse(desk, inspection, None, made, desk.today())
    return [Draft(FINDING, record, name, one) for name, one in fields.items()]


def _no_worse(
    desk: Desk, inspection: Inspection, before: Finding | None, after: Finding, issued_on: date | None
) -> None:
    framework, on = desk.framework(inspection), inspection.inspected_on
    known = missing_parts(before, on, framework, issued_on=issued_on) if before is not None else ()
    for gap in missing_parts(after, on, framework, issued_on=issued_on):
        if gap.message not in [one.message for one in known]:
            raise refused(error_words(gap.message), gap.part)


def _choices(tell: Teller, inspection: Inspection) -> dict[str, dict[str, str]]:
    """What may be chosen for each part that is a choice."""
    framework, on = tell.desk.framework(inspection), inspection.inspected_on
    yes_no = {"yes": translate("History", "yes"), "no": translate("History", "no")}
    return {
        "theme": dict(framework.themes),
        "hook": {one.id: f"{one.citation}: {one.title}" for one in framework.hooks_on(on)},
        "standard": {one.id: f"{one.code} {one.wording}" for one in framework.standards_on(on)},
        "validated": yes_no,
        "evidence": {
            one.id: f"{one.source}: {one.words}" for one in pieces(tell.desk, inspection, tell.sessions)
        },
    }


def _part(tell: Teller, choices: Mapping[str, Mapping[str, str]], finding: Finding, part: str) -> Correctable:
    place, held = (FINDING, finding.id, part), finding_parts.part_text(finding, part)
    if part == "evidence":
        return tell.several(place, held, choices[part])
    if part in choices:
        return tell.choice(place, held or ("no" if part == "validated" else ""), choices[part])
    words = finding.deadline.words if part == "deadline" and finding.deadline else ""
    return tell.text(place, held, words=words)


def _kind(
    tell: Teller, inspection: Inspection, choices: Mapping[str, Mapping[str, str]], finding: Finding
) -> Correctable:
    field = tell.choice((FINDING, finding.id, KIND), finding.kind.value, _kinds())
    more = {
        kind.value: _lacking(tell, inspection, choices, _as(finding, kind))
        for kind in FindingKind
        if kind is not finding.kind
    }
    return replace(field, more=more)


def _number(tell: Teller, inspection: Inspection, finding: Finding) -> Correctable:
    """A number that another finding has too, to be given up for the next."""
    numbers = (finding.number or 0, next_number(tell.desk, inspection, finding.kind))
    choices = {str(one): str(one) for one in numbers}
    return tell.choice((FINDING, finding.id, NUMBER), str(finding.number), choices)


def _withdrawn(tell: Teller, finding: Finding) -> Correctable:
    """An agreed finding that should not have been made."""
    return tell.choice((FINDING, finding.id, STATE), finding.state.value, _states())


def _agreed(
    tell: Teller, inspection: Inspection, choices: Mapping[str, Mapping[str, str]], finding: Finding
) -> Correctable:
    """A refused finding that should have been made, with the parts that it then needs."""
    states = _states()
    field = tell.choice((FINDING, finding.id, STATE), finding.state.value, states)
    said = translate("Corrections", "{state}: {reason}")
    words = said.format(state=states[finding.state.value], reason=finding.refusal_reason)
    made = _as(replace(finding, state=FindingState.AGREED), finding.kind)
    more = {FindingState.AGREED.value: _lacking(tell, inspection, choices, made)}
    return replace(field, words=words, more=more)


def _forgotten(tell: Teller, inspection: Inspection, choices: Mapping[str, Mapping[str, str]]) -> Correctable:
    """A finding more: all parts of its kind; those it could also be agreed without may stay blank."""
    what = translate("Corrections", "Findings: one that was forgotten")
    field = tell.choice((FINDING, "", ADD), "", _kinds(), what=what)
    more = {}
    hint = translate("Corrections", "what is not listed is added first, as evidence that was forgotten")
    for kind in FindingKind:
        nothing = Finding(id="", kind=kind, state=FindingState.AGREED)
        needed = _lacks(tell.desk, inspection, nothing)
        more[kind.value] = tuple(
            replace(
                _part(tell, choices, nothing, part),
                what=_asked_as(part),
                value="",
                needed=part in needed,
                hint=hint if part == "evidence" else "",
            )
            for part in finding_parts.asked_parts(kind)
        )
    return replace(field, words=translate("Corrections", "Add one"), more=more)


def _kinds() -> dict[str, str]:
    return {kind.value: kind_words(kind) for kind in FindingKind}


def _states() -> dict[str, str]:
    return {
        FindingState.AGREED.value: translate("Corrections", "agreed"),
        FindingState.REFUSED.value: translate("Corrections", "refused"),
    }


def _lacking(
    tell: Teller, inspection: Inspection, choices: Mapping[str, Mapping[str, str]], finding: Finding
) -> tuple[Correctable, ...]:
    """The parts that a finding still lacks, in the order they are filled in."""
    lacks = _lacks(tell.desk, inspection, finding)
    return tuple(
        replace(_part(tell, choices, finding, part), what=_asked_as(part))
        for part in finding_parts.asked_parts(finding.kind)
        if part in lacks
    )


def _lacks(desk: Desk, inspection: Inspection, finding: Finding) -> frozenset[str]:
    framework, on = desk.framework(inspection), inspection.inspected_on
    return frozenset(gap.part for gap in missing_parts(finding, on, framework, issued_on=desk.today()))


def _asked_as(part: str) -> str:
    return translate("FindingForm", _ASKED_AS[part]) if part in _ASKED_AS else part


def _as(finding: Finding, kind: FindingKind) -> Finding:
    """The finding as another kind; what only a requirement may have goes with the kind."""
    if kind is FindingKind.REQUIREMENT:
        return replace(finding, kind=kind)
    return replace(finding, kind=kind, deadline=None, reasons=Reasons(), hook="")


def _made_as(
    desk: Desk, inspection: Inspection, before: Finding, kind: FindingKind, parts: Mapping[str, str]
) -> dict[str, Json]:
    """The fields of a finding that is made as this kind, its number among them, but for kind and state."""
    number = number_for(desk, inspection, before.id, kind)
    fields = codec.finding_to_fields(replace(_as(before, kind), number=number))
    told = {name: one for name, one in fields.items() if name not in (KIND, STATE, NUMBER, REFUSAL)}
    return {NUMBER: fields[NUMBER], **told, **_given(kind, parts, desk)}


def _given(kind: FindingKind, parts: Mapping[str, str], desk: Desk) -> dict[str, Json]:
    asked = finding_parts.asked_parts(kind)
    return {
        part: finding_parts.part_json(part, said.strip(), desk.today())
        for part, said in parts.items()
        if part in asked
    }
