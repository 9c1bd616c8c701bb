"""Long work on a database for a child process, which holds neither the lock nor the window's connection.

Plain functions that a pipe can name; what they are given holds the key, goes through the pipe of the parent
and is written nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from inspector_app.storage.backup_set import BackupDone, BackupJob, back_up
from inspector_app.storage.damage import Damage
from inspector_app.storage.database import Database
from inspector_app.storage.rebuild import rebuild
from inspector_app.storage.verify import Progress, verify


@dataclass(frozen=True, slots=True)
class DatabaseJob:
    """A database to be worked at."""

    path: Path
    key: bytes = field(repr=False)


def run_backup(report: Progress, job: BackupJob) -> BackupDone:
    """Make a backup; KnownErrors of `backup_set.back_up`."""
    return back_up(job, report)


def note_facts(job: BackupJob, facts: Mapping[str, str]) -> None:
    """Keep facts in the database of a job, after the window has closed it."""
    with Database.open(job.database, job.key, lock=False) as database, database.transaction():
        for name, value in facts.items():
            database.set_meta(name, value)


def run_verify(report: Progress, job: DatabaseJob) -> tuple[Damage, ...]:
    """Look for damage on a read-only connection; writing may go on meanwhile."""
    with Database.open_reader(job.path, job.key) as database:
        return tuple(verify(database, progress=report))


def run_rebuild(report: Progress, job: DatabaseJob) -> None:
    """Make the tables again from the journal, in one transaction: others can read meanwhile, not write."""
    with Database.open(job.path, job.key, lock=False) as database:
        rebuild(database, report)
