"""The form of one correction: what it says now, what is right, why; who is said, the letter too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.file_reading import WaitingShelf
from inspector_app.gui.look import look
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.correctable import Correctable, NotAllowed
from inspector_app.operations.corrections import CorrectView

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench


_VALUE, _REASON, _PART = "value", "reason", "part "


class CorrectionForm(Card):
    """`wanted(field, value, reason, parts)` when all are there; `parts` is what a value asks for, by name."""

    wanted = Signal(object, str, str, object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench.tr("Correction"))
        self._workbench = workbench
        self._field: Correctable | None = None
        self.now = label("")
        self.row: FormRow | None = None
        self.more: dict[str, FormRow] = {}
        self._now: Callable[[], datetime] = workbench.program.now
        self.files = WaitingShelf(workbench, workbench.inspection_id)
        self._asked = ""
        self.reason = FormRow(
            self.tr("Reason"), TextLine(), self.tr("stays with the record and is sent to head office")
        )
        self._who = label("", "soft")
        self.record = workbench.actions.button("correct.record", "primary")
        self.add(self.now)
        self._slot = Slot()
        self._more_slot = Slot()
        self.add(self._slot)
        self.add(self._more_slot)
        for part in (self.reason, self._who, self.record):
            self.add(part)

    @property
    def field(self) -> Correctable | None:
        """The field that is being corrected."""
        return self._field

    def first_control(self) -> QWidget:
        return self._first_row().control

    def _first_row(self) -> FormRow:
        """The first that a person is asked for."""
        asked = [] if self.row is None or self.row.isHidden() else [self.row]
        return [*asked, *self.more.values(), self.reason][0]

    def show_view(self, view: CorrectView) -> None:
        """Say who corrects, and which letter it supersedes."""
        words = self.tr("Recorded as a correction by {author}.").format(author=view.author)
        if view.letter:
            letter = self.tr("Version {version} of the letter, which is issued, is superseded by it.")
            words = f"{words} {letter.format(version=view.letter)}"
        self._who.setText(words)

    def show_field(self, field: Correctable, now: Callable[[], datetime]) -> None:
        """Correct this field."""
        self._field, self._now, self._asked, self.more = field, now, field.value, {}
        self.heading.setText(field.what)
        held = field.words or self.tr("nothing")
        self.now.setText(self.tr("It says now: “{words}”").format(words=held))
        self.now.setVisible(not field.is_new)
        words = self.tr("What to add") if field.is_new else self.tr("What is right")
        self.row = FormRow(words, self._control(field))
        if field.more:
            self.row.control.edited.connect(self._ask_more)
            self.row.control.committed.connect(self._ask_more)
        self._slot.put(self.row)
        self._more_slot.put()
        only = _only_value(field)
        if only:
            self.row.control.show_value(only)
            self.row.hide()
            self._ask_more(only)
        self.reason.control.show_value("")
        self.reason.show_problem("")

    def given(self) -> dict[str, str]:
        """What stands in the form and is in no record, by names of its own; nothing while it is hidden."""
        if self._field is None or self.row is None or self.isHidden():
            return {}
        parts = {f"{_PART}{name}": row.control.value() for name, row in self.more.items()}
        return {_VALUE: self.row.control.value(), _REASON: self.reason.control.value(), **parts}

    def give(self, given: Mapping[str, str]) -> None:
        """Show again what `given` gave of the field that is shown."""
        if self.row is None:
            return
        self.row.control.show_value(given.get(_VALUE, ""))
        self._ask_more(given.get(_VALUE, ""))
        self.reason.control.show_value(given.get(_REASON, ""))
        for name, row in self.more.items():
            row.control.show_value(given.get(f"{_PART}{name}", ""))

    def send(self) -> None:
        """Hand over what was given, or say what is missing."""
        if self._field is None or self.row is None:
            return
        value, reason = self.row.control.value(), self.reason.control.value().strip()
        same = value == self._field.value
        parts = {name: row.control.value() for name, row in self.more.items()}
        optional = {part.place[2] for part in self._field.more.get(value, ()) if not part.needed}
        lacking = [name for name, said in parts.items() if name not in optional and not said.strip()]
        for name, row in self.more.items():
            row.show_problem(self.tr("It is needed with this value.") if name in lacking else "")
        self.row.show_problem(self.tr("That is what the record says already.") if same else "")
        self.reason.show_problem("" if reason else self.tr("Say why it is corrected."))
        if same:
            self.row.control.setFocus()
        elif lacking:
            self.more[lacking[0]].control.setFocus()
        elif not reason:
            self.reason.control.setFocus()
        else:
            self.wanted.emit(self._field, value, reason, parts)

    def refuse(self, error: KnownError) -> None:
        """Say beside the field why it was not corrected."""
        at_fault = self.more.get(error.part) if isinstance(error, NotAllowed) else None
        row = self.reason if error.code == "reason-missing" else at_fault or self._first_row()
        row.show_problem(str(error))
        row.control.setFocus()

    def _ask_more(self, value: str) -> None:
        """Show the fields that this value asks for."""
        if self._field is None or value == self._asked:
            return
        self._asked = value
        self.more = {
            part.place[2]: FormRow(
                part.what, self._control(part), part.hint if part.needed else self.tr("may stay blank")
            )
            for part in self._field.more.get(value, ())
        }
        self._more_slot.put(*self.more.values())
        order_by_layout(self)

    def _control(self, field: Correctable) -> AnswerControl:
        now = self._now
        if field.is_list and field.node is not None:
            from inspector_app.gui.widgets.option_list import OptionList

            ticks = OptionList(field.node.choices or (), many=True)
            ticks.show_value(field.value)
            return ticks
        if field.node is not None:
            return ControlFactory(now, shelf=self.files).make(field.node)
        if field.is_deadline:
            from inspector_app.gui.pages.findings.deadline_box import DeadlineBox

            deadline = DeadlineBox(lambda: now().date())
            deadline.show_value(field.value)
            return deadline
        box = CommentBox()
        box.show_value(field.value)
        return box


def _only_value(field: Correctable) -> str:
    """The one thing that can be added: it need not be chosen. '' where there is a choice."""
    choices = field.node.choices if field.is_new and field.node is not None else None
    return choices[0].value if choices and len(choices) == 1 else ""


class Slot(QWidget):
    """Holds the rows of the field that is corrected; others take their place."""

    def __init__(self) -> None:
        super().__init__()
        from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

        self._rows: tuple[QWidget, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def put(self, *rows: QWidget) -> None:
        """Show these, and none of those that were shown before."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = rows
        self._column.setSpacing(look().metrics.space(4))
        for row in rows:
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(rows))
