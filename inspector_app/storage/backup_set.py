"""The backups in a second place, a folder or a stick: made, cleaned of what was erased since, and rotated.

Kept are: every backup of the last two hours, the last of each hour for a day, the last of each day for two
weeks, and the last of each week for eight weeks; the newest always, and any that is dated later than now (a
clock was wrong). A place is known by its marker file: a stick that is not plugged in must not become a folder
of that name on the laptop's own disk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.files import make_folder, replacing, write_whole
from inspector_app.storage import failures
from inspector_app.storage.apply import refresh, take_content
from inspector_app.storage.backup import SHARED_ATTACHMENTS, Progress, copy_database, rest
from inspector_app.storage.database import SCRUB, Database
from inspector_app.storage.keys import keys_path
from inspector_app.storage.rows import to_id
from inspector_app.storage.sqlcipher import connect
from inspector_app.storage.verify_events import CLEANED

MARKER = "inspector-backups.txt"
_MARKER_TEXT = (
    "This folder holds encrypted backups made by Inspector. Keep the files together:\n"
    "a backup needs the file with its keys, and the folder of attachments.\n"
)
_NAME = re.compile(r"inspector-(\d{8}T\d{6}Z)\.db")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class BackupJob:
    """All that a child process needs to make a backup; the key goes through the pipe and nowhere else."""

    database: Path
    folder: Path
    now: datetime
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """One backup in a place, by the time in its name."""

    path: Path
    at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class BackupDone:
    """What a backup did: the new file, the names of those that rotation removed, those from which erased
    text was taken, and those that may still hold it (made with other keys, or not writable).
    """

    path: Path
    at: datetime
    size: int
    removed: tuple[str, ...]
    cleaned: tuple[str, ...]
    uncleaned: tuple[str, ...]


def prepare_place(folder: Path) -> None:
    """Make a folder one that backups go to. KnownError ``read-only``, ``disk-full``, ``folder-missing``."""
    make_folder(folder)
    write_whole(folder / MARKER, _MARKER_TEXT.encode())


def kept_backups(folder: Path) -> tuple[KeptBackup, ...]:
    """The backups in a place, the newest first. KnownError ``backup-place-missing``."""
    _check_place(folder)
    found = []
    with failures.reported(folder):
        for path in folder.iterdir():
            match = _NAME.fullmatch(path.name)
            with suppress(FileNotFoundError):  # the stick was pulled in this moment, or another rotated it
                if match and keys_path(path).is_file():
                    at = datetime.fromisoformat(match[1])
                    found.append(KeptBackup(path, at, path.stat().st_size))
    _check_place(folder)
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def back_up(job: BackupJob, progress: Progress | None = None) -> BackupDone:
    """Make one backup, then take from the older ones what was erased since, then rotate them.

    KnownError ``backup-place-missing`` (a stick that is not there, or was pulled), ``disk-full``,
    ``read-only``, ``backup-failed``, ``disk-failed``; the older backups stay as they are then.
    """
    _check_place(job.folder)
    at = job.now.astimezone(UTC).replace(microsecond=0)
    try:
        with failures.reported(job.folder):
            while (target := job.folder / f"inspector-{at.strftime(_STAMP)}.db").exists():
                at += timedelta(seconds=1)  # two in one second: the newer holds more
            for draft in (*job.folder.glob("inspector-*.db.new"), *job.folder.glob("inspector-*.new-*")):
                draft.unlink(missing_ok=True)
        shared = job.folder / SHARED_ATTACHMENTS
        copy_database(
            job.database,
            job.key,
            target,
            attachments=shared,
            progress=progress,
            still_there=lambda: _check_place(job.folder),
        )
        cleaned, uncleaned = clean(job.folder, job.database, job.key)
        removed = rotate(job.folder, at)
        drop_attachments(job.folder, job.key)
        size = target.stat().st_size
    except (KnownError, OSError) as error:
        try:
            _check_place(job.folder)
        except KnownError:
            _clear(job, target)
            raise
        if isinstance(error, KnownError):
            raise
        raise failures.known(error, target) or error from error
    return BackupDone(target, at, size, removed, cleaned, uncleaned)


def _clear(job: BackupJob, target: Path) -> None:
    """The stick was pulled, and what was written since lies in the folder where it was: take it away."""
    shared = job.folder / SHARED_ATTACHMENTS
    with suppress(KnownError, OSError):
        remove(target)
        for draft in job.folder.glob(f"{target.name}*.new*"):
            draft.unlink(missing_ok=True)
        if any(job.folder.glob("inspector-*.db")):
            return  # it is the stick itself, without its marker: its other backups need their attachments
        with Database.open_reader(job.database, job.key) as reader:
            names = [str(row[0]) for row in reader.connection.execute("SELECT id FROM attachment")]
        for name in names:
            (shared / name).unlink(missing_ok=True)
        shared.rmdir()


def superseded(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """The times of the backups that the rule lets go."""
    ordered = sorted(times)
    kept = set(ordered[-1:])
    spans: Sequence[tuple[timedelta, str]] = (
        (timedelta(days=1), "%Y%m%d%H"),
        (timedelta(days=14), "%Y%m%d"),
        (timedelta(weeks=8), "%G%V"),
    )
    for at in ordered:
        if at > now - timedelta(hours=2):
            kept.add(at)
    for span, form in spans:
        last = {at.strftime(form): at for at in ordered if at > now - span}
        kept |= set(last.values())
    return set(ordered) - kept


def rotate(folder: Path, now: datetime) -> tuple[str, ...]:
    """Remove the backups that the rule lets go; their names."""
    backups = kept_backups(folder)
    gone = superseded([one.at for one in backups], now)
    removed = []
    for one in backups:
        if one.at in gone:
            remove(one.path)
            removed.append(one.path.name)
    return tuple(removed)


def drop_attachments(folder: Path, key: bytes) -> int:
    """Remove the attachments that no backup of the place names any more; how many. A backup that this key
    does not open may name any, and all stay.
    """
    shared = folder / SHARED_ATTACHMENTS
    if not shared.is_dir():
        return 0
    named: set[str] = set()
    for one in kept_backups(folder):
        try:
            with Database.open_reader(one.path, key) as reader:
                if reader.connection.execute(
                    "SELECT 1 FROM sqlite_master WHERE name = 'attachment'"
                ).fetchone():
                    named |= {row[0] for row in reader.connection.execute("SELECT id FROM attachment")}
        except KnownError:
            return 0
    strays = [file for file in shared.iterdir() if file.name not in named]
    for file in strays:
        file.unlink(missing_ok=True)
    return len(strays)


def remove(path: Path) -> None:
    """Remove one backup; the file of its keys last, so that what is left can be opened."""
    for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm"), keys_path(path)):
        with suppress(FileNotFoundError):
            file.unlink()


def clean(folder: Path, database: Path, key: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take what was erased in the database from the backups made before: the names of those rewritten, and
    of those that could not be and may still hold it. A backup that cannot be read at all is removed.
    """
    with Database.open_reader(database, key) as reader:
        erased = _erased(reader)
        letters = _letters(reader)
    cleaned, uncleaned = [], []
    for one in kept_backups(folder) if erased else ():
        try:
            if _clean_one(one.path, key, erased, letters):
                cleaned.append(one.path.name)
        except KnownError as error:
            if error.code == "damaged":
                remove(one.path)
                cleaned.append(one.path.name)
            else:
                uncleaned.append(one.path.name)
    return tuple(cleaned), tuple(uncleaned)


