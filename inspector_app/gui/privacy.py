"""The privacy screen: one key hides everything at once, without locking; the next key only shows it again.

For the moment in which somebody comes to the table. What is hidden is hidden from assistive technology too,
and from the window's title. The desk stays open, so it still locks by itself when nobody is there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.labels import label

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class PrivacyScreen(QFrame):
    """Lies over the window while its content is hidden; the key that ends it does nothing else."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._hidden: QWidget | None = None
        self._title = ""
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Everything is hidden. Press any key to show it again."))
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for words, role in (
            (self.tr("Everything is hidden"), "title"),
            (self.tr("Press any key, or click, to show it again."), "soft"),
        ):
            line = label(words, role, wrap=False)  # type: ignore[arg-type]
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def begin(self) -> None:
        """Hide what the window shows, its menus and lists with it."""
        if self.isVisible():
            return
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        self._before = QApplication.focusWidget()
        self._hidden = self._window.centralWidget()
        self._title = self._window.windowTitle()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._hidden is not None:
            self._hidden.hide()
        self._window.setWindowTitle(self.tr("Inspector"))
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        announce(self, self.accessibleName())

    def end(self) -> None:
        """Show the window again, the keyboard where it was."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if self._hidden is not None and isValid(self._hidden):
            self._hidden.show()
        if self._window.windowTitle() == self.tr("Inspector") and self._title:
            self._window.setWindowTitle(self._title)
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent, /) -> bool:
        return self._is_key(event) or super().event(event)

    def _is_key(self, event: QEvent) -> bool:
        """Every key is this screen's: no shortcut is done behind it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() not in _MODIFIERS:
                self.end()
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self.end()

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        event.accept()

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        """Whatever has the keyboard behind the screen (after a lock, the passphrase) gets no key."""
        if watched is self._window and isinstance(event, QResizeEvent):
            self.setGeometry(self._window.rect())
        return watched is not self and self._is_key(event)
