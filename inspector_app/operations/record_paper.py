"""The inspection record as a document: everything that was asked, found, refused, issued and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.paper import Paper
from inspector_app.inspections.papers import (
    ComplaintMatter,
    CorrectionLine,
    InspectionRecord,
    IssuedVersion,
    RecordedEvidence,
    RefusedFinding,
)
from inspector_app.journal import records
from inspector_app.journal.clock import time_of
from inspector_app.operations.checklist_record import record_answers, sample_tables
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.codec import day, text
from inspector_app.operations.complaint import complaint_of
from inspector_app.operations.desk import Desk
from inspector_app.operations.enforcement import enforcement_of
from inspector_app.operations.follow_up import followed_up
from inspector_app.operations.grades import printed_grades
from inspector_app.operations.history import what_of
from inspector_app.operations.letter_findings import FindingWords
from inspector_app.operations.narrative import narrative_view
from inspector_app.operations.paper_frame import shared


def record_paper(
    desk: Desk, inspection: Inspection, frame: Paper, printed: FindingWords, agreed: Sequence[Finding]
) -> InspectionRecord:
    """Everything of one inspection, in words."""
    sessions = open_checklists(desk, inspection)
    refused = [one for one in desk.findings(inspection.id) if one.state is FindingState.REFUSED]
    strengths = [one.outcome or one.title for one in agreed if one.kind is FindingKind.STRENGTH]
    return InspectionRecord(
        **shared(frame),
        grades=printed_grades(desk, inspection),
        strengths=tuple(strengths),
        requirements=printed.numbered(agreed, FindingKind.REQUIREMENT),
        recommendations=printed.numbered(agreed, FindingKind.RECOMMENDATION),
        refused=tuple(RefusedFinding(one.title or one.outcome, one.refusal_reason) for one in refused),
        previous=tuple(printed.previous(one) for one in followed_up(desk, inspection)),
        matters=_matters(desk, inspection, printed, agreed),
        enforcement=_enforcement(desk, inspection),
        narrative=tuple(part for part in narrative_view(desk, inspection).parts.values() if part.strip()),
        checklist=record_answers(sessions, left_out=frame.wording.text("phrases.left_out")),
        samples=sample_tables(sessions),
        evidence=_evidence(desk, inspection, printed, agreed),
        letters=_letters(desk, inspection),
        corrections=_corrections(desk, sessions, inspection),
        events=len(desk.store.events(inspection.id)),
    )


def _evidence(
    desk: Desk, inspection: Inspection, printed: FindingWords, agreed: Sequence[Finding]
) -> tuple[RecordedEvidence, ...]:
    used: dict[str, list[str]] = {}
    for finding in agreed:
        binding = finding.kind in (FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION) and finding.number
        name = printed.label(finding) if binding else finding.title
        for piece in finding.evidence:
            used.setdefault(piece.id, []).append(name)
    for earlier in followed_up(desk, inspection):
        told = {"finding": printed.label(earlier.finding), "reference": earlier.reference}
        for piece in earlier.evidence:
            used.setdefault(piece.id, []).append(printed.wording.text("phrases.follow_up_of", **told))
    return tuple(
        RecordedEvidence(printed.evidence(piece), tuple(used.get(piece.id, ())))
        for piece in desk.evidence(inspection.id).values()
        if piece.usable
    )


def _matters(
    desk: Desk, inspection: Inspection, printed: FindingWords, agreed: Sequence[Finding]
) -> tuple[ComplaintMatter, ...]:
    labels = printed.labels(agreed)
    return complaint_of(desk, inspection, lambda finding: labels.get(finding, "")).matters


def _enforcement(desk: Desk, inspection: Inspection) -> tuple[str, ...]:
    found = enforcement_of(desk, inspection)
    return tuple(part for part in (found.words, found.why) if found.step and part.strip())


def _letters(desk: Desk, inspection: Inspection) -> tuple[IssuedVersion, ...]:
    made = []
    for fields in desk.store.records(inspection.id, records.LETTER).values():
        version = fields.get(records.Letter.VERSION)
        made.append(
            IssuedVersion(
                version if isinstance(version, int) else 0,
                day(fields, records.Letter.ISSUED_AT) or date.min,
                text(fields, "code"),
                text(fields, records.Letter.BLOB),
                fields.get(records.Letter.SUPERSEDED) is True,
            )
        )
    return tuple(sorted(made, key=lambda one: one.version))


def _corrections(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection: Inspection
) -> tuple[CorrectionLine, ...]:
    """Changes that needed a reason, one line an action; an erasure took its reason's record along."""
    lines: dict[str, CorrectionLine] = {}
    for event in desk.store.events(inspection.id):
        erased = event.kind == records.ERASE
        if event.action not in lines and (event.reason or erased):
            at = time_of(event.at).strftime("%Y-%m-%d %H:%M UTC")
            field = event.field if event.prior else ""
            what = "" if erased else what_of(desk, sessions, event.kind, event.record, field)
            lines[event.action] = CorrectionLine(at, event.author, event.reason, what)
    return tuple(lines.values())
