"""Backup and restore: whole, still encrypted, and opened once before anybody relies on it.

A backup is a database file and the file of its keys beside it, so that the passphrase and the recovery code
of the day open it. The copy is made online: writing may go on meanwhile. A finished copy has no log and needs
none to be opened.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.files import replacing
from inspector_app.storage import failures
from inspector_app.storage.attachments import folder_of
from inspector_app.storage.database import SCRUB, Database
from inspector_app.storage.keys import keys_path
from inspector_app.storage.slot_file import replace_file, sync_folder
from inspector_app.storage.sqlcipher import Connection, connect
from inspector_app.storage.write_anew import write_anew

Progress = Callable[[int, int], None]
"""Called with (done, total) in pages; what it raises cancels, and nothing is left behind."""
SHARED_ATTACHMENTS = "attachments"
"""The folder in which the backups of one place keep their attachments, each once."""
_STEP = 4000


def backup(database: Database, target: Path) -> Path:
    """Copy an open database to the file `target` with keys and attachments: `copy_database`."""
    alone = database if database.alone else None
    return copy_database(database.path, database.key, target, opened=alone)


def copy_database(
    path: Path,
    key: bytes,
    target: Path,
    *,
    attachments: Path | None = None,
    progress: Progress | None = None,
    still_there: Callable[[], None] = lambda: None,
    opened: Database | None = None,
) -> Path:
    """Copy a database and its keys to the file `target`, verified by opening it; returns `target`.

    Writing may go on meanwhile, in this process or in another; the copy is of one moment. The attachments go
    to the folder `attachments`, where not there yet, else beside the copy. The folder of `target` is made
    where it is missing. `still_there` is asked before each file is made, and raises where a stick was pulled:
    its folder may be there without it. `opened` is the database itself where it cannot be opened twice.
    KnownError ``exists`` where there is a file already,
    ``disk-full``, ``read-only``, ``backup-failed`` where the copy is not what it should be; then nothing is
    left there.
    """
    _refuse_existing(target)
    draft = Path(f"{target}.new")
    source = opened or Database.open_reader(path, key)
    try:
        with failures.reported(target):
            still_there()
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _remove(draft)
            source.connection.execute("BEGIN")
            events = _events(source.connection)  # the first read: from here on it is one moment
            _copy_pages(source, draft, progress)
            still_there()
            shared = attachments or folder_of(target)
            copy_attachments(draft, key, [folder_of(path)], shared, still_there)
            _scrub(draft, key)
            rest(draft, key)
            _check(draft, key, events)
            still_there()
            _copy_keys(path, target)
            _put(draft, target)
    except BaseException:
        _remove(draft)
        if not target.exists():
            _remove(keys_path(target))
        raise
    finally:
        if opened is None:
            source.close()
        elif source.connection.in_transaction:
            source.connection.execute("ROLLBACK")
    return target


def restore(source: Path, target: Path, key: bytes | None = None) -> Path:
    """Put the backup `source` with its keys at `target`, where no database may be yet; returns `target`.

    With `key` the copy is opened before it counts. KnownError ``exists``, ``missing-database``,
    ``missing-keys``, ``disk-full``, ``read-only``, ``wrong-key``, ``damaged``. A device that goes on working
    after a restore should take a new device id: the old chain may have gone on elsewhere.
    """
    _refuse_existing(target)
    if not source.is_file():
        raise failures.missing(source)
    if not keys_path(source).is_file():
        raise KnownError(
            f"The file with the keys of the backup, {keys_path(source).name}, is missing.",
            "Put it beside the backup: without it the backup cannot be opened.",
            code="missing-keys",
        )
    draft = Path(f"{target}.new")
    try:
        with failures.reported(target):
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _remove(draft)
            _copy_file(source, draft)
            log = Path(f"{source}-wal")
            if log.is_file():
                _copy_file(log, Path(f"{draft}-wal"))
            if key is not None:
                _check(draft, key, None)
                places = [folder_of(source), source.parent / SHARED_ATTACHMENTS]
                copy_attachments(draft, key, places, folder_of(target))
            _copy_keys(source, target)
            _put(draft, target)
    except BaseException:
        _remove(draft)
        if not target.exists():
            _remove(keys_path(target))
        raise
    return target


def _copy_pages(source: Database, draft: Path, progress: Progress | None) -> None:
    def told(_: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    copy = connect(draft, source.key)
    try:
        source.connection.backup(copy, pages=_STEP, progress=told)
    finally:
        copy.close()


def copy_attachments(
    database: Path,
    key: bytes,
    sources: Sequence[Path],
    target: Path,
    still_there: Callable[[], None] = lambda: None,
) -> int:
    """Copy the attachments that a database names into the folder `target`, from the first of `sources` that
    has them, still encrypted and whole or not at all; how many were found nowhere.
    """
    connection = connect(database, key)
    try:
        if not has_attachments(connection):
            return 0
        names = [str(row[0]) for row in connection.execute("SELECT id FROM attachment ORDER BY id")]
    finally:
        connection.close()
    missing = 0
    for name in names:
        if (target / name).exists():
            continue
        found = next((folder / name for folder in sources if (folder / name).is_file()), None)
        if found is None:
            missing += 1
            continue
        still_there()
        with failures.reported(target):
            target.mkdir(exist_ok=True, mode=0o700)
        with replacing(target / name, private=True) as file, found.open("rb") as content:
            while part := content.read(1 << 20):
                file.write(part)
    return missing


def has_attachments(connection: Connection) -> bool:
    """Whether the schema knows attachments: a backup of an older program does not."""
    query = "SELECT 1 FROM sqlite_master WHERE name = 'attachment'"
    return connection.execute(query).fetchone() is not None


def _scrub(draft: Path, key: bytes) -> None:
    """Where an erasure left bytes in gaps of pages, the copy shall not carry them on."""
    connection = connect(draft, key)
    try:
        due = connection.execute("SELECT 1 FROM meta WHERE name = ?", (SCRUB,)).fetchone()
        if due:
            connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
    if due:
        write_anew(draft, key)


def rest(path: Path, key: bytes) -> None:
    """Let a copy be one file that no open log belongs to: so it opens on a stick that is full or read-only,
    where the index of a log could not be made.
    """
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def _check(path: Path, key: bytes, events: int | None) -> None:
    """Open the copy, look at every page's seal and at its structure, and count its events."""
    Database.open_reader(path, key).close()
    connection = connect(path, key)
    try:
        sound = (
            not connection.execute("PRAGMA cipher_integrity_check").fetchall()
            and connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            and (events is None or _events(connection) >= events)
        )
    finally:
        connection.close()
    if not sound:
        raise KnownError(
            "The copy that was made is not sound, so it was thrown away.",
            "Try another disk or stick; the database itself was not touched.",
            code="backup-failed",
        )


def _events(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def _copy_keys(source: Path, target: Path) -> None:
    keys = keys_path(source)
    if keys.is_file():
        replace_file(keys_path(target), keys.read_bytes())


def _copy_file(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    os.chmod(target, 0o600)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _put(draft: Path, target: Path) -> None:
    """Give the finished copy its name; its log, if it came with one, first."""
    log = Path(f"{draft}-wal")
    if log.exists() and log.stat().st_size:
        os.replace(log, f"{target}-wal")
    os.replace(draft, target)
    sync_folder(target.parent)
    _remove(draft)


def _refuse_existing(target: Path) -> None:
    if target.exists():
        raise KnownError(
            f"There is a file already at {target}.",
            "Nothing is ever overwritten: choose another name, or move that file away.",
            code="exists",
        )


def _remove(draft: Path) -> None:
    for file in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")):
        with suppress(OSError):  # what cannot be removed was not made
            file.unlink()
