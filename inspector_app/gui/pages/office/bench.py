"""The office's own desk: a database of its own with its own passphrase, beside the laptop's.

Its jobs run on a writer thread of their own; files are opened in the window's child process.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from inspector_app.errors import KnownError
from inspector_app.gui.runner import JobRunner

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk

T = TypeVar("T")
Failed = Callable[[KnownError], None]


class OfficeBench(QObject):
    """`opened(bool)` when the office's database was opened or closed; `failed(KnownError)` for errors that
    nobody else takes.
    """

    opened = Signal(bool)
    failed = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._runner: JobRunner | None = None
        self._desk: Desk | None = None

    @property
    def is_open(self) -> bool:
        return self._desk is not None

    @property
    def path(self) -> Path | None:
        """The database that is open."""
        return self._desk.store.path if self._desk is not None else None

    def open(self, database: Path, passphrase: str, failed: Failed) -> None:
        """Open an office database; another one is closed first."""
        self.close()
        self._runner = JobRunner(self._bug, self)
        self._workbench.at_close(self.close)
        program = self._workbench.program

        def work() -> Desk:
            from inspector_app.operations.set_up import open_desk

            return open_desk(program, database, passphrase, "office")

        self._submit(work, self._take, failed)

    def run(
        self, job: Callable[[Desk], T], done: Callable[[T], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Do a short job at the office's desk."""
        desk = self._desk
        if desk is not None:
            self._submit(lambda: job(desk), done, failed or self.tell_failed)

    def close(self) -> None:
        """Close the database and end the thread. Safe to call at any time."""
        runner, self._runner = self._runner, None
        if runner is None:
            return
        runner.write(self._close_desk)
        runner.close()
        runner.deleteLater()
        self.tell_opened(False)

    def tell_failed(self, error: KnownError) -> None:
        self.failed.emit(error)

    def tell_opened(self, is_open: bool) -> None:
        self.opened.emit(is_open)

    def _submit(self, work: Callable[[], T], done: Callable[[T], None] | None, failed: Failed) -> None:
        def refused(error: BaseException) -> None:
            if not isinstance(error, KnownError):
                raise error
            failed(error)

        if self._runner is not None:
            self._runner.write(work, done, refused)

    def _take(self, desk: Desk) -> None:
        self._desk = desk
        self.tell_opened(True)

    def _close_desk(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.store.close()

    def _bug(self, error: BaseException) -> None:
        raise error
