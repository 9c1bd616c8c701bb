"""What an inspector does with findings: type into their parts, decide, begin one of their own."""

from __future__ import annotations

from collections.abc import Sequence

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.lifecycle import check_change
from inspector_app.inspections.suggest import Suggestion
from inspector_app.journal.event import Json
from inspector_app.journal.records import FINDING
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_parts import part_json
from inspector_app.operations.findings import accept, edit_finding, record_finding, refuse, suggested

_BINDING: dict[str, Json] = {"deadline": None, "seriousness": "", "extent": "", "speed": "", "hook": ""}
"""What a requirement has and a recommendation must not have."""


def type_part(desk: Desk, inspection: Inspection, finding_id: str, part: str, text: str) -> None:
    """Commit a part as it stands after a key; it becomes an event when the field is left (`set_part`)."""
    check_change(desk.inspection(inspection.id))
    value = part_json(part, text, desk.today())
    desk.store.put_pending(inspection.id, FINDING, finding_id, part, value, author=desk.author)


def set_part(desk: Desk, inspection: Inspection, finding_id: str, part: str, text: str) -> Finding:
    """Record a part, taking over what was typed into it; KnownError for a deadline that cannot be."""
    return edit_finding(desk, inspection, finding_id, {part: part_json(part, text, desk.today())})


def take_suggestion(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession], clause: str
) -> Finding:
    """Make the suggestion of a clause an agreed finding."""
    return accept(desk, inspection, _suggestion(desk, inspection, sessions, clause))


def refuse_suggestion(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession], clause: str, reason: str
) -> Finding:
    """Keep that the suggestion of a clause was considered, and why it was not taken."""
    return refuse(desk, inspection, _suggestion(desk, inspection, sessions, clause), reason)


def refuse_finding(desk: Desk, inspection: Inspection, finding_id: str, reason: str) -> Finding:
    """Take an agreed finding out of the letter with a reason; it stays in the record."""
    if not reason.strip():
        raise KnownError(
            "A finding is refused with a reason.", "Say why it is not made.", code="reason-missing"
        )
    changes: dict[str, Json] = {"state": FindingState.REFUSED.value, "refusal_reason": reason.strip()}
    return edit_finding(desk, inspection, finding_id, changes)


def agree_again(desk: Desk, inspection: Inspection, finding_id: str) -> Finding:
    """Bring a refused finding back among the agreed ones."""
    changes: dict[str, Json] = {"state": FindingState.AGREED.value, "refusal_reason": ""}
    return edit_finding(desk, inspection, finding_id, changes)


def new_finding(desk: Desk, inspection: Inspection, kind: FindingKind) -> Finding:
    """Begin a finding of one's own, agreed and still without its parts."""
    finding = Finding(id=desk.program.new_id(), kind=kind, state=FindingState.AGREED)
    return record_finding(desk, inspection, finding)


def change_kind(desk: Desk, inspection: Inspection, finding_id: str, kind: FindingKind) -> Finding:
    """Make a finding another kind; what only a requirement may have is taken away with the kind."""
    changes: dict[str, Json] = {"kind": kind.value}
    if kind is not FindingKind.REQUIREMENT:
        changes |= _BINDING
    return edit_finding(desk, inspection, finding_id, changes)


def _suggestion(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession], clause: str
) -> Suggestion:
    for suggestion in suggested(desk, inspection, list(sessions)):
        if suggestion.clause.id == clause:
            return suggestion
    raise KnownError(
        "This suggestion is no longer there.",
        "An answer was changed, or it was decided on already. Look at the list again.",
        code="suggestion-gone",
    )
