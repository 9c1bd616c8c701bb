"""How long documents take: warm, from cold in a fresh process, and many in a row with steady memory; beside
WeasyPrint and typst on the same letter where those are installed.

The limits are those of the promise (a 3-page letter in 40 ms warm and 250 ms from cold; 1,000 letters in
45 s; flat memory).
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tests" / "documents"), str(Path(__file__).parent)]

from invented_papers import invented_papers  # noqa: E402
from peer_letters import peers  # noqa: E402
from short_letter import short_letter  # noqa: E402

from inspector_app.documents.letter import letter_text, render_letter  # noqa: E402
from inspector_app.documents.letter_content import letter_document  # noqa: E402
from inspector_app.documents.make import render_paper  # noqa: E402
from inspector_app.inspections.letter import Letter  # noqa: E402

COLD = """
import sys, time
start, worked = time.perf_counter(), time.process_time()
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from short_letter import short_letter
from inspector_app.documents.letter import render_letter
render_letter(short_letter())
print(time.perf_counter() - start, time.process_time() - worked)
"""


def times(
    work: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Milliseconds of each run, after one that is not counted; with another clock, of processor time."""
    work()
    found = []
    for _ in range(runs):
        start = clock()
        work()
        found.append((clock() - start) * 1000)
    return found


def report(name: str, unit: str, values: list[float], limit: float | None, note: str = "") -> None:
    """One JSON line; `limit` is what the median is held against."""
    median = statistics.median(values)
    spread = statistics.quantiles(values, n=10)[-1] - min(values) if len(values) > 1 else 0.0
    line = {"name": name, "unit": unit, "median": round(median, 3), "spread": round(spread, 3)}
    ratio = round(median / limit, 3) if limit else None
    print(json.dumps(line | {"limit": limit, "ratio": ratio, "note": note}))


def cold() -> tuple[list[float], list[float]]:
    """Milliseconds from the first import to the finished file, each in a fresh process; and what of it was
    processor time, which is the same on a busy machine.

    The code is compiled before, as it is in every installation; what is measured is starting, not compiling.
    """
    found: list[list[float]] = []
    with tempfile.TemporaryDirectory() as compiled:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(12):
            command = [sys.executable, "-c", COLD, str(REPOSITORY), str(Path(__file__).parent)]
            ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            found.append([float(seconds) * 1000 for seconds in ran.stdout.split()])
    walls, works = zip(*found[2:], strict=True)
    return list(walls), list(works)


def many(letter: Letter, count: int) -> tuple[float, float, float]:
    """Seconds for `count` letters, the same of processor time, and by how many MB the memory in use grew
    between the first tenth and the end (measured in a second run, because tracing slows the work)."""
    start, worked = time.perf_counter(), time.process_time()
    for number in range(count):
        render_letter(replace(letter, reference=f"EX-{number}"))
    seconds, busy = time.perf_counter() - start, time.process_time() - worked
    tracemalloc.start()
    for number in range(20):
        render_letter(replace(letter, reference=f"EX-{number}"))
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    for number in range(80):
        render_letter(replace(letter, reference=f"EX-{number}"))
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return seconds, busy, (after - before) / 1e6


def main() -> None:
    letter = short_letter()
    pages = render_letter(letter).count(b"/StructParents ")
    report("letter, warm", "ms", times(lambda: render_letter(letter), 40), 40, f"{pages} pages")
    busy = times(lambda: render_letter(letter), 40, time.process_time)
    report("letter, warm, processor time", "ms", busy, 40, f"{pages} pages")
    large = replace(letter, large_print=True)
    report("letter in large print, warm", "ms", times(lambda: render_letter(large), 20), None)
    report("plain text twin", "ms", times(lambda: letter_text(letter), 20), None)
    walls, works = cold()
    report("letter, cold", "ms", walls, 250, "a fresh process, imports included, interpreter start not")
    report("letter, cold, processor time", "ms", works, 250, "the same, whatever else the machine does")
    own = times(lambda: render_letter(letter), 20)
    for name, render in peers(letter_document(letter)).items():
        theirs = times(render, 8)
        report(f"the same letter by {name}", "ms", theirs, statistics.median(own), "limit: ours in this run")
    report("letter as DOCX", "ms", times(lambda: render_paper(letter, "docx"), 8), None)
    for kind, paper in invented_papers(letter).items():
        report(f"{kind}, warm", "ms", times(partial(render_paper, paper), 8), None)
    seconds, busy_seconds, growth = many(letter, 1000)
    report("1,000 letters", "s", [seconds], 45, "all of them rendered")
    report("1,000 letters, processor time", "s", [busy_seconds], 45, "all of them rendered")
    report("memory growth over 80 letters", "MB", [growth], 1)


if __name__ == "__main__":
    main()
