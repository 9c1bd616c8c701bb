"""The address of a web page: shown in full and copied, never opened, for the program uses no network."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.text_line import TextLine


class AddressLine(TextLine):
    """A line with a button that copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._copy = Button(self.tr("Copy address"), parent=self)
        self._copy.clicked.connect(self._copied)
        self._row.insertWidget(1, self._copy)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._copy.setAccessibleDescription(name)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self.value())
        announce(self, self.tr("Copied"))
