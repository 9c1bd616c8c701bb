"""A key in a finding to the letter's updated preview, and whether the window dropped a frame meanwhile."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gui"))

import outcome_window as ow
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.gui.app import create_application
from inspector_app.gui.pages.findings.page import FindingsPage
from inspector_app.gui.theme import Theme

ROUNDS = 40
PREVIEW_LIMIT = 150.0
FRAME = 1000 / 60


class Heart(QObject):
    """Beats as often as the event loop lets it; a long gap between two beats is a dropped frame. `busy` is
    the processor time of this thread in each gap: our own doing, whatever else the machine does."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.busy: list[float] = []
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.busy.append((worked - self._worked) * 1000)
        self._last, self._worked = now, worked

    def clear(self) -> None:
        """Begin anew."""
        self.gaps.clear()
        self.busy.clear()


def report(name: str, values: list[float], limit: float, note: str) -> None:
    """One line of `make bench`; `spread` is the distance between the quartiles."""
    median = statistics.median(values)
    quarters = statistics.quantiles(values, n=4)
    line = {
        "name": name,
        "unit": "ms",
        "median": round(median, 2),
        "spread": round(quarters[2] - quarters[0], 2),
        "limit": round(limit, 2),
        "ratio": round(median / limit, 3),
        "note": note,
    }
    print(json.dumps(line), flush=True)


def idle(rounds: int) -> int:
    """How many frames are dropped in as many spans of the same length in which nothing is done: the machine's
    own share."""
    heart, dropped = Heart(), 0
    for _ in range(rounds):
        heart.clear()
        ow.settle(QApplication.instance(), 100)
        dropped += max(heart.gaps, default=0.0) > FRAME
    return dropped


def measure(page: FindingsPage) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds from a key to the preview that shows it, the longest gap of the event loop in each, and
    the most that the window's own thread worked in one gap."""
    form, preview = page._open_form(), page._preview
    assert form is not None and preview is not None
    box = form.blocks["outcome"].control.focusProxy()
    box.setFocus()
    shown: list[float] = []

    def said() -> str:
        return preview.letter.text if preview.letter is not None else ""

    preview.shown.connect(lambda: shown.append(time.perf_counter()))
    spans, gaps, works = [], [], []
    heart = Heart()
    for number in range(ROUNDS):
        ow.wait_for(lambda: not page._feed.busy)
        word = f"z{number}z"
        QTest.keyClicks(box, word[:-1])
        ow.wait_for(lambda text=word[:-1]: text in said() and not page._feed.busy)
        ow.settle(QApplication.instance(), 60)
        heart.clear()
        shown.clear()
        begun = time.perf_counter()
        QTest.keyClick(box, "z")
        ow.wait_for(lambda text=word: text in said())
        ow.wait_for(lambda since=begun: bool(shown) and shown[-1] > since)
        spans.append((shown[-1] - begun) * 1000)
        gaps.append(max(heart.gaps, default=0.0))
        works.append(max(heart.busy, default=0.0))
        QTest.keyClick(box, " ")
    return spans, gaps, works


def main() -> None:
    application = create_application(["bench"], {"QT_QPA_PLATFORM": "offscreen"})
    theme = Theme(application, "light")
    with ow.example(theme, ow.decided) as (made, _):
        made.shell.go("findings")
        page = made.window.page
        assert isinstance(page, FindingsPage)
        ow.wait_for(lambda: page._view is not None and page._preview is not None)
        ow.wait_for(lambda: page._preview is not None and page._preview.letter is not None)
        assert page._view is not None
        page.show_detail(page._view.agreed[0].id)
        ow.wait_for(lambda: page._open_form() is not None)
        spans, gaps, works = measure(page)
        own = idle(ROUNDS)
    high = statistics.quantiles(spans, n=20)[18]
    note = f"6 pages, 95th percentile {high:.0f} ms, {ROUNDS} keys"
    report("key_to_preview", spans, PREVIEW_LIMIT, note)
    dropped = sum(gap > FRAME for gap in gaps)
    note = f"{dropped} of {ROUNDS} previews dropped a frame; {own} of {ROUNDS} idle spans did"
    report("longest_frame_while_previewing", gaps, FRAME, note)
    over = sum(work > FRAME for work in works)
    note = f"processor time of this thread; {over} of {ROUNDS} over a frame, most {max(works):.1f} ms"
    report("busiest_frame_while_previewing", works, FRAME, note)


if __name__ == "__main__":
    main()
