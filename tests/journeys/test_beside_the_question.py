"""Beside the checklist: last time's answer to the question in focus, and how the field came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from checklist_pages import CONTROL, Desk, begin, open_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui.pages.checklist.beside import LinesSection
from inspector_app.gui.theme import Theme
from inspector_app.operations.start_inspection import Plan, start_inspection


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.answer("policy", "in_place")
    begun.answer("policy_comment", "Reviewed in spring.")
    begun.answer("systems", "partially")
    first = begun.inspection
    day = first.started_on + timedelta(days=30)
    number = first.service.service_number
    plan = Plan("EX-NEXT", number, first.type, announced=False, started_on=day, inspectors=first.inspectors)
    second, _ = start_inspection(begun.desk, plan)
    begun.desk.store.close()
    yield open_at(qtbot, theme, make_program, begun.desk.store.path, second.id)


def section(desk: Desk, name: str) -> LinesSection:
    found = getattr(desk.page.evidence.beside, name)
    assert isinstance(found, LinesSection)
    return found


def test_last_time_follows_the_question_under_the_keyboard(desk: Desk) -> None:
    desk.at("policy", "policy")
    last = section(desk, "last")
    desk.bot.waitUntil(lambda: bool(last.words))
    assert last.words[0] == "In place"
    assert last.words[1].startswith("EX-2026")
    assert "Reviewed in spring." in last.words
    desk.at("risk_systems", "systems")
    other = section(desk, "last")
    desk.bot.waitUntil(lambda: bool(other.words))
    assert other.words[0] == "Partially"


def test_the_changes_of_the_field_stand_beside_it_and_follow_the_keyboard(desk: Desk) -> None:
    desk.at("risk_systems", "systems")
    desk.write("1")
    desk.settle()
    desk.write("3")
    desk.settle()
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Backtab)
    changes = section(desk, "changes")
    desk.bot.waitUntil(lambda: changes.words[:1] == ("No",))
    assert changes.words[2] == "Yes"
    desk.at("risk_systems", "systems_comment")
    desk.bot.waitUntil(lambda: not changes.words)


def test_why_a_question_is_asked_is_one_key_away(desk: Desk) -> None:
    desk.at("policy", "policy")
    asked = [block for block in desk.page._blocks.values() if block.card._why is not None]
    if not asked:
        desk.at("risk_systems", "systems")
        asked = [block for block in desk.page._blocks.values() if block.card._why is not None]
    fold = asked[0].card._why
    assert fold is not None and not fold.is_open()
    desk.opened.shell.go(desk.page.key, asked[0].view.key)
    desk.settle()
    desk.press(Qt.Key.Key_I, CONTROL)
    assert fold.is_open()
    desk.press(Qt.Key.Key_I, CONTROL)
    assert not fold.is_open()
