"""Reason codes as chips: any number of them, in lines that wrap, each at its own width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui import icons
from inspector_app.gui.look import look
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.option_control import OptionControl
from inspector_app.gui.widgets.options import Roving, TickOption, plain


class Chip(TickOption):
    """A pill with a plus while off and a tick while on."""

    def __init__(self, words: str, value: str, roving: Roving, parent: QWidget) -> None:
        super().__init__(words, value, roving, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        m = look().metrics
        width = self.fontMetrics().horizontalAdvance(self.words) + self._beside_words()
        return QSize(width, max(m.target, m.space(7)))

    def minimumSizeHint(self) -> QSize:
        """Room for its longest word: where a line does not hold them all, the words wrap."""
        words = self.fontMetrics()
        longest = max((words.horizontalAdvance(word) for word in self.words.split()), default=0)
        return QSize(longest + self._beside_words(), self.sizeHint().height())

    def heightForWidth(self, width: int, /) -> int:
        if width >= self.sizeHint().width():
            return self.sizeHint().height()
        room = QRect(0, 0, max(1, width - self._beside_words()), 10_000)
        wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.words).height()
        lines = max(1, round(wrapped / self.fontMetrics().lineSpacing()))
        return self.sizeHint().height() + (lines - 1) * self.fontMetrics().lineSpacing()

    def _beside_words(self) -> int:
        m = look().metrics
        return self._mark() + m.space(1) + 2 * m.space(2.5)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen = look()
        c, m = seen.colours, seen.metrics
        on = self.isChecked()
        ink = c.accent if on and self.isEnabled() else c.text if self.isEnabled() else c.soft
        ground = c.accent_pale if on else c.hover if self.underMouse() and self.isEnabled() else c.surface
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 1.4 if on else 1.0
        shape = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(QPen(QColor(c.accent if on else c.control_line), edge))
        painter.setBrush(QColor(ground))
        round_ = min(shape.height(), self.sizeHint().height()) / 2
        painter.drawRoundedRect(shape, round_, round_)
        self._paint_words(painter, ink, c.accent if on else c.soft)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), m.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = m.focus + 1.5
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, round_ - inset, round_ - inset)

    def _mark(self) -> int:
        return max(12, look().metrics.space(3.5))

    def _paint_words(self, painter: QPainter, ink: str, mark_ink: str) -> None:
        m = look().metrics
        side = self._mark()
        mark = QRect(m.space(2.5), (self.height() - side) // 2, side, side)
        left = m.space(2.5) + side + m.space(1)
        words = QRect(left, 0, self.width() - left - m.space(1), self.height())
        mark = QStyle.visualRect(self.layoutDirection(), self.rect(), mark)
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
        icons.paint(painter, QRectF(mark), "saved" if self.isChecked() else "add", mark_ink)
        painter.setFont(plain(self.font()))
        painter.setPen(QColor(ink))
        lead = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        narrow = self.width() < self.sizeHint().width()
        painter.drawText(words, lead | Qt.TextFlag.TextWordWrap if narrow else lead, self.words)


class Chips(OptionControl[Chip]):
    """Several answers of several; the value lists them in the order of the choices."""

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unknown: tuple[str, ...] = ()
        self._flow = FlowLayout(self, gap=1.5)
        self.set_choices(choices)

    def value(self) -> str:
        on = [chip.option_value for chip in self._parts if chip.isChecked()]
        return " ".join([*on, *self._unknown])

    def show_value(self, value: str) -> None:
        on = value.split()
        offered = {choice.value for choice in self._choices}
        self._unknown = tuple(word for word in on if word not in offered)
        for chip in self._parts:
            chip.setChecked(chip.option_value in on)

    def _option(self, choice: Choice) -> Chip:
        made = Chip(choice.label, choice.value, self._roving, self)
        self._flow.addWidget(made)
        return made

    def _let_go(self, option: Chip) -> None:
        self._flow.removeWidget(option)

    def _pressed(self) -> None:
        self.tell_chosen(self.value())

    def _clear(self) -> None:
        focused = next((chip for chip in self._parts if chip.hasFocus()), None)
        if focused is not None and focused.isChecked():
            focused.setChecked(False)
            self.tell_chosen(self.value())
