"""Paints the cells of a sample and makes their editors."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.gui import icons
from inspector_app.gui.look import Look, look
from inspector_app.gui.widgets.choice_box import DropDown
from inspector_app.gui.widgets.hand_line import HandLine
from inspector_app.gui.widgets.sample_model import Index, SampleModel

_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SampleDelegate(QStyledItemDelegate):
    """`left(key, modifiers)` comes after Tab or Enter closed an editor, its value being in the model."""

    left = Signal(int, int)

    def __init__(self, model: SampleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.invitation = self.tr("Type to add")
        """What the empty line at the foot says."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        m = look().metrics
        return QSize(m.columns(8), m.control)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        seen = look()
        rect: QRect = option.rect
        state = option.state
        view = self.parent()
        current = isinstance(view, QWidget) and view.hasFocus() and index == view.currentIndex()  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(seen.colours.accent_pale))
        painter.setPen(QColor(seen.colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_text(painter, rect, index, seen, chevron=current)
        if current:
            self._paint_ring(painter, rect, seen)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index, /) -> QWidget:
        column = self._model.columns[index.column()]
        if column.choices:
            box = DropDown(parent)
            box.addItem("", "")
            for choice in column.choices:
                box.addItem(choice.label, choice.value)
            box.activated.connect(self._picked)
            editor: QWidget = box
        else:
            line = HandLine(parent)
            line.setProperty("sample_row", index.row())
            line.setProperty("sample_column", index.column())
            line.written.connect(self._typed)
            editor = line
        editor.setProperty("cell", True)
        editor.setAccessibleName(column.title)
        return editor

    def setEditorData(self, editor: QWidget, index: Index, /) -> None:
        value = self._model.value_at(index.row(), index.column())
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index, /) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and (
            editor.isModified() or editor.text() != self._model.value_at(index.row(), index.column())
        ):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index, /) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, QWidget)
        ):
            key = Qt.Key(event.key())
            if key in _LEAVING and not _has_popup(watched):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.left.emit(key.value, event.modifiers().value)
                return True
            if key == Qt.Key.Key_Escape and isinstance(watched, QLineEdit) and watched.isModified():
                self._model.reverted(*_place_of(watched))
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        line = self.sender()
        if isinstance(line, QLineEdit):
            self._model.typed(*_place_of(line), text)

    def _picked(self) -> None:
        box = self.sender()
        if isinstance(box, QWidget):
            self.commitData.emit(box)
            self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, seen: Look, *, chevron: bool) -> None:
        m, c = seen.metrics, seen.colours
        column = self._model.columns[index.column()]
        text = column.label_of(self._model.value_at(index.row(), index.column()))
        painter.setPen(QColor(c.text))
        if not text and index.column() == 0 and self._model.is_empty_line(index.row()):
            text = self.invitation
            painter.setPen(QColor(c.soft))
        inside = rect.adjusted(m.space(2), 0, -m.space(2), 0)
        words = painter.fontMetrics()
        side = m.icon
        fits = words.horizontalAdvance(text) + side <= inside.width()
        if chevron and fits and column.choices and not self._model.read_only:
            where = QRectF(inside.right() - side, rect.top() + (rect.height() - side) / 2, side, side)
            icons.paint(painter, where, "chevron-down", c.soft)
            inside.setRight(inside.right() - side)
        if not text:
            return
        lead = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        wrap = Qt.TextFlag.TextWordWrap
        if words.boundingRect(QRect(0, 0, inside.width(), 10_000), wrap, text).height() > rect.height():
            text = words.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, lead | wrap, text)

    def _paint_ring(self, painter: QPainter, rect: QRect, seen: Look) -> None:
        width = seen.metrics.focus
        painter.setPen(QPen(QColor(seen.colours.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))


def _place_of(line: QLineEdit) -> tuple[int, int]:
    """Row and column of the cell that a line edits."""
    return int(line.property("sample_row")), int(line.property("sample_column"))


def _has_popup(editor: QWidget) -> bool:
    return isinstance(editor, QComboBox) and editor.view().isVisible()