def _clean_one(path: Path, key: bytes, erased: set[tuple[str, str]], letters: set[str]) -> bool:
    with Database.open_reader(path, key) as reader:
        missing = erased - _erased(reader)
    if not missing:
        return False
    draft = Path(f"{path}.new")
    try:
        with failures.reported(path), replacing(draft, private=True) as target, path.open("rb") as content:
            while part := content.read(1 << 20):
                target.write(part)
        with Database.open(draft, key, lock=False) as copy:
            with copy.transaction() as connection:
                refresh(connection, take_content(connection, missing))
                for digest in _letters(copy) - letters:
                    connection.execute("DELETE FROM blob WHERE sha256 = ?", (digest,))
                _note(copy, missing)
            copy.scrub(at_once=True)
        _settle(draft, key)
        with failures.reported(path):
            draft.replace(path)
    finally:
        for file in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm"), Path(f"{draft}.lock")):
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return True


def _note(copy: Database, missing: set[tuple[str, str]]) -> None:
    """Say in the copy what was taken from it: the erase events themselves were written later."""
    before = json.loads(copy.meta(CLEANED) or "[]")
    copy.set_meta(CLEANED, json.dumps(sorted({*before, *(identifier for _, identifier in missing)})))
    copy.set_meta(SCRUB, "due")


def _settle(draft: Path, key: bytes) -> None:
    """The copy must be sound, and at rest, before it takes the place of the backup."""
    rest(draft, key)
    connection = connect(draft, key)
    try:
        sound = not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()
    if not sound:
        raise failures.damaged(draft)


def _erased(database: Database) -> set[tuple[str, str]]:
    rows = database.connection.execute(
        "SELECT j.inspection, x.id FROM erased x JOIN journal j ON j.number = x.journal"
    )
    return {(row[0], to_id(row[1])) for row in rows}


def _letters(database: Database) -> set[str]:
    rows = database.connection.execute("SELECT sha256 FROM blob WHERE media_type = 'application/pdf'")
    return {str(row[0]) for row in rows}


def _check_place(folder: Path) -> None:
    with suppress(OSError):
        if (folder / MARKER).is_file():
            return
    raise KnownError(
        f"The place for backups, {folder}, is not there.",
        "Plug the stick in, or choose another place. Everything is safe on this laptop meanwhile.",
        code="backup-place-missing",
    )
