"""Waiting in tests of the window: as long as a slow and busy machine may need, and for rest, not for a while.

A test waits for the very thing that it then asserts. Where it asserts what must *not* be, or measures what is
laid out, it waits for the window to come to rest: every job answered, every fact shown, every part in place.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inspector_app.gui.main_window import MainWindow

PATIENCE_MILLISECONDS = 120_000
"""Nothing is slow by this: it ends a test that would never end."""
POLL_MILLISECONDS = 5
QUIET_TURNS = 3
"""Turns of the event loop in which nothing was under way: what one turn begins, the next one shows."""


LASTING = ("tries",)
"""Beginnings of the names of threads that a process keeps to its end, made when they are first needed."""


def threads_left(before: set[threading.Thread]) -> list[str]:
    """The names of threads that were begun since, live on, and should not."""
    left = (one for one in threading.enumerate() if one not in before and one.is_alive())
    return [one.name for one in left if not one.name.startswith(LASTING)]


class PatientBot(QtBot):
    """The bot of pytest-qt, which by itself gives up after five seconds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MILLISECONDS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE_MILLISECONDS, **more: object) -> object:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: object, *, timeout: int = PATIENCE_MILLISECONDS, **more: object) -> object:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitActive(self, widget: object, *, timeout: int = PATIENCE_MILLISECONDS) -> object:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: object, *, timeout: int = PATIENCE_MILLISECONDS) -> object:
        return super().waitExposed(widget, timeout=timeout)


def at_rest(window: QWidget, *, idle: bool = True) -> bool:
    """Whether nothing is under way that could still change what a window shows, but for long work in a child;
    a window without a workbench has nothing under way. Without `idle` what is done while nobody types may be.
    """
    from inspector_app.gui.frame.fitting import SteadySize
    from inspector_app.gui.leisure import Leisure
    from inspector_app.gui.runner import JobRunner
    from inspector_app.gui.workbench import Workbench

    steady = window.findChild(SteadySize)
    if steady is not None and steady.busy:
        return False
    bench, page = window.findChild(Workbench), getattr(window, "page", None)
    if bench is None:
        return True
    if any(one.busy for one in window.findChildren(JobRunner)):  # the head office has one of its own
        return False
    leisure = bench.findChild(Leisure)
    if idle and leisure is not None and leisure.waiting:
        return False
    if bench._keys is not None and bench._keys.holding:
        return False
    return page is None or (page.at_rest and getattr(page, "settled", True))


def come_to_rest(window: QWidget, *, idle: bool = True) -> None:
    """Turn the event loop until all that was asked for is recorded, shown and laid out."""
    from PySide6.QtWidgets import QApplication

    quiet = 0
    while quiet < QUIET_TURNS:
        if not at_rest(window, idle=idle):
            quiet = 0
            wait_for(lambda: at_rest(window, idle=idle))
        QApplication.processEvents()
        quiet = quiet + 1 if at_rest(window, idle=idle) else 0


def come_to_be_laid_out(window: QWidget) -> None:
    """The same, and nothing moves any more: a row asks its card for room, that the page, a turn each."""
    from PySide6.QtWidgets import QWidget as Part

    def shape() -> list[tuple[bool, int, int, int, int]]:
        parts = window.findChildren(Part)
        return [(one.isVisible(), one.x(), one.y(), one.width(), one.height()) for one in parts]

    before: object = None
    while before != (now := shape()):
        before = now
        come_to_rest(window)


def come_to_be_drawn(window: MainWindow) -> None:
    """The same, and every letter on the page stands there as it is to be seen."""
    come_to_rest(window)
    wait_for(lambda: getattr(window.page, "drawn", True))
    come_to_be_laid_out(window)


def wait_for(condition: Callable[[], object], milliseconds: int = PATIENCE_MILLISECONDS) -> None:
    """Let the window work until something holds."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

    waiting, timer, deadline = QEventLoop(), QTimer(), QDeadlineTimer(milliseconds)
    timer.timeout.connect(waiting.quit)
    timer.start(POLL_MILLISECONDS)
    while not condition() and not deadline.hasExpired():
        waiting.exec()
    timer.stop()
    assert condition(), "it did not come about in time"


def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the window does once a list is painted is done at once, and not in the midst of a test."""
    from inspector_app.gui import guide, leisure, shell
    from inspector_app.gui.pages.home import page as home

    monkeypatch.setattr(guide, "OFFER_MILLISECONDS", 0)
    monkeypatch.setattr(leisure, "PAUSE_MILLISECONDS", 0)
    monkeypatch.setattr(leisure, "BETWEEN_MILLISECONDS", 0)
    monkeypatch.setattr(shell, "BEGIN_LIFE_MILLISECONDS", 0)
    monkeypatch.setattr(home, "AFTER_PAINT_MILLISECONDS", 0)
    monkeypatch.setattr(home, "RECEIPT_MILLISECONDS", 0)
