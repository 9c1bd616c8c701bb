"""The window that the monkey is let loose in, and what must hold whatever it does.

The real window on a copy of the built-in example. File choosers are answered by a stand-in, printing and the
system's own programs are kept from running. After acts the cage looks for: an exception, a warning of Qt, a
value on the screen that the record does not hold, a place that the keyboard does not lead out of.
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from events import Act
from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from inspector_app.__main__ import Container
from inspector_app.errors import KnownError
from inspector_app.gui import pages
from inspector_app.gui.pages.checklist.page import ChecklistPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.sample_table import SampleTable
from inspector_app.gui.window_run import OpenWindow, build_window
from tests.patience import PATIENCE_MILLISECONDS

if TYPE_CHECKING:
    from inspector_app.operations.workspace import Workspace

NOT_OURS = ("This plugin does not support", "propagateSizeHints")
REACHED_MILLISECONDS = 60_000
MENU_MILLISECONDS = 300


class SteadyProgram(Container):
    """The program as installed, begun on the same day each time: the same seed shows the same months."""

    FROM = datetime(2026, 5, 14, 10, 3, 22, tzinfo=UTC)
    _BEGAN = time.monotonic()

    def now(self) -> datetime:
        return self.FROM + timedelta(seconds=time.monotonic() - self._BEGAN)


class Fault(AssertionError):
    """Something that must never be."""


class Stuck(Fault):
    """The writer does not come to rest, or the keyboard does not lead out."""


@dataclass
class Chooser:
    """Answers every file chooser: a file, a folder, a new name, or nothing."""

    folder: Path
    chance: random.Random

    def answer(self, *given: object, **named: object) -> str:
        picks = ["", str(self.folder), str(self.folder / "new.pdf"), str(self.folder / "register.csv")]
        return self.chance.choice(picks)

    def answers(self, *given: object, **named: object) -> tuple[str, str]:
        return self.answer(), ""

    def many(self, *given: object, **named: object) -> tuple[list[str], str]:
        found = self.answer()
        return [found] if found else [], ""


class Cage:
    """One for each run. Close it at the end."""

    STAND_INS: ClassVar = ("getExistingDirectory", "getSaveFileName", "getOpenFileName", "getOpenFileNames")

    def __init__(self, theme: Theme, folder: Path, practice: Path, seed: int, *, calm: bool = False) -> None:
        self.folder = folder
        self.calm = calm
        shutil.copytree(practice, folder / "data" / "practice")
        stick = folder / "stick"
        stick.mkdir()
        self._kept = {name: getattr(QFileDialog, name) for name in self.STAND_INS}
        self._opener = QDesktopServices.openUrl
        chooser = Chooser(stick, random.Random(seed))
        answers = (chooser.answer, chooser.answers, chooser.answers, chooser.many)
        for name, answer in zip(self.STAND_INS, answers, strict=True):
            setattr(QFileDialog, name, staticmethod(answer))
        QDesktopServices.openUrl = staticmethod(lambda url: True)  # type: ignore[method-assign]
        self.warnings: list[str] = []
        self._handler = qInstallMessageHandler(self._warned)
        self.theme = theme
        self.opened: OpenWindow
        self._open()

    def _open(self) -> None:
        """A window, as a start of the program opens it."""
        self.opened = build_window(self.theme, SteadyProgram, self.folder / "data")
        self.opened.reporter.install()
        self.window = self.opened.window
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.opened.shell.start()
        self.enter()

    def _shut(self) -> None:
        self._close_popups()
        self.window.close()
        self.opened.workbench.close()
        self.opened.reporter.uninstall()
        self.window.deleteLater()
        QApplication.processEvents()

    def close(self) -> None:
        self._shut()
        qInstallMessageHandler(self._handler)
        for name, kept in self._kept.items():
            setattr(QFileDialog, name, staticmethod(kept))
        QDesktopServices.openUrl = self._opener  # type: ignore[method-assign]
        if (self.theme.mode, self.theme.zoom) != ("light", 1.0):
            self.theme.set_mode("light")
            self.theme.set_zoom(1.0)

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """Every key of the program as it stands at the start."""
        return tuple(dict.fromkeys(spec.shortcut for spec in self.window.registry.specs if spec.shortcut))

    @property
    def place(self) -> str:
        page = self.window.page
        return page.key if page is not None else ""

    def enter(self) -> None:
        """Open the example, as it stands, and the inspection that is under way."""
        bench = self.opened.workbench
        if bench.unlocked:
            return
        self._close_popups()
        self.opened.shell.go("first_start")
        self.window.registry.action("first_start.practise").trigger()
        before = ("first_start", "unlock")
        self._wait(lambda: bench.unlocked and self.place not in before, "the example open")
        self.rest()
        if self.place != "home":
            return
        page = self.window.page
        lines = page.under_way.lines  # type: ignore[union-attr]
        if lines:
            bench.open_inspection(lines[0].key)
            self.opened.shell.go("prepare")
            self.rest()

    def do(self, act: Act) -> None:
        """One act, and what comes of it at once."""
        if act.kind == "go":
            self.carry(act.what)
        elif act.kind == "key":
            self._press(act.what)
        elif act.kind == "words":
            for letter in act.what:
                self._write(letter)
        else:
            self._mouse(act)
        if self.calm:
            self.rest()
        QApplication.processEvents()
        self.look()
        if self.opened.workbench.closed:  # a page offers to close the program and to open it again
            self._shut()
            self._open()

    def carry(self, key: str) -> None:
        """Bring the monkey to a page, unlocked and with the inspection open."""
        self._close_popups()
        self.enter()
        bench = self.opened.workbench
        if not bench.inspection_id:
            self.opened.shell.go("home")
            self.rest()
            lines = self.window.page.under_way.lines  # type: ignore[union-attr]
            if lines:
                bench.open_inspection(lines[0].key)
        self.opened.shell.go(key)
        self.rest()

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page after unlocking; the parts of the inspection twice, as most is done there."""
        parts = tuple(item.key for item in self.window.rail.items)
        others = [spec.key for spec in pages.OTHERS if spec.level != "start"]
        return (*parts, *parts, *others)

    def look(self) -> None:
        """Whether anything broke."""
        if self.opened.reporter.reports:
            raise Fault(self.opened.reporter.reports[-1])
        if self.warnings:
            raise Fault(f"Qt warned: {self.warnings[-1]}")

    def rest(self) -> None:
        """Wait until everything asked of the writer is done and shown."""
        for _ in range(2):
            self._rest_writer()
            page = self.window.page
            if isinstance(page, ChecklistPage):
                self._wait(lambda page=page: page.settled or self.window.page is not page, "the page at rest")
            QApplication.processEvents()
        self.look()

    def _rest_writer(self) -> None:
        bench = self.opened.workbench
        if bench.unlocked:
            done: list[bool] = []
            bench.run(lambda desk: None, lambda _: done.append(True), lambda _: done.append(True))
            self._wait(lambda: bool(done) or not bench.unlocked, "the writer at rest")

    def check_record(self) -> None:
        """Every answer that stands on a checklist screen stands in the record: nothing typed was lost."""
        page = self.window.page
        if not isinstance(page, ChecklistPage) or not self.opened.workbench.unlocked:
            return
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.rest()
        if self.window.page is not page:
            return
        held: list[dict[str, str]] = []

        def read(at: Workspace) -> dict[str, str]:
            session = at.checklist()
            saved = dict(at.desk.store.saved_checklist(session.inspection.id, session.record).values)
            # Of a class its choice shows what counts now: none while nobody was asked, whatever was chosen.
            chosen = [key for key in saved if key.endswith("_choice")]
            return saved | {key: session.instance.value(key.removesuffix("_choice")) for key in chosen}

        self.opened.workbench.work(read, held.append, lambda _: held.append({}))
        self._wait(lambda: bool(held), "the record read")
        if not held[0]:
            return
        for key, shown in _shown(page).items():
            # The class that the sample gives is shown where none was chosen.
            derived = key.endswith("_choice") and key not in held[0]
            if not derived and held[0].get(key, "") != shown:
                raise Fault(f"{key} shows {shown!r}, the record holds {held[0].get(key, '')!r}")

    def check_way_out(self) -> None:
        """From wherever the monkey is, keys lead to the parts, the page and the search."""
        for _ in range(3):
            self._press("Escape")
        self.rest()
        if not self.opened.workbench.unlocked:
            return
        for key, reached in (("F6", self.window.rail.list), ("Ctrl+K", self.window.top.search)):
            self._press(key)
            QApplication.processEvents()
            if key == "F6" and not self.window.rail.isVisible():
                continue
            if not self._comes_about(lambda reached=reached: QApplication.focusWidget() is reached):
                there = QApplication.focusWidget()
                name = there.accessibleName() if there is not None else "nowhere"
                raise Stuck(
                    f"{key} does not lead out of {self.place}: the keyboard is at {name!r} {there}, active is"
                    f" {QApplication.activeWindow()}, keys held {self.opened.workbench.keys.holding}"
                )
        self._press("Escape")
        self._press("F7")
        seen = set()
        for _ in range(4):
            there = QApplication.focusWidget()
            cell = there.currentIndex() if isinstance(there, SampleTable) else None
            seen.add((there, (cell.row(), cell.column()) if cell is not None else None))
            self._press("Tab")
        if len(seen) < 2:
            raise Stuck(f"Tab does not move on the page {self.place}")

    def _target(self) -> QWidget:
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        return found if found is not None else self.window

    def _write(self, letter: str) -> None:
        if letter.isascii():
            QTest.keyClicks(self._target(), letter)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._target(), event)

    def _press(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def _mouse(self, act: Act) -> None:
        spot = QPoint(int(act.x * self.window.width()), int(act.y * self.window.height()))
        popup = QApplication.activePopupWidget()
        root = popup if popup is not None else self.window
        if popup is not None:
            spot = QPoint(int(act.x * popup.width()), int(act.y * popup.height()))
        under = root.childAt(spot) or root
        inside = under.mapFrom(root, spot)
        # The menu of a tool button (the calendar's months) keeps the click until it is closed.
        closing = QTimer()
        closing.setSingleShot(True)
        closing.timeout.connect(self._close_popups)
        closing.start(MENU_MILLISECONDS)
        if act.kind == "click":
            QTest.mouseClick(under, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, inside)
        elif act.kind == "double":
            QTest.mouseDClick(under, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, inside)
        else:
            turn = QPoint(0, 120 if act.what == "up" else -120)
            wheel = QWheelEvent(
                QPointF(inside), QPointF(under.mapToGlobal(inside)), QPoint(), turn,
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(under, wheel)
        closing.stop()

    def _close_popups(self) -> None:
        for _ in range(5):
            popup = QApplication.activePopupWidget()
            if popup is None:
                return
            popup.close()

    def _comes_about(self, so: Callable[[], bool]) -> bool:
        """Whether something is so within a while: keys wait while the keyboard is on its way."""
        deadline = QDeadlineTimer(REACHED_MILLISECONDS)
        while not so() and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        return so()

    def _wait(self, so: Callable[[], bool], what: str) -> None:
        """Turn the event loop until something is so."""
        loop, poll = QEventLoop(), QTimer()
        poll.timeout.connect(loop.quit)
        poll.start(5)
        deadline = QDeadlineTimer(PATIENCE_MILLISECONDS)
        while not so():
            if deadline.hasExpired():
                raise Stuck(f"{what} does not come about")
            loop.exec()

    def _warned(self, kind: QtMsgType, context: object, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(f"Qt gave up: {text}\n")
        if kind != QtMsgType.QtDebugMsg and not any(words in text for words in NOT_OURS):
            self.warnings.append(text)


def _shown(page: ChecklistPage) -> dict[str, str]:
    """What the fields and cells of a screen show, by the key of their node."""
    shown = {}
    for key in page._fields.keys:
        control = page._fields.control(key)
        if control is not None and control.isVisible() and control.isEnabled():
            shown[key] = control.value()
    return shown


__all__ = ["Cage", "Fault", "KnownError", "Stuck"]
