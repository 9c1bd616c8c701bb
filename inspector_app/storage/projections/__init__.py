"""Tables that show what the journal says now: one module a record kind.

Each is a function of the field states alone, so it can be thrown away and made again: `rebuild` gives the
same tables, and `verify` compares them. They are refreshed in the transaction that writes the events.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from inspector_app.storage import search
from inspector_app.storage.projections import (
    answer,
    checklist,
    counted_answer,
    evidence,
    finding,
    inspection,
    letter,
)
from inspector_app.storage.projections.projection import Projection
from inspector_app.storage.sqlcipher import Connection

PROJECTIONS: tuple[Projection, ...] = (
    inspection.PROJECTION,
    checklist.PROJECTION,
    answer.PROJECTION,
    evidence.PROJECTION,
    finding.PROJECTION,
    letter.PROJECTION,
)


def refresh(connection: Connection, records: Mapping[str, Sequence[str]]) -> None:
    """Write the rows of these records anew; `records` by kind."""
    for projection in PROJECTIONS:
        touched = records.get(projection.kind)
        if touched:
            projection.write(connection, touched)
    counted_answer.refresh(connection, records)
    search.refresh(connection, records)


def count(connection: Connection) -> int:
    """How many rows a rebuild would make, as far as the tables know."""
    return sum(projection.count(connection) for projection in PROJECTIONS) + search.count(connection)


def rebuild(connection: Connection, step: Callable[[], None] = lambda: None) -> None:
    """Empty every projection and make it again from the field states; `step` is called for each row."""
    for projection in PROJECTIONS:
        projection.clear(connection)
        projection.write(connection, None, step)
    counted_answer.rebuild(connection)
    search.rebuild(connection, step)
