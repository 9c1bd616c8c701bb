"""What "search or do" finds, under its field, group by group; moved through and chosen by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
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
from inspector_app.gui.look import Look, follow_look, look
from inspector_app.gui.metrics import SMALL
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.labels import label

_HIT = Qt.ItemDataRole.UserRole
_PAGE_STEP = 6
_HIGHEST = 0.66
"""Of the window's height; more is scrolled to."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One line: what it is called, what it is or where ("EX-2026-0001"), what it does, and the key that does
    the same. `parts` are a stretch of text under it, each piece with whether it matched.
    """

    title: str
    about: str
    act: Callable[[], None]
    key: str = ""
    group: str = ""
    parts: tuple[tuple[str, bool], ...] = ()

    @property
    def spoken(self) -> str:
        """The line as it is read out."""
        text = "".join(part for part, _ in self.parts)
        return ", ".join(part for part in (self.title, self.about, text, self.key) if part)


class _HitDelegate(QStyledItemDelegate):
    """A heading, or title, what it is, its key at the end, and under them what matched."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        m = look().metrics
        hit = index.data(_HIT)
        if not isinstance(hit, Hit):
            return QSize(0, m.space(7))
        below = QFontMetrics(_small(option.font)).height() if hit.parts else 0
        return QSize(0, m.control + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        hit, seen = index.data(_HIT), look()
        m = seen.metrics
        painter.save()
        inside = QRect(option.rect).adjusted(m.space(2.5), 0, -m.space(2.5), 0)
        if not isinstance(hit, Hit):
            painter.setFont(_bold(_small(option.font)))
            painter.setPen(QColor(seen.colours.soft))
            side = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            inside.setBottom(inside.bottom() - m.space(1))
            painter.drawText(inside, side, str(index.data(Qt.ItemDataRole.DisplayRole)))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QColor(seen.colours.accent))
                painter.setBrush(QColor(seen.colours.accent_pale))
                painter.drawRoundedRect(QRect(option.rect).adjusted(0, 0, -1, -1), m.radius, m.radius)
            self._paint_hit(painter, inside, option.font, hit, chosen=chosen)
        painter.restore()

    def _paint_hit(self, painter: QPainter, room: QRect, font: QFont, hit: Hit, *, chosen: bool) -> None:
        seen = look()
        m, c = seen.metrics, seen.colours
        body, small = QFont(font), _small(font)
        body.setPointSizeF(m.body_points)
        title, below = QRect(room), QRect(room)
        if hit.parts:
            high = QFontMetrics(small).height()
            title.setHeight(m.control - m.space(1))
            below.setTop(title.bottom() - m.space(0.5))
            below.setHeight(high)
        middle = Qt.AlignmentFlag.AlignVCenter
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(small)
        painter.setPen(QColor(c.soft))
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(title, middle | end, hit.key)
        used = QFontMetrics(small).horizontalAdvance(hit.key) + m.space(2) if hit.key else 0
        width = title.width() - used
        words = QFontMetrics(body).elidedText(hit.title, Qt.TextElideMode.ElideRight, width)
        taken = self._piece(painter, title, 0, words, body, c.accent if chosen else c.text)
        room_left = width - taken - m.space(2.5)
        if hit.about and room_left > m.space(8):
            about = QFontMetrics(small).elidedText(hit.about, Qt.TextElideMode.ElideRight, room_left)
            self._piece(painter, title, taken + m.space(2.5), about, small, c.soft)
        self._paint_parts(painter, below, small, hit, seen)

    def _paint_parts(self, painter: QPainter, room: QRect, font: QFont, hit: Hit, seen: Look) -> None:
        at = 0
        for text, matched in hit.parts:
            face = _bold(font) if matched else font
            left = room.width() - at
            shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, left)
            at += self._piece(
                painter, room, at, shown, face, seen.colours.text if matched else seen.colours.soft
            )
            if shown != text:
                return

    def _piece(self, painter: QPainter, room: QRect, at: int, text: str, font: QFont, ink: str) -> int:
        """Draw a piece of text so far from the beginning of the line; gives its width."""
        wide = QFontMetrics(font).horizontalAdvance(text)
        spot = QRect(room.left() + at, room.top(), wide + 2, room.height())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        spot = QStyle.visualRect(painter.layoutDirection(), room, spot)
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return wide


