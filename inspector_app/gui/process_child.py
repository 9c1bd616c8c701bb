"""The child's end of long work. It imports no Qt, so that the child starts fast and stays small; only where
another language than English is spoken, it loads what words need.
"""

from __future__ import annotations

import pickle
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from inspector_app.errors import KnownError
from inspector_app.words import ENGLISH

if TYPE_CHECKING:
    from ctypes import c_longlong
    from multiprocessing.connection import Connection

Progress = Callable[[int, int], None]
Ending = Literal["done", "failed", "cancelled"]


class Cancelled(Exception):
    """The person cancelled: raised inside the work at its next report of progress."""


@dataclass(frozen=True, slots=True)
class Task:
    """Work to do: a function of a module and its arguments."""

    job: int
    work: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job has come."""

    job: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: `value` is its result or its error."""

    job: int
    ending: Ending
    value: Any = None


def serve(window: Connection, cancelled: c_longlong, language: str = ENGLISH.code) -> None:
    """Do one task after another until told to end (None) or the window is gone.

    `cancelled` is shared with the window: the number of the job that is to stop. What results say to a person
    is said in `language`.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if language != ENGLISH.code:
        from inspector_app.gui.language import speak_apart

        speak_apart(language)
    while True:
        try:
            task = window.recv()
        except EOFError:
            return
        if task is None:
            return
        outcome = _do(task, window, cancelled)
        try:
            window.send(outcome)
        except (TypeError, AttributeError, ValueError, pickle.PicklingError) as error:
            window.send(Outcome(task.job, "failed", RuntimeError(f"cannot be sent: {type(error).__name__}")))


def _do(task: Task, window: Connection, cancelled: c_longlong) -> Outcome:
    def report(done: int, total: int) -> None:
        if cancelled.value == task.job:
            raise Cancelled
        window.send(Step(task.job, done, total))

    try:
        return Outcome(task.job, "done", task.work(report, *task.args, **task.kwargs))
    except Cancelled:
        return Outcome(task.job, "cancelled")
    except Exception as error:
        return Outcome(task.job, "failed", _sendable(error))


def _sendable(error: Exception) -> Exception:
    """The error, or the nearest to it that survives the pipe: many exceptions cannot be made again."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        if isinstance(error, KnownError):
            return KnownError(error.message, error.advice, code=error.code)
        return RuntimeError(f"{type(error).__name__} in long work")
    return error
