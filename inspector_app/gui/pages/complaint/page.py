"""The complaint behind an inspection: its reference and day, and each matter with what was decided."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.record_page import RecordPage
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.pages.complaint.matter_card import MatterCard
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.journal.records import INSPECTION
from inspector_app.operations.complaint import RECEIVED_ON, REFERENCE, new_matter, remove_matter, set_fact
from inspector_app.operations.complaint_views import ComplaintView, MatterView, complaint_view
from inspector_app.operations.typing import Slot, type_into

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.workspace import Workspace

NEW = "matter.new"


def make(workbench: Workbench) -> ComplaintPage:
    """The page of the complaint of the open inspection."""
    return ComplaintPage(workbench)


class ComplaintPage(RecordPage[ComplaintView, MatterCard]):
    """What the complaint is, then a card for each matter in the order recorded."""

    concerns = ("inspection", "claim", "matter", "finding")

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "complaint", "Complaint", walks=False)
        self.set_title(self.tr("Complaint"))
        workbench.actions.ensure(
            ActionSpec(NEW, self.tr("New matter"), "Ctrl+Shift+M", self.tr("Complaint"), icon="add")
        )
        self.add_head(workbench.actions.button(NEW))
        self.set_primary(workbench.actions.button("window.next_open", "primary"))
        self.reference = FormRow(
            self.tr("Reference"),
            TextLine(24),
            self.tr("as the office gave it; who complained is not recorded"),
        )
        self.received = FormRow(self.tr("Received on"), DateLine(self._today))
        self._rows = {REFERENCE: self.reference, RECEIVED_ON: self.received}
        self._fields = {field: self._recorded(field, row) for field, row in self._rows.items()}
        self.nothing = label("")
        about = Card()
        for part in (self.reference, self.received, self.nothing):
            about.add(part)
        self.add(about)
        self.ask()

    def read(self, at: Workspace, inspection: Inspection) -> ComplaintView:
        return complaint_view(at.desk, inspection)

    def show_facts(self, facts: ComplaintView) -> None:
        self.set_title(self.tr("Complaint"), self._summary(facts))
        self.workbench.actions.set_enabled(NEW, not facts.closed)
        for field, value in ((REFERENCE, facts.reference), (RECEIVED_ON, facts.received_on)):
            self._fields[field].show_value(value)
            self._rows[field].control.set_read_only(bool(facts.closed))
        shown = {one.id: one for one in facts.matters}
        before = self.cards
        self.cards = {one: before.get(one) or self._card(matter, facts) for one, matter in shown.items()}
        for one, card in self.cards.items():
            card.show_matter(shown[one], facts)
        self.place(tuple(self.cards.values()))
        words = (
            self.tr("Begin a matter for each thing that was complained of; the letter tells them one by one.")
            if facts.expected
            else self.tr(
                "This inspection does not follow a complaint. Where it looks into one after all, begin a "
                "matter for each thing that was complained of."
            )
        )
        self.nothing.setText(words)
        self.nothing.setVisible(not facts.matters)

    def arrive(self) -> None:
        self.workbench.actions.bind(NEW, self.new_matter)
        super().arrive()

    def leave(self) -> None:
        self.workbench.actions.unbind(NEW)
        super().leave()

    def new_matter(self) -> None:
        """Begin a matter; its words are the first thing to write."""
        self.do(new_matter, self._begun)

    def _begun(self, matter: object) -> None:
        self.show_detail(str(matter))

    def _card(self, matter: MatterView, facts: ComplaintView) -> MatterCard:
        card = MatterCard(self.workbench, self.inspection, matter, facts)
        card.removed.connect(self._remove)
        return card

    def _remove(self, matter: str) -> None:
        self.do(lambda desk, at: remove_matter(desk, at, matter))

    def _recorded(self, field: str, row: FormRow) -> RecordedField:
        return RecordedField(
            self.workbench,
            row.control,
            f"complaint {field}",
            partial(self._write, field),
            keep=self._keep_reference if field == REFERENCE else None,
            said=row.show_problem,
        )

    def _write(self, field: str, desk: Desk, value: str) -> None:
        set_fact(desk, desk.inspection(self.inspection), field, value)

    def _keep_reference(self, desk: Desk, value: str) -> None:
        type_into(desk, self.inspection, Slot(INSPECTION, self.inspection, REFERENCE), value)

    def _today(self) -> date:
        return self.workbench.program.now().date()

    def _summary(self, facts: ComplaintView) -> str:
        if not facts.matters:
            return self.tr("no matter yet")
        count = len(facts.matters)
        words = [self.tr("1 matter") if count == 1 else self.tr("{count} matters").format(count=count)]
        if facts.open_count:
            words.append(self.tr("{count} incomplete").format(count=facts.open_count))
        return " · ".join(words)
