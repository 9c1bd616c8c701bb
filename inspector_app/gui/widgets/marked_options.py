"""The single options of `OptionList`: a circle or box beside, above or without its words, and a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from inspector_app.gui import icons
from inspector_app.gui.look import look
from inspector_app.gui.widgets.options import RadioOption, TickOption, plain, strong, widest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:  # a second Qt class among the bases would be made twice
    _Button = object


class _Marked(_Button):
    """What both kinds share: sizes and painting. `upright` has the mark above the words."""

    words: str
    round_mark = True
    marked = True
    bare = False
    upright = False
    first = False
    last = False
    pixmap: QPixmap | None = None

    def wide(self) -> int:
        """Width that holds the words on one line."""
        return max(widest(self.font(), self.words), self._picture_width()) + self._left() + self._pad() + 2

    def narrowest(self) -> int:
        """Width that holds the longest word."""
        longest = max((widest(self.font(), word) for word in self.words.split()), default=0)
        side = 2 * self._pad() if self.upright else self._left() + self._pad() + 2
        return max(longest, self._picture_width()) + side

    def minimumSizeHint(self) -> QSize:
        m = look().metrics
        return QSize(m.target if self.bare else self.narrowest(), m.control)

    def height_at(self, width: int) -> int:
        """Height beside a mark, the words wrapped."""
        room = width - self._left() - self._pad()
        words = self._words_height(room) + self._picture_height()
        return max(look().metrics.control, words + look().metrics.space(2))

    def upright_height(self, width: int) -> int:
        """Height under a mark, the words wrapped."""
        m = look().metrics
        words = self._words_height(width - 2 * m.space(1))
        return m.icon + m.space(3) + words + self._picture_height() + m.space(1)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = look()
        m, c = seen.metrics, seen.colours
        ground = c.accent_pale if self.isChecked() else c.hover if self.underMouse() else ""
        if ground and self.isEnabled() and not self.bare:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(QRectF(self.rect()), m.radius, m.radius)
        if not self.marked:
            painter.setPen(QPen(QColor(c.accent if self.isChecked() else c.control_line), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(edge, m.radius, m.radius)
        if self.upright:
            self._paint_scale(painter)
        if self.marked:
            self._paint_mark(painter, self._mark_spot())
        if not self.bare:
            self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), m.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = m.focus / 2 + 1
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, m.radius, m.radius)

    def _pad(self) -> int:
        return look().metrics.space(2)

    def _left(self) -> int:
        m = look().metrics
        return m.space(2) + m.icon + m.space(2) if self.marked else m.space(3)

    def _picture_width(self) -> int:
        return 0 if self.pixmap is None else round(self.pixmap.deviceIndependentSize().width())

    def _picture_height(self) -> int:
        if self.pixmap is None:
            return 0
        return round(self.pixmap.deviceIndependentSize().height()) + look().metrics.space(1)

    def _words_height(self, width: int) -> int:
        room = QRect(0, 0, max(1, width), 100_000)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        return QFontMetrics(strong(self.font())).boundingRect(room, flags, self.words).height()

    def _mark_spot(self) -> QRectF:
        m = look().metrics
        side = m.icon
        if self.bare:
            spot = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        elif self.upright:
            spot = QRect((self.width() - side) // 2, m.space(2), side, side)
        else:
            spot = QRect(m.space(2), (min(self.height(), m.control) - side) // 2, side, side)
            spot = QStyle.visualRect(self.layoutDirection(), self.rect(), spot)
        return QRectF(spot).adjusted(1, 1, -1, -1)

    def _paint_scale(self, painter: QPainter) -> None:
        """The line that joins the marks of a scale."""
        m, c = look().metrics, look().colours
        y = m.space(2) + m.icon / 2
        middle, half = self.width() / 2, m.icon / 2
        painter.setPen(QPen(QColor(c.control_line), 1))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if not (self.last if mirrored else self.first):
            painter.drawLine(0, round(y), round(middle - half), round(y))
        if not (self.first if mirrored else self.last):
            painter.drawLine(round(middle + half), round(y), self.width(), round(y))

    def _paint_mark(self, painter: QPainter, spot: QRectF) -> None:
        m, c = look().metrics, look().colours
        on, usable = self.isChecked(), self.isEnabled()
        edge = c.accent if on and usable else c.control_line
        painter.setPen(QPen(QColor(edge), m.focus * 0.8))
        painter.setBrush(QColor(edge if on and not self.round_mark else c.field))
        if self.round_mark:
            painter.drawEllipse(spot)
            if on:
                quarter = spot.width() * 0.27
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(edge))
                painter.drawEllipse(spot.adjusted(quarter, quarter, -quarter, -quarter))
            return
        painter.drawRoundedRect(spot, m.space(0.75), m.space(0.75))
        if on:
            icons.paint(painter, spot, "saved", c.on_accent if usable else c.field)

    def _paint_words(self, painter: QPainter) -> None:
        m, c = look().metrics, look().colours
        top = m.icon + m.space(3) if self.upright else 0
        left = m.space(1) if self.upright else self._left()
        right = m.space(1) if self.upright else self._pad()
        room = QRect(left, top, self.width() - left - right, self.height() - top)
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        if self.pixmap is not None:
            x = room.left() + ((room.width() - self._picture_width()) // 2 if self.upright else 0)
            painter.drawPixmap(x, room.top() + m.space(1), self.pixmap)
            room.adjust(0, self._picture_height(), 0, 0)
        painter.setFont(strong(self.font()) if self.isChecked() else plain(self.font()))
        ink = c.accent if self.isChecked() and self.isEnabled() else c.text if self.isEnabled() else c.soft
        painter.setPen(QColor(ink))
        across = Qt.AlignmentFlag.AlignHCenter if self.upright else Qt.AlignmentFlag.AlignLeft
        if not self.upright and self.pixmap is None:
            spare = self.height() - self._words_height(room.width())
            beside_mark = m.control - QFontMetrics(strong(self.font())).height()
            room.setTop(max(0, min(spare, beside_mark) // 2))
        painter.drawText(room, across | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.words)


class MarkedRadio(_Marked, RadioOption):
    """One of several, of which one can be chosen."""


class MarkedTick(_Marked, TickOption):
    """One of several, of which any number can be chosen."""

    round_mark = False
