"""Work is done off the GUI thread, in order, and delivered on it; errors do not stop the queue."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import long_work
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from inspector_app.errors import KnownError
from inspector_app.gui import runner as runner_room
from inspector_app.gui.processes import ProcessRunner
from inspector_app.gui.runner import JobRunner


@pytest.fixture
def failures() -> list[BaseException]:
    return []


@pytest.fixture
def runner(qtbot: QtBot, failures: list[BaseException]) -> Iterator[JobRunner]:
    made = JobRunner(failures.append)
    yield made
    made.close()


def test_work_runs_on_one_other_thread_and_is_delivered_here(runner: JobRunner, qtbot: QtBot) -> None:
    workers: list[int] = []
    deliveries: list[int] = []
    for _ in range(50):
        runner.write(
            threading.get_ident,
            lambda ident: (workers.append(ident), deliveries.append(threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(workers) == 50)
    assert set(deliveries) == {threading.get_ident()}
    assert len(set(workers)) == 1
    assert set(workers) != set(deliveries)


def test_jobs_run_in_the_order_given(runner: JobRunner, qtbot: QtBot) -> None:
    ran: list[int] = []
    for number in range(200):
        runner.write(lambda number=number: ran.append(number))  # type: ignore[misc]
    runner.close()
    assert ran == list(range(200))


def test_between_results_that_take_long_to_show_the_window_does_what_waits(
    runner: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner_room, "AT_ONCE_SECONDS", 0.0)
    order: list[str] = []

    class Key(QObject):
        def event(self, event: QEvent, /) -> bool:
            order.append("key")
            return True

    key, gate = Key(), threading.Event()

    def show(number: int) -> None:
        order.append(f"result {number}")
        QCoreApplication.postEvent(key, QEvent(QEvent.Type.User))

    runner.write(lambda: gate.wait(60))
    for number in range(3):
        runner.write(lambda number=number: number, show)  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 6)
    assert order == ["result 0", "key", "result 1", "key", "result 2", "key"]


def test_an_error_reaches_its_handler_and_the_next_job_still_runs(
    runner: JobRunner, qtbot: QtBot, failures: list[BaseException]
) -> None:
    mine: list[BaseException] = []
    done: list[str] = []

    def wrong() -> None:
        raise ValueError("wrong")

    runner.write(wrong)
    runner.write(wrong, failed=mine.append)
    runner.write(lambda: "fine", done.append)
    qtbot.waitUntil(lambda: done == ["fine"])
    assert [type(error) for error in failures + mine] == [ValueError, ValueError]


def test_a_newer_job_of_one_name_replaces_the_waiting_one_and_nothing_overtakes(runner: JobRunner) -> None:
    gate = threading.Event()
    ran: list[str] = []
    runner.write(gate.wait)
    for value in ("a", "ab", "abc"):
        runner.write(lambda value=value: ran.append(value), name="comment")  # type: ignore[misc]
    runner.write(lambda: ran.append("fold"))
    for value in ("abcd", "abcde"):
        runner.write(lambda value=value: ran.append(value), name="comment")  # type: ignore[misc]
    gate.set()
    runner.close()
    assert ran == ["abc", "fold", "abcde"]


def test_close_waits_for_all_jobs_and_delivers_them(runner: JobRunner) -> None:
    delivered: list[int] = []
    for number in range(20):
        runner.write(lambda number=number: number, delivered.append)  # type: ignore[misc]
    runner.read(lambda: 99, delivered.append)
    runner.close()
    runner.close()
    assert sorted(delivered) == [*range(20), 99]
    with pytest.raises(RuntimeError):
        runner.write(lambda: None)


def test_nothing_is_delivered_to_an_owner_that_is_gone(runner: JobRunner) -> None:
    owner = QObject()
    delivered: list[int] = []
    gate = threading.Event()
    runner.write(lambda: gate.wait() and 1, delivered.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    runner.close()
    assert delivered == []


def test_changed_carries_what_an_operation_touched(runner: JobRunner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.changed) as told:
        runner.tell_changed(("answer", "q4"))
    assert told.args == [("answer", "q4")]


def test_no_process_is_started_before_it_is_needed(qtbot: QtBot) -> None:
    runner = ProcessRunner()
    assert not runner.started
    runner.close()


@pytest.fixture(scope="module")
def processes(qapp: QObject) -> Iterator[ProcessRunner]:
    made = ProcessRunner()
    yield made
    made.close()
    assert not made.started


@pytest.fixture
def no_thread_is_left() -> None:
    """The child process of this file outlives its tests and is closed by its fixture."""


def test_long_work_runs_in_a_child_with_progress(processes: ProcessRunner, qtbot: QtBot) -> None:
    import os

    seen: list[tuple[int, int]] = []
    job = processes.run_in_process(long_work.count, 5)
    job.progress.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.done) as done:
        pass
    process, total = done.args[0]
    assert (process != os.getpid(), total) == (True, 5)
    assert seen == [(step, 5) for step in range(1, 6)]


def test_long_work_is_cancelled_and_the_next_still_runs(processes: ProcessRunner, qtbot: QtBot) -> None:
    first = processes.run_in_process(long_work.wait_to_be_cancelled)
    waiting = processes.run_in_process(long_work.wait_to_be_cancelled)
    with qtbot.waitSignal(first.progress):
        pass
    with qtbot.waitSignals([waiting.cancelled, first.cancelled]):
        waiting.cancel()
        first.cancel()
    after = processes.run_in_process(long_work.count, 1)
    with qtbot.waitSignal(after.done):
        pass


def test_cancelling_a_waiting_job_leaves_the_running_one_alone(
    processes: ProcessRunner, qtbot: QtBot
) -> None:
    running = processes.run_in_process(long_work.count, 3)
    waiting = processes.run_in_process(long_work.wait_to_be_cancelled)
    waiting.cancel()
    with qtbot.waitSignal(running.done):
        pass
    assert waiting.over


def test_the_death_of_the_child_is_said_and_the_next_job_gets_another(
    processes: ProcessRunner, qtbot: QtBot
) -> None:
    job = processes.run_in_process(long_work.die)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert isinstance(failed.args[0], KnownError)
    after = processes.run_in_process(long_work.count, 1)
    with qtbot.waitSignal(after.done):
        pass


def test_a_result_that_cannot_be_sent_is_an_error_not_a_hang(processes: ProcessRunner, qtbot: QtBot) -> None:
    job = processes.run_in_process(long_work.unsendable)
    with qtbot.waitSignal(job.failed):
        pass


def test_a_known_error_that_cannot_be_made_again_arrives_with_its_words(
    processes: ProcessRunner, qtbot: QtBot
) -> None:
    job = processes.run_in_process(long_work.fail_oddly)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    error = failed.args[0]
    assert isinstance(error, KnownError)
    assert (error.message, error.advice, error.code) == ("Odd.", "Try again.", "odd")


def test_an_error_in_the_child_arrives_as_itself(processes: ProcessRunner, qtbot: QtBot) -> None:
    job = processes.run_in_process(long_work.fail)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert isinstance(failed.args[0], ValueError)


def test_the_child_imports_no_qt(processes: ProcessRunner, qtbot: QtBot) -> None:
    job = processes.run_in_process(long_work.has_qt)
    with qtbot.waitSignal(job.done) as done:
        pass
    assert done.args == [False]


def test_an_answer_never_comes_before_the_call_returns(
    runner: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job may be done before its caller asks to be told: then it is collected on this thread."""
    submit = runner._writer.submit

    def finished(*work: object) -> object:
        future = submit(*work)  # type: ignore[arg-type]
        future.exception()
        return future

    monkeypatch.setattr(runner._writer, "submit", finished)
    order: list[str] = []
    runner.write(lambda: None, lambda _: order.append("answered"))
    order.append("returned")
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["returned", "answered"]
