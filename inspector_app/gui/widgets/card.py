"""A card: a heading, a quiet line beside it, what can be done at the right, and its content."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label


class Card(QFrame):
    """Content is added with `add`; `aside` puts a badge or a button at the right of the heading."""

    def __init__(self, heading: str = "", quiet: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(heading)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._head = FlowLayout(gap=2.5, line_gap=1)
        self.heading = label(heading, "heading")
        self.quiet = label(quiet, "soft")
        self.heading.setVisible(bool(heading))
        self.quiet.setVisible(bool(quiet))
        self._head.addWidget(self.heading)
        self._head.addWidget(self.quiet)
        add_layout(self._column, self._head)
        follow_look(self._restyle)

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a layout under what is there."""
        if not isinstance(item, QWidget):
            add_layout(self._column, item)
        elif item.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
            # placed freely: else Qt takes its width for that of the card, and its height for so narrow a card
            self._column.addWidget(item, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._column.addWidget(item)

    def aside(self, *items: QWidget) -> None:
        """Put widgets at the right of the heading."""
        for item in items:
            self._head.add_trailing(item)

    def set_quiet(self, words: str) -> None:
        """Other words in the quiet line beside the heading; '' hides it."""
        self.quiet.setText(words)
        self.quiet.setVisible(bool(words))

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(m.space(4.5), m.space(4), m.space(4.5), m.space(4))
        self._column.setSpacing(m.space(2.5))
