"""Settings of the hands: how large what is pressed is, and whether keys stand beside what they do."""

from __future__ import annotations

from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.workbench import Workbench

_ON, _OFF = "on", "off"


class HandsCard(Card):
    """Both hold at once and for the next start."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(self.tr("Hands"))
        self._theme = workbench.theme
        self.targets = FormRow(
            self.tr("What is pressed"),
            Segmented((Choice(_OFF, self.tr("As usual")), Choice(_ON, self.tr("Large")))),
            self.tr("large buttons and lines are easier to hit with a finger or an unsteady hand"),
        )
        self.hints = FormRow(
            self.tr("Keys beside what they do"),
            Segmented((Choice(_ON, self.tr("Shown")), Choice(_OFF, self.tr("Folded away")))),
            self.tr("the keyboard map always tells them"),
        )
        for row in (self.targets, self.hints):
            self.add(row)
        self.add(workbench.actions.button("help.keyboard"))
        self.targets.control.committed.connect(self._set_targets)
        self.hints.control.committed.connect(self._set_hints)
        self._theme.changed.connect(self.show_look)
        self.show_look()

    def show_look(self) -> None:
        """Show what holds now."""
        self.targets.control.show_value(_ON if self._theme.large else _OFF)
        self.hints.control.show_value(_ON if self._theme.hints else _OFF)

    def _set_targets(self, value: str) -> None:
        self._theme.set_large(value == _ON)

    def _set_hints(self, value: str) -> None:
        self._theme.set_hints(value != _OFF)
