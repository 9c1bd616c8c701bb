"""A table of figures with bars: group, answer, count, base, percentage; small groups are said to be small."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector_app.gui.look import follow_look, look
from inspector_app.operations.office_overview import TableRow
from inspector_app.words import translate

Index = QModelIndex | QPersistentModelIndex
GROUP, ANSWER, COUNT, BASE, PERCENT = range(5)


class FiguresModel(QAbstractTableModel):
    """The rows of one table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[TableRow, ...] = ()
        self._heads = (
            self.tr("Group"),
            self.tr("Answer"),
            self.tr("Count"),
            self.tr("Base"),
            self.tr("Percentage"),
        )

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None, /) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (COUNT, BASE) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (COUNT, BASE):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == PERCENT:
            return self.percent_words(row)
        return (row.group, row.answer, str(row.count), str(row.base))[index.column()]

    def percent_words(self, row: TableRow) -> str:
        """The percentage as it is read; a small base is said with it."""
        if row.percent is None:
            return self.tr("no base")
        words = f"{row.percent}%"
        return self.tr("{words} · small group").format(words=words) if row.small else words


class _CellDelegate(QStyledItemDelegate):
    """Cells stand under their heads."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index, /) -> None:
        super().initStyleOption(option, index)
        inset = look().metrics.space(1)
        rect = QRect(option.rect)
        option.rect = rect.adjusted(inset, 0, -inset, 0)


class _BarDelegate(QStyledItemDelegate):
    """The percentage as words with a bar beside them; the bar of a small group is only an outline."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        seen = look()
        m, c = seen.metrics, seen.colours
        model = cast(FiguresModel, index.model())
        row = model.rows[index.row()]
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.accent_pale))
        words = QRect(rect)
        words.setLeft(rect.left() + m.space(2))
        painter.setPen(QColor(c.text))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, model.percent_words(row))
        longest = painter.fontMetrics().horizontalAdvance(translate("Figures", "100% · small group"))
        left = words.left() + longest + m.space(3)
        room = rect.right() - left - m.space(2)
        if row.percent is not None and room > m.space(10):
            high = m.space(2.5)
            bar = QRectF(left, rect.center().y() - high / 2, room, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.line))
            painter.drawRoundedRect(bar, high / 2, high / 2)
            bar.setWidth(max(high if row.percent else 0, room * row.percent / 100))
            painter.setPen(QPen(QColor(c.accent), 1.4))
            painter.setBrush(QColor(c.accent_pale if row.small else c.accent))
            if row.percent:
                painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(look().metrics.columns(46), look().metrics.control)


class Figures(QTableView):
    """As high as its rows; the page scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self.setItemDelegate(_CellDelegate(self))
        self.setItemDelegateForColumn(PERCENT, _BarDelegate(self))
        self.setAccessibleName(self.tr("National table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow_look(self._fit)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show another table."""
        self.figures.show_rows(rows)
        several = len({row.group for row in rows}) > 1
        self.setColumnHidden(GROUP, not several)
        self._fit()

    def _fit(self) -> None:
        m = look().metrics
        self.verticalHeader().setDefaultSectionSize(m.control)
        self.resizeColumnsToContents()
        for column in (GROUP, ANSWER):
            self.setColumnWidth(column, min(self.columnWidth(column) + m.space(4), m.columns(34)))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + max(1, len(self.figures.rows)) * m.control + m.space(4))
