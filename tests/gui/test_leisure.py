"""What nobody waits for comes after what somebody does, once, and never for what is closed."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from inspector_app.gui import leisure as room
from inspector_app.gui.leisure import Leisure, leisure_of, show_anew
from inspector_app.gui.runner import JobRunner
from inspector_app.gui.workbench import Workbench
from tests.patience import wait_for


class Bench(QObject):
    """As much of a workbench as is asked for here, with the real runner."""

    saved = Signal(object)
    inspection_changed = Signal(str)
    desk_changed = Signal(bool)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench()
    runner = JobRunner(lambda error: None, made)
    yield made
    runner.close()


@pytest.fixture
def leisure(bench: Bench) -> Leisure:
    return leisure_of(cast(Workbench, bench))


def test_a_workbench_has_one(bench: Bench, leisure: Leisure) -> None:
    assert leisure_of(cast(Workbench, bench)) is leisure


def test_what_is_asked_for_twice_is_done_once_and_in_order(leisure: Leisure) -> None:
    done: list[str] = []

    def first() -> None:
        done.append("first")

    def second() -> None:
        done.append("second")

    for call in (first, second, first):
        leisure.later(call)
    assert done == [] and leisure.waiting == 2
    wait_for(lambda: not leisure.waiting)
    assert done == ["first", "second"]


def test_nothing_is_done_while_the_writer_is_at_work(bench: Bench, leisure: Leisure) -> None:
    (runner,) = bench.findChildren(JobRunner)
    order: list[str] = []
    runner.write(lambda: None, lambda _: order.append("answered"))
    leisure.later(lambda: order.append("at leisure"))
    wait_for(lambda: len(order) == 2)
    assert order == ["answered", "at leisure"]


def test_a_key_puts_it_off(monkeypatch: pytest.MonkeyPatch, bench: Bench, leisure: Leisure) -> None:
    monkeypatch.setattr(room, "PAUSE_MILLISECONDS", 1_000_000)
    leisure.later(lambda: None)
    assert leisure._timer.remainingTime() > 0
    monkeypatch.setattr(room, "PAUSE_MILLISECONDS", 2_000_000)
    bench.saved.emit(None)
    assert leisure._timer.remainingTime() > 1_000_000


def test_without_anything_to_do_no_timer_runs(bench: Bench, leisure: Leisure) -> None:
    bench.saved.emit(None)
    assert not leisure._timer.isActive()
    leisure.later(lambda: None)
    wait_for(lambda: not leisure.waiting)
    assert not leisure._timer.isActive()


@pytest.mark.parametrize("closed", ["inspection", "desk"])
def test_what_was_about_something_closed_is_forgotten(bench: Bench, leisure: Leisure, closed: str) -> None:
    done: list[str] = []
    leisure.later(lambda: done.append("late"))
    if closed == "inspection":
        bench.inspection_changed.emit("")
    else:
        bench.desk_changed.emit(False)
    assert not leisure.waiting and not leisure._timer.isActive() and done == []


def test_a_page_that_is_looked_at_asks_now_and_another_later(bench: Bench, leisure: Leisure) -> None:
    asked: list[str] = []
    for name, away in (("away", True), ("looked at", False)):
        page = SimpleNamespace(away=away)
        show_anew(page, cast(Workbench, bench), lambda name=name: asked.append(name))  # type: ignore[arg-type, misc]
    assert asked == ["looked at"]
    wait_for(lambda: not leisure.waiting)
    assert asked == ["looked at", "away"]
