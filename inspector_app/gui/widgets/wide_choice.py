"""A box to choose from that fills its row as far as a line is read with ease: long options are cut in the
closed box.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.choice_box import ChoiceBox

_WIDEST = 72
"""In characters of text."""


class WideChoice(ChoiceBox):
    """With `must` there is always one chosen: the line "not answered" is left out."""

    def __init__(
        self, choices: Sequence[Choice] = (), *, must: bool = False, parent: QWidget | None = None
    ) -> None:
        self._must = must
        super().__init__(choices, parent)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self._restyle)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        super().set_choices(choices)
        if self._must:
            self.box.removeItem(0)
            self.show_value(self.value())

    def _restyle(self) -> None:
        self.box.setMaximumWidth(look().metrics.columns(_WIDEST))
