"""A list to choose from: a title and a line under it, its state in a word, and what is due, at the right.

Painted by a delegate, so that thousands of lines cost no more than those that are seen.
"""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.gui import icons
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.metrics import Metrics
from inspector_app.gui.widgets.badge import Tone
from inspector_app.gui.widgets.chosen_from_afar import follow_selection
from inspector_app.gui.widgets.line_words import Face, Faces, faces_of, rows_of

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
MOST_MEASURED = 200
"""Lines of a list that are each as high as their words need. In longer lists all are of one height, and what
is too long for it is cut with an ellipsis: to measure thousands would be felt.
"""
MOST_ROWS = 4
_LETTERS = f"{string.ascii_letters}{string.digits}·,:-"
_TONE_ICONS: dict[Tone, icons.Name] = {
    "accent": "state-half",
    "good": "state-done",
    "attention": "state-attention",
    "bad": "stop",
    "quiet": "state-hidden",
}


@dataclass(frozen=True, slots=True)
class Line:
    """`state` with its tone stands at the right, `due` under it; `more` goes on under the subtitle's line."""

    key: str
    title: str
    subtitle: str = ""
    state: str = ""
    state_tone: Tone = "quiet"
    due: str = ""
    due_tone: Tone = "quiet"

    @property
    def spoken(self) -> str:
        """All of it, for people who hear the screen."""
        return ", ".join(part for part in (self.title, self.state, self.due, self.subtitle) if part)


