"""Opens the window: at once a door that takes the passphrase, then the whole behind it, the rest at leisure.

A person waits for two things: for the first paint, and after Enter for the list of inspections. All that can
be made in between (the frame, the pages, what the writer loads) is made in between, and nothing of it is
imported with this module.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from inspector_app.errors import KnownError
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from inspector_app.gui.door import Door
    from inspector_app.gui.errors import ErrorReporter
    from inspector_app.gui.preferences import Kept
    from inspector_app.gui.shell import Shell
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.program import Program
    from inspector_app.paths import UserPaths

WIDTH, HEIGHT = 1366, 768
KEEP_PREFERENCES_MILLISECONDS = 300


class OpenWindow:
    """The parts of an open window. A plain class: a named tuple takes a quarter of a millisecond to make."""

    def __init__(
        self, window: MainWindow, workbench: Workbench, shell: Shell, reporter: ErrorReporter
    ) -> None:
        self.window = window
        self.workbench = workbench
        self.shell = shell
        self.reporter = reporter


def build_window(
    theme: Theme,
    make_program: Callable[[], Program],
    data: Path,
    database: Path | None = None,
    window: MainWindow | None = None,
    kept: Kept | None = None,
) -> OpenWindow:
    """The whole window, not shown yet; its workbench ends when it is closed. `kept` are its preferences.

    `window` is one that stands there with a door; its frame is made and waits behind the door.
    """
    from inspector_app.gui.errors import ErrorReporter
    from inspector_app.gui.shell import Shell
    from inspector_app.gui.workbench import Workbench

    parts: list[OpenWindow] = []
    reporter = ErrorReporter(lambda: parts[0].window.top.saved_words if parts else "")
    if window is None:
        window = MainWindow(theme)
    else:
        window.furnish()
    workbench = Workbench(
        make_program, database or data / "inspector.db", reporter.report, window.registry, theme, window
    )
    if kept is not None:
        workbench.kept = kept
    shell = Shell(window, workbench, data)
    window.call_at_close(shell.close)
    reporter.lead_to(lambda: shell.go("trouble"))
    reporter.setParent(window)
    reporter.present_in(window)
    parts.append(OpenWindow(window, workbench, shell, reporter))
    return parts[0]


class WindowStart:
    """One start of the window on the folders of a user; `opened` is None while only the door is there."""

    def __init__(
        self, application: QApplication, make_program: Callable[[], Program], paths: UserPaths
    ) -> None:
        from inspector_app.gui.preferences import Kept

        self._application = application
        self._make_program = make_program
        self._paths = paths
        self.opened: OpenWindow | None = None
        self._kept = Kept(paths.data / "window.json")
        kept = self._kept.now
        if kept.language != "en":
            from inspector_app.gui.language import speak

            speak(application, kept.language)
        self.theme = Theme(
            application, kept.mode, kept.zoom, remembered=kept.seen, large=kept.large, hints=kept.hints
        )
        if paths.database.exists():
            from inspector_app.gui.door import Door

            self.door: Door | None = Door(self._finish)
        else:
            self.door = None
        self.window = MainWindow(self.theme, self.door)
        if self.door is None:
            self._finish()
        _show(application, self.window, self.door)
        if self.door is not None:
            self.door.line.setFocus()

    def close(self) -> None:
        """End what the window started. Safe to call twice."""
        if self.opened is not None:
            self.opened.workbench.close()
            self.opened.reporter.uninstall()

    def _finish(self) -> None:
        """Make the window behind the door; called once the door is painted."""
        try:
            opened = build_window(
                self.theme, self._make_program, self._paths.data, None, self.window, self._kept
            )
        except Exception as error:
            if self.door is None:
                raise
            self._stay_shut(self.door, error)
            return
        opened.reporter.install()
        self.opened = opened
        _after(opened.window, self._open)

    def _open(self) -> None:
        """Show the first page, with what was typed at the door."""
        if self.opened is None:
            return
        door, self.door = self.door, None
        typed = door.typed if door is not None else None
        self.window.open_door()
        from inspector_app.gui.pages.unlock.page import UnlockPage

        self.opened.shell.start()
        page = self.window.page
        if typed is not None and isinstance(page, UnlockPage):
            page.take_over(typed)
        _after(self.window, self._settle)

    def _stay_shut(self, door: Door, error: Exception) -> None:
        """Say at the door why it does not open: there is no window yet that could, and no log."""
        from logging import getLogger

        from inspector_app import log
        from inspector_app.gui.errors import places_of

        places = places_of(error)
        log.start(self._paths.logs)
        getLogger("inspector_app.gui").error("%s", places)
        known = f"{error.message} {error.advice}".strip() if isinstance(error, KnownError) else ""
        door.stay_shut(known, places)

    def _settle(self) -> None:
        """What nobody waits for."""
        from inspector_app import log

        log.start(self._paths.logs)
        self.theme.follow_system()
        _keep_look(self.theme, self._kept, self.window)
        if self.opened is not None:
            from inspector_app.gui.ahead import make_ready

            shell = self.opened.shell
            _after(self.window, lambda: make_ready(shell))


def run_window(application: QApplication, make_program: Callable[[], Program]) -> int:
    """Show the window and stay until it is closed."""
    from inspector_app.gui.single import OnlyWindow
    from inspector_app.paths import user_paths

    paths = user_paths()
    only = OnlyWindow(paths.data, application)
    try:
        _make_home(paths.data)
        first = only.take()
    except (KnownError, OSError) as error:
        sys.stdout.write(f"{_plain(error)}\n")
        return 1
    if not first:
        asked = only.ask_other()
        told = "It was brought forward." if asked else "Close it first, or look for it on the other screen."
        sys.stdout.write(f"Inspector is open already. {told}\n")
        return 0
    start = WindowStart(application, make_program, paths)
    QTimer.singleShot(0, only, lambda: only.listen(lambda: _forward(start.window)))
    application.aboutToQuit.connect(start.close)
    try:
        return application.exec()
    finally:
        start.close()
        only.release()
        if application.property("inspector_restart"):
            _start_again()


def _after(owner: QObject, call: Callable[[], None]) -> None:
    """At the next turn of the event loop, unless the window is gone: keys and paint come first."""
    QTimer.singleShot(0, owner, call)


def _make_home(data: Path) -> None:
    if not data.is_dir():
        from inspector_app.files import make_folder

        make_folder(data)


def _start_again() -> None:
    """Another process of the same program, once this one has let go of everything."""
    from PySide6.QtCore import QProcess

    frozen = getattr(sys, "frozen", False)
    QProcess.startDetached(sys.executable, [] if frozen else ["-m", "inspector_app"])


def _plain(error: KnownError | OSError) -> str:
    if isinstance(error, KnownError):
        return str(error)
    why = f"The folder for your inspections cannot be used: {error.strerror}."
    return f"{why} Choose another by INSPECTOR_APP_HOME."


def _keep_look(theme: Theme, kept: Kept, owner: QObject) -> None:
    """Write it when it has rested for a moment, and now if the system wants another look than before."""

    def write() -> None:
        kept.change(mode=theme.mode, zoom=theme.zoom, seen=theme.seen, large=theme.large, hints=theme.hints)

    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(KEEP_PREFERENCES_MILLISECONDS)
    timer.timeout.connect(write)
    theme.changed.connect(timer.start)
    if kept.now.seen != theme.seen:
        timer.start()


def _show(application: QApplication, window: MainWindow, door: Door | None) -> None:
    screen = application.primaryScreen()
    room = screen.availableGeometry() if screen is not None else None
    small = room is not None and (room.width() <= WIDTH or room.height() <= HEIGHT)
    width, height = (room.width(), room.height()) if room is not None and small else (WIDTH, HEIGHT)
    if door is not None:
        door.fit(width, height)
    window.resize(width, height)
    if small:
        window.showMaximized()
    else:
        window.show()


def _forward(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
