"""A pause in typing, after which what was typed is committed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MILLISECONDS = 1500


def pause_timer(parent: QObject, call: Callable[[], None]) -> QTimer:
    """A single-shot timer; start it again with each key."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE_MILLISECONDS)
    timer.timeout.connect(call)
    return timer
