"""Earlier findings of the service: each is met within its time, met outwith it, or not met, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gui.frame.record_page import RecordPage
from inspector_app.gui.pages.follow_up.enforcement_card import EnforcementCard
from inspector_app.gui.pages.follow_up.finding_card import EarlierCard
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.inspections.finding import Finding
from inspector_app.operations.follow_up import repeat_finding
from inspector_app.operations.follow_up_views import FollowUpsView, FollowUpView, follow_ups_view

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.workspace import Workspace


def make(workbench: Workbench) -> FollowUpPage:
    """The page of the earlier findings of the open inspection's service."""
    return FollowUpPage(workbench)


class FollowUpPage(RecordPage[FollowUpsView, EarlierCard]):
    """A card for each finding in question, requirements first."""

    concerns = ("inspection", "finding", "follow_up", "evidence", "answer")

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "follow_up", "Earlier findings")
        self.set_title(self.tr("Earlier findings"))
        self._nothing: Card | None = None
        self.enforcement = EnforcementCard(workbench, self.inspection)
        self.ask()

    def read(self, at: Workspace, inspection: Inspection) -> FollowUpsView:
        return follow_ups_view(at.desk, inspection, at.checklists())

    def show_facts(self, facts: FollowUpsView) -> None:
        self.set_title(self.tr("Earlier findings"), self._summary(facts))
        shown = {one.id: one for one in facts.findings}
        before = self.cards
        self.cards = {one: before.get(one) or self._card(finding) for one, finding in shown.items()}
        for one, card in self.cards.items():
            card.show_finding(shown[one], facts.evidence, closed=bool(facts.closed))
        self.enforcement.show_step(facts)
        steps = (self.enforcement,) if facts.ladder else ()
        self.place((*(tuple(self.cards.values()) or (self._empty(facts),)), *steps))

    def _card(self, finding: FollowUpView) -> EarlierCard:
        card = EarlierCard(self.workbench, self.inspection, finding)
        card.repeated.connect(self._repeat)
        card.shown.connect(self._go_to_finding)
        return card

    def _repeat(self, finding_id: str) -> None:
        self.do(lambda desk, at: repeat_finding(desk, at, finding_id), self._repeated)

    def _repeated(self, made: object) -> None:
        if isinstance(made, Finding):
            self._go_to_finding(made.id)

    def _go_to_finding(self, finding_id: str) -> None:
        self.workbench.go("findings", finding_id)

    def _empty(self, facts: FollowUpsView) -> Card:
        """One that was put away is gone for good: another is made then."""
        if self._nothing is None or not self.is_placed(self._nothing):
            self._nothing = Card(self.tr("Nothing to follow up"))
            words = (
                self.tr("Every earlier requirement and recommendation of this service is met.")
                if facts.made
                else self.tr(
                    "This laptop knows of no earlier requirement or recommendation of this service. Those of "
                    "inspections finalised here come by themselves; head office sends those of other laptops."
                )
            )
            self._nothing.add(label(words))
        return self._nothing

    def _summary(self, facts: FollowUpsView) -> str:
        if not facts.findings:
            return self.tr("none in question")
        words = [self.tr("{count} in question").format(count=len(facts.findings))]
        if facts.open_count:
            words.append(self.tr("{count} to follow up").format(count=facts.open_count))
        return " · ".join(words)
