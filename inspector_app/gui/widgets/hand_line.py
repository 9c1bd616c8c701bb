"""A line edit that hears every hand: keys, but also what dictation, a switch or a screen reader writes.

Qt says `textEdited` for keys only. Text that comes through the accessibility bus is set from outside, as the
program's own is, and would be shown and never recorded.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class HandLine(QLineEdit):
    """`written(text)` after each change that is not the program's own.

    Only calls from Python come through `setText` and `clear` here; those of assistive technology are made in
    Qt and pass them by.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = False
        self.textChanged.connect(self._changed)

    def setText(self, text: str | None, /) -> None:
        self._own = True
        super().setText(text)
        self._own = False

    def clear(self) -> None:
        self._own = True
        super().clear()
        self._own = False

    def tell_written(self, text: str) -> None:
        self.written.emit(text)

    def _changed(self, text: str) -> None:
        if not self._own:
            self.tell_written(text)
