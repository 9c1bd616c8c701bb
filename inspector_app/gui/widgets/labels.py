"""Labels by their role in the type scale."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Role = Literal["title", "heading", "strong", "body", "soft", "small", "problem"]


class Label(QLabel):
    """A label that would like its text on one line, where Qt's wrapping label would like a square."""

    def sizeHint(self) -> QSize:
        if not self.wordWrap() or not self.pixmap().isNull():
            return super().sizeHint()
        self.ensurePolished()
        margins = self.contentsMargins()
        lines = self.text().split("\n")
        width = max(self.fontMetrics().horizontalAdvance(line) for line in lines)
        height = self.fontMetrics().lineSpacing() * len(lines)
        return QSize(width + margins.left() + margins.right() + 2, height + margins.top() + margins.bottom())


def label(text: str, role: Role = "body", *, wrap: bool = True, parent: QWidget | None = None) -> Label:
    """A label in plain text (markup in answers must never be interpreted)."""
    made = Label(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        policy = made.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made
