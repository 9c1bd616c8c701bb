"""Prepare: the facts of the inspection around its checklist, saved as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.frame.page import Page
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.columns import Columns
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.fold import Fold
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench
from inspector_app.journal.event import Json
from inspector_app.journal.records import INSPECTION
from inspector_app.operations.changed import Changed
from inspector_app.operations.prepare import (
    ANNOUNCED,
    CONTACT,
    ENDED_ON,
    INSPECTORS,
    STARTED_ON,
    Prepared,
    change_fact,
    names_of,
    names_text,
    prepared,
    void_inspection,
)
from inspector_app.operations.typing import Slot, type_into

if TYPE_CHECKING:
    from inspector_app.operations.desk import Desk

_YES, _NO = "yes", "no"


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return PreparePage(workbench)


class PreparePage(Page):
    """Dates and choices are recorded when made; text with every key."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("prepare", "")
        self._workbench = workbench
        self._inspection = workbench.inspection_id
        self._fields: dict[str, RecordedField] = {}
        self.set_title(self.tr("Prepare"))
        self.set_primary(workbench.actions.button("window.next_open", "primary"))
        self.first_day = FormRow(self.tr("First day"), DateLine(self._today))
        self.last_day = FormRow(
            self.tr("Last day"),
            DateLine(self._today),
            self.tr("needed before finalising; the letter names it"),
        )
        self.announced = FormRow(
            self.tr("Announced"),
            Segmented((Choice(_NO, self.tr("Unannounced")), Choice(_YES, self.tr("Announced")))),
        )
        self.inspectors = FormRow(
            self.tr("Inspectors"), TextLine(), self.tr("names that sign the letter, parted by commas")
        )
        self.contact = FormRow(
            self.tr("Contact"), TextLine(), self.tr("telephone or e-mail for the provider")
        )
        self._seen = False
        self._service = label("")
        self._rows: dict[str, FormRow] = {
            STARTED_ON: self.first_day,
            ENDED_ON: self.last_day,
            ANNOUNCED: self.announced,
            INSPECTORS: self.inspectors,
            CONTACT: self.contact,
        }
        self.void_reason = FormRow(self.tr("Why it must not count"), CommentBox(), "")
        self.void = Button(self.tr("Void this inspection"))
        self._void_fold = Fold(self.tr("Started by mistake"))
        columns = Columns()
        columns.add_first(self._facts_card())
        columns.add_second(self._service_card())
        columns.add_second(self._void_card())
        self.add(columns)
        self._connect()

    @property
    def at_rest(self) -> bool:
        return self._seen

    def arrive(self) -> None:
        self._ask()

    def leave(self) -> None:
        self.messages.clear()

    def show_detail(self, detail: str) -> None:
        row = self._rows.get(detail)
        if row is not None:
            self.reveal(row.control)

    def show_prepared(self, facts: Prepared) -> None:
        """Show the facts as they stand; one that is being typed in keeps its text."""
        inspection = facts.inspection
        self._service.setText("\n".join(line for line in _service_lines(facts) if line))
        self.set_title(self.tr("Prepare"), facts.type_label)
        shown: dict[str, str] = {
            STARTED_ON: inspection.started_on.isoformat(),
            ENDED_ON: inspection.ended_on.isoformat() if inspection.ended_on else "",
            ANNOUNCED: _YES if inspection.announced else _NO,
            INSPECTORS: names_text(inspection.inspectors),
            CONTACT: inspection.contact,
        }
        for field, row in self._rows.items():
            control = row.control
            self._fields[field].show_value(shown[field])
            control.set_read_only(bool(facts.closed))
            row.show_problem(facts.problems.get(field, ""))
        self._void_card_.setVisible(not facts.closed)
        if facts.closed:
            self.show_message(Message(facts.closed, "", "accent"))
        self._seen = True
        self.tell_rest()

    def _service_card(self) -> Card:
        card = Card(self.tr("Service"), self.tr("as the register said when the inspection began"))
        card.add(self._service)
        return card

    def _facts_card(self) -> Card:
        card = Card(self.tr("The inspection"))
        for row in (self.first_day, self.last_day, self.announced, self.inspectors, self.contact):
            card.add(row)
        return card

    def _void_card(self) -> Card:
        self._void_card_ = Card()
        told = self.tr("It is kept and shown as void, and never counted. Nothing is deleted.")
        self._void_fold.add(label(told, "soft"))
        self._void_fold.add(self.void_reason)
        self._void_fold.add(self.void)
        self._void_card_.add(self._void_fold)
        return self._void_card_

    def _connect(self) -> None:
        made: dict[str, Callable[[str], Json]] = {ANNOUNCED: lambda value: value == _YES, INSPECTORS: _names}
        for field, row in self._rows.items():
            fact = made.get(field, str)
            self._fields[field] = RecordedField(
                self._workbench,
                row.control,
                f"{INSPECTION} {field}",
                partial(self._write, field, fact),
                keep=partial(self._keep, field, fact) if field in (INSPECTORS, CONTACT) else None,
                said=row.show_problem,
            )
        self.void.clicked.connect(self._void)
        self._workbench.changed.connect(self._changed)

    def _today(self) -> date:
        return self._workbench.program.now().date()

    def _write(self, field: str, fact: Callable[[str], Json], desk: Desk, value: str) -> None:
        change_fact(desk, self._inspection, field, fact(value))

    def _keep(self, field: str, fact: Callable[[str], Json], desk: Desk, value: str) -> None:
        type_into(desk, self._inspection, Slot(INSPECTION, self._inspection, field), fact(value))

    def _changed(self, changed: Changed) -> None:
        if changed.about(INSPECTION) and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        inspection = self._workbench.inspection_id
        if inspection:
            self._workbench.run(lambda desk: prepared(desk, inspection), self.show_prepared)

    def _void(self) -> None:
        inspection, reason = self._workbench.inspection_id, self.void_reason.control.value()
        self._workbench.run(
            lambda desk: void_inspection(desk, inspection, reason), self.show_prepared, self._void_refused
        )

    def _void_refused(self, error: KnownError) -> None:
        self.void_reason.show_problem(str(error))
        self.void_reason.control.setFocus()


def _names(text: str) -> Json:
    return list(names_of(text))


def _service_lines(facts: Prepared) -> tuple[str, ...]:
    service = facts.inspection.service
    places = f"{service.places} places" if service.places is not None else ""
    provider = " · ".join(part for part in (service.provider_name, service.provider_number) if part)
    return (service.name, facts.service_words, provider, service.address, service.manager, places)
