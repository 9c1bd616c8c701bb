"""Words are not cut where there is room for them, and what is said by colour is said by a sign too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.frame.facts import Place, RailItem
from inspector_app.gui.frame.rail import Rail
from inspector_app.gui.frame.top_bar import TopBar, TopButtons
from inspector_app.gui.look import look
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.labels import Role, label
from inspector_app.gui.widgets.line_list import MOST_MEASURED, MOST_ROWS, Line, LineList
from inspector_app.gui.widgets.line_words import rows_of
from tests.patience import wait_for

ELLIPSIS = "…"
SERVICE = Line("a", "Hillview School", "EX-2026-0002 · CS9900000002 · school care accommodation · private")


def list_of(qtbot: QtBot, lines: list[Line], width: int) -> LineList:
    made = LineList("Services")
    qtbot.addWidget(made)
    made.show_lines(lines)
    made.resize(width, made.height())
    made.show()
    return made


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), max_size=30), st.integers(40, 900))
def test_rows_hold_every_word_once_in_order_until_they_are_full(words: list[str], width: int) -> None:
    metrics = QFontMetrics(QApplication.font())
    rows = rows_of(" ".join(words), metrics, width, MOST_ROWS)
    assert len(rows) <= MOST_ROWS
    assert all(metrics.horizontalAdvance(row) <= width for row in rows)
    if not any(ELLIPSIS in row for row in rows):
        assert " ".join(rows).split() == words


def test_a_line_grows_with_its_words_and_the_list_with_its_lines(qtbot: QtBot, theme: Theme) -> None:
    wide = list_of(qtbot, [SERVICE, SERVICE], 1200)
    before = wide.sizeHintForRow(0)
    theme.set_zoom(2.0)
    narrow = list_of(qtbot, [SERVICE, SERVICE], 700)
    small = look().metrics
    wait_for(lambda: narrow.height() == 2 * narrow.sizeHintForRow(0) + 2)
    assert narrow.sizeHintForRow(0) > 2 * before, "a second row for what does not fit"
    face = narrow.font()
    face.setPointSizeF(small.points(0.92))
    inside = narrow.viewport().width() - 2 * small.space(3)
    assert not any(
        ELLIPSIS in row for row in rows_of(SERVICE.subtitle, QFontMetrics(face), inside, MOST_ROWS)
    )


def test_thousands_of_lines_are_of_one_height_and_not_measured(qtbot: QtBot, theme: Theme) -> None:
    many = [Line(str(at), "Service", "word " * (1 + at % 90)) for at in range(MOST_MEASURED + 1)]
    shown = list_of(qtbot, many, 500)
    assert shown.uniformItemSizes()
    assert shown.sizeHintForRow(0) == shown.sizeHintForRow(89)


@pytest.mark.parametrize("mode", ["light", "contrast"])
@pytest.mark.parametrize("role", ["problem", "attention"])
def test_what_is_wrong_has_a_sign_before_its_words(qtbot: QtBot, theme: Theme, mode: str, role: Role) -> None:
    theme.set_mode(mode)  # type: ignore[arg-type]
    made = label("Write your name.", role)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    seen = made.grab().toImage()
    sign = look().metrics.icon
    assert made.contentsRect().left() > sign
    assert painted(seen, range(sign)), "the sign"
    assert not painted(seen, range(sign, made.contentsRect().left())), "a gap between sign and words"
    made.setText("")
    assert not painted(made.grab().toImage(), range(made.width())), "nothing wrong, no sign"


def painted(picture: QImage, columns: range) -> bool:
    """Whether anything but the ground is in these columns of pixels."""
    ground = picture.pixel(picture.width() - 1, picture.height() - 1)
    return any(picture.pixel(x, y) != ground for x in columns for y in range(picture.height()))


@pytest.fixture
def rail(qtbot: QtBot, theme: Theme) -> Callable[[int], Rail]:
    window = QWidget()
    qtbot.addWidget(window)

    def make(height: int) -> Rail:
        made = Rail("Inspection EX-2026-0002", Button("Next open"), window)
        made.show_items([RailItem(str(at), f"Part {at}", words="some words below") for at in range(12)])
        made.resize(120, height)
        window.show()
        return made

    return make


@pytest.mark.parametrize("height", range(210, 330, 13))
def test_the_rail_leaves_no_part_cut_at_its_top(rail: Callable[[int], Rail], height: int) -> None:
    made = rail(height)
    made.select("7")
    bar, parts = made.list.verticalScrollBar(), made.list
    wait_for(lambda: 0 < bar.value() < bar.maximum())
    tops = [parts.visualItemRect(parts.item(row)).top() for row in range(parts.count())]
    assert 0 in tops
    chosen = parts.visualItemRect(parts.item(7))
    assert chosen.top() >= 0 and chosen.bottom() <= parts.viewport().height()


@pytest.mark.parametrize("width", range(500, 900, 40))
def test_both_marks_stand_on_one_line(qtbot: QtBot, theme: Theme, width: int) -> None:
    theme.set_zoom(2.0)
    window = QWidget()
    qtbot.addWidget(window)
    buttons = TopButtons(*(Button(name, parent=window) for name in ("Menu", "Search", "Side", "Lock")))
    bar = TopBar(buttons, "Ctrl+K", window)
    bar.set_compact(True)
    bar.show_place(Place("Riverbank House (example)", "", "Finalised", "good", practice=True))
    bar.resize(width, bar.sizeHint().height())
    window.resize(width, 200)
    window.show()
    tops = {mark.mapTo(bar, mark.rect().topLeft()).y() for mark in (bar.state, bar.practice)}
    assert len(tops) == 1
