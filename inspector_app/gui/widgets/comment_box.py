"""A box for a comment that grows with its text; Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.pause import pause_timer
from inspector_app.gui.widgets.text_line import mark


class _Box(QPlainTextEdit):
    """Tells its owner when it is left and when its lines break anew."""

    def __init__(self, owner: CommentBox) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._owner.leave()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._owner.fit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Ctrl+Enter and its like are the page's; plain keys are text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)


class CommentBox(AnswerControl):
    """Text of several lines, two to twelve shown at once, more by scrolling."""

    FEWEST, MOST = 2, 12

    def __init__(self, placeholder: str = "", fewest: int = FEWEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest = fewest
        self._quiet = False
        self._box = _Box(self)
        self._box.setPlaceholderText(placeholder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._pause = pause_timer(self, self.leave)
        self._box.textChanged.connect(self._typed)
        follow_look(self.fit)

    @property
    def box(self) -> QPlainTextEdit:
        return self._box

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._box.setAccessibleName(name)
        if label is not None:
            label.setBuddy(self._box)

    def set_read_only(self, read_only: bool) -> None:
        self._box.setReadOnly(read_only)

    def set_problem(self, message: str) -> None:
        super().set_problem(message)
        mark(self._box, bool(message))

    def describe(self, words: str) -> None:
        super().describe(words)
        self._box.setAccessibleDescription(words)

    def value(self) -> str:
        return self._box.toPlainText()

    def show_value(self, value: str) -> None:
        if value == self.value():
            return
        self._quiet = True
        position = self._box.textCursor().position()
        self._box.setPlainText(value)
        cursor = self._box.textCursor()
        cursor.setPosition(min(position, len(self._box.toPlainText())))
        self._box.setTextCursor(cursor)
        self._quiet = False
        self.fit()

    def leave(self) -> None:
        """Commit what was typed."""
        self._pause.stop()
        self.tell_committed(self.value())

    def fit(self) -> None:
        """Take the height of the text."""
        lines = round(self._box.document().documentLayout().documentSize().height())
        shown = min(max(lines, self._fewest), self.MOST)
        m = look().metrics
        room = 2 * m.space(1.25) + 2 + 2 * round(self._box.document().documentMargin())
        height = shown * self._box.fontMetrics().lineSpacing() + room
        wanted = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > self.MOST
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self._box.verticalScrollBarPolicy() != wanted:
            self._box.setVerticalScrollBarPolicy(wanted)
        if self._box.height() != height or self._box.minimumHeight() != height:
            self._box.setFixedHeight(height)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(look().metrics.columns(12), self._box.minimumHeight())

    def _typed(self) -> None:
        self.fit()
        if not self._quiet:
            self._pause.start()
            self.tell_edited(self.value())
