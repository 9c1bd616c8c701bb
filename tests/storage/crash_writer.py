"""A program that records, types, folds, erases and backs up until it is killed.

Each line on its output is an acknowledgement, written only after the commit returned:
``python crash_writer.py FOLDER FIRST SEED`` counts from FIRST, so that numbers rise from run to run.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from inspector_app.journal.chain import Draft
from inspector_app.journal.clock import HybridClock
from inspector_app.journal.ids import OrderedIds
from inspector_app.storage.backup import backup
from inspector_app.storage.database import Database
from inspector_app.storage.events import Journal
from inspector_app.storage.keys import Cost, create_slots, keys_path, unlock_with_passphrase
from inspector_app.storage.pending import Pending

INSPECTION = "01a20343-6cbb-7000-8707-000000000001"
PASSPHRASE = "demo"
COST = Cost(memory=64, passes=1, lanes=1)
PARTS = ("a", "b", "c")
"""One action writes these three fields, all or none."""
FIELDS = ("t1", "t2", "t3", "t4")
"""The fields that are typed into."""


def now() -> datetime:
    return datetime.now(UTC)


def acknowledge(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def open_database(folder: Path) -> Database:
    path = folder / "inspector.db"
    if path.exists():
        return Database.open(path, unlock_with_passphrase(keys_path(path), PASSPHRASE))
    made = create_slots(keys_path(path), PASSPHRASE, cost=COST)
    return Database.create(path, made.key, realm="example", role="laptop", now=now())


class Writer:
    """One session of somebody who never stops."""

    def __init__(self, folder: Path, first: int, seed: int) -> None:
        self.folder = folder
        self.numbers = itertools.count(first)
        self.chance = random.Random(seed)
        self.database = open_database(folder)
        self.journal = Journal(self.database, HybridClock(now), OrderedIds(now))
        self.pending = Pending(self.database)

    def run(self) -> None:
        acknowledge("open 0")
        folded = self.pending.fold(self.journal, device="laptop", reason="recovered")
        acknowledge(f"recovered {len(folded)}")
        while True:
            steps = (self.act, self.act, self.type, self.type, self.type, self.fold, self.erase, self.save)
            self.chance.choices(steps, weights=(6, 6, 10, 10, 10, 3, 1, 0.3))[0]()

    def act(self) -> None:
        number = next(self.numbers)
        text = "x" * self.chance.choice([1, 40, 3000])
        drafts = [Draft("answer", f"i:{part}", "value", [number, text]) for part in PARTS]
        self.journal.append(INSPECTION, drafts, author="ada", device="laptop")
        acknowledge(f"action {number}")

    def type(self) -> None:
        number, field = next(self.numbers), self.chance.choice(FIELDS)
        self.pending.put(
            INSPECTION, "answer", f"i:{field}", "value", number, prior=None, author="ada", at="now"
        )
        acknowledge(f"typed {number} {field}")

    def fold(self) -> None:
        self.pending.fold(self.journal, device="laptop")
        acknowledge("folded 0")

    def erase(self) -> None:
        number = next(self.numbers)
        self.journal.append(
            INSPECTION, [Draft("answer", "i:e", "value", number)], author="ada", device="laptop"
        )
        self.journal.erase(INSPECTION, "answer", "i:e", "value", "a name", author="ada", device="laptop")
        acknowledge(f"erased {number}")

    def save(self) -> None:
        number = next(self.numbers)
        backup(self.database, self.folder / "backups" / f"{number}.db")
        acknowledge(f"saved {number}")


if __name__ == "__main__":
    Writer(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])).run()
