"""`python tests/torture/main.py --kills 500 --seconds 1500`: faults × runs × losses, as a table.

Each fault has its share of the runs; the time bounds all of them, and the table says how many there were.
What is used: SIGKILL on a forked worker (the same program with its modules loaded); a tmpfs of a few
megabytes that fills, is remounted read-only or unmounted lazily (only root can: else the row says so); a
preload shim compiled with cc that makes writes and syncs fail with EIO; a clock handed to the program.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import disks
from disks import also_at, bound_by_permissions, fill, mounted, write_protect
from look import Losses, Told, backup_fault, look, look_at_files
from work import MIXES, MovedClock, Worker, make_template

from inspector_app.errors import KnownError
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.set_up import open_desk

HERE = Path(__file__).resolve().parent
KEPT = HERE.parent / "databases" / "schema_1.db"
EVERY = 100_000
HEADER = f"{'fault':<20} {'runs':>5} {'acknowledged':>13} {'files':>6} {'lost':>6} {'half':>6} {'damaged':>8}"
LONGEST_START = 300.0


@dataclass
class Row:
    """One line of the table."""

    fault: str
    runs: int = 0
    acknowledged: int = 0
    files: int = 0
    losses: Losses = field(default_factory=Losses)
    note: str = ""
    codes: dict[str, int] = field(default_factory=dict)
    """What the program said when it was stopped, by code."""


class Torture:
    """One folder with a template, and the runs over copies of it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.template = make_template(folder / "template").parent
        self.office = folder / "template" / "office"
        self.number = 0

    def fresh(self, folder: Path) -> Path:
        """A copy of the template; its database."""
        shutil.copytree(self.template, folder / "laptop")
        return folder / "laptop" / "inspector.db"

    def look(self, database: Path, told: Told, row: Row) -> None:
        """Look at the database and at every file acknowledged so far; what is wrong goes into the row."""
        row.losses.add(look(database, told, self.office, self.folder))
        row.acknowledged += told.count
        row.files += told.looked_at
        told.count = told.looked_at = 0
        if told.stopped.startswith("bug:"):
            row.losses.damaged += 1
            print(f"{row.fault}: {told.stopped}", flush=True)
        elif told.stopped:
            row.codes[told.stopped] = row.codes.get(told.stopped, 0) + 1
        told.stopped = ""

    def next(self) -> int:
        self.number += 1
        return self.number * EVERY

    def forked(
        self,
        database: Path,
        told: Told,
        seconds: float,
        ahead: timedelta = timedelta(),
        *,
        mix: str = "all",
        starting: bool = False,
    ) -> None:
        """Work in a child for a while, then SIGKILL; whatever it acknowledged is noted."""
        pid, pipe = self.start(database, ahead, mix)
        self.finish(pid, pipe, told, seconds, starting=starting)

    def start(self, database: Path, ahead: timedelta = timedelta(), mix: str = "all") -> tuple[int, int]:
        """A child at work; its process and the pipe of its acknowledgements."""
        first, seed = self.next(), self.chance.randrange(1 << 30)
        pipe, end = os.pipe()
        pid = os.fork()
        if pid:
            os.close(end)
            return pid, pipe
        os.close(pipe)
        status = 0
        try:
            bound_by_permissions()
            worker = Worker(database, first, seed, lambda text: _say(end, text), ahead, mix)
            worker.run(time.monotonic() + 600)
        except KnownError as error:
            _say(end, f"stopped 0 {error.code}")
        except BaseException as error:
            _say(end, "stopped 0 " + f"bug:{type(error).__name__}:{error}".replace(" ", "_"))
            status = 1
        finally:
            os._exit(status)

    def wait(self, pipe: int, shortest: float, longest: float) -> None:
        """A random time, counted from the child's first word, however slow this machine is."""
        select.select([pipe], [], [], LONGEST_START)
        time.sleep(self.chance.uniform(shortest, longest))

    def finish(self, pid: int, pipe: int, told: Told, seconds: float, *, starting: bool = False) -> None:
        """Hear the child for so long, or until it ends by itself; then kill it. The time begins with its
        first word, however slow this machine is, or with `starting` at once.
        """
        if not starting:
            select.select([pipe], [], [], LONGEST_START)
        output, until = b"", time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([pipe], [], [], left)[0]:
                part = os.read(pipe, 65536)
                if not part:
                    break
                output += part
        os.kill(pid, signal.SIGKILL)
        while part := os.read(pipe, 65536):
            output += part
        os.close(pipe)
        os.waitpid(pid, 0)
        told.hear(output)
        told.hear(b"")


