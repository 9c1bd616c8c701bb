"""Erase: take a name typed by mistake out of the record everywhere; who, when and why stay."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.journal.merge import Slot
from inspector_app.journal.records import answer_record
from inspector_app.operations.answer_files import files_of_answer
from inspector_app.operations.backups import backup_places, unreachable_places
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import frozen_draft

_SHORTEST_COPY = 3


def erase_answer(desk: Desk, inspection: Inspection, question: str, reason: str) -> int:
    """Erase an answer by key or name; gives how many fields lost their content.

    Copies go too, and files that answer it with their content: what finalising froze and letters already
    issued are erased with it, and a finalised checklist is frozen again without the text. Head office
    erases when the next export arrives.
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
        files = files_of_answer(desk, inspection.id, record)
        copies = [*_calculated_copies(desk, session, record), *files.slots]
        erased = desk.store.erase(
            inspection.id,
            records.ANSWER,
            record,
            records.VALUE,
            reason,
            author=desk.author,
            device=desk.device,
            also=[*copies, frozen] if finalised else copies,
        )
        for sealed in files.sealed:
            desk.store.care.attachments.remove(sealed)
        session.reload()
        if not finalised:
            return len(erased)
        for letter in desk.store.records(inspection.id, records.LETTER):
            withdrawn: dict[str, Json] = {records.Letter.SUPERSEDED: True, records.Letter.BLOB: ""}
            desk.write_fields(inspection.id, records.LETTER, letter, withdrawn, reason=reason)
        forget_withdrawn_letters(desk, inspection.id)
        (again,) = [s for s in open_checklists(desk, inspection) if s.record == session.record]
        desk.write(inspection.id, [frozen_draft(again)], reason=reason, form_hash=again.form.digest)
    return len(erased)


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure reached: fields of the record, backups rewritten, and by name those that may still hold
    the text: backups that could not be rewritten, and places for backups that are not there now.
    """

    fields: int
    cleaned: tuple[str, ...]
    uncleaned: tuple[str, ...]
    unreachable: tuple[str, ...]


def erase_everywhere(desk: Desk, inspection: Inspection, question: str, reason: str) -> Erased:
    """Erase an answer from the record and from every backup that can be reached; says plainly what cannot.

    Backups in a place that is not there are cleaned with the next backup that goes there.
    """
    fields = erase_answer(desk, inspection, question, reason)
    cleaned: list[str] = []
    uncleaned: list[str] = []
    unreachable = unreachable_places(desk)
    for place in backup_places(desk):
        if place not in unreachable:
            done, left = desk.store.care.clean_backups(Path(place))
            cleaned += done
            uncleaned += left
    return Erased(fields, tuple(cleaned), tuple(uncleaned), unreachable)


def _calculated_copies(desk: Desk, session: ChecklistSession, record: str) -> list[Slot]:
    """Answers that nobody is asked for and that hold what this one ever held: the form copied it there."""
    texts = [
        event.value
        for event in desk.store.history(records.ANSWER, record, records.VALUE)
        if isinstance(event.value, str) and len(event.value.strip()) >= _SHORTEST_COPY
    ]
    found: list[Slot] = []
    for view in session.instance.views() if texts else ():
        other = answer_record(session.record, view.key)
        if view.kind != "question" or view.control or other == record:
            continue
        values = [str(e.value or "") for e in desk.store.history(records.ANSWER, other, records.VALUE)]
        if any(text in value for text in texts for value in values):
            found.append((records.ANSWER, other, records.VALUE))
    return found


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
