"""Typing: each key is one committed row; leaving the field, locking or the next start makes an event of it.

Writing a field in any other way takes over what was typed there, so nobody has to fold by hand after an
answer. What was typed into a record that may no longer change stays where it is and is not lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Status
from inspector_app.journal.records import ANSWER, VALUE, answer_record, split_record
from inspector_app.operations.changed import Recovered
from inspector_app.operations.ports import Draft

if TYPE_CHECKING:
    from inspector_app.journal.event import Json
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.ports import PendingKey


@dataclass(frozen=True, slots=True)
class Slot:
    """A field that is typed into: record kind, record and field as the journal names them.

    With kind '' the record is the key of a question of the open checklist.
    """

    kind: str
    record: str
    field: str = VALUE
    form_hash: str = ""

    @classmethod
    def of_answer(cls, checklist: str, key: str, form_hash: str) -> Slot:
        """The answer to one question of a checklist instance."""
        return cls(ANSWER, answer_record(checklist, key), VALUE, form_hash)


def type_into(desk: Desk, inspection_id: str, slot: Slot, text: Json) -> None:
    """Commit the text of a field after a key; KnownError when the record may not change without a reason."""
    from inspector_app.inspections.lifecycle import check_change

    check_change(desk.inspection(inspection_id))
    desk.store.put_pending(
        inspection_id,
        slot.kind,
        slot.record,
        slot.field,
        text,
        author=desk.author,
        form_hash=slot.form_hash,
    )


def fold_typed(desk: Desk, sessions: Iterable[ChecklistSession] = ()) -> tuple[Recovered, ...]:
    """Make events of everything typed and not left, derived rows of the checklists concerned included.

    `sessions` are checklists that are open already; others are opened when a field of theirs was typed into.
    """
    known = {session.record: session for session in sessions}
    recovered = []
    for typed in desk.store.typed():
        inspection = desk.inspection(typed.inspection)
        if inspection.status is not Status.OPEN:
            continue
        with desk.store.transaction():
            field = _fold(desk, typed, known)
            desk.store.discard_pending([(typed.kind, typed.record, typed.field)])
        if field:
            recovered.append(Recovered(inspection.id, inspection.reference, field, typed.at))
    return tuple(recovered)


def _fold(desk: Desk, typed: PendingKey, known: dict[str, ChecklistSession]) -> str:
    """Write one field; gives what it is called, '' where it changed nothing."""
    if typed.kind == ANSWER and isinstance(typed.value, str):
        record, key = split_record(typed.record)
        try:
            session = _session(desk, typed.inspection, record, known)
            label, before = session.instance.view(key).label, session.instance.value(key)
        except KnownError:
            # The row was removed meanwhile, or its checklist is gone: the text is kept in the journal alone.
            return _fold_plain(desk, typed)
        if before == typed.value:
            return ""
        session.answer(key, typed.value)
        return label or key.rsplit("/", 1)[-1]
    return _fold_plain(desk, typed)


def _fold_plain(desk: Desk, typed: PendingKey) -> str:
    draft = Draft(typed.kind, typed.record, typed.field, typed.value)
    return typed.field.replace("_", " ") if desk.write(typed.inspection, [draft]) else ""


def _session(
    desk: Desk, inspection_id: str, record: str, known: dict[str, ChecklistSession]
) -> ChecklistSession:
    if record not in known:
        from inspector_app.operations.checklist_session import open_checklists

        for session in open_checklists(desk, desk.inspection(inspection_id)):
            known.setdefault(session.record, session)
    if record not in known:
        raise KnownError(
            "The checklist of this answer is not here.", "The answer is kept.", code="checklist-unknown"
        )
    return known[record]
