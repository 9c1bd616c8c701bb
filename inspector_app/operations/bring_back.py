"""Bring a backup back from the unlock screen: looked at first, opened, then put where the database is.

Nothing is deleted: the database that was there is kept beside the one brought back, under a name that says
when that was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.operations.desk import Desk
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import open_desk, open_desk_with_code


@dataclass(frozen=True, slots=True)
class Replaced:
    """What bringing a backup back would do, in facts. `backup_at` is when the backup's file was last written,
    `there_at` the same of the database that is here now, None where there is none.
    """

    name: str
    backup_at: datetime
    size: int
    there_at: datetime | None
    kept_as: str


def what_it_replaces(program: Program, source: Path, database: Path) -> Replaced:
    """Look at a backup without opening it. KnownError ``file-missing``, ``missing-keys``, ``same-file``."""
    if source.is_dir() or not source.exists():
        raise KnownError(
            f"There is no backup {source.name or source}.",
            "Choose a file named inspector-….db in the folder or on the stick for backups.",
            code="file-missing",
        )
    if source.resolve() == database.resolve():
        raise KnownError(
            "That is the database itself, not a backup of it.",
            "Choose a file in the folder or on the stick for backups.",
            code="same-file",
        )
    if not Path(f"{source}.keys").is_file():
        raise KnownError(
            f"The file with the keys of the backup, {source.name}.keys, is missing.",
            "Put it beside the backup: without it the backup cannot be opened.",
            code="missing-keys",
        )
    zone = program.now().tzinfo
    stat = source.stat()
    there = datetime.fromtimestamp(database.stat().st_mtime, zone) if database.exists() else None
    return Replaced(
        source.name, datetime.fromtimestamp(stat.st_mtime, zone), stat.st_size, there, _kept_as(program)
    )


def bring_back(program: Program, source: Path, database: Path, secret: str, *, code: bool = False) -> Desk:
    """Put a backup in the place of `database` and unlock it; `secret` is the passphrase, or with `code` the
    recovery code, of the day the backup was made. What was there is kept beside.

    KnownErrors of `what_it_replaces`, ``wrong-passphrase``, ``wrong-code``, ``damaged``, ``disk-full``: then
    all is as it was.
    """
    from inspector_app.storage import bring_back as moves

    what_it_replaces(program, source, database)
    draft = moves.draft_of(database)
    moves.clear_draft(database)
    databases = program.databases
    restored = databases.restore_with_code if code else databases.restore
    try:
        restored(source, draft, secret).close()
    except BaseException:
        moves.clear_draft(database)
        raise
    moves.ready(database, _kept_as(program))
    moves.take_place(database)
    opened = open_desk_with_code if code else open_desk
    return opened(program, database, secret, "laptop")


def finish_bringing_back(database: Path) -> bool:
    """Go on where the program ended in the middle of it; whether there was something to do."""
    from inspector_app.storage import bring_back as moves

    if not moves.is_ready(database):
        return False
    moves.take_place(database)
    return True


def _kept_as(program: Program) -> str:
    return f"inspector-replaced-{program.now():%Y-%m-%d-%H%M%S}.db"
