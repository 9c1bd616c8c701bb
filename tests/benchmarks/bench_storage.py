"""How long a key takes to be safe and how fast events go in, against a bare INSERT or a floor: JSON lines."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from inspector_app.journal.chain import Draft
from inspector_app.journal.clock import HybridClock
from inspector_app.journal.event import Event
from inspector_app.journal.ids import OrderedIds
from inspector_app.storage.database import Database, Role
from inspector_app.storage.events import Journal
from inspector_app.storage.keys import keys_path, unlock_with_passphrase
from inspector_app.storage.pending import Pending
from inspector_app.storage.search import search
from inspector_app.storage.verify import verify

KEY = bytes(range(32))
ROUNDS = 400
EVENTS_A_SECOND = 15_000
INSPECTIONS, ANSWERS = 100, 100
LOADED_KEYS, KEY_EVERY, LOADED_LIMIT = 600, 0.01, 20.0
SEARCH_LIMIT = 30.0


def now() -> datetime:
    return datetime.now(UTC)


def journal(folder: Path, name: str, role: Role) -> Journal:
    database = Database.create(folder / name, KEY, realm="example", role=role, now=now())
    return Journal(database, HybridClock(now), OrderedIds(now))


def timed(action: Callable[[int], object], number: int) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    action(number)
    return (time.perf_counter() - start) * 1000


def report(name: str, unit: str, values: list[float], limit: float, note: str) -> None:
    """One line; `spread` is the distance between the quartiles, `limit` was measured in the same run."""
    median = statistics.median(values)
    quarters = statistics.quantiles(values, n=4) if len(values) > 1 else [median, median, median]
    line = {
        "name": name,
        "unit": unit,
        "median": round(median, 4),
        "spread": round(quarters[2] - quarters[0], 4),
        "limit": round(limit, 4),
        "ratio": round(median / limit, 3),
        "note": note,
    }
    print(json.dumps(line), flush=True)


def one_key(folder: Path) -> None:
    """Key to commit, against a bare INSERT and commit on the same encrypted file, turn by turn."""
    owner = journal(folder, "keys.db", "laptop")
    connection = owner.database.connection
    pending = Pending(owner.database)
    connection.execute("CREATE TABLE bare(number INTEGER PRIMARY KEY, value TEXT)")
    sentence = "The service had a policy in place, and staff could say what it asks of them. " * 4

    def bare(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare(value) VALUES (?)", (sentence[: number % 300],))
        connection.execute("COMMIT")

    def key(number: int) -> None:
        typed = sentence[: number % 300]
        pending.put("i", "answer", "i:comment", "value", typed, prior=(), author="ada", at="t")

    def answer(number: int) -> None:
        owner.append("i", [Draft("answer", "i:q", "value", number)], author="ada", device="d")

    found: dict[str, list[float]] = {"bare": [], "key": [], "answer": []}
    for number in range(ROUNDS):
        found["bare"].append(timed(bare, number))
        found["key"].append(timed(key, number))
        found["answer"].append(timed(answer, number))
    limit = statistics.median(found["bare"])
    report(
        "storage.key_to_commit",
        "ms",
        found["key"],
        limit,
        "against a bare INSERT and commit; aim: under 2",
    )
    report(
        "storage.answer_to_commit",
        "ms",
        found["answer"],
        limit,
        "event, chain, state, projection: one commit",
    )
    owner.database.close()


def under_load(folder: Path) -> None:
    """The same key while a child process renders letters and receives: what a window would feel."""
    owner = journal(folder, "loaded.db", "laptop")
    pending = Pending(owner.database)
    load = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("load.py")), str(folder / "load")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert load.stdin is not None and load.stdout is not None
    assert load.stdout.readline() == b"ready\n"
    found = []
    for number in range(LOADED_KEYS):
        start = time.perf_counter()
        pending.put("i", "answer", "i:comment", "value", f"typed {number}", prior=(), author="a", at="t")
        found.append((time.perf_counter() - start) * 1000)
        time.sleep(KEY_EVERY)
    rounds = load.communicate(b"\n", timeout=600)[0].decode().strip()
    worst = statistics.quantiles(found, n=100)[98]
    note = f"beside a child process ({rounds}); median {statistics.median(found):.2f} ms; aim: p99 under 20"
    report("storage.key_to_commit_under_load_p99", "ms", [worst], LOADED_LIMIT, note)
    owner.database.close()


def search_as_typed(folder: Path) -> None:
    """A search for each key of a few words, on a laptop of 100 inspections written by the real program."""
    from large_database import make

    path = make(folder / "large", 100)
    with Database.open(path, unlock_with_passphrase(keys_path(path), "demo")) as database:
        words = ("policy training", "staff", "invented review", "residents meeting")
        found = [
            timed(lambda _, typed=word[:end]: search(database.connection, typed), 0)  # type: ignore[misc]
            for word in words
            for end in range(1, len(word) + 1)
        ]
        report("storage.search_per_key", "ms", found, SEARCH_LIMIT, f"longest {max(found):.1f} ms; a ceiling")


def many_events(folder: Path) -> None:
    """Append by the hundred, read for export, receive by 10,000, verify; against a floor."""
    laptop = journal(folder, "laptop.db", "laptop")
    events: list[Event] = []
    rates: dict[str, list[float]] = {"append": [], "read": [], "receive": []}
    for _ in range(INSPECTIONS):
        inspection, instance = laptop.ids.new(), laptop.ids.new()
        drafts = [
            Draft("answer", f"{instance}:screen/question_{n}", "value", f"answer {n}") for n in range(ANSWERS)
        ]
        start = time.perf_counter()
        laptop.append(inspection, drafts, author="ada", device="laptop-1", form_hash="0" * 64)
        middle = time.perf_counter()
        events.extend(laptop.events(inspection))
        rates["append"].append(ANSWERS / (middle - start))
        rates["read"].append(ANSWERS / (time.perf_counter() - middle))
    office = journal(folder, "office.db", "office")
    for _ in range(3):
        start = time.perf_counter()
        received = office.receive(events)
        seconds = time.perf_counter() - start
        if received.new:
            rates["receive"].append(received.new / seconds)
        else:
            rates.setdefault("receive again", []).append(received.known / seconds)
    floor = float(EVENTS_A_SECOND)
    report(
        "storage.append_100",
        "events/s",
        rates["append"],
        floor,
        "one commit for 100 events; a floor",
    )
    report("storage.read_100", "events/s", rates["read"], floor, "one inspection for export; a floor")
    report(
        "storage.receive_10000",
        "events/s",
        rates["receive"],
        floor,
        "10,000 in one transaction; a floor",
    )
    report(
        "storage.receive_known",
        "events/s",
        rates["receive again"],
        floor,
        "the same once more; a floor",
    )
    for rebuild, what in ((False, "pages and chains"), (True, "pages, chains and rebuilt tables")):
        start = time.perf_counter()
        sound = "sound" if verify(office.database, rebuild=rebuild) == [] else "DAMAGED"
        rate = len(events) / (time.perf_counter() - start)
        name = "storage.verify_rebuild" if rebuild else "storage.verify"
        report(name, "events/s", [rate], floor, f"{what}: {sound}; a floor")
    laptop.database.close()
    office.database.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        one_key(Path(folder))
        under_load(Path(folder))
        search_as_typed(Path(folder))
        many_events(Path(folder))


if __name__ == "__main__":
    main()
