"""Reading the journal: what a field holds, how it came to that, and what a chain looks like.

Works on the writing connection and on a read-only one (`Database.open_reader`) alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.journal.event import Event, Json
from inspector_app.journal.merge import FieldState
from inspector_app.storage.database import Database
from inspector_app.storage.rows import from_json, select_events, to_bytes, to_id


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The end of one device's chain in an inspection; a chain is whole where `events` equals `seq`."""

    device: str
    seq: int
    hash: str
    events: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field whose heads disagree; `shown` is the id of the head that shows now."""

    kind: str
    record: str
    field: str
    heads: tuple[Event, ...]
    shown: str


class JournalReader:
    """The journal of a database, to be read."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def inspections(self) -> tuple[str, ...]:
        """The ids of all inspections that have a journal, in order of their arrival."""
        rows = self.database.connection.execute("SELECT inspection FROM journal ORDER BY number")
        return tuple(row[0] for row in rows)

    def events(self, inspection: str) -> tuple[Event, ...]:
        """All events of an inspection, chain by chain: what an export carries."""
        where = "WHERE j.inspection = ? ORDER BY c.device, e.seq, e.id"
        return tuple(select_events(self.database.connection, where, (inspection,)))

    def event(self, identifier: str) -> Event | None:
        """One event by its id."""
        found = select_events(self.database.connection, "WHERE e.id = ?", (to_bytes(identifier),))
        return next(found, None)

    def events_of_action(self, action: str) -> tuple[Event, ...]:
        """The events that one user action wrote, in the order it wrote them: what undo takes back."""
        where = "WHERE e.action = ? ORDER BY e.number"
        return tuple(select_events(self.database.connection, where, (to_bytes(action),)))

    def history(self, kind: str, record: str, field: str) -> tuple[Event, ...]:
        """Everything that was ever written to a field, the earliest first."""
        where = "WHERE s.kind = ? AND s.record = ? AND s.field = ? ORDER BY e.at, c.device, e.id"
        return tuple(select_events(self.database.connection, where, (kind, record, field)))

    def chains(self, inspection: str) -> tuple[ChainHead, ...]:
        """The chains of an inspection by device: what an export's signature covers."""
        rows = self.database.connection.execute(
            "SELECT c.device, c.seq, c.hash, c.events FROM chain c JOIN journal j ON j.number = c.journal"
            " WHERE j.inspection = ? ORDER BY c.device",
            (inspection,),
        )
        return tuple(ChainHead(row[0], row[1], row[2].hex(), row[3]) for row in rows)

    def state(self, kind: str, record: str) -> dict[str, FieldState]:
        """The fields of one record by name; {} for an unknown record."""
        rows = self.database.connection.execute(
            "SELECT s.field, s.number, s.heads, s.conflict, e.id, e.value, e.at, a.text, e.erased"
            " FROM field_state s JOIN event e ON e.number = s.event JOIN shared_text a ON a.number = e.author"
            " WHERE s.kind = ? AND s.record = ? ORDER BY s.field",
            (kind, record),
        ).fetchall()
        states = {}
        for field, slot, count, conflict, shown, value, at, author, erased in rows:
            states[field] = FieldState(
                heads=(to_id(shown),) if count == 1 else self._heads(slot),
                value=from_json(value),
                at=at,
                author=author,
                conflict=bool(conflict),
                erased=bool(erased),
                shown=to_id(shown),
            )
        return states

    def heads(self, kind: str, record: str, field: str) -> tuple[str, ...]:
        """The ids of one field's heads, sorted: the `prior` of an edit that begins now."""
        row = self.database.connection.execute(
            "SELECT s.number, s.heads, e.id FROM field_state s JOIN event e ON e.number = s.event"
            " WHERE s.kind = ? AND s.record = ? AND s.field = ?",
            (kind, record, field),
        ).fetchone()
        if row is None:
            return ()
        return (to_id(row[2]),) if row[1] == 1 else self._heads(row[0])

    def value(self, kind: str, record: str, field: str) -> Json:
        """What one field holds; None where it is unknown, null or erased."""
        row = self.database.connection.execute(
            "SELECT e.value FROM field_state s JOIN event e ON e.number = s.event"
            " WHERE s.kind = ? AND s.record = ? AND s.field = ?",
            (kind, record, field),
        ).fetchone()
        return from_json(row[0]) if row else None

    def records(self, inspection: str, kind: str) -> dict[str, dict[str, Json]]:
        """The records of a kind in an inspection, each with its fields and what they hold."""
        rows = self.database.connection.execute(
            "SELECT s.record, s.field, e.value FROM journal j"
            " JOIN field_state s ON s.journal = j.number AND s.kind = ? JOIN event e ON e.number = s.event"
            " WHERE j.inspection = ? ORDER BY s.number",
            (kind, inspection),
        )
        found: dict[str, dict[str, Json]] = {}
        for record, field, value in rows:
            found.setdefault(record, {})[field] = from_json(value)
        return found

    def conflicts(self, inspection: str) -> tuple[Conflict, ...]:
        """The fields of an inspection whose heads disagree, with those heads."""
        rows = self.database.connection.execute(
            "SELECT s.kind, s.record, s.field, s.number, e.id FROM journal j"
            " JOIN field_state s ON s.journal = j.number AND s.conflict JOIN event e ON e.number = s.event"
            " WHERE j.inspection = ? ORDER BY s.number",
            (inspection,),
        ).fetchall()
        where = "JOIN head h ON h.event = e.number WHERE h.slot = ? ORDER BY e.at, c.device, e.id"
        return tuple(
            Conflict(kind, record, field, tuple(self._select(where, slot)), to_id(shown))
            for kind, record, field, slot, shown in rows
        )

    def waiting(self, inspection: str) -> tuple[Event, ...]:
        """The events of an inspection that wait for an earlier one that has not arrived."""
        where = "JOIN waiting w ON w.event = e.number WHERE j.inspection = ? ORDER BY e.number"
        return tuple(select_events(self.database.connection, where, (inspection,)))

    def _select(self, where: str, parameter: object) -> tuple[Event, ...]:
        return tuple(select_events(self.database.connection, where, (parameter,)))

    def _heads(self, slot: int) -> tuple[str, ...]:
        rows = self.database.connection.execute(
            "SELECT e.id FROM head h JOIN event e ON e.number = h.event WHERE h.slot = ? ORDER BY e.id",
            (slot,),
        )
        return tuple(to_id(row[0]) for row in rows)
