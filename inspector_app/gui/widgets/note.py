"""A text that is only read: a note of the checklist, or a value nobody may change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.rich_label import RichLabel


class Note(AnswerControl):
    """Shows its value; can be selected and copied with the mouse."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = text
        self._label = RichLabel(text, "body")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        self._value = value
        self._label.show_source(value)
