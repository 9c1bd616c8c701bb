"""Leaving a field of a checklist: what was typed becomes an answer, and nothing stays behind as typed."""

from __future__ import annotations

from inspector_app.forms.interface import Changes
from inspector_app.journal.records import ANSWER, VALUE, answer_record
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.screens import settled_value


def leave(session: ChecklistSession, key: str, value: str, *, reason: str = "") -> Changes:
    """Record the value with which a field was left; a chosen class that the sample gives anyway is no choice.

    KnownError where the inspection may not change; what was typed is then kept as typed.
    """
    with session.desk.store.transaction():
        changes = session.answer(key, settled_value(session, key, value), reason=reason)
        slot = (ANSWER, answer_record(session.record, key), VALUE)
        session.desk.store.discard_pending([slot])
    return changes
