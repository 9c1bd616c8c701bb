"""A barcode typed by hand or by a scanner that acts as a keyboard and ends with Enter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector_app.gui.widgets.text_line import TextLine


class BarcodeLine(TextLine):
    """What is typed is kept without the blanks around it; Enter commits it, as a scanner sends it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(28, parent)
        self.set_placeholder(self.tr("Type or scan the code"))

    def to_value(self, text: str) -> str:
        return text.strip()
