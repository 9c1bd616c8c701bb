"""Turns what SQLite reports about the world (full disk, damage, no access) into errors with advice.

Anything else that SQLite reports, such as a broken constraint or faulty SQL, is a bug and passes unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.storage.sqlcipher import DatabaseError

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_WORDS = {
    "disk is full": _FULL,
    "readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "unable to open": _CANTOPEN,
}
NEARLY_NOTHING = 65_536
"""Bytes left on a disk that is as good as full."""
_SAFE = "Everything that was saved before is safe."


def known(error: Exception, path: Path) -> KnownError | None:
    """The error for the user that `error` stands for; None where it is a bug."""
    if isinstance(error, DatabaseError):
        return _KNOWN.get(_code_of(error), lambda _: None)(path)
    if isinstance(error, PermissionError):
        return read_only(path)
    if isinstance(error, OSError):
        return _of_system(error, path)
    return None


def _code_of(error: Exception) -> int:
    """SQLite's primary code; copying pages raises without one, and then only the words tell."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code or next((known for words, known in _WORDS.items() if words in str(error)), 0)


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Raise what comes from the world inside the block as `KnownError`, naming `path`."""
    try:
        yield
    except KnownError:
        raise
    except Exception as error:
        found = known(error, path)
        if found is None:
            raise
        raise found from error


def disk_full(path: Path) -> KnownError:
    """No room left where the database lies."""
    return KnownError(
        f"The disk is full, so nothing more was written to {path.name}.",
        f"{_SAFE} Free some space on that disk, then make the change again.",
        code="disk-full",
    )


def newer_database(path: Path) -> KnownError:
    """A schema that this program does not know."""
    return KnownError(
        f"The database {path.name} was written by a newer version of this program.",
        "Nothing was changed. Install the newer version and open it with that.",
        code="newer-database",
    )


def read_only(path: Path) -> KnownError:
    """The folder, or the file, cannot be written."""
    return KnownError(
        f"{path} cannot be written: the file or its folder is read-only.",
        f"{_SAFE} Move the folder to a place that you may write to, or ask for the right to write there.",
        code="read-only",
    )


def damaged(path: Path) -> KnownError:
    """The file is not a whole database any more."""
    return KnownError(
        f"The database {path.name} is damaged.",
        "Keep the file as it is, restore the latest backup, and tell head office.",
        code="damaged",
    )


def damaged_keys(path: Path) -> KnownError:
    """The file of key slots cannot be read as one."""
    return KnownError(
        f"The file with the keys, {path.name}, is damaged.",
        "The database itself is untouched. Put the file back from a backup; head office can help too.",
        code="damaged-keys",
    )


def wrong_key(path: Path) -> KnownError:
    """The file is whole, and locked with another key."""
    return KnownError(
        f"The key does not fit the database {path.name}.",
        "The database and the file with its keys belong together: put both back from the same place.",
        code="wrong-key",
    )


def missing(path: Path) -> KnownError:
    """There is no file."""
    return KnownError(
        f"There is no database at {path}.",
        "Check the folder, or restore a backup there.",
        code="missing-database",
    )


def _cannot_open(path: Path) -> KnownError:
    return KnownError(
        f"The database {path} cannot be opened.",
        "Check that the folder is there and that you may write to it.",
        code="cannot-open",
    )


def _input_output(path: Path) -> KnownError:
    if _is_full(path):  # SQLite says so only where a write failed, not where its shared memory could not grow
        return disk_full(path)
    return KnownError(
        f"The disk that holds {path.name} failed while reading or writing.",
        f"{_SAFE} Check the disk or the stick, and make a backup to another place.",
        code="disk-failed",
    )


def _is_full(path: Path) -> bool:
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < NEARLY_NOTHING
    except OSError:
        return False


def _busy(path: Path) -> KnownError:
    return KnownError(
        f"The database {path.name} is busy with other work.",
        f"{_SAFE} Wait a moment and try again.",
        code="busy",
    )


_KNOWN = {
    _BUSY: _busy,
    _LOCKED: _busy,
    _READONLY: read_only,
    _IOERR: _input_output,
    _CORRUPT: damaged,
    _NOTADB: damaged,
    _FULL: disk_full,
    _CANTOPEN: _cannot_open,
}


def _of_system(error: OSError, path: Path) -> KnownError:
    import errno

    if error.errno == errno.ENOSPC:
        return disk_full(path)
    if error.errno == errno.EROFS:
        return read_only(path)
    if error.errno == errno.EIO:
        return _input_output(path)
    return _cannot_open(path)
