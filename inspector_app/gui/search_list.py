"""What "search or do" finds, under its field, group by group; moved through and chosen by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from inspector_app.gui.hit_list import Hit, HitList
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.labels import label

_PAGE_STEP = 6
_HIGHEST = 0.66
"""Of the window's height; more is scrolled to."""
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE_STEP,
    Qt.Key.Key_PageUp: -_PAGE_STEP,
}


class SearchList(QFrame):
    """Down, Up and the page keys in the field move here, Enter does what is chosen, Escape closes."""

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_list")
        self.setProperty("card", True)
        self._field = field
        self._within = parent
        self.list = HitList(self.tr("Found"), self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.taken.connect(self.take_chosen)
        self.foot = label("", "soft")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.foot)
        field.installEventFilter(self)
        self.hide()
        follow_look(self._restyle)

    @property
    def hits(self) -> Sequence[Hit]:
        return self.list.hits if self.isVisible() else ()

    @property
    def chosen(self) -> Hit | None:
        """The line that Enter does."""
        return self.list.chosen if self.isVisible() else None

    def show_hits(self, hits: Sequence[Hit], foot: str = "") -> None:
        """Show what was found, the first chosen; `foot` says what to do, or that nothing was found."""
        self.list.show_hits(hits)
        self.list.setVisible(bool(hits))
        self.foot.setText(foot)
        self.foot.setVisible(bool(foot))
        self._place()
        self.show()
        self.raise_()
        first = hits[0].spoken if hits else foot
        announce(self._field, self.tr("{count} found. {first}").format(count=len(hits), first=first))

    def close_list(self) -> None:
        self.list.show_hits(())
        self.hide()

    def take_chosen(self, _: object = None) -> bool:
        """Do what is chosen; False when nothing is."""
        hit = self.chosen
        if hit is None:
            return False
        self.close_list()
        self._field.clear()
        hit.act()
        return True

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self.isVisible() and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = _STEPS.get(Qt.Key(event.key()))
            if steps is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go(steps)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_list()
        if event.type() == QEvent.Type.FocusOut:
            self.close_list()
        return False

    def _go(self, steps: int) -> None:
        self.list.go(steps)
        chosen = self.list.chosen
        if chosen is not None:
            said = self.tr("{words}, {at} of {count}")
            place, count = self.list.place + 1, len(self.list.hits)
            announce(self._field, said.format(words=chosen.spoken, at=place, count=count))

    def _place(self) -> None:
        m = look().metrics
        room = self._within.width() - 2 * m.space(4)
        width = max(self._field.width(), min(m.columns(84), room))
        inner = 2 * m.space(1.5) + 2
        below = self.foot.heightForWidth(width - inner) + m.space(2) if self.foot.text() else 0
        corner = self._field.mapTo(self._within, QPoint(self._field.width() - width, 0))
        top = corner.y() + self._field.height() + m.space(1)
        highest = min(round(self._within.height() * _HIGHEST), self._within.height() - top - m.space(2))
        left = min(max(m.space(4), corner.x()), max(m.space(4), self._within.width() - width - m.space(4)))
        self.setGeometry(left, top, width, min(self.list.lines_height + below + inner, highest))

    def _restyle(self) -> None:
        m = look().metrics
        gap = m.space(1.5)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(m.space(1))
        self.foot.setContentsMargins(m.space(2.5), m.space(1), m.space(2.5), m.space(1))
        if self.isVisible():
            self._place()
