"""Corrections of findings: each part, and the kind with the parts that the other kind asks for.

A finding that becomes another kind takes the next number of that kind and leaves its own unused: the letter
that was issued, and the action plan that answers it, call the others by theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from inspector_app.inspections.finding import Finding, FindingKind, FindingState, Reasons, missing_parts
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal.event import Json
from inspector_app.journal.records import FINDING
from inspector_app.operations import codec, finding_parts
from inspector_app.operations.correctable import Correctable, Teller, refused
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import kind_words, pieces
from inspector_app.operations.ports import Draft
from inspector_app.words import error_words, mark, translate

KIND, NUMBER = "kind", "number"
_ASKED_AS = {
    "outcome": mark("FindingForm", "What must change"),
    "actions": mark("FindingForm", "Minimum actions"),
    "deadline": mark("FindingForm", "Deadline"),
    "seriousness": mark("FindingForm", "Reason: how serious it is"),
    "extent": mark("FindingForm", "Reason: whom it affects, and how far"),
    "speed": mark("FindingForm", "Reason: what has to be done, and how fast it can be"),
    "hook": mark("FindingForm", "Legal hook, in force on the inspection date"),
    "standard": mark("FindingForm", "Health and Social Care Standard"),
    "validated": mark("FindingForm", "Validated"),
}
"""What a part is called where it is given with another kind."""


def finding_correctables(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    """The parts of the agreed findings."""
    choices = _choices(tell, inspection)
    for finding in tell.desk.findings(inspection.id):
        if finding.state is not FindingState.AGREED:
            continue
        parts = finding_parts.asked_parts(finding.kind)
        yield _part(tell, choices, finding, parts[0])
        yield _kind(tell, inspection, choices, finding)
        for part in parts[1:]:
            yield _part(tell, choices, finding, part)


def finding_drafts(
    desk: Desk, inspection: Inspection, record: str, part: str, value: str, parts: Mapping[str, str]
) -> list[Draft]:
    """What is to be written; the finding must be as complete as it was (KnownError ``not-allowed``)."""
    before = next(one for one in desk.findings(inspection.id) if one.id == record)
    held = codec.finding_to_fields(before)
    if part == KIND:
        said = _kind_fields(desk, inspection, before, FindingKind(value), parts)
    else:
        began = before.deadline.start if before.deadline is not None else None
        said = {part: finding_parts.part_json(part, value.strip(), began or desk.today())}
    after = codec.finding_from_fields(record, {**held, **said}, desk.evidence(inspection.id))
    issued_on = desk.today() if part == KIND else None
    framework, on = desk.framework(inspection), inspection.inspected_on

    def gaps(finding: Finding) -> list[str]:
        return [gap.message for gap in missing_parts(finding, on, framework, issued_on=issued_on)]

    new = [message for message in gaps(after) if message not in gaps(before)]
    if new:
        raise refused(error_words(new[0]))
    return [Draft(FINDING, record, name, one) for name, one in said.items() if one != held[name]]


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
    kinds = {kind.value: kind_words(kind) for kind in FindingKind}
    field = tell.choice((FINDING, finding.id, KIND), finding.kind.value, kinds)
    more = {
        kind.value: tuple(
            replace(_part(tell, choices, _as(finding, kind), part), what=_asked_as(part))
            for part in _wanted(tell.desk, inspection, finding, kind)
        )
        for kind in FindingKind
        if kind is not finding.kind
    }
    return replace(field, more=more)


def _wanted(desk: Desk, inspection: Inspection, finding: Finding, kind: FindingKind) -> tuple[str, ...]:
    """The parts that the finding would lack as another kind, in the order they are filled in."""
    framework, on = desk.framework(inspection), inspection.inspected_on
    lacks = {gap.part for gap in missing_parts(_as(finding, kind), on, framework, issued_on=desk.today())}
    return tuple(part for part in finding_parts.asked_parts(kind) if part in lacks)


def _asked_as(part: str) -> str:
    return translate("FindingForm", _ASKED_AS[part]) if part in _ASKED_AS else part


def _as(finding: Finding, kind: FindingKind) -> Finding:
    """The finding as another kind; what only a requirement may have goes with the kind."""
    if kind is FindingKind.REQUIREMENT:
        return replace(finding, kind=kind)
    return replace(finding, kind=kind, deadline=None, reasons=Reasons(), hook="")


def _kind_fields(
    desk: Desk, inspection: Inspection, before: Finding, kind: FindingKind, parts: Mapping[str, str]
) -> dict[str, Json]:
    same = (one for one in desk.findings(inspection.id) if one.kind is kind)
    number = max((one.number or 0 for one in same), default=0) + 1
    fields = codec.finding_to_fields(replace(_as(before, kind), number=number))
    asked = finding_parts.asked_parts(kind)
    given = {
        part: finding_parts.part_json(part, said.strip(), desk.today())
        for part, said in parts.items()
        if part in asked
    }
    return {KIND: fields.pop(KIND), NUMBER: fields.pop(NUMBER), **fields, **given}
