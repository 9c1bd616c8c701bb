"""The step of enforcement taken, least restrictive first. The program records it and issues no notice."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.typing import Slot, type_into

STEP, WHY = "enforcement_step", "enforcement_why"


@dataclass(frozen=True)
class Enforcement:
    """The step taken by its code and in words, '' for none, and why no lesser one would do."""

    step: str
    words: str
    why: str


def enforcement_of(desk: Desk, inspection: Inspection) -> Enforcement:
    """The step recorded with an inspection."""
    said = desk.store.values(records.INSPECTION, inspection.id)
    step = text(said, STEP)
    return Enforcement(step, desk.framework(inspection).ladder.get(step, step), text(said, WHY))


def set_step(desk: Desk, inspection: Inspection, step: str) -> None:
    """Record the step taken, '' for none; KnownError for one that the framework lacks."""
    check_change(desk.inspection(inspection.id))
    ladder = desk.framework(inspection).ladder
    if step and step not in ladder:
        raise KnownError(
            f"“{step}” is no step of this framework.",
            f"Use one of: {', '.join(ladder)}.",
            code="step-unknown",
        )
    desk.write_fields(inspection.id, records.INSPECTION, inspection.id, {STEP: step})


def set_why(desk: Desk, inspection: Inspection, why: str) -> None:
    """Record why this step and no lesser one, taking over what was typed."""
    check_change(desk.inspection(inspection.id))
    desk.write_fields(inspection.id, records.INSPECTION, inspection.id, {WHY: why})


def type_why(desk: Desk, inspection: Inspection, why: str) -> None:
    """Commit it as it stands after a key."""
    type_into(desk, inspection.id, Slot(records.INSPECTION, inspection.id, WHY), why)
