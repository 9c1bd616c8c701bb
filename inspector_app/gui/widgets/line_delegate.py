"""Lines of a list as high as a control, so that each can be pressed; and lines with a box to tick."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.gui import icons
from inspector_app.gui.look import look

Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """The height follows the look."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(super().sizeHint(option, index).width(), look().metrics.control)


class TickDelegate(LineDelegate):
    """A press anywhere on the line ticks it, as Space does."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        m, c = look().metrics, look().colours
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        state, rect = option.state, option.rect
        current = bool(state & QStyle.StateFlag.State_HasFocus) or bool(
            state & QStyle.StateFlag.State_Selected
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = c.accent_pale if on else c.hover if state & QStyle.StateFlag.State_MouseOver else ""
        if ground:
            painter.fillRect(rect, QColor(ground))
        if current and state & QStyle.StateFlag.State_Active:
            painter.setPen(QPen(QColor(c.accent), m.focus))
            inset = m.focus / 2
            painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), m.radius, m.radius)
        side = m.icon
        spot = rect.adjusted(m.space(2), (rect.height() - side) // 2, 0, 0)
        spot.setSize(QSize(side, side))
        direction = option.direction
        box = QRectF(QStyle.visualRect(direction, rect, spot)).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(c.accent if on else c.control_line), m.focus * 0.8))
        painter.setBrush(QColor(c.accent if on else c.field))
        painter.drawRoundedRect(box, m.space(0.75), m.space(0.75))
        if on:
            icons.paint(painter, box, "saved", c.on_accent)
        words = rect.adjusted(m.space(4) + side, 0, -m.space(2), 0)
        words = QStyle.visualRect(direction, rect, words)
        painter.setPen(QColor(c.accent if on else c.text))
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index, /
    ) -> bool:
        released = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        spaced = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if not released and not (spaced and event.type() == QEvent.Type.KeyPress):
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return bool(model.setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole))
