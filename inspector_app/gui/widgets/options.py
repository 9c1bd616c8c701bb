"""The buttons behind segments, lists of options and chips, and how arrows move among them.

A group is one stop of the Tab key; arrows move inside it, Space or Enter presses, a digit presses the option
of that number, Delete clears. Arrows do not choose: an answer is recorded only when it is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from inspector_app.gui.look import look

if TYPE_CHECKING:
    _Button = QAbstractButton
else:  # a second Qt class among the bases would be made twice
    _Button = object

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Roving:
    """Keeps one of several buttons in the Tab order and moves the focus among them."""

    def __init__(self, host: QWidget, cleared: Callable[[], None]) -> None:
        self._host = host
        self._cleared = cleared
        self._members: list[QAbstractButton] = []

    @property
    def members(self) -> Sequence[QAbstractButton]:
        return self._members

    def take(self, members: Sequence[QAbstractButton]) -> None:
        """Replace the members; the first is the stop until another is focused or armed."""
        self._members = list(members)
        if self._members:
            self.arm(self._members[0])

    def arm(self, chosen: QAbstractButton) -> None:
        """Make one member the group's stop of the Tab key."""
        for member in self._members:
            stop = Qt.FocusPolicy.StrongFocus if member is chosen else Qt.FocusPolicy.ClickFocus
            member.setFocusPolicy(stop)
        self._host.setFocusProxy(chosen)

    def key(self, member: QAbstractButton, event: QKeyEvent) -> bool:
        """Handle a key pressed on a member; whether it was one of ours."""
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _STEPS:
            step = _STEPS[key]
            sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if sideways and self._host.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                step = -step
            self._go(self._members.index(member) + step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._members) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            member.click()
        elif key in _CLEAR:
            self._cleared()
        elif event.text().isdigit() and 1 <= int(event.text()) <= len(self._members):
            self._go(int(event.text()) - 1)
            self._members[int(event.text()) - 1].click()
        else:
            return False
        return True

    def _go(self, index: int) -> None:
        if self._members:
            member = self._members[index % len(self._members)]
            member.setFocus(Qt.FocusReason.OtherFocusReason)


class _Option(_Button):
    """What radio and tick options share; mixed into a Qt button. `words` are as in the checklist: an "&" in
    them is no mnemonic.

    Assistive technology checks an option without clicking it, so a check that is neither the record's nor a
    click's counts as a click: else the option would be seen as chosen, and never be recorded.
    """

    words: str
    roving: Roving
    option_value: str
    _ours = False

    def begin(self, text: str, value: str, roving: Roving) -> None:
        """What it says and stands for, and who moves the focus."""
        self.words = text
        self.roving = roving
        self.option_value = value
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._toggled)

    def nextCheckState(self) -> None:
        """Part of every click by key or mouse."""
        self._ours = True
        super().nextCheckState()
        self._ours = False

    def setChecked(self, checked: bool, /) -> None:
        self._ours = True
        super().setChecked(checked)
        self._ours = False

    def show_checked(self, checked: bool) -> None:
        """Check or uncheck from the record."""
        self.setChecked(checked)

    def hitButton(self, pos: object, /) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not self.roving.key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        self.roving.arm(self)
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent, /) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def _counts(self, checked: bool) -> bool:
        """Whether coming to be checked, or unchecked, is an answer."""
        return True

    def _toggled(self, checked: bool) -> None:
        if not self._ours and self._counts(checked):
            self.clicked.emit()


class RadioOption(_Option, QRadioButton):
    """One of several, of which one can be chosen."""

    def __init__(self, text: str, value: str, roving: Roving, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.begin(text, value, roving)

    def show_checked(self, checked: bool) -> None:
        """Exclusive buttons (what makes Qt tell the role of a radio button) would refuse to be unchecked."""
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(True)

    def _counts(self, checked: bool) -> bool:
        """Unchecked is also what another option was chosen instead of."""
        return checked


class TickOption(_Option, QCheckBox):
    """One of several, of which any number can be chosen."""

    def __init__(self, text: str, value: str, roving: Roving, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.begin(text, value, roving)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def strong(font: QFont) -> QFont:
    """The same font in the weight of chosen options."""
    bold = QFont(font)
    bold.setPointSizeF(look().metrics.body_points)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def plain(font: QFont) -> QFont:
    """The same font in the size of the text."""
    regular = QFont(font)
    regular.setPointSizeF(look().metrics.body_points)
    return regular


def widest(font: QFont, text: str) -> int:
    """Width that holds the text in either weight, so that choosing moves nothing."""
    return max(
        QFontMetrics(strong(font)).horizontalAdvance(text),
        QFontMetrics(plain(font)).horizontalAdvance(text),
    )
