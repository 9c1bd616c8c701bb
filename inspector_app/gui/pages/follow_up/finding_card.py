"""The card of one earlier finding: what was asked, what became of it, and what shows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.frame.record_page import RecordCard
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.pages.findings.part_block import PartBlock
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.workbench import Workbench
from inspector_app.inspections.follow_up import Outcome
from inspector_app.operations.desk import Desk
from inspector_app.operations.follow_up import cite, set_note, set_outcome, type_note
from inspector_app.operations.follow_up_views import FollowUpView


class EarlierCard(RecordCard):
    """`repeated(id)` asks to make it again; `shown(id)` asks for the finding of this inspection that does."""

    repeated = Signal(str)
    shown = Signal(str)

    def __init__(self, workbench: Workbench, inspection: str, finding: FollowUpView) -> None:
        super().__init__(finding.name, finding.history)
        self.finding = finding
        self._inspection = inspection
        self.setAccessibleName(f"{finding.name}: {finding.title}")
        self.setObjectName(f"earlier:{finding.id}")
        self.late, self.state = Badge(), Badge()
        self.aside(self.late, self.state)
        self.add(label(finding.title, "strong"))
        self.add(label("\n".join(finding.asked), "body"))
        self.before = label("", "soft")
        self.outcome = PartBlock("outcome", self.tr("What became of it"), Segmented(finding.choices))
        self.note = PartBlock("note", self.tr("What you saw, heard or read that shows it"), CommentBox())
        self.evidence = PartBlock(
            "evidence", self.tr("Evidence for it"), OptionList(many=True), self._capture_words()
        )
        self.again = Button(self.tr("Make it again"))
        self.show_again = Button(self.tr("Go to the repeat"), kind="quiet")
        row = FlowLayout(gap=2)
        for button in (self.again, self.show_again):
            button.setAccessibleName(f"{button.text()}: {finding.title}")
            row.addWidget(button)
        for part in (self.before, self.outcome, self.note, self.evidence):
            self.add(part)
        self.add(row)
        self._name()
        self._fields = self._record(workbench)
        self.again.clicked.connect(self._again)
        self.show_again.clicked.connect(self._show)

    def show_finding(self, finding: FollowUpView, evidence: tuple[Choice, ...] = (), *, closed: bool) -> None:
        """Show what the record holds, what is still missing, and the `evidence` that may be ticked."""
        self.finding = finding
        self._offer(evidence)
        self.evidence.setVisible(bool(finding.outcome or finding.evidence))
        for part, block, value in (
            ("outcome", self.outcome, finding.outcome),
            ("note", self.note, finding.note),
            ("evidence", self.evidence, finding.evidence),
        ):
            self._fields[part].show_value(value)
            block.control.set_read_only(closed)
            if not self._fields[part].busy:
                block.show_gap(finding.gap(part) if not closed else None)
        self.before.setText(finding.before)
        self.before.setVisible(bool(finding.before))
        self.again.setVisible(finding.outcome == Outcome.NOT_MET and not finding.again and not closed)
        self.show_again.setVisible(bool(finding.again))
        self.late.show_text(finding.late, "bad", "state-attention")
        self._show_state(finding)

    @property
    def lacks(self) -> bool:
        return not self.finding.followed_up

    def first_gap(self) -> QWidget:
        missing = self.finding.outcome and self.finding.gap("note")
        return self.note.control if missing else self.outcome.control

    def _show_state(self, finding: FollowUpView) -> None:
        said = next((one.label for one in finding.choices if one.value == finding.outcome), "")
        if not said:
            self.state.show_text(self.tr("not followed up"), "attention", "state-open")
        elif finding.gaps:
            words = self.tr("{outcome}, nothing shows it yet").format(outcome=said)
            self.state.show_text(words, "attention", "state-half")
        else:
            met = finding.outcome != Outcome.NOT_MET
            self.state.show_text(said, "good" if met else "quiet", "state-done" if met else "info")

    def _offer(self, evidence: tuple[Choice, ...]) -> None:
        ticks = self.evidence.control
        if isinstance(ticks, OptionList):
            ticks.set_choices(evidence)
        self.evidence.hint.setText(self._capture_words() if evidence else self._no_evidence())

    def _capture_words(self) -> str:
        return self.tr("Ctrl+E captures more.")

    def _no_evidence(self) -> str:
        return self.tr("The record holds none yet. Ctrl+E captures what you were told, saw or read.")

    def _name(self) -> None:
        for block in (self.outcome, self.note, self.evidence):
            block.control.set_question(f"{block.name.text()}: {self.finding.title}", block.name)
            block.control.setObjectName(f"{block.part}:{self.finding.id}")

    def _record(self, workbench: Workbench) -> dict[str, RecordedField]:
        name = f"follow-up {self.finding.id}"
        return {
            "outcome": RecordedField(
                workbench,
                self.outcome.control,
                f"{name} outcome",
                self._write_outcome,
                said=self.outcome.show_problem,
            ),
            "note": RecordedField(
                workbench,
                self.note.control,
                f"{name} note",
                self._write_note,
                keep=self._keep_note,
                said=self.note.show_problem,
            ),
            "evidence": RecordedField(
                workbench,
                self.evidence.control,
                f"{name} evidence",
                self._write_evidence,
                said=self.evidence.show_problem,
            ),
        }

    def _write_outcome(self, desk: Desk, value: str) -> None:
        inspection, outcome = desk.inspection(self._inspection), Outcome(value) if value else None
        set_outcome(desk, inspection, self.finding.id, outcome, checked_on=desk.today())

    def _write_note(self, desk: Desk, value: str) -> None:
        set_note(desk, desk.inspection(self._inspection), self.finding.id, value)

    def _write_evidence(self, desk: Desk, value: str) -> None:
        cite(desk, desk.inspection(self._inspection), self.finding.id, value.split())

    def _keep_note(self, desk: Desk, value: str) -> None:
        type_note(desk, desk.inspection(self._inspection), self.finding.id, value)

    def _again(self) -> None:
        self.repeated.emit(self.finding.id)

    def _show(self) -> None:
        self.shown.emit(self.finding.again)
