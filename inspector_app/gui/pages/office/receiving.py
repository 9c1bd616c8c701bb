"""One run of receiving files: checked one by one in the child process, taken in one by one by the writer.

A file that has to wait for its laptop is copied in the child process too: it may be large, and on a stick.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.errors import KnownError
from inspector_app.operations.office import Outcome, waits_unkept
from inspector_app.operations.quarantine import keep_waiting, quarantine_folder
from inspector_app.operations.receiving import CheckedFile, Intake, Opening, check_file, opening, refused

if TYPE_CHECKING:
    from inspector_app.gui.pages.office.bench import OfficeBench
    from inspector_app.gui.processes import LongJob, ProcessRunner


class ReceivingRun(QObject):
    """`progress(done, total)`, `outcome(Outcome)` for each file, `finished(receipts)` at the end or when
    cancelled: what was taken in until then stays.
    """

    progress = Signal(int, int)
    outcome = Signal(object)
    finished = Signal(int)

    def __init__(
        self, office: OfficeBench, processes: ProcessRunner, files: Sequence[Path], receipts: Path | None
    ) -> None:
        super().__init__(office)
        self._office = office
        self._processes = processes
        self._files = list(files)
        self._receipts = receipts
        self._intake = Intake()
        self._done = 0
        self._how: Opening | None = None
        self._job: LongJob | None = None
        self._stopped = False

    @property
    def total(self) -> int:
        return len(self._files)

    def start(self) -> None:
        """Begin; everything else comes by signals."""
        self._office.run(opening, self._opened)

    def stop(self) -> None:
        """Receive no more files; the one being looked at is left."""
        self._stopped = True
        if self._job is not None:
            self._job.cancel()

    def tell_outcome(self, outcome: Outcome) -> None:
        self.outcome.emit(outcome)

    def tell_finished(self, receipts: int) -> None:
        self.finished.emit(receipts)

    def _opened(self, how: Opening) -> None:
        self._how = how
        self._next()

    def _next(self) -> None:
        self.progress.emit(self._done, len(self._files))
        if self._stopped or self._done == len(self._files) or self._how is None:
            self._finish()
            return
        job = self._processes.run_in_process(check_file, self._files[self._done], self._how)
        self._job = job
        job.done.connect(self._checked)
        job.failed.connect(self._not_checked)
        job.cancelled.connect(self._cancelled)

    def _checked(self, checked: CheckedFile) -> None:
        self._job = None
        self._office.run(lambda desk: self._intake.take(desk, checked), self._taken)

    def _not_checked(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, KnownError):
            self._finish()
            raise error
        self._taken(refused(self._files[self._done], error))

    def _cancelled(self) -> None:
        self._job = None
        self._finish()

    def _taken(self, outcome: Outcome) -> None:
        database = self._office.path
        if outcome.outcome != "quarantined" or database is None:
            self._tell(outcome)
            return
        file, folder = outcome.file, quarantine_folder(database)
        job = self._processes.run_in_process(keep_waiting, file, outcome.sha256, folder)
        job.done.connect(lambda _: self._tell(outcome))
        job.failed.connect(lambda error: self._not_kept(outcome, error))

    def _not_kept(self, outcome: Outcome, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            self._finish()
            raise error
        self._tell(waits_unkept(outcome, error))

    def _tell(self, outcome: Outcome) -> None:
        self._done += 1
        self.tell_outcome(outcome)
        self._next()

    def _finish(self) -> None:
        folder = self._receipts
        if folder is None or not self._intake.arrivals:
            self.tell_finished(0)
        else:
            write = self._intake.write_receipts
            self._office.run(lambda desk: write(desk, folder), self.tell_finished, self._no_receipts)

    def _no_receipts(self, error: KnownError) -> None:
        self._office.tell_failed(error)
        self.tell_finished(0)
