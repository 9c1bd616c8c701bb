"""What a register file would bring: how many services, and each problem with row, column and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.operations.register import RegisterPreview
from inspector_app.words import error_words


class PreviewView(QWidget):
    """Hidden while there is nothing to say. `ready` when the file can be taken in as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ready = False
        self._badge = Badge()
        self._words = label("")
        self.problems = LineList(self.tr("Problems in the file"), most=6)
        self._notes = label("", "soft")
        row = FlowLayout(gap=2.5)
        row.addWidget(self._badge)
        row.addWidget(self._words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        add_layout(self._column, row)
        self._column.addWidget(self.problems)
        self._column.addWidget(self._notes)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_look(self._restyle)
        self.show_nothing()

    @property
    def words(self) -> str:
        return f"{self._badge.text()} {self._words.text()}".strip()

    def show_nothing(self) -> None:
        """No file is chosen."""
        self.ready = False
        self.hide()

    def show_reading(self) -> None:
        """The file is being read."""
        self._show(self.tr("Reading"), "", ())
        self.ready = False

    def show_preview(self, found: RegisterPreview) -> None:
        """Say what was found."""
        count = len(found.services)
        self.ready = not found.problems and count > 0
        if found.problems:
            words = self.tr("{count} things to put right; then choose it again. Nothing was taken in.")
            self._badge.show_text(self.tr("Cannot be imported"), "bad", "stop")
            self._words.setText(words.format(count=len(found.problems)))
        elif not count:
            self._badge.show_text(self.tr("Empty"), "attention", "state-attention")
            self._words.setText(self.tr("The file holds no service. Choose another."))
        else:
            self._badge.show_text(self.tr("Ready"), "good", "state-done")
            self._words.setText(self.tr("{count} services, nothing wrong.").format(count=count))
        self.problems.show_lines(
            [
                Line(
                    str(at),
                    self.tr("Row {row}, {column}").format(row=problem.row, column=problem.column),
                    f"{error_words(problem.message)} {error_words(problem.advice)}".strip(),
                )
                for at, problem in enumerate(found.problems)
            ]
        )
        self.problems.setVisible(bool(found.problems))
        self._notes.setText("\n".join(found.notes[:6]))
        self._notes.setVisible(bool(found.notes))
        self.show()

    def _show(self, badge: str, words: str, lines: tuple[Line, ...]) -> None:
        self._badge.show_text(badge, "quiet", "state-half")
        self._words.setText(words)
        self.problems.show_lines(lines)
        self.problems.setVisible(bool(lines))
        self._notes.hide()
        self.show()

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(2))
