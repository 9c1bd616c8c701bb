"""What "search or do" finds, under its field: inspections, services, pages and actions, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui.frame.rail import Index
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.metrics import SMALL

_HIT = Qt.ItemDataRole.UserRole
MOST_SHOWN = 9


@dataclass(frozen=True, slots=True)
class Hit:
    """One line: what it is called, what it is ("page", "EX-2026-0001 · under way"), and what it does."""

    title: str
    about: str
    act: Callable[[], None]
    key: str = ""


class _HitDelegate(QStyledItemDelegate):
    """Title at the left, what it is beside it, its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(0, look().metrics.control)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        hit: Hit = index.data(_HIT)
        seen = look()
        m, c = seen.metrics, seen.colours
        rect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_pale))
            painter.drawRoundedRect(rect, m.radius, m.radius)
        inside = rect.adjusted(m.space(2.5), 0, -m.space(2.5), 0)
        body, small = QFont(option.font), QFont(option.font)
        body.setPointSizeF(m.body_points)
        small.setPointSizeF(m.points(SMALL))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(QColor(c.soft))
        key_width = QFontMetrics(small).horizontalAdvance(hit.key) if hit.key else 0
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, hit.key)
        inside.setRight(inside.right() - key_width - m.space(2))
        title_width = min(QFontMetrics(body).horizontalAdvance(hit.title), inside.width())
        painter.setFont(body)
        painter.setPen(QColor(c.accent if chosen else c.text))
        title = QFontMetrics(body).elidedText(hit.title, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, title)
        inside.setLeft(inside.left() + title_width + m.space(2.5))
        if inside.width() > m.space(8):
            painter.setFont(small)
            painter.setPen(QColor(c.soft))
            about = QFontMetrics(small).elidedText(hit.about, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, about)
        painter.restore()


class SearchList(QFrame):
    """Down and Up in the field move here, Enter does what is chosen, Escape closes."""

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_list")
        self.setProperty("card", True)
        self._field = field
        self._within = parent
        self._hits: tuple[Hit, ...] = ()
        self.list = QListWidget(self)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.itemClicked.connect(self._clicked)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list)
        field.installEventFilter(self)
        self.hide()
        follow_look(self._restyle)

    @property
    def hits(self) -> Sequence[Hit]:
        return self._hits

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found, the first chosen; nothing found says so."""
        self._hits = tuple(hits[:MOST_SHOWN])
        self.list.clear()
        for hit in self._hits or (Hit(self.tr("Nothing found"), "", _nothing),):
            line = QListWidgetItem(self.list)
            line.setData(_HIT, hit)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.title}, {hit.about}".strip(", "))
        self.list.setCurrentRow(0 if self._hits else -1)
        self._place()
        self.show()
        self.raise_()

    def close_list(self) -> None:
        self._hits = ()
        self.hide()

    def take_chosen(self) -> bool:
        """Do what is chosen; False when nothing is."""
        row = self.list.currentRow()
        if not (self.isVisible() and 0 <= row < len(self._hits)):
            return False
        hit = self._hits[row]
        self.close_list()
        self._field.clear()
        hit.act()
        return True

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self.isVisible() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._hits:
                self.list.setCurrentRow((self.list.currentRow() + step) % len(self._hits))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_list()
        if event.type() == QEvent.Type.FocusOut:
            self.close_list()
        return False

    def _clicked(self, _: QListWidgetItem) -> None:
        self.take_chosen()

    def _place(self) -> None:
        m = look().metrics
        width = max(self._field.width(), min(m.columns(56), self._within.width() - 2 * m.space(4)))
        height = max(1, self.list.count()) * m.control + 2 * m.space(1.5)
        corner = self._field.mapTo(self._within, QPoint(self._field.width() - width, 0))
        left = max(m.space(4), corner.x())
        self.setGeometry(left, corner.y() + self._field.height() + m.space(1), width, height)

    def _restyle(self) -> None:
        gap = look().metrics.space(1.5)
        self._column.setContentsMargins(gap, gap, gap, gap)
        if self.isVisible():
            self._place()


def _nothing() -> None:
    """There is nothing to do."""
