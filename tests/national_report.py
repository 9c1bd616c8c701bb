"""`make national`: 332 made-up inspections through the whole way, held against what was published."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "analysis"))
from test_published_figures import ANSWER, GROUP, QUESTION

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "published"
LIMIT_SECONDS = 120


def main() -> int:
    """Print what was reproduced; exit status 1 when anything differs or it took too long."""
    if not SHARED.is_dir():
        print("skipped: the reference folder ../shared is not here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = [
            sys.executable,
            "-m",
            "inspector_app",
            "demo",
            "national",
            str(SHARED / "sample_332.csv"),
            str(out),
        ]
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - started
        national = _rows(out / "tables" / "national.csv")
        outcomes = {
            (r["kind"], r["group"]): (r["findings"], r["services"])
            for r in _rows(out / "tables" / "outcomes.csv")
        }
    cells = {(r["question"], r["breakdown"], r["group"], r["answer"]): r for r in national}
    differing = _differences(cells)
    findings = outcomes["recommendation", "all"], outcomes["requirement", "all"]
    print(f"332 inspections from record to table: {seconds:.1f} s (limit {LIMIT_SECONDS} s)")
    print(f"recommendations and requirements (findings, services): {findings}, expected (65, 64) and (5, 4)")
    for line in differing:
        print(line)
    print(f"{len(differing)} figures differ")
    right = not differing and findings == (("65", "64"), ("5", "4")) and seconds < LIMIT_SECONDS
    return 0 if right else 1


def _rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def _differences(cells: dict[tuple[str, str, str, str], dict[str, str]]) -> list[str]:
    figures = {
        f["id"]: f for f in json.loads((SHARED / "published_figures.json").read_text("utf-8"))["figures"]
    }
    ids = json.loads((SHARED / "figures_expected.json").read_text("utf-8"))["ids"]
    found = []
    for id_ in ids:
        figure = figures[id_]
        place = (
            QUESTION[figure["question"]],
            figure["breakdown"],
            GROUP[figure["group"]],
            ANSWER[figure["answer"]],
        )
        cell = cells[place]
        wanted = {"count": figure["count"], "percent": figure["percent"]}
        if figure["breakdown"] == "overall":
            wanted["base"] = figure["base_n"]
        found += [
            f"{id_} {place} {name}: printed {value}, counted {cell[name]}"
            for name, value in wanted.items()
            if value is not None and str(value) != cell[name]
        ]
    print(f"{len(ids)} published figures compared")
    return found


if __name__ == "__main__":
    raise SystemExit(main())
