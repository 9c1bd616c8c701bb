"""Makes the QApplication, or says in plain words why there can be no window.

Nothing of Qt is imported with this module: on a machine without a screen or without Qt's libraries the caller
gets a `KnownError` to print, where Qt itself would abort the process.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.gui.quick_import import import_shiboken

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from inspector_app.operations.program import Program

_SWITCH_SECONDS = 0.001
"""How long one thread of Python may keep another waiting. By Python's 5 ms a key waits 20 ms and more beside
a busy writer (measured), longer than a frame.
"""
_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def open_window(make_program: Callable[[], Program], environment: Mapping[str, str] | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit status.

    Without a screen it says so and gives 0; a second start brings the first window forward and gives 0.
    """
    variables = os.environ if environment is None else environment
    try:
        application = create_application(sys.argv[:1], variables)
    except KnownError as error:
        sys.stdout.write(f"{error}\n")
        return 0 if error.code == "no-display" else 1
    from inspector_app.gui.window_run import run_window

    return run_window(application, make_program)


def why_no_display(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """Why a window cannot be shown here; '' when it can. Call it before anything of Qt is made."""
    if not platform.startswith("linux"):
        return ""
    chosen = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if chosen in _SCREENLESS or environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return "There is no screen here, so the window was not opened."
    if not _answers(display):
        return f"The screen {display} does not answer, so the window was not opened."
    return ""


def create_application(argv: Sequence[str], environment: Mapping[str, str]) -> QApplication:
    """The QApplication of this process; KnownError without a screen or a library that Qt needs."""
    reason = why_no_display(environment)
    if reason:
        advice = "Open it from a desktop, or use the commands: inspector-app --help lists them."
        raise KnownError(reason, advice, code="no-display")
    try:
        import_shiboken()
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise missing_library(error) from error
    if sys.platform.startswith("linux"):
        _check_platform_plugin(environment)
    sys.setswitchinterval(_SWITCH_SECONDS)
    QGuiApplication.setDesktopFileName("inspector-app")
    from inspector_app.gui.theme import FUSION

    application = QApplication([*argv[:1], "-style", "fusion", *argv[1:]])
    application.setProperty(FUSION, True)
    application.setApplicationName("inspector-app")
    application.setApplicationDisplayName("Inspector")
    return application


def missing_library(error: Exception) -> KnownError:
    """The plain message for a library of the system that Qt needs and that is not there."""
    found = re.search(r"([\w+.-]+\.so[.\d]*)", str(error))
    name = found[1] if found else "a library of Qt"
    return KnownError(
        f"The window cannot open: {name} is missing on this machine.",
        "Install the libraries that the README lists under Linux. Your inspections are safe, and the "
        "commands of inspector-app work without a window.",
        code="qt-library-missing",
    )


def _check_platform_plugin(environment: Mapping[str, str]) -> None:
    """Load the X11 plugin by hand: were one of its libraries missing, Qt would abort without a word."""
    chosen = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if chosen not in ("", "xcb") or (environment.get("WAYLAND_DISPLAY") and not chosen):
        return
    import ctypes

    import PySide6

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise missing_library(error) from error


def _answers(display: str) -> bool:
    """Whether a local X server answers; a display on another machine is taken on trust."""
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if not local:
        return True
    import socket

    for address in (f"\0/tmp/.X11-unix/X{local[1]}", f"/tmp/.X11-unix/X{local[1]}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as attempt:
            attempt.settimeout(1)
            try:
                attempt.connect(address)
            except OSError:
                continue
            return True
    return False
