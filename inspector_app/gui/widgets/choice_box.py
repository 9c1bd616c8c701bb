"""One of many options: a box that opens a list, found by typing its first letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui import icons
from inspector_app.gui.look import look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.text_line import mark

SHORT = 24
"""Characters that a closed box can make do with."""


class DropDown(QComboBox):
    """A combo box with our arrow, which a wheel turned over a scrolling page does not change."""

    def minimumSizeHint(self) -> QSize:
        """It makes do with less than its longest line; the list that it opens shows all of it."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), look().metrics.columns(SHORT)), least.height())

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        m = look().metrics
        side = m.icon
        x = self.width() - side - m.space(2) if self.layoutDirection().value == 0 else m.space(2)
        painter = QPainter(self)
        where = QRectF(x, (self.height() - side) / 2, side, side)
        icons.paint(painter, where, "chevron-down", look().colours.soft)


class ChoiceBox(AnswerControl):
    """The first line is "not answered", so that an answer can be taken back."""

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._value = ""
        self._box = DropDown(self)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # The greater stretch lets a box that fills its row do so up to its greatest width.
        layout.addWidget(self._box, 1000)
        layout.addStretch(1)
        self.setFocusProxy(self._box)
        self._box.activated.connect(self._chosen)
        self.set_choices(choices)

    @property
    def box(self) -> QComboBox:
        return self._box

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other options; a value no longer offered stays recorded but shows as none."""
        self._choices = tuple(choices)
        self._box.clear()
        self._box.addItem(self.tr("not answered"), "")
        for choice in choices:
            self._box.addItem(choice.label, choice.value)
        self.show_value(self._value)

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._box.setAccessibleName(name)
        if label is not None:
            label.setBuddy(self._box)

    def set_problem(self, message: str) -> None:
        super().set_problem(message)
        mark(self._box, bool(message))

    def describe(self, words: str) -> None:
        super().describe(words)
        self._box.setAccessibleDescription(words)

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        self._value = value
        self._box.setCurrentIndex(max(0, self._box.findData(value)))

    def _chosen(self, index: int) -> None:
        value = str(self._box.itemData(index))
        if value != self._value:
            self._value = value
            self.tell_chosen(value)
