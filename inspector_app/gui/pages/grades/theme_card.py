"""The card of one theme: its level in number and word, its reasons, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.frame.record_page import RecordCard
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.pages.findings.part_block import PartBlock
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.comment_box import CommentBox
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.workbench import Workbench
from inspector_app.inspections.framework import Level
from inspector_app.journal.records import GRADE
from inspector_app.operations.desk import Desk
from inspector_app.operations.grade_views import ThemeView
from inspector_app.operations.grades import REASONS, grade_record, set_level, set_reasons
from inspector_app.words import error_words


class ThemeCard(RecordCard):
    """A level is recorded when it is chosen, the reasons with every key."""

    def __init__(
        self, workbench: Workbench, inspection: str, theme: ThemeView, scale: Sequence[Level]
    ) -> None:
        super().__init__(theme.title)
        self.theme = theme
        self._inspection = inspection
        self.setObjectName(f"theme:{theme.theme}")
        self.state = Badge()
        self.aside(self.state)
        # the lowest first: a digit presses the option at that place, and must give that grade
        rising = sorted(scale, key=lambda one: one.value)
        choices = tuple(Choice(str(one.value), f"{one.value} {one.name}") for one in rising)
        self.level = PartBlock("value", self.tr("Grade"), Segmented(choices))
        self.odds = label("", "attention")
        self.reasons = PartBlock("reasons", self.tr("Reasons for the grade"), CommentBox())
        self.beside = label("", "soft")
        for part in (self.level, self.odds, self.reasons, self.beside):
            self.add(part)
        for block in (self.level, self.reasons):
            block.control.set_question(f"{block.name.text()}: {theme.title}", block.name)
            block.control.setObjectName(f"{block.part}:{theme.theme}")
        self._fields = {
            "value": RecordedField(
                workbench,
                self.level.control,
                f"grade {theme.theme} value",
                self._write_level,
                said=self.level.show_problem,
            ),
            "reasons": RecordedField(
                workbench,
                self.reasons.control,
                f"grade {theme.theme} reasons",
                self._write_reasons,
                keep=self._keep_reasons,
                said=self.reasons.show_problem,
            ),
        }

    def show_theme(self, theme: ThemeView, *, closed: bool) -> None:
        """Show what the record holds, and what is still missing or does not fit."""
        self.theme = theme
        self._fields["value"].show_value(theme.value)
        self._fields["reasons"].show_value(theme.reasons)
        definition = theme.level.definition if theme.level is not None else ""
        self.level.hint.setText(definition)
        self.level.hint.setVisible(bool(definition))
        for part, block in (("value", self.level), ("reasons", self.reasons)):
            block.control.set_read_only(closed)
            if not self._fields[part].busy:
                block.show_gap(theme.gap(part) if not closed else None)
        words = "\n".join(f"{error_words(one.message)} {error_words(one.advice)}" for one in theme.odds)
        self.odds.setText(words)
        self.odds.setVisible(bool(words))
        self.beside.setText("\n".join((self.tr("What speaks to this theme"), *theme.beside)))
        self.beside.setVisible(bool(theme.beside))
        self._show_state(theme)

    @property
    def lacks(self) -> bool:
        return bool(self.theme.gaps)

    def first_gap(self) -> QWidget:
        return self.reasons.control if self.theme.value and self.theme.gap("reasons") else self.level.control

    def _show_state(self, theme: ThemeView) -> None:
        grade = f"{theme.level.value} {theme.level.name}" if theme.level is not None else ""
        if not grade:
            self.state.show_text(self.tr("no grade yet"), "attention", "state-open")
        elif theme.gaps:
            words = self.tr("{grade}, no reasons yet").format(grade=grade)
            self.state.show_text(words, "attention", "state-half")
        elif theme.odds:
            words = self.tr("{grade}, look again").format(grade=grade)
            self.state.show_text(words, "attention", "state-attention")
        else:
            self.state.show_text(grade, "good", "state-done")

    def _write_level(self, desk: Desk, value: str) -> None:
        set_level(desk, desk.inspection(self._inspection), self.theme.theme, int(value) if value else None)

    def _write_reasons(self, desk: Desk, value: str) -> None:
        set_reasons(desk, desk.inspection(self._inspection), self.theme.theme, value)

    def _keep_reasons(self, desk: Desk, value: str) -> None:
        from inspector_app.operations.typing import Slot, type_into

        record = grade_record(desk.inspection(self._inspection), self.theme.theme)
        type_into(desk, self._inspection, Slot(GRADE, record, REASONS), value)