def _say(end: int, text: str) -> None:
    os.write(end, f"{text}\n".encode())


def killed(mix: str) -> Callable[[Torture, Row], Iterator[None]]:
    """SIGKILL while doing one thing above all; now and then while it starts."""

    def runs(torture: Torture, row: Row) -> Iterator[None]:
        while True:
            with _place(torture) as place:
                database, told = torture.fresh(place), Told()
                for number in range(20):
                    starting = number % 7 == 6
                    moment = torture.chance.uniform(0.02, 0.3 if starting else 0.6)
                    torture.forked(database, told, moment, mix=mix, starting=starting)
                    torture.look(database, told, row)
                    yield

    return runs


def killed_migrating(torture: Torture, row: Row) -> Iterator[None]:
    """SIGKILL while a database of an older schema is opened for the first time."""
    from inspector_app.storage.database import Database
    from inspector_app.storage.keys import keys_path, unlock_with_passphrase
    from inspector_app.storage.verify import verify

    key = unlock_with_passphrase(keys_path(KEPT), "schema one passphrase")
    while True:
        with _place(torture) as place:
            path = place / "old.db"
            shutil.copyfile(KEPT, path)
            pid = os.fork()
            if not pid:
                try:
                    Database.open(path, key).close()
                finally:
                    os._exit(0)
            time.sleep(torture.chance.uniform(0.0, 0.06))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            with Database.open(path, key) as again:
                row.losses.damaged += len(verify(again))
                (count,) = again.connection.execute("SELECT count(*) FROM event").fetchone()
                row.losses.lost += count != 29
            yield


def disk_full(torture: Torture, row: Row) -> Iterator[None]:
    """The disk fills up while working; then there is room again."""
    yield from _on_small_disk(torture, row, fill, "16m")


def read_only(torture: Torture, row: Row) -> Iterator[None]:
    """The folder becomes read-only while working; then it can be written again."""
    yield from _on_small_disk(torture, row, write_protect, "96m")


def start_read_only(torture: Torture, row: Row) -> Iterator[None]:
    """A start on a disk that is read-only, after some work; then it can be written again."""
    while True:
        with _place(torture) as place, mounted(place / "disk", "96m") as disk:
            if disk is None:
                row.note = "skipped: nobody but root can mount here"
                return
            database, told, refused = torture.fresh(disk), Told(), Told()
            torture.forked(database, told, 0.6)
            with disks.read_only(disk):
                row.losses.damaged += look_at_files(told, torture.office, torture.folder)
                torture.forked(database, refused, 0.3)
            told.stopped = refused.stopped
            row.losses.damaged += refused.count != 1
            torture.look(database, told, row)
            yield


def _on_small_disk(
    torture: Torture, row: Row, spoil: Callable[[Path], Callable[[], None]], size: str
) -> Iterator[None]:
    """Work on a disk of that size that is spoilt meanwhile. What was acknowledged as a file must open while
    the disk is spoilt; then the disk is mended, a little room is given back, and all must be there.
    """
    while True:
        with _place(torture) as place, mounted(place / "disk", size) as disk:
            if disk is None:
                row.note = "skipped: nobody but root can mount here"
                return
            database, told = torture.fresh(disk), Told()
            room = disk / "room"
            room.write_bytes(bytes(2 << 20))
            pid, pipe = torture.start(database)
            torture.wait(pipe, 0.5, 1.5)
            mend = spoil(disk)
            torture.finish(pid, pipe, told, 2.0)
            row.losses.damaged += look_at_files(told, torture.office, torture.folder)
            mend()
            room.unlink()
            torture.look(database, told, row)
            yield


