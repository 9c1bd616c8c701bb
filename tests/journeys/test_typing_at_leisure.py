"""A person who types with pauses, so that facts come back between the keys: nothing moves under the hands."""

from __future__ import annotations

from checklist_pages import CONTROL, Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from test_checklist_journey import STAFF, desk, theme

from inspector_app.gui.widgets.sample_table import SampleTable

__all__ = ["desk", "theme"]


def test_rows_typed_with_pauses_stay_open_and_lose_no_key(desk: Desk) -> None:
    desk.at("policy", "policy")
    desk.write("1")
    desk.settle()
    desk.at("staff_awareness", "aware_indicators_choice")
    table = desk.page.findChild(SampleTable)
    assert table is not None
    table.setFocus()
    for number, member in enumerate(STAFF[:3]):
        desk.press(Qt.Key.Key_Return, CONTROL)
        for column, cell in enumerate(member):
            if column:
                desk.press(Qt.Key.Key_Tab)
            for letter in cell:
                desk.write(letter)
                desk.settle()
            focused = QApplication.focusWidget()
            assert focused is not None and (focused is table or table.isAncestorOf(focused))
            assert (table.currentIndex().row(), table.currentIndex().column()) == (number, column)
        desk.press(Qt.Key.Key_Return)
        desk.settle()
    posts = [str(table.rows.value_at(row, 0)) for row in range(3)]
    assert posts == [member[0] for member in STAFF[:3]]
