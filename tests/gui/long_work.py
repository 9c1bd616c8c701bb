"""Long work for the tests of processes: functions of a module, as the child must be able to import them."""

from __future__ import annotations

import os
import sys
import time
from datetime import date

from inspector_app import words
from inspector_app.errors import KnownError
from inspector_app.gui.process_child import Progress


def count(report: Progress, total: int) -> tuple[int, int]:
    """Reports each step; gives its process and the total."""
    for done in range(1, total + 1):
        report(done, total)
    return os.getpid(), total


def wait_to_be_cancelled(report: Progress) -> None:
    """Ends only by being cancelled, or after ten minutes."""
    for step in range(60_000):
        report(step, 60_000)
        time.sleep(0.01)


def fail(report: Progress) -> None:
    """Goes wrong."""
    raise ValueError("went wrong")


def has_qt(report: Progress) -> bool:
    """Whether Qt was imported into the child."""
    return any(name.startswith("PySide6") for name in sys.modules)


def die(report: Progress) -> None:
    """Ends its process, as a system short of memory would."""
    os._exit(9)


def unsendable(report: Progress) -> object:
    """Gives what cannot be pickled."""
    return lambda: None


class OddError(KnownError):
    """An error that pickle cannot make again."""

    def __init__(self, message: str, *, place: str) -> None:
        super().__init__(message, "Try again.", code="odd")
        self.place = place


def fail_oddly(report: Progress) -> None:
    """Raises what cannot be sent as it is."""
    raise OddError("Odd.", place="here")


def say(report: Progress, context: str, said: str) -> tuple[str, str]:
    """Words and a day as this process says them."""
    return words.translate(context, said), words.day(date(2026, 5, 14))
