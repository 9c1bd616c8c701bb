"""A line of text, and the lines for whole and decimal numbers made of it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.hand_line import HandLine
from inspector_app.gui.widgets.labels import label as text_label
from inspector_app.gui.widgets.pause import pause_timer


class _Line(HandLine):
    """A line edit that says when it is left."""

    def __init__(self, owner: TextLine) -> None:
        super().__init__(owner)
        self._owner = owner

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._owner.leave()


class TextLine(AnswerControl):
    """One line of text. `columns` is the width it would like, in characters; None fills the row."""

    def __init__(self, columns: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._line = _Line(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._line, 1)
        if columns is not None:
            self._row.setStretch(0, 0)
            self._row.addStretch(1)
        self.setFocusProxy(self._line)
        self._pause = pause_timer(self, self.pause)
        self._line.written.connect(self._typed)
        self._line.returnPressed.connect(self.leave)
        self._line.inputRejected.connect(self._rejected)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_look(self._restyle)

    @property
    def line(self) -> QLineEdit:
        return self._line

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._line.setAccessibleName(name)
        if label is not None:
            label.setBuddy(self._line)

    def set_placeholder(self, text: str) -> None:
        """An example of what to write, shown while the line is empty."""
        self._line.setPlaceholderText(text)

    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    def set_problem(self, message: str) -> None:
        super().set_problem(message)
        mark(self._line, bool(message))

    def describe(self, words: str) -> None:
        super().describe(words)
        self._line.setAccessibleDescription(words)

    def value(self) -> str:
        return self.to_value(self._line.text())

    def show_value(self, value: str) -> None:
        if value != self.value() or not self._line.hasFocus():
            show_in_line(self._line, self.to_text(value))

    def to_value(self, text: str) -> str:
        """What is recorded for what is typed."""
        return text

    def to_text(self, value: str) -> str:
        """What is shown for what is recorded."""
        return value

    def complaint(self, text: str) -> str:
        """What is wrong with the text when the line is left, '' when nothing is."""
        return ""

    def rejection(self) -> str:
        """What is said when a key is not taken, '' when every key is."""
        return ""

    def pause(self) -> None:
        """Commit what was typed when nothing more came for a while."""
        self.leave()

    def leave(self) -> None:
        """Commit what was typed, and say what is wrong with it."""
        self._pause.stop()
        complaint = self.complaint(self._line.text())
        self.tell_problem(complaint)
        self.tell_committed(self.value())

    def _typed(self, text: str) -> None:
        self._pause.start()
        self.tell_problem("")
        self.tell_edited(self.to_value(text))

    def _rejected(self) -> None:
        if self.rejection():
            self.tell_problem(self.rejection())

    def _restyle(self) -> None:
        self._row.setSpacing(look().metrics.space(2))
        if self._columns is not None:
            self._line.setFixedWidth(look().metrics.columns(self._columns + 4))


class _NumberLine(TextLine):
    """Digits only: another key is not taken and the line says why, so all that is seen is recorded."""

    pattern = ""

    def __init__(self, columns: int = 10, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._line.setValidator(QRegularExpressionValidator(QRegularExpression(self.pattern), self._line))
        if unit:
            self._row.insertWidget(1, text_label(unit, "soft", wrap=False))

    def to_value(self, text: str) -> str:
        plain = text.strip().replace(",", ".")
        try:
            number = Decimal(plain)
        except InvalidOperation:
            return ""
        return plain if number.is_finite() else ""

    def complaint(self, text: str) -> str:
        return self.rejection() if text.strip() and not self.to_value(text) else ""


class IntegerLine(_NumberLine):
    """A whole number."""

    pattern = r"[-+]?\d{0,18}"

    def to_value(self, text: str) -> str:
        found = super().to_value(text)
        return str(int(found)) if found else ""

    def rejection(self) -> str:
        return self.tr("Write a whole number in digits, such as 7.")

    def show_value(self, value: str) -> None:
        if value != self.value() or not self._line.hasFocus():
            show_in_line(self._line, value)


class DecimalLine(_NumberLine):
    """A number; a comma or a point parts the decimals, the record keeps a point."""

    pattern = r"[-+]?\d{0,15}([.,]\d{0,9})?"

    def rejection(self) -> str:
        return self.tr("Write a number in digits, such as 7.5.")


def show_in_line(line: QLineEdit, text: str) -> None:
    """Show a recorded text without moving the cursor further than the text allows."""
    if line.text() == text:
        return
    cursor = line.cursorPosition()
    line.setText(text)
    if line.hasFocus():
        line.setCursorPosition(min(cursor, len(text)))


def mark(widget: QWidget, problem: bool) -> None:
    """Give a field the edge of a problem, or take it away."""
    if bool(widget.property("problem")) != problem:
        widget.setProperty("problem", problem)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