def failing_disk(torture: Torture, row: Row) -> Iterator[None]:
    """Writes and syncs below SQLite fail with EIO, by a preload shim."""
    shim = torture.folder / "faulty_io.so"
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        row.note = "skipped: there is no C compiler here"
        return
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(shim), str(HERE / "faulty_io.c"), "-ldl"]
    subprocess.run(command, check=True, timeout=6000)
    while True:
        with _place(torture) as place:
            database, told = torture.fresh(place), Told()
            environment = {
                **os.environ,
                "LD_PRELOAD": str(shim),
                "FAULTY_NAME": "inspector.db",
                "FAULTY_AFTER": str(torture.chance.randrange(20, 600)),
                "FAULTY_EVERY": str(torture.chance.choice([1, 2, 3, 7, 50])),
            }
            program = [sys.executable, str(HERE / "work.py"), str(database), str(torture.next())]
            run = subprocess.run(
                [*program, str(torture.number), "1.5"],
                env=environment,
                capture_output=True,
                timeout=6000,
                check=False,
            )
            told.hear(run.stdout)
            if run.returncode not in (0, 3):
                told.stopped = "bug:" + run.stderr.decode().strip().splitlines()[-1]
            torture.look(database, told, row)
            yield


def clock_moved(torture: Torture, row: Row) -> Iterator[None]:
    """The clock is set two years back, two years forward, and right again, between sessions."""
    while True:
        with _place(torture) as place:
            database, told = torture.fresh(place), Told()
            for years in torture.chance.sample([-2, 2, 0, -2, 2], 4):
                torture.forked(database, told, 0.6, timedelta(days=365 * years))
                torture.look(database, told, row)
            yield


def two_starts(torture: Torture, row: Row) -> Iterator[None]:
    """Two starts at once: one works, the other says that the database is open."""
    while True:
        with _place(torture) as place:
            database, told, other = torture.fresh(place), Told(), Told()
            first, second = torture.start(database), torture.start(database)
            torture.finish(*first, told, 0.8)
            torture.finish(*second, other, 0.8)
            stopped = [one.stopped for one in (told, other) if one.stopped]
            row.losses.damaged += stopped not in (["in-use"], [])
            both = told.typed + told.answered > 0 and other.typed + other.answered > 0 and not stopped
            row.losses.damaged += both and told.stopped == other.stopped == "in-use"
            merged = Told(max(told.typed, other.typed), max(told.answered, other.answered))
            merged.rows = told.rows | other.rows
            merged.attached = {**told.attached, **other.attached}
            merged.exported = {**told.exported, **other.exported}
            merged.saved = told.saved | other.saved
            merged.count = told.count + other.count
            torture.look(database, merged, row)
            yield


def copied_while_open(torture: Torture, row: Row) -> Iterator[None]:
    """Somebody copies the files while the program writes: it loses nothing; a torn copy is named."""
    torn = 0
    while True:
        with _place(torture) as place:
            database, told = torture.fresh(place), Told()
            pid, pipe = torture.start(database)
            torture.wait(pipe, 0.2, 0.8)
            (place / "copy").mkdir()
            for file in sorted(database.parent.glob("inspector.db*")):
                if file.is_file():
                    shutil.copyfile(file, place / "copy" / file.name)
            torture.finish(pid, pipe, told, 0.3)
            torture.look(database, told, row)
            torn += backup_fault(place / "copy" / "inspector.db", torture.folder) != ""
            row.note = f"{torn} copies torn, and refused by name"
            yield


