"""Schema 3: what the lists of inspections are chosen and counted by lies together. Frozen.

A row of an inspection is wide: to choose the latest of an office's ten thousand, 1,300 pages were read and
decrypted. The index is a twentieth of that, and nothing but it is read.
"""

from __future__ import annotations

from typing import Any

STATEMENTS = (
    "CREATE INDEX inspection_listed ON inspection(status, started_on DESC, id DESC, ended_on)",
    "PRAGMA user_version = 3",
)


def apply(database: Any) -> None:
    """Make the index; statement by statement, so that all of it stays in the one transaction."""
    for statement in STATEMENTS:
        database.execute(statement)
