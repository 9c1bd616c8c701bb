"""Backups by themselves: each hour while somebody works, and at the end of each session.

They run in a child process of their own, so that neither a key nor the letter's preview waits for them. A
stick that is not there is no reason for a dialog: it is said in the light and in the settings, and tried
again each minute until it is back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app.errors import KnownError
from inspector_app.gui.processes import LongJob, ProcessRunner
from inspector_app.operations.backups import (
    BackupDone,
    backup_if_due,
    note_backup,
    note_failure,
    prepare_backup,
    write_backup,
    write_last_backup,
)

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.backups import BackupJob
    from inspector_app.operations.desk import Desk

_KEEPER = "backup_keeper"
LOOK_MILLISECONDS = 60_000
SECONDS_AT_END = 60.0
"""How long the program, its window gone, waits for the last backup before it gives it up."""


class BackupKeeper(QObject):
    """`began(LongJob)`, then `ended`; what came of it is told by the workbench's `changed` ("backup")."""

    began = Signal(object)
    ended = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(_KEEPER)
        self._workbench = workbench
        self._processes = ProcessRunner(self)
        self._job: LongJob | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        workbench.end.last_job(_last_job, self._end_session)
        workbench.end.at_end(self._finish)

    @property
    def job(self) -> LongJob | None:
        """The backup that is being made."""
        return self._job

    def start(self) -> None:
        """Look each minute whether a backup is due, and now."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no longer: nothing is unlocked."""
        self._timer.stop()

    def look(self) -> None:
        """Make a backup if one is due."""
        if self._job is None and self._workbench.unlocked:
            self._workbench.run(backup_if_due, self._make_if, _let_be)

    def now(self) -> None:
        """Make a backup whether or not one is due."""
        if self._job is None:
            self._workbench.run(prepare_backup, self._make)

    def _make_if(self, job: BackupJob | None) -> None:
        if job is not None and self._job is None:
            self._make(job)

    def _make(self, job: BackupJob) -> None:
        self._follow(self._processes.run_in_process(write_backup, job))

    def _end_session(self, job: object) -> None:
        """The desk is closed; what was changed since the last backup goes to one now."""
        self._timer.stop()
        self._follow(self._processes.run_in_process(write_last_backup, cast("BackupJob", job)))

    def _follow(self, job: LongJob) -> None:
        self._job = job
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._over)
        self.began.emit(job)

    def _done(self, done: BackupDone) -> None:
        self._over()
        if self._workbench.unlocked:
            self._workbench.run(lambda desk: note_backup(desk, done), None, _let_be)

    def _failed(self, error: BaseException) -> None:
        self._over()
        if not isinstance(error, KnownError):
            raise error
        if self._workbench.unlocked:
            known = error
            self._workbench.run(lambda desk: note_failure(desk, known), None, _let_be)

    def _over(self) -> None:
        self._job = None
        self.ended.emit()

    def _finish(self) -> None:
        self._timer.stop()
        self._processes.finish(SECONDS_AT_END)


def _last_job(desk: Desk) -> object:
    return backup_if_due(desk, session_ended=True)


def _let_be(error: KnownError) -> None:
    """Locked meanwhile, or a disk that refuses: the next minute tries again."""


def backups_of(workbench: Workbench) -> BackupKeeper:
    """The keeper of a window's backups; there is one once a desk was unlocked."""
    found = workbench.findChild(BackupKeeper, _KEEPER)
    if not isinstance(found, BackupKeeper):
        raise LookupError("no desk was unlocked yet")
    return found
