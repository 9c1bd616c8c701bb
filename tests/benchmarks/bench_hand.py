"""How long the window is ever deaf: an inspector's whole day by keys alone, with a heart that beats each
millisecond.

Between two beats of a timer no key could have been heard, whatever the window was at: that is a stretch, and
the longest one after each key is what is told, by kind: a key that is answered on the page it was pressed
on, the first visit of a page, another visit, and what the window does by itself while the person reads.
Prints JSON lines (name, unit, median, spread, limit, ratio, note). ``--each`` names every stretch over a
frame, with what the window was seen doing; then the figures themselves are worth less.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench_window import compiled

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "journeys"), str(ROOT)]

if TYPE_CHECKING:
    from measured_person import Person, Stretch


def morning(person: Person, office: Path) -> None:
    """Profile, register, an inspection."""
    from test_first_day import inspection_started

    inspection_started(lambda: person, office)
    person.arrives_at("prepare")


def checklists(person: Person) -> None:
    """All four screens as `tests/journeys/test_whole_day.py` has them, then some keys of all sorts."""
    from measured_person import MeasuredDesk
    from test_whole_day import screens_answered

    screens_answered(MeasuredDesk(person))
    person.press("Tab")
    person.type("Sampled five files; two were read with the manager.")
    for key in ("Ctrl+Z", "Ctrl+Y", "Tab", "Down", "Up", "Down", "PgDown", "PgUp", "F9", "F9"):
        person.press(key)


def round_the_parts(person: Person) -> None:
    """Every part of the inspection once."""
    for _ in person.rail():
        person.press("Ctrl+PgDown")
        person.press("Tab", 3)


def afternoon(person: Person, office: Path, place: Path) -> None:
    """Findings, letter, finalising, export, and the head office's side."""
    import outcome_pages as outcome
    from office_secret import OFFICE_PASSPHRASE

    from inspector_app.exchange.cards import read_device_card

    person.opened.shell.go("findings")
    findings = outcome.Findings(person)
    requirement = "Identify children at risk of sexual exploitation"
    recommendation = "Strengthen the child sexual exploitation policy"
    findings.accept(recommendation)
    findings.accept(requirement)
    for title in [one for one in findings.suggestions() if one not in (requirement, recommendation)]:
        findings.refuse(title, "Another finding covers it.")
    person.press("Ctrl+PgDown")
    letter = outcome.LetterPart(person)
    letter.text()
    person.press("Ctrl+PgDown")
    export = outcome.Export(person)
    export.set_last_day(f"{person.opened.workbench.program.now().date():%d/%m/%Y}")
    export.finalise()
    person.press("Ctrl+PgUp")
    letter = outcome.LetterPart(person)
    letter.issue()
    person.press("Ctrl+PgDown")
    stick = place / "stick"
    stick.mkdir()
    outcome.Export(person).export_to(stick)
    person.press("Ctrl+Shift+O")
    at_office = outcome.Office(person)
    at_office.open(office / "office.db", OFFICE_PASSPHRASE)
    at_office.receive(stick)
    cards: list[bytes] = []
    person.opened.workbench.run(lambda desk: desk.store.secret("device-card"), cards.append)
    person.until(lambda: bool(cards))
    at_office.accept("A. Inspector", read_device_card(cards[0]).fingerprint)
    at_office.receive(stick)
    at_office.table_row("In place")


def lived_through(place: Path, *, watched: bool) -> list[Stretch]:
    """The day in a window without a screen."""
    from measured_person import Heart, Person
    from office_secret import OFFICE_PASSPHRASE
    from PySide6.QtCore import Qt, QTimer

    from inspector_app.__main__ import make_program
    from inspector_app.gui.app import create_application
    from inspector_app.gui.theme import Theme
    from inspector_app.gui.window_run import build_window
    from inspector_app.inspections.inspection import Realm
    from inspector_app.operations.set_up import set_up_office

    office, home = place / "office", place / "home"
    made = set_up_office(make_program(), office, OFFICE_PASSPHRASE, "Head office North", Realm.LIVE)
    made.desk.store.close()
    home.mkdir()
    application = create_application(["hand"], dict(os.environ))
    opened = build_window(Theme(application, "light"), make_program, home)
    heart, timer = Heart(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(heart.beat)
    timer.start(1)
    if watched:
        heart.watch()
    opened.window.resize(1366, 768)
    opened.window.show()
    opened.window.activateWindow()
    opened.shell.start()
    person = Person(opened, heart)
    morning(person, office)
    checklists(person)
    round_the_parts(person)
    afternoon(person, office, place)
    opened.window.close()
    return person.stretches


def report(stretches: list[Stretch]) -> None:
    from measured_person import LIMITS

    for kind, limit in LIMITS.items():
        for how in ("clock", "worked"):
            longs = sorted(getattr(one, how) for one in stretches if one.kind == kind)
            late = statistics.quantiles(longs, n=100, method="inclusive")[98] if len(longs) > 1 else longs[-1]
            over = sum(long > limit for long in longs)
            line = {
                "name": f"hand: {kind}, longest stretch" + (", processor" if how == "worked" else ""),
                "unit": "ms",
                "median": round(statistics.median(longs), 1),
                "spread": round(longs[-1] - longs[0], 1),
                "limit": limit,
                "ratio": round(longs[-1] / limit, 2),
                "note": f"worst {longs[-1]:.1f}, 99th percentile {late:.1f} ms, {over} of {len(longs)} over "
                f"the limit; the ratio is of the worst; load {os.getloadavg()[0]:.1f}",
            }
            print(json.dumps(line), flush=True)


def tell_each(stretches: list[Stretch]) -> None:
    from measured_person import FRAME

    for one in sorted(stretches, key=lambda one: -one.worked):
        if one.worked > FRAME:
            said = f"{one.worked:.1f} ms of the processor, {one.clock:.1f} by the clock"
            print(f"{said}; {one.kind}: {one.what}", file=sys.stderr)
            for seen, times in collections.Counter(one.seen).most_common(6):
                print(f"    {times}  {seen}", file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description="How long the window is deaf in a day's work.")
    parser.add_argument("--each", action="store_true", help="Name every stretch over a frame.")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        with tempfile.TemporaryDirectory() as place:
            stretches = lived_through(Path(place), watched=arguments.each)
        report(stretches)
        if arguments.each:
            tell_each(stretches)
        return 0
    command = [sys.executable, __file__, "--inside", *sys.argv[1:]]
    subprocess.run(command, capture_output=True, check=True, env=compiled())  # leaves the code compiled
    return subprocess.run(command, check=False, env=compiled()).returncode


if __name__ == "__main__":
    raise SystemExit(main())
