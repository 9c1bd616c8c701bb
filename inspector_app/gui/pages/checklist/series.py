"""Stands above rows that make no table, or a group: a line, and a button that adds or removes a row."""

from __future__ import annotations

from PySide6.QtCore import Signal

from inspector_app.gui.look import look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.markdown import plain_text
from inspector_app.operations.screen_facts import HeadView


class HeadCard(Card):
    """`pressed(HeadView)`: a row is to be added to the series, or this row to be taken away."""

    pressed = Signal(object)

    def __init__(self, view: HeadView) -> None:
        super().__init__(plain_text(view.title))
        # A line over the cards of its row, not a card among them.
        self.setProperty("card", False)
        self.view = view
        self.setObjectName(f"head:{view.key}")
        is_series = view.kind == "series"
        self.button = Button(
            self.tr("Add a row") if is_series else self.tr("Remove this row"),
            icon="add" if is_series else "close",
            kind="plain" if is_series else "quiet",
            parent=self,
        )
        self._reason = label("", "soft", parent=self)
        self.aside(self.button)
        self.add(self._reason)
        self.button.clicked.connect(self._press)
        self.show_head(view)

    def show_head(self, view: HeadView, *, read_only: bool = False) -> None:
        """Show title, answers and button as they stand now."""
        self.view = view
        self.heading.setText(plain_text(view.title))
        self.set_quiet(view.words)
        self.button.setVisible(view.can_change and not read_only)
        self.button.setAccessibleName(f"{self.button.text()}, {self.heading.text()}")
        self._reason.setText(view.hidden)
        self._reason.setVisible(bool(view.hidden))

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(m.space(1), m.space(3), m.space(4.5), 0)
        self._column.setSpacing(m.space(1))

    def _press(self) -> None:
        self.pressed.emit(self.view)
