"""The letter as a view of the record: nothing is typed twice, and it cannot say what the record does not."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.clock import Step, next_steps
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.letter import (
    Letter,
    Letterhead,
    LetterInspection,
    LetterProvider,
    LetterService,
    NextStep,
    RecordCode,
    SignOff,
)
from inspector_app.inspections.letter_wording import LetterWording, load_wording
from inspector_app.journal import records
from inspector_app.journal.event import Json, canonical
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.checklist_words import ChecklistWords, checklist_words
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter_findings import FindingWords

ANSWER_STEP = "error_response"
"""The step of the framework's clock by which the provider answers a letter."""


@dataclass(frozen=True)
class MadeLetter:
    """A letter's bytes, and what it is."""

    letter: Letter
    pdf: bytes
    sha256: str


def make_letter(
    desk: Desk, inspection: Inspection, *, issued_on: date, final: bool = False, large_print: bool = False
) -> MadeLetter:
    """The recommendation and requirement letter as the record stands; same record, same date, same bytes.

    KnownError when a final letter is asked for before the inspection is finalised.
    """
    if final and inspection.status is not Status.FINALISED:
        raise KnownError(
            f"Inspection {inspection.reference} is not finalised.",
            "Finalise it first, or make a draft.",
            code="not-finalised",
        )
    letter = build_letter(desk, inspection, issued_on=issued_on, final=final, large_print=large_print)
    pdf = desk.program.render_letter(letter)
    return MadeLetter(letter, pdf, hashlib.sha256(pdf).hexdigest())


def issue_letter(
    desk: Desk, inspection: Inspection, *, issued_on: date, large_print: bool = False
) -> MadeLetter:
    """Make the final letter and keep it: its bytes, its hash and its version are part of the record."""
    made = make_letter(desk, inspection, issued_on=issued_on, final=True, large_print=large_print)
    keep_issued(desk, inspection, made.letter, made.pdf)
    return made


def keep_issued(desk: Desk, inspection: Inspection, letter: Letter, pdf: bytes) -> None:
    """Keep a final letter that was set elsewhere; KnownError when the record has changed since."""
    if letter.state != "final" or letter.record_code != _record_code(desk, inspection, letter.version):
        raise KnownError(
            "The record changed while the letter was being made.",
            "Nothing was issued. Look at the letter again, then issue it.",
            code="letter-outdated",
        )
    with desk.store.transaction():
        blob = desk.store.put_blob(pdf, "application/pdf", f"{inspection.reference}-v{letter.version}.pdf")
        for record, fields in desk.store.records(inspection.id, records.LETTER).items():
            if fields.get(records.Letter.SUPERSEDED) is not True:
                desk.write_fields(inspection.id, records.LETTER, record, {records.Letter.SUPERSEDED: True})
        desk.write_fields(
            inspection.id,
            records.LETTER,
            desk.program.new_id(),
            {
                records.Letter.VERSION: letter.version,
                records.Letter.STATUS: "final",
                records.Letter.ISSUED_AT: letter.date.isoformat(),
                records.Letter.BLOB: blob,
                "code": letter.record_code.short,
                "digest": letter.record_code.digest,
            },
        )


