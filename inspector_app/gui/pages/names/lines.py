"""The names of an inspection as lines: the pseudonym always, the name only while names are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label

Entry = tuple[str, str]
"""Pseudonym and name."""


class NameLines(QWidget):
    """`taken_away(name)`. A hidden name is nowhere on the screen, nor heard."""

    taken_away = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[tuple[Entry, ...], bool] | None = None
        self.lines: list[QWidget] = []
        follow_look(self._restyle)

    def show_entries(self, entries: tuple[Entry, ...], *, open_: bool) -> None:
        """Show the lines; the same again leaves them, and the keyboard in them, alone."""
        if self._shown == (entries, open_):
            return
        self._shown = (entries, open_)
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [_NameLine(entry, self, open_=open_) for entry in entries]
        for line in self.lines:
            self._column.addWidget(line)

    def tell_taken_away(self, name: str) -> None:
        self.taken_away.emit(name)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1.5))


class _NameLine(QWidget):
    def __init__(self, entry: Entry, owner: NameLines, *, open_: bool) -> None:
        super().__init__(owner)
        pseudonym, self._name = entry
        self._owner = owner
        row = FlowLayout(gap=2.5)
        row.addWidget(Badge(pseudonym, "accent"))
        row.addWidget(label(self._name) if open_ else label(self.tr("name hidden"), "soft"))
        away = Button(self.tr("Take away"), kind="quiet", icon="remove")
        away.setAccessibleName(self.tr("Take away the name behind {pseudonym}").format(pseudonym=pseudonym))
        away.clicked.connect(self._take_away)
        row.add_trailing(away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        add_layout(column, row)

    def _take_away(self) -> None:
        self._owner.tell_taken_away(self._name)
