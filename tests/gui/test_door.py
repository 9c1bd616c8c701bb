"""The door stands there at once, looks as the page that follows it, and loses no key that was typed at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lint_geometry import clipped
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector_app import log
from inspector_app.__main__ import make_program
from inspector_app.errors import KnownError
from inspector_app.gui import window_run
from inspector_app.gui.door import Door
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.pages.unlock.page import UnlockPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, WindowStart
from inspector_app.operations.practice import open_practice, practice_database
from inspector_app.operations.program import Program
from inspector_app.paths import UserPaths, user_paths

Start = Callable[[], WindowStart]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> UserPaths:
    """The example's laptop in the place of a person's own; its passphrase is "demo"."""
    made = tmp_path_factory.mktemp("made")
    open_practice(make_program(), made).store.close()
    paths = user_paths({"INSPECTOR_APP_HOME": str(practice_database(made).parent)})
    (paths.data / "window.json").write_text('{"mode": "light", "zoom": 1.0, "seen": "light"}')
    return paths


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, home: UserPaths) -> Iterator[Start]:
    made: list[WindowStart] = []

    def begin() -> WindowStart:
        made.append(WindowStart(qapp, make_program, home))
        return made[0]

    yield begin
    for one in made:
        settle(qtbot, one)
        end(one)


def end(begun: WindowStart) -> None:
    begun.window.close()
    begun.close()
    log.stop()


def settle(qtbot: QtBot, begun: WindowStart) -> None:
    """Wait until nothing is left to be made at leisure."""
    qtbot.waitUntil(lambda: begun.opened is not None and begun.window.has_page("home"))


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def unlock_page(qtbot: QtBot, begun: WindowStart) -> UnlockPage:
    qtbot.waitUntil(lambda: begun.opened is not None and isinstance(begun.window.page, UnlockPage))
    page = begun.window.page
    assert isinstance(page, UnlockPage)
    return page


def line_of(page: UnlockPage) -> QLineEdit:
    return page.passphrase.control.line  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (800, 768), (1920, 1080)])
def test_line_and_buttons_stand_where_the_page_has_them(
    qtbot: QtBot, start: Start, theme: Theme, width: int, height: int
) -> None:
    door = Door(lambda: None)
    window = MainWindow(theme, door)
    qtbot.addWidget(window)
    door.fit(width, height)
    window.resize(width, height)
    window.show()
    QApplication.processEvents()
    before_line, before_button = place(door.line), place(door.button)
    begun = start()
    begun.window.showNormal()
    begun.window.resize(width, height)
    page = unlock_page(qtbot, begun)
    settle(qtbot, begun)
    QApplication.processEvents()
    after_line = place(line_of(page))
    button = page.findChild(QPushButton, "button:unlock.unlock")
    assert isinstance(button, QPushButton)
    after_button = place(button)
    for before, after in ((before_line, after_line), (before_button, after_button)):
        assert abs(before.left() - after.left()) <= 1
        assert abs(before.top() - after.top()) <= 1
        assert abs(before.height() - after.height()) <= 1
        assert abs(before.width() - after.width()) <= 12


def test_what_was_typed_at_the_door_stands_on_the_page_with_the_keyboard_in_it(
    qtbot: QtBot, start: Start
) -> None:
    begun = start()
    assert begun.door is not None
    qtbot.keyClicks(begun.door.line, "lamp")
    qtbot.keyClick(begun.door.line, Qt.Key.Key_Left)
    line = line_of(unlock_page(qtbot, begun))
    assert (line.text(), line.cursorPosition()) == ("lamp", 3)
    assert QApplication.focusWidget() is line
    assert line.echoMode() == QLineEdit.EchoMode.Password


def test_what_was_let_be_seen_at_the_door_is_seen_on_the_page(qtbot: QtBot, start: Start) -> None:
    begun = start()
    assert begun.door is not None
    qtbot.keyClicks(begun.door.line, "lamp")
    begun.door.show_button.click()
    page = unlock_page(qtbot, begun)
    line = line_of(page)
    assert (line.text(), line.echoMode()) == ("lamp", QLineEdit.EchoMode.Normal)
    (hide,) = (button for button in page.passphrase.findChildren(QPushButton) if button.isCheckable())
    assert (hide.isChecked(), hide.text()) == (True, "Hide")


def broken() -> Program:
    raise ValueError("nobody may read Alice here")


def locked_away() -> Program:
    raise KnownError("The disk is locked.", "Free it first.", code="x")


@pytest.mark.parametrize(
    ("cannot", "said"),
    [(broken, "Inspector cannot open"), (locked_away, "The disk is locked. Free it first.")],
)
def test_a_door_that_cannot_open_says_why(
    qtbot: QtBot,
    qapp: QApplication,
    home: UserPaths,
    monkeypatch: pytest.MonkeyPatch,
    cannot: Callable[[], Program],
    said: str,
) -> None:
    def build(*_: object) -> OpenWindow:
        cannot()
        raise AssertionError

    monkeypatch.setattr(window_run, "build_window", build)
    begun = WindowStart(qapp, make_program, home)
    door = begun.door
    assert door is not None
    door.line.setText("lamp")
    qtbot.waitUntil(lambda: not door.line.isEnabled())
    words = [label.text() for label in door.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith(said) for text in words)
    assert any("ValueError at " in text and "broken" in text for text in words) is (cannot is broken)
    assert not any("Alice" in text for text in words)
    assert not clipped(begun.window) and not door.line.text() and not door.button.isEnabled()
    log.stop()
    written = (home.logs / "inspector.log").read_text(encoding="utf-8")
    assert "test_door.py" in written and "Alice" not in written
    end(begun)


def test_enter_at_the_door_unlocks(qtbot: QtBot, start: Start) -> None:
    begun = start()
    assert begun.door is not None
    qtbot.keyClicks(begun.door.line, "demo")
    qtbot.keyClick(begun.door.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: begun.opened is not None and begun.opened.workbench.unlocked)
    qtbot.waitUntil(lambda: begun.window.page is not None and begun.window.page.key == "home")


def test_a_home_without_a_profile_has_no_door(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    begun = WindowStart(qapp, make_program, user_paths({"INSPECTOR_APP_HOME": str(tmp_path)}))
    assert begun.door is None
    qtbot.waitUntil(lambda: begun.window.page is not None and begun.window.page.key == "first_start")
    qtbot.waitUntil(lambda: begun.window.has_page("home"))
    end(begun)
