"""Run in a process of its own: starts the window on a home with a profile, unlocks, tells what was loaded.

usage: python first_paint.py HOME PASSPHRASE [--bare]. Prints one JSON object: milliseconds to the first
paint and to a usable home, and which heavy packages are loaded by then. Both clocks start in the same process
shape, before anything of ours or of Qt is imported.

- First paint: the window with its first page is shown and every event that waits is done.
- Usable home: the passphrase went in, and the list of inspections stands there for the keyboard. The seconds
  spent in the derivation of the key are taken off; what is drawn meanwhile costs nothing, as for a person.

Between events the thread of the window sleeps, as it does in `exec`: one that asks in a circle whether
something came takes Python's lock from the writer, 5 ms for each file read, and measures itself.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

NOT_AT_PAINT = (
    "filelock._api",
    "logging.handlers",
    "cryptography",
    "sqlcipher3",
    "inspector_app.forms.interface",
    "inspector_app.inspections",
    "inspector_app.journal",
    "inspector_app.exchange",
    "inspector_app.storage",
    "inspector_app.operations.ports",
    "inspector_app.operations.desk",
    "inspector_app.operations.program",
    "inspector_app.operations.set_up",
    "inspector_app.operations.overview",
    "inspector_app.gui.pages.home",
    "inspector_app.gui.pages.register",
)
"""Nothing of these, and no module below them, is loaded while the first page is painted."""
NOT_AT_HOME = (
    "logging.handlers",
    "inspector_app.forms",
    "inspector_app.analysis",
    "inspector_app.inspections.lifecycle",
    "inspector_app.inspections.letter",
    "inspector_app.operations.checklist_session",
    "inspector_app.storage.backup",
    "inspector_app.storage.backup_set",
    "inspector_app.storage.calibrate",
    "inspector_app.storage.counting",
    "inspector_app.storage.dispose",
    "inspector_app.storage.keyring_slot",
    "inspector_app.storage.rebuild",
    "inspector_app.storage.verify",
)
"""The same for the list of inspections of a profile that was closed in order."""
HEAVY = ("sqlite_utils", "lxml", "reportlab", "pyxform", "openpyxl", "holidays", "multiprocessing.pool")


def loaded_of(names: tuple[str, ...]) -> list[str]:
    """Which of these modules are loaded, or hold one that is."""
    below = tuple(f"{name}." for name in names)
    return sorted(name for name in sys.modules if name in names or name.startswith(below))


def bare() -> dict[str, object]:
    start = time.perf_counter()
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    return {"paint": (time.perf_counter() - start) * 1000}


def whole(home: Path, passphrase: str) -> dict[str, object]:
    start = time.perf_counter()
    from inspector_app.__main__ import make_program
    from inspector_app.gui.app import create_application

    application = create_application(["inspector"], os.environ)
    from inspector_app.gui.theme import Theme
    from inspector_app.gui.window_run import build_window

    opened = build_window(Theme(application, "light"), make_program, home)
    opened.window.resize(1366, 768)
    opened.window.show()
    opened.shell.start()
    application.processEvents()
    paint = time.perf_counter() - start
    loaded_at_paint = loaded_of((*HEAVY, *NOT_AT_PAINT))
    from inspector_app.storage import keys

    spent: list[float] = []
    derive = keys.derive

    def timed(*given: object) -> bytes:
        began = time.perf_counter()
        try:
            return derive(*given)  # type: ignore[arg-type]
        finally:
            spent.append(time.perf_counter() - began)

    keys.derive = timed  # type: ignore[assignment]
    page = opened.window.page
    line = page.passphrase.control.line  # type: ignore[union-attr]
    line.setText(passphrase)
    from PySide6.QtCore import QEventLoop, QTimer

    QTimer.singleShot(30_000, application.quit)
    line.returnPressed.emit()
    limit = time.perf_counter() + 29
    while time.perf_counter() < limit:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        shown = opened.window.page
        if shown is not None and shown.key == "home" and shown.derivation.text():
            break
    usable = time.perf_counter() - start - sum(spent)
    loaded = loaded_of((*HEAVY, *NOT_AT_HOME))
    opened.window.close()
    return {
        "paint": paint * 1000,
        "usable": usable * 1000,
        "loaded_at_paint": loaded_at_paint,
        "loaded": loaded,
    }


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    told = bare() if "--bare" in sys.argv else whole(Path(sys.argv[1]), sys.argv[2])
    print(json.dumps(told), flush=True)
