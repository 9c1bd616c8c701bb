"""Puts the window together and runs it: look, errors, workbench, shell, one window a home."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from inspector_app import log
from inspector_app.errors import KnownError
from inspector_app.files import make_folder
from inspector_app.gui.errors import ErrorReporter
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.preferences import Preferences, read_preferences, write_preferences
from inspector_app.gui.shell import Shell
from inspector_app.gui.single import OnlyWindow
from inspector_app.gui.theme import Theme
from inspector_app.gui.workbench import Workbench
from inspector_app.paths import user_paths

if TYPE_CHECKING:
    from inspector_app.operations.program import Program
    from inspector_app.paths import UserPaths

WIDTH, HEIGHT = 1366, 768
KEEP_PREFERENCES_MILLISECONDS = 300


@dataclass(frozen=True)
class OpenWindow:
    """The parts of an open window."""

    window: MainWindow
    workbench: Workbench
    shell: Shell
    reporter: ErrorReporter


def build_window(
    theme: Theme, make_program: Callable[[], Program], data: Path, database: Path | None = None
) -> OpenWindow:
    """The whole window, not shown yet; its workbench ends when it is closed."""
    parts: list[OpenWindow] = []
    reporter = ErrorReporter(lambda: parts[0].window.top.saved_words if parts else "")
    window = MainWindow(theme, lambda: parts[0].shell.close())
    workbench = Workbench(
        make_program, database or data / "inspector.db", reporter.report, window.registry, theme, window
    )
    shell = Shell(window, workbench, data)
    reporter.setParent(window)
    reporter.present_in(window)
    parts.append(OpenWindow(window, workbench, shell, reporter))
    return parts[0]


def run_window(application: QApplication, make_program: Callable[[], Program]) -> int:
    """Show the window and stay until it is closed."""
    paths = user_paths()
    only = OnlyWindow(paths.data, application)
    try:
        make_folder(paths.data)
        first = only.take()
    except (KnownError, OSError) as error:
        sys.stdout.write(f"{_plain(error)}\n")
        return 1
    if not first:
        asked = only.ask_other()
        told = "It was brought forward." if asked else "Close it first, or look for it on the other screen."
        sys.stdout.write(f"Inspector is open already. {told}\n")
        return 0
    log.start(paths.logs)
    kept = read_preferences(_preferences(paths))
    theme = Theme(application, kept.mode, kept.zoom)
    opened = build_window(theme, make_program, paths.data)
    opened.reporter.install()
    _keep_preferences(theme, _preferences(paths), opened.window)
    _show(application, opened.window)
    opened.shell.start()
    QTimer.singleShot(0, only, lambda: only.listen(lambda: _forward(opened.window)))
    application.aboutToQuit.connect(opened.workbench.close)
    try:
        return application.exec()
    finally:
        opened.reporter.uninstall()
        only.release()


def _plain(error: KnownError | OSError) -> str:
    if isinstance(error, KnownError):
        return str(error)
    why = f"The folder for your inspections cannot be used: {error.strerror}."
    return f"{why} Choose another by INSPECTOR_APP_HOME."


def _preferences(paths: UserPaths) -> Path:
    return paths.data / "window.json"


def _keep_preferences(theme: Theme, file: Path, owner: QObject) -> None:
    """Write them when they have rested for a moment."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(KEEP_PREFERENCES_MILLISECONDS)
    timer.timeout.connect(lambda: write_preferences(file, Preferences(theme.mode, theme.zoom)))
    theme.changed.connect(timer.start)


def _show(application: QApplication, window: MainWindow) -> None:
    screen = application.primaryScreen()
    room = screen.availableGeometry() if screen is not None else None
    if room is not None and (room.width() <= WIDTH or room.height() <= HEIGHT):
        window.resize(room.width(), room.height())
        window.showMaximized()
    else:
        window.resize(WIDTH, HEIGHT)
        window.show()


def _forward(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
