"""Capture evidence: what was told, seen or read, or which answers and rows show it."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal.records import EVIDENCE
from inspector_app.operations import codec
from inspector_app.operations.desk import Desk


def add_evidence(desk: Desk, inspection_id: str, evidence: Evidence, *, reason: str = "") -> Evidence:
    """Record a piece of evidence; KnownError when it says nothing, or not where it comes from."""
    check_change(desk.inspection(inspection_id), reason)
    if not evidence.usable:
        raise KnownError(
            "This evidence does not say where it comes from.",
            "Say whether you spoke with people, saw it or read it, or cite an answer or a row.",
            code="evidence-incomplete",
        )
    recorded = replace(evidence, id=evidence.id or desk.program.new_id())
    desk.write_fields(inspection_id, EVIDENCE, recorded.id, codec.evidence_to_fields(recorded), reason=reason)
    return recorded
