"""Start an inspection: choose the service as you type, look over what is proposed, begin."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.columns import Columns
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.desk import Desk
from inspector_app.operations.find import ServiceList, services
from inspector_app.operations.prepare import Proposal, names_of, names_text, propose
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.words import translate

BEGIN = "start.begin"
_YES, _NO = "yes", "no"


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return StartPage(workbench)


class StartPage(Page):
    """First the service, then the rest, which is proposed and can be changed."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("start", "")
        self._workbench = workbench
        self._number = ""
        self.set_title(self.tr("Start an inspection"), self.tr("of a service in the register"))
        spec = ActionSpec(BEGIN, self.tr("Start the inspection"), "Ctrl+Return", self.tr("Inspection"))
        workbench.actions.ensure(spec)
        self.set_primary(workbench.actions.button(BEGIN, "primary"))
        self.search = FormRow(self.tr("Service"), TextLine(), self.tr("type part of its name or number"))
        self.list = LineList(self.tr("Services found"), most=5)
        self.chosen_name = label("", "strong")
        self._chosen_words = label("", "soft")
        self._service_card = Card(self.tr("Which service"))
        for part in (self.search, self.list, self.chosen_name, self._chosen_words):
            self._service_card.add(part)
        self._facts_card = Card(self.tr("The inspection"))
        self.reference = FormRow(self.tr("Reference"), TextLine(24), self.tr("as head office gave it"))
        self.type = FormRow(self.tr("Type"), ChoiceBox())
        self.announced = FormRow(self.tr("Announced"), Segmented(_announced()))
        self.first_day = FormRow(self.tr("First day"), DateLine(lambda: workbench.program.now().date()))
        self.inspectors = FormRow(
            self.tr("Inspectors"), TextLine(), self.tr("names that sign the letter, parted by commas")
        )
        self.contact = FormRow(
            self.tr("Contact"), TextLine(), self.tr("telephone or e-mail for the provider")
        )
        for row in (self.reference, self.type, self.announced, self.first_day, self.inspectors, self.contact):
            self._facts_card.add(row)
        columns = Columns()
        columns.add_first(self._service_card)
        columns.add_second(self._facts_card)
        self.add(columns)
        self._connect()

    def arrive(self) -> None:
        self._workbench.actions.bind(BEGIN, self._begin)
        self._workbench.run(propose, self.show_proposal)
        self._find(self.search.control.value())

    def leave(self) -> None:
        self._workbench.actions.unbind(BEGIN)
        self.messages.clear()

    def show_detail(self, detail: str) -> None:
        """Choose the service with this number."""
        self._choose(detail)

    def draft(self) -> Mapping[str, str]:
        rows = self._rows()
        return {"number": self._number, **{name: row.control.value() for name, row in rows.items()}}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        for name, row in self._rows().items():
            row.control.show_value(draft[name])
        if draft["number"]:
            self._choose(draft["number"])

    def _rows(self) -> dict[str, FormRow]:
        return {
            "service": self.search,
            "reference": self.reference,
            "type": self.type,
            "announced": self.announced,
            "first_day": self.first_day,
            "inspectors": self.inspectors,
            "contact": self.contact,
        }

    def first_focus(self) -> QWidget:
        return self.search.control if not self._number else self.reference.control

    def show_proposal(self, proposal: Proposal) -> None:
        """Put what is proposed into fields that are still empty."""
        box = self.type.control
        if isinstance(box, ChoiceBox):
            box.set_choices([Choice(code, words) for code, words in proposal.types])
        proposed = (
            (self.reference, proposal.reference),
            (self.type, proposal.types[0][0]),
            (self.announced, _NO),
            (self.first_day, proposal.today.isoformat()),
            (self.inspectors, names_text(proposal.inspectors)),
        )
        for row, value in proposed:
            gone = row is self.type and row.control.value() not in dict(proposal.types)
            if gone or not row.control.value():
                row.control.show_value(value)
        if not proposal.services:
            self.show_message(
                Message(
                    self.tr("The register is empty."),
                    self.tr("Import it first; then choose the service here."),
                    "attention",
                    self.tr("Go to the register"),
                ),
                lambda: self._workbench.go("register"),
            )

    def _connect(self) -> None:
        self.search.control.edited.connect(self._typed)
        if isinstance(self.search.control, TextLine):
            self.search.control.line.returnPressed.connect(self._take_first)
        self.list.chosen.connect(self._choose)

    def _typed(self, text: str) -> None:
        self._number = ""
        self._show_chosen("", "")
        self._find(text)

    def _find(self, text: str) -> None:
        self._workbench.run(lambda desk: services(desk, text, 50), self._found)

    def _found(self, found: ServiceList) -> None:
        self.list.show_lines(
            [
                Line(
                    line.number,
                    line.name,
                    " · ".join(part for part in (line.number, line.words, line.provider) if part),
                    self.tr("Under way") if line.inspection else "",
                    "accent",
                )
                for line in found.lines
            ]
        )
        self.list.setVisible(not self._number and bool(found.lines))

    def _take_first(self) -> None:
        """Enter means the first of what is typed, which may still be looked for: answers come in order."""
        with self._workbench.moving():
            self._workbench.run(lambda desk: None, self._take_now)

    def _take_now(self, _: None) -> None:
        if self.list.lines and not self._number:
            self._choose(self.list.current_key())

    def _choose(self, number: str) -> None:
        self._number = number
        self.search.show_problem("")
        self.list.hide()
        self._workbench.run(lambda desk: propose(desk, number), self._chosen)
        self.reference.control.setFocus()

    def _chosen(self, proposal: Proposal) -> None:
        service = proposal.service
        if service is None or service.service_number != self._number:
            return
        self.search.control.show_value(service.name)
        manager = self.tr("Manager: {name}").format(name=service.manager) if service.manager else ""
        words = (proposal.service_words, service.provider_name, service.address, manager)
        self._show_chosen(service.name, "\n".join(word for word in words if word))
        self.show_proposal(proposal)

    def _show_chosen(self, name: str, words: str) -> None:
        self.chosen_name.setText(name)
        self._chosen_words.setText(words)
        self.chosen_name.setVisible(bool(name))
        self._chosen_words.setVisible(bool(words))

    def _begin(self) -> None:
        self.messages.clear()
        plan = self._plan()
        if plan is not None:
            with self._workbench.moving():
                self._workbench.run(lambda desk: _start(desk, plan), self._begun, self._refused)

    def _plan(self) -> Plan | None:
        """What was given; None, with what is missing said beside its field, when that is not all."""
        wanted = (
            (self.search, self._number, self.tr("Choose the service: type part of its name, then Enter.")),
            (self.reference, self.reference.control.value().strip(), self.tr("Give the reference.")),
            (self.type, self.type.control.value(), self.tr("Choose the type of inspection.")),
            (self.first_day, self.first_day.control.value(), self.tr("Give the first day.")),
            (self.inspectors, self.inspectors.control.value().strip(), self.tr("Name who inspects.")),
        )
        for row, value, words in wanted:
            row.show_problem("" if value else words)
        missing = next((row for row, value, _ in wanted if not value), None)
        if missing is not None:
            self.reveal(missing.control)
            return None
        return Plan(
            reference=self.reference.control.value().strip(),
            service_number=self._number,
            type=self.type.control.value(),
            announced=self.announced.control.value() == _YES,
            started_on=date.fromisoformat(self.first_day.control.value()),
            inspectors=names_of(self.inspectors.control.value()),
            contact=self.contact.control.value().strip(),
        )

    def _begun(self, inspection_id: str) -> None:
        for row in (self.search, self.reference, self.type, self.announced, self.first_day, self.inspectors):
            row.control.show_value("")
        self._number = ""
        self._show_chosen("", "")
        self._workbench.open_inspection(inspection_id)
        self._workbench.go("prepare")

    def _refused(self, error: KnownError) -> None:
        places = {
            "service-unknown": self.search,
            "reference-taken": self.reference,
            "no-reference": self.reference,
            "inspection-type-unknown": self.type,
        }
        row = places.get(error.code)
        if row is None:
            self.show_message(Message.of(error))
        else:
            row.show_problem(str(error))
            self.reveal(row.control)


def _start(desk: Desk, plan: Plan) -> str:
    inspection, _ = start_inspection(desk, plan)
    return inspection.id


def _announced() -> tuple[Choice, ...]:
    return (
        Choice(_NO, translate("StartPage", "Unannounced")),
        Choice(_YES, translate("StartPage", "Announced")),
    )
