"""Making what follows from the journal again: field states, heads, waiting events, projections."""

from __future__ import annotations

from collections.abc import Callable

from inspector_app.storage import projections
from inspector_app.storage.database import Database
from inspector_app.storage.slots import recompute
from inspector_app.storage.sqlcipher import Connection

Progress = Callable[[int, int], None]
"""Called with (done, total); what it raises cancels."""


def rebuild(database: Database, progress: Progress | None = None) -> None:
    """Throw away everything that follows from the events and make it again, in one transaction."""
    with database.transaction() as connection:
        several = _single_events(connection)
        for done, slot in enumerate(several, 1):
            recompute(connection, slot)
            if progress is not None and done % 1000 == 0:
                progress(done, len(several))
        projections.rebuild(connection)
        if progress is not None:
            progress(len(several), len(several))


def _single_events(connection: Connection) -> list[int]:
    """Settle the fields with one event that replaces nothing, which are nearly all; the others' numbers."""
    connection.execute("DELETE FROM head")
    connection.execute("DELETE FROM waiting")
    connection.execute("UPDATE field_state SET event = NULL, heads = 0, conflict = 0")
    alone = connection.execute(
        "SELECT slot, max(number) FROM event GROUP BY slot"
        " HAVING count(*) = 1 AND max(prior) IS NULL AND max(erased) = 0"
    ).fetchall()
    connection.executemany(
        "UPDATE field_state SET event = ?, heads = 1 WHERE number = ?",
        [(event, slot) for slot, event in alone],
    )
    rows = connection.execute(
        "SELECT number FROM field_state s WHERE event IS NULL"
        " AND EXISTS (SELECT 1 FROM event e WHERE e.slot = s.number) ORDER BY number"
    )
    return [int(row[0]) for row in rows]
