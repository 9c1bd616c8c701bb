"""Labels by their role in the type scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from inspector_app.gui.look import follow_look, look

if TYPE_CHECKING:
    from inspector_app.gui import icons

Role = Literal["title", "heading", "strong", "body", "soft", "small", "problem", "attention"]


LONG_WORD = 20
_JOINTS = re.compile(r"(?<=[-_./\\])(?=\w)")
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """The text with a place to break after each sign that joins the parts of a long word, such as the name of
    a file: large text on a small screen would be cut off."""
    if not any(len(word) > LONG_WORD for word in text.split()):
        return text
    return " ".join(_JOINTS.sub(_BREAK, word) if len(word) > LONG_WORD else word for word in text.split(" "))


class Label(QLabel):
    """A label that would like its text on one line, where Qt's wrapping label would like a square.

    An "&" in its text is an "&": as the label of a control Qt would make it a mnemonic.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._reckoned: tuple[tuple[object, ...], QSize] | None = None
        self.setText(text)

    def setVisible(self, visible: bool, /) -> None:
        """Before it has a place it is only noted: shown now, it would flash up as a window of its own."""
        if visible and self.parent() is None:
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        else:
            super().setVisible(visible)

    def text(self) -> str:
        return self._words

    def setText(self, text: str, /) -> None:
        self._words = text
        copied = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        shown = text if copied else breakable(text)
        super().setText(shown.replace("&", "&&") if self.buddy() is not None else shown)

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag, /) -> None:
        """What can be copied holds its own signs alone."""
        super().setTextInteractionFlags(flags)
        self.setText(self._words)

    def setBuddy(self, buddy: QWidget, /) -> None:
        super().setBuddy(buddy)
        self.setText(self._words)

    def sizeHint(self) -> QSize:
        if not self.wordWrap() or not self.pixmap().isNull():
            return super().sizeHint()
        self.ensurePolished()
        margins = self.contentsMargins()
        known = self._words, self.font(), margins
        if self._reckoned is None or self._reckoned[0] != known:
            lines = self._words.split("\n")
            metrics = self.fontMetrics()
            width = max(metrics.horizontalAdvance(line) for line in lines) + 2
            size = QSize(width, metrics.lineSpacing() * len(lines)).grownBy(margins)
            self._reckoned = known, size
        return QSize(self._reckoned[1])


class SignedLabel(Label):
    """Says that something is wrong, or wants attention, by a sign before its first line too."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        follow_look(self._make_room)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self.text():
            return
        from inspector_app.gui import icons

        side, line = look().metrics.icon, self.fontMetrics().lineSpacing()
        high = self.heightForWidth(self.width()) if self.hasHeightForWidth() else line
        free = max(0, self.contentsRect().height() - high)
        spot = QRect(0, free // 2 + (line - side) // 2, side, side)
        painter = QPainter(self)
        name, ink = self._sign()
        icons.paint(painter, QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), spot)), name, ink)

    def _sign(self) -> tuple[icons.Name, str]:
        colours = look().colours
        if self.property("role") == "problem":
            return "stop", colours.bad
        return "state-attention", colours.attention

    def _make_room(self) -> None:
        m = look().metrics
        room = m.icon + m.space(1.5)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if right else room, 0, room if right else 0, 0)


def label(text: str, role: Role = "body", *, wrap: bool = True, parent: QWidget | None = None) -> Label:
    """A label in plain text (markup in answers must never be interpreted)."""
    made = SignedLabel(text, parent) if role in ("problem", "attention") else Label(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        policy = made.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made
