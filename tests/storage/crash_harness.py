"""Kills the crash writer at random moments and counts what is lost; nothing may be.

``python tests/storage/crash_harness.py --kills 100`` prints one result line, and exits 1 where anything that
was acknowledged is gone, an action is half there, or a file does not open.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from crash_writer import FIELDS, INSPECTION, PARTS, PASSPHRASE, now

from inspector_app.journal.clock import HybridClock
from inspector_app.journal.ids import OrderedIds
from inspector_app.storage.database import Database
from inspector_app.storage.events import Journal
from inspector_app.storage.keys import keys_path, unlock_with_passphrase
from inspector_app.storage.pending import Pending
from inspector_app.storage.verify import verify

WRITER = Path(__file__).with_name("crash_writer.py")
LONGEST = 0.6
MOST_HEARD = 60
"""Acknowledgements that are awaited before the moment of a kill is drawn."""
EVERY = 1_000_000


@dataclass
class Result:
    """What came of the kills; all but the first four must be 0."""

    kills: int = 0
    acknowledged: int = 0
    recovered: int = 0
    seconds: float = 0.0
    lost: int = 0
    half: int = 0
    damaged: int = 0

    @property
    def good(self) -> bool:
        return self.lost == self.half == self.damaged == 0

    def line(self) -> str:
        facts = " ".join(f"{name}={value}" for name, value in vars(self).items() if name != "seconds")
        return f"crash: {facts} seconds={self.seconds:.1f} {'ok' if self.good else 'FAILED'}"


class Harness:
    """One folder that is written, killed and looked at, again and again."""

    def __init__(self, folder: Path, seed: int = 7) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.result = Result()
        self.actions: set[int] = set()
        self.erased: set[int] = set()
        self.saved: set[int] = set()
        self.typed: dict[str, int] = {}

    def run(self, kills: int) -> Result:
        start = time.monotonic()
        for number in range(kills):
            # now and then from nothing, so that the first start is killed too
            folder = self.folder / f"fresh{number}" if number % 5 == 4 else self.folder
            harness = self if folder is self.folder else Harness(folder, number)
            harness.kill_once(number)
            if harness is not self:
                self._add(harness.result)
        self.result.seconds = time.monotonic() - start
        return self.result

    def kill_once(self, number: int) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, str(WRITER), str(self.folder), str(number * EVERY + 1), str(number)]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert writer.stdout is not None
        # most kills come while it works, however slow this machine starts it; some while it starts
        begun = b""
        if number % 4:
            for _ in range(self.chance.randint(2, MOST_HEARD)):
                begun += writer.stdout.readline()
        try:
            output, errors = writer.communicate(timeout=0.1 + self.chance.random() * LONGEST)
        except subprocess.TimeoutExpired:
            writer.kill()
            output, errors = writer.communicate(timeout=600)
        output = begun + output
        self.result.kills += 1
        if errors:
            self.result.damaged += 1
            print(errors.decode(), file=sys.stderr)
        self._note(output.decode().splitlines(keepends=True))
        self.check()

    def _note(self, lines: list[str]) -> None:
        for line in lines:
            if not line.endswith("\n"):
                continue
            what, number, *field = line.split()
            self.result.acknowledged += 1
            if what == "action":
                self.actions.add(int(number))
            elif what == "typed":
                self.typed[field[0]] = int(number)
            elif what == "erased":
                self.erased.add(int(number))
            elif what == "saved":
                self.saved.add(int(number))
            elif what == "recovered":
                self.result.recovered += int(number)

    def check(self) -> None:
        """Open the database, look for everything that was acknowledged, and verify it."""
        path = self.folder / "inspector.db"
        if not path.exists():
            self.result.lost += len(self.actions) + len(self.typed)
            return
        with Database.open(path, unlock_with_passphrase(keys_path(path), PASSPHRASE)) as database:
            self._check_content(database)
            found = verify(database)
            self.result.damaged += len(found)
            for damage in found[:5]:
                print(damage.message, file=sys.stderr)
        for number in self.saved:
            copy = self.folder / "backups" / f"{number}.db"
            with Database.open(copy, unlock_with_passphrase(keys_path(copy), PASSPHRASE)) as saved:
                self.result.damaged += len(verify(saved, rebuild=False))
        self.saved.clear()

    def _check_content(self, database: Database) -> None:
        journal = Journal(database, HybridClock(now), OrderedIds(now))
        events = journal.events(INSPECTION)
        actions: dict[str, list[object]] = defaultdict(list)
        numbers: set[object] = set()
        for event in events:
            part = event.record.partition(":")[2]
            if part in PARTS and isinstance(event.value, list):
                actions[event.action].append(event.value[0])
                numbers.add(event.value[0])
        self.result.half += sum(
            len(values) != len(PARTS) or len(set(map(str, values))) != 1 for values in actions.values()
        )
        self.result.lost += len(self.actions - numbers)
        pending = {row.record: row.value for row in Pending(database).list()}
        for field in FIELDS:
            kept = [event.value for event in journal.history("answer", f"i:{field}", "value")]
            kept.append(pending.get(f"i:{field}"))
            newest = max((value for value in kept if isinstance(value, int)), default=0)
            self.result.lost += newest < self.typed.get(field, 0)
        erased = [event for event in events if event.kind == "erase"]
        self.result.lost += max(0, len(self.erased) - len(erased))

    def _add(self, other: Result) -> None:
        for name, value in vars(other).items():
            setattr(self.result, name, getattr(self.result, name) + value)


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill a recording program again and again.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = Harness(Path(folder), arguments.seed).run(arguments.kills)
    print(result.line())
    return 0 if result.good else 1


if __name__ == "__main__":
    raise SystemExit(main())
