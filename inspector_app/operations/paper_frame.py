"""The frame that all documents of an inspection share: sender, service, version, code, fixed sections."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from inspector_app.inspections.clock import Step
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter_wording import LetterWording
from inspector_app.inspections.paper import (
    Letterhead,
    LetterInspection,
    LetterProvider,
    LetterService,
    NextStep,
    Paper,
    RecordCode,
    SignOff,
)
from inspector_app.journal import records
from inspector_app.journal.event import Json, canonical
from inspector_app.operations.desk import Desk

ANSWER_STEP = "error_response"
"""The step of the framework's clock by which the provider answers a letter."""
CODED_KINDS = (
    records.INSPECTION,
    records.ANSWER,
    records.EVIDENCE,
    records.FINDING,
    records.GRADE,
    records.FOLLOW_UP,
    records.CLAIM,
    records.MATTER,
)
"""What the record code covers: all that a document can say."""
NOT_SAID = "dismissed."
"""Fields that no document says begin with this: reasons why a check was dismissed."""


def paper_frame(
    desk: Desk,
    inspection: Inspection,
    wording: LetterWording,
    *,
    issued_on: date,
    final: bool,
    large_print: bool,
    version: int,
) -> Paper:
    """The frame of a document, without steps, sections and enclosures."""
    framework = desk.framework(inspection)
    service = inspection.service
    regulator = framework.regulator
    inspector = inspection.inspectors[0] if inspection.inspectors else desk.author
    return Paper(
        reference=inspection.reference,
        version=version,
        state="final" if final else "draft",
        date=issued_on,
        realm="live" if inspection.realm.value == "live" else "example",
        letterhead=Letterhead(regulator.name, regulator.address, regulator.contact),
        service=LetterService(
            service.name,
            framework.service_types[service.service_type].label,
            service.service_number,
            _lines(service.address),
        ),
        provider=LetterProvider(service.provider_name, service.provider_number),
        manager=service.manager,
        inspection=_letter_inspection(inspection, framework),
        sign_off=SignOff(inspector, wording.text("phrases.inspector")),
        record_code=record_code(desk, inspection, version),
        wording=wording,
        large_print=large_print,
        supersedes=version - 1 if version > 1 else None,
    )


def shared(paper: Paper) -> dict[str, Any]:
    """The frame's fields by name, to make a document of another kind with them."""
    return {field.name: getattr(paper, field.name) for field in fields(Paper)}


def section_values(framework: Framework, wording: LetterWording, answer_due: date) -> dict[str, str]:
    """What the fixed sections of a pack may name."""
    contact = contact_of(framework)
    return {
        "organisation": framework.regulator.name,
        "contact": contact,
        "complaints_contact": contact,
        "privacy_contact": contact,
        "formats_contact": contact,
        "action_plan_due": wording.day(answer_due),
        "accuracy_due": wording.day(answer_due),
    }


def contact_of(framework: Framework) -> str:
    """Where answers are sent: the first way to reach the regulator."""
    return next(iter(framework.regulator.contact), framework.regulator.name)


def printed_steps(
    steps: Sequence[Step], issued_on: date, wording: LetterWording, *, final: bool, plan: bool
) -> tuple[NextStep, ...]:
    """After a draft the steps of the clock; after a final letter the action plan and the next visit."""
    if not final:
        return tuple(NextStep(step.label, step.due) for step in steps if step.due > issued_on)
    due = next(step.due for step in steps if step.code == ANSWER_STEP)
    answer = (NextStep(wording.text("phrases.next_action_plan"), due),) if plan else ()
    return (*answer, NextStep(wording.text("phrases.next_visit")))


def enclosures(wording: LetterWording, *, final: bool, plan: bool) -> tuple[str, ...]:
    """The forms that go with a letter: the action plan where something is required, and with a draft the
    factual accuracy form."""
    plan_form = (wording.text("headings.action_plan"),) if plan else ()
    return (*plan_form, *(() if final else (wording.text("headings.accuracy"),)))


def next_version(desk: Desk, inspection_id: str) -> int:
    """The version that the next letter will have."""
    return max(_versions(desk, inspection_id), default=0) + 1


def standing_version(desk: Desk, inspection_id: str) -> int | None:
    """The version of the letter that was issued and stands; None while there is none."""
    return max(_versions(desk, inspection_id, standing=True), default=None)


def _versions(desk: Desk, inspection_id: str, *, standing: bool = False) -> list[int]:
    found = []
    for letter in desk.store.records(inspection_id, records.LETTER).values():
        version = letter.get(records.Letter.VERSION)
        superseded = letter.get(records.Letter.SUPERSEDED) is True
        if isinstance(version, int) and not (standing and superseded):
            found.append(version)
    return found


def record_code(desk: Desk, inspection: Inspection, version: int) -> RecordCode:
    """SHA-256 over what the record says and the letter's version; independent of event ids and times."""
    content: dict[str, Json] = {"version": version, "inspection": inspection.id}
    for kind in CODED_KINDS:
        recorded = desk.store.records(inspection.id, kind)
        if kind == records.MATTER and not recorded:
            continue  # the codes of letters issued before there was this kind stay what they are
        content[kind] = {
            name: {field: value for field, value in said.items() if not field.startswith(NOT_SAID)}
            for name, said in recorded.items()
        }
    digest = hashlib.sha256(canonical(content)).hexdigest()
    return RecordCode(short="-".join((digest[:4], digest[4:8], digest[8:12])).upper(), digest=digest)


def _letter_inspection(inspection: Inspection, framework: Framework) -> LetterInspection:
    days = [inspection.started_on]
    if inspection.ended_on and inspection.ended_on != inspection.started_on:
        days.append(inspection.ended_on)
    return LetterInspection(
        reference=inspection.reference,
        type_label=framework.inspection_types[inspection.type],
        announced=inspection.announced,
        dates=tuple(days),
        inspectors=inspection.inspectors,
        contact=inspection.contact,
        legal_basis=inspection.legal_basis,
    )


def _lines(address: str) -> tuple[str, ...]:
    return tuple(line.strip() for part in address.splitlines() for line in part.split(",") if line.strip())
