"""Letting go of a laptop's copy of an inspection; the entry that says so stays.

Everything goes that only this inspection needs: events, states, projections, the search index, pending keys,
derived rows, letters, attachments. The ends of its chains are kept in the entry, so that anybody can tell
later what was here and compare it with what head office holds.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from inspector_app.storage import search
from inspector_app.storage.attachments import Attachments
from inspector_app.storage.database import SCRUB, Database
from inspector_app.storage.sqlcipher import Connection

_COLUMNS = "inspection, reference, service_number, class, due, disposed_at, author, events, heads, receipt"
_OF_INSPECTION = (
    "inspection WHERE id",
    "checklist WHERE inspection",
    "answer WHERE inspection",
    "finding WHERE inspection",
    "evidence WHERE inspection",
    "letter WHERE inspection",
    "counted_answer WHERE inspection",
    "derived WHERE inspection",
    "pending WHERE inspection",
)
_OF_JOURNAL = (
    "DELETE FROM head WHERE slot IN (SELECT number FROM field_state WHERE journal = ?)",
    "DELETE FROM waiting WHERE slot IN (SELECT number FROM field_state WHERE journal = ?)",
    "DELETE FROM event WHERE chain IN (SELECT number FROM chain WHERE journal = ?)",
    "DELETE FROM field_state WHERE journal = ?",
    "DELETE FROM erased WHERE journal = ?",
    "DELETE FROM chain WHERE journal = ?",
    "DELETE FROM journal WHERE number = ?",
)
_LETTERS = (
    "SELECT DISTINCT e.value ->> '$' FROM event e JOIN field_state s ON s.number = e.slot"
    " WHERE s.journal = ? AND s.kind = 'letter' AND s.field = 'blob' AND e.value IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Disposal:
    """That a copy was let go: of what class, since when it was due, by whom, how many events it had, the ends
    of its chains as (device, seq, hash), and the time of head office's receipt.
    """

    inspection: str
    reference: str
    service_number: str
    retention_class: str
    due: str
    disposed_at: str
    author: str
    events: int
    heads: tuple[tuple[str, int, str], ...]
    receipt: str


def dispose(database: Database, entry: Disposal, attachments: Attachments) -> None:
    """Remove everything of one inspection and write the entry; all or nothing."""
    with database.transaction() as connection:
        for kept in attachments.of_inspection(entry.inspection):
            attachments.remove(kept.id)
        row = connection.execute(
            "SELECT number FROM journal WHERE inspection = ?", (entry.inspection,)
        ).fetchone()
        if row is not None:
            _remove(connection, int(row[0]), entry.inspection)
        values = (
            entry.inspection, entry.reference, entry.service_number, entry.retention_class, entry.due,
            entry.disposed_at, entry.author, entry.events, json.dumps(entry.heads), entry.receipt,
        )  # fmt: skip
        connection.execute(
            f"INSERT INTO disposal({_COLUMNS}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
            values,
        )
        connection.execute("INSERT OR REPLACE INTO meta(name, value) VALUES (?, 'due')", (SCRUB,))
        database.after_commit(lambda: _scrub(database))


def disposals(database: Database) -> tuple[Disposal, ...]:
    """What was let go, the latest first."""
    query = f"SELECT {_COLUMNS} FROM disposal ORDER BY number DESC"  # noqa: S608 - names of this room
    return tuple(
        Disposal(*(*row[:8], tuple((one[0], one[1], one[2]) for one in json.loads(row[8])), row[9]))
        for row in database.connection.execute(query)
    )


def _scrub(database: Database) -> None:
    database.scrub()


def _remove(connection: Connection, journal: int, inspection: str) -> None:
    letters = [str(row[0]) for row in connection.execute(_LETTERS, (journal,))]
    search.forget_inspection(connection, inspection)
    for statement in _OF_JOURNAL:
        connection.execute(statement, (journal,))
    for place in _OF_INSPECTION:
        connection.execute(f"DELETE FROM {place} = ?", (inspection,))  # noqa: S608 - names of this room
    for digest in letters:
        connection.execute("DELETE FROM blob WHERE sha256 = ?", (digest,))
