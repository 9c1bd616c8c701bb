"""The window starts, or says in plain words why it cannot; nothing is imported that it does not need."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.gui.app import create_application, missing_library, why_no_display

ROOT = Path(__file__).resolve().parents[2]
EMITS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Sender(QObject):
    changed = Signal(bool, str)
application = QCoreApplication([])
sender, heard = Sender(), []
sender.changed.connect(lambda flag, text: heard.append(text))
for number in range(5000):
    sender.changed.emit(True, "x")
assert len(heard) == 5000 and True is True
print("alive")
"""
START = """
import sys
sys.path.insert(0, sys.argv[1])
from inspector_app.gui.app import create_application
application = create_application(["inspector"], {"QT_QPA_PLATFORM": "offscreen"})
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.theme import Theme
window = MainWindow(Theme(application))
window.show()
application.processEvents()
heavy = ("sqlite_utils", "lxml", "reportlab", "pyxform", "openpyxl", "pyrage", "multiprocessing.pool")
print([name for name in heavy if name in sys.modules])
window.close()
"""


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(
        [sys.executable, "-c", code, str(ROOT)], capture_output=True, text=True, env=variables, timeout=600
    )


def test_five_thousand_signals_leave_python_alive() -> None:
    done = run(EMITS)
    assert (done.stdout.strip(), done.returncode) == ("alive", 0), done.stderr


def test_the_first_paint_imports_nothing_heavy() -> None:
    done = run(START)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_without_a_screen_nothing_of_qt_is_made() -> None:
    with pytest.raises(KnownError) as refused:
        create_application(["inspector"], {})
    assert refused.value.code == "no-display"
    assert "no screen" in refused.value.message


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen:fontengine=freetype"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":63999"}, "linux", False),
        ({"DISPLAY": "elsewhere:0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_missing_screen_is_noticed_before_qt(
    environment: dict[str, str], platform: str, shown: bool
) -> None:
    assert (why_no_display(environment, platform) == "") is shown


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="abstract sockets are of Linux")
def test_a_screen_that_answers_is_taken() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        number = 60_000 + os.getpid() % 3_000  # another run on this machine has another
        server.bind(f"\0/tmp/.X11-unix/X{number}")
        server.listen(1)
        assert why_no_display({"DISPLAY": f":{number}.0"}, "linux") == ""


def test_a_missing_library_is_named() -> None:
    error = missing_library(ImportError("libEGL.so.1: cannot open shared object file: No such file"))
    assert "libEGL.so.1" in error.message
    assert "safe" in error.advice


def test_no_file_of_the_window_imports_by_star() -> None:
    room = ROOT / "inspector_app" / "gui"
    assert not [path.name for path in room.rglob("*.py") if "import *" in path.read_text(encoding="utf-8")]
