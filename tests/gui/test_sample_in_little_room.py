"""A sample in little room: titles break, comments are shown whole, and one always sees whose row it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.forms.interface import Choice
from inspector_app.gui.look import look
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.sample_cells import SampleColumn, SampleRow
from inspector_app.gui.widgets.sample_table import SampleTable
from inspector_app.gui.widgets.sample_widths import Wish, share

ASPECTS = ("Written with them", "Needs and wishes", "Contacts", "Restrictions", "Advocacy", "Risk online",
           "Risk assessment", "Reviewed", "Other agencies", "Missing plan")  # fmt: skip
YES_NO = (Choice("yes", "Yes"), Choice("na", "Not applicable"))
LONG = "The plan names the risk and says what staff do in the first hour after a young person is missing."


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, new_id: Callable[[], str]) -> SampleTable:
    columns = (
        SampleColumn("plan", "Plan", width=17),
        *(SampleColumn(title, title, YES_NO) for title in ASPECTS),
        SampleColumn("note", "Note", width=8, stretch=True),
    )
    made = SampleTable("Care plans", columns, new_id)
    qtbot.addWidget(made)
    made.resize(760, 300)
    made.show_rows([SampleRow("a", {"plan": "YP1", "note": "Short."}), SampleRow("b", {"plan": "YP2"})])
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_in_the_width_that_it_wants_no_title_breaks_and_nothing_scrolls(table: SampleTable) -> None:
    table.resize(table.wanted_width(), 300)
    words = table.fontMetrics()
    assert not table.horizontalScrollBar().isVisible()
    assert all(table.columnWidth(at) > words.horizontalAdvance(title) for at, title in enumerate(ASPECTS, 1))


def test_titles_break_so_that_more_columns_are_seen(table: SampleTable) -> None:
    one_line = look().metrics.control
    assert table.horizontalHeader().height() > one_line
    assert table.columnWidth(1) < table.fontMetrics().horizontalAdvance("Written with them")


def test_the_first_column_stays_in_sight_when_the_table_scrolls_sideways(table: SampleTable) -> None:
    assert not table.frozen.isVisible()
    QTest.keyClick(table, Qt.Key.Key_End)
    QApplication.processEvents()
    assert table.horizontalScrollBar().value() > 0
    assert table.frozen.isVisible()
    for _ in range(len(ASPECTS)):
        QTest.keyClick(table, Qt.Key.Key_Left)
        at = table.currentIndex().column()
        assert at == 0 or table.columnViewportPosition(at) >= table.frozen.covered
    while table.currentIndex().column() > 0:
        QTest.keyClick(table, Qt.Key.Key_Left)
    assert not table.frozen.isVisible()


def test_a_press_on_the_column_that_stays_means_what_is_seen_there(qtbot: QtBot, table: SampleTable) -> None:
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    row = table.horizontalHeader().height() + table.rowHeight(0) + 8
    QTest.mouseClick(table.frozen, Qt.MouseButton.LeftButton, pos=QPoint(6, row))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)


def test_a_long_comment_makes_its_row_grow_and_a_short_one_shrinks_it(table: SampleTable) -> None:
    control = look().metrics.control
    assert table.rowHeight(0) == control
    table.show_rows([SampleRow("a", {"plan": "YP1", "note": LONG}), SampleRow("b", {"plan": "YP2"})])
    assert table.rowHeight(0) > 2 * control
    assert table.rowHeight(1) == control
    table.show_rows([SampleRow("a", {"plan": "YP1", "note": "Short."}), SampleRow("b", {"plan": "YP2"})])
    assert table.rowHeight(0) == control


def test_of_very_many_rows_each_grows_when_it_is_gone_to(table: SampleTable) -> None:
    table.show_rows([SampleRow(f"r{n}", {"plan": f"YP{n}", "note": LONG}) for n in range(400)])
    control = look().metrics.control
    assert table.rowHeight(300) == control
    table.setCurrentIndex(table.rows.index(300, 0))
    assert table.rowHeight(300) > control


sizes = (st.integers(20, 90), st.integers(20, 200), st.integers(20, 300))
wishes = st.lists(st.builds(Wish, *sizes, st.booleans()), min_size=1)


@given(wishes, st.integers(0, 3000))
def test_no_column_is_narrower_than_its_words_nor_the_table_wider_than_it_must_be(
    wanted: list[Wish], room: int
) -> None:
    widths = share(wanted, room)
    least = [min(wish.narrow, wish.wide) for wish in wanted]
    assert all(width >= narrow for width, narrow in zip(widths, least, strict=True))
    assert sum(widths) <= max(room, sum(least))
