"""The pages, of which one is shown: only that one says how little room it can do with.

Qt's own stack asks for the room of its largest page, seen or not: at large text the window would outgrow a
small screen for a page that nobody looks at.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """A stack as small as the page shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._ask_anew)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def _ask_anew(self, _: int) -> None:
        self.updateGeometry()
