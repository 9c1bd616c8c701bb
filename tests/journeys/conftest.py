"""The whole window without a screen, driven by keys alone."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.inspections.inspection import Realm
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import set_up_office

sys.path.insert(0, str(Path(__file__).parent))

from driver import Driver
from office_secret import OFFICE_PASSPHRASE

from tests.patience import at_once, threads_left


@pytest.fixture(scope="session")
def shared_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def office_folder(tmp_path: Path) -> Path:
    """A live head office with its keys, as `inspector-app office init` makes it."""
    folder = tmp_path / "office"
    set_up_office(
        make_program(), folder, OFFICE_PASSPHRASE, "Head office North", Realm.LIVE
    ).desk.store.close()
    return folder


@pytest.fixture
def programs() -> Callable[[], Program]:
    """Makes the program of a window; a test with a clock of its own puts its own in place."""
    return make_program


@pytest.fixture
def open_window(
    qtbot: QtBot, shared_theme: Theme, data: Path, programs: Callable[[], Program]
) -> Iterator[Callable[[], Driver]]:
    """Opens the window as a start of the program would; every one is closed at the end."""
    before = set(threading.enumerate())
    opened: list[OpenWindow] = []

    def start() -> Driver:
        made = build_window(shared_theme, programs, data)
        opened.append(made)
        qtbot.addWidget(made.window)
        made.window.resize(1366, 768)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        made.shell.start()
        return Driver(qtbot, made)

    yield start
    for made in opened:
        made.workbench.close()
    left = threads_left(before)
    assert not left, left


@pytest.fixture(autouse=True)
def nothing_at_leisure(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes a moment after the first list comes at once, not in the midst of a test."""
    at_once(monkeypatch)


@pytest.fixture(autouse=True)
def collected_here(garbage_on_this_thread: None) -> None:
    """Garbage is looked for between tests, on the thread of the window."""
