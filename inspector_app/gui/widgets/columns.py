"""Two columns that become one where the width does not hold both: a form and what is to be known about it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look

NARROW_COLUMNS = 104
"""In characters of text: below this the second column goes under the first."""


class Columns(QWidget):
    """The first column takes three fifths, the second the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._first, self._second = QVBoxLayout(), QVBoxLayout()
        for column, share in ((self._first, 3), (self._second, 2)):
            column.addStretch(1)
            add_layout(self._row, column, share)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_look(self._restyle)

    def add_first(self, widget: QWidget) -> None:
        """Put a widget at the foot of the first column."""
        self._first.insertWidget(self._first.count() - 1, widget)

    def add_second(self, widget: QWidget) -> None:
        """Put a widget at the foot of the second column."""
        self._second.insertWidget(self._second.count() - 1, widget)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < look().metrics.columns(NARROW_COLUMNS)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def _restyle(self) -> None:
        gap = look().metrics.space(3.5)
        for layout in (self._row, self._first, self._second):
            layout.setSpacing(gap)
        self._arrange()
