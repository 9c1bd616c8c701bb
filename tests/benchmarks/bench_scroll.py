"""How long a frame takes while a sample of a thousand rows scrolls, painted at each step."""

from __future__ import annotations

import json
import os
import sys
from statistics import median, quantiles
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from inspector_app.forms.interface import Choice
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.sample_cells import SampleColumn, SampleRow
from inspector_app.gui.widgets.sample_table import SampleTable

ROWS, FRAMES = 1000, 400
LIMIT_MILLISECONDS = 16.0
ANSWERS = (Choice("yes", "Yes"), Choice("no", "No"), Choice("not_asked", "Not asked"))
COLUMNS = (
    SampleColumn("post", "Post", width=17),
    SampleColumn("how", "How asked", ANSWERS),
    SampleColumn("knows", "Knows the responsibilities", ANSWERS),
    SampleColumn("signs", "Knows the indicators", ANSWERS),
    SampleColumn("trained", "Trained", ANSWERS),
    SampleColumn("note", "Note", width=8, stretch=True),
)


def frames() -> tuple[list[float], list[float]]:
    """Wall and processor time of each frame in milliseconds."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["scroll"])
    theme = Theme(application, "light")
    table = SampleTable("Staff", COLUMNS, lambda: "new")
    answers = [choice.value for choice in ANSWERS]
    values = [
        {
            "post": f"Worker {n}",
            "note": f"Gave {n % 3} examples",
            **{c.key: answers[n % 3] for c in COLUMNS[1:5]},
        }
        for n in range(ROWS)
    ]
    table.show_rows([SampleRow(f"r{n}", row) for n, row in enumerate(values)])
    table.resize(1040, 420)
    table.show()
    application.processEvents()
    bar = table.verticalScrollBar()
    step = max(1, bar.maximum() // FRAMES)
    wall, cpu = [], []
    for frame in range(FRAMES):
        began, used = perf_counter(), process_time()
        bar.setValue(frame * step)
        table.viewport().repaint()
        wall.append((perf_counter() - began) * 1000)
        cpu.append((process_time() - used) * 1000)
    table.close()
    theme.deleteLater()
    return wall, cpu


def main() -> None:
    """One line a figure, as every benchmark prints it."""
    wall, cpu = frames()
    for name, times in (("scroll frame", wall), ("scroll frame, processor", cpu)):
        worst = quantiles(times, n=100)[98]
        line = {
            "name": f"{name} of {ROWS} rows",
            "unit": "ms",
            "median": round(median(times), 2),
            "spread": round(worst - median(times), 2),
            "limit": LIMIT_MILLISECONDS,
            "ratio": round(worst / LIMIT_MILLISECONDS, 2),
            "note": f"99th percentile {worst:.2f} ms of {FRAMES} frames",
        }
        sys.stdout.write(f"{json.dumps(line)}\n")


if __name__ == "__main__":
    main()
