"""Grades: choose the themes, grade each with its reasons; what does not fit is said in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gui.frame.record_page import RecordPage
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.frame.side import SideSection
from inspector_app.gui.pages.grades.theme_card import ThemeCard
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.operations.grade_views import GradesView, grades_view
from inspector_app.operations.grades import choose_themes

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.workspace import Workspace


def make(workbench: Workbench) -> GradesPage:
    """The grades page of the open inspection."""
    return GradesPage(workbench)


class GradesPage(RecordPage[GradesView, ThemeCard]):
    """The choice of themes on top, a card for each that is looked at, the scale at the side."""

    concerns = ("inspection", "answer", "finding", "grade")

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "grades", "Grades")
        self.set_title(self.tr("Grades"))
        self.themes = FormRow(
            self.tr("Themes looked at"),
            OptionList(many=True),
            self.tr("chosen by risk; each then asks for its grade and its reasons"),
        )
        self._choice = RecordedField(
            workbench, self.themes.control, "themes", self._choose, said=self.themes.show_problem
        )
        chooser = Card()
        self.usual = Button(self.tr("Tick those the summary reports"))
        for part in (self.usual, self.themes):
            chooser.add(part)
        self.usual.clicked.connect(self._take_usual)
        self.add(chooser)
        self._scale = SideSection(self.tr("The scale"))
        self.make_side().add(self._scale)
        self._scale_said = False
        self.ask()

    def read(self, at: Workspace, inspection: Inspection) -> GradesView:
        return grades_view(at.desk, inspection, at.checklists())

    def show_facts(self, facts: GradesView) -> None:
        self.set_title(self.tr("Grades"), self._summary(facts))
        ticks = self.themes.control
        if isinstance(ticks, OptionList):
            ticks.set_choices(facts.choices)
        self._choice.show_value(facts.chosen)
        ticks.set_read_only(bool(facts.closed))
        if facts.usual:
            self._name_themes(self.tr("Indicators looked at"))
        left = set(facts.usual) - set(facts.chosen.split())
        self.usual.setVisible(bool(left) and not facts.closed)
        self._say_scale(facts)
        shown = {one.theme: one for one in facts.themes}
        before = self.cards
        self.cards = {
            code: before.get(code) or ThemeCard(self.workbench, self.inspection, theme, facts.scale)
            for code, theme in shown.items()
        }
        for code, card in self.cards.items():
            card.show_theme(shown[code], closed=bool(facts.closed))
        self.place(tuple(self.cards.values()))

    def _name_themes(self, words: str) -> None:
        if self.themes.label.text() != words:
            self.themes.label.setText(words)
            self.themes.control.set_question(words, self.themes.label)
            self.themes.set_hint(self.tr("each then asks for its grade and its reasons"))

    def _take_usual(self) -> None:
        if self.facts is not None:
            wanted = {*self.facts.usual, *self.facts.chosen.split()}
            self.do(lambda desk, at: choose_themes(desk, at, wanted))

    def _choose(self, desk: Desk, value: str) -> None:
        choose_themes(desk, desk.inspection(self.inspection), value.split())

    def _say_scale(self, facts: GradesView) -> None:
        if not self._scale_said:
            self._scale_said = True
            for level in facts.scale:
                self._scale.add(label(f"{level.value} {level.name}", "strong"))
                self._scale.say(level.definition, soft=True)

    def _summary(self, facts: GradesView) -> str:
        if not facts.themes:
            return self.tr("no theme is looked at yet")
        words = [self.tr("{count} looked at").format(count=len(facts.themes))]
        if facts.open_count:
            words.append(self.tr("{count} incomplete").format(count=facts.open_count))
        return " · ".join(words)
