"""Long work in a child process: rendering, receiving, verifying, backup. Shows progress, can be cancelled.

The child is started on first use (spawn, so that it has none of our threads, locks or connections) and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue as ProcessQueue
    from multiprocessing.sharedctypes import Synchronized

T = TypeVar("T")
P = ParamSpec("P")
Progress = Callable[[int, int], None]


class Cancelled(Exception):
    """The person cancelled: raised inside the work at its next report of progress."""


_news: ProcessQueue[tuple[int, int, int] | None] | None = None
_stopped: Synchronized[int] | None = None


def _begin(news: ProcessQueue[tuple[int, int, int] | None], stopped: Synchronized[int]) -> None:
    """Runs once in the child: keeps the ends of the two channels to the window."""
    global _news, _stopped
    _news, _stopped = news, stopped


@dataclass(frozen=True, slots=True)
class Report:
    """Handed to the work as its first argument; call it with (done, total)."""

    job: int

    def __call__(self, done: int, total: int) -> None:
        if _stopped is not None and _stopped.value >= self.job:
            raise Cancelled
        if _news is not None:
            _news.put((self.job, done, total))


def _work(work: Callable[..., T], job: int, args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
    report = Report(job)
    report(0, 0)
    return work(report, *args, **kwargs)


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

    def finish(self, future: Future[Any]) -> None:
        """Deliver the outcome, unless cancelled."""
        if self._over:
            return
        self._over = True
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(future.result())


class ProcessRunner(QObject):
    """One child process; jobs run one after another. Cancelling a job cancels those begun before it too,
    which by then are over."""

    _ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ProcessPoolExecutor | None = None
        self._listener: Thread | None = None
        self._channel: ProcessQueue[tuple[int, int, int] | None] | None = None
        self._stopped: Synchronized[int] | None = None
        self._jobs: dict[int, LongJob] = {}
        self._futures: dict[int, Future[Any]] = {}
        self._count = 0
        self._arrivals: SimpleQueue[tuple[int, int, int] | int] = SimpleQueue()
        self._ready.connect(self._deliver)

    @property
    def started(self) -> bool:
        """Whether the child exists yet."""
        return self._pool is not None

    def run_in_process(
        self, work: Callable[Concatenate[Progress, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> LongJob:
        """Run `work(report, …)`, a function of a module, in the child; connect to the job that is returned.

        `report(done, total)` sends progress and raises `Cancelled` once the person has cancelled.
        """
        pool = self._start()
        self._count += 1
        number = self._count
        job = LongJob(number, self._stop, self)
        self._jobs[number] = job
        future = pool.submit(_work, work, number, args, kwargs)
        self._futures[number] = future
        future.add_done_callback(lambda _: self._arrived(number))
        return job

    def close(self) -> None:
        """Cancel what runs and end the child and the listening thread. Safe to call twice."""
        if self._pool is None or self._channel is None or self._stopped is None:
            return
        self._stopped.value = self._count
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._channel.put(None)
        if self._listener is not None:
            self._listener.join()
        self._channel.close()
        self._pool = self._listener = self._channel = None
        self._deliver()

    def _start(self) -> ProcessPoolExecutor:
        if self._pool is not None:
            return self._pool
        context = get_context("spawn")
        self._channel = context.SimpleQueue()
        self._stopped = context.Value("q", 0)
        self._pool = ProcessPoolExecutor(
            max_workers=1, mp_context=context, initializer=_begin, initargs=(self._channel, self._stopped)
        )
        self._listener = Thread(target=self._listen, args=(self._channel,), name="progress", daemon=True)
        self._listener.start()
        return self._pool

    def _stop(self, number: int) -> None:
        future = self._futures.get(number)
        if future is not None and not future.cancel() and self._stopped is not None:
            self._stopped.value = max(self._stopped.value, number)

    def _listen(self, channel: ProcessQueue[tuple[int, int, int] | None]) -> None:
        while (news := channel.get()) is not None:
            self._arrivals.put(news)
            self._ready.emit()

    def _arrived(self, number: int) -> None:
        self._arrivals.put(number)
        self._ready.emit()

    def _deliver(self) -> None:
        while True:
            try:
                arrival = self._arrivals.get_nowait()
            except Empty:
                return
            if isinstance(arrival, tuple):
                job = self._jobs.get(arrival[0])
                if job is not None and arrival[1:] != (0, 0):
                    job.tell_progress(arrival[1], arrival[2])
                continue
            job, future = self._jobs.pop(arrival), self._futures.pop(arrival)
            job.finish(future)
            job.deleteLater()
