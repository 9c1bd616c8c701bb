"""Run in a process of its own: starts the window on a home with a profile, unlocks, tells what was loaded.

usage: python first_paint.py HOME PASSPHRASE [--bare | --at-once]. Prints one JSON object: milliseconds to the
first paint and to a usable home, and which heavy packages are loaded by then. Both clocks start in the same
process shape, before anything of ours or of Qt is imported.

- First paint: the window is shown, takes the passphrase by keyboard, and every event that waits is done.
- Usable home: what a person waits for, which is the first paint, and then from Enter until the list of
  inspections stands there for the keyboard. The seconds of the derivation of the key are taken off, and so is
  the second in which the passphrase is typed.
- With `--at-once` nobody types: Enter follows the first paint in the same moment, and the clock never stops
  but for the derivation.

Between events the thread of the window sleeps, as it does in `exec`: one that asks in a circle whether
something came takes Python's lock from the writer, 5 ms for each file read, and measures itself.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

TYPING_SECONDS = 1.0
"""Nobody types a passphrase of four words in less."""
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
    "inspector_app.operations.home",
    "inspector_app.operations.overview",
    "inspector_app.gui.actions",
    "inspector_app.gui.errors",
    "inspector_app.gui.frame",
    "inspector_app.gui.pages",
    "inspector_app.gui.shell",
    "inspector_app.gui.widgets",
    "inspector_app.gui.workbench",
    "dataclasses",
)
"""Nothing of these, and no module below them, is loaded while the first page is painted."""
NOT_AT_HOME = (
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


def whole(home: Path, passphrase: str, at_once: bool) -> dict[str, object]:
    start = time.perf_counter()
    from inspector_app.__main__ import make_program
    from inspector_app.gui.app import create_application

    application = create_application(["inspector"], os.environ)
    from inspector_app.gui.window_run import WindowStart
    from inspector_app.paths import user_paths

    begun = WindowStart(application, make_program, user_paths({"INSPECTOR_APP_HOME": str(home)}))
    application.processEvents()
    paint = time.perf_counter() - start
    loaded_at_paint = loaded_of((*HEAVY, *NOT_AT_PAINT))
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QLineEdit

    def turn() -> None:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    QTimer.singleShot(30_000, application.quit)
    limit = time.perf_counter() + 29
    typed = time.perf_counter() + (0 if at_once else TYPING_SECONDS)
    QTimer.singleShot(round(TYPING_SECONDS * 1000), lambda: None)
    while time.perf_counter() < typed:
        turn()
    spent = timed_derivation()
    pressed = time.perf_counter()
    line = application.focusWidget()
    assert isinstance(line, QLineEdit), line
    line.setText(passphrase)
    line.returnPressed.emit()
    while time.perf_counter() < limit:
        turn()
        shown = begun.opened.window.page if begun.opened is not None else None
        if shown is not None and shown.key == "home" and shown.derivation.text():
            break
    application.processEvents()
    waited = time.perf_counter() - (start if at_once else pressed) - sum(spent)
    loaded = loaded_of((*HEAVY, *NOT_AT_HOME))
    begun.window.close()
    return {
        "paint": paint * 1000,
        "usable": (waited if at_once else paint + waited) * 1000,
        "loaded_at_paint": loaded_at_paint,
        "loaded": loaded,
    }


def timed_derivation() -> list[float]:
    """The seconds of each derivation of a key from now on."""
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
    return spent


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = Path(sys.argv[1]), sys.argv[2], "--at-once" in sys.argv
    told = bare() if "--bare" in sys.argv else whole(*given)
    print(json.dumps(told), flush=True)
