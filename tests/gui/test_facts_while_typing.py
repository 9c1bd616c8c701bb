"""Facts that arrive while somebody types are older than what stands there: they never take its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import outcome_window as ow
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.frame.page import Page
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow
from inspector_app.operations.changed import Changed
from inspector_app.operations.desk import Desk
from tests.journeys.slow_writer import busy_writer
from tests.patience import come_to_rest

pytestmark = pytest.mark.slow


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[OpenWindow]:
    with ow.opened(theme, tmp_path, ow.prepared(tmp_path, ow.decided)) as made:
        yield made


def last_day(page: Page) -> QWidget:
    return page.ended.line  # type: ignore[attr-defined,no-any-return]


def prepared(field: str) -> Callable[[Page], QWidget]:
    return lambda page: getattr(page, field).control.line  # type: ignore[no-any-return]


def part(name: str) -> Callable[[Page], QWidget]:
    """A part of the first finding, which is opened."""

    def found(page: Page) -> QWidget:
        page.show_detail(page._view.agreed[0].id)  # type: ignore[attr-defined]
        ow.wait_for(lambda: page._open_form() is not None)  # type: ignore[attr-defined]
        control = page._open_form().blocks[name].control  # type: ignore[attr-defined]
        return control.focusProxy() or control  # type: ignore[no-any-return]

    return found


def told(page: Page) -> QWidget:
    """The words of the piece that was captured last, which is opened."""
    pieces = page._facts.pieces  # type: ignore[attr-defined]
    page.show_detail(next(one.id for one in pieces if one.text))
    ow.wait_for(lambda: page.capture_card is not None)  # type: ignore[attr-defined]
    return page.capture_card.text.box  # type: ignore[attr-defined,no-any-return]


PLACES = [
    pytest.param("export", last_day, "3/1", "2/2099", id="last day"),
    pytest.param("prepare", prepared("last_day"), "3/1", "2/2099", id="last day, prepared"),
    pytest.param("prepare", prepared("contact"), "01632", " 960", id="contact"),
    pytest.param("evidence", told, "Logs", " of nights", id="evidence"),
    pytest.param("findings", part("title"), "A log", " of nights", id="title"),
    pytest.param("findings", part("outcome"), "Safe", " at night", id="outcome"),
]


def text_of(field: QWidget) -> str:
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def at(opened: OpenWindow, key: str, find: Callable[[Page], QWidget]) -> QWidget:
    opened.shell.go(key)
    page = opened.window.page
    assert page is not None
    come_to_rest(opened.window)
    field = find(page)
    come_to_rest(opened.window)
    field.setFocus()
    ow.wait_for(field.hasFocus)
    return field


def something_changed(opened: OpenWindow) -> None:
    """As when another field was recorded, or files were merged: every page asks how the record stands."""
    kinds = frozenset({"inspection", "finding", "evidence", "answer"})
    opened.workbench.changed.emit(Changed(opened.workbench.inspection_id, kinds))


@pytest.mark.parametrize(("key", "find", "first", "rest"), PLACES)
def test_what_is_half_typed_stays_when_facts_arrive_and_is_recorded_whole(
    opened: OpenWindow, qtbot: QtBot, key: str, find: Callable[[Page], QWidget], first: str, rest: str
) -> None:
    field = at(opened, key, find)
    field.selectAll()  # type: ignore[attr-defined]
    with busy_writer(opened.workbench):
        something_changed(opened)
        qtbot.keyClicks(field, first)
    come_to_rest(opened.window)
    assert text_of(field) == first
    something_changed(opened)
    come_to_rest(opened.window)
    assert text_of(field) == first
    qtbot.keyClicks(field, rest)
    assert text_of(field) == first + rest


@pytest.mark.parametrize(("key", "find", "first", "rest"), PLACES)
def test_what_was_just_left_is_not_overtaken_by_older_facts(
    opened: OpenWindow, qtbot: QtBot, key: str, find: Callable[[Page], QWidget], first: str, rest: str
) -> None:
    """The facts were asked for before it was left, and read before it was recorded."""
    field = at(opened, key, find)
    field.selectAll()  # type: ignore[attr-defined]
    shown: list[str] = []
    qtbot.keyClicks(field, first + rest)
    with busy_writer(opened.workbench):
        something_changed(opened)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        left = text_of(field)
        field.textChanged.connect(lambda *_: shown.append(text_of(field)))  # type: ignore[attr-defined]
    come_to_rest(opened.window)
    assert text_of(field) == left and set(shown) <= {left}


@pytest.mark.parametrize(("key", "find", "first", "rest"), PLACES)
def test_undo_brings_back_what_stood_there(
    opened: OpenWindow, qtbot: QtBot, key: str, find: Callable[[Page], QWidget], first: str, rest: str
) -> None:
    field = at(opened, key, find)
    before = text_of(field)
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, first + rest)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    come_to_rest(opened.window)
    assert text_of(field) != before
    opened.window.registry.action("edit.undo").trigger()
    ow.wait_for(lambda: text_of(field) == before)


def test_a_day_typed_slowly_is_not_rewritten_under_the_hand(opened: OpenWindow, qtbot: QtBot) -> None:
    """After a pause what was typed is recorded; it is written out in full when the field is left."""
    field = at(opened, "export", last_day)
    field.selectAll()  # type: ignore[attr-defined]
    page = opened.window.page
    qtbot.keyClicks(field, "3/1")
    page.ended._pause.timeout.emit()  # type: ignore[union-attr]
    come_to_rest(opened.window)
    assert text_of(field) == "3/1"
    qtbot.keyClicks(field, "2/2025")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    come_to_rest(opened.window)
    assert text_of(field) == "3 December 2025"
    kept: list[str] = []

    def read(desk: Desk) -> None:
        kept.append(str(desk.inspection(opened.workbench.inspection_id).ended_on))

    opened.workbench.run(read)
    ow.wait_for(lambda: bool(kept))
    assert kept == ["2025-12-03"] and QApplication.focusWidget() is not field
