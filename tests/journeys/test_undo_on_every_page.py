"""Ctrl+Z is everybody's: on each page it takes back what was done last, wherever that was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_pages import CONTROL, SHIFT, Desk, begin, open_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.theme import Theme


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.desk.store.close()
    yield open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)


def rest(desk: Desk) -> None:
    desk.bot.waitUntil(lambda: not desk.opened.workbench.keys.holding)
    desk.settle()


def test_what_was_answered_is_taken_back_on_each_page_and_done_again(desk: Desk) -> None:
    desk.at("risk_systems", "systems")
    desk.write("3")
    desk.settle()
    pages = [item.key for item in desk.opened.window.rail.items]
    assert len(pages) >= 9
    values = {}
    for key in (*pages, "history"):
        desk.go(key)
        desk.press(Qt.Key.Key_Z, CONTROL)
        rest(desk)
        undone = desk.value("systems")
        desk.press(Qt.Key.Key_Z, CONTROL | SHIFT)
        rest(desk)
        values[key] = (undone, desk.value("systems"))
    assert values == dict.fromkeys(values, ("", "no"))
