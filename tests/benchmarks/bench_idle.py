"""What an open inspection costs while nobody does anything: memory, processor time, timers that run.

Prints JSON lines (name, unit, median, spread, limit, ratio, note). The window runs in a process of its own
with the example's inspection open. Limits: 150 MB resident, 0.5 % of one processor over ten seconds, and no
timer but those named, none of which may go off more often than every five seconds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY)]

SECONDS = 10
MEMORY_LIMIT_MB = 150
PROCESSOR_LIMIT_PERCENT = 0.5
NAMED_TIMERS = frozenset({"BackupKeeper", "IdleWatch", "SafeLight"})
"""Timers that may run while nobody does anything, by the class that owns them: next backup, the lock after
a rest, and the age of what is safe."""
SHORTEST_MILLISECONDS = 5_000


def make(home: Path) -> None:
    """The example, made in a process of its own: making it loads what opening it does not."""
    from inspector_app.__main__ import make_program
    from inspector_app.operations.practice import make_practice

    make_practice(make_program(), home / "practice")


def inside(home: Path) -> None:
    """In the process that is measured: open, rest, count, tell."""
    import resource
    import time

    from PySide6.QtCore import QEventLoop, QTimer

    from inspector_app.__main__ import make_program
    from inspector_app.gui.app import create_application
    from inspector_app.gui.theme import Theme
    from inspector_app.gui.window_run import build_window

    application = create_application(["idle"], os.environ)
    opened = build_window(Theme(application, "light"), make_program, home)
    window, bench = opened.window, opened.workbench
    window.resize(1366, 768)
    window.show()

    def turn(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    opened.shell.go("first_start")
    window.registry.action("first_start.practise").trigger()
    while window.page is None or window.page.key != "home" or not window.page.under_way.lines:  # type: ignore[attr-defined]
        turn(50)
    bench.open_inspection(window.page.under_way.lines[0].key)  # type: ignore[attr-defined]
    opened.shell.go("prepare")
    turn(500)
    opened.shell.go(window.rail.items[2].key)
    turn(8000)
    timers = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    owners = [(type(timer.parent()).__name__, timer) for timer in timers]
    running = sorted(
        f"{owner} {'once in' if timer.isSingleShot() else 'every'} {timer.interval()} ms"
        for owner, timer in owners
        if owner not in NAMED_TIMERS or timer.interval() < SHORTEST_MILLISECONDS
    )
    before = resource.getrusage(resource.RUSAGE_SELF)
    began = time.perf_counter()
    turn(SECONDS * 1000)
    after = resource.getrusage(resource.RUSAGE_SELF)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        json.dumps(
            {
                "memory": _resident(),
                "percent": 100 * spent / (time.perf_counter() - began),
                "wakeups": after.ru_nvcsw - before.ru_nvcsw,
                "timers": running,
            }
        )
    )
    window.close()


def _resident() -> float:
    """Megabytes of this process that are in memory now."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


def report(name: str, unit: str, value: float, limit: float, note: str) -> None:
    line = {
        "name": name,
        "unit": unit,
        "median": round(value, 2),
        "spread": 0,
        "limit": limit,
        "ratio": round(value / limit, 3),
        "note": note,
    }
    print(json.dumps(line), flush=True)


def main() -> int:
    """Measure once; exit status 1 where a timer runs that has no name here."""
    if not Path("/proc/self/status").exists():
        return 0
    with tempfile.TemporaryDirectory() as place:
        making = [sys.executable, str(Path(__file__).resolve()), "--make", place]
        subprocess.run(making, capture_output=True, check=True)
        command = [sys.executable, str(Path(__file__).resolve()), "--inside", place]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(run.stdout.strip().splitlines()[-1])
    report("memory with an inspection open", "MB", told["memory"], MEMORY_LIMIT_MB, "resident, at rest")
    note = f"{told['wakeups']} wake-ups in {SECONDS} s, among them the one that ends the measuring"
    report("processor while idle", "%", told["percent"], PROCESSOR_LIMIT_PERCENT, note)
    strange = told["timers"]
    words = f"beside {', '.join(sorted(NAMED_TIMERS))}: {', '.join(strange) or 'none'}; one is too many"
    report("timers while idle", "count", len(strange), 1, words)
    return 1 if strange else 0


if __name__ == "__main__":
    if "--make" in sys.argv:
        make(Path(sys.argv[-1]))
    elif "--inside" in sys.argv:
        inside(Path(sys.argv[-1]))
    else:
        raise SystemExit(main())
