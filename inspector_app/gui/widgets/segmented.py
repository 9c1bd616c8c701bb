"""One of up to five options side by side; a list of radio buttons where the width does not hold them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui import icons
from inspector_app.gui.look import Look, follow_look, look
from inspector_app.gui.widgets.option_control import OptionControl
from inspector_app.gui.widgets.options import RadioOption, plain, strong, widest

MOST_SEGMENTS = 5


class Segment(RadioOption):
    """One option, painted as a part of the bar or as a line of the list."""

    first = False
    last = False
    listed = False
    after_chosen = False
    _reckoned: tuple[tuple[object, ...], int] | None = None

    def bar_width(self) -> int:
        """Width wanted in the bar; kept until words, letters or look are others, for a layout asks often."""
        m = look().metrics
        known = self.words, self.font(), m
        if self._reckoned is None or self._reckoned[0] != known:
            width = widest(self.font(), self.words) + m.icon + m.space(1) + 2 * m.space(3)
            self._reckoned = known, width
        return self._reckoned[1]

    def list_height(self, width: int) -> int:
        """Height wanted in the list, the words wrapped."""
        m = look().metrics
        return max(m.control, self._words(width).height() + m.space(2))

    def sizeHint(self) -> QSize:
        return QSize(self.bar_width(), look().metrics.control + look().metrics.space(0.5))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.listed:
            self._paint_line(painter, look())
        else:
            self._paint_part(painter, look())
        if self.hasFocus():
            m = look().metrics
            painter.setPen(QPen(QColor(look().colours.accent), m.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = m.focus / 2 if self.listed else m.focus * 1.5 + 1.5
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, m.radius - 2, m.radius - 2)

    def _inks(self, seen: Look) -> tuple[str, str, str]:
        """Colours of words, ground and edge."""
        c = seen.colours
        if not self.isEnabled():
            return c.text if self.isChecked() else c.soft, c.page, c.control_line
        if self.isChecked():
            return c.accent, c.accent_pale, c.accent
        return c.text, c.hover if self.underMouse() else c.surface, c.control_line

    def _paint_part(self, painter: QPainter, seen: Look) -> None:
        ink, ground, edge = self._inks(seen)
        m = seen.metrics
        width = float(m.focus if self.isChecked() else 1)
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (self.last, self.first) if mirrored else (self.first, self.last)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawPath(_rounded(rect, m.radius, left=left, right=right))
        if self.after_chosen:
            shared = self.width() - 1 if mirrored else 0
            painter.fillRect(shared, 0, 1, self.height(), QColor(seen.colours.accent))
        painter.setPen(QColor(ink))
        painter.setFont(strong(self.font()) if self.isChecked() else plain(self.font()))
        if not self.isChecked():
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
            return
        words = painter.fontMetrics().horizontalAdvance(self.words)
        whole = m.icon + m.space(1) + words
        start = (self.width() - whole) // 2
        tick = QRect(start, (self.height() - m.icon) // 2, m.icon, m.icon)
        text = QRect(start + m.icon + m.space(1), 0, words + 2, self.height())
        tick = QStyle.visualRect(self.layoutDirection(), self.rect(), tick)
        text = QStyle.visualRect(self.layoutDirection(), self.rect(), text)
        icons.paint(painter, QRectF(tick), "saved", ink)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)

    def _paint_line(self, painter: QPainter, seen: Look) -> None:
        ink, ground, edge = self._inks(seen)
        m, c = seen.metrics, seen.colours
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(self.rect()), m.radius, m.radius)
        side = m.icon
        spot = QRect(m.space(2), (self.height() - side) // 2, side, side)
        circle = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), spot)).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(edge), m.focus * 0.8))
        painter.setBrush(QColor(c.field))
        painter.drawEllipse(circle)
        if self.isChecked():
            quarter = circle.width() * 0.27
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(edge))
            painter.drawEllipse(circle.adjusted(quarter, quarter, -quarter, -quarter))
        words = self._words(self.width())
        words.moveTop((self.height() - words.height()) // 2)
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
        painter.setPen(QColor(ink))
        painter.setFont(strong(self.font()) if self.isChecked() else plain(self.font()))
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, at | Qt.TextFlag.TextWordWrap, self.words)

    def _words(self, width: int) -> QRect:
        m = look().metrics
        left = m.space(2) + m.icon + m.space(2)
        room = QRect(left, 0, max(1, width - left - m.space(2)), 100_000)
        fitted = QFontMetrics(strong(self.font())).boundingRect(room, Qt.TextFlag.TextWordWrap, self.words)
        room.setHeight(fitted.height())
        return room


class Segmented(OptionControl[Segment]):
    """One answer of several. `as_list` makes it a list at any width (six to a dozen options)."""

    def __init__(
        self, choices: Sequence[Choice] = (), *, as_list: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._as_list = as_list
        self._value = ""
        self.set_choices(choices)
        follow_look(self._restyle)

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        self._value = value
        for part in self._parts:
            part.show_checked(part.option_value == value)
            if part.option_value == value:
                self._roving.arm(part)
        self._share_edge()

    def is_list(self) -> bool:
        """Whether the options stand under each other."""
        return self._as_list or self._bar_width() > self.width()

    def sizeHint(self) -> QSize:
        width = (
            max((part.bar_width() for part in self._parts), default=0) if self._as_list else self._bar_width()
        )
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().metrics.columns(14), look().metrics.control)

    def heightForWidth(self, width: int, /) -> int:
        if self._as_list or self._bar_width() > width:
            return sum(part.list_height(width) for part in self._parts)
        return look().metrics.control + look().metrics.space(0.5)

    def _bar_width(self) -> int:
        return sum(part.bar_width() for part in self._parts) - max(0, len(self._parts) - 1)

    def _place(self) -> None:
        listed = self.is_list()
        x = y = 0
        for at, part in enumerate(self._parts):
            part.listed, part.first, part.last = listed, at == 0, at == len(self._parts) - 1
            if listed:
                height = part.list_height(self.width())
                part.setGeometry(0, y, self.width(), height)
                y += height
            else:
                spot = QRect(x, 0, part.bar_width(), self.height())
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))
                x += part.bar_width() - 1
            part.update()
        self._share_edge()

    def _share_edge(self) -> None:
        """The part after the chosen one paints the edge they share as the chosen one's.

        Raising the chosen part over it would do so too, and have its option heard last.
        """
        before: Segment | None = None
        for part in self._parts:
            shared = before is not None and before.isChecked() and before.isEnabled()
            if part.after_chosen != shared:
                part.after_chosen = shared
                part.update()
            before = part

    def _option(self, choice: Choice) -> Segment:
        return Segment(choice.label, choice.value, self._roving, self)

    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Segment):
            self._take(pressed.option_value)

    def _clear(self) -> None:
        if self._value:
            self._take("")

    def _take(self, value: str) -> None:
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.tell_chosen(value)


def _rounded(rect: QRectF, radius: float, *, left: bool, right: bool) -> QPainterPath:
    """A rectangle whose left or right corners are round."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    half = rect.width() / 2
    if not left:
        path.addRect(QRectF(rect.left(), rect.top(), half, rect.height()))
    if not right:
        path.addRect(QRectF(rect.left() + half, rect.top(), half, rect.height()))
    return path.simplified()
