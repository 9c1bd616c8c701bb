"""Times the form window: opening, a key to its paint, turning a page, long repeats; prints JSON lines
``name, unit, median, spread, limit, ratio, note``.

Loading the form itself is timed by ``bench_forms``; here the form is loaded already. A key counts from the
event to the painted window, the engine's recomputation within it is told apart. Forms of the conformance kit
are left out, and said so, where it is not there.
"""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import json
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "gui")]

from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from inspector_app.gui.app import create_application  # noqa: E402
from inspector_app.gui.forms_window.series_view import SeriesCards, SeriesTable  # noqa: E402
from inspector_app.gui.forms_window.window import FormWindow  # noqa: E402
from inspector_app.gui.theme import Theme  # noqa: E402
from inspector_app.gui.widgets.text_line import TextLine  # noqa: E402
from inspector_app.operations.try_checklist import Trial, open_trial  # noqa: E402

KIT = ROOT.parent / "shared" / "conformance" / "forms"
NOW = datetime(2026, 5, 12, 14, 3, tzinfo=timezone.utc)  # noqa: UP017


def line(name: str, values: list[float], limit: float, note: str) -> str:
    """One result in milliseconds; spread is the distance from the lower to the upper quartile."""
    median = statistics.median(values)
    quarters = statistics.quantiles(values, n=4) if len(values) > 1 else [median] * 3
    result = {
        "name": name,
        "unit": "ms",
        "median": round(median, 3),
        "spread": round(quarters[2] - quarters[0], 3),
        "limit": limit,
        "ratio": round(median / limit, 4),
        "note": note,
    }
    return json.dumps(result)


def wide_form(groups: int, questions: int) -> bytes:
    """An invented form: every group has a question that the rest of it depends on, and a running total."""
    names = [(g, q) for g in range(groups) for q in range(questions)]
    nodes = "".join(
        f"<g{g}>" + "".join(f"<q{g}_{q}/>" for q in range(questions)) + f"</g{g}>" for g in range(groups)
    )
    binds = "".join(
        f'<bind nodeset="/data/g{g}/q{g}_{q}" type="string"'
        + (f" relevant=\"/data/g{g}/q{g}_0 != 'no'\"" if q else "")
        + "/>"
        for g, q in names
    )
    body = "".join(
        f'<group ref="/data/g{g}" appearance="field-list"><label>Part {g}</label>'
        + "".join(
            f'<input ref="/data/g{g}/q{g}_{q}"><label>Question {q} of part {g}</label></input>'
            for q in range(questions)
        )
        + "</group>"
        for g in range(groups)
    )
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>'
        f'<h:title>Wide</h:title><model><instance><data id="wide">{nodes}<total/></data></instance>{binds}'
        '<bind nodeset="/data/total" type="string" calculate="concat(/data/g0/q0_1, \'!\')"/>'
        f"</model></h:head><h:body>{body}</h:body></h:html>"
    ).encode()


def opened(trial: Trial, theme: Theme) -> tuple[FormWindow, float]:
    """A window of a trial, and the milliseconds until it was painted."""
    begin = time.perf_counter()
    window = FormWindow(trial, theme, lambda: NOW)
    window.resize(1366, 768)
    window.show()
    window.grab()
    spent = (time.perf_counter() - begin) * 1000
    settle(window)
    return window, spent


def settle(window: FormWindow) -> None:
    if window.lines is not None:
        window.lines.finish()
    for _ in range(3):
        QApplication.processEvents()


def ids() -> Iterator[str]:
    yield from (f"r{number}" for number in range(1_000_000))


