"""The sample pages keep the rules for every page: accessibility, nothing clipped, focus and actions."""

from __future__ import annotations

import gallery
import pytest
from lint_accessibility import lint, tab_order
from lint_geometry import clipped
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.errors import KnownError
from inspector_app.gui.frame.facts import Progress, RailItem
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.message_bar import Message


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> MainWindow:
    made = gallery.make_window(theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize("key", ["staff", "controls"])
def test_a_page_keeps_the_rules_of_accessibility(window: MainWindow, key: str) -> None:
    window.go(key)
    assert lint(window) == []


@pytest.mark.parametrize("zoom", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("key", ["staff", "controls"])
def test_no_text_is_clipped_at_any_size(window: MainWindow, theme: Theme, key: str, zoom: float) -> None:
    window.go(key)
    theme.set_zoom(zoom)
    QApplication.processEvents()
    assert clipped(window) == []


def test_the_window_fits_the_smallest_laptop_at_200_percent(window: MainWindow, theme: Theme) -> None:
    theme.set_zoom(2.0)
    QApplication.processEvents()
    hint = window.minimumSizeHint()
    assert (hint.width() <= 1366, hint.height() <= 768) == (True, True)


def test_the_lint_finds_what_it_is_there_to_find(qtbot: QtBot) -> None:
    bad = QWidget()
    layout = QVBoxLayout(bad)
    nameless, box = QPushButton(), QComboBox()
    nameless.setFixedSize(10, 10)
    first, second = QPushButton("&Save"), QPushButton("&Send")
    for widget in (nameless, box, first, second):
        layout.addWidget(widget)
    QWidget.setTabOrder(second, first)
    QWidget.setTabOrder(first, nameless)
    qtbot.addWidget(bad)
    bad.show()
    found = "\n".join(lint(bad))
    for fault in ("no accessible name", "no label relation", "smaller than 24", "Tab goes up", "mnemonic s"):
        assert fault in found


def test_the_geometry_lint_finds_clipped_text(qtbot: QtBot) -> None:
    holder = QWidget()
    text = QLabel("a label with far too little room", holder)
    text.setGeometry(0, 0, 20, 8)
    holder.resize(100, 100)
    qtbot.addWidget(holder)
    holder.show()
    assert clipped(holder)


def test_every_stop_of_the_tab_key_is_reached_by_tab(window: MainWindow, qtbot: QtBot) -> None:
    window.go("controls")
    QApplication.processEvents()
    stops = tab_order(window)
    stops[0].setFocus()
    reached: set[QWidget] = set()
    for _ in range(3 * len(stops)):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert set(stops) <= reached
    assert len(stops) > 15


def test_focus_is_visible_on_every_kind_of_control(window: MainWindow) -> None:
    window.go("controls")
    QApplication.processEvents()
    unseen = []
    for widget in {type(found): found for found in tab_order(window)}.values():
        window.top.search.setFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if widget.hasFocus() and widget is not window.top.search and widget.grab().toImage() == before:
            unseen.append(type(widget).__name__)
    assert not unseen


def test_the_rail_tells_state_in_words_to_those_who_hear_it(window: MainWindow) -> None:
    line = window.rail.list.item(2)
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "Staff awareness, 3 open"


def test_arrows_in_the_rail_ask_for_pages(window: MainWindow, qtbot: QtBot) -> None:
    window.rail.list.setFocus()
    with qtbot.waitSignal(window.page_wanted) as wanted:
        qtbot.keyClick(window.rail.list, Qt.Key.Key_Down)
    assert wanted.args == ["systems"]


def test_new_facts_in_the_rail_keep_the_part_chosen(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.rail.chosen):
        window.show_rail(
            [RailItem("policy", "Policy", "done", "done"), RailItem("staff", "Staff", "done", "done")]
        )
    assert window.rail.current_key() == "staff"
    window.show_progress(Progress(37, 37))
    assert window.rail.foot.text() == "37 of 37 answered"


def test_keys_do_what_the_buttons_show(window: MainWindow, qtbot: QtBot) -> None:
    add = window.findChild(Button, "button:sample.add")
    assert add is not None
    assert add.key == "Ctrl+Enter"
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    table = window.page.table  # type: ignore[union-attr]
    assert table.hasFocus()
    assert table.currentIndex().row() == 7
    with qtbot.waitSignal(window.next_open_wanted):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.hasFocus()


def test_a_page_that_is_left_no_longer_answers_its_keys(window: MainWindow) -> None:
    assert window.registry.action("sample.add").isEnabled()
    window.go("controls")
    assert not window.registry.action("sample.add").isEnabled()


def test_the_side_folds_by_key_and_by_itself_when_there_is_no_room(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    assert window.side.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.side.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.side.isVisible()
    other = gallery.make_window(theme)
    qtbot.addWidget(other)
    other.resize(900, 700)
    other.show()
    assert not other.side.isVisible()


def test_a_message_is_shown_once_and_put_away_by_key(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page
    assert page is not None
    message = Message.of(KnownError("The disk is full.", "Make room, then press Save again."))
    page.show_message(message)
    page.show_message(message)
    assert page.messages.messages == (message,)
    assert lint(window) == []
    close = next(b for b in page.messages.findChildren(Button) if b.isVisible())
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Escape)
    assert page.messages.messages == ()
    assert not page.messages.isVisible()


def test_a_page_can_be_removed_and_its_side_goes_with_it(window: MainWindow) -> None:
    window.remove_page("staff")
    assert not window.has_page("staff")
    window.go("controls")
    assert window.side.content is None


def test_the_saved_chip_names_the_time_to_the_second(window: MainWindow) -> None:
    window.show_saved(gallery.NOW)
    assert window.top.saved_words == "Saved 14:03:22"
    window.top.show_not_saved("The disk is full.")
    assert window.top.saved.text() == "Not saved"


def test_right_to_left_mirrors_and_clips_nothing(window: MainWindow) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert window.rail.x() > window.stack.x()
    assert clipped(window) == []
