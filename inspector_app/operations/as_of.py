"""The whole inspection as it stood at any moment, and what has changed since a letter was issued.

Nothing is kept for this: the events up to then say it, by the same merge laws as the present.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Instance
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.journal.clock import reading_at, time_of
from inspector_app.journal.event import Event, Json, canonical
from inspector_app.journal.merge import FieldState, Slot, states
from inspector_app.journal.records import ANSWER, CHECKLIST, LETTER, REPEAT, split_record
from inspector_app.operations import codec
from inspector_app.operations.checklist_session import ChecklistSession, environment_of
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import is_own_fact, what_of

_LAST_COUNTER = 0xFFFF
_NOT_OF_THE_RECORD = frozenset(
    {records.FILE, records.LETTER, records.RECEIPT, records.UNDO, records.ERASE, records.RETENTION}
)
_FROZEN = (CHECKLIST, records.Checklist.FROZEN)


@dataclass(frozen=True)
class Snapshot:
    """An inspection as it stood: what each field held, by slot. Content erased since is None."""

    inspection: str
    at: datetime
    fields: Mapping[Slot, FieldState]

    def records(self, kind: str) -> dict[str, dict[str, Json]]:
        """The records of a kind, each with its fields."""
        found: dict[str, dict[str, Json]] = {}
        for (of_kind, record, field), state in sorted(self.fields.items()):
            if of_kind == kind:
                found.setdefault(record, {})[field] = state.value
        return found

    def facts(self) -> Inspection:
        """The inspection's own facts; KnownError ``not-yet`` before it was begun."""
        fields = self.records(records.INSPECTION).get(self.inspection)
        if not fields:
            raise KnownError("The inspection was not begun then.", "Choose a later moment.", code="not-yet")
        return codec.inspection_from_fields(self.inspection, fields)


def as_of(desk: Desk, inspection_id: str, moment: datetime) -> Snapshot:
    """The inspection as it stood at `moment` (with its time zone), that moment included."""
    last = reading_at(moment, _LAST_COUNTER)
    every = desk.store.events(inspection_id)
    # what was erased later is gone from the past too, so the erase events of all times count
    begun = {event.action for event in every if event.at <= last}  # an action is there whole or not at all
    known = [event for event in every if event.action in begun]
    return Snapshot(inspection_id, moment, states(known))


def checklist_as_of(desk: Desk, snapshot: Snapshot, session: ChecklistSession) -> Instance:
    """A checklist as it stood then, restored by its form; what is done to it reaches no record."""
    values: dict[str, str] = {}
    rows: list[tuple[str, str]] = []
    gone: list[str] = []
    for (kind, record, _), state in snapshot.fields.items():
        instance, key = split_record(record)
        if instance != session.record:
            continue
        if kind == ANSWER and isinstance(state.value, str):
            values[key] = state.value
        elif kind == REPEAT and state.value is True:
            rows.append((_first(desk, record, state), key))
        elif kind == REPEAT:
            gone.append(key)
    present = tuple(key for at, key in sorted(rows) if at)
    environment = environment_of(desk, session.form, session.inspection.id)
    return session.form.restore(values, present, tuple(gone), environment)


def _first(desk: Desk, record: str, state: FieldState) -> str:
    """When a row came into being, by which rows are ordered; '' for one that the form begins with."""
    history = desk.store.history(REPEAT, record, records.PRESENT)
    return history[0].at if history and history[0].value is not False else ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that reads differently now; `before` is None where there was nothing."""

    kind: str
    record: str
    field: str
    what: str
    before: Json
    after: Json
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SinceLetter:
    """What changed since a version of the letter was issued, in the order of the changes."""

    version: int
    issued_at: datetime
    changes: tuple[FieldChange, ...]


def since_letter(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str, letter: str = ""
) -> SinceLetter | None:
    """What has changed since `letter` (its record; the latest issued where ''), None where there is none."""
    every = desk.store.events(inspection_id)
    issued = sorted(
        (event for event in every if event.kind == LETTER and event.field == records.Letter.VERSION),
        key=lambda event: event.at,
    )
    chosen = [event for event in issued if letter in ("", event.record)]
    if not chosen:
        return None
    zone = desk.program.now().tzinfo
    event = chosen[-1]
    before, now = states([one for one in every if one.at < event.at]), states(every)
    changes = [
        _change(desk, sessions, slot, before.get(slot), state)
        for slot, state in now.items()
        if _matters(slot, sessions) and _differs(before.get(slot), state)
    ]
    version = event.value if isinstance(event.value, int) else 0
    ordered = tuple(sorted(changes, key=lambda change: change.at))
    return SinceLetter(version, time_of(event.at).astimezone(zone), ordered)


def _matters(slot: Slot, sessions: Sequence[ChecklistSession]) -> bool:
    """Whether a field is one that people are asked for; the form's own facts are not told."""
    kind, record, field = slot
    if kind in _NOT_OF_THE_RECORD or (kind, field) == _FROZEN:
        return False
    return kind != ANSWER or _is_asked(record, sessions)


def _is_asked(record: str, sessions: Sequence[ChecklistSession]) -> bool:
    if is_own_fact(record):
        return False
    name, key = split_record(record)
    for session in sessions:
        if session.record == name:
            try:
                return bool(session.instance.view(key).control)
            except KnownError:  # a row that is gone, whose answers were asked for, or a fact of the form
                return "[" in key
    return True


def _differs(before: FieldState | None, now: FieldState) -> bool:
    if before is None:
        return now.value not in (None, "")
    return canonical(before.value) != canonical(now.value)


def _change(
    desk: Desk,
    sessions: Sequence[ChecklistSession],
    slot: Slot,
    before: FieldState | None,
    now: FieldState,
) -> FieldChange:
    return FieldChange(
        *slot,
        what=what_of(desk, sessions, *slot),
        before=before.value if before is not None else None,
        after=now.value,
        author=now.author,
        at=time_of(now.at).astimezone(desk.program.now().tzinfo),
    )


def corrections(desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str) -> tuple[Event, ...]:
    """The events by which a finalised inspection was corrected, each with its reason, in order."""
    every = sorted(desk.store.events(inspection_id), key=lambda event: (event.at, event.device, event.id))
    closed = [event.at for event in every if event.field == records.Inspection.FINALISED_AT]
    if not closed:
        return ()
    return tuple(
        event for event in every if event.at > min(closed) and event.reason and _matters(event.slot, sessions)
    )
