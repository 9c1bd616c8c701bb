"""Something seldom needed, folded behind a button; it opens by itself when there is something in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui import icons
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button


class Fold(QWidget):
    """A button with a chevron, flush with the text around it, and content that it shows and hides."""

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(words, key=key, kind="fold", icon=self._shut(), parent=self)
        self.button.clicked.connect(self.toggle)
        self._content = QWidget(self)
        self._inner = QVBoxLayout(self._content)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.button)
        self._column.addWidget(self._content)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._content.hide()
        self._tell_state()
        follow_look(self._restyle)

    def add(self, widget: QWidget) -> None:
        self._inner.addWidget(widget)

    def is_open(self) -> bool:
        return not self._content.isHidden()

    def set_open(self, open_: bool) -> None:
        self._content.setVisible(open_)
        self.button.set_words(self.button.text(), "chevron-down" if open_ else self._shut())
        self._tell_state()

    def toggle(self) -> None:
        self.set_open(not self.is_open())

    def _shut(self) -> icons.Name:
        """The chevron points where one reads on."""
        onward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        return "chevron-right" if onward else "chevron-left"

    def _tell_state(self) -> None:
        words = self.tr("open") if self.is_open() else self.tr("folded")
        self.button.setAccessibleDescription(" ".join(part for part in (words, self.button.key) if part))

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setSpacing(m.space(1))
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(m.space(2))
