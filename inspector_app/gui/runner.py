"""Work off the GUI thread, results back on it: one writer for all short jobs, one reader for long reads.

The writer is one thread, so the database is never written by two. Everything heavy (rendering, receiving,
verifying, backup) goes to `processes.py` instead: a busy Python thread beside the writer makes a key take
21-26 ms to the screen, where it takes 0.2 ms without (measured).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock
from time import perf_counter
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from inspector_app.gui import garbage

T = TypeVar("T")
Failed = Callable[[BaseException], None]

AT_ONCE_SECONDS = 0.006
"""Results are told for so long before keys are heard again."""


@dataclass(slots=True)
class _Job:
    """A piece of work and who hears of its end. `name` lets a newer job of the same name take its place.

    It may hold the last reference to a page, and the working thread would take the page apart while Qt uses
    it here. So `deliver` empties it here, and the other thread lets go of a shell.
    """

    name: str
    work: Callable[[], Any] | None
    done: Callable[[Any], None] | None
    failed: Failed | None
    owner: QObject | None
    result: Any = None
    error: BaseException | None = None

    def swap(self, newer: _Job) -> None:
        """Become a newer job before this one has begun; that one holds what this one held, to be let go."""
        mine = self.work, self.done, self.failed, self.owner
        self.work, self.done, self.failed, self.owner = newer.work, newer.done, newer.failed, newer.owner
        newer.work, newer.done, newer.failed, newer.owner = mine

    def run(self) -> None:
        """Do the work; on the working thread."""
        if self.work is not None:
            try:
                self.result = self.work()
            except BaseException as error:
                self.error = error

    def deliver(self) -> None:
        """Tell how it ended; on the thread of the window."""
        done, failed, owner, result, error = self.done, self.failed, self.owner, self.result, self.error
        self.work = self.done = self.failed = self.owner = self.result = self.error = None
        if error is not None and failed is not None:
            failed(error)
        elif done is not None and (owner is None or isValid(owner)):
            done(result)


class JobRunner(QObject):
    """`changed(object)` tells pages what an operation touched; `failed` takes errors nobody else handles."""

    changed = Signal(object)
    _ready = Signal()

    def __init__(self, failed: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failed = failed
        self._deliveries: SimpleQueue[_Job] = SimpleQueue()
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self._reader: ThreadPoolExecutor | None = None
        self._lock = Lock()
        self._last: _Job | None = None
        self._untold = 0
        self._closed = self._breathing = False
        # Queued even from this thread: a job that is done before its caller has asked to be told is collected
        # here, and an answer must never come before the call returns.
        self._ready.connect(self._told, Qt.ConnectionType.QueuedConnection)
        garbage.only_here()
        self._pause = self._timer(garbage.PAUSE_MILLISECONDS, garbage.rest)
        self._long_pause = self._timer(garbage.LONG_PAUSE_MILLISECONDS, garbage.thorough)

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(call)
        return made

    @property
    def closed(self) -> bool:
        return self._closed

    @property
    def busy(self) -> bool:
        """Whether something was given whose end is not told yet."""
        return self._untold > 0

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        name: str = "",
    ) -> None:
        """Run `work` on the writer thread, then `done` or `failed` on this one.

        Jobs run in the order given. A job with a `name` takes the place of the last waiting job if that has
        the same name: of several keys typed while the disk is slow only the newest is written, and nothing
        overtakes anything. Nothing is delivered to an `owner` that is gone.
        """
        self._refuse_when_closed()
        job = _Job(name, work, done, failed or self._failed, owner)
        with self._lock:
            if name and self._last is not None and self._last.name == name:
                self._last.swap(job)
                return
            self._last = job
        self._untold += 1
        self._writer.submit(self._write, job)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Run a long read (search, history) beside the writer, on a connection of its own."""
        self._refuse_when_closed()
        if self._reader is None:
            self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._untold += 1
        self._reader.submit(self._do, _Job("", work, done, failed or self._failed, owner))

    def tell_changed(self, changes: object) -> None:
        """Tell every page what was touched; to be called on the GUI thread."""
        self.changed.emit(changes)

    def close(self) -> None:
        """Wait for all jobs, then deliver what they brought: nothing is lost. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._writer.shutdown(wait=True)
        if self._reader is not None:
            self._reader.shutdown(wait=True)
        self._deliver()
        self._pause.stop()
        self._long_pause.stop()
        garbage.anywhere()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise RuntimeError("The runner is closed")

    def _write(self, job: _Job) -> None:
        with self._lock:
            if self._last is job:
                self._last = None
        self._do(job)

    def _do(self, job: _Job) -> None:
        """Called on the working thread: hand over and wake the GUI thread by a signal without arguments."""
        job.run()
        self._deliveries.put(job)
        self._ready.emit()

    def _told(self) -> None:
        if not self._breathing:
            self._deliver()

    def _go_on(self) -> None:
        self._breathing = False
        self._deliver()

    def _deliver(self) -> None:
        """One after the other, as they came. What is shown takes time: after some of it keys are heard, and
        what was shown is painted, before the next.
        """
        began = perf_counter()
        while True:
            try:
                job = self._deliveries.get_nowait()
            except Empty:
                break
            self._untold -= 1
            job.deliver()
            if not self._closed and perf_counter() - began > AT_ONCE_SECONDS:
                self._breathing = True
                QTimer.singleShot(0, self, self._go_on)
                return
        garbage.collect()
        if not self._closed:
            self._pause.start()
            self._long_pause.start()


def nothing() -> None:
    """A job whose end nobody waits for."""


def there(call: Callable[..., object]) -> bool:
    """Whether the object whose method this is still exists."""
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
