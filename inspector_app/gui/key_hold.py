"""Keys pressed while the keyboard is on its way somewhere wait, and go to the place they were meant for.

Much of what a key does is answered by the writer thread: F8, undo, accepting a suggestion, unlocking, a page
that reads its facts first. A person types on without looking. Keys that went to the control they were
leaving, or to whichever control came next, would answer questions that nobody was asked. So from the key that
moves the keyboard until it has arrived, keys are kept; then they are pressed again, one by one, in the new
place. Where there is no new place they are dropped, and that is said.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.gui.widgets.passing import say_in_passing, unsay

NOTICED_MILLISECONDS = 500
"""A wait that is longer than this is said; a shorter one would only flicker."""
LONGEST_MILLISECONDS = 15_000
"""No wait is longer: a keyboard that stays dead would be worse than keys that are lost and said so."""
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key as it was pressed, or a piece of text from an input method (`key` 0)."""

    key: int
    modifiers: Qt.KeyboardModifier
    text: str


class Hold:
    """One move of the keyboard under way. `alive` until it landed, failed or was given up."""

    def __init__(self, keys: KeyHold) -> None:
        self._keys = keys
        self.alive = True

    def land(self) -> None:
        """The move is made; keys are pressed again once the page shown has come to rest."""
        if self.alive:
            self._keys.landing(self)

    def drop(self) -> None:
        """There is no place to go: what was typed for it is dropped."""
        if self.alive:
            self._keys.end(self, used=False)


class KeyHold(QObject):
    """One for each window. It listens to the application only while something is on its way."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._holds: list[Hold] = []
        self._queue: deque[HeldKey] = deque()
        self._refused = self._replaying = False
        self.when_at_rest: Callable[[Callable[[], None]], None] = _at_once
        self._notice = self._timer(NOTICED_MILLISECONDS, self._say_waiting)
        self._limit = self._timer(LONGEST_MILLISECONDS, self.give_up)

    @property
    def holding(self) -> bool:
        return bool(self._holds)

    @property
    def waiting(self) -> tuple[HeldKey, ...]:
        """The keys that wait."""
        return tuple(self._queue)

    def begin(self) -> Hold:
        """From now on keys wait, until this and every other hold has ended."""
        hold = Hold(self)
        self._holds.append(hold)
        if len(self._holds) == 1:
            application = QCoreApplication.instance()
            if application is not None:
                application.installEventFilter(self)
            self._notice.start()
            self._limit.start()
        return hold

    def landing(self, hold: Hold) -> None:
        """End a hold as soon as the page shown is at rest."""
        self.when_at_rest(lambda: self.end(hold, used=True))

    def end(self, hold: Hold, *, used: bool) -> None:
        """End a hold; with the last one the keys go on, or are dropped when one move had no place to go."""
        if hold not in self._holds:
            return
        hold.alive = False
        self._holds.remove(hold)
        self._refused = self._refused or not used
        if self._holds:
            return
        self._stop()
        if self._refused:
            self._drop()
        elif not self._replaying:
            self._replay()

    def give_up(self) -> None:
        """Escape, a click or a lock: nothing is awaited any more, and what was typed for it is dropped."""
        for hold in self._holds:
            hold.alive = False
        if self._holds:
            self._holds = []
            self._stop()
            self._drop()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._is_new(watched):
                self._keep(event)
            return True
        if kind == QEvent.Type.KeyRelease:
            return True
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if event.commitString():
                self._queue.append(HeldKey(0, Qt.KeyboardModifier.NoModifier, event.commitString()))
            return True
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self.give_up()
        return False

    def _is_new(self, watched: QObject) -> bool:
        """Whether a key comes from outside. The key that began the hold may still be on its way from the
        control that ignored it to those around it.
        """
        focused = QApplication.activePopupWidget() or QApplication.focusWidget() or self._window
        return isinstance(watched, QWindow) or watched == focused

    def _keep(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() not in _MODIFIERS:
            self._queue.append(HeldKey(event.key(), event.modifiers(), event.text()))

    def _stop(self) -> None:
        unsay(self._window, self._waiting_words())
        self._notice.stop()
        self._limit.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _drop(self) -> None:
        self._refused = False
        lost = sum(len(held.text) for held in self._queue if held.text.isprintable())
        self._queue.clear()
        if lost:
            # How many, never which: it may have been a passphrase.
            said = self.tr("Keys typed while waiting were not used: {count}.").format(count=lost)
            say_in_passing(self._window, said)

    def _replay(self) -> None:
        self._replaying = True
        try:
            while self._queue and not self._holds:
                press_again(self._queue.popleft(), self._window)
        finally:
            self._replaying = False
        if self._refused and not self._holds:
            self._drop()

    def _say_waiting(self) -> None:
        say_in_passing(self._window, self._waiting_words())

    def _waiting_words(self) -> str:
        return self.tr("Waiting for the record. Your keys are kept; Esc stops waiting.")

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(call)
        return made


def press_again(held: HeldKey, window: QWidget) -> None:
    """Press a key as the system would: the control may claim it, else it is a shortcut, else it is typed."""
    popup = QApplication.activePopupWidget()
    target = popup or QApplication.focusWidget() or window
    if not held.key:
        text = QInputMethodEvent()
        text.setCommitString(held.text)
        QCoreApplication.sendEvent(target, text)
        return
    override = QKeyEvent(QEvent.Type.ShortcutOverride, held.key, held.modifiers, held.text)
    override.ignore()
    QCoreApplication.sendEvent(target, override)
    if not override.isAccepted() and popup is None and _shortcut(held, window):
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or window
        QCoreApplication.sendEvent(target, QKeyEvent(kind, held.key, held.modifiers, held.text))


def _shortcut(held: HeldKey, window: QWidget) -> bool:
    modifiers = held.modifiers & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(held.key)))
    for action in window.actions():
        if action.isEnabled() and pressed in action.shortcuts():
            action.trigger()
            return True
    return False


def _at_once(call: Callable[[], None]) -> None:
    call()
