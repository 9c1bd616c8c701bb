"""Backups by themselves: to a second place, after each session and each hour; verified, rotated, restored.

The window asks `backup_due` and hands `write_backup` to its child process; a command does all in one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress, no_progress
from inspector_app.operations.program import Program

if TYPE_CHECKING:
    from inspector_app.operations.care import KeptBackup
    from inspector_app.storage.backup_set import BackupJob as BackupJob

PLACE = "backup-place"
PLACES = "backup-places"
LAST = "backup-last"
FAILED = "backup-failed"
EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class BackupState:
    """`place` is None while none is chosen; `reachable` whether it is there now; `last` the last backup that
    succeeded; `trouble` why the last try failed, '' when it did not; `due` whether one should be made now.
    """

    place: Path | None
    reachable: bool
    last: datetime | None
    trouble: str
    due: bool


@dataclass(frozen=True, slots=True)
class BackupDone:
    """What a backup did; `uncleaned` are older ones that may still hold text erased since."""

    path: Path
    at: datetime
    size: int
    removed: tuple[str, ...]
    cleaned: tuple[str, ...]
    uncleaned: tuple[str, ...]


def choose_place(desk: Desk, folder: Path) -> None:
    """Send backups to this folder or stick from now on.

    KnownError ``same-disk-folder`` for the folder of the database itself, ``read-only``, ``disk-full``,
    ``folder-missing``.
    """
    make_place(no_progress, folder, desk.store.path)
    keep_place(desk, folder)


def make_place(report: Progress, folder: Path, database: Path) -> Path:
    """Look at a place and make it one for backups, in a child process: a network folder may take its time.

    KnownErrors of `choose_place`.
    """
    from inspector_app.storage.backup_set import prepare_place

    if folder.absolute().is_relative_to(database.parent.absolute()):
        raise KnownError(
            "That is the folder of the database itself.",
            "Choose a stick or another folder: a backup beside the original is lost with it.",
            code="same-disk-folder",
        )
    prepare_place(folder)
    return folder


def keep_place(desk: Desk, folder: Path) -> None:
    """Keep that backups go to this place, which `make_place` has made one."""
    with desk.store.transaction():
        places = [*dict.fromkeys([*backup_places(desk), str(folder)])]
        desk.store.set_meta(PLACES, json.dumps(places))
        desk.store.set_meta(PLACE, str(folder))
        desk.store.set_meta(FAILED, "")
    desk.touched.add("", ("backup", ""))


def backup_state(desk: Desk, *, session_ended: bool = False, look: bool = True) -> BackupState:
    """Where backups go and whether one is due: an hour after the last, and at the end of a session, when
    something was committed since.

    Without `look` nobody asks the place whether it is there (`reachable` is True where one is chosen): a
    network folder may take minutes to answer, and the writer's thread must not wait for it.
    """
    place = desk.store.meta(PLACE)
    folder = Path(place) if place else None
    kept = desk.store.meta(LAST)
    last = datetime.fromisoformat(kept) if kept else None
    now, changed = desk.program.now(), desk.store.care.last_commit()
    waited = last is None or session_ended or now - last >= EVERY or now < last
    unsaved = changed is not None and (last is None or changed > last)
    return BackupState(
        place=folder,
        reachable=folder is not None and (not look or _reachable(desk, folder)),
        last=last,
        trouble=desk.store.meta(FAILED),
        due=folder is not None and waited and unsaved,
    )


def prepare_backup(desk: Desk) -> BackupJob:
    """What a child process needs to make a backup now; KnownError ``no-backup-place``."""
    place = desk.store.meta(PLACE)
    if not place:
        raise KnownError(
            "No place for backups was chosen yet.",
            "Choose a stick or a folder on another disk.",
            code="no-backup-place",
        )
    return desk.store.care.backup_job(Path(place), desk.program.now())


def write_backup(report: Progress, job: BackupJob) -> BackupDone:
    """Make, check and rotate backups; long, for a child process. Cancelled by what `report` raises.

    KnownError ``backup-place-missing`` (a stick that is not there or was pulled), ``disk-full``,
    ``read-only``, ``backup-failed``, ``disk-failed``: say it, and hand it to `note_failure`.
    """
    from inspector_app.storage.child_work import run_backup

    done = run_backup(report, job)
    # by the moment it was begun, not by the second in its name: what was changed just before is in it
    return BackupDone(done.path, job.now, done.size, done.removed, done.cleaned, done.uncleaned)


def backup_if_due(desk: Desk, *, session_ended: bool = False) -> BackupJob | None:
    """The job of a backup that should be made now, None where none is due; it asks nothing of the place."""
    if not backup_state(desk, session_ended=session_ended, look=False).due:
        return None
    return prepare_backup(desk)


def write_last_backup(report: Progress, job: BackupJob) -> BackupDone:
    """The backup of a session that has ended, in a child process: the desk is closed, so the child notes in
    the database itself how it went. Errors as `write_backup`.
    """
    from inspector_app.storage.child_work import note_facts

    try:
        done = write_backup(report, job)
    except KnownError as error:
        note_facts(job, {FAILED: error.message})
        raise
    note_facts(job, {LAST: done.at.isoformat(), FAILED: ""})
    return done


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What lies in a place for backups; `there` is False while it cannot be reached."""

    there: bool
    count: int = 0
    oldest: datetime | None = None
    size: int = 0


