"""The facts of an inspection around its checklist: what a new one starts from, and changing them later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import check_change
from inspector_app.inspections.service import Service
from inspector_app.journal.event import Json
from inspector_app.journal.records import INSPECTION
from inspector_app.journal.records import Inspection as Fields
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import void
from inspector_app.operations.overview import service_words
from inspector_app.operations.packs import packs_of
from inspector_app.words import translate

CONTACT = "contact"
ANNOUNCED, STARTED_ON, ENDED_ON, INSPECTORS = (
    Fields.ANNOUNCED,
    Fields.STARTED_ON,
    Fields.ENDED_ON,
    Fields.INSPECTORS,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a new inspection starts from: types as (code, label), a free reference, who and when. The types
    are those of the packs that know the type of the service."""

    types: tuple[tuple[str, str], ...]
    reference: str
    inspectors: tuple[str, ...]
    today: date
    service: Service | None
    service_words: str
    services: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """The facts of an inspection as they stand. `closed` says why they cannot be changed, '' when they can;
    `problems` what is wrong with them, by field.
    """

    inspection: Inspection
    type_label: str
    service_words: str
    closed: str
    problems: dict[str, str]


def propose(desk: Desk, service_number: str = "") -> Proposal:
    """What a new inspection starts from; the service is looked up where a number is given."""
    service = desk.store.service(service_number) if service_number else None
    packs = packs_of(desk, service)
    framework = packs[0]
    words = ""
    if service is not None:
        words = service_words(service.service_number, service.service_type, service.sector, framework)
    return Proposal(
        types=tuple(each for pack in packs for each in pack.inspection_types.items()),
        reference=free_reference(desk),
        inspectors=(desk.author,),
        today=desk.today(),
        service=service,
        service_words=words,
        services=desk.store.service_count(),
    )


def free_reference(desk: Desk) -> str:
    """The next reference of the year that no inspection on this laptop has, such as IN-2026-0003."""
    prefix = "EX" if desk.realm == "example" else "IN"
    year = desk.today().year
    taken = desk.store.lists.references(f"{prefix}-{year}-")
    number = 1
    while f"{prefix}-{year}-{number:04d}" in taken:
        number += 1
    return f"{prefix}-{year}-{number:04d}"


def prepared(desk: Desk, inspection_id: str) -> Prepared:
    """The facts of an inspection as they stand."""
    inspection = desk.inspection(inspection_id)
    framework = desk.framework(inspection)
    service = inspection.service
    closed = {
        Status.FINALISED: translate("Prepare", "Finalised: these facts stand as they were signed."),
        Status.VOID: translate("Prepare", "Void: {void_reason}").format(void_reason=inspection.void_reason),
    }.get(inspection.status, "")
    return Prepared(
        inspection=inspection,
        type_label=framework.inspection_types.get(inspection.type, inspection.type),
        service_words=service_words(service.service_number, service.service_type, service.sector, framework),
        closed=closed,
        problems=_problems(inspection),
    )


def change_fact(desk: Desk, inspection_id: str, field: str, value: Json) -> Prepared:
    """Record one fact (``ended_on``, ``started_on``, ``inspectors``, ``contact``, ``announced``).

    KnownError where the days run backwards or the first day would be gone; nothing is recorded then.
    """
    before = desk.inspection(inspection_id)
    check_change(before)
    if field == STARTED_ON and not value:
        raise KnownError(
            "An inspection has a first day.", "Give the day on which it began.", code="no-first-day"
        )
    started = date.fromisoformat(str(value)) if field == STARTED_ON else before.started_on
    ended = before.ended_on
    if field == ENDED_ON:
        ended = date.fromisoformat(str(value)) if value else None
    if ended is not None and ended < started:
        raise KnownError(
            "The inspection would end before it starts.",
            "Correct the first or the last day.",
            code="days-backwards",
        )
    desk.write_fields(inspection_id, INSPECTION, inspection_id, {field: value})
    return prepared(desk, inspection_id)


def void_inspection(desk: Desk, inspection_id: str, reason: str) -> Prepared:
    """Void an inspection started by mistake: kept and shown, never counted, never deleted."""
    void(desk, desk.inspection(inspection_id), reason)
    return prepared(desk, inspection_id)


def names_of(text: str) -> tuple[str, ...]:
    """The inspectors' names from a field: one a line, or parted by commas or semicolons."""
    parts = text.replace(";", "\n").replace(",", "\n").split("\n")
    return tuple(name.strip() for name in parts if name.strip())


def names_text(names: Sequence[str]) -> str:
    """The names as they stand in the field."""
    return ", ".join(names)


def _problems(inspection: Inspection) -> dict[str, str]:
    found = {}
    if not any(name.strip() for name in inspection.inspectors):
        found[INSPECTORS] = translate("Prepare", "Name who carries it out; the names sign the letter.")
    return found
