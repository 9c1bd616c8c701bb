"""The list beside a chapter: all chapters, or the places that a search found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.metrics import SMALL

_KEY = Qt.ItemDataRole.UserRole
_UNDER = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class _PlaceDelegate(QStyledItemDelegate):
    """Title, and under it some words; both wrap, so that nothing is cut off at any size of text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        height = self._plan(width, index)[2]
        return QSize(0, max(look().metrics.target, height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        m, c = look().metrics, look().colours
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(c.accent_pale if chosen else c.hover))
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(c.accent), m.focus) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), m.radius, m.radius)
        title, under, _ = self._plan(rect.width(), index)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(self._title_font(index))
        painter.setPen(QColor(c.accent if chosen else c.text))
        painter.drawText(title.translated(rect.topLeft()), flags, str(index.data()))
        if not under.isEmpty():
            painter.setFont(self._small())
            painter.setPen(QColor(c.soft))
            painter.drawText(under.translated(rect.topLeft()), flags, str(index.data(_UNDER)))
        painter.restore()

    def _plan(self, width: int, index: Index) -> tuple[QRect, QRect, int]:
        m = look().metrics
        pad, room = m.space(2), QRect(0, 0, width - 2 * m.space(2), 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        high = QFontMetrics(self._title_font(index)).boundingRect(room, wrap, str(index.data())).height()
        title = QRect(pad, m.space(1.25), room.width(), high)
        words = str(index.data(_UNDER) or "")
        low = QFontMetrics(self._small()).boundingRect(room, wrap, words).height() if words else 0
        under = QRect(pad, title.bottom() + 1, room.width(), low)
        return title, under, title.bottom() + low + m.space(1.5)

    def _title_font(self, index: Index) -> QFont:
        font = QFont(QApplication.font())
        if index.data(_UNDER):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(QApplication.font())
        font.setPointSizeF(look().metrics.points(SMALL))
        return font


class PlaceList(QListWidget):
    """`shown(key)` as the keyboard or a click comes to a line; `entered(key)` on Enter, to go on reading."""

    shown = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Chapters"))
        self.setItemDelegate(_PlaceDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setTabKeyNavigation(False)
        self.currentItemChanged.connect(self._moved)
        follow_look(self._restyle)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(str(self.item(row).data(_KEY)) for row in range(self.count()))

    def current_key(self) -> str:
        """The key of the line the keyboard is on, '' when there is none."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def show_lines(self, lines: list[tuple[str, str, str]], current: str = "") -> None:
        """Lines of key, title and what stands under it; `current` is chosen without a word."""
        blocked = self.blockSignals(True)
        self.clear()
        for key, title, under in lines:
            item = QListWidgetItem(title)
            item.setData(_UNDER, under)
            item.setData(_KEY, key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}. {under}" if under else title)
            self.addItem(item)
        self.blockSignals(blocked)
        self.show_current(current)

    def show_current(self, key: str) -> None:
        """Choose a line without saying so."""
        blocked = self.blockSignals(True)
        self.setCurrentRow(self.keys.index(key) if key in self.keys else -1)
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell_entered(self.current_key())
        else:
            super().keyPressEvent(event)

    def tell_shown(self, key: str) -> None:
        self.shown.emit(key)

    def tell_entered(self, key: str) -> None:
        self.entered.emit(key)

    def _moved(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.tell_shown(str(item.data(_KEY)))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()


class SearchHelp(QLineEdit):
    """Down goes to what was found, Enter to the first of it; Escape empties the field."""

    def __init__(self, found: PlaceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self.setPlaceholderText(self.tr("Search the help"))
        self.setAccessibleName(self.tr("Search the help"))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._found.setFocus(Qt.FocusReason.OtherFocusReason)
            self._found.setCurrentRow(max(0, self._found.currentRow()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._found.count():
                self._found.setCurrentRow(max(0, self._found.currentRow()))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
