"""How inspections, findings and evidence stand in the journal: one JSON value a field, and back again.

Reading is forgiving about what a newer program may have added, and strict about what it needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from inspector_app.inspections.deadline import Deadline, Unit
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import Finding, FindingKind, FindingSource, FindingState, Reasons
from inspector_app.inspections.inspection import Inspection, Realm, Status
from inspector_app.inspections.service import Service
from inspector_app.journal.event import Json

Fields = Mapping[str, Json]


def text(fields: Fields, name: str) -> str:
    """A field as text; '' where it is absent or erased."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def texts(fields: Fields, name: str) -> tuple[str, ...]:
    """A field as a list of texts."""
    value = fields.get(name)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def day(fields: Fields, name: str) -> date | None:
    """A field as a date; None where it is absent."""
    value = text(fields, name)
    return date.fromisoformat(value) if value else None


def service_to_json(service: Service, reporting_type: str) -> dict[str, Json]:
    """The snapshot of a service kept with its inspection, with the type under which it is reported."""
    return {**asdict(service), "reporting_type": reporting_type}


def service_from_json(value: Json) -> Service:
    """The snapshot read back."""
    fields: Fields = value if isinstance(value, dict) else {}
    places = fields.get("places")
    return Service(
        service_number=text(fields, "service_number"),
        name=text(fields, "name"),
        service_type=text(fields, "service_type"),
        sector=text(fields, "sector"),
        provider_name=text(fields, "provider_name"),
        provider_number=text(fields, "provider_number"),
        address=text(fields, "address"),
        area=text(fields, "area"),
        manager=text(fields, "manager"),
        places=places if isinstance(places, int) else None,
    )


def inspection_to_fields(inspection: Inspection, reporting_type: str) -> dict[str, Json]:
    """The fields of an `inspection` record."""
    return {
        "reference": inspection.reference,
        "service": service_to_json(inspection.service, reporting_type),
        "type": inspection.type,
        "announced": inspection.announced,
        "started_on": inspection.started_on.isoformat(),
        "ended_on": inspection.ended_on.isoformat() if inspection.ended_on else "",
        "inspectors": list(inspection.inspectors),
        "framework": inspection.framework,
        "realm": inspection.realm.value,
        "status": inspection.status.value,
        "legal_basis": inspection.legal_basis,
        "contact": inspection.contact,
    }


def inspection_from_fields(inspection_id: str, fields: Fields) -> Inspection:
    """An inspection as its record says."""
    started = day(fields, "started_on")
    assert started is not None, "an inspection record always has its first day"
    return Inspection(
        id=inspection_id,
        reference=text(fields, "reference"),
        service=service_from_json(fields.get("service")),
        type=text(fields, "type"),
        announced=fields.get("announced") is True,
        started_on=started,
        ended_on=day(fields, "ended_on"),
        inspectors=texts(fields, "inspectors"),
        framework=text(fields, "framework"),
        realm=Realm(text(fields, "realm")),
        status=Status(text(fields, "status")),
        legal_basis=text(fields, "legal_basis"),
        contact=text(fields, "contact"),
        void_reason=text(fields, "void_reason"),
    )


def evidence_to_fields(evidence: Evidence) -> dict[str, Json]:
    """The fields of an `evidence` record."""
    return {
        "source": evidence.source.value if evidence.source else "",
        "text": evidence.text,
        "place": evidence.place,
        "cited_answers": list(evidence.cited_answers),
        "sample_rows": list(evidence.sample_rows),
    }


def evidence_from_fields(evidence_id: str, fields: Fields) -> Evidence:
    """Evidence as its record says."""
    source = text(fields, "source")
    return Evidence(
        id=evidence_id,
        source=EvidenceSource(source) if source else None,
        text=text(fields, "text"),
        place=text(fields, "place"),
        cited_answers=texts(fields, "cited_answers"),
        sample_rows=texts(fields, "sample_rows"),
    )


def deadline_to_json(deadline: Deadline | None) -> Json:
    """A date, or a span with the day it starts from."""
    if deadline is None:
        return None
    if deadline.on is not None:
        return {"on": deadline.on.isoformat()}
    assert deadline.unit is not None and deadline.start is not None
    return {"amount": deadline.amount, "unit": deadline.unit.value, "start": deadline.start.isoformat()}


def deadline_from_json(value: Json) -> Deadline | None:
    """The deadline read back; None where there is none."""
    if not isinstance(value, dict):
        return None
    on = text(value, "on")
    if on:
        return Deadline.fixed(date.fromisoformat(on))
    amount = value.get("amount")
    assert isinstance(amount, int)
    return Deadline.within(amount, Unit(text(value, "unit")), date.fromisoformat(text(value, "start")))


def finding_to_fields(finding: Finding) -> dict[str, Json]:
    """The fields of a `finding` record; evidence stands there by the ids of its own records."""
    return {
        "kind": finding.kind.value,
        "state": finding.state.value,
        "number": finding.number,
        "clause": finding.clause,
        "theme": finding.theme,
        "title": finding.title,
        "outcome": finding.outcome,
        "actions": list(finding.actions),
        "deadline": deadline_to_json(finding.deadline),
        "seriousness": finding.reasons.seriousness,
        "extent": finding.reasons.extent,
        "speed": finding.reasons.speed,
        "evidence": [piece.id for piece in finding.evidence],
        "hook": finding.hook,
        "standard": finding.standard,
        "questions": list(finding.questions),
        "refusal_reason": finding.refusal_reason,
        "source": finding.source.value,
        "repeats": finding.repeats,
        "validated": finding.validated,
    }


def finding_from_fields(finding_id: str, fields: Fields, evidence: Mapping[str, Evidence]) -> Finding:
    """A finding as its record says; `evidence` holds the inspection's evidence by id."""
    number = fields.get("number")
    return Finding(
        id=finding_id,
        kind=FindingKind(text(fields, "kind")),
        state=FindingState(text(fields, "state")),
        number=number if isinstance(number, int) else None,
        clause=text(fields, "clause"),
        theme=text(fields, "theme"),
        title=text(fields, "title"),
        outcome=text(fields, "outcome"),
        actions=texts(fields, "actions"),
        deadline=deadline_from_json(fields.get("deadline")),
        reasons=Reasons(text(fields, "seriousness"), text(fields, "extent"), text(fields, "speed")),
        evidence=tuple(evidence[name] for name in texts(fields, "evidence") if name in evidence),
        hook=text(fields, "hook"),
        standard=text(fields, "standard"),
        questions=texts(fields, "questions"),
        refusal_reason=text(fields, "refusal_reason"),
        source=FindingSource(text(fields, "source") or FindingSource.INSPECTION.value),
        repeats=text(fields, "repeats"),
        validated=fields.get("validated") is True,
    )
