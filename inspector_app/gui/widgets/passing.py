"""Something said in passing at the foot of the page: it goes by itself and asks for nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.labels import label

SHOWN_MILLISECONDS = 5000
_NAME = "passing"


class Passing(QFrame):
    """One line over the foot of what it is laid on; a newer line takes the place of an older."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName(_NAME)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = label("", "body", wrap=False)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        over.installEventFilter(self)
        follow_look(self._restyle)

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str) -> None:
        """Show a line, and have it read out."""
        m = look().metrics
        over = self._over
        self.ensurePolished()
        self._words.ensurePolished()  # its font, and with it the width, comes with the style
        room = over.width() - 2 * m.space(6) - 2 * m.space(4)
        elided = self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(1, room))
        self._words.setText(elided)
        self.setAccessibleName(words)
        self._row.activate()
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """It stays at the foot of what it is laid on when the bars around that come and go."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over, gap = self._over, look().metrics.space(4)
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - gap)

    def _restyle(self) -> None:
        m = look().metrics
        self._row.setContentsMargins(m.space(4), m.space(2.5), m.space(4), m.space(2.5))
        self.hide()


def unsay(window: QWidget, words: str) -> None:
    """Take a line away that no longer holds; a newer one stays."""
    over = window.findChild(QStackedWidget) or window
    found = over.findChild(Passing, _NAME)
    if isinstance(found, Passing) and found.accessibleName() == words:
        found.hide()


def say_in_passing(window: QWidget | None, words: str) -> None:
    """Say a line at the foot of a window's pages; nothing where there is no window."""
    if window is None:
        return
    over = window.findChild(QStackedWidget) or window
    found = over.findChild(Passing, _NAME)
    passing = found if isinstance(found, Passing) else Passing(over)
    passing.say(words)
