"""The keyboard map tells every key that there is, and none that there is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui import pages
from inspector_app.gui.pages.keyboard.known import OF_PAGES
from inspector_app.gui.pages.keyboard.page import BACK, KeyboardPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.practice import make_practice
from tests.patience import come_to_be_laid_out

AFTER_MAKING_A_PROFILE = {"sheet.print", "sheet.save", "sheet.go_on"}
"""Registered by the recovery sheet, which the journeys reach."""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("practice")
    make_practice(make_program(), data / "practice")
    return data


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, practice: Path) -> Iterator[OpenWindow]:
    made = build_window(theme, make_program, practice)
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.shell.start()
    yield made
    made.workbench.close()


def settle(opened: OpenWindow) -> None:
    come_to_be_laid_out(opened.window)


def practising(qtbot: QtBot, opened: OpenWindow) -> None:
    opened.window.registry.action("first_start.practise").trigger()
    qtbot.waitUntil(lambda: opened.window.page is not None and opened.window.page.key == "home")
    settle(opened)


def the_map(opened: OpenWindow) -> KeyboardPage:
    page = opened.window.page
    assert isinstance(page, KeyboardPage)
    return page


def test_the_list_of_keys_of_pages_is_what_the_pages_register(qtbot: QtBot, opened: OpenWindow) -> None:
    registry = opened.window.registry
    opened.shell.go("unlock")
    opened.shell.go("first_start")
    of_frame = {spec.id for spec in registry.specs} - registry.of_pages
    practising(qtbot, opened)
    for spec in pages.home_specs():
        opened.shell.go(spec.key)
    opened.shell.go("home")
    settle(opened)
    opened.workbench.open_inspection(opened.window.page.under_way.lines[0].key)  # type: ignore[union-attr]
    opened.shell.go("prepare")
    settle(opened)
    for key in (*(item.key for item in opened.window.rail.items), "complaint"):
        opened.shell.go(key)
        settle(opened)
    opened.shell.go("history", "all")
    known = {one.action: one.key for one in OF_PAGES}
    there = {spec.id: spec.shortcut for spec in registry.specs if spec.id in registry.of_pages}
    there.pop(BACK, None)
    assert not of_frame & set(known)
    missing = {action: told for action, told in there.items() if told and known.get(action) != told}
    assert not missing, "tell these in gui/pages/keyboard/known.py"
    assert not set(known) - set(there) - AFTER_MAKING_A_PROFILE, "these are no longer there"


def test_typing_narrows_the_map_by_what_is_done_or_by_the_key(opened: OpenWindow) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    shown = the_map(opened)
    assert QApplication.focusWidget() is shown.line.line
    QTest.keyClicks(shown.line.line, "undo")
    assert [(hit.title, hit.key) for hit in shown.list.hits] == [("Undo", "Ctrl+Z")]
    shown.line.line.clear()
    QTest.keyClicks(shown.line.line, "f8")
    assert [hit.title for hit in shown.list.hits] == ["Next open", "Open before"]
    shown.line.line.clear()
    QTest.keyClicks(shown.line.line, "teleport")
    assert not shown.list.isVisible() and shown.none.isVisible()


def test_escape_goes_back_to_where_the_map_was_asked_for(qtbot: QtBot, opened: OpenWindow) -> None:
    practising(qtbot, opened)
    opened.shell.go("register")
    settle(opened)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    the_map(opened)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert opened.window.page is not None and opened.window.page.key == "register"


def test_enter_on_a_line_does_it(qtbot: QtBot, opened: OpenWindow, theme: Theme) -> None:
    opened.shell.go("keyboard", "from first_start")
    shown = the_map(opened)
    QTest.keyClicks(shown.line.line, "larger")
    QTest.keyClick(shown.line.line, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert theme.zoom > 1.0


def test_the_map_keeps_the_rules_of_every_page(qtbot: QtBot, opened: OpenWindow, theme: Theme) -> None:
    practising(qtbot, opened)
    opened.shell.go("keyboard", "from home")
    for zoom in (1.0, 2.0):
        theme.set_zoom(zoom)
        settle(opened)
        assert lint(opened.window) == []
        assert clipped(opened.window) == []


@pytest.mark.parametrize("large", [False, True])
def test_targets_are_as_large_as_the_person_wants(
    qtbot: QtBot, opened: OpenWindow, theme: Theme, large: bool
) -> None:
    practising(qtbot, opened)
    theme.set_large(large)
    settle(opened)
    height = opened.window.page.primary.height()  # type: ignore[union-attr]
    theme.set_large(False)
    assert (height >= 44) is large


def test_keys_beside_words_fold_away_and_stay_spoken(qtbot: QtBot, opened: OpenWindow, theme: Theme) -> None:
    practising(qtbot, opened)
    button = opened.window.page.primary  # type: ignore[union-attr]
    assert button is not None
    wide = button.sizeHint().width()
    theme.set_hints(False)
    narrow = button.sizeHint().width()
    theme.set_hints(True)
    assert narrow < wide
    assert button.accessibleDescription() == "Ctrl+N"
