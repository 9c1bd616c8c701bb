"""Lines for numbers with a manner of their own: a counter, thousands parted, digits as text, masked text."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.reading_order import order_for_reading
from inspector_app.gui.widgets.text_line import DecimalLine, IntegerLine, TextLine, show_in_line


class CounterLine(IntegerLine):
    """A whole number with a button to count down and one to count up; the arrow keys do the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(6, parent=parent)
        self._less = Button(self.tr("One less"), icon="remove", icon_only=True, parent=self)
        self._more = Button(self.tr("One more"), icon="add", icon_only=True, parent=self)
        self._row.insertWidget(0, self._less)
        self._row.insertWidget(2, self._more)
        QWidget.setTabOrder(self._less, self._line)
        QWidget.setTabOrder(self._line, self._more)
        order_for_reading(self)
        self._less.clicked.connect(self._count_down)
        self._more.clicked.connect(self._count_up)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        for button in (self._less, self._more):
            button.setAccessibleDescription(name)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        for button in (self._less, self._more):
            button.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self._line.isReadOnly():
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _count_down(self) -> None:
        self._step(-1)

    def _count_up(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        value = str(int(self.value() or 0) + by)
        show_in_line(self._line, value)
        self.tell_problem("")
        self.tell_chosen(value)


class ParsedLine(TextLine):
    """Digits kept as text (telephone numbers, codes): leading noughts stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(20, parent)
        pattern = QRegularExpression(r"[-+]?[0-9., ]*")
        self._line.setValidator(QRegularExpressionValidator(pattern, self._line))
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def rejection(self) -> str:
        return self.tr("Only digits, a point, a comma, plus and minus can be written here.")


class MaskedLine(TextLine):
    """Text that bystanders cannot read; a button shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(24, parent)
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = Button(self.tr("Show"), parent=self)
        self._show.setCheckable(True)
        self._show.toggled.connect(self._toggle)
        self._row.insertWidget(1, self._show)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._show.setAccessibleDescription(name)

    def _toggle(self, shown: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class GroupedInteger(IntegerLine):
    """A whole number whose thousands are parted while it is not being typed."""

    pattern = r"[-+]?[\d ]{0,24}"

    def to_value(self, text: str) -> str:
        return super().to_value(text.replace(" ", ""))

    def show_value(self, value: str) -> None:
        if not self._line.hasFocus():
            show_in_line(self._line, grouped(value))
        elif value != self.value():
            show_in_line(self._line, value)

    def leave(self) -> None:
        super().leave()
        if not self._line.hasFocus():
            show_in_line(self._line, grouped(self.value()))


class GroupedDecimal(DecimalLine):
    """A number whose thousands are parted while it is not being typed."""

    pattern = r"[-+]?[\d ]{0,24}([.,]\d{0,9})?"

    def to_value(self, text: str) -> str:
        return super().to_value(text.replace(" ", ""))

    def show_value(self, value: str) -> None:
        if not self._line.hasFocus():
            show_in_line(self._line, grouped(value))
        elif value != self.value():
            show_in_line(self._line, value)

    def leave(self) -> None:
        super().leave()
        if not self._line.hasFocus():
            show_in_line(self._line, grouped(self.value()))


def grouped(value: str) -> str:
    """A plain number with a blank between its thousands, which no country reads as a decimal point."""
    whole, point, rest = value.partition(".")
    sign = whole[:1] if whole[:1] in "+-" else ""
    digits = whole[len(sign) :]
    if not digits.isdigit():
        return value
    return f"{sign}{int(digits):,}".replace(",", " ") + point + rest