def look_at_place(report: Progress, folder: Path) -> PlaceFacts:
    """Look at a place for backups, in a child process."""
    from inspector_app.storage.backup_set import kept_backups

    try:
        found = kept_backups(folder)
    except (KnownError, OSError):
        return PlaceFacts(False)
    oldest = min((one.at for one in found), default=None)
    return PlaceFacts(True, len(found), oldest, sum(one.size for one in found))


def note_backup(desk: Desk, done: BackupDone) -> None:
    """Keep that a backup was made."""
    with desk.store.transaction():
        desk.store.set_meta(LAST, done.at.isoformat())
        desk.store.set_meta(FAILED, "")
    desk.touched.add("", ("backup", done.path.name))


def note_failure(desk: Desk, error: KnownError) -> None:
    """Keep why a backup could not be made, so that the light says it until one succeeds."""
    if desk.store.meta(FAILED) != error.message:
        desk.store.set_meta(FAILED, error.message)
        desk.touched.add("", ("backup", ""))


def back_up_now(desk: Desk, progress: Progress = no_progress) -> BackupDone:
    """All of it at once, for commands."""
    try:
        done = write_backup(progress, prepare_backup(desk))
    except KnownError as error:
        note_failure(desk, error)
        raise
    note_backup(desk, done)
    return done


def backups_in(desk: Desk, folder: Path | None = None) -> Sequence[KeptBackup]:
    """The backups in the chosen place, or in another; KnownError ``backup-place-missing``."""
    place = str(folder) if folder else desk.store.meta(PLACE)
    return desk.store.care.backups(Path(place)) if place else ()


def unreachable_places(desk: Desk) -> tuple[str, ...]:
    """Places that backups went to and that are not there now: they may hold what has been erased since."""
    return tuple(place for place in backup_places(desk) if not _reachable(desk, Path(place)))


def restore_backup(program: Program, source: Path, target: Path, secret: str, *, code: bool = False) -> None:
    """Put a backup in the place of a missing database, from the unlock screen: `secret` is the passphrase, or
    with `code` the recovery code, of the day the backup was made. Unlock it as usual afterwards.

    A database that is at `target` is never overwritten: KnownError ``exists`` says to move it away first.
    The laptop goes on under a new id, so that what it sent after the backup cannot be contradicted unseen.
    """
    databases = program.databases
    opened = databases.restore_with_code if code else databases.restore
    opened(source, target, secret).close()


def backup_places(desk: Desk) -> list[str]:
    """Every place that backups ever went to."""
    kept = desk.store.meta(PLACES)
    return [str(place) for place in json.loads(kept)] if kept else []


def _reachable(desk: Desk, folder: Path) -> bool:
    try:
        desk.store.care.backups(folder)
    except KnownError:
        return False
    return True
