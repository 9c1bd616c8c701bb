"""Keys typed while the record is slow: none goes to the place being left, none to a control not meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_pages import CONTROL, Desk, begin, open_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from slow_writer import busy_writer

from inspector_app.__main__ import make_program
from inspector_app.gui.pages.findings.page import FindingsPage
from inspector_app.gui.pages.register.page import RegisterPage
from inspector_app.gui.pages.start.page import StartPage
from inspector_app.gui.theme import Theme
from inspector_app.operations.findings import suggested
from inspector_app.operations.workspace import Workspace


@pytest.fixture(scope="module")
def theme(qapp: object) -> Theme:
    return Theme(qapp, "light")  # type: ignore[arg-type]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    begun = begin(make_program(), tmp_path / "desks")
    begun.desk.store.close()
    yield open_at(qtbot, theme, make_program, begun.desk.store.path, begun.inspection.id)


def at_last(desk: Desk) -> None:
    desk.bot.waitUntil(lambda: not desk.opened.workbench.keys.holding)
    desk.settle()


def test_answers_typed_with_f8_between_them_each_go_to_their_question(desk: Desk) -> None:
    desk.at("policy", "policy")
    with busy_writer(desk.opened.workbench):
        desk.write("1")
        desk.press(Qt.Key.Key_F8)
        desk.write("2")
        desk.press(Qt.Key.Key_F8)
    at_last(desk)
    assert desk.value("policy") == "in_place"
    assert desk.value("policy_framework") == "partially"
    assert desk.opened.window.page is not None
    assert desk.opened.window.page.key == "screen:staff_awareness"


def test_what_is_typed_after_f8_never_goes_to_the_field_that_was_left(desk: Desk) -> None:
    desk.at("risk_systems", "systems_comment")
    box = desk.focused()
    assert isinstance(box, QPlainTextEdit)
    with busy_writer(desk.opened.workbench):
        desk.write("Seen.")
        desk.press(Qt.Key.Key_F8)
        desk.write("2 ")
        assert box.toPlainText() == "Seen."
    at_last(desk)
    assert desk.value("systems_comment") == "Seen."


def test_f8_lands_at_once_where_the_facts_are_there(desk: Desk) -> None:
    desk.at("care_plans", "care_plans")
    desk.at("policy", "policy")
    with busy_writer(desk.opened.workbench):
        desk.press(Qt.Key.Key_F8)
        assert not desk.opened.workbench.keys.waiting
    at_last(desk)
    assert desk.page.focused_key().endswith("/aware_indicators_choice")


def test_letters_after_undo_wait_for_it_and_come_after(desk: Desk) -> None:
    desk.at("risk_systems", "systems")
    desk.write("3")
    desk.press(Qt.Key.Key_Tab)
    desk.settle()
    with busy_writer(desk.opened.workbench):
        desk.press(Qt.Key.Key_Z, CONTROL)
        desk.write("1")
    at_last(desk)
    assert desk.value("systems") == ""


def test_keys_after_adding_a_suggestion_do_not_add_the_next(desk: Desk) -> None:
    desk.at("policy", "policy")
    desk.write("3")
    desk.settle()
    desk.settle()
    strip = desk.page._strips[0]
    strip.add_button.setFocus(Qt.FocusReason.TabFocusReason)
    clause = strip.suggestion.clause.id
    with busy_writer(desk.opened.workbench):
        desk.press(Qt.Key.Key_Return)
        desk.write("  1")
        desk.press(Qt.Key.Key_Return)
    at_last(desk)

    def left(at: Workspace) -> list[str]:
        found = suggested(at.desk, at.desk.inspection(at.inspection), at.checklists())
        return [one.clause.id for one in found]

    found: list[list[str]] = []
    desk.opened.workbench.work(left, found.append)
    desk.bot.waitUntil(lambda: bool(found))
    assert clause not in found[0]
    assert desk.value("policy") == "none"
    assert [finding.kind.value for finding in findings(desk)] == ["recommendation"]


def findings(desk: Desk) -> list[object]:
    found: list[list[object]] = []
    desk.opened.workbench.work(lambda at: list(at.desk.findings(at.inspection)), found.append)
    desk.bot.waitUntil(lambda: bool(found))
    return found[0]


def test_keys_for_a_page_that_is_still_empty_reach_its_first_question(desk: Desk) -> None:
    desk.at("policy", "policy")
    with busy_writer(desk.opened.workbench):
        desk.opened.shell.go("screen:risk_systems")
        desk.write("1")
    at_last(desk)
    assert desk.value("systems") == "yes"
    assert desk.value("policy") == ""


def test_a_question_that_undo_hides_hands_the_keyboard_to_no_other_question(desk: Desk) -> None:
    desk.at("policy", "policy")
    desk.write("1")
    desk.settle()
    desk.next_open()
    assert desk.page.focused_key().endswith("/policy_framework")
    desk.press(Qt.Key.Key_Z, CONTROL)
    at_last(desk)
    assert desk.value("policy") == ""
    desk.write("1")
    desk.settle()
    assert desk.value("policy") == ""


def test_escape_gives_up_waiting_and_the_old_field_gets_nothing(desk: Desk) -> None:
    desk.at("policy", "policy")
    with busy_writer(desk.opened.workbench):
        desk.write("1")
        desk.press(Qt.Key.Key_F8)
        desk.write("3")
        desk.press(Qt.Key.Key_Escape)
        assert not desk.opened.workbench.keys.holding
    at_last(desk)
    assert desk.value("policy") == "in_place"


def test_what_follows_a_new_finding_is_typed_into_it(desk: Desk) -> None:
    desk.go("findings")
    page = desk.opened.window.page
    assert isinstance(page, FindingsPage)
    with busy_writer(desk.opened.workbench):
        desk.press(Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        desk.write("Keep a record")
    at_last(desk)
    assert page._open
    form = page._open_form()
    assert form is not None and form.isAncestorOf(desk.focused())


def test_enter_takes_the_service_that_was_typed_not_the_one_still_shown(desk: Desk) -> None:
    desk.go("start")
    page = desk.opened.window.page
    assert isinstance(page, StartPage)
    desk.settle()
    first = page.list.lines[0].title
    wanted = next(line.title for line in page.list.lines if line.title != first)
    page.search.control.line.setFocus()  # type: ignore[attr-defined]
    with busy_writer(desk.opened.workbench):
        desk.write(wanted)
        desk.press(Qt.Key.Key_Return)
        desk.write("EX-7")
    at_last(desk)
    assert page.chosen_name.text() == wanted
    assert page.reference.control.value().endswith("EX-7")


def test_enter_in_the_register_goes_on_with_the_service_that_was_typed(desk: Desk) -> None:
    desk.go("register")
    page = desk.opened.window.page
    assert isinstance(page, RegisterPage)
    desk.settle()
    wanted = next(line for line in page.list.lines if line.key not in page._under_way)
    page.search.control.line.setFocus()  # type: ignore[attr-defined]
    with busy_writer(desk.opened.workbench):
        desk.write(wanted.title)
        desk.press(Qt.Key.Key_Return)
        desk.press(Qt.Key.Key_Return)
    at_last(desk)
    shown = desk.opened.window.page
    assert isinstance(shown, StartPage)
    assert shown.chosen_name.text() == wanted.title
