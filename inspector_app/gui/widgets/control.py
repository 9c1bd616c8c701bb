"""What every control that takes an answer has in common: values as text, and four signals.

Values are XForms values: '' is no answer, several choices are separated by spaces. `edited` comes with every
key, so that nothing typed can be lost; `committed` comes when the person leaves the field, pauses or presses
an option, and is what becomes an event; `began` comes once before the first key after a rest, so that the
journal can note what was seen when typing began; `problem` carries what is wrong with what was typed ('' when
nothing is).
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget


class AnswerControl(QWidget):
    """Base of all controls of a checklist. `show_value` never sends a signal."""

    began = Signal()
    edited = Signal(str)
    committed = Signal(str)
    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._help = ""
        self._trouble = ""
        self.own_problem = ""
        """What is wrong with what stands here and is in no record, '' where nothing is."""

    def value(self) -> str:
        """The value as it stands on the screen."""
        raise TypeError(f"{type(self).__name__} has no value")

    def show_value(self, value: str) -> None:
        """Show a value that came from the record."""
        raise TypeError(f"{type(self).__name__} shows no value")

    def set_question(self, name: str, label: QLabel | None = None) -> None:
        """What this control is called by people who hear the screen; `label` becomes its label."""
        self.setAccessibleName(name)
        if label is not None:
            label.setBuddy(self)

    def set_read_only(self, read_only: bool) -> None:
        """Show without taking answers."""
        self.setEnabled(not read_only)

    def set_problem(self, message: str) -> None:
        """Mark the control as having a problem; the message itself is shown beside it by its card."""
        self._trouble = message
        self.describe(" ".join(part for part in (message, self._help) if part))

    def set_hint(self, hint: str) -> None:
        """What is shown beside the label as help, for those who hear the control."""
        self._help = hint
        self.set_problem(self._trouble)

    def describe(self, words: str) -> None:
        """What is heard after the name of the control: its problem, then its hint."""
        self.setAccessibleDescription(words)

    def tell_edited(self, value: str) -> None:
        if not self._open:
            self._open = True
            self.began.emit()
        self.edited.emit(value)

    def tell_committed(self, value: str) -> None:
        """Close what `began` opened; silent when nothing was typed since."""
        if self._open:
            self._open = False
            self.committed.emit(value)

    def tell_chosen(self, value: str) -> None:
        """An option was pressed: typed and done in one."""
        self.tell_edited(value)
        self.tell_committed(value)

    def tell_problem(self, message: str) -> None:
        self.own_problem = message
        self.problem.emit(message)
