"""Refusing with a reason, in its place: a line for the reason that opens under what is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.text_line import TextLine


class ReasonRow(QWidget):
    """`given(reason)` on Enter or the button; Escape closes it. What is wrong is said under the line."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, question: str, does: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextLine()
        self.said = label("", "problem")
        self.said.hide()
        name = label(question, "strong")
        self.line.set_question(question, name)
        self.give = Button(does, parent=self)
        self.cancel = Button(self.tr("Cancel"), key="Esc", kind="quiet", parent=self)
        row = FlowLayout(gap=2)
        row.addWidget(self.give)
        row.addWidget(self.cancel)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (name, self.line, self.said):
            self._column.addWidget(widget)
        add_layout(self._column, row)
        self.give.clicked.connect(self._give)
        self.cancel.clicked.connect(self.close_row)
        self.line.line.returnPressed.connect(self._give)
        self.hide()
        follow_look(self._restyle)

    def open_row(self) -> None:
        """Ask for the reason."""
        self.said.hide()
        self.show()
        self.line.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_row(self) -> None:
        """Refuse nothing."""
        self.hide()
        self.closed.emit()

    def show_problem(self, message: str) -> None:
        """What is wrong with the reason."""
        self.said.setText(message)
        self.said.setVisible(bool(message))
        self.line.set_problem(message)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        else:
            super().keyPressEvent(event)

    def tell_given(self, reason: str) -> None:
        self.given.emit(reason)

    def _give(self) -> None:
        self.tell_given(self.line.value())

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(1.5))
