"""Making what follows from the journal again: field states, heads, waiting events, projections."""

from __future__ import annotations

from collections.abc import Callable

from inspector_app.storage import projections
from inspector_app.storage.database import Database
from inspector_app.storage.slots import recompute

Progress = Callable[[int, int], None]
"""Called with (done, total); what it raises cancels."""


def rebuild(database: Database, progress: Progress | None = None) -> None:
    """Throw away everything that follows from the events and make it again, in one transaction."""
    with database.transaction() as connection:
        slots = [row[0] for row in connection.execute("SELECT number FROM field_state ORDER BY number")]
        for done, slot in enumerate(slots, 1):
            recompute(connection, slot)
            if progress is not None and done % 1000 == 0:
                progress(done, len(slots))
        projections.rebuild(connection)
