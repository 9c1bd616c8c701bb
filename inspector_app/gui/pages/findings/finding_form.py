"""The builder of one finding: its parts in the order they are filled in, each saying what it still lacks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.frame.ahead import Ahead
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.pages.findings.action_lines import ActionLines
from inspector_app.gui.pages.findings.deadline_box import DeadlineBox
from inspector_app.gui.pages.findings.part_block import PartBlock
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.widgets.tick_box import TickBox
from inspector_app.gui.widgets.wide_choice import WideChoice
from inspector_app.inspections.finding import FindingKind
from inspector_app.operations.finding_views import FindingsView, FindingView

OUTCOMES = {
    FindingKind.REQUIREMENT: "What must change",
    FindingKind.RECOMMENDATION: "What should change",
    FindingKind.STRENGTH: "What is good, and for whom",
    FindingKind.GOOD_PRACTICE: "What others can learn from it",
}
KINDS = (
    Choice(FindingKind.REQUIREMENT, "Requirement"),
    Choice(FindingKind.RECOMMENDATION, "Recommendation"),
    Choice(FindingKind.STRENGTH, "Strength"),
    Choice(FindingKind.GOOD_PRACTICE, "Good practice example"),
)


class FindingForm(QWidget):
    """`typed(part, text)` with every key, `left(part, text)` when a part is done, `kind_chosen(kind)`."""

    typed = Signal(str, str)
    left = Signal(str, str)
    kind_chosen = Signal(str)

    def __init__(
        self, finding: FindingView, all_: FindingsView, today: Callable[[], date], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.blocks: dict[str, PartBlock] = {}
        self._ahead: dict[str, Ahead] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.kind = WideChoice(KINDS, must=True)
        self.kind.committed.connect(self.tell_kind)
        self._column.addWidget(PartBlock("kind", self.tr("Kind of finding"), self.kind))
        self._build(all_)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_choices(all_)
        self.show_finding(finding)
        follow_look(self._restyle)

    def show_choices(self, all_: FindingsView) -> None:
        """Offer themes, standards, hooks and evidence as they are now."""
        evidence = tuple(Choice(one.id, f"{one.source}: {one.words}") for one in all_.evidence)
        for part, choices in (("theme", all_.themes), ("standard", all_.standards), ("hook", all_.hooks)):
            box = self.blocks[part].control
            if isinstance(box, ChoiceBox):
                box.set_choices(choices)
        ticks = self.blocks["evidence"].control
        if isinstance(ticks, OptionList):
            ticks.set_choices(evidence)
        for block in self.blocks.values():
            block.control.set_read_only(bool(all_.closed))
        self.kind.set_read_only(bool(all_.closed))

    def show_finding(self, finding: FindingView) -> None:
        """Show the parts of this kind with their values and gaps."""
        self.kind.show_value(finding.kind.value)
        self.blocks["outcome"].rename(self.tr(OUTCOMES[finding.kind]))
        for part, block in self.blocks.items():
            block.setVisible(part in finding.parts)
            if part in finding.parts:
                self._ahead[part].show_value(finding.parts[part])
        self.show_gaps(finding)

    def show_gaps(self, finding: FindingView) -> None:
        """What each part still lacks, and the day a deadline falls on."""
        for part, block in self.blocks.items():
            block.show_gap(finding.gap(part))
        deadline = self.blocks["deadline"]
        deadline.hint.setText(finding.deadline_words)
        deadline.hint.setVisible(bool(finding.deadline_words))

    def first_gap(self, finding: FindingView) -> QWidget:
        """The control of the first part that lacks something, else the title."""
        for part, block in self.blocks.items():
            if block.isVisibleTo(self) and finding.gap(part) is not None:
                return block.control
        return self.blocks["title"].control

    def answered(self, part: str) -> None:
        """The record has answered for a part that was left."""
        self._ahead[part].answered()

    def leave(self) -> None:
        """Nothing that was typed waits for the focus to go elsewhere."""
        for block in self.blocks.values():
            leave = getattr(block.control, "leave", None)
            if leave is not None:
                leave()

    def tell_typed(self, part: str, text: str) -> None:
        self.typed.emit(part, text)

    def tell_left(self, part: str, text: str) -> None:
        self.left.emit(part, text)

    def tell_kind(self, kind: str) -> None:
        if kind:
            self.kind_chosen.emit(kind)

    def _build(self, all_: FindingsView) -> None:
        add = self._add
        add("title", self.tr("Title"), TextLine())
        add("theme", self.tr("Quality theme"), WideChoice())
        add("outcome", "", CommentBox())
        add("actions", self.tr("Minimum actions"), ActionLines(), self.tr("Enter begins the next one."))
        add("deadline", self.tr("Deadline"), DeadlineBox(self._today))
        add("seriousness", self.tr("Reason: how serious it is"), CommentBox())
        add("extent", self.tr("Reason: whom it affects, and how far"), CommentBox())
        add("speed", self.tr("Reason: what has to be done, and how fast it can be"), CommentBox())
        evidence = (
            self.tr("Ctrl+E captures more.")
            if all_.evidence
            else self.tr("The record holds none yet. Ctrl+E captures what you were told, saw or read.")
        )
        add("evidence", self.tr("Evidence"), OptionList(many=True), evidence)
        add("hook", self.tr("Legal hook, in force on the inspection date"), WideChoice())
        add("standard", self.tr("Health and Social Care Standard"), WideChoice())
        add("validated", self.tr("Validated"), TickBox(self.tr("I tested this example and it holds")))

    def _add(self, part: str, name: str, control: AnswerControl, hint: str = "") -> None:
        block = PartBlock(part, name, control, hint)
        self.blocks[part], self._ahead[part] = block, Ahead(control)
        control.setObjectName(f"part:{part}")
        control.edited.connect(partial(self._typed, part))
        control.committed.connect(partial(self._left, part))
        self._column.addWidget(block)

    def _typed(self, part: str, value: str) -> None:
        self.tell_typed(part, _yes(part, value))

    def _left(self, part: str, value: str) -> None:
        self.tell_left(part, _yes(part, value))

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(4))


def _yes(part: str, value: str) -> str:
    return ("yes" if value else "") if part == "validated" else value
