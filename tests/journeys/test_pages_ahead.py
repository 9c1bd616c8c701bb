"""The next part is made while this one is read: it takes nothing from this one, and is never out of date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_pages import Desk, begin, open_at
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.pages.checklist.page import ChecklistPage
from inspector_app.gui.pages_ahead import NOT_AHEAD
from inspector_app.gui.theme import Theme
from inspector_app.operations.screens import screen_view


@pytest.fixture(scope="module")
def theme(qapp: object) -> Theme:
    return Theme(qapp, "light")  # type: ignore[arg-type]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.desk.store.close()
    yield open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)


class Polishes(QObject):
    """Counts the widgets that are given their style."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = 0
        for widget in parent.findChildren(QWidget):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        self.count += event.type() == QEvent.Type.Polish
        return False


def made_ahead(desk: Desk, key: str) -> ChecklistPage:
    page = desk.opened.window._pages[key]
    assert isinstance(page, ChecklistPage) and page.away
    return page


def test_the_next_part_is_there_whole_and_the_one_after_it_is_not(desk: Desk) -> None:
    assert desk.at("policy", "policy") == "policy"
    window = desk.opened.window
    page = made_ahead(desk, "screen:staff_awareness")
    assert window.page is desk.page and desk.page.key == "screen:policy"
    assert page.view is not None and page._items.count == len(page.view.items) > 1
    assert not window.has_page("screen:risk_systems")
    polishes = Polishes(page)
    desk.go("screen:staff_awareness")
    assert desk.page is page and page.isVisible() and not page.away
    assert polishes.count == 0  # all of it was dressed before


def test_the_part_that_is_read_keeps_its_keys_and_its_keyboard(desk: Desk) -> None:
    desk.at("staff_awareness", "aware_responsibilities_choice")
    before = desk.focused()
    made_ahead(desk, "screen:risk_systems")
    assert desk.focused() is before
    desk.add_row()
    desk.cells("Cook", "i", "n", "n", "n", "")
    desk.settle()
    assert "Cook" in str(desk.of_record(lambda session: [view.value for view in session.instance.views()]))


def test_what_changed_since_is_shown_when_the_part_is_looked_at(desk: Desk) -> None:
    """Changed beside the window, with nobody typing: what was made ahead must not stand there as it was."""
    desk.at("policy", "policy")
    page = made_ahead(desk, "screen:staff_awareness")
    key = next(key for key in page._fields.keys if key.endswith("/aware_responsibilities_comment"))
    desk.opened.workbench.checklist(lambda session: session.answer(key, "Told by the manager"))
    desk.go("screen:staff_awareness")
    control = page._fields.control(key)
    assert control is not None and control.value() == "Told by the manager"


def test_a_part_not_looked_at_is_shown_anew_once_nobody_types(desk: Desk) -> None:
    desk.go("screen:staff_awareness")
    away = desk.page
    desk.at("policy", "policy")
    key = next(key for key in away._fields.keys if key.endswith("/aware_responsibilities_comment"))
    desk.opened.workbench.checklist(lambda session: session.answer(key, "Told by the manager"))
    desk.settle()
    control = away._fields.control(key)
    assert away.away and control is not None and control.value() == "Told by the manager"
    assert away.view == desk.of_record(lambda session: screen_view(session, "staff_awareness"))


def test_parts_with_a_letter_are_not_made_ahead(desk: Desk) -> None:
    desk.go("screen:policy")
    window = desk.opened.window
    keys = [item.key for item in window.rail.items]
    left_out = [key for key in keys if key in NOT_AHEAD]
    assert len(left_out) == len(NOT_AHEAD)
    for key in left_out:
        desk.go(keys[keys.index(key) - 1])
        assert not window.has_page(key)


def test_nothing_is_made_for_an_inspection_that_was_left(desk: Desk) -> None:
    desk.go("screen:policy")
    assert desk.opened.window.has_page("screen:staff_awareness")
    desk.opened.workbench.open_inspection("")
    desk.go("home")
    left = [key for key in desk.opened.window.page_keys if key.startswith("screen:")]
    assert left in ([], ["screen:policy"])  # the one that was on the screen goes with the next inspection
