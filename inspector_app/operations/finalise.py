"""Finalise, void and correct an inspection: what is frozen, and what a change after that leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from inspector_app.forms.interface import Changes
from inspector_app.inspections import lifecycle
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import Obstacle
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.open_records import open_records
from inspector_app.operations.ports import Draft

T = TypeVar("T")


def obstacles(
    desk: Desk, inspection: Inspection, sessions: list[ChecklistSession], issued_on: date
) -> tuple[Obstacle, ...]:
    """Everything that still stands in the way of finalising, each with the place to mend it."""
    return lifecycle.obstacles(
        inspection,
        open_questions=_open_questions(sessions),
        problems=_problems(desk, inspection, sessions),
        findings=desk.findings(inspection.id),
        framework=desk.framework(inspection),
        issued_on=issued_on,
        others=open_records(desk, inspection),
    )


def finalise(
    desk: Desk,
    inspection: Inspection,
    sessions: list[ChecklistSession],
    *,
    issued_on: date | None = None,
) -> Inspection:
    """Freeze the submissions and the rows to count, number the findings, and close the inspection.

    One action: all of it or nothing. `issued_on` is the date before which no deadline may lie, today
    where none is given. Raises `lifecycle.NotReady` with every obstacle.
    """
    findings = desk.findings(inspection.id)
    lifecycle.finalise(
        inspection,
        open_questions=_open_questions(sessions),
        problems=_problems(desk, inspection, sessions),
        findings=findings,
        framework=desk.framework(inspection),
        issued_on=issued_on or desk.today(),
        others=open_records(desk, inspection),
    )
    drafts = [frozen_draft(session) for session in sessions]
    drafts += [
        Draft(records.FINDING, finding.id, records.Finding.NUMBER, finding.number)
        for finding in lifecycle.numbered(findings)
    ]
    now = desk.program.now().isoformat(timespec="seconds")
    drafts += [
        Draft(records.INSPECTION, inspection.id, records.Inspection.FINALISED_AT, now),
        Draft(records.INSPECTION, inspection.id, records.Inspection.STATUS, Status.FINALISED.value),
    ]
    desk.write(inspection.id, drafts)
    return desk.inspection(inspection.id)


def close_visit(desk: Desk, inspection: Inspection, ended_on: date) -> Inspection:
    """Record the last day of the inspection."""
    desk.write_fields(
        inspection.id,
        records.INSPECTION,
        inspection.id,
        {records.Inspection.ENDED_ON: ended_on.isoformat()},
    )
    return desk.inspection(inspection.id)


def void(desk: Desk, inspection: Inspection, reason: str) -> Inspection:
    """Void an inspection started by mistake: kept and shown, never counted, never deleted."""
    voided = lifecycle.void(desk.inspection(inspection.id), reason)
    desk.write_fields(
        inspection.id,
        records.INSPECTION,
        inspection.id,
        {
            records.Inspection.VOID_REASON: voided.void_reason,
            records.Inspection.STATUS: voided.status.value,
        },
        reason=reason,
    )
    return desk.inspection(inspection.id)


def correct(
    desk: Desk, inspection: Inspection, session: ChecklistSession, key: str, value: str, reason: str
) -> Changes:
    """Correct an answer of a finalised inspection: the original stays, the frozen rows follow, and letters
    already issued are marked superseded."""
    return correct_by(desk, inspection, session, lambda: session.answer(key, value, reason=reason), reason)


def correct_by(
    desk: Desk, inspection: Inspection, session: ChecklistSession, change: Callable[[], T], reason: str
) -> T:
    """The same for any change of a checklist, such as a row taken away; gives what the change gave."""
    with desk.store.transaction():
        changes = change()
        # What was frozen may have been sent: the correction is a submission of its own that replaces it.
        session.journal(session.instance.revise(), (), reason)
        drafts = [frozen_draft(session)]
        for record, fields in desk.store.records(inspection.id, records.LETTER).items():
            if fields.get(records.Letter.SUPERSEDED) is not True:
                drafts.append(Draft(records.LETTER, record, records.Letter.SUPERSEDED, True))
        desk.write(inspection.id, drafts, reason=reason, form_hash=session.form.digest)
    return changes


def _open_questions(sessions: list[ChecklistSession]) -> list[str]:
    return [
        session.instance.view(problem.key).label or problem.ref
        for session in sessions
        for problem in session.open_problems()
        if problem.kind == "required"
    ]


def _problems(desk: Desk, inspection: Inspection, sessions: list[ChecklistSession]) -> list[str]:
    found = [
        f"{session.instance.view(problem.key).label or problem.ref}: {problem.message}"
        for session in sessions
        for problem in session.open_problems()
        if problem.kind == "constraint"
    ]
    conflicts = desk.store.conflict_count(inspection.id)
    if conflicts:
        found.append(f"{conflicts} fields hold two different values and must be settled.")
    return found


def frozen_draft(session: ChecklistSession) -> Draft:
    """What finalising keeps of a checklist: the submission's bytes and the rows that head office counts."""
    derived: list[Json] = [
        {
            "name": view.key.rsplit("/", 1)[-1],
            "key": view.key,
            "value": view.value,
            "outside_base": view.value in view.attributes.get("outside_base", "").split(),
            "not_assessed": view.value in view.attributes.get("not_assessed", "").split(),
        }
        for view in session.questions()
        if view.relevant
    ]
    frozen: Json = {
        "submission": session.instance.submission().decode("utf-8"),
        "form_id": session.form.form_id,
        "version": session.form.version,
        "derived": derived,
    }
    return Draft(records.CHECKLIST, session.record, records.Checklist.FROZEN, frozen)
