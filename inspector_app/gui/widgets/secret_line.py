"""A line for a passphrase: hidden, with a button to see what was typed. Never kept, never told per key."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.text_line import TextLine


class SecretLine(TextLine):
    """`edited` carries what is typed to its page only, which forgets it with the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._show = Button(self.tr("Show"), kind="quiet", parent=self)
        self._show.setCheckable(True)
        self._show.toggled.connect(self._toggle)
        self._row.addWidget(self._show)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._show.setAccessibleDescription(name)

    def clear(self) -> None:
        """Forget what was typed."""
        self._show.setChecked(False)
        self._line.clear()

    def show_typed(self, shown: bool) -> None:
        """Let what is typed be seen, or hide it, as the button does."""
        self._show.setChecked(shown)

    def _toggle(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._line.setEchoMode(mode)
        self._show.set_words(self.tr("Hide") if shown else self.tr("Show"))
