"""Run in a process of its own: the window as installed, at work with text that no file may hold.

usage: python plain_text_run.py TEXT. Everything a program may write goes below HOME, TMPDIR and the XDG
folders of the environment. TEXT is typed, searched, put on the clipboard and shown; a job with it in a
variable fails, so that a report is made; the log is set to its finest. Then the process is aborted with the
desk open and something typed, as by a crash, and would leave a core where cores are allowed.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import resource
import sys
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QStandardPaths
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from inspector_app import core_dumps
from inspector_app.__main__ import make_program
from inspector_app.gui.app import create_application
from inspector_app.gui.window_run import WindowStart
from inspector_app.operations.desk import Desk
from inspector_app.operations.practice import open_practice, practice_database
from inspector_app.paths import user_paths


def main() -> None:
    text = sys.argv[1]
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    core_dumps.forbid()
    faulthandler.enable(open(os.path.join(os.environ["HOME"], "fault.txt"), "w"))  # noqa: SIM115
    data = user_paths(dict(os.environ)).data
    open_practice(make_program(), data).store.close()
    paths = user_paths({**os.environ, "INSPECTOR_APP_HOME": str(practice_database(data).parent)})
    application = create_application(["inspector-app"], dict(os.environ))
    begun = WindowStart(application, make_program, paths)
    logging.getLogger("inspector_app").setLevel(logging.DEBUG)

    def until(there: Callable[[], object]) -> None:
        while not there():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    until(lambda: begun.opened is not None and begun.window.page is not None)
    assert begun.opened is not None
    bench, shell = begun.opened.workbench, begun.opened.shell
    unlocked: list[object] = []
    bench.unlock("demo", unlocked.append)
    until(lambda: unlocked)
    found: list[str] = []
    bench.run(lambda desk: desk.find("EX-2026-0002").id, found.append)
    until(lambda: found)
    bench.open_inspection(found[0])
    shell.go("screen:risk_systems")
    until(lambda: getattr(begun.window.page, "view", None) is not None)
    page = begun.window.page
    key = next(key for key in page._fields.keys if key.endswith("systems_comment"))  # type: ignore[union-attr]
    control = page._fields.control(key)  # type: ignore[union-attr]
    page.reveal(control)  # type: ignore[union-attr]
    until(lambda: page.settled)  # type: ignore[union-attr]
    saved: list[object] = []
    bench.saved.connect(saved.append)
    QTest.keyClicks(control.box, text)
    until(lambda: saved)
    QApplication.clipboard().setText(text)
    for line in begun.window.findChildren(QLineEdit):
        if line.isVisible() and line.isEnabled():
            QTest.keyClicks(line, text)

    def fails(desk: Desk) -> None:
        typed = f"{text} of {desk.author}"
        raise RuntimeError(typed)

    bench.run(fails, None)
    until(lambda: begun.opened is not None and begun.opened.reporter.reports)
    begun.window.grab()
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    sys.stdout.write(f"{cache}\n{len(saved)}\n")
    sys.stdout.flush()
    os.abort()


if __name__ == "__main__":
    main()
