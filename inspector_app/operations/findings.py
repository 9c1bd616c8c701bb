"""Findings from the answers: what the clauses suggest, and what the inspector decides about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingState
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.lifecycle import check_change
from inspector_app.inspections.suggest import Answered, Suggestion
from inspector_app.journal.event import Json
from inspector_app.journal.records import EVIDENCE, FINDING
from inspector_app.operations import codec
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Draft


def suggested(desk: Desk, inspection: Inspection, sessions: list[ChecklistSession]) -> list[Suggestion]:
    """The clauses that the answers bring up and nobody has decided on yet, in the order of the questions."""
    decided = {finding.clause for finding in desk.findings(inspection.id)}
    answers = [
        Answered(view.key.rsplit("/", 1)[-1], view.value, view.attributes["finding"])
        for session in sessions
        for view in session.questions()
        if view.relevant and view.attributes.get("finding")
    ]
    found = desk.framework(inspection).suggest(answers, inspection.inspected_on)
    return [suggestion for suggestion in found if suggestion.clause.id not in decided]


def accept(desk: Desk, inspection: Inspection, suggestion: Suggestion) -> Finding:
    """Make a suggestion an agreed finding, worded by its clause and citing the answer behind it."""
    draft = suggestion.draft(desk.program.new_id(), desk.program.new_id(), desk.today())
    return record_finding(desk, inspection, replace(draft, state=FindingState.AGREED))


def refuse(desk: Desk, inspection: Inspection, suggestion: Suggestion, reason: str) -> Finding:
    """Keep that a suggestion was considered and why it was not taken; KnownError without a reason."""
    if not reason.strip():
        raise KnownError(
            "A suggestion is refused with a reason.", "Say why it is not needed here.", code="reason-missing"
        )
    draft = suggestion.draft(desk.program.new_id(), desk.program.new_id(), desk.today())
    return record_finding(
        desk, inspection, replace(draft, state=FindingState.REFUSED, refusal_reason=reason.strip())
    )


def record_finding(desk: Desk, inspection: Inspection, finding: Finding, *, reason: str = "") -> Finding:
    """Journal a new finding and the evidence it came with that has no record yet, as one action."""
    check_change(desk.inspection(inspection.id), reason)
    known = desk.evidence(inspection.id)
    drafts = [
        Draft(EVIDENCE, piece.id, name, value)
        for piece in finding.evidence
        if piece.id not in known
        for name, value in codec.evidence_to_fields(piece).items()
    ]
    drafts += [
        Draft(FINDING, finding.id, name, value) for name, value in codec.finding_to_fields(finding).items()
    ]
    desk.write(inspection.id, drafts, reason=reason)
    return finding


def edit_finding(
    desk: Desk, inspection: Inspection, finding_id: str, changes: Mapping[str, Json], *, reason: str = ""
) -> Finding:
    """Change fields of a finding (named as in `codec.finding_to_fields`); unknown names are refused."""
    check_change(desk.inspection(inspection.id), reason)
    known = {finding.id: finding for finding in desk.findings(inspection.id)}
    if finding_id not in known:
        raise KnownError("There is no such finding.", "Look at the list of findings.", code="finding-unknown")
    names = set(codec.finding_to_fields(known[finding_id]))
    strange = sorted(set(changes) - names)
    if strange:
        raise KnownError(
            f"A finding has no part called {', '.join(strange)}.",
            f"Its parts are: {', '.join(sorted(names))}.",
            code="finding-part-unknown",
        )
    desk.write_fields(inspection.id, FINDING, finding_id, changes, reason=reason)
    return next(finding for finding in desk.findings(inspection.id) if finding.id == finding_id)
