"""What a job holds is let go on the thread of the window: it may be the last hold on a page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector_app.gui.runner import JobRunner


class Held:
    """Stands for a page; it notes the thread on which the last hold on it is given up."""

    def __init__(self, seen: list[str]) -> None:
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.current_thread().name)

    def give(self) -> int:
        return 1

    def fail(self) -> int:
        raise ValueError("wrong")

    def take(self, _: object) -> None:
        """Hear the answer."""


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner(lambda error: None)
    yield made
    made.close()


def written(runner: JobRunner, held: Held) -> None:
    runner.write(held.give, held.take, held.take)


def read(runner: JobRunner, held: Held) -> None:
    runner.read(held.give, held.take, held.take)


def failing(runner: JobRunner, held: Held) -> None:
    runner.write(held.fail, held.take, held.take)


def unheard(runner: JobRunner, held: Held) -> None:
    runner.write(held.give)


def overtaken(runner: JobRunner, held: Held) -> None:
    runner.write(held.give, held.take, name="key")


def told_to_nobody(runner: JobRunner, held: Held) -> None:
    owner = QObject()
    runner.write(held.give, held.take, owner=owner)


@pytest.mark.parametrize("ask", [written, read, failing, unheard, overtaken, told_to_nobody])
def test_what_a_job_holds_is_let_go_on_the_thread_of_the_window(
    runner: JobRunner, qtbot: QtBot, ask: Callable[[JobRunner, Held], None]
) -> None:
    seen: list[str] = []
    for _ in range(100):
        ask(runner, Held(seen))
    qtbot.waitUntil(lambda: len(seen) == 100)
    assert set(seen) == {threading.main_thread().name}
