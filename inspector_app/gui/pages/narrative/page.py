"""Area report: the two narratives of a joint inspection, and what else its summary will tell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.gui.frame.beyond import beyond
from inspector_app.gui.frame.record_page import RecordCard, RecordPage
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.pages.findings.part_block import PartBlock
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.labels import label
from inspector_app.inspections.finding import Gap
from inspector_app.operations.narrative import (
    CAPACITY,
    RESPONSE,
    NarrativeView,
    narrative_view,
    set_narrative,
    type_narrative,
)

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.workspace import Workspace


def make(workbench: Workbench) -> NarrativePage:
    """The page of the area report of the open inspection."""
    return NarrativePage(workbench)


class NarrativePage(RecordPage[NarrativeView, RecordCard]):
    """Each narrative is saved with every key."""

    concerns = ("inspection", "finding")

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "narrative", "Area report")
        self.set_title(self.tr("Area report"))
        self.blocks = {
            RESPONSE: PartBlock(
                RESPONSE,
                self.tr("The response to child sexual exploitation"),
                CommentBox(fewest=6),
                self.tr("what partners do together, and what children experience of it; name nobody"),
            ),
            CAPACITY: PartBlock(
                CAPACITY,
                self.tr("Capacity for improvement"),
                CommentBox(fewest=4),
                self.tr("one judgement on the whole, beside the indicators"),
            ),
        }
        self._fields = {part: self._recorded(part, block) for part, block in self.blocks.items()}
        self.beside = label("", "soft")
        report = Card(self.tr("In your own words"))
        for block in self.blocks.values():
            report.add(block)
        report.add(self.beside)
        self.add(report)
        self.ask()

    def read(self, at: Workspace, inspection: Inspection) -> NarrativeView:
        return narrative_view(at.desk, inspection)

    def show_facts(self, facts: NarrativeView) -> None:
        self.set_title(self.tr("Area report"), facts.area)
        gap = Gap("", self.tr("Not written yet."), self.tr("The inspection cannot be finalised without it."))
        for part, block in self.blocks.items():
            self._fields[part].show_value(facts.parts[part])
            block.control.set_read_only(bool(facts.closed))
            if not self._fields[part].busy:
                block.show_gap(gap if part in facts.missing and not facts.closed else None)
        self.beside.setText(self._told_beside(facts))

    def next_open(self, step: int = 1) -> bool:
        """The next narrative that is not written, after the one that has the keyboard (or before it)."""
        missing = self.facts.missing if self.facts is not None and not self.closed else ()
        for part in beyond(list(self.blocks), self.resting(), step):
            if part in missing:
                self.reveal(self.blocks[part].control)
                return True
        return False

    def resting(self) -> str:
        focused: QWidget | None = QApplication.focusWidget()
        found = (part for part, block in self.blocks.items() if focused and block.isAncestorOf(focused))
        return next(found, "")

    def show_detail(self, detail: str) -> None:
        if detail in self.blocks:
            self.reveal(self.blocks[detail].control)

    def _told_beside(self, facts: NarrativeView) -> str:
        words = self.tr(
            "The summary also tells the grades of the indicators, {strengths} strengths and {practice} "
            "validated examples of good practice; those are made under Findings."
        ).format(strengths=facts.strengths, practice=facts.good_practice)
        if not facts.not_validated:
            return words
        more = self.tr("{count} examples are not validated, and left out.")
        return f"{words} {more.format(count=facts.not_validated)}"

    def _recorded(self, part: str, block: PartBlock) -> RecordedField:
        block.control.setObjectName(f"narrative:{part}")
        return RecordedField(
            self.workbench,
            block.control,
            f"narrative {part}",
            partial(self._write, part),
            keep=partial(self._keep, part),
            said=block.show_problem,
        )

    def _write(self, part: str, desk: Desk, value: str) -> None:
        set_narrative(desk, desk.inspection(self.inspection), part, value)

    def _keep(self, part: str, desk: Desk, value: str) -> None:
        type_narrative(desk, desk.inspection(self.inspection), part, value)
