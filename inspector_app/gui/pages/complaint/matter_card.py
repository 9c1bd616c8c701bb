"""The card of one matter complained of: its words, the decision, the reason, and what it led to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.gui.frame.record_page import RecordCard
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.pages.findings.part_block import PartBlock
from inspector_app.gui.widgets.badge import Badge, Tone
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.complaint import (
    FINDINGS,
    NOTE,
    RESULT,
    TEXT,
    link_findings,
    set_matter,
    type_matter,
)
from inspector_app.operations.complaint_views import ComplaintView, MatterView
from inspector_app.operations.desk import Desk


class MatterCard(RecordCard):
    """`removed(id)` asks to take it out."""

    removed = Signal(str)

    def __init__(
        self, workbench: Workbench, inspection: str, matter: MatterView, all_: ComplaintView
    ) -> None:
        super().__init__()
        self.heading.show()
        self.matter = matter
        self._workbench = workbench
        self._inspection = inspection
        self.setObjectName(f"matter:{matter.id}")
        self.state = Badge()
        self.aside(self.state)
        self.blocks: dict[str, PartBlock] = {}
        self._fields: dict[str, RecordedField] = {}
        text = self.tr("What was complained of, naming nobody")
        self._add(TEXT, text, CommentBox())
        self._add(RESULT, self.tr("Decision"), Segmented(all_.decisions))
        self._add(NOTE, self.tr("Reason for the decision"), CommentBox())
        self._add(FINDINGS, self.tr("Findings that it led to"), OptionList(many=True))
        self.remove_button = Button(self.tr("Take this matter out"), kind="quiet", icon="remove")
        self.add(self.remove_button)
        self.remove_button.clicked.connect(self._remove)

    @property
    def lacks(self) -> bool:
        return bool(self.matter.gaps)

    def first_gap(self) -> QWidget:
        return next(
            (block.control for part, block in self.blocks.items() if self.matter.gap(part) is not None),
            self.blocks[TEXT].control,
        )

    def show_matter(self, matter: MatterView, all_: ComplaintView) -> None:
        """Show what the record holds, and what is still missing."""
        self.matter = matter
        name = self.tr("Matter {number}").format(number=matter.number)
        self.heading.setText(name)
        self.setAccessibleName(name)
        ticks = self.blocks[FINDINGS].control
        if isinstance(ticks, OptionList):
            ticks.set_choices(all_.findings)
        self.blocks[FINDINGS].setVisible(bool(all_.findings))
        for part, block in self.blocks.items():
            self._fields[part].show_value(matter.parts[part])
            block.control.set_question(f"{block.name.text()}: {name}", block.name)
            block.control.set_read_only(bool(all_.closed))
            if not self._fields[part].busy:
                block.show_gap(matter.gap(part) if not all_.closed else None)
        self.remove_button.setVisible(not all_.closed)
        self.remove_button.setAccessibleName(f"{self.remove_button.text()}: {name}")
        self._show_state(matter)

    def _show_state(self, matter: MatterView) -> None:
        if not matter.decision:
            self.state.show_text(self.tr("not decided"), "attention", "state-open")
        elif matter.gaps:
            words = self.tr("{decision}, incomplete").format(decision=matter.decision)
            self.state.show_text(words, "attention", "state-half")
        else:
            tone: Tone = "quiet" if matter.parts[RESULT] == "not_upheld" else "accent"
            self.state.show_text(matter.decision, tone, "state-done")

    def _add(self, part: str, name: str, control: AnswerControl) -> None:
        block = PartBlock(part, name, control)
        control.setObjectName(f"{part}:{self.matter.id}")
        self.blocks[part] = block
        self._fields[part] = RecordedField(
            self._workbench,
            control,
            f"matter {self.matter.id} {part}",
            partial(self._write, part),
            keep=partial(self._keep, part) if part in (TEXT, NOTE) else None,
            said=block.show_problem,
        )
        self.add(block)

    def _write(self, part: str, desk: Desk, value: str) -> None:
        inspection = desk.inspection(self._inspection)
        if part == FINDINGS:
            link_findings(desk, inspection, self.matter.id, value.split())
        else:
            set_matter(desk, inspection, self.matter.id, part, value)

    def _keep(self, part: str, desk: Desk, value: str) -> None:
        type_matter(desk, desk.inspection(self._inspection), self.matter.id, part, value)

    def _remove(self) -> None:
        self.removed.emit(self.matter.id)
