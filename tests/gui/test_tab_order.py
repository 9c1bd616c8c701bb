"""Tab goes as one reads, after parts of a page came later than others, and never in circles."""

from __future__ import annotations

from lint_accessibility import tab_order
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.forms.interface import Choice
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.tab_order import order_by_layout

CHOICES = (Choice("a", "Days"), Choice("b", "Weeks"), Choice("c", "Months"))


def test_parts_made_late_take_their_place_and_every_stop_is_reached(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    last, middle = Button("Last"), Segmented(CHOICES)
    middle.set_question("Unit")
    path, ticks = PathLine("folder"), OptionList(many=True)
    path.set_question("Folder")
    ticks.set_question("Evidence")
    for widget in (path, ticks, middle, last):
        layout.addWidget(widget)
    ticks.set_choices(CHOICES)
    layout.insertWidget(0, Button("First"))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    order_by_layout(page)
    middle.show_value("b")
    names = ["First", "Folder", "Choose", "Days", "Weeks", "Last"]
    stops = {widget.accessibleName(): widget for widget in tab_order(page)}
    assert set(stops) == set(names)
    stops["First"].setFocus()
    reached = []
    for _ in (*names, *names):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [*names, *names]
