"""Typing: key to paint and key to durable commit, idle, and while a child process renders and receives.

The window is the real one with the example filled in, offscreen; the comment is typed into key by key, and
each key is timed until its box has painted and until the workbench reports its commit.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checklist_desk import Begun

PAINT_LIMIT, COMMIT_LIMIT = 16.0, 20.0
KEYS = 300
os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    sys.path[:0] = [str(ROOT / "tests" / "operations"), str(ROOT)]
    from checklist_desk import begin
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtTest import QTest

    from inspector_app.__main__ import make_program
    from inspector_app.gui.app import create_application
    from inspector_app.gui.theme import Theme
    from inspector_app.gui.window_run import build_window

    application = create_application(["bench"], dict(os.environ))
    with tempfile.TemporaryDirectory() as folder:
        begun = begin(make_program(), Path(folder) / "desks")
        begun.fill()
        database = begun.desk.store.path
        bare = bare_commits(begun)
        begun.desk.store.close()
        opened = build_window(Theme(application, "light"), make_program, database.parent, database)
        opened.window.resize(1366, 768)
        opened.window.show()
        saved: list[float] = []
        opened.workbench.saved.connect(lambda at: saved.append(time.perf_counter()))

        def turn() -> None:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

        def until(there: object) -> None:
            while not there():  # type: ignore[operator]
                turn()

        unlocked: list[object] = []
        opened.workbench.unlock("demo", unlocked.append)
        until(lambda: unlocked)
        opened.workbench.open_inspection(begun.inspection.id)
        opened.shell.go("screen:risk_systems")
        until(lambda: getattr(opened.window.page, "view", None) is not None)
        page = opened.window.page
        key = next(key for key in page._fields.keys if key.endswith("systems_comment"))  # type: ignore[union-attr]
        control = page._fields.control(key)  # type: ignore[union-attr]
        page.reveal(control)  # type: ignore[union-attr]
        until(lambda: page.settled)  # type: ignore[union-attr]

        def typed(keys: int) -> tuple[list[float], list[float]]:
            paints, commits = [], []
            for number in range(keys):
                started = time.perf_counter()
                before = len(saved)
                QTest.keyClicks(control.box, "abcdefg "[number % 8])
                control.box.viewport().repaint()
                paints.append((time.perf_counter() - started) * 1000)
                while len(saved) == before:
                    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
                commits.append((saved[before] - started) * 1000)
                rest = QEventLoop()
                QTimer.singleShot(30, rest.quit)
                rest.exec()
            return paints, commits

        typed(20)
        report("idle", *typed(KEYS), bare)
        busy = subprocess.Popen([sys.executable, __file__, "busy"], stdout=subprocess.PIPE, text=True)
        assert busy.stdout is not None
        busy.stdout.readline()
        report("while a letter renders and a file is received", *typed(KEYS), bare)
        busy.terminate()
        busy.communicate()
        opened.window.close()


def bare_commits(begun: Begun) -> float:
    """The 99th percentile of one committed key with no window around it, on the same disk, in ms."""
    times = []
    for number in range(KEYS):
        started = time.perf_counter()
        record = f"{begun.session.record}:{begun.key('systems_comment')}"
        text = "x" * (number % 80)
        begun.desk.store.put_pending(
            begun.inspection.id, "answer", record, "value", text, author=begun.desk.author
        )
        times.append((time.perf_counter() - started) * 1000)
    begun.desk.store.discard_pending([("answer", record, "value")])
    return statistics.quantiles(times, n=100)[98]


def report(when: str, paints: list[float], commits: list[float], bare: float) -> None:
    for what, times, limit in (("paint", paints, PAINT_LIMIT), ("commit", commits, COMMIT_LIMIT)):
        worst = statistics.quantiles(times, n=100)[98]
        line = {
            "name": f"typing: key to {what}, {when}",
            "unit": "ms",
            "median": round(statistics.median(times), 2),
            "spread": round(worst, 2),
            "limit": limit,
            "ratio": round(worst / limit, 2),
            "note": f"spread and ratio are of the 99th percentile of {len(times)} keys; a commit without "
            f"any window takes {bare:.1f} ms at the 99th percentile on this disk now",
        }
        sys.stdout.write(json.dumps(line) + "\n")


def be_busy() -> None:
    """Render letters and receive files, again and again, until ended: what a child of the window does."""
    from inspector_app.__main__ import make_program
    from inspector_app.operations.demo import run_demo

    sys.stdout.write("busy\n")
    sys.stdout.flush()
    while True:
        with tempfile.TemporaryDirectory() as folder:
            run_demo(make_program(), Path(folder) / "out")


if __name__ == "__main__":
    be_busy() if sys.argv[1:] == ["busy"] else main()
