"""Samples are typed, chosen by letter, pasted and removed without a mouse, and no key is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gallery
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.sample_cells import Cell, Pasted, SampleRow, header_order, rows_of, table_text
from inspector_app.gui.widgets.sample_delegate import SampleDelegate
from inspector_app.gui.widgets.sample_table import SampleTable

CONTROL = Qt.KeyboardModifier.ControlModifier


class Heard:
    """Everything a sample said, in order."""

    def __init__(self, table: SampleTable) -> None:
        self.all: list[tuple[object, ...]] = []
        rows = table.rows
        rows.row_added.connect(lambda row: self.all.append(("added", row)))
        rows.cell_typed.connect(lambda *args: self.all.append(("typed", *args)))
        rows.cell_edited.connect(lambda *args: self.all.append(("edited", *args)))
        rows.rows_removed.connect(lambda ids: self.all.append(("removed", ids)))
        rows.pasted.connect(lambda paste: self.all.append(("pasted", paste)))
        rows.problem.connect(lambda text: self.all.append(("problem", text)))

    def of(self, kind: str) -> list[tuple[object, ...]]:
        return [entry[1:] for entry in self.all if entry[0] == kind]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, new_id: Callable[[], str]) -> SampleTable:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.addWidget(QPushButton("before"))
    made = SampleTable("Staff sample", gallery.COLUMNS, new_id)
    layout.addWidget(made, 1)
    layout.addWidget(QPushButton("after"))
    qtbot.addWidget(holder)
    made._holder = holder  # type: ignore[attr-defined]
    holder.resize(1100, 600)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    made.setFocus()
    made.add_row()
    return made


def type_keys(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget() or focused, letter)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_type_tab_letter_enter_fills_rows(table: SampleTable, qtbot: QtBot) -> None:
    heard = Heard(table)
    for designation in ("Cook", "Night staff"):
        type_keys(qtbot, designation)
        press(qtbot, Qt.Key.Key_Tab)
        type_keys(qtbot, "i")
        press(qtbot, Qt.Key.Key_Tab)
        type_keys(qtbot, "y")
        press(qtbot, Qt.Key.Key_Tab)
        type_keys(qtbot, "n")
        press(qtbot, Qt.Key.Key_Return)
    assert heard.of("added") == [("r1",), ("r2",)]
    assert heard.of("edited") == [
        ("r1", "designation", "Cook"),
        ("r1", "how", "interview"),
        ("r1", "duties", "yes"),
        ("r1", "indicators", "no"),
        ("r2", "designation", "Night staff"),
        ("r2", "how", "interview"),
        ("r2", "duties", "yes"),
        ("r2", "indicators", "no"),
    ]
    assert table.currentIndex().row() == 2


def test_every_key_in_a_cell_is_said_at_once(table: SampleTable, qtbot: QtBot) -> None:
    heard = Heard(table)
    type_keys(qtbot, "Cook")
    assert heard.all[0] == ("added", "r1")
    assert heard.of("typed") == [("r1", "designation", "Cook"[:end]) for end in range(1, 5)]
    assert heard.of("edited") == []


def test_the_empty_line_is_no_row_until_something_is_written(table: SampleTable, qtbot: QtBot) -> None:
    heard = Heard(table)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Backspace)
    assert (heard.all, table.rows.row_ids) == ([], ())


def test_a_letter_walks_through_the_choices_that_begin_with_it(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(1))
    table._go(0, 2)
    heard = Heard(table)
    type_keys(qtbot, "nn")
    assert [value for *_, value in heard.of("edited")] == ["no", "not_asked"]
    type_keys(qtbot, "q")
    assert "Yes, No, Not asked" in str(heard.of("problem")[0][0])


def test_tab_leaves_the_table_after_its_last_cell_and_before_its_first(
    table: SampleTable, qtbot: QtBot
) -> None:
    table._go(0, len(gallery.COLUMNS) - 1)
    press(qtbot, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    table.setFocus()
    table._go(0, 0)
    press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(QApplication.focusWidget(), QPushButton)


def test_delete_removes_rows_and_control_enter_goes_to_a_new_one(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(3))
    table._go(1, 0)
    heard = Heard(table)
    press(qtbot, Qt.Key.Key_Delete)
    assert heard.of("removed") == [(("s1",),)]
    assert table.rows.row_ids == ("s0", "s2")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert table.currentIndex().row() == 2


def test_the_empty_line_cannot_be_removed(table: SampleTable, qtbot: QtBot) -> None:
    heard = Heard(table)
    press(qtbot, Qt.Key.Key_Delete)
    assert heard.all == []


def test_rows_of_a_spreadsheet_are_pasted_as_one_action(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(1))
    table._go(0, 0)
    heard = Heard(table)
    text = (
        'Cook\tinterview\tYes\tno\t"likes ""order""\nand calm"\r\nRelief worker\tPhone\tmaybe\tNOT ASKED\r\n'
    )
    QGuiApplication.clipboard().setText(text)
    press(qtbot, Qt.Key.Key_V, CONTROL)
    ((paste,),) = heard.of("pasted")
    assert isinstance(paste, Pasted)
    assert paste.added == ("r1",)
    assert Cell("r1", "indicators", "not_asked") in paste.cells
    assert Cell("s0", "note", 'likes "order" and calm') in paste.cells
    assert Cell("s0", "how", "interview") not in paste.cells
    assert "maybe" in str(heard.of("problem")[0][0])
    assert heard.of("edited") == []


def test_a_pasted_header_tells_the_columns(table: SampleTable, qtbot: QtBot) -> None:
    heard = Heard(table)
    QGuiApplication.clipboard().setText("Note\tDesignation\nquiet\tCook\n")
    press(qtbot, Qt.Key.Key_V, CONTROL)
    ((paste,),) = heard.of("pasted")
    assert isinstance(paste, Pasted)
    assert paste.cells == (Cell("r1", "note", "quiet"), Cell("r1", "designation", "Cook"))


def test_rows_are_copied_as_a_spreadsheet_takes_them(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(2))
    table._go(0, 0)
    press(qtbot, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["Residential worker", "Interview"]


def test_a_cell_being_typed_in_survives_news_from_the_record(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(2))
    table._go(1, 4)
    heard = Heard(table)
    type_keys(qtbot, "as")
    changed = gallery.staff_rows(3)
    changed[0] = SampleRow("s0", {**changed[0].values, "note": "changed elsewhere"})
    table.show_rows(changed)
    type_keys(qtbot, "k")
    press(qtbot, Qt.Key.Key_Return)
    assert heard.of("edited") == [("s1", "note", "ask")]
    assert table.rows.value_at(0, 4) == "changed elsewhere"


def test_escape_leaves_a_cell_as_it_was(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(1))
    table._go(0, 0)
    heard = Heard(table)
    type_keys(qtbot, "x")
    press(qtbot, Qt.Key.Key_Escape)
    assert table.rows.value_at(0, 0) == "Residential worker"
    assert heard.of("edited") == [("s0", "designation", "Residential worker")]


def test_space_opens_the_choices_and_enter_takes_one(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(1))
    table._go(0, 1)
    heard = Heard(table)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert heard.of("edited") == [("s0", "how", "phone")]


def test_a_read_only_sample_takes_nothing(table: SampleTable, qtbot: QtBot) -> None:
    table.show_rows(gallery.staff_rows(2))
    table.rows.set_read_only(True)
    table._go(0, 0)
    heard = Heard(table)
    type_keys(qtbot, "x")
    press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, Qt.Key.Key_Backspace)
    QGuiApplication.clipboard().setText("Cook")
    press(qtbot, Qt.Key.Key_V, CONTROL)
    assert (heard.all, table.rows.rowCount()) == ([], 2)


def test_of_a_thousand_rows_those_in_sight_are_painted_and_no_others(
    table: SampleTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a frame is enough, whatever the machine; ``make bench`` says how long it takes."""
    table.show_rows(gallery.staff_rows(1000))
    QApplication.processEvents()
    painted: list[tuple[int, int]] = []
    paint = SampleDelegate._paint_text

    def noted(self: Any, painter: Any, rect: Any, index: QModelIndex, *given: Any, **named: Any) -> None:
        painted.append((index.row(), index.column()))
        paint(self, painter, rect, index, *given, **named)

    monkeypatch.setattr(SampleDelegate, "_paint_text", noted)
    in_sight = table.viewport().height() // table.rowHeight(0) + 2
    for step in range(60):
        table.verticalScrollBar().setValue(step * 37)
        QApplication.processEvents()
        painted.clear()
        table.viewport().repaint()
        assert 0 < len(painted) <= in_sight * len(gallery.COLUMNS)
        assert len(set(painted)) == len(painted)
    assert table.height() < 600


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\r\x00"), min_size=1), min_size=2), min_size=1
    )
)
def test_what_is_copied_is_pasted_back(rows: list[list[str]]) -> None:
    expected = [row for row in rows]
    while expected and not any(cell.strip() for cell in expected[-1]):
        expected.pop()
    assert rows_of(table_text(rows)) == expected


def test_a_row_of_answers_is_not_taken_for_a_header() -> None:
    assert header_order(["Note", "x"], gallery.COLUMNS) is None
    assert header_order(["Note", "Designation", ""], gallery.COLUMNS) == [4, 0, -1]
    assert header_order([""], gallery.COLUMNS) is None
