"""A key, shown beside what it does where there is no button to carry it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector_app.gui.look import look
from inspector_app.gui.metrics import SMALL


class KeyHint(QLabel):
    """The key's name with a thin edge around it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        if not look().hints:
            return QSize(0, 0)
        m = look().metrics
        words = QFontMetrics(self._font())
        return QSize(words.horizontalAdvance(self.text()) + 2 * m.space(1.5), words.height() + m.space(0.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent, /) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen = look()
        if not seen.hints:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(seen.colours.line), 1))
        painter.setBrush(QColor(seen.colours.page))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, seen.metrics.space(1), seen.metrics.space(1))
        painter.setPen(QColor(seen.colours.soft))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(look().metrics.points(SMALL))
        return font
