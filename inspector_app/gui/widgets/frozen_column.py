"""The first column of a table that scrolls sideways stays in sight, so that one knows whose row it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from inspector_app.gui.look import look
from inspector_app.gui.widgets.sample_header import SampleHeader


class FrozenColumn(QWidget):
    """Lies over the table's edge while its first column is scrolled away. It only paints: for keys, and for
    people who hear the screen, the table is one table.
    """

    def __init__(self, table: QTableView, header: SampleHeader) -> None:
        super().__init__(table)
        self._table = table
        self._header = header
        self.setObjectName("frozen_column")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.verticalScrollBar().valueChanged.connect(self.update)
        table.viewport().installEventFilter(self)
        self.hide()

    @property
    def covered(self) -> int:
        """How many pixels of the viewport it covers."""
        return self._table.columnWidth(0) if self.isVisibleTo(self._table) else 0

    def place(self) -> None:
        """Cover the first column's place, where that is scrolled away."""
        table = self._table
        viewport = table.viewport().geometry()
        wanted = table.horizontalScrollBar().value() > 0 and 2 * table.columnWidth(0) < viewport.width()
        wanted = wanted and table.model().columnCount() > 1
        self.setVisible(wanted)
        if wanted:
            wide = table.columnWidth(0)
            left = viewport.left()
            if table.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = viewport.right() - wide + 1
            self.setGeometry(left, self._header.y(), wide, viewport.bottom() - self._header.y() + 1)
            self.raise_()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Paint and self.isVisible():
            self.update()
        return False

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """A press means the cell that is seen, not the one under it."""
        row = self._table.rowAt(round(event.position().y()) - self._header.height())
        if row >= 0:
            self._table.setFocus(Qt.FocusReason.MouseFocusReason)
            self._table.setCurrentIndex(self._table.model().index(row, 0))

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        seen, table = look(), self._table
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(seen.colours.surface))
        top = self._header.height()
        self._header.paintSection(painter, QRect(0, 0, self.width(), top), 0)
        painter.setClipRect(0, top, self.width(), self.height() - top)
        first = max(0, table.rowAt(0))
        for row in range(first, table.model().rowCount()):
            y = table.rowViewportPosition(row) + top
            if y > self.height():
                break
            index = table.model().index(row, 0)
            option = QStyleOptionViewItem()
            option.rect = QRect(0, y, self.width(), table.rowHeight(row))
            if table.selectionModel().isSelected(index):
                option.state |= option.state.State_Selected
            table.itemDelegate().paint(painter, option, index)
        painter.setClipping(False)
        painter.setPen(QColor(seen.colours.control_line))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
