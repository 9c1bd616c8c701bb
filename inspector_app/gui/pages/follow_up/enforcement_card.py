"""The step of enforcement taken at this visit, and why no lesser one would do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector_app.gui.frame.record_page import RecordCard
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.pages.findings.part_block import PartBlock
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.wide_choice import WideChoice
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.desk import Desk
from inspector_app.operations.enforcement import set_step, set_why, type_why
from inspector_app.operations.follow_up_views import FollowUpsView


class EnforcementCard(RecordCard):
    """Nothing in it is ever missing: most visits take no step."""

    def __init__(self, workbench: Workbench, inspection: str) -> None:
        super().__init__()
        self.heading.setText(self.tr("Enforcement"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self.set_quiet(self.tr("recorded for the file; the program issues no notice"))
        self._inspection = inspection
        self.step = PartBlock("step", self.tr("Step taken, least restrictive first"), WideChoice())
        self.why = PartBlock("why", self.tr("Why this step, and no lesser one"), CommentBox())
        for block in (self.step, self.why):
            self.add(block)
        self._fields = (
            RecordedField(
                workbench,
                self.step.control,
                "enforcement step",
                self._write_step,
                said=self.step.show_problem,
            ),
            RecordedField(
                workbench,
                self.why.control,
                "enforcement why",
                self._write_why,
                keep=self._keep_why,
                said=self.why.show_problem,
            ),
        )

    @property
    def lacks(self) -> bool:
        return False

    def first_gap(self) -> QWidget:
        return self.step.control

    def show_step(self, facts: FollowUpsView) -> None:
        """Show what the record holds."""
        box = self.step.control
        if isinstance(box, WideChoice):
            box.set_choices(facts.ladder)
        for field, value in zip(self._fields, (facts.step, facts.why), strict=True):
            field.show_value(value)
        for block in (self.step, self.why):
            block.control.set_read_only(bool(facts.closed))
        self.why.setVisible(bool(facts.step or facts.why))

    def _write_step(self, desk: Desk, value: str) -> None:
        set_step(desk, desk.inspection(self._inspection), value)

    def _write_why(self, desk: Desk, value: str) -> None:
        set_why(desk, desk.inspection(self._inspection), value)

    def _keep_why(self, desk: Desk, value: str) -> None:
        type_why(desk, desk.inspection(self._inspection), value)
