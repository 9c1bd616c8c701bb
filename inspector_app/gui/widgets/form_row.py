"""A field of a form: label and quiet hint above, the control, and what is wrong with it below, in place."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label


class FormRow(QWidget):
    """The label becomes the control's label; the hint is read with it."""

    def __init__(
        self, words: str, control: AnswerControl, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = label(words, "strong")
        self.hint = label(hint, "soft")
        self.hint.setVisible(bool(hint))
        self._problem = label("", "problem")
        self._problem.hide()
        control.set_question(words, self.label)
        control.set_hint(hint)
        self._own = False
        control.problem.connect(self._complain)
        control.edited.connect(self._typed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = FlowLayout(gap=2, line_gap=0.5)
        head.addWidget(self.label)
        head.addWidget(self.hint)
        add_layout(self._column, head)
        for part in (control, self._problem):
            self._column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_look(self._restyle)

    @property
    def problem(self) -> str:
        """What is wrong, '' when nothing is."""
        return self._problem.text()

    def set_hint(self, hint: str) -> None:
        self.hint.setText(hint)
        self.control.set_hint(hint)
        self.hint.setVisible(bool(hint))

    def show_problem(self, message: str) -> None:
        """Say what is wrong and what to do, beside the field, until it is typed in; '' takes it away."""
        self._own = False
        if message == self._problem.text():
            return
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
        self.control.set_problem(message)
        if message:
            announce(self._problem, message)

    def _complain(self, message: str) -> None:
        """What the control itself says; its silence takes away only its own words."""
        if message or self._own:
            self.show_problem(message)
            self._own = bool(message)

    def _typed(self, _: str) -> None:
        self.show_problem("")

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1.25))
