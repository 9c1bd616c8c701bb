"""A list of things to go to or do, group by group, each with its key; for the search and the keyboard map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.gui.frame.rail import Index
from inspector_app.gui.look import Look, look
from inspector_app.gui.metrics import SMALL

_HIT = Qt.ItemDataRole.UserRole


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


class HitDelegate(QStyledItemDelegate):
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
        painter.setFont(small)
        painter.setPen(QColor(c.soft))
        # The painter turns sides round where the window is read from right to left.
        painter.drawText(title, middle | Qt.AlignmentFlag.AlignRight, hit.key)
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


class HitList(QListWidget):
    """Headings are passed over by every key. `taken(Hit)` on Enter or a click."""

    taken = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._rows: list[int] = []
        self.setItemDelegate(HitDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        self.itemClicked.connect(self.take)

    @property
    def hits(self) -> Sequence[Hit]:
        return self._hits

    @property
    def chosen(self) -> Hit | None:
        """The line that is chosen; None where there is none."""
        return self._hits[self._rows.index(self.currentRow())] if self.currentRow() in self._rows else None

    @property
    def place(self) -> int:
        """Which line is chosen, from 0."""
        return self._rows.index(self.currentRow()) if self.currentRow() in self._rows else 0

    @property
    def lines_height(self) -> int:
        """The height of all lines together."""
        return sum(self.sizeHintForRow(row) for row in range(self.count()))

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these, the first chosen."""
        self._hits = tuple(hits)
        self.clear()
        self._rows = []
        group = ""
        for hit in self._hits:
            if hit.group != group:
                group = hit.group
                heading = QListWidgetItem(group, self)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            line = QListWidgetItem(self)
            line.setData(_HIT, hit)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, hit.spoken)
            self._rows.append(self.count() - 1)
        self.setCurrentRow(self._rows[0] if self._rows else -1)
        self.scrollToTop()

    def go(self, steps: int) -> None:
        """Choose the line so many further on; one step goes round at either end."""
        if not self._rows:
            return
        last = len(self._rows) - 1
        to = self.place + steps
        to = to % (last + 1) if abs(steps) == 1 else min(max(to, 0), last)
        self.setCurrentRow(self._rows[to])
        if to == 0:
            self.scrollToTop()

    def take(self, _: object = None) -> None:
        """Say that the chosen line is wanted."""
        if self.chosen is not None:
            self.taken.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif steps is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go(steps)
        else:
            super().keyPressEvent(event)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(look().metrics.points(SMALL))
    return small


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
