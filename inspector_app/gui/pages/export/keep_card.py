"""How long this laptop keeps its copy: its class, a legal hold, the day it may go, and letting it go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.retention import (
    Retention,
    classes,
    dispose,
    hold,
    lift_hold,
    retention,
    set_class,
)
from inspector_app.words import day

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the card shows, and the classes to choose from as (name, words)."""

    kept: Retention
    classes: tuple[tuple[str, str], ...]


class KeepCard(Card):
    """Each change needs a reason, which stays with the record."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._facts: _Facts | None = None
        self.heading.setText(self.tr("This laptop's copy"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self.badge, self.words = Badge(), label("")
        self.classes = FormRow(self.tr("Kept as"), Segmented((), as_list=True))
        self.reason = FormRow(
            self.tr("Reason"), TextLine(), self.tr("for another class, a legal hold, or lifting it")
        )
        self.change = Button(self.tr("Change the class"))
        self.hold = Button(self.tr("Put on legal hold"))
        self.let_go = Button(self.tr("Let this copy go"))
        row = FlowLayout(gap=2.5)
        row.addWidget(self.badge)
        row.addWidget(self.words)
        self.add(row)
        self.add(self.classes)
        self.add(self.reason)
        buttons = FlowLayout(gap=2.5)
        for button in (self.change, self.hold, self.let_go):
            buttons.addWidget(button)
        self.add(buttons)
        self.change.clicked.connect(self._change)
        self.hold.clicked.connect(self._hold)
        self.let_go.clicked.connect(self._ask_let_go)

    def ask(self) -> None:
        """Show how things stand."""
        inspection = self._workbench.inspection_id
        if inspection:
            self._workbench.run(lambda desk: _read(desk, inspection), self._show)

    def forget(self) -> None:
        """The page is left."""
        self.reason.show_problem("")

    def _show(self, facts: _Facts) -> None:
        self._facts = facts
        kept = facts.kept
        choices = cast(Segmented, self.classes.control)
        choices.set_choices([Choice(name, words) for name, words in facts.classes])
        choices.show_value(kept.retention_class.name)
        held = bool(kept.hold_reason)
        self.hold.set_words(self.tr("Lift the legal hold") if held else self.tr("Put on legal hold"))
        self.let_go.setEnabled(not kept.why_not)
        if held:
            self.badge.show_text(self.tr("Legal hold"), "attention", "lock")
        elif kept.why_not:
            self.badge.show_text(self.tr("Kept"), "quiet", "saved")
        else:
            self.badge.show_text(self.tr("May go"), "attention", "state-attention")
        due = self.tr("Its days are over on {day}.").format(day=day(kept.due)) if kept.due else ""
        free = self.tr("Head office has everything, and its days are over. Nothing but an entry stays.")
        self.words.setText(" ".join(part for part in (kept.why_not or free, due) if part))

    def _change(self) -> None:
        name = self.classes.control.value()
        self._with_reason(lambda desk, inspection, reason: set_class(desk, inspection, name, reason))

    def _hold(self) -> None:
        held = self._facts is not None and bool(self._facts.kept.hold_reason)
        self._with_reason(lift_hold if held else hold)

    def _with_reason(self, change: Callable[[Desk, str, str], None]) -> None:
        inspection, reason = self._workbench.inspection_id, self.reason.control.value()

        def job(desk: Desk) -> _Facts:
            change(desk, inspection, reason)
            return _read(desk, inspection)

        self._workbench.run(job, self._changed, self._refused)

    def _changed(self, facts: _Facts) -> None:
        self.reason.control.show_value("")
        self.reason.show_problem("")
        self._show(facts)

    def _refused(self, error: KnownError) -> None:
        self.reason.show_problem(str(error))
        self.reason.control.setFocus()

    def _ask_let_go(self) -> None:
        told = self.tr("The copy on this laptop goes for good; head office has everything.")
        advice = self.tr(
            "An entry stays: what went, when and by whom. Backups hold it until they are rotated."
        )
        message = Message(told, advice, "attention", self.tr("Let it go now"))
        self._workbench.notify(message, self._let_go)

    def _let_go(self) -> None:
        inspection = self._workbench.inspection_id
        self._workbench.open_inspection("")
        self._workbench.run(lambda desk: dispose(desk, inspection), self._gone)

    def _gone(self, _: None) -> None:
        self._workbench.go("home")
        told = self.tr("The copy is gone from this laptop.")
        self._workbench.notify(Message(told, self.tr("Its entry stands in the settings."), "good"))


def _read(desk: Desk, inspection: str) -> _Facts:
    known = tuple((one.name, one.words) for one in classes(desk, inspection))
    return _Facts(retention(desk, inspection), known)
