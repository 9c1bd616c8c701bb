"""Each hour of work makes a backup by itself: the timer's own, under a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pages
import pytest
from driver import Driver
from test_backups_by_themselves import backups_at, life_of, with_a_place
from test_first_day import inspection_started

from inspector_app.__main__ import Container
from inspector_app.gui import backing_up
from inspector_app.operations.program import Program

pytestmark = pytest.mark.slow


@dataclass
class Clock:
    """Goes as the machine's does, and is moved ahead."""

    ahead: timedelta = field(default_factory=timedelta)


class Clocked(Container):
    """The real program under that clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        return super().now() + self._clock.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def programs(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Program]:
    monkeypatch.setattr(backing_up, "LOOK_MILLISECONDS", 20)  # a minute
    return lambda: Clocked(clock)


def newest(stick: Path) -> str:
    """The name of the latest backup, which says when it was made; older ones are rotated."""
    return backups_at(stick)[-1].name


def some_looks(driver: Driver) -> None:
    """The timer has gone off several times, and what it asked for was answered."""
    seen: list[None] = []
    timer = life_of(driver).backups._timer
    counting = timer.timeout.connect(lambda: seen.append(None))
    driver.until(lambda: len(seen) >= 5)
    timer.timeout.disconnect(counting)
    driver.settled()
    driver.until(lambda: life_of(driver).backups.job is None)


def test_an_hour_after_the_last_the_timer_makes_one_if_something_changed(
    open_window: Callable[[], Driver], office_folder: Path, tmp_path: Path, clock: Clock
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    driver = inspection_started(open_window, office_folder)
    pages.Prepare(driver)
    with_a_place(driver, stick)
    life_of(driver).idle.stop()  # else the moved clock is taken for a computer that slept
    some_looks(driver)
    last = newest(stick)
    clock.ahead = timedelta(hours=3)
    some_looks(driver)
    assert newest(stick) == last, "nothing was changed since"
    driver.press("Alt+Home")
    pages.Home(driver).open("Riverbank House (example)")
    pages.Prepare(driver).type_contact("01632 960001")
    driver.until(lambda: newest(stick) > last)
    some_looks(driver)
    last = newest(stick)
    driver.type("2")
    for minutes in (0, 58):
        clock.ahead = timedelta(hours=3, minutes=minutes)
        some_looks(driver)
        assert newest(stick) == last, "the hour is not over"
    clock.ahead = timedelta(hours=4, minutes=2)
    driver.until(lambda: newest(stick) > last)
    driver.until(lambda: life_of(driver).light.text() == "Backed up")
