"""Page objects of the checklist, evidence and history pages: what a person does there, by keyboard alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.gui.pages.checklist.page import ChecklistPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.checklist_session import ChecklistSession
from tests.patience import come_to_rest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "operations"))
from checklist_desk import begin

__all__ = ["CONTROL", "SHIFT", "Desk", "begin", "open_at"]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """A person at the keyboard of the open window."""

    opened: OpenWindow
    bot: QtBot

    @property
    def window(self) -> QWidget:
        return self.opened.window

    @property
    def page(self) -> ChecklistPage:
        page = self.opened.window.page
        assert isinstance(page, ChecklistPage), page
        return page

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        return widget if widget is not None else self.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focused(), key, modifiers)

    def write(self, text: str) -> None:
        """Key by key to whatever has the keyboard then: the first key may open an editor."""
        for letter in text:
            QTest.keyClicks(self.focused(), letter)

    def settle(self) -> None:
        """Wait until everything pressed is recorded and shown."""
        come_to_rest(self.opened.window)

    def go(self, key: str) -> None:
        self.opened.shell.go(key)
        self.settle()

    def at(self, screen: str, name: str) -> str:
        """Go to a screen, and on it to a field; gives its name."""
        self.go(f"screen:{screen}")
        key = next(key for key in self.page._fields.keys if key.endswith(f"/{name}"))
        self.opened.shell.go(f"screen:{screen}", key)
        self.settle()
        return self.page.focused_key().rsplit("/", 1)[-1]

    def next_open(self, *, before: bool = False) -> str:
        """F8, or Shift+F8; gives the name of the field that has the keyboard then."""
        self.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier if before else NONE)
        self.settle()
        self.settle()
        return self.page.focused_key().rsplit("/", 1)[-1]

    def add_row(self) -> None:
        self.press(Qt.Key.Key_Return, CONTROL)

    def cells(self, *cells: str) -> None:
        """Fill a row from its first cell: texts are written, one letter chooses, '' is passed over."""
        for number, cell in enumerate(cells):
            if cell:
                self.write(cell)
            if number < len(cells) - 1:
                self.press(Qt.Key.Key_Tab)
        self.press(Qt.Key.Key_Return)

    def of_record(self, job: Callable[[ChecklistSession], object]) -> object:
        """Ask the record itself, on the writer's thread."""
        found: list[object] = []
        self.opened.workbench.checklist(job, found.append)
        self.bot.waitUntil(lambda: bool(found))
        return found[0]

    def value(self, name: str) -> object:
        return self.of_record(lambda session: session.instance.value(session.node(name)))


def open_at(
    bot: QtBot, theme: Theme, make_program: Callable[[], object], database: Path, inspection: str
) -> Desk:
    """The whole window, unlocked, at an inspection."""
    opened = build_window(theme, make_program, database.parent, database)  # type: ignore[arg-type]
    bot.addWidget(opened.window, before_close_func=lambda _: opened.workbench.close())
    opened.window.resize(1366, 768)
    with bot.waitActive(opened.window):
        opened.window.show()
        opened.window.activateWindow()
    unlocked: list[object] = []
    opened.workbench.unlock("demo", unlocked.append)
    bot.waitUntil(lambda: bool(unlocked))
    opened.workbench.open_inspection(inspection)
    return Desk(opened, bot)
