"""Erase: take a name typed by mistake out of the record everywhere; who, when and why stay."""

from __future__ import annotations

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.journal.records import answer_record
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import frozen_draft


def erase_answer(desk: Desk, inspection: Inspection, question: str, reason: str) -> int:
    """Erase an answer by key or name; gives how many fields lost their content.

    Copies go too: what finalising froze and letters already issued are erased with it, and a finalised
    checklist is frozen again without the text. Head office erases when the next export arrives.
    """
    if not reason.strip():
        raise KnownError(
            "Nothing is erased without a reason.", "Say why, without the name.", code="reason-missing"
        )
    session, key = _answer(open_checklists(desk, inspection), question)
    record = answer_record(session.record, key)
    with desk.store.transaction():
        frozen = (records.CHECKLIST, session.record, records.Checklist.FROZEN)
        finalised = inspection.status is Status.FINALISED
        erased = desk.store.erase(
            inspection.id,
            records.ANSWER,
            record,
            records.VALUE,
            reason,
            author=desk.author,
            device=desk.device,
            also=[frozen] if finalised else [],
        )
        if not finalised:
            return len(erased)
        for letter in desk.store.records(inspection.id, records.LETTER):
            withdrawn: dict[str, Json] = {records.Letter.SUPERSEDED: True, records.Letter.BLOB: ""}
            desk.write_fields(inspection.id, records.LETTER, letter, withdrawn, reason=reason)
        forget_withdrawn_letters(desk, inspection.id)
        (again,) = [s for s in open_checklists(desk, inspection) if s.record == session.record]
        desk.write(inspection.id, [frozen_draft(again)], reason=reason, form_hash=again.form.digest)
    return len(erased)


def forget_withdrawn_letters(desk: Desk, inspection: str) -> None:
    """Take away the bytes of letters that their records no longer name: they print what was erased."""
    for letter, fields in desk.store.records(inspection, records.LETTER).items():
        kept = text(fields, records.Letter.BLOB)
        for event in desk.store.history(records.LETTER, letter, records.Letter.BLOB):
            if isinstance(event.value, str) and event.value not in ("", kept):
                desk.store.remove_blob(event.value)


def _answer(sessions: list[ChecklistSession], question: str) -> tuple[ChecklistSession, str]:
    for session in sessions:
        for view in session.instance.views():
            if view.kind == "question" and question in (view.key, view.ref, view.key.rsplit("/", 1)[-1]):
                return session, view.key
    raise KnownError(
        f"The checklist has no question called {question}.",
        "Give its name, such as policy_comment, or its whole key for a row of a sample.",
        code="question-unknown",
    )