def build_letter(
    desk: Desk,
    inspection: Inspection,
    *,
    issued_on: date,
    final: bool,
    large_print: bool = False,
    words: ChecklistWords | None = None,
    findings: Sequence[Finding] | None = None,
) -> Letter:
    """Everything the letter says, from the record and the framework's wording.

    `words` and `findings` spare a preview the reading of what it has at hand, else the record is read.
    """
    framework = desk.framework(inspection)
    wording = load_wording(inspection.framework)
    words = words or checklist_words(open_checklists(desk, inspection))
    recorded = desk.findings(inspection.id) if findings is None else findings
    agreed = [finding for finding in recorded if finding.state is FindingState.AGREED]
    version = _next_version(desk, inspection.id)
    printed = FindingWords(framework, wording, words)
    requirements = printed.numbered(agreed, FindingKind.REQUIREMENT)
    recommendations = printed.numbered(agreed, FindingKind.RECOMMENDATION)
    strengths = tuple(f.outcome or f.title for f in agreed if f.kind is FindingKind.STRENGTH)
    situation = ["final" if final else "draft"]
    situation += ["requirements"] if requirements else []
    situation += ["findings"] if requirements or recommendations else []
    steps = next_steps(framework.clock, inspection.inspected_on, {"draft": issued_on})
    due = {step.code: step.due for step in steps}
    inspector = inspection.inspectors[0] if inspection.inspectors else desk.author
    return Letter(
        reference=inspection.reference,
        version=version,
        state="final" if final else "draft",
        date=issued_on,
        realm="live" if inspection.realm.value == "live" else "example",
        letterhead=Letterhead(
            framework.regulator.name, framework.regulator.address, framework.regulator.contact
        ),
        service=LetterService(
            inspection.service.name,
            framework.service_types[inspection.service.service_type].label,
            inspection.service.service_number,
            _lines(inspection.service.address),
        ),
        provider=LetterProvider(inspection.service.provider_name, inspection.service.provider_number),
        manager=inspection.service.manager,
        inspection=_letter_inspection(inspection, framework),
        sign_off=SignOff(inspector, wording.text("phrases.inspector")),
        record_code=_record_code(desk, inspection, version),
        wording=wording,
        large_print=large_print,
        supersedes=version - 1 if version > 1 else None,
        strengths=strengths,
        requirements=requirements,
        recommendations=recommendations,
        next_steps=_next_steps(steps, issued_on, wording, final=final, plan=bool(requirements)),
        sections=wording.filled_sections(_values(framework, wording, due[ANSWER_STEP]), situation),
        checklist=words.answers,
    )


def _next_steps(
    steps: Sequence[Step], issued_on: date, wording: LetterWording, *, final: bool, plan: bool
) -> tuple[NextStep, ...]:
    """After a draft the steps of the clock; after a final letter the action plan and the next visit."""
    if not final:
        return tuple(NextStep(step.label, step.due) for step in steps if step.due > issued_on)
    due = next(step.due for step in steps if step.code == ANSWER_STEP)
    answer = (NextStep(wording.text("phrases.next_action_plan"), due),) if plan else ()
    return (*answer, NextStep(wording.text("phrases.next_visit")))


def _values(framework: Framework, wording: LetterWording, answer_due: date) -> dict[str, str]:
    contact = next(iter(framework.regulator.contact), framework.regulator.name)
    return {
        "organisation": framework.regulator.name,
        "contact": contact,
        "complaints_contact": contact,
        "privacy_contact": contact,
        "formats_contact": contact,
        "action_plan_due": wording.day(answer_due),
        "accuracy_due": wording.day(answer_due),
    }


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


def _next_version(desk: Desk, inspection_id: str) -> int:
    issued = desk.store.records(inspection_id, records.LETTER).values()
    versions = [fields.get(records.Letter.VERSION) for fields in issued]
    return max((version for version in versions if isinstance(version, int)), default=0) + 1


def _record_code(desk: Desk, inspection: Inspection, version: int) -> RecordCode:
    """SHA-256 over what the record says and the letter's version; independent of event ids and times."""
    content: dict[str, Json] = {"version": version, "inspection": inspection.id}
    for kind in (records.INSPECTION, records.ANSWER, records.EVIDENCE, records.FINDING, records.GRADE):
        content[kind] = {
            name: dict(fields) for name, fields in desk.store.records(inspection.id, kind).items()
        }
    digest = hashlib.sha256(canonical(content)).hexdigest()
    return RecordCode(short="-".join((digest[:4], digest[4:8], digest[8:12])).upper(), digest=digest)


def _lines(address: str) -> tuple[str, ...]:
    return tuple(line.strip() for part in address.splitlines() for line in part.split(",") if line.strip())
