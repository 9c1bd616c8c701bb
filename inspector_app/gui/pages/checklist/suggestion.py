"""A suggested finding at the foot of a screen: add it, or say why it is not needed. Never in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.inspections.suggest import Suggestion


class SuggestionStrip(Card):
    """`accepted(clause id)` and `refused(clause id, reason)`."""

    accepted = Signal(str)
    refused = Signal(str, str)

    def __init__(self, suggestion: Suggestion, *, first: bool) -> None:
        super().__init__()
        self.suggestion = suggestion
        clause = suggestion.clause
        kind = clause.kind.value.replace("_", " ").capitalize()
        words = self.tr("{kind}: {title}").format(kind=kind, title=clause.title)
        self.setAccessibleName(self.tr("Suggested finding. {words}").format(words=words))
        self.add_button = Button(self.tr("Add to findings"), kind="primary" if first else "plain")
        self.refuse_button = Button(self.tr("Not needed"))
        for button in (self.add_button, self.refuse_button):
            button.setAccessibleDescription(words)
        row = FlowLayout(gap=2.5)
        row.addWidget(Badge(self.tr("Suggested finding"), "attention", "state-attention"))
        row.addWidget(label(words))
        row.add_trailing(_side_by_side(self.refuse_button, self.add_button))
        self.add(row)
        self._why = QWidget(self)
        self._caption = label(self.tr("Why is it not needed here?"), "strong")
        self.reason = TextLine()
        self._keep = Button(self.tr("Refuse it"))
        self._back = Button(self.tr("Keep it suggested"), kind="quiet")
        self._build_why()
        self.add_button.clicked.connect(self._accept)
        self.refuse_button.clicked.connect(self._ask_why)

    def _build_why(self) -> None:
        self.reason.set_question(self._caption.text(), self._caption)
        self.reason.line.returnPressed.connect(self._refuse)
        self._keep.clicked.connect(self._refuse)
        self._back.clicked.connect(self._put_back)
        self._problem = label("", "problem")
        self._buttons = QWidget(self)
        flow = FlowLayout(self._buttons)
        flow.addWidget(self._keep)
        flow.addWidget(self._back)
        for part in (self._caption, self.reason, self._problem, self._buttons):
            self.add(part)
        self._show_why(False)

    def _show_why(self, shown: bool) -> None:
        for part in (self._caption, self.reason, self._buttons):
            part.setVisible(shown)
        self._problem.hide()

    def _ask_why(self) -> None:
        self._show_why(True)
        self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        self._show_why(False)
        self.refuse_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        self.tell_accepted(self.suggestion.clause.id)

    def _refuse(self) -> None:
        reason = self.reason.value().strip()
        if not reason:
            self._problem.setText(self.tr("Say why; the reason stays in the record."))
            self._problem.show()
            return
        self.tell_refused(self.suggestion.clause.id, reason)

    def tell_accepted(self, clause: str) -> None:
        self.accepted.emit(clause)

    def tell_refused(self, clause: str, reason: str) -> None:
        self.refused.emit(clause, reason)


def _side_by_side(*buttons: Button) -> QWidget:
    pair = QWidget()
    pair.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    row = FlowLayout(pair)
    for button in buttons:
        row.addWidget(button)
    return pair
