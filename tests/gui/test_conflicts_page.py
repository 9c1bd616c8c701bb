"""Two laptops changed one field: both values are shown with who and when, and a person settles it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import outcome_window as ow
import pytest
from lint_accessibility import lint
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.gui.pages.conflicts.page import ConflictsPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow
from inspector_app.journal.records import ANSWER, VALUE, answer_record
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Draft

pytestmark = pytest.mark.slow


def disagreed(desk: Desk) -> str:
    """The answered example, with two fields that other laptops answered otherwise."""
    inspection_id = ow.answered(desk)
    (session,) = open_checklists(desk, desk.inspection(inspection_id))
    for name, values in (
        ("systems", ("partially", "no")),
        ("policy_comment", ("One text.", "Another text.")),
    ):
        record = answer_record(session.record, session.node(name))
        (before,) = desk.store.state(ANSWER, record)[VALUE].heads
        for value in values:
            desk.write(inspection_id, [Draft(ANSWER, record, VALUE, value, (before,))])
    return inspection_id


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[OpenWindow]:
    with ow.opened(theme, tmp_path, ow.prepared(tmp_path, disagreed)) as made:
        yield made


@pytest.fixture
def page(opened: OpenWindow) -> ConflictsPage:
    opened.shell.go("conflicts")
    ow.wait_for(lambda: any(item.key == "conflicts" for item in opened.window.rail.items))
    shown = opened.window.page
    assert isinstance(shown, ConflictsPage)
    ow.wait_for(lambda: len(shown.cards) == 2)
    return shown


def words(opened: OpenWindow) -> str:
    return next((item.words for item in opened.window.rail.items if item.key == "conflicts"), "")


def test_both_values_are_shown_one_is_chosen_another_is_written_and_nothing_vanishes(
    opened: OpenWindow, page: ConflictsPage, qtbot: QtBot
) -> None:
    assert words(opened) == "2 to settle"
    first, second = page.cards.values()
    if first.field.node is None or first.field.node.control != "select1":
        first, second = second, first
    shown = [option.words for option in first.versions.control.options]  # type: ignore[attr-defined]
    assert any("“Partially”" in one for one in shown) and any("“No”" in one for one in shown)
    assert sum("shown now" in one for one in shown) == 1 and all("Inspector A" in one for one in shown[:2])
    qtbot.keyClick(first.settle, Qt.Key.Key_Space)
    assert "Choose one" in first.versions.problem
    option = next(o for o in first.versions.control.options if "“No”" in o.words)  # type: ignore[attr-defined]
    qtbot.mouseClick(option, Qt.MouseButton.LeftButton)
    qtbot.keyClick(first.settle, Qt.Key.Key_Space)
    ow.wait_for(lambda: words(opened) == "1 to settle")
    ow.wait_for(lambda: len(page.cards) == 1)
    another = second.versions.control.options[-1]  # type: ignore[attr-defined]
    qtbot.mouseClick(another, Qt.MouseButton.LeftButton)
    box = QApplication.focusWidget()
    assert box is not None and box.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(second.settle, Qt.Key.Key_Space)
    assert "Write the value" in second.another.problem
    qtbot.keyClicks(QApplication.focusWidget(), "A third text.")
    qtbot.keyClick(second.settle, Qt.Key.Key_Space)
    ow.wait_for(lambda: words(opened) == "")
    ow.wait_for(lambda: not page.cards)
    assert page._none.isVisible()
    found: list[set[object]] = []

    def read(desk: Desk) -> None:
        (session,) = open_checklists(desk, desk.inspection(opened.workbench.inspection_id))
        record = answer_record(session.record, session.node("policy_comment"))
        found.append({event.value for event in desk.store.history(ANSWER, record, VALUE)})

    opened.workbench.run(read)
    ow.wait_for(lambda: bool(found))
    assert {"One text.", "Another text.", "A third text."} <= found[0]


def test_the_page_keeps_the_rules(opened: OpenWindow, page: ConflictsPage, theme: Theme) -> None:
    assert lint(opened.window) + clipped(opened.window) == []
    theme.set_zoom(2.0)
    assert clipped(opened.window) == []
