"""The past in words: the whole inspection as it stood at a moment, and what changed since the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector_app.inspections.finding import FindingState
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations.as_of import FieldChange, Snapshot, as_of, checklist_as_of, since_letter
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import field_words, what_of
from inspector_app.words import day, translate


@dataclass(frozen=True, slots=True)
class Stood:
    """One thing as it stood: what it is called and what it said."""

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Since:
    """One field that reads differently since the letter; `before` and `after` are words, '' for nothing."""

    what: str
    before: str
    after: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SinceWords:
    """`version` is 0 where no letter was issued."""

    version: int
    issued_at: datetime | None
    changes: tuple[Since, ...]


def as_it_stood(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str, moment: datetime
) -> tuple[Stood, ...]:
    """Facts, answers and findings as they stood at `moment`; KnownError ``not-yet`` before the beginning."""
    snapshot = as_of(desk, inspection_id, moment)
    return (
        *_facts(snapshot),
        *(line for session in sessions for line in _answers(desk, sessions, snapshot, session)),
        *_findings(snapshot),
    )


def since_the_letter(desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str) -> SinceWords:
    """What changed since the last letter was issued."""
    found = since_letter(desk, sessions, inspection_id)
    if found is None:
        return SinceWords(0, None, ())
    changes = tuple(_since(sessions, change) for change in found.changes)
    return SinceWords(found.version, found.issued_at, changes)


def _since(sessions: Sequence[ChecklistSession], change: FieldChange) -> Since:
    def words(value: Json) -> str:
        return field_words(sessions, change.kind, change.record, value)

    return Since(change.what, words(change.before), words(change.after), change.author, change.at)


def _facts(snapshot: Snapshot) -> Iterator[Stood]:
    facts = snapshot.facts()
    status = {
        "open": translate("Overview", "Under way"),
        "finalised": translate("Overview", "Finalised"),
        "void": translate("Overview", "Void"),
    }
    yield Stood(translate("AsItStood", "State"), status[facts.status.value])
    yield Stood(translate("AsItStood", "First day"), day(facts.started_on))
    if facts.ended_on is not None:
        yield Stood(translate("AsItStood", "Last day"), day(facts.ended_on))
    yield Stood(translate("AsItStood", "Inspectors"), ", ".join(facts.inspectors))


def _answers(
    desk: Desk, sessions: Sequence[ChecklistSession], snapshot: Snapshot, session: ChecklistSession
) -> Iterator[Stood]:
    for view in checklist_as_of(desk, snapshot, session).views():
        if view.kind == "question" and view.control and view.relevant and view.value:
            record = records.answer_record(session.record, view.key)
            what = what_of(desk, sessions, records.ANSWER, record)
            yield Stood(what, field_words(sessions, records.ANSWER, record, view.value))


def _findings(snapshot: Snapshot) -> Iterator[Stood]:
    states = {
        FindingState.AGREED.value: translate("AsItStood", "agreed"),
        FindingState.REFUSED.value: translate("AsItStood", "refused"),
    }
    for fields in snapshot.records(records.FINDING).values():
        if fields.get(records.Finding.REMOVED) is not True:
            state = text(fields, records.Finding.STATE)
            title = text(fields, records.Finding.TITLE)
            yield Stood(translate("AsItStood", "Finding"), f"{title}: {states.get(state, state)}")
