"""The door: it stands in the window within a tenth of a second, and takes the passphrase from the first key.

The rest of the window is made behind it and then takes its place, with what was typed so far. So this module
and all that it imports must stay light: a first use of the namespace `Qt` alone makes some hundred
enumerations (14 ms), `QStyle` another 5 (measured; `tests/journeys/test_first_paint.py` holds what is
loaded). It looks as the page for unlocking does, part for part (`tests/gui/test_door.py`).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import look
from inspector_app.gui.metrics import WIDEST_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

_SHARE = 3, 2
"""Widths of the card and of what stands beside it, as on the page."""
_NARROW = 104
"""Columns of text below which nothing stands beside the card."""


_GLANCE_MILLISECONDS = 5


class Typed:
    """What a person did at the door before the page was there. A plain class: a named tuple takes a quarter
    of a millisecond of the first paint.
    """

    def __init__(self, text: str, cursor: int, shown: bool, entered: bool) -> None:
        self.text = text
        self.cursor = cursor
        self.shown = shown
        self.entered = entered


class Door(QWidget):
    """Passphrase and button. `entered` says whether Enter or the button was pressed.

    `painted` is called once, soon after the first paint. No event is overridden for it: with the first one
    PySide makes all the 179 types of events, for the first paint (1.5 ms).
    """

    def __init__(self, painted: Callable[[], None]) -> None:
        super().__init__()
        self.entered = False
        self._painted = painted
        self._glance = QTimer(self)
        self._glance.timeout.connect(self._see)
        self._glance.start(_GLANCE_MILLISECONDS)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        key = "\u2318\u21a9" if sys.platform == "darwin" else "Ctrl+Enter"
        self.button = _button(self, f"{self.tr('Unlock')}\u2002\u2009{key}")
        self.button.setProperty("kind", "primary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._top_bar = self._top()
        self._column.addWidget(self._top_bar)
        add_layout(self._column, self._head())
        add_layout(self._column, self._body())
        self._column.addStretch(1)
        self.line.returnPressed.connect(self._enter)
        self.button.clicked.connect(self._enter)

    @property
    def typed(self) -> Typed:
        line = self.line
        return Typed(line.text(), line.cursorPosition(), self.show_button.isChecked(), self.entered)

    def stay_shut(self, known: str, places: str) -> None:
        """Say that the window could not be made: the words of a known error, or where in the program it was.

        What was typed is forgotten; there is nothing left to press but the window's own close button.
        """
        from PySide6.QtCore import Qt

        from inspector_app.gui.widgets.announce import announce

        self.line.clear()
        for part in (self.line, self.show_button, self.button):
            part.setEnabled(False)
        said = known or self.tr(
            "Inspector cannot open: something in the program went wrong. Your inspections were not touched. "
            "Close this window and open Inspector again. If that does not help, tell head office this:"
        )
        for words, role in ((said, "strong"), ("" if known else places, "soft")):
            told = _label(words, role)
            told.setWordWrap(True)
            told.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            told.setAccessibleName(words)
            self._inside.addWidget(told)
            told.setVisible(bool(words))
        announce(self, f"{said} {'' if known else places}".strip())

    def fit(self, width: int, height: int) -> None:
        """Lay it out for a window of that size in pixels."""
        m = look().metrics
        narrow = width - 2 * m.space(6) < m.columns(_NARROW)
        self._columns.setStretch(1, 0 if narrow else _SHARE[1])
        self._columns.setSpacing(0 if narrow else m.space(3.5))
        side = m.space(6) + max(0, width - m.columns(WIDEST_COLUMNS)) // 2
        lowered = m.lowered(height - self._top_bar.height())
        self._head_row.setContentsMargins(side, m.space(5) + lowered, side, m.space(3.5))
        self._columns.setContentsMargins(side, 0, side, 0)

    def _see(self) -> None:
        handle = self.window().windowHandle()
        if handle is not None and handle.isExposed():  # and it was painted with that
            self._glance.stop()
            self._painted()

    def _top(self) -> QFrame:
        m = look().metrics
        top = QFrame(self)
        top.setObjectName("top")
        row = QHBoxLayout(top)
        row.setContentsMargins(m.space(3) + m.control + m.space(2.5), m.space(2.5), 0, m.space(2.5))
        row.addWidget(_label(self.tr("Inspector"), "heading"))
        top.setFixedHeight(m.control + 2 * m.space(2.5) + 1)
        return top

    def _head(self) -> QHBoxLayout:
        m = look().metrics
        self._head_row = row = QHBoxLayout()
        row.setSpacing(m.space(3) + 2)
        row.addWidget(_label(self.tr("Unlock"), "title"))
        row.addWidget(_label(self.tr("Your inspections are encrypted on this laptop."), "soft"))
        row.addStretch(1)
        return row

    def _body(self) -> QHBoxLayout:
        self._columns = row = QHBoxLayout()
        row.addWidget(self._card(), _SHARE[0])
        row.addStretch(_SHARE[1])
        return row

    def _card(self) -> QFrame:
        m = look().metrics
        card = QFrame(self)
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(m.space(4.5), m.space(4), m.space(4.5), m.space(4))
        column.setSpacing(m.space(2.5))
        words = _label(self.tr("Passphrase"), "strong")
        words.setBuddy(self.line)
        self.line.setAccessibleName(words.text())
        field = QVBoxLayout()
        field.setSpacing(m.space(1.25))
        field.addWidget(words)
        add_layout(field, self._field())
        add_layout(column, field)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        add_layout(column, row)
        self._inside = column
        return card

    def _field(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().metrics.space(2))
        row.addWidget(self.line, 1)
        self.show_button = _button(self, self.tr("Show"))
        self.show_button.setProperty("kind", "quiet")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._show_typed)
        row.addWidget(self.show_button)
        return row

    def _show_typed(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _enter(self) -> None:
        self.entered = True


def _button(parent: QWidget, words: str) -> QPushButton:
    """Words are set afterwards: given at once, PySide makes all of `QIcon` to see that they are none."""
    made = QPushButton(parent)
    made.setText(words)
    return made


def _label(text: str, role: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("role", role)
    return made
