"""While a writer lives, widgets are never taken apart on another thread than the window's."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.gui import garbage
from inspector_app.gui.runner import JobRunner


@pytest.fixture(autouse=True)
def collected_here() -> None:
    """Here nobody but the writer asks for it."""


class Knot:
    """Garbage that only the collector finds; it notes the thread that it is taken apart on."""

    seen: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.seen.append(threading.current_thread().name)


def test_garbage_of_the_writer_is_collected_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    gc.collect()
    Knot.seen.clear()
    runner = JobRunner(lambda error: None)
    done: list[int] = []

    def litter() -> int:
        return len([Knot() for _ in range(50_000)])

    try:
        runner.write(litter, done.append)
        qtbot.waitUntil(lambda: bool(done))
        runner.write(lambda: 0, done.append)
        qtbot.waitUntil(lambda: len(done) == 2)
    finally:
        runner.close()
    assert len(Knot.seen) >= 40_000
    assert set(Knot.seen) == {threading.main_thread().name}


def test_python_collects_by_itself_again_once_the_writer_has_ended() -> None:
    runner = JobRunner(lambda error: None)
    assert not gc.isenabled()
    runner.close()
    assert gc.isenabled()


def test_python_does_not_collect_by_itself_while_another_writer_lives() -> None:
    window, office = JobRunner(lambda error: None), JobRunner(lambda error: None)
    office.close()
    assert not gc.isenabled()
    window.close()
    assert gc.isenabled()


@pytest.fixture
def looked() -> Iterator[list[int]]:
    """The generations that were looked through; a writer lives meanwhile."""
    seen: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            seen.append(about["generation"])

    garbage.only_here()
    gc.unfreeze()
    gc.collect()
    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    garbage.anywhere()


def test_while_somebody_works_only_the_young_are_looked_through(looked: list[int]) -> None:
    for _ in range(30):
        kept = [Knot() for _ in range(garbage.YOUNG + 1)]
        garbage.collect()
    assert len(kept) and set(looked) == {0} and len(looked) >= 30


def test_a_pause_frees_what_grew_old_and_leaves_the_rest_alone(looked: list[int]) -> None:
    garbage.rest()
    Knot.seen.clear()
    knots = [Knot() for _ in range(50)]
    gc.collect(0)
    knots.clear()
    garbage.collect()
    assert not Knot.seen
    garbage.rest()
    assert len(Knot.seen) == 50 and gc.get_freeze_count() > 10_000


def test_a_long_pause_frees_what_was_left_alone_too(looked: list[int]) -> None:
    garbage.rest()
    Knot.seen.clear()
    knots = [Knot() for _ in range(50)]
    for _ in range(garbage.MANY):
        garbage.rest()
    knots.clear()
    garbage.rest()
    assert not Knot.seen
    garbage.thorough()
    assert len(Knot.seen) == 50
