"""Errors end in one place: said once, safely, without answers or names."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.errors import KnownError
from inspector_app.gui.errors import ErrorReporter, places_of
from inspector_app.gui.widgets.message_bar import Message


class Wall:
    """Keeps what it is shown."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def show_message(self, message: Message, act: Callable[[], None] | None = None) -> None:
        self.messages.append(message)


@pytest.fixture
def reporter(qtbot: QtBot) -> ErrorReporter:
    return ErrorReporter(lambda: "Saved 14:03:22")


def broken(answer: str) -> None:
    raise KeyError(answer)


def test_a_known_error_becomes_an_inline_message(reporter: ErrorReporter) -> None:
    wall = Wall()
    reporter.present_in(wall)
    reporter.report(KnownError("The disk is full.", "Make room.", code="disk-full"))
    assert wall.messages == [Message("The disk is full.", "Make room.", "bad")]


def test_a_bug_is_said_once_with_what_is_safe_and_what_to_do(reporter: ErrorReporter) -> None:
    wall = Wall()
    reporter.present_in(wall)
    for _ in range(3):
        try:
            broken("YP1 is at risk")
        except KeyError as error:
            reporter.report(error)
    assert len(wall.messages) == 1
    assert "Saved 14:03:22" in wall.messages[0].advice
    assert "go on working" in wall.messages[0].advice
    assert len(reporter.reports) == 3


def test_no_answer_reaches_the_log_or_the_report(
    reporter: ErrorReporter, caplog: pytest.LogCaptureFixture
) -> None:
    reporter.present_in(Wall())
    with caplog.at_level(logging.INFO, "inspector_app"):
        try:
            try:
                broken("YP1 is at risk")
            except KeyError as inner:
                raise RuntimeError("while reading YP1") from inner
        except RuntimeError as error:
            reporter.report(error)
    told = caplog.text + "".join(reporter.reports)
    assert "RuntimeError" in told
    assert "KeyError at" in told
    assert "test_gui_errors.py" in told
    assert "YP1" not in told


def test_places_name_no_home_folder() -> None:
    try:
        broken("x")
    except KeyError as error:
        places = places_of(error)
    assert "gui/test_gui_errors.py" in places
    assert not places.startswith("/")
    assert "/home" not in places


def test_errors_before_the_window_are_shown_when_it_comes(reporter: ErrorReporter) -> None:
    reporter.report(KnownError("Early."))
    wall = Wall()
    reporter.present_in(wall)
    assert [message.text for message in wall.messages] == ["Early."]


def test_uncaught_errors_of_other_threads_arrive_on_this_one(reporter: ErrorReporter, qtbot: QtBot) -> None:
    wall = Wall()
    reporter.present_in(wall)
    before = threading.excepthook
    reporter.install()
    try:
        thread = threading.Thread(target=broken, args=("x",))
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(wall.messages) == 1)
    finally:
        reporter.uninstall()
    assert threading.excepthook is before


def test_the_hook_of_this_thread_takes_what_nobody_caught(reporter: ErrorReporter) -> None:
    wall = Wall()
    reporter.present_in(wall)
    before = sys.excepthook
    reporter.install()
    try:
        try:
            broken("x")
        except KeyError as error:
            sys.excepthook(KeyError, error, error.__traceback__)
    finally:
        reporter.uninstall()
    assert len(wall.messages) == 1
    assert sys.excepthook is before
