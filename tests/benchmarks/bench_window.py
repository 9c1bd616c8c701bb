"""How fast the window is there: against a bare one, in turns, without the derivation of the key; page switch.

Prints JSON lines (name, unit, median, spread, limit, ratio, note). The limit of the start is 1.6 times a bare
PySide6 window; that of a page switch 80 ms. `first_paint.py` says what first paint and usable home mean. Both
windows run in the same shape: a new process of the same Python, compiled code, the same platform plugin. The
note gives the processor's time of the whole process beside the clock's (ours with the derivation, the end of
the program and all threads): on a busy machine it is the steadier of the two.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY)]

RUNS = 9
SCRIPT = REPOSITORY / "tests" / "journeys" / "first_paint.py"
PASSPHRASE = "lamp river tuesday cobalt"


def report(name: str, values: list[float], limit: float, note: str = "") -> None:
    median = statistics.median(values)
    line = {
        "name": name,
        "unit": "ms",
        "median": round(median, 1),
        "spread": round(max(values) - min(values), 1),
        "limit": round(limit, 1),
        "ratio": round(median / limit, 3),
        "note": note,
    }
    print(json.dumps(line), flush=True)


def compiled() -> dict[str, str]:
    """Installers ship compiled code: so both are measured, whatever this machine says about writing it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "inspector-bench-compiled")}


def told(*arguments: str) -> dict[str, float]:
    command = [sys.executable, str(SCRIPT), *arguments]
    before = processor_seconds()
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=compiled())
    found: dict[str, float] = json.loads(run.stdout.strip().splitlines()[-1])
    return {**found, "processor": (processor_seconds() - before) * 1000}


def processor_seconds() -> float:
    """Of all children that ended; only POSIX keeps it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def profile_in(folder: Path) -> Path:
    from inspector_app.__main__ import make_program
    from inspector_app.inspections.inspection import Realm
    from inspector_app.operations.profile import NewProfile, make_profile
    from inspector_app.operations.set_up import set_up_office

    program = make_program()
    office = set_up_office(program, folder / "office", PASSPHRASE, "Head office", Realm.LIVE)
    office.desk.store.close()
    wanted = NewProfile("A. Inspector", PASSPHRASE, PASSPHRASE, office.files["card"])
    make_profile(program, folder / "home" / "inspector.db", wanted)[0].store.close()
    return folder / "home"


def cold_start(home: Path) -> None:
    bare, usable, paint = [], [], []
    processor: dict[str, list[float]] = {"bare": [], "ours": []}
    told("", "", "--bare")
    told(str(home), PASSPHRASE)
    for _ in range(RUNS):
        alone = told("", "", "--bare")
        bare.append(alone["paint"])
        ours = told(str(home), PASSPHRASE)
        processor["bare"].append(alone["processor"])
        processor["ours"].append(ours["processor"])
        usable.append(ours["usable"])
        paint.append(ours["paint"])
    base = statistics.median(bare)
    used = {name: statistics.median(values) for name, values in processor.items()}
    note = (
        f"bare window {base:.0f} ms, measured in turns; key derivation left out; "
        f"processor {used['bare']:.0f} and {used['ours']:.0f} ms"
    )
    report("window.first_paint", paint, base * 1.6, note)
    report("window.usable_home", usable, base * 1.6, note)


def page_switch() -> None:
    from tests.gui.screenshots import Photographer, open_the_example, opened_window

    with tempfile.TemporaryDirectory() as home, opened_window(Path(home)) as (application, opened):
        camera = Photographer(application, opened, Path(home))
        open_the_example(camera)
        shell, window = opened.shell, opened.window
        opened.workbench.open_inspection(window.page.under_way.lines[0].key)  # type: ignore[union-attr]
        shell.go("prepare")
        camera.settle()
        keys = [item.key for item in window.rail.items]
        for key in keys:
            shell.go(key)
            camera.settle()
        taken = []
        for key in keys * 5:
            began = time.perf_counter()
            shell.go(key)
            application.processEvents()
            taken.append((time.perf_counter() - began) * 1000)
            camera.settle()
        report("window.page_switch", taken, 80, "every part of the inspection, pages made before")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cold_start(profile_in(Path(folder)))
    page_switch()


if __name__ == "__main__":
    main()
