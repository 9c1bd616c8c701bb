"""The left rail: the inspection's parts, each with a shape and words for its state, and the progress foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.gui import icons
from inspector_app.gui.frame.facts import SHAPES, STATE_TONES, Progress, RailItem
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import Look, follow_look, look
from inspector_app.gui.metrics import SMALL
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.chosen_from_afar import follow_selection
from inspector_app.gui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class LinePlan:
    """Where title and words go in a line of the rail (words below or beside the title), and its height."""

    title: QRect
    words: QRect
    height: int
    below: bool


NARROW = 20
"""In characters of text: a rail narrower than this makes do with fewer words."""
LOW = 12.5
"""In ems: a rail lower than this leaves its foot out, so that a part of the inspection can be seen."""
_ITEM = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class RailDelegate(QStyledItemDelegate):
    """Shape, title and words on one line; the words on a second line where the width does not hold both."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        view = cast(QListWidget, self.parent())
        return QSize(0, self.plan(view.viewport().width(), index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        seen = look()
        rect = QRect(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(
            painter, rect, seen, chosen=chosen, hovered=bool(state & QStyle.StateFlag.State_MouseOver)
        )
        self._paint_item(painter, rect, index, seen, chosen=chosen)
        view = cast(QListWidget, self.parent())
        if view.hasFocus() and index == view.currentIndex():
            painter.setPen(QPen(QColor(seen.colours.accent), seen.metrics.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = seen.metrics.focus / 2
            shape = QRectF(rect).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(shape, seen.metrics.radius, seen.metrics.radius)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, seen: Look, *, chosen: bool, hovered: bool
    ) -> None:
        if not (chosen or hovered):
            return
        painter.setPen(QPen(QColor(seen.colours.line), 1) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(seen.colours.surface if chosen else seen.colours.hover))
        shape = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, seen.metrics.radius, seen.metrics.radius)
        if chosen:
            bar = QRectF(
                rect.left() + 1,
                rect.top() + rect.height() * 0.25,
                seen.metrics.space(0.75),
                rect.height() / 2,
            )
            if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(rect.right() - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(seen.colours.accent))
            painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)

    def _paint_item(self, painter: QPainter, rect: QRect, index: Index, seen: Look, *, chosen: bool) -> None:
        item = cast(RailItem, index.data(_ITEM))
        m, c = seen.metrics, seen.colours
        direction = painter.layoutDirection()
        plan = self.plan(rect.width(), index)
        title, words = plan.title, plan.words
        spot = QRect(m.space(2.5), 0, m.icon, m.icon)
        spot.moveTop(title.top() + (min(title.height(), m.control) - m.icon) // 2)
        ink, _ = c.tone(STATE_TONES[item.state])
        for part in (title, words, spot):
            part.translate(rect.topLeft())
        shape = item.icon or SHAPES[item.state]
        if item.icon and chosen:
            ink = c.accent
        if self.shapes_fit(rect.width()):
            icons.paint(painter, QRectF(QStyle.visualRect(direction, rect, spot)), shape, ink)
        painter.setFont(_bold(self._font()) if chosen else self._font())
        painter.setPen(QColor(c.accent if chosen else c.text))
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        wrap = wrap_of(item.title, painter.fontMetrics(), title.width())
        painter.drawText(QStyle.visualRect(direction, rect, title), lead | wrap, item.title)
        if item.words:
            painter.setFont(self._small())
            painter.setPen(QColor(c.attention if item.state == "attention" else c.soft))
            side = lead if plan.below else Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            wrap = wrap_of(item.words, painter.fontMetrics(), words.width())
            painter.drawText(QStyle.visualRect(direction, rect, words), side | wrap, item.words)

    def plan(self, width: int, index: Index) -> LinePlan:
        """The line of an item in that width; nothing in it is ever cut off."""
        item = cast(RailItem, index.data(_ITEM))
        m = look().metrics
        left, right = self._begin(width), width - self._inset(width)
        title_width = QFontMetrics(_bold(self._font())).horizontalAdvance(item.title) + 2
        words_width = QFontMetrics(self._small()).horizontalAdvance(item.words) + 2 if item.words else 0
        if left + title_width + (m.space(2) + words_width if words_width else 0) <= right:
            title = QRect(left, 0, title_width, m.control)
            words = QRect(right - words_width, 0, words_width, m.control)
            return LinePlan(title, words, m.control, below=False)
        room = QRect(0, 0, max(1, right - left), 10_000)
        title_high = _height(item.title, QFontMetrics(_bold(self._font())), room)
        words_high = _height(item.words, QFontMetrics(self._small()), room) if item.words else 0
        height = max(m.control, title_high + words_high + 2 * m.space(1.5))
        top = (height - title_high - words_high) // 2
        title = QRect(left, top, right - left, title_high)
        words = QRect(left, top + title_high, right - left, words_high)
        return LinePlan(title, words, height, below=True)

    def shapes_fit(self, width: int) -> bool:
        """Whether the longest word still fits beside the shapes; where it does not they are left out, and the
        words say the state.
        """
        m = look().metrics
        if width >= m.columns(NARROW):
            return True
        view, measure = cast(QListWidget, self.parent()), QFontMetrics(_bold(self._font()))
        titles = (cast(RailItem, view.item(row).data(_ITEM)).title for row in range(view.count()))
        longest = max(
            (measure.horizontalAdvance(word) for title in titles for word in title.split()), default=0
        )
        return m.space(2.5) + m.icon + m.space(2) + longest + m.space(2.5) <= width

    def _inset(self, width: int) -> int:
        return look().metrics.space(2.5 if self.shapes_fit(width) else 1.25)

    def _begin(self, width: int) -> int:
        """Where the words of each line begin."""
        m = look().metrics
        return self._inset(width) + (m.icon + m.space(2) if self.shapes_fit(width) else 0)

    def _font(self) -> QFont:
        font = QFont(cast(QWidget, self.parent()).font())
        font.setPointSizeF(look().metrics.body_points)
        return font

    def _small(self) -> QFont:
        font = QFont(self._font())
        font.setPointSizeF(look().metrics.points(SMALL))
        return font


class RailList(QListWidget):
    """The list of parts; it lays out its lines again when its width changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(RailDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Parts of the inspection"))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self, self.show_current)

    def scrollTo(
        self, index: Index, hint: QListWidget.ScrollHint = QListWidget.ScrollHint.EnsureVisible, /
    ) -> None:
        """No part is left cut at the top, where its words would stand without their title."""
        super().scrollTo(index, hint)
        top = self.visualRect(self.indexAt(QPoint(self.viewport().width() // 2, 0)))
        if top.top() < 0 and self.visualRect(index).top() > top.bottom():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top.bottom() + 1)

    def show_current(self) -> None:
        """Scroll to the part that is shown: larger text or a lower window had put it out of sight."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


class Rail(QFrame):
    """`chosen(key)` when the person goes to a part, by click or arrow."""

    chosen = Signal(str)

    def __init__(self, heading: str, next_open: Button, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._items: tuple[RailItem, ...] = ()
        self._progress: Progress | None = None
        self.heading = label(heading, "small")
        self.list = RailList(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Answered"))
        self.foot = label("", "small")
        self.next_open = next_open
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.list, 1)
        self._foot = QVBoxLayout()
        for part in (self.bar, self.foot, next_open):
            self._foot.addWidget(part)
        add_layout(self._column, self._foot)
        self.list.currentRowChanged.connect(self._moved)
        follow_selection(self.list)
        self.show_progress(None)
        follow_look(self._restyle)

    @property
    def items(self) -> tuple[RailItem, ...]:
        return self._items

    def plan(self, row: int) -> LinePlan:
        """Where the parts of a line go, for checks of geometry."""
        delegate = cast(RailDelegate, self.list.itemDelegate())
        return delegate.plan(self.list.viewport().width(), self.list.model().index(row, 0))

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Show the parts; the one chosen stays chosen while it is there."""
        if tuple(items) == self._items:
            return
        kept = self.current_key()
        self._items = tuple(items)
        self.list.blockSignals(True)
        while self.list.count() > len(items):
            self.list.takeItem(self.list.count() - 1)
        for row, fact in enumerate(items):
            line = self.list.item(row) or QListWidgetItem(self.list)
            line.setData(_ITEM, fact)
            told = fact.words or ("" if fact.icon else fact.state)
            spoken = self.tr("{title}, {words}").format(title=fact.title, words=told) if told else fact.title
            line.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            line.setToolTip(spoken)
        self.list.blockSignals(False)
        self.select(kept)
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    def set_heading(self, heading: str) -> None:
        """What the parts are parts of, seen and heard."""
        self.heading.setText(heading)
        self.list.setAccessibleName(heading)

    def select(self, key: str) -> None:
        """Mark a part as the one shown, without saying that it was chosen."""
        row = next((at for at, item in enumerate(self._items) if item.key == key), -1)
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def current_key(self) -> str:
        row = self.list.currentRow()
        return self._items[row].key if 0 <= row < len(self._items) else ""

    def show_progress(self, progress: Progress | None) -> None:
        """How much is answered; None hides the foot."""
        self._progress = progress
        for part in (self.bar, self.foot, self.next_open):
            part.setVisible(progress is not None)
        if progress is not None:
            # Qt would paint the bar here and now, and with it all of the window that waits to be painted.
            self.bar.setUpdatesEnabled(False)
            self.bar.setRange(0, max(1, progress.total))
            self.bar.setValue(progress.answered)
            self.bar.setUpdatesEnabled(True)
            self._make_do()

    def tell_chosen(self, key: str) -> None:
        self.chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._make_do()

    def _make_do(self) -> None:
        """In little width: keys fold away, and the foot counts in fewer words."""
        m = look().metrics
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for button in self.findChildren(Button):
            button.make_do(room)
        narrow = self.width() < m.columns(NARROW)
        self.heading.setVisible(not narrow)
        low = self.height() < LOW * m.em
        for part in (self.foot, self.next_open):
            part.setVisible(self._progress is not None and not low)
        if self._progress is not None:
            words = self.tr("{answered} of {total}") if narrow else self.tr("{answered} of {total} answered")
            said = words.format(answered=self._progress.answered, total=self._progress.total)
            self.foot.setText(said)

    def _moved(self, row: int) -> None:
        if 0 <= row < len(self._items):
            self.tell_chosen(self._items[row].key)

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(m.space(2), m.space(4), m.space(2), m.space(3))
        self._column.setSpacing(m.space(2))
        self._foot.setSpacing(m.space(1))
        for words in (self.heading, self.foot):
            words.setContentsMargins(m.space(2.5), 0, 0, 0)
        self.list.setSpacing(0)
        self.list.setMinimumHeight(m.control)
        self._make_do()
        self.list.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self.list, self.list.show_current)


def wrap_of(words: str, metrics: QFontMetrics, width: int) -> Qt.TextFlag:
    """Lines end between words; a word longer than the line (checklists of others have such) is broken."""
    if all(metrics.horizontalAdvance(word) <= width for word in words.split()):
        return Qt.TextFlag.TextWordWrap
    return Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def _height(words: str, metrics: QFontMetrics, room: QRect) -> int:
    return metrics.boundingRect(room, wrap_of(words, metrics, room.width()), words).height()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
