"""What all controls made of options share: the options, one stop of the Tab key, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.options import RadioOption, Roving, TickOption

O = TypeVar("O", bound=RadioOption | TickOption)  # noqa: E741 - an option


class OptionControl(AnswerControl, Generic[O]):
    """Subclasses make an option of a choice, place the options, and say what a press or Delete does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._parts: list[O] = []
        self._roving = Roving(self, self._clear)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def options(self) -> Sequence[O]:
        return self._parts

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other options; a value that is no longer among them stays recorded but shows as none."""
        if tuple(choices) == self._choices:
            return
        value, self._choices = self.value(), tuple(choices)
        for old in self._parts:
            self._let_go(old)
            old.hide()
            old.deleteLater()
        self._parts = [self._option(choice) for choice in choices]
        for part in self._parts:
            part.clicked.connect(self._pressed)
            part.show()
        self._roving.take(self._parts)
        self._describe()
        self.show_value(value)
        self._restyle()

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        super().set_question(name, label)
        self._describe()

    def hasHeightForWidth(self) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._place()
        super().resizeEvent(event)

    def _option(self, choice: Choice) -> O:
        raise TypeError(f"{type(self).__name__} makes no option")

    def _let_go(self, option: O) -> None:
        """An option is about to go."""

    def _place(self) -> None:
        """Put every option where it belongs at this width; a layout does it by itself."""

    def _pressed(self) -> None:
        raise TypeError(f"{type(self).__name__} takes no press")

    def _clear(self) -> None:
        raise TypeError(f"{type(self).__name__} is not cleared")

    def _describe(self) -> None:
        for part in self._parts:
            part.setAccessibleDescription(self.accessibleName())

    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()
