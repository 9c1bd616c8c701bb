"""Keys in, facts out: what every page object stands on. No test touches a widget's methods to act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.frame.page import Page
from inspector_app.gui.window_run import OpenWindow
from tests.patience import come_to_rest, wait_for

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Home": Qt.Key.Key_Home,
    "Esc": Qt.Key.Key_Escape,
    "PgDown": Qt.Key.Key_PageDown,
    "PgUp": Qt.Key.Key_PageUp,
    "Space": Qt.Key.Key_Space,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Tab": Qt.Key.Key_Tab,
    "Delete": Qt.Key.Key_Delete,
    ",": Qt.Key.Key_Comma,
}
MOST_TABS = 150


class Driver:
    """The person at the keyboard."""

    def __init__(self, qtbot: QtBot, opened: OpenWindow) -> None:
        self.qtbot = qtbot
        self.opened = opened
        self.window = opened.window

    @property
    def page(self) -> Page:
        assert self.window.page is not None
        return self.window.page

    @property
    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        return found if found is not None else self.window

    def press(self, keys: str, times: int = 1) -> None:
        """A key with its modifiers, such as "Ctrl+Enter" or "F8"."""
        *held, name = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _MODIFIERS[one]
        key = _KEYS.get(name) or getattr(Qt.Key, f"Key_{name}")
        for _ in range(times):
            self.qtbot.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        self.qtbot.keyClicks(self.focused, text)

    def retype(self, text: str) -> None:
        """Replace what stands in the field that has the keyboard."""
        self.press("Ctrl+A")
        self.press("Delete")
        self.type(text)

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a control has the keyboard: it must be reachable that way."""
        target = wanted.focusProxy() or wanted
        while target.focusProxy() is not None:
            target = target.focusProxy()
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() is target:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {wanted.accessibleName() or wanted.objectName()}")

    def until(self, so: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        wait_for(so)

    def arrives_at(self, key: str) -> None:
        """Wait for a page."""
        self.until(lambda: self.window.page is not None and self.window.page.key == key)
        self.settled()

    def settled(self) -> None:
        """Wait until everything asked of the writer is done, and shown."""
        come_to_rest(self.opened.window)

    def messages(self) -> str:
        """All that the page and the window say at the moment."""
        shown = [*self.page.messages.messages, *self.window.messages.messages]
        return "\n".join(f"{message.text} {message.advice}" for message in shown)

    def rail(self) -> dict[str, str]:
        """The parts in the rail with their words."""
        return {item.key: item.words for item in self.window.rail.items}
