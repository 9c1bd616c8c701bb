"""Start an inspection of a registered service: its record and the framework's checklists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection, Realm
from inspector_app.journal.records import INSPECTION
from inspector_app.operations import codec
from inspector_app.operations.checklist_session import ChecklistSession, begin_checklist
from inspector_app.operations.desk import Desk
from inspector_app.operations.packs import pack_of


@dataclass(frozen=True)
class Plan:
    """What is known before the inspector arrives; without `framework` it is that of the inspection's type."""

    reference: str
    service_number: str
    type: str
    announced: bool
    started_on: date
    inspectors: tuple[str, ...]
    framework: str = ""
    legal_basis: str = ""
    contact: str = ""


def start_inspection(desk: Desk, plan: Plan) -> tuple[Inspection, list[ChecklistSession]]:
    """A new open inspection with its checklists; KnownError for an unknown service or a taken reference."""
    service = desk.store.service(plan.service_number)
    if service is None:
        raise KnownError(
            f"{plan.service_number} is not in the register on this laptop.",
            "Import the register, or check the number: CS and ten digits.",
            code="service-unknown",
        )
    framework = (
        desk.program.framework(plan.framework) if plan.framework else pack_of(desk, service, plan.type)
    )
    if not plan.reference.strip():
        raise KnownError(
            "The inspection has no reference.", "Give one, such as EX-2026-0001.", code="no-reference"
        )
    if desk.store.inspections_with_reference(plan.reference):
        raise KnownError(
            f"There is an inspection with the reference {plan.reference} already.",
            "Open that one, or give the new one a reference of its own.",
            code="reference-taken",
        )
    if plan.type not in framework.inspection_types:
        raise KnownError(
            f"“{plan.type}” is no type of inspection of this framework.",
            f"Use one of: {', '.join(framework.inspection_types)}.",
            code="inspection-type-unknown",
        )
    inspection = Inspection(
        id=desk.program.new_id(),
        reference=plan.reference.strip(),
        service=service,
        type=plan.type,
        announced=plan.announced,
        started_on=plan.started_on,
        ended_on=None,
        inspectors=plan.inspectors,
        framework=framework.id,
        realm=Realm(desk.realm),
        legal_basis=plan.legal_basis or framework.legal_basis,
        contact=plan.contact,
    )
    fields = codec.inspection_to_fields(inspection, framework.reporting_type(service.service_type))
    with desk.store.transaction():
        desk.write_fields(inspection.id, INSPECTION, inspection.id, {**fields, "author": desk.author})
        sessions = [begin_checklist(desk, inspection, name) for name in framework.checklists]
    return inspection, sessions
