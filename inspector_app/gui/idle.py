"""Notices that nobody is at the keyboard, and that the computer slept.

It listens at the windows of the system, which hear keys and pointer before any widget does: a filter on the
whole application would be asked about every event of every widget, in Python. The sleep is seen on every
system alike: the timer, which ticks each few seconds, finds that the clock on the wall went on without it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

TICK_SECONDS = 5
SLEPT_SECONDS = 45
"""A tick that comes so much too late was slept through; a busy machine is late by less."""
WARN_SECONDS = 30
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)
_PRESSES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class IdleWatch(QObject):
    """`idle` after the minutes set (0: never), `nearly` half a minute before, `slept` after a sleep,
    `pressed` with each key or press.

    `now` is the clock on the wall, `running` counts seconds that no setting of a clock changes.
    """

    idle = Signal()
    nearly = Signal()
    slept = Signal()
    pressed = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        running: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now, self._running = now, running
        self._minutes = 0
        self._wall = now()
        self._touched = running()
        self._warned = False
        self._heard: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_SECONDS * 1000)
        self._timer.timeout.connect(self.tick)

    @property
    def on(self) -> bool:
        return self._timer.isActive()

    @property
    def minutes(self) -> int:
        """After how many minutes `idle` is told, 0 for never."""
        return self._minutes

    def set_minutes(self, minutes: int) -> None:
        """Tell `idle` after so many minutes, 0 for never."""
        self._minutes = minutes

    def start(self) -> None:
        """Watch from now on."""
        self._wall = self._now()
        self.note()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and not self.on:
            application.focusWindowChanged.connect(self._listen_at)
            self._listen_at(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and self.on:
            application.focusWindowChanged.disconnect(self._listen_at)
            self._listen_at(None)
        self._timer.stop()

    def note(self) -> None:
        """Somebody is there."""
        self._touched = self._running()
        self._warned = False

    def tick(self) -> None:
        """Look at both clocks; the timer calls it."""
        late = (self._now() - self._wall).total_seconds() - TICK_SECONDS
        self._wall = self._now()
        if late > SLEPT_SECONDS:
            self.slept.emit()
            return
        left = self._minutes * 60 - (self._running() - self._touched)
        if not self._minutes:
            return
        if left <= 0:
            self.idle.emit()
        elif left <= WARN_SECONDS and not self._warned:
            self._warned = True
            self.nearly.emit()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _INPUT:
            self.note()
            if event.type() in _PRESSES:
                self.pressed.emit()
        return False

    def _listen_at(self, window: QWindow | None) -> None:
        """Dialogs and menus are windows of their own: listen at the one that has the keyboard."""
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = window
        if window is not None:
            window.installEventFilter(self)
