"""Writes a whole database anew, so that no gap in a page keeps old bytes: a large one on the disk.

SQLite's own VACUUM makes its copy in a temporary file, which SQLCipher does not encrypt, and therefore in
memory here. ``VACUUM INTO`` makes it in a file that is a database itself, encrypted with the same key from
its first byte on, and takes no more memory than the page cache.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.storage import failures
from inspector_app.storage.slot_file import sync_folder
from inspector_app.storage.sqlcipher import Connection, connect

LARGE = 256_000_000
"""Bytes of a database that is written anew in memory no more."""
_SPARE = 16_000_000
_CACHE_KIB = 32_000


def draft_of(path: Path) -> Path:
    """Where the new file grows; what a crash leaves there may be removed."""
    return Path(f"{path}.anew")


def needed(path: Path) -> int:
    """Bytes that must be free beside a database to write it anew; 0 where that is done in memory."""
    size = path.stat().st_size
    return 0 if size <= LARGE else size + _SPARE


def lacking(path: Path) -> int:
    """Bytes to be freed on the disk before a database can be written anew; 0 where there is room."""
    return max(0, needed(path) - shutil.disk_usage(path.parent).free)


def write_anew(path: Path, key: bytes) -> None:
    """Write a database that nobody has open anew and put it in its place: the old file or the new, whole.

    The disk is looked at first. KnownError ``no-room-to-scrub``, and those of `failures`; then the file is as
    it was.
    """
    lack = lacking(path)
    if lack:
        raise KnownError(
            f"Traces of what was erased are still in {path.name}: there is no room to write it anew.",
            f"Free {-(-lack // 1_000_000)} MB on that disk; it is done when the program is closed.",
            code="no-room-to-scrub",
        )
    draft = draft_of(path)
    with failures.reported(path):
        sweep(path)
        connection = connect(path, key)
        try:
            if path.stat().st_size <= LARGE:
                connection.execute("PRAGMA temp_store = MEMORY")
                connection.execute("VACUUM")
                return
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            before = _facts(connection)
            connection.execute("VACUUM INTO ?", (str(draft),))
        except BaseException:
            sweep(path)
            raise
        finally:
            connection.close()
        _put(draft, path, key, before)


def sweep(path: Path) -> None:
    """Remove a new file that was never finished."""
    with suppress(OSError):
        draft_of(path).unlink(missing_ok=True)


def _put(draft: Path, path: Path, key: bytes, before: tuple[object, ...]) -> None:
    """Give the new file the old one's name, once it is known to be whole and on the disk."""
    try:
        copy = connect(draft, key)
        try:
            sound = not copy.execute("PRAGMA cipher_integrity_check").fetchall() and _facts(copy) == before
        finally:
            copy.close()
        if not sound:
            raise failures.damaged(draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(draft, path)
        sync_folder(path.parent)
    except BaseException:
        sweep(path)
        raise


def _facts(connection: Connection) -> tuple[object, ...]:
    """What must be the same before and after."""
    return (
        connection.execute("PRAGMA user_version").fetchone(),
        connection.execute("SELECT count(*) FROM event").fetchone(),
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone(),
    )
