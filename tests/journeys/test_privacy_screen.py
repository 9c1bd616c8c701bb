"""One key hides everything; the next one shows it again and does nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_pages import CONTROL, Desk, begin, open_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.privacy import PrivacyScreen
from inspector_app.gui.theme import Theme


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.desk.store.close()
    yield open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)


def seen(desk: Desk) -> str:
    window = desk.opened.window
    words = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    return " ".join([*words, window.windowTitle()])


def test_nothing_of_the_inspection_is_seen_and_what_was_typed_is_kept(desk: Desk) -> None:
    desk.at("risk_systems", "systems_comment")
    desk.write("Seen at")
    assert "Riverbank" in seen(desk)
    desk.press(Qt.Key.Key_F12)
    assert isinstance(desk.focused(), PrivacyScreen)
    assert "Riverbank" not in seen(desk)
    desk.settle()
    assert desk.value("systems_comment") == "Seen at"
    desk.write("x")
    box = desk.focused()
    assert isinstance(box, QPlainTextEdit) and box.toPlainText() == "Seen at"
    assert "Riverbank" in seen(desk)
    desk.write(" noon")
    assert box.toPlainText() == "Seen at noon"


def test_no_shortcut_is_done_behind_the_screen(desk: Desk) -> None:
    desk.at("policy", "policy")
    desk.press(Qt.Key.Key_F12)
    desk.press(Qt.Key.Key_E, CONTROL)
    desk.settle()
    assert desk.page.focused_key().endswith("/policy")


def test_locking_while_hidden_shows_the_door(desk: Desk) -> None:
    desk.at("policy", "policy")
    desk.press(Qt.Key.Key_F12)
    desk.opened.shell.lock()
    desk.bot.waitUntil(lambda: not desk.opened.workbench.unlocked)
    assert "Riverbank" not in seen(desk)
    desk.press(Qt.Key.Key_Space)
    assert "Riverbank" not in seen(desk)
    page = desk.opened.window.page
    assert page is not None and page.key in ("unlock", "first_start") and page.isVisible()
