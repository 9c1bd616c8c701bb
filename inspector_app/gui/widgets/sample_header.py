"""The headings of a sample: they break between words, so that a narrow column keeps its whole title."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from inspector_app.gui.look import look
from inspector_app.gui.metrics import SMALL

_WRAP = Qt.TextFlag.TextWordWrap


class SampleHeader(QHeaderView):
    """As high as the title with the most lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionResized.connect(self._resized)

    def words(self) -> QFont:
        """The font of the titles."""
        font = QFont(self.font())
        font.setPointSizeF(look().metrics.points(SMALL))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        m = look().metrics
        metrics = QFontMetrics(self.words())
        high = metrics.height()
        for section in range(self.count()):
            room = QRect(0, 0, max(1, self.sectionSize(section) - 2 * m.space(2)), 10_000)
            high = max(high, metrics.boundingRect(room, _WRAP, self._title(section)).height())
        return QSize(super().sizeHint().width(), high + 2 * m.space(1.5))

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        seen = look()
        m = seen.metrics
        painter.save()
        painter.fillRect(rect, QColor(seen.colours.surface))
        painter.setPen(QColor(seen.colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(seen.colours.soft))
        painter.setFont(self.words())
        inside = rect.adjusted(m.space(2), m.space(1.5), -m.space(2), -m.space(1.5))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inside, side | _WRAP, self._title(section))
        painter.restore()

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def _resized(self, section: int, old: int, new: int) -> None:
        if old != new:
            self.updateGeometry()
