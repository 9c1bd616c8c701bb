"""Long work in a child process: rendering, receiving, verifying, backup. Shows progress, can be cancelled.

The child is started on first use (spawn, so that it has none of our threads, locks or connections) and kept.
One pipe carries steps and outcomes, so they arrive in the order they were sent; a pool of
`concurrent.futures` has two channels, and the last steps came after the result (tried).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from inspector_app.errors import KnownError
from inspector_app.gui.process_child import Outcome, Progress, Step, Task, serve
from inspector_app.words import spoken

if TYPE_CHECKING:
    from ctypes import c_longlong
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
P = ParamSpec("P")

SECONDS_TO_END = 5.0
"""How long closing waits for a job that does not report before it ends the child by force."""


class LongJob(QObject):
    """One piece of long work. Exactly one of `done`, `failed`, `cancelled` comes, on the GUI thread."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, number: int, stop: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self.number = number
        self._stop = stop
        self._over = False

    @property
    def over(self) -> bool:
        return self._over

    def cancel(self) -> None:
        """Stop at the next report of progress; whatever the work still brings is dropped."""
        if not self._over:
            self._over = True
            self._stop(self.number)
            self.cancelled.emit()

    def tell_progress(self, done: int, total: int) -> None:
        if not self._over:
            self.progress.emit(done, total)

    def finish(self, outcome: Outcome) -> None:
        """Say how it ended, unless it was cancelled before."""
        if self._over:
            return
        self._over = True
        if outcome.ending == "done":
            self.done.emit(outcome.value)
        elif outcome.ending == "failed":
            self.failed.emit(outcome.value)
        else:
            self.cancelled.emit()


class _Child:
    """The child process, the pipe to it, and the thread that listens at the pipe."""

    def __init__(self, heard: Callable[[_Child, Step | Outcome | None], None]) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")
        self._heard = heard
        self._pipe: Connection
        self._pipe, other = context.Pipe()
        self._cancelled: c_longlong = context.Value("q", 0, lock=False)
        self._process: SpawnProcess = context.Process(
            target=serve,
            args=(other, self._cancelled, spoken().code),
            name="inspector long work",
            daemon=True,
        )
        self._process.start()
        other.close()
        self._listener = Thread(target=self._listen, name="long work", daemon=True)
        self._listener.start()

    def give(self, task: Task) -> None:
        self._pipe.send(task)

    def stop(self, job: int) -> None:
        self._cancelled.value = job

    def end(self, seconds: float = SECONDS_TO_END) -> None:
        """End the child, by force when it has not ended by itself after so many seconds."""
        with suppress(OSError):
            self._pipe.send(None)
        self._process.join(seconds)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._listener.join()
        self._pipe.close()
        self._process.close()

    def _listen(self) -> None:
        while True:
            try:
                news = self._pipe.recv()
            except (EOFError, OSError):
                self._heard(self, None)
                return
            self._heard(self, news)


class ProcessRunner(QObject):
    """One child; jobs run in it one after another, in the order given."""

    _ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child: _Child | None = None
        self._jobs: dict[int, LongJob] = {}
        self._waiting: deque[Task] = deque()
        self._running = 0
        self._count = 0
        self._arrivals: SimpleQueue[tuple[_Child, Step | Outcome | None]] = SimpleQueue()
        self._ready.connect(self._deliver)

    @property
    def started(self) -> bool:
        """Whether the child exists."""
        return self._child is not None

    def run_in_process(
        self, work: Callable[Concatenate[Progress, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> LongJob:
        """Run `work(report, …)`, a function of a module, in the child; connect to the job that is returned.

        `report(done, total)` sends progress and raises `Cancelled` once the person has cancelled.
        """
        self._count += 1
        job = LongJob(self._count, self._stop, self)
        self._jobs[job.number] = job
        self._waiting.append(Task(job.number, work, args, kwargs))
        self._next()
        return job

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._jobs)

    def finish(self, seconds: float) -> None:
        """Let the job that runs come to its end, for at most so many seconds, and end the child."""
        child, self._child = self._child, None
        if child is not None:
            child.end(seconds)
        self._deliver()
        self.close()

    def close(self) -> None:
        """Cancel what waits and what runs, and end the child. Safe to call twice."""
        for job in list(self._jobs.values()):
            job.cancel()
        self._waiting.clear()
        child, self._child = self._child, None
        if child is not None:
            child.end()
        self._running = 0
        self._deliver()

    def _next(self) -> None:
        """Give the child the next job when it has none."""
        if self._running or not self._waiting:
            return
        if self._child is None:
            self._child = _Child(self._heard)
        task = self._waiting.popleft()
        self._running = task.job
        self._child.give(task)

    def _stop(self, number: int) -> None:
        """A job was cancelled: take it out of the queue, or tell the child."""
        if number == self._running and self._child is not None:
            self._child.stop(number)
            return
        self._waiting = deque(task for task in self._waiting if task.job != number)
        self._forget(number)

    def _forget(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is not None:
            job.deleteLater()

    def _heard(self, child: _Child, news: Step | Outcome | None) -> None:
        """Called on the listening thread: hand over, and wake the GUI thread by a bare signal."""
        self._arrivals.put((child, news))
        self._ready.emit()

    def _deliver(self) -> None:
        while True:
            try:
                child, news = self._arrivals.get_nowait()
            except Empty:
                return
            if isinstance(news, Step):
                job = self._jobs.get(news.job)
                if job is not None:
                    job.tell_progress(news.done, news.total)
            elif isinstance(news, Outcome):
                self._finished(news)
            elif child is self._child:
                self._child_is_gone(child)

    def _finished(self, outcome: Outcome) -> None:
        self._running = 0
        job = self._jobs.get(outcome.job)
        if job is not None:
            job.finish(outcome)
        self._forget(outcome.job)
        self._next()

    def _child_is_gone(self, child: _Child) -> None:
        """The child died (memory, the system): its job failed, the next starts another child."""
        self._child = None
        child.end()
        error = KnownError(
            "The work was stopped by the system before it was done.",
            "Nothing of the record was changed. Close other programs, then try again.",
            code="child-ended",
        )
        self._finished(Outcome(self._running, "failed", error))
