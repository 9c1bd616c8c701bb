"""Any number of long options under each other, each with a box to tick: what a finding rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui import icons
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.options import Roving, TickOption, plain


class TickLine(TickOption):
    """One option: a box, and words that wrap."""

    def height_for(self, width: int) -> int:
        """Height wanted at a width."""
        m = look().metrics
        return max(m.control, self._words(width).height() + m.space(2))

    def sizeHint(self) -> QSize:
        return QSize(look().metrics.columns(30), self.height_for(look().metrics.columns(30)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().metrics.columns(10), look().metrics.control)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen = look()
        m, c = seen.metrics, seen.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_pale if on else c.hover))
            painter.drawRoundedRect(QRectF(self.rect()), m.radius, m.radius)
        side = m.icon
        spot = QRect(m.space(2), (min(self.height(), m.control) - side) // 2, side, side)
        box = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), spot)).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(c.accent if on else c.control_line), m.focus * 0.8))
        painter.setBrush(QColor(c.accent if on else c.field))
        painter.drawRoundedRect(box, m.space(0.75), m.space(0.75))
        if on:
            icons.paint(painter, box, "saved", c.on_accent)
        words = self._words(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        painter.setPen(QColor(c.text if self.isEnabled() else c.soft))
        painter.setFont(plain(self.font()))
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self.words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), m.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = m.focus / 2
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, m.radius, m.radius)

    def _words(self, width: int) -> QRect:
        m = look().metrics
        left = m.space(2) + m.icon + m.space(2)
        room = QRect(left, 0, max(1, width - left - m.space(2)), 100_000)
        fitted = QFontMetrics(plain(self.font())).boundingRect(room, Qt.TextFlag.TextWordWrap, self.words)
        room.setHeight(fitted.height())
        return room


class TickList(AnswerControl):
    """Several of several as a list; the value names them in the order of the choices, blanks between."""

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._lines: list[TickLine] = []
        self._unknown: tuple[str, ...] = ()
        self._roving = Roving(self, _keep)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_choices(choices)
        follow_look(self._restyle)

    @property
    def options(self) -> Sequence[TickLine]:
        return self._lines

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other lines; what is ticked stays ticked where it is still offered."""
        if tuple(choices) == self._choices:
            return
        value, self._choices = self.value(), tuple(choices)
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = [TickLine(choice.label, choice.value, self._roving, self) for choice in choices]
        for line in self._lines:
            line.clicked.connect(self._pressed)
            line.setAccessibleDescription(self.accessibleName())
            line.show()
        self._roving.take(self._lines)
        self.show_value(value)
        self._restyle()

    def set_question(self, name: str, label: object = None) -> None:
        super().set_question(name, label)  # type: ignore[arg-type]
        for line in self._lines:
            line.setAccessibleDescription(name)

    def value(self) -> str:
        on = [line.option_value for line in self._lines if line.isChecked()]
        return " ".join([*on, *self._unknown])

    def show_value(self, value: str) -> None:
        on = value.split()
        offered = {choice.value for choice in self._choices}
        self._unknown = tuple(word for word in on if word not in offered)
        for line in self._lines:
            line.setChecked(line.option_value in on)

    def sizeHint(self) -> QSize:
        width = look().metrics.columns(40)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().metrics.columns(14), 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return sum(line.height_for(width) for line in self._lines)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        y = 0
        for line in self._lines:
            height = line.height_for(self.width())
            line.setGeometry(0, y, self.width(), height)
            y += height

    def _pressed(self) -> None:
        self.tell_chosen(self.value())

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()


def _keep() -> None:
    """Delete does not clear a whole list at once."""
