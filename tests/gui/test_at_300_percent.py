"""At 300 % the window is no wider than the screen of a small laptop, on every page, and says where one is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.__main__ import make_program
from inspector_app.gui import pages
from inspector_app.gui.frame.fitting import set_tight
from inspector_app.gui.frame.rail import wrap_of
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.practice import make_practice
from tests.patience import come_to_be_laid_out

WIDTH, HEIGHT = 1366, 768


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("practice")
    make_practice(make_program(), data / "practice")
    return data


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, practice: Path) -> Iterator[OpenWindow]:
    made = build_window(theme, make_program, practice)
    qtbot.addWidget(made.window)
    made.window.resize(WIDTH, HEIGHT)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    made.shell.start()
    yield made
    made.workbench.close()


def settle(opened: OpenWindow) -> None:
    come_to_be_laid_out(opened.window)


def practising(qtbot: QtBot, opened: OpenWindow) -> None:
    """Open the example, and wait for its list."""
    opened.window.registry.action("first_start.practise").trigger()
    qtbot.waitUntil(lambda: opened.window.page is not None and opened.window.page.key == "home")
    settle(opened)


def faults(opened: OpenWindow) -> list[str]:
    opened.window.resize(WIDTH, HEIGHT)
    settle(opened)
    wide = opened.window.width()
    return [*([f"the window is {wide} wide"] if wide > WIDTH else []), *clipped(opened.window.top)]


def test_every_page_fits_the_width_of_a_small_screen(qtbot: QtBot, opened: OpenWindow, theme: Theme) -> None:
    practising(qtbot, opened)
    line = opened.window.page.under_way.lines[0].key  # type: ignore[union-attr]
    theme.set_zoom(3.0)
    found: dict[str, list[str]] = {}
    for spec in pages.home_specs():
        opened.shell.go(spec.key)
        settle(opened)
        found[spec.key] = faults(opened)
    opened.workbench.open_inspection(line)
    opened.shell.go("prepare")
    settle(opened)
    for item in opened.window.rail.items:
        opened.shell.go(item.key)
        settle(opened)
        found[item.key] = faults(opened)
    wrong = {key: said for key, said in found.items() if said}
    assert wrong == {}


def test_the_side_takes_the_place_of_the_rail_where_both_do_not_fit(
    qtbot: QtBot, opened: OpenWindow, theme: Theme
) -> None:
    practising(qtbot, opened)
    theme.set_zoom(3.0)
    opened.window.resize(WIDTH, HEIGHT)
    settle(opened)
    assert opened.window.rail.isVisible() and not opened.window.side.isVisible()
    opened.window.fold_side()
    assert opened.window.side.isVisible() and not opened.window.rail.isVisible()
    opened.window.fold_side()
    assert opened.window.rail.isVisible()


def test_larger_text_leaves_the_window_as_large_as_it_was(
    qtbot: QtBot, opened: OpenWindow, theme: Theme
) -> None:
    practising(qtbot, opened)
    before = opened.window.size()
    theme.set_zoom(3.0)
    settle(opened)
    qtbot.waitUntil(lambda: opened.window.size() == before)
    settle(opened)
    assert opened.window.size() == before


def test_beside_the_tour_there_is_room_for_the_page_and_no_word_of_the_rail_is_cut(
    qtbot: QtBot, opened: OpenWindow, theme: Theme
) -> None:
    practising(qtbot, opened)
    opened.window.registry.action("help.tour").trigger()
    theme.set_zoom(3.0)
    opened.window.resize(WIDTH, HEIGHT)
    qtbot.waitUntil(lambda: clipped(opened.window) == [])
    assert opened.window.height() == HEIGHT
    assert opened.shell.guide.tour is not None and opened.shell.guide.tour.isVisible()


def test_what_stands_above_the_cards_scrolls_with_them_and_comes_back_at_normal_size(
    qtbot: QtBot, opened: OpenWindow, theme: Theme
) -> None:
    practising(qtbot, opened)
    page = opened.window.page
    assert page is not None
    for zoom, scrolls in ((3.0, True), (1.0, False), (3.0, True)):
        theme.set_zoom(zoom)
        opened.window.resize(WIDTH, HEIGHT)
        qtbot.waitUntil(lambda wanted=scrolls: page._content.isAncestorOf(page.title) is wanted)
        qtbot.waitUntil(lambda: clipped(opened.window) == [])
        first = page.first_focus()
        assert first is not page.primary


def test_what_wraps_in_a_badge_does_not_make_its_page_wider_than_the_window(
    qtbot: QtBot, opened: OpenWindow, theme: Theme
) -> None:
    practising(qtbot, opened)
    opened.workbench.open_inspection(opened.window.page.under_way.lines[0].key)  # type: ignore[union-attr]
    theme.set_zoom(3.0)
    opened.window.resize(WIDTH, HEIGHT)
    opened.shell.go("screen:staff_awareness")
    page = opened.window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.at_rest)
    qtbot.waitUntil(lambda: page._scroll.horizontalScrollBar().maximum() == 0)


def test_a_page_learns_that_there_is_little_room_when_that_is_known_after_the_look(
    qtbot: QtBot, opened: OpenWindow
) -> None:
    practising(qtbot, opened)
    page = opened.window.page
    assert page is not None and not page._content.isAncestorOf(page.title)
    set_tight(opened.window, True)
    assert page._content.isAncestorOf(page.title)
    set_tight(opened.window, False)
    assert not page._content.isAncestorOf(page.title)


def test_a_title_in_the_rail_is_broken_between_words_where_each_fits(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance("Finalise")
    anywhere = Qt.TextFlag.TextWrapAnywhere
    assert not wrap_of("Finalise and export", metrics, room) & anywhere
    assert wrap_of("Finalise everything", metrics, room) & anywhere
