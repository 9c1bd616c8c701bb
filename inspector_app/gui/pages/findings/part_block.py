"""One part of a finding: its name, its control, and in its place what is missing or wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.labels import label
from inspector_app.inspections.finding import Gap
from inspector_app.words import error_words


class PartBlock(QWidget):
    """A gap is said quietly (it is work still to do), a problem loudly (what was typed cannot be kept)."""

    def __init__(self, part: str, name: str, control: AnswerControl, hint: str = "") -> None:
        super().__init__()
        self.part = part
        self.control = control
        self._gap = ""
        self._problem = ""
        self.name = label(name, "strong")
        self.hint = label(hint, "soft")
        self.hint.setVisible(bool(hint))
        self.said = label("", "attention")
        self.said.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.hint, control, self.said):
            self._column.addWidget(widget)
        control.set_question(name, self.name)
        control.problem.connect(self.show_problem)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_look(self._restyle)

    def rename(self, name: str) -> None:
        """Another name for the same part, as the kind of the finding wants it."""
        if name != self.name.text():
            self.name.setText(name)
            self.control.set_question(name, self.name)

    def show_gap(self, gap: Gap | None) -> None:
        """What is still missing here; None when nothing is."""
        self._gap = f"{error_words(gap.message)} {error_words(gap.advice)}" if gap else ""
        self._say()

    def show_problem(self, message: str) -> None:
        """What is wrong with what was typed; '' when nothing is."""
        self._problem = message
        self._say()

    def _say(self) -> None:
        words, role = self._problem or self._gap, "problem" if self._problem else "attention"
        if (self.said.text(), self.said.property("role")) == (words, role):
            return
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.control.set_problem(self._problem)
        if not self._problem:
            self.control.setAccessibleDescription(self._gap)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1.25))
