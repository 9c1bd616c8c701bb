"""GUI tests run without a screen; the theme is the real one, at a system font of 10.5 points."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from inspector_app.gui.theme import Theme
from tests.patience import at_once, threads_left

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def shared_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def nothing_at_leisure(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes a moment after the first list comes at once, not in the midst of a test."""
    at_once(monkeypatch)


@pytest.fixture
def theme(shared_theme: Theme) -> Iterator[Theme]:
    """The theme, light and at 100 %; put back so after the test."""
    yield shared_theme
    if (shared_theme.mode, shared_theme.zoom) != ("light", 1.0):
        shared_theme.set_mode("light")
        shared_theme.set_zoom(1.0)


@pytest.fixture
def new_id() -> Callable[[], str]:
    """Row ids r1, r2, …"""
    count = iter(range(1, 100_000))
    return lambda: f"r{next(count)}"


@pytest.fixture(autouse=True)
def closed_windows_are_gone(qapp: QApplication) -> Iterator[None]:
    """No event loop runs between tests, so what was to be deleted later is deleted here."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Every thread that a test starts is over at its end."""
    before = set(threading.enumerate())
    yield
    left = threads_left(before)
    assert not left, left


@pytest.fixture(autouse=True)
def collected_here(garbage_on_this_thread: None) -> None:
    """Garbage is looked for between tests, on the thread of the window."""
