"""A database whose disk has no room left, opened to be read.

Even reading needs a little room: the index of the log is a file of its own, which SQLite makes anew at each
start. A connection that shares the database with nobody keeps that index in memory instead.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.storage import failures, migrations
from inspector_app.storage.sqlcipher import Connection, connect

NEEDED = 8_000_000
"""Bytes that must be free before a database that was opened to be read is opened for writing."""


def read_here_alone(path: Path) -> KnownError:
    """What a job of another process meets."""
    return KnownError(
        f"While its disk is full, {path.name} can be read here alone.",
        f"Free at least {-(-NEEDED // 1_000_000)} MB on that disk; then it can be checked and backed up.",
        code="disk-full",
    )


def free(path: Path) -> int:
    """Bytes that are free where the database lies; plenty where that cannot be asked."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return NEEDED


def open_to_read(path: Path, key: bytes) -> Connection:
    """A connection that reads what is there, the log of a crash included, and writes nothing.

    KnownError ``disk-full`` where the database is of an older schema: it would have to be changed first.
    """
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != migrations.CURRENT:
            raise failures.disk_full(path)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection
