"""The working set of one batch: the fields it touches, their heads, and what they become.

A field with one head that is replaced by the next event, which is nearly every write, is followed in memory.
Where branches meet or an event waits, the field's events are read and the merge laws of `journal.merge`
are applied to all of them: the same laws that the tests hold, not a second copy of them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from inspector_app.journal.event import Event
from inspector_app.journal.merge import Slot, heads, state_of_heads, waiting
from inspector_app.storage.rows import SELECT_EVENT, Row, to_event, to_id, to_json
from inspector_app.storage.sqlcipher import Connection

_LOAD = """
SELECT s.kind, s.record, s.field, s.number, s.journal, s.heads, e.id, e.value, e.erased
FROM json_each(?) w
CROSS JOIN field_state s ON s.kind = w.value ->> 0 AND s.record = w.value ->> 1 AND s.field = w.value ->> 2
LEFT JOIN event e ON e.number = s.event
"""
_CHUNK = 4000


@dataclass
class SlotState:
    """One field while a batch is applied; `number` is 0 until it is in the table."""

    number: int
    journal: int
    heads: tuple[str, ...] = ()
    value: str | None = None
    erased: bool = False
    recompute: bool = False
    many: bool = False
    last: int = 0
    """Number of the event that shows, where the batch changed it."""


@dataclass
class Slots:
    """The fields a batch touches."""

    states: dict[Slot, SlotState] = field(default_factory=dict)

    def load(self, connection: Connection, wanted: Iterable[Slot]) -> None:
        """Read what the journal knows of these fields; unknown ones stay out of `states`."""
        missing = [slot for slot in dict.fromkeys(wanted) if slot not in self.states]
        for start in range(0, len(missing), _CHUNK):
            self._load(connection, missing[start : start + _CHUNK])

    def _load(self, connection: Connection, wanted: list[Slot]) -> None:
        by_number: dict[int, SlotState] = {}
        for row in connection.execute(_LOAD, (json.dumps(wanted),)):
            kind, record, name, number, journal, head_count, head, value, erased = row
            state = SlotState(number, journal, value=value, erased=bool(erased), many=head_count > 1)
            if head is not None and head_count == 1:
                state.heads = (to_id(head),)
            self.states[(kind, record, name)] = by_number[number] = state
        numbers = json.dumps(list(by_number))
        for number, head in _several_heads(connection, numbers):
            by_number[number].heads = (*by_number[number].heads, to_id(head))
        for (number,) in connection.execute(
            "SELECT DISTINCT slot FROM waiting WHERE slot IN (SELECT value FROM json_each(?))", (numbers,)
        ):
            by_number[number].recompute = True
        for state in by_number.values():
            state.heads = tuple(sorted(state.heads))

    def follow(self, event: Event, number: int) -> None:
        """Take note of one new event of a field that is in `states`."""
        state = self.states[event.slot]
        if state.recompute or tuple(sorted(set(event.prior))) != state.heads:
            state.recompute = True
            return
        state.heads = (event.id,)
        state.value = None if event.erased else to_json(event.value)
        state.erased = event.erased
        state.last = number

    def write(self, connection: Connection) -> None:
        """Bring the rows of the touched fields up to date; their events are in the table already."""
        settled = [state for state in self.states.values() if state.last and not state.recompute]
        connection.executemany(
            "UPDATE field_state SET event = ?, heads = 1, conflict = 0 WHERE number = ?",
            [(state.last, state.number) for state in settled],
        )
        connection.executemany(
            "DELETE FROM head WHERE slot = ?", [(state.number,) for state in settled if state.many]
        )
        for state in self.states.values():
            if state.recompute:
                recompute(connection, state.number)


def _several_heads(connection: Connection, numbers: str) -> Iterable[Row]:
    return connection.execute(
        "SELECT h.slot, e.id FROM head h JOIN event e ON e.number = h.event"
        " WHERE h.slot IN (SELECT value FROM json_each(?))",
        (numbers,),
    )


def recompute(connection: Connection, slot: int) -> None:
    """Apply the merge laws to all events of one field and write down what they say."""
    rows = connection.execute(SELECT_EVENT + "WHERE e.slot = ?", (slot,)).fetchall()
    write_state(connection, slot, rows)


def write_state(connection: Connection, slot: int, rows: Collection[Row]) -> None:
    """Write the state that the events `rows` (of `SELECT_EVENT`) give the field `slot`."""
    shown, head_numbers, conflict, late = state_row(rows)
    connection.execute("DELETE FROM head WHERE slot = ?", (slot,))
    connection.execute("DELETE FROM waiting WHERE slot = ?", (slot,))
    if len(head_numbers) > 1:
        connection.executemany(
            "INSERT INTO head(slot, event) VALUES (?, ?)", [(slot, number) for number in head_numbers]
        )
    connection.executemany(
        "INSERT INTO waiting(slot, event) VALUES (?, ?)", [(slot, number) for number in late]
    )
    connection.execute(
        "UPDATE field_state SET event = ?, heads = ?, conflict = ? WHERE number = ?",
        (shown, len(head_numbers), conflict, slot),
    )


def state_row(rows: Collection[Row]) -> tuple[int | None, list[int], bool, list[int]]:
    """By the merge laws: the event that shows, the heads, whether they disagree, and the waiting ones."""
    numbers = {to_id(row[0]): int(row[19]) for row in rows}
    flagged = {to_id(row[0]) for row in rows if row[20]}
    events = [to_event(row) for row in rows]
    found = heads(events)
    state = state_of_heads(found, flagged=flagged)
    late = sorted(numbers[event.id] for event in waiting(events))
    return numbers.get(state.shown), sorted(numbers[event.id] for event in found), state.conflict, late
