"""A laptop of 500 inspections and an office of many: unlock to home, opening, searching, typing, verify.

``make bench`` makes both (the office of 1,000, in half a minute). The office of 10,000 takes five minutes to
make; it is measured by ``python tests/benchmarks/bench_large.py --office FILE`` with a database that
``large_database.py FOLDER --inspections 10000 --office`` made. Limits of verify and rebuild are those for two
million events, scaled to the events there are. Each line tells the processor's time beside the clock's, and
how busy the machine was: other work on it shows in the clock alone.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from large_database import make

from inspector_app.__main__ import make_program
from inspector_app.operations.desk import Desk
from inspector_app.operations.find import find
from inspector_app.operations.get_ready import get_ready_for_more
from inspector_app.operations.home import home
from inspector_app.operations.overview import overview
from inspector_app.operations.search import search_all
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.workspace import Workspace
from inspector_app.storage import keys
from inspector_app.storage.database import Database
from inspector_app.storage.keys import keys_path, unlock_with_passphrase
from inspector_app.storage.rebuild import rebuild
from inspector_app.storage.verify import verify

PASSPHRASE = "demo"
LAPTOP, OFFICE = 500, 1000
EVENTS = 2_000_000
HOME, OPENING, SEARCH, KEY, VERIFY, REBUILD = 1000.0, 100.0, 30.0, 20.0, 60.0, 600.0
"""Milliseconds; of verify and rebuild seconds for `EVENTS`."""
WORDS = ("policy training", "staff", "invented review", "residents meeting", "participation", "xylophone")
KEYS, KEY_EVERY = 400, 0.01


@dataclass
class Timed:
    """Milliseconds by the clock and of the processor."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def time(self, action: Callable[[], object]) -> object:
        start, worked = time.perf_counter(), time.process_time()
        result = action()
        self.clock.append((time.perf_counter() - start) * 1000)
        self.processor.append((time.process_time() - worked) * 1000)
        return result

    def report(
        self,
        name: str,
        limit: float,
        note: str = "",
        *,
        unit: str = "ms",
        worst: bool = False,
        longest: bool = False,
    ) -> None:
        """One line. The ratio is that of the median, the 99th percentile (`worst`) or the longest."""
        values = [value / 1000 for value in self.clock] if unit == "s" else self.clock
        worked = [value / 1000 for value in self.processor] if unit == "s" else self.processor
        several = len(values) > 1
        shown = statistics.quantiles(values, n=100)[98] if worst and several else statistics.median(values)
        shown = max(values) if longest else shown
        said = f"processor {statistics.median(worked):.1f} {unit}, longest {max(worked):.1f}"
        line = {
            "name": name,
            "unit": unit,
            "median": round(shown, 2),
            "spread": round(max(values) - min(values), 2),
            "limit": round(limit, 2),
            "ratio": round(shown / limit, 3),
            "note": f"{note}; {said}; load {os.getloadavg()[0]:.1f}".lstrip("; "),
        }
        print(json.dumps(line), flush=True)


def measure(path: Path, what: str, scratch: Path) -> None:
    """All lines of one database."""
    opened = Timed()
    with key_known(path):
        desk = opened.time(lambda: open_desk(make_program(), path, PASSPHRASE))
    assert isinstance(desk, Desk)
    try:
        opened.time(lambda: home(desk, with_dates=False))
        whole = Timed([sum(opened.clock)], [sum(opened.processor)])
        whole.report(f"{what}: unlock to home, after the key is derived", HOME)
        again = Timed()
        for _ in range(5):
            again.time(lambda: home(desk))
        again.report(f"{what}: home again", HOME)
        getting_ready(desk, what)
        openings(desk, what)
        searches(desk, what)
        typing(desk, what, scratch)
    finally:
        desk.store.close()
    checks(path, what, scratch)


@contextmanager
def key_known(path: Path) -> Iterator[None]:
    """The derivation of the key, which is meant to take its time, is done before the clock runs."""
    known = keys.unlock_with_passphrase(keys_path(path), PASSPHRASE)
    before, keys.unlock_with_passphrase = keys.unlock_with_passphrase, lambda *_: known
    try:
        yield
    finally:
        keys.unlock_with_passphrase = before


def getting_ready(desk: Desk, what: str) -> None:
    """As the window does it: one writer, the next piece asked for when one is done; keys come meanwhile."""
    inspection = desk.store.inspection_ids()[0]
    pieces, ready, keyed = get_ready_for_more(desk), Timed(), Timed()

    def key(pressed: float) -> None:
        text = f"typed {pressed}"
        desk.store.put_pending(inspection, "answer", "bench:comment", "value", text, author=desk.author)
        keyed.clock.append((time.perf_counter() - pressed) * 1000)
        keyed.processor.append(0.0)

    over = Event()
    with ThreadPoolExecutor(1) as writer:

        def go_on() -> None:
            if ready.time(lambda: next(pieces, None)) is None:
                over.set()
            else:
                writer.submit(go_on)

        writer.submit(go_on)
        while not over.wait(KEY_EVERY):
            writer.submit(key, time.perf_counter())
    desk.store.discard_pending([("answer", "bench:comment", "value")])
    note = f"{len(ready.clock)} pieces of the writer while the list is looked at; the longest one"
    ready.report(f"{what}: get ready to open and to find", OPENING, note, longest=True)
    note = f"{len(keyed.clock)} keys, one every {KEY_EVERY * 1000:.0f} ms; the longest"
    keyed.report(f"{what}: key to commit meanwhile", KEY, note, longest=True)