def keys(window: FormWindow, count: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each key to its paint, and of the recomputation within."""
    control = next(
        part.control
        for part in window.lines.parts.values()  # type: ignore[union-attr]
        if isinstance(getattr(part, "control", None), TextLine)
    )
    assert isinstance(control, TextLine)
    engine: list[float] = []
    answer = window.trial.answer

    def timed(key: str, value: str) -> object:
        begin = time.perf_counter()
        step = answer(key, value)
        engine.append((time.perf_counter() - begin) * 1000)
        return step

    window.trial.answer = timed  # type: ignore[method-assign, assignment]
    whole = []
    for number in range(count):
        begin = time.perf_counter()
        QTest.keyClick(control.line, "a" if number % 2 else "b")
        QApplication.processEvents()
        whole.append((time.perf_counter() - begin) * 1000)
    return whole, engine


def flips(window: FormWindow, count: int) -> list[float]:
    """Milliseconds of answers that make 24 questions of the page go and come, each to its paint."""
    first = window.trial.pages[0].lines[0].key
    spent = []
    for number in range(count):
        begin = time.perf_counter()
        window.desk.answer(first, "no" if number % 2 == 0 else "yes")
        QApplication.processEvents()
        spent.append((time.perf_counter() - begin) * 1000)
        settle(window)
    return spent


def rows(theme: Theme, xform: Path, count: int) -> Iterator[str]:
    """Both kinds of repeat at many rows."""
    source = ids()
    trial = open_trial(xform, None, lambda: next(source))
    window, _ = opened(trial, theme)
    for page in trial.pages:
        line_ = page.lines[0]
        if line_.kind != "series":
            continue
        for _ in range(count - 1):
            trial.add_row(line_.key)
        begin = time.perf_counter()
        window.go(page.key)
        settle(window)
        shown = (time.perf_counter() - begin) * 1000
        part = next(iter(window.lines.parts.values()))  # type: ignore[union-attr]
        kind = "table" if isinstance(part, SeriesTable) else "cards"
        note = f"a repeat of {count} rows as {kind}"
        yield line(f"rows_{kind}_shown", [shown], 500, note)
        added = []
        for _ in range(15):
            begin = time.perf_counter()
            if isinstance(part, SeriesCards):
                part.add_row()
            else:
                part.table.rows.paste("Night staff\tyes\t4", part.table.rows.rowCount() - 1, 0)  # type: ignore[attr-defined]
            QApplication.processEvents()
            added.append((time.perf_counter() - begin) * 1000)
        yield line(f"rows_{kind}_add", added, 100, f"one more row in {note}, painted")
        area = part.list if isinstance(part, SeriesCards) else part.table  # type: ignore[attr-defined]
        scrolled = []
        for step in range(40):
            begin = time.perf_counter()
            area.verticalScrollBar().setValue(step * 40)
            QApplication.processEvents()
            scrolled.append((time.perf_counter() - begin) * 1000)
        yield line(f"rows_{kind}_scroll", scrolled, 16, f"one step of scrolling in {note}")
    window.close()


def main() -> int:
    application = create_application(["bench"], {"QT_QPA_PLATFORM": "offscreen"})
    theme = Theme(application, "light")
    with TemporaryDirectory() as folder:
        wide = Path(folder) / "wide.xml"
        wide.write_bytes(wide_form(68, 25))
        forms = [("wide_1700", wide)]
        public = KIT / "jr-whova_form.xml"
        if public.exists():
            forms.append(("who_verbal_autopsy", public))
        else:
            print(json.dumps({"name": "who_verbal_autopsy", "note": "left out: the kit is not here"}))
        for name, path in forms:
            source = ids()
            first = open_trial(path, None, lambda source=source: next(source))  # type: ignore[misc]
            size = len(list(first.instance.views()))
            times = []
            for _ in range(4):
                trial = open_trial(path, None, lambda source=source: next(source))  # type: ignore[misc]
                window, spent = opened(trial, theme)
                times.append(spent)
                window.close()
            yield_note = f"{size} nodes; the form loaded, until the first page is painted"
            print(line(f"{name}_open", times, 500, yield_note))
            window, _ = opened(first, theme)
            if name.startswith("who"):
                window.go(first.pages[1].key)
                settle(window)
            whole, engine = keys(window, 60)
            beside = [all_ - own for all_, own in zip(whole, engine, strict=True)]
            note = f"{size} nodes; a key to its paint, less recomputation"
            print(line(f"{name}_key_beside_engine", beside, 16, note))
            if name.startswith("wide"):
                changed = flips(window, 20)
                print(line(f"{name}_flip", changed, 50, "an answer that 24 questions of the page depend on"))
            print(line(f"{name}_key", whole, 16, f"{size} nodes; a key to its paint, all of it"))
            turned = []
            for page in first.pages[1:6]:
                begin = time.perf_counter()
                window.go(page.key)
                QApplication.processEvents()
                window.grab()
                turned.append((time.perf_counter() - begin) * 1000)
            print(line(f"{name}_page", turned, 250, "another page, until it is painted"))
            window.close()
        from form_window_kit import every_control

        xform = Path(folder) / "every_control.xml"
        xform.write_bytes(every_control())
        for text in rows(theme, xform, 500):
            print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
