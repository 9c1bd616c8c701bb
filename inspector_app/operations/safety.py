"""The "safe since" light: when the last change was committed, backed up, and received by head office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from inspector_app.operations.backups import backup_state
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress
from inspector_app.operations.program import Program

TOO_LONG = timedelta(days=1)
"""A backup older than this while something has changed is a warning."""


@dataclass(frozen=True, slots=True)
class SafeSince:
    """Times are aware, None where it never happened. `warning` says what is wrong, '' for nothing."""

    committed: datetime | None
    backed_up: datetime | None
    received: datetime | None
    warning: str


def safe_since(desk: Desk) -> SafeSince:
    """The facts of the light; short, and may be asked on the writer's thread."""
    care = desk.store.care
    state, committed = backup_state(desk, look=False), care.last_commit()
    warning = ""
    if state.trouble:
        warning = state.trouble
    elif state.place is None:
        warning = "No place for backups was chosen yet."
    elif committed is not None and (state.last is None or committed - state.last > TOO_LONG):
        warning = "The last backup is more than a day older than the last change."
    return SafeSince(committed, state.last, care.last_receipt(), warning)


_WARNINGS = {
    "synced": "This folder is synchronised by another program. It may copy the database while it is being"
    " written, keep old versions of what is erased, and mix up two laptops. Choose a folder that stays on"
    " this computer.",
    "network": "This folder lies on another computer. The database may be damaged when the connection breaks."
    " Choose a folder on this computer, and send backups there instead.",
}


def look_at_folder(report: Progress, folder: Path) -> str:
    """The same in a child process: a network folder may take its time, and a Mac is asked by a command."""
    from inspector_app.storage.folder_kind import folder_kind

    return _WARNINGS.get(folder_kind(folder), "")


def folder_warning(program: Program, folder: Path) -> str:
    """What to say before a database is kept in `folder`: '' where nothing speaks against it."""
    return _WARNINGS.get(program.databases.folder_kind(folder), "")