def openings(desk: Desk, what: str) -> None:
    first, others = Timed(), Timed()
    ids = desk.store.inspection_ids()
    for number, inspection in enumerate(ids[:: max(1, len(ids) // 20)][:20]):
        (others if number else first).time(lambda one=inspection: _open(desk, one))  # type: ignore[misc]
    first.report(f"{what}: open the first inspection", OPENING)
    others.report(f"{what}: open another inspection", OPENING)


def _open(desk: Desk, inspection: str) -> None:
    at = Workspace(desk)
    at.open(inspection)
    overview(desk, at.checklists(), inspection)


def searches(desk: Desk, what: str) -> None:
    everywhere, names = Timed(), Timed()
    for word in WORDS:
        for end in range(1, len(word) + 1):
            everywhere.time(lambda typed=word[:end]: search_all(desk, typed))  # type: ignore[misc]
            names.time(lambda typed=word[:end]: find(desk, typed))  # type: ignore[misc]
    everywhere.report(f"{what}: search in all texts, each key", SEARCH, "99th percentile", worst=True)
    names.report(f"{what}: find by name, each key", SEARCH, "99th percentile", worst=True)


def typing(desk: Desk, what: str, scratch: Path) -> None:
    """Key to commit beside a child that renders letters and receives, and a bare commit in the same run."""
    connection = desk.store.database.connection  # type: ignore[attr-defined]
    inspection = desk.store.inspection_ids()[0]
    connection.execute("CREATE TABLE bare(number INTEGER PRIMARY KEY, value TEXT)")
    typed, bare = Timed(), Timed()

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare(value) VALUES (?)", ("typed text",))
        connection.execute("COMMIT")

    try:
        with busy(scratch / "load"):
            for number in range(KEYS):
                bare.time(insert)
                typed.time(lambda text=f"typed {number}": desk.store.put_pending(  # type: ignore[misc]
                    inspection, "answer", "bench:comment", "value", text, author=desk.author
                ))  # fmt: skip
                time.sleep(KEY_EVERY)
    finally:
        desk.store.discard_pending([("answer", "bench:comment", "value")])
        connection.execute("DROP TABLE bare")
    twice = 2 * statistics.median(bare.clock)
    typed.report(f"{what}: key to commit, under load", twice, "limit: twice a bare INSERT and commit here")
    typed.report(f"{what}: key to commit, under load, p99", KEY, worst=True)


class busy:
    """A child process renders letters and receives meanwhile."""

    def __init__(self, folder: Path) -> None:
        script = str(Path(__file__).with_name("load.py"))
        self._child = subprocess.Popen(
            [sys.executable, script, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> None:
        assert self._child.stdout is not None
        self._child.stdout.readline()

    def __exit__(self, *_: object) -> None:
        self._child.communicate(b"\n", timeout=600)


def checks(path: Path, what: str, scratch: Path) -> None:
    """Verify on a reader, rebuild on a copy."""
    key = unlock_with_passphrase(keys_path(path), PASSPHRASE)
    with Database.open_reader(path, key) as reader:
        (events,) = reader.connection.execute("SELECT count(*) FROM event").fetchone()
        checked = Timed()
        found = checked.time(lambda: verify(reader))
        sound = "sound" if found == [] else "DAMAGED"
    share = events / EVENTS
    checked.report(f"{what}: verify", VERIFY * share, f"{events} events, {sound}", unit="s")
    copy = scratch / "copy.db"
    shutil.copyfile(path, copy)
    rebuilt = Timed()
    with Database.open(copy, key) as database:
        rebuilt.time(lambda: rebuild(database))
    copy.unlink()
    rebuilt.report(f"{what}: rebuild", REBUILD * share, f"{events} events", unit="s")


def databases(office: Path | None, folder: Path) -> Iterator[tuple[Path, str]]:
    if office is None:
        yield make(folder / "laptop", LAPTOP), f"laptop of {LAPTOP}"
        yield make(folder / "office", OFFICE, office=True), f"office of {OFFICE}"
    else:
        yield office, "office"


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure large databases.")
    parser.add_argument("--office", type=Path, default=None, help="A database made before.")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for path, what in databases(arguments.office, Path(name)):
            scratch = Path(name) / f"scratch of {what}"
            scratch.mkdir()
            measure(path, what, scratch)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
