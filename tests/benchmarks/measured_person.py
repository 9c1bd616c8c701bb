"""Somebody at the keyboard of the real window, and a heart beside it that tells how long a key was not heard.

For `bench_hand.py`, which puts the folder of the journeys where this finds their driver.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from checklist_pages import Desk
from driver import Driver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.patience import come_to_rest, wait_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from inspector_app.gui.window_run import OpenWindow

FRAME, VISIT = 16.0, 50.0
KEY, FIRST, AGAIN, READING = "key on an open page", "first visit of a page", "another visit", "while reading"
LIMITS = {KEY: FRAME, FIRST: VISIT, AGAIN: VISIT, READING: FRAME}
BEFORE = ("first_start", "unlock")
"""Pages before there is a desk: what stands behind the derivation of a key is not a day's work."""


@dataclass
class Stretch:
    """The longest that no key could be heard after one key, in ms by the clock, and in ms of the window's
    thread on the processor, which other work on the machine does not change.
    """

    kind: str
    what: str
    clock: float
    worked: float
    seen: list[str] = field(default_factory=list)


@dataclass
class Heart:
    """Beats while the window works; `seen` is filled by `watch`."""

    since: tuple[float, float] | None = None
    longest: float = 0.0
    worked: float = 0.0
    looks: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def beat(self) -> None:
        """A key would have been heard now."""
        if self.since is None:
            return
        now = (time.perf_counter(), time.thread_time())
        clock, worked = ((after - before) * 1000 for before, after in zip(self.since, now, strict=True))
        self.longest = max(self.longest, clock)
        if worked > self.worked:
            self.worked, self.seen = worked, list(self.looks)
        self.looks.clear()
        self.since = now

    def begin(self) -> None:
        self.longest, self.worked, self.seen = 0.0, 0.0, []
        self.since = (time.perf_counter(), time.thread_time())
        self.looks.clear()

    def stop(self) -> None:
        self.beat()
        self.since = None

    def watch(self) -> None:
        """Look each millisecond what the window's thread is at, from a thread of its own."""
        window = threading.main_thread().ident

        def look() -> None:
            while True:
                time.sleep(0.001)
                frame = sys._current_frames().get(cast(int, window)) if self.since is not None else None
                named = []
                while frame is not None:
                    code = frame.f_code
                    if "inspector_app" in code.co_filename:
                        named.append(f"{Path(code.co_filename).stem}:{code.co_name}:{frame.f_lineno}")
                    frame = frame.f_back
                self.looks.append(" < ".join(named[:6]))

        threading.Thread(target=look, daemon=True).start()


class Person(Driver):
    """Waits after each key until it is answered."""

    def __init__(self, opened: OpenWindow, heart: Heart) -> None:
        keys = SimpleNamespace(keyClick=QTest.keyClick, keyClicks=QTest.keyClicks)
        super().__init__(cast("QtBot", keys), opened)
        self.visited: set[str] = set()
        self.heart = heart
        self.stretches: list[Stretch] = []

    @contextmanager
    def answered(self, what: str) -> Iterator[None]:
        before = self.page.key
        self.heart.begin()
        yield
        come_to_rest(self.window, idle=False)
        self.heart.stop()
        after = self.page.key
        if after not in BEFORE and before not in BEFORE:
            kind = KEY if after == before else AGAIN if after in self.visited else FIRST
            words = f"{what} on {before}" if after == before else f"{what} from {before} to {after}"
            self.stretches.append(
                Stretch(kind, words, self.heart.longest, self.heart.worked, self.heart.seen)
            )
        self.visited.add(after)
        if after != before:
            self.read()

    def read(self) -> None:
        """Look at the page and press nothing, until the window has nothing left to do."""
        come_to_rest(self.window, idle=False)
        self.heart.begin()
        come_to_rest(self.window)
        self.heart.stop()
        words = f"reading {self.page.key}"
        self.stretches.append(Stretch(READING, words, self.heart.longest, self.heart.worked, self.heart.seen))

    def settled(self) -> None:
        come_to_rest(self.window, idle=False)

    def press(self, keys: str, times: int = 1) -> None:
        for _ in range(times):
            with self.answered(keys):
                super().press(keys)

    def type(self, text: str) -> None:
        for letter in text:
            with self.answered("a letter"):
                super().type(letter)

    def until(self, so: Callable[[], bool]) -> None:
        """What comes later is still the answer to the last key."""
        self.heart.begin()
        super().until(so)
        self.heart.stop()
        last = self.stretches[-1] if self.stretches else Stretch("", "", 0, 0)
        last.clock = max(last.clock, self.heart.longest)
        if self.heart.worked > last.worked:
            last.worked, last.seen = self.heart.worked, self.heart.seen


class MeasuredDesk(Desk):
    """The same person before a checklist."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.opened, cast("QtBot", SimpleNamespace(waitUntil=wait_for)))
        self.person = person

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        with self.person.answered(key.name):
            super().press(key, modifiers)

    def write(self, text: str) -> None:
        for letter in text:
            with self.person.answered("a letter"):
                super().write(letter)

    def settle(self) -> None:
        come_to_rest(self.window, idle=False)

    def at(self, screen: str, name: str) -> str:
        there = super().at(screen, name)
        self.person.read()
        return there
