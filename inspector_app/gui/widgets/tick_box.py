"""One tick: a question that is only acknowledged (trigger), with the value OK when ticked."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.chips import Chip
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.options import Roving


class TickBox(AnswerControl):
    """XForms calls it a trigger: `OK` when pressed, '' when not."""

    VALUE = "OK"

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roving = Roving(self, self._clear)
        choice = Choice(self.VALUE, words or self.tr("Yes, done"))
        self._chip = Chip(choice.label, choice.value, self._roving, self)
        self._chip.clicked.connect(self._pressed)
        self._roving.take([self._chip])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._chip)
        layout.addStretch(1)

    @property
    def chip(self) -> Chip:
        return self._chip

    def set_question(self, name: str, label: object = None) -> None:
        super().set_question(name, label)  # type: ignore[arg-type]
        self._chip.setAccessibleDescription(name)

    def value(self) -> str:
        return self.VALUE if self._chip.isChecked() else ""

    def show_value(self, value: str) -> None:
        self._chip.setChecked(bool(value))

    def _pressed(self) -> None:
        self.tell_chosen(self.value())

    def _clear(self) -> None:
        if self._chip.isChecked():
            self._chip.setChecked(False)
            self._pressed()
