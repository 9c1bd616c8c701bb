"""Python holds no item of a layout that Qt made: one left standing in memory brings the program down."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from lint_wrappers import strays
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import inspector_app
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.layout_order import in_order
from inspector_app.gui.widgets.tab_order import order_by_layout

PACKAGE = Path(inspector_app.__file__).parent
MAKE_ITEMS = {"addLayout", "insertLayout", "itemAt", "itemAtPosition"}
"""Calls that have PySide make an object of an item, kept as long as the layout."""
MAY = {"gui/inner_layout.py"}

ROWS_COME_AND_GO = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.widgets.tab_order import order_by_layout

class Button(QPushButton):
    pass

def gone():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

application = QApplication([])
page = QWidget()
column = QVBoxLayout(page)
for _ in range(12):
    rows = [QLabel(str(at)) for at in range(200)]
    line = QHBoxLayout()
    for at, row in enumerate(rows):
        (line if at % 2 else column).addWidget(row)
    add_layout(column, line)
    order_by_layout(page)
    while rows:
        rows.pop().deleteLater()
    gone()
    other = QWidget()
    for at in range(300):
        Button(str(at), other)
    other.deleteLater()
    del other
    gone()
print("alive")
"""


def test_a_page_whose_rows_come_and_go_does_not_bring_the_program_down() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ROWS_COME_AND_GO], capture_output=True, text=True, timeout=600, check=False
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr


def test_the_order_of_a_page_is_found_without_taking_hold_of_items(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for word in "ab":
        column.addWidget(QPushButton(word))
    column.addStretch(1)
    before = strays()
    order_by_layout(page)
    assert strays() == before


@pytest.mark.parametrize("filled", [QHBoxLayout, QVBoxLayout, QGridLayout, FlowLayout])
def test_a_filled_layout_is_put_into_another_without_taking_hold_of_items(
    qtbot: QtBot, filled: type[QLayout]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, middle, inner = QVBoxLayout(page), QVBoxLayout(), filled()
    column.addWidget(last := QLabel("last"))
    labels = [QLabel("first"), QLabel("second")]
    for label in labels:
        inner.addWidget(label)
    middle.addStretch(1)
    add_layout(middle, inner)
    before = strays()
    add_layout(column, middle, at=0)
    assert strays() == before
    assert in_order(page) == [*labels, last]
    assert column.stretch(0) == 0


def test_inner_layouts_stand_in_their_place_and_what_lies_in_none_is_left_out(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second, third, fourth, fifth = (QLabel(str(at), page) for at in range(5))
    QFrame(page)
    grid = QGridLayout()
    row = QHBoxLayout()
    column.addWidget(first)
    add_layout(column, row)
    row.addWidget(second)
    add_layout(row, flow := FlowLayout())
    column.addLayout(grid)  # empty as yet: nothing to take hold of
    column.addWidget(fifth)
    grid.addWidget(fourth, 0, 0)
    flow.addWidget(third)
    assert in_order(page) == [first, second, third, fourth, fifth]
    assert in_order(QWidget()) == []


def test_the_lint_sees_an_item_that_python_took_hold_of(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QLabel("word"))
    before = strays()
    column.itemAt(0)
    assert strays() != before
    row = QHBoxLayout()
    row.addStretch(1)
    column.addLayout(row)
    assert any("QSpacerItem" in line for line in strays())


def test_nothing_but_the_helper_makes_python_hold_items() -> None:
    calls = [
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno} {node.func.attr}"
        for path in sorted((PACKAGE / "gui").rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() not in MAY
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in MAKE_ITEMS
    ]
    assert calls == [], "use inner_layout.add_layout, or layout_order.in_order"