def stick_pulled(torture: Torture, row: Row) -> Iterator[None]:
    """The stick with the backups is pulled (unmounted lazily) at a random moment."""
    while True:
        with _place(torture) as place, mounted(place / "stick", "96m") as stick:
            if stick is None:
                row.note = "skipped: nobody but root can mount here"
                return
            database, told = torture.fresh(place), Told()
            desk = open_desk(MovedClock(), database, PASSPHRASE)
            desk.store.care.prepare_backups(stick)
            desk.store.set_meta("backup-place", str(stick))
            desk.store.close()
            with also_at(stick, place / "same stick elsewhere") as same:
                pid, pipe = torture.start(database, mix="backing up")
                torture.wait(pipe, 0.2, 1.0)
                subprocess.run(["umount", "-l", str(stick)], check=True, timeout=600)
                torture.finish(pid, pipe, told, 0.8)
                moved = (stick, same)
                row.losses.damaged += look_at_files(told, torture.office, torture.folder, moved)
            told.saved.clear()
            left = sorted(str(file.relative_to(stick)) for file in stick.rglob("*"))
            if left:
                print(f"left where the stick was: {', '.join(left)}", flush=True)
            row.losses.damaged += bool(left)
            torture.look(database, told, row)
            yield


@contextmanager
def _place(torture: Torture) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=torture.folder, ignore_cleanup_errors=True) as place:
        yield Path(place)


FAULTS: tuple[tuple[str, Callable[[Torture, Row], Iterator[None]], float], ...] = (
    ("SIGKILL at work", killed("all"), 0.4),
    *((f"SIGKILL {mix}", killed(mix), 0.12) for mix in MIXES if mix != "all"),
    ("SIGKILL migrating", killed_migrating, 0.2),
    ("disk full", disk_full, 0.04),
    ("folder read-only", read_only, 0.04),
    ("start read-only", start_read_only, 0.04),
    ("I/O errors (shim)", failing_disk, 0.06),
    ("clock ±2 years", clock_moved, 0.02),
    ("two starts at once", two_starts, 0.04),
    ("copied while open", copied_while_open, 0.04),
    ("stick pulled", stick_pulled, 0.04),
)


def torture_all(folder: Path, kills: int, seconds: float, seed: int, only: str = "") -> list[Row]:
    """Every fault (or those whose name holds `only`) for its share of the runs, or until its share of the
    time is over; at least once each.
    """
    torture = Torture(folder, seed)
    rows = []
    chosen = [fault for fault in FAULTS if only in fault[0]]
    shares = sum(share**0.5 for _, _, share in chosen)
    for name, fault, share in chosen:
        row = Row(name)
        until = time.monotonic() + seconds * share**0.5 / shares
        runs = fault(torture, row)
        for _ in range(max(1, round(kills * share))):
            if next(runs, "over") == "over":
                break
            row.runs += 1
            if time.monotonic() > until:
                row.note = f"{row.note} (stopped by time)".strip()
                break
        runs.close()  # type: ignore[attr-defined]
        rows.append(row)
        print(_line(row), flush=True)
    return rows


def _line(row: Row) -> str:
    losses = row.losses
    said = ", ".join(f"{code} × {count}" for code, count in sorted(row.codes.items()))
    return (
        f"{row.fault:<20} {row.runs:>5} {row.acknowledged:>13} {row.files:>6} {losses.lost:>6}"
        f" {losses.half:>6} {losses.damaged:>8}  {row.note} {said}".rstrip()
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Torture the program and count what is lost.")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=1500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="Only the faults whose name holds this.")
    arguments = parser.parse_args()
    start = time.monotonic()
    print(HEADER)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        rows = torture_all(Path(folder), arguments.kills, arguments.seconds, arguments.seed, arguments.only)
    total = sum(row.losses.total for row in rows)
    print(f"losses in all: {total}, {time.monotonic() - start:.0f} s")
    return 1 if total else 0


if __name__ == "__main__":
    raise SystemExit(main())
