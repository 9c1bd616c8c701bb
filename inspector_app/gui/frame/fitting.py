"""Keeps the window on its screen: while text grows, and where it leaves no room for more than words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.gui.look import notice
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.buttons import Button

TRIES, TRY_MILLISECONDS = 5, 20


class SteadySize(QObject):
    """A window stays as large as it was while its text grows: its parts want more room for a moment than they
    need once they have made do. It is `busy` until they have.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._size = window.size()
        self._tries = 0
        self.busy = False
        theme.changing.connect(self._note)
        theme.changed.connect(self._keep_soon)

    def _note(self) -> None:
        self._size = self._window.size()

    def _keep_soon(self) -> None:
        self._tries, self.busy = TRIES, True
        QTimer.singleShot(0, self, self._keep)

    def _keep(self) -> None:
        """More than once where the parts have not made do yet."""
        self.busy = False
        if not self._window.isMaximized() and self._window.width() > self._size.width():
            self._window.resize(self._size)
            self._tries -= 1
            if self._tries and self._window.width() > self._size.width():
                self.busy = True
                QTimer.singleShot(TRY_MILLISECONDS, self, self._keep)


class WindowWatch(QObject):
    """Calls `resized` when a window has another size, and `restyled` when the system has another theme: of
    its font only a window hears, by an event.

    Not by overrides in the window: with them PySide makes all types of events for the first paint (3 ms).
    """

    _calls: Mapping[QEvent.Type, Callable[[], None]] = MappingProxyType({})
    """Empty again when Python has collected the window and Qt still ends it."""

    def __init__(self, window: QWidget, resized: Callable[[], None], restyled: Callable[[], None]) -> None:
        super().__init__(window)
        self._calls = {QEvent.Type.Resize: resized, QEvent.Type.ThemeChange: restyled}
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        call = self._calls.get(event.type())
        if call is not None:
            call()
        return False


def set_tight(window: QWidget, tight: bool) -> None:
    """Whether buttons leave out their keys. New ones learn of it when they are measured; those that are there
    are measured anew. Others follow it by themselves (`look.follow_fit`).
    """
    application = QApplication.instance()
    if application is not None and notice(application).tight != tight:
        notice(application).tight = tight
        for button in window.findChildren(Button):
            button.updateGeometry()
        notice(application).tell_fitted()
