"""One field in conflict: its values with who and when, another value, why, and the button that settles it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.conflicts import FieldToSettle, Version
from inspector_app.words import day

if TYPE_CHECKING:
    from inspector_app.journal.event import Json

ANOTHER = "another"


class ConflictCard(Card):
    """`settled(card, value, reason)` once a value is chosen and, where it is needed, a reason given."""

    settled = Signal(object, object, str)

    def __init__(self, field: FieldToSettle, needs_reason: bool, now: Callable[[], datetime]) -> None:
        super().__init__(field.view.what)
        self.field = field
        self.aside(Badge(self.tr("two values"), "attention", "state-attention"))
        self.versions = FormRow(self.tr("Which is right"), Segmented(self._choices(field), as_list=True))
        self.another = FormRow(self.tr("Another value"), self._control(field, now))
        self.reason = FormRow(
            self.tr("Reason"), TextLine(), self.tr("the inspection is finalised: this is a correction")
        )
        self._needs_reason = needs_reason
        self.settle = Button(self.tr("Settle"))
        self.settle.setAccessibleName(self.tr("Settle {what}").format(what=field.view.what))
        for part in (self.versions, self.another, self.reason, self.settle):
            self.add(part)
        self.another.hide()
        self.reason.setVisible(needs_reason)
        self.versions.control.committed.connect(self._chosen)
        self.settle.clicked.connect(self._settle)
        if isinstance(self.reason.control, TextLine):
            self.reason.control.line.returnPressed.connect(self._settle)

    def first_control(self) -> QWidget:
        parts = self.versions.control
        return parts.options[0] if isinstance(parts, Segmented) else parts

    def refuse(self, error: KnownError) -> None:
        """Say beside the field why it was not settled."""
        row = self.reason if error.code == "reason-missing" else self.versions
        row.show_problem(str(error))
        self.settle.setEnabled(True)

    def _choices(self, field: FieldToSettle) -> tuple[Choice, ...]:
        found = [Choice(str(at), self._words(version)) for at, version in enumerate(field.view.versions)]
        if field.can_write:
            found.append(Choice(ANOTHER, self.tr("Neither: another value")))
        return tuple(found)

    def _words(self, version: Version) -> str:
        value = version.words or self.tr("nothing")
        when = self.tr("{day}, {time}").format(day=day(version.at.date()), time=f"{version.at:%H:%M:%S}")
        told = self.tr("“{value}”, {author} on laptop {laptop}, {when}")
        if version.shown:
            told = self.tr("“{value}”, {author} on laptop {laptop}, {when} (shown now)")
        return told.format(value=value, author=version.author, laptop=version.device[-6:], when=when)

    def _control(self, field: FieldToSettle, now: Callable[[], datetime]) -> AnswerControl:
        return ControlFactory(now).make(field.node) if field.node is not None else TextLine()

    def _chosen(self, value: str) -> None:
        self.another.setVisible(value == ANOTHER)
        if value == ANOTHER:
            self.another.control.setFocus()

    def _settle(self) -> None:
        chosen = self.versions.control.value()
        self.versions.show_problem("" if chosen else self.tr("Choose one of the values, or write another."))
        if not chosen:
            self.first_control().setFocus()
            return
        value: Json = self.another.control.value()
        if chosen != ANOTHER:
            value = self.field.view.versions[int(chosen)].value
        elif not value:
            self.another.show_problem(self.tr("Write the value that is right."))
            self.another.control.setFocus()
            return
        reason = self.reason.control.value().strip()
        if self._needs_reason and not reason:
            self.reason.show_problem(self.tr("Say why; it stays with the record."))
            self.reason.control.setFocus()
            return
        self.settle.setEnabled(False)
        self.settled.emit(self, value, reason)
