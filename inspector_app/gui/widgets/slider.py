"""A slider in the look's colours: a thin rail, a handle large enough to press, ticks if wanted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from inspector_app.gui.look import look

MOST_TICKS = 60


class Slider(QSlider):
    """While `empty` nothing is chosen: the handle is hollow. A press goes to the place pressed."""

    def __init__(self, orientation: Qt.Orientation, *, ticks: bool, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._ticks = ticks
        self._empty = True

    @property
    def empty(self) -> bool:
        return self._empty

    def set_empty(self, empty: bool) -> None:
        if empty != self._empty:
            self._empty = empty
            self.update()

    def sizeHint(self) -> QSize:
        m = look().metrics
        length, across = m.columns(28), m.target + (m.space(2.5) if self._ticks else m.space(1))
        return QSize(length, across) if self._across() else QSize(across, m.columns(16))

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        shortest = look().metrics.columns(12)
        return QSize(shortest, size.height()) if self._across() else QSize(size.width(), shortest)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event.position())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self.isSliderDown():
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self.setSliderDown(False)
        super().mouseReleaseEvent(event)

    def _across(self) -> bool:
        return self.orientation() == Qt.Orientation.Horizontal

    def _backwards(self) -> bool:
        """Whether the smallest value stands at the far end."""
        return not self._across() or self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _side(self) -> int:
        return look().metrics.space(5)

    def _length(self) -> int:
        return (self.width() if self._across() else self.height()) - self._side()

    def _at(self, value: int) -> float:
        span = max(1, self.maximum() - self.minimum())
        share = (value - self.minimum()) / span
        if self._backwards():
            share = 1 - share
        return self._side() / 2 + share * self._length()

    def _go(self, spot: QPointF) -> None:
        along = spot.x() if self._across() else spot.y()
        share = min(1.0, max(0.0, (along - self._side() / 2) / max(1, self._length())))
        if self._backwards():
            share = 1 - share
        value = self.minimum() + round(share * (self.maximum() - self.minimum()))
        if value == self.value() and self._empty:
            self.valueChanged.emit(value)
        self.setValue(value)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen = look()
        m, c = seen.metrics, seen.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = m.target / 2
        here = self._at(self.value())
        usable = self.isEnabled()
        self._line(
            painter, c.control_line, self._at(self.minimum()), self._at(self.maximum()), middle, m.space(0.75)
        )
        if not self._empty:
            self._line(
                painter, c.accent if usable else c.soft, self._at(self.minimum()), here, middle, m.space(1)
            )
        if self._ticks:
            self._paint_ticks(painter, middle + self._side() / 2 + m.space(0.5), m.space(1))
        radius = self._side() / 2 - 1
        centre = QPointF(here, middle) if self._across() else QPointF(middle, here)
        edge = c.accent if usable and (not self._empty or self.hasFocus()) else c.control_line
        painter.setPen(QPen(QColor(edge), m.focus))
        painter.setBrush(QColor(c.field if self._empty or not usable else c.accent))
        painter.drawEllipse(centre, radius - 1, radius - 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), m.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), m.radius, m.radius)

    def _line(
        self, painter: QPainter, ink: str, start: float, end: float, middle: float, width: float
    ) -> None:
        painter.setPen(QPen(QColor(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._across():
            painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        else:
            painter.drawLine(QPointF(middle, start), QPointF(middle, end))

    def _paint_ticks(self, painter: QPainter, from_: float, length: float) -> None:
        steps = self.maximum() - self.minimum()
        if steps > MOST_TICKS:
            return
        painter.setPen(QPen(QColor(look().colours.control_line), 1))
        for value in range(self.minimum(), self.maximum() + 1):
            at = self._at(value)
            if self._across():
                painter.drawLine(QPointF(at, from_), QPointF(at, from_ + length))
            else:
                painter.drawLine(QPointF(from_, at), QPointF(from_ + length, at))
