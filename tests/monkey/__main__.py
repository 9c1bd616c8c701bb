"""A monkey at the keyboard: random keys and clicks over all pages, the same for the same seed.

usage: python -m tests.monkey [--events 20000] [--seed 1] [--seconds N] [--replay FILE]

It stops at the first fault, shortens what led to it, and writes the list of acts to build/monkey-SEED.txt, to
be done again with --replay. Gives 0 when nothing broke, 1 otherwise.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).resolve().parent))

from cage import Cage, Fault, SteadyProgram
from events import Act, draw
from PySide6.QtWidgets import QApplication

from inspector_app.gui.app import create_application
from inspector_app.gui.theme import Theme
from inspector_app.operations.practice import make_practice

BACK_TO_WORK = 40
"""Acts after which a locked program is unlocked again: before a passphrase there is little to break."""
LOOK_EVERY = 60
FRESH_EVERY = 2500
"""Acts after which a new window opens on a new copy, so that one dead inspection is not the end of it."""
SHORTEN_SECONDS = 90


def let_loose(cage: Cage, acts: Sequence[Act], tell: Callable[[Act], None] = lambda act: None) -> None:
    """Do the acts, looking at the record and the way out every so often; Fault at the first thing broken."""
    locked = 0
    for number, act in enumerate(acts, 1):
        tell(act)
        cage.do(act)
        locked = 0 if cage.opened.workbench.unlocked else locked + 1
        if locked > BACK_TO_WORK:
            cage.enter()
        if number % LOOK_EVERY == 0:
            cage.rest()
            cage.check_record()
            cage.check_way_out()
    cage.rest()
    cage.check_record()


def breaks(theme: Theme, practice: Path, seed: int, acts: Sequence[Act]) -> str:
    """What breaks when these are done in a new window, '' when nothing does."""
    with tempfile.TemporaryDirectory() as place:
        cage = Cage(theme, Path(place), practice, seed)
        try:
            let_loose(cage, acts)
        except Fault as fault:
            return _first(fault)
        finally:
            cage.close()
    return ""


def shorten(theme: Theme, practice: Path, seed: int, acts: list[Act], fault: str) -> list[Act]:
    """Fewer acts that break the same, as few as there is time to find."""
    until = time.monotonic() + SHORTEN_SECONDS
    for tail in (10, 40, 160, 640):
        if tail < len(acts) and breaks(theme, practice, seed, acts[-tail:]) == fault:
            acts = acts[-tail:]
            break
    size = max(1, len(acts) // 2)
    while size and time.monotonic() < until:
        start = 0
        while start < len(acts) and time.monotonic() < until:
            fewer = acts[:start] + acts[start + size :]
            if breaks(theme, practice, seed, fewer) == fault:
                acts = fewer
            else:
                start += size
        size //= 2
    return acts


Outcome = tuple[str, list[Act], Counter[str]]


def run(
    theme: Theme, folder: Path, events: int, seed: int, seconds: float = 1e9, *, calm: bool = False
) -> Outcome:
    """Let the monkey loose; gives the fault ('' for none), the acts of the last window, and acts by page.

    With `calm` each act waits for what the one before it led to, so that what is done does not depend on how
    fast the machine is. Each act is written to `monkey-SEED.trace` in the folder before it is done, for what
    ends the process.
    """
    practice = folder / "practice"
    make_practice(SteadyProgram(), practice)
    chance = random.Random(seed)
    until = time.monotonic() + seconds
    seen: Counter[str] = Counter()
    done = 0
    while done < events and time.monotonic() < until:
        room = folder / f"window{done}"
        room.mkdir()
        cage = Cage(theme, room, practice, seed, calm=calm)
        acts: list[Act] = []
        with (folder / f"monkey-{seed}.trace").open("w", encoding="utf-8") as trace:
            note = partial(_note, cage, trace, acts, seen)
            try:
                most = min(FRESH_EVERY, events - done)
                while len(acts) < most and time.monotonic() < until:
                    let_loose(cage, _burst(chance, cage), note)
            except Fault as fault:
                return _first(fault), acts, seen
            finally:
                cage.close()
        done += len(acts)
        shutil.rmtree(room, ignore_errors=True)
    return "", [], seen


def _burst(chance: random.Random, cage: Cage) -> list[Act]:
    """Acts from one look to the next, begun on a page of chance."""
    shortcuts, places = cage.shortcuts, cage.pages
    return [Act("go", chance.choice(places)), *(draw(chance, shortcuts) for _ in range(LOOK_EVERY - 1))]


def _note(cage: Cage, trace: IO[str], acts: list[Act], seen: Counter[str], act: Act) -> None:
    acts.append(act)
    trace.write(f"{act.line()}\n")
    trace.flush()
    seen[cage.place] += 1


def _first(fault: Fault) -> str:
    return str(fault).strip().splitlines()[-1] if str(fault).strip() else type(fault).__name__


def main() -> int:
    reading = argparse.ArgumentParser(prog="python -m tests.monkey")
    reading.add_argument("--events", type=int, default=20_000)
    reading.add_argument("--seed", type=int, default=1)
    reading.add_argument("--seconds", type=float, default=1e9)
    reading.add_argument("--replay", type=Path)
    given = reading.parse_args()
    existing = QApplication.instance()
    application = (
        existing if isinstance(existing, QApplication) else create_application(["monkey"], os.environ)
    )
    theme = Theme(application, "light")
    with tempfile.TemporaryDirectory() as place:
        if given.replay is not None:
            practice = Path(place) / "practice"
            make_practice(SteadyProgram(), practice)
            acts = [Act.read(line) for line in given.replay.read_text(encoding="utf-8").splitlines()]
            fault = breaks(theme, practice, given.seed, acts)
            print(fault or "nothing broke")
            return 1 if fault else 0
        began = time.monotonic()
        fault, acts, seen = run(theme, Path(place), given.events, given.seed, given.seconds)
        took = time.monotonic() - began
        print(f"{sum(seen.values())} acts in {took:.0f} s, by page: {dict(seen.most_common())}")
        if not fault:
            print("nothing broke")
            return 0
        print(f"FAULT: {fault}")
        few = shorten(theme, Path(place) / "practice", given.seed, acts, fault)
    kept = Path(__file__).resolve().parents[2] / "build" / f"monkey-{given.seed}.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("".join(f"{act.line()}\n" for act in few), encoding="utf-8")
    print(f"{len(few)} acts lead to it; they are kept in {kept.relative_to(kept.parents[1])}")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
