"""Making what follows from the journal again: field states, heads, waiting events, projections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from inspector_app.storage import projections
from inspector_app.storage.database import Database
from inspector_app.storage.slots import recompute
from inspector_app.storage.sqlcipher import Connection

Progress = Callable[[int, int], None]
"""Called with (done, total); what it raises cancels."""
_CACHE_KIB = 512_000


def rebuild(database: Database, progress: Progress | None = None) -> None:
    """Throw away everything that follows from the events and make it again, in one transaction.

    `progress` counts fields that several events wrote, and rows of the tables; what it raises takes all back.
    """
    with _much_memory(database), database.transaction() as connection:
        several = _single_events(connection)
        steps = _Steps(progress, len(several) + projections.count(connection))
        for slot in several:
            recompute(connection, slot)
            steps.one()
        projections.rebuild(connection, steps.one)
        steps.over()


class _Steps:
    """Tells progress now and then: of millions of steps every thousandth."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def one(self) -> None:
        """One more; there may be more than there were rows before, where some were missing."""
        self._done += 1
        if self._progress is not None and self._done % 1000 == 0:
            self._progress(min(self._done, self._total), self._total)

    def over(self) -> None:
        if self._progress is not None:
            self._progress(self._total, self._total)


@contextmanager
def _much_memory(database: Database) -> Iterator[None]:
    """A large page cache while all of a large file is written anew."""
    connection = database.connection
    (before,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {int(before)}")


def _single_events(connection: Connection) -> list[int]:
    """Settle the fields with one event that replaces nothing, which are nearly all; the others' numbers."""
    connection.execute("DELETE FROM head")
    connection.execute("DELETE FROM waiting")
    alone = dict(
        connection.execute(
            "SELECT slot, max(number) FROM event GROUP BY slot"
            " HAVING count(*) = 1 AND max(prior) IS NULL AND max(erased) = 0"
        )
    )
    wrong, several = [], []
    for slot, event, heads, conflict in connection.execute(
        "SELECT number, event, heads, conflict FROM field_state ORDER BY number"
    ):
        if slot not in alone:
            several.append(int(slot))
        elif (event, heads, conflict) != (alone[slot], 1, 0):
            wrong.append((alone[slot], slot))
    connection.executemany(
        "UPDATE field_state SET event = ?, heads = 1, conflict = 0 WHERE number = ?", wrong
    )
    return several
