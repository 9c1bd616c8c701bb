"""A database whose disk has no room left, opened to be read.

Even reading needs a little room: the index of the log is a file of its own, which SQLite makes anew at each
start. A connection that shares the database with nobody keeps that index in memory instead. A database of an
older schema is copied into memory, encrypted there too, and brought up to the present schema in the copy: the
file stays as it is, and is brought up itself once there is room.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.storage import failures, migrations, search
from inspector_app.storage.sqlcipher import Connection, connect, connect_in_memory

NEEDED = 8_000_000
"""Bytes that must be free before a database that was opened to be read is opened for writing."""
COPIED_AT_MOST = 300_000_000
"""Bytes of a file that is copied into memory; a laptop's is smaller, an office's may be larger."""


def needed(path: Path, *, older: bool) -> int:
    """Bytes that must be free before it is opened for writing: an `older` schema is brought up as well, which
    makes the index of search anew and holds all of that in the log at once."""
    return NEEDED + (_size(path) // 2 if older else 0)


def read_here_alone(path: Path, room: int) -> KnownError:
    """What a job of another process meets; `room` are the bytes that must be free."""
    return KnownError(
        f"While its disk is full, {path.name} can be read here alone.",
        f"Free at least {-(-room // 1_000_000)} MB on that disk; then it can be checked and backed up.",
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

    One of an older schema is read as a copy in memory, brought up to the present. KnownError ``disk-full``
    where it is too large for that, ``newer-database``.
    """
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > migrations.CURRENT:
            raise failures.newer_database(path)
        if 0 < version < migrations.CURRENT:
            connection.close()
            connection = _brought_up(path, key, version)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _brought_up(path: Path, key: bytes, version: int) -> Connection:
    """A copy in memory at the present schema. The file stays attached, so that nobody else can open it."""
    if _size(path) > COPIED_AT_MOST:
        raise _too_large(path)
    connection = connect_in_memory(key)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # of what is attached from here on
        connection.execute(f"ATTACH DATABASE ? AS old KEY \"x'{key.hex()}'\"", (str(path),))
        connection.execute("SELECT sqlcipher_export('main', 'old')")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("PRAGMA writable_schema = RESET")  # makes a table of the index of search
        migrations.upgrade(connection)
        if connection.execute("SELECT 1 FROM meta WHERE name = ?", (search.STALE,)).fetchone():
            connection.execute("BEGIN")
            search.rebuild(connection)
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _too_large(path: Path) -> KnownError:
    megabytes = -(-needed(path, older=True) // 1_000_000)
    return KnownError(
        f"The disk is full, and {path.name} was written by an older version of this program.",
        f"Nothing was changed. Free at least {megabytes} MB on that disk and open it again: then it is "
        "brought up to this version.",
        code="disk-full",
    )


def _size(path: Path) -> int:
    """Bytes of the file and of its log."""
    return sum(file.stat().st_size for file in (path, Path(f"{path}-wal")) if file.is_file())