class SearchList(QFrame):
    """Down, Up and the page keys in the field move here, Enter does what is chosen, Escape closes."""

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_list")
        self.setProperty("card", True)
        self._field = field
        self._within = parent
        self._hits: tuple[Hit, ...] = ()
        self._rows: list[int] = []
        self.list = QListWidget(self)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.itemClicked.connect(self._clicked)
        self.foot = label("", "soft")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.foot)
        field.installEventFilter(self)
        self.hide()
        follow_look(self._restyle)

    @property
    def hits(self) -> Sequence[Hit]:
        return self._hits

    @property
    def chosen(self) -> Hit | None:
        """The line that Enter does."""
        row = self.list.currentRow()
        return self._hits[self._rows.index(row)] if self.isVisible() and row in self._rows else None

    def show_hits(self, hits: Sequence[Hit], foot: str = "") -> None:
        """Show what was found, the first chosen; `foot` says what to do, or that nothing was found."""
        kept = self.chosen
        self._hits = tuple(hits)
        self.list.clear()
        self._rows = []
        group = ""
        for hit in self._hits:
            if hit.group != group:
                group = hit.group
                heading = QListWidgetItem(group, self.list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            line = QListWidgetItem(self.list)
            line.setData(_HIT, hit)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, hit.spoken)
            self._rows.append(self.list.count() - 1)
        self.list.setVisible(bool(self._hits))
        self.foot.setText(foot)
        self.foot.setVisible(bool(foot))
        same = [
            row for row, hit in zip(self._rows, self._hits, strict=True) if kept and hit.spoken == kept.spoken
        ]
        self.list.setCurrentRow((same or self._rows or [-1])[0])
        self.list.scrollToTop()
        self._place()
        self.show()
        self.raise_()
        first = self._hits[0].spoken if self._hits else ""
        announce(self._field, self.tr("{count} found. {first}").format(count=len(hits), first=first or foot))

    def close_list(self) -> None:
        self._hits = ()
        self._rows = []
        self.hide()

    def take_chosen(self) -> bool:
        """Do what is chosen; False when nothing is."""
        hit = self.chosen
        if hit is None:
            return False
        self.close_list()
        self._field.clear()
        hit.act()
        return True

    def move(self, steps: int) -> None:  # type: ignore[override]
        """Choose the line so many further on; at either end by one goes round."""
        if not self._rows:
            return
        at = self._rows.index(self.list.currentRow()) if self.list.currentRow() in self._rows else 0
        last = len(self._rows) - 1
        to = (at + steps) % (last + 1) if abs(steps) == 1 else min(max(at + steps, 0), last)
        self.list.setCurrentRow(self._rows[to])
        if to == 0:
            self.list.scrollToTop()
        said = self.tr("{words}, {at} of {count}")
        words = said.format(words=self._hits[to].spoken, at=to + 1, count=last + 1)
        announce(self._field, words)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self.isVisible() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _PAGE_STEP,
                Qt.Key.Key_PageUp: -_PAGE_STEP,
            }.get(Qt.Key(event.key()))
            if steps is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.move(steps)
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
        room = self._within.width() - 2 * m.space(4)
        width = max(self._field.width(), min(m.columns(84), room))
        inner = 2 * m.space(1.5) + 2
        lines = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        below = self.foot.heightForWidth(width - inner) + m.space(2) if self.foot.text() else 0
        corner = self._field.mapTo(self._within, QPoint(self._field.width() - width, 0))
        top = corner.y() + self._field.height() + m.space(1)
        highest = min(round(self._within.height() * _HIGHEST), self._within.height() - top - m.space(2))
        left = min(max(m.space(4), corner.x()), max(m.space(4), self._within.width() - width - m.space(4)))
        self.setGeometry(left, top, width, min(lines + below + inner, highest))

    def _restyle(self) -> None:
        m = look().metrics
        gap = m.space(1.5)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(m.space(1))
        self.foot.setContentsMargins(m.space(2.5), m.space(1), m.space(2.5), m.space(1))
        if self.isVisible():
            self._place()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(look().metrics.points(SMALL))
    return small


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