class _Lines(QAbstractListModel):
    """The lines of a list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return None


class _LineDelegate(QStyledItemDelegate):
    """Two lines of text at the left, two at the right; the right ones go below where there is no room."""

    _whole = QRect()
    _known: tuple[tuple[QFont, Metrics], Faces] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        view = cast(LineList, self.parent())
        faces = self._faces(option)
        titles, rows = 1, view.most_rows
        if view.measured:
            line = cast(Line, index.data(_LINE))
            width = self._left_width(line, faces)
            titles = len(rows_of(line.title, faces.bold.metrics, width, view.most_rows))
            rows = max(1, len(rows_of(line.subtitle, faces.small.metrics, width, view.most_rows)))
        rows += view.below if view.stacked else 0
        height = titles * faces.bold.metrics.height() + rows * faces.small.metrics.height()
        return QSize(0, height + look().metrics.space(4.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        view = cast(LineList, self.parent())
        line = cast(Line, index.data(_LINE))
        seen = look()
        m, c = seen.metrics, seen.colours
        rect = self._whole = QRect(option.rect)
        painter.save()
        painter.setLayoutDirection(view.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = view.currentIndex() == index
        self._ground(painter, rect, option, current=current and view.hasFocus())
        if index.row() < len(view.lines) - 1:
            painter.setPen(QColor(c.line))
            ends = rect.adjusted(m.space(2.5), 0, -m.space(2.5), 0)
            painter.drawLine(ends.bottomLeft(), ends.bottomRight())
        faces = self._faces(option)
        inside = self._inside(rect)
        right = 0 if view.stacked else self._right(painter, inside, line, faces)
        left = QRect(inside.left(), inside.top(), self._beside(inside.width(), right), 0)
        titles = view.most_rows if view.measured else 1
        y = self._write(painter, left, left.top(), line.title, (faces.bold, c.text, titles))
        y = self._write(painter, left, y, line.subtitle, (faces.small, c.soft, view.most_rows))
        if view.stacked:
            for words, tone in ((line.state, line.state_tone), (line.due, line.due_tone)):
                y = self._write(painter, left, y, words, (faces.small, c.tone(tone)[0], 1))
        painter.restore()

    def breaks(self, lines: Sequence[Line], option: QStyleOptionViewItem) -> bool:
        """Whether the words of one of these go on in a second row, in the width of now."""
        faces = self._faces(option)
        bold, small = faces.bold.metrics, faces.small.metrics
        for line in lines:
            width = self._left_width(line, faces)
            if bold.horizontalAdvance(line.title) > width or small.horizontalAdvance(line.subtitle) > width:
                return True
        return False

    def _left_width(self, line: Line, faces: Faces) -> int:
        """What the words at the left have, in the width of now."""
        view = cast(LineList, self.parent())
        width = self._inside(QRect(0, 0, view.viewport().width(), 0)).width()
        return self._beside(width, 0 if view.stacked else _right_width(line, width, faces))

    def _inside(self, rect: QRect) -> QRect:
        """Where the words of a line stand in it."""
        m = look().metrics
        return rect.adjusted(m.space(3), m.space(2.25), -m.space(3), 0)

    def _beside(self, width: int, right: int) -> int:
        """What is left of a width for the words at the left."""
        return width - (right + look().metrics.space(4) if right else 0)

    def _ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, current: bool) -> None:
        m, c = look().metrics, look().colours
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if hovered or current:
            painter.setPen(QPen(QColor(c.accent), m.focus) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.hover) if hovered else Qt.BrushStyle.NoBrush)
            inset = m.focus / 2
            painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), m.radius, m.radius)

    def _right(self, painter: QPainter, inside: QRect, line: Line, faces: Faces) -> int:
        """State and what is due, at the right; gives the width used."""
        m, c = look().metrics, look().colours
        used, y, height = 0, inside.top(), faces.body.metrics.height()
        if line.state:
            ink, _ = c.tone(line.state_tone)
            words = faces.small_bold.metrics.horizontalAdvance(line.state)
            step = m.icon + m.space(1.5)
            used = words + step
            spot = QRect(inside.right() - words - step, y + (height - m.icon) // 2, m.icon, m.icon)
            icons.paint(painter, QRectF(self._mirrored(painter, spot)), _TONE_ICONS[line.state_tone], ink)
            painter.setFont(faces.small_bold.font)
            painter.setPen(QColor(ink))
            place = self._mirrored(painter, QRect(inside.right() - words, y, words + 1, height))
            painter.drawText(place, _LEFT, line.state)
            y += height
        if line.due:
            font, metrics = faces.small
            ink = c.soft if line.due_tone == "quiet" else c.tone(line.due_tone)[0]
            words = min(metrics.horizontalAdvance(line.due), inside.width() // 2)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            under = QRect(inside.right() - words, y, words + 1, metrics.height())
            place = self._mirrored(painter, under)
            text = metrics.elidedText(line.due, Qt.TextElideMode.ElideRight, words + 1)
            painter.drawText(place, _RIGHT, text)
            used = max(used, words)
        return used

    def _write(self, painter: QPainter, column: QRect, y: int, words: str, how: tuple[Face, str, int]) -> int:
        """Write words in so many rows at most; gives where the next begin."""
        (font, metrics), ink, most = how
        painter.setFont(font)
        painter.setPen(QColor(ink))
        for row in rows_of(words, metrics, column.width(), most):
            place = self._mirrored(painter, QRect(column.left(), y, column.width(), metrics.height()))
            painter.drawText(place, _LEFT, row)
            y += metrics.height()
        return y

    def _mirrored(self, painter: QPainter, place: QRect) -> QRect:
        """Where a place lies when the window is read from right to left."""
        return QStyle.visualRect(painter.layoutDirection(), self._whole, place)

    def _faces(self, option: QStyleOptionViewItem) -> Faces:
        known = QFont(option.font), look().metrics
        if self._known is None or self._known[0] != known:
            self._known = known, faces_of(*known)
        return self._known[1]


def _right_width(line: Line, width: int, faces: Faces) -> int:
    """What state and due take at the right of a line of that width."""
    m = look().metrics
    state = faces.small_bold.metrics.horizontalAdvance(line.state) + m.icon + m.space(1.5)
    due = min(faces.small.metrics.horizontalAdvance(line.due), width // 2)
    return max(state if line.state else 0, due)


class LineList(QListView):
    """`chosen(key)` follows Enter or a click. `most` lines are shown at once; more by scrolling."""

    chosen = Signal(str)

    def __init__(self, name: str, most: int = 9, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self._most = most
        self.stacked = False
        self.below = 0
        """Lines of text that stand under the others where the list is narrow."""
        self.measured = False
        self._delegate = _LineDelegate(self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pressed)
        follow_selection(self)
        follow_look(self._restyle)

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines.lines

    @property
    def most_rows(self) -> int:
        """How many rows the words of a line may take."""
        if self.measured:
            return MOST_ROWS
        return 2 if self.stacked and len(self.lines) > MOST_MEASURED else 1

    def current_key(self) -> str:
        """The key of the line the keyboard is on, '' when there is none."""
        row = self.currentIndex().row()
        return self.lines[row].key if 0 <= row < len(self.lines) else ""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the current one stays current while it is there, else the first is."""
        kept = self.current_key()
        self.below = any(line.state for line in lines) + any(line.due for line in lines)
        self._lines.show_lines(lines)
        self._measure()
        row = next((at for at, line in enumerate(lines) if line.key == kept), 0)
        if lines:
            self.setCurrentIndex(self._lines.index(row))
        self._fit()

    def rehearse(self) -> None:
        """Draw each letter and sign once where nobody sees it: the first lines shown find them drawn. For a
        list that is empty yet.
        """
        self._lines.show_lines(
            [Line("", _LETTERS, _LETTERS, _LETTERS, tone, _LETTERS) for tone in _TONE_ICONS]
        )
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(0, 0, look().metrics.columns(4 * len(_LETTERS)), look().metrics.control)
        unseen = QPixmap(option.rect.size())
        unseen.fill(QColor(look().colours.surface))
        painter = QPainter(unseen)
        for row in range(len(_TONE_ICONS)):
            self.itemDelegate().paint(painter, option, self._lines.index(row))
        painter.end()
        self._lines.show_lines(())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self._pressed(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        stacked = self.viewport().width() < look().metrics.columns(64)
        wider = event.oldSize().width() != event.size().width()
        if stacked != self.stacked or wider:
            before, self.stacked = (self.stacked, self.measured), stacked
            self._measure()
            if self.measured or before != (self.stacked, self.measured):
                self.scheduleDelayedItemsLayout()
                self._fit()

    def tell_chosen(self, key: str) -> None:
        self.chosen.emit(key)

    def _pressed(self, index: Index) -> None:
        if 0 <= index.row() < len(self.lines):
            self.tell_chosen(self.lines[index.row()].key)

    def _measure(self) -> None:
        """Lines are of one height where none needs a second row: so Qt asks for one of them only. A list that
        has no place yet hears of it, and measures then.
        """
        if self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        few = len(self.lines) <= MOST_MEASURED
        self.measured = few and self._delegate.breaks(self.lines, option)
        self.setUniformItemSizes(not self.measured)

    def _fit(self) -> None:
        count = len(self.lines)
        if not count:
            self.setFixedHeight(0)
            return
        seen = range(min(count, self._most))
        if self.measured:
            self.setFixedHeight(sum(self.sizeHintForRow(row) for row in seen) + 2)
        else:
            self.setFixedHeight(len(seen) * self.sizeHintForRow(0) + 2)

    def _restyle(self) -> None:
        self._measure()
        self.scheduleDelayedItemsLayout()
        self._fit()
