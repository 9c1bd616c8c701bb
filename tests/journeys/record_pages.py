"""Grades, follow-up, complaint, names: what a person does there by keys, and what can be read there."""

from __future__ import annotations

from typing import cast

from driver import Driver
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.gui.frame.record_page import Facts, RecordCard, RecordPage
from inspector_app.gui.pages.complaint.matter_card import MatterCard
from inspector_app.gui.pages.complaint.page import ComplaintPage
from inspector_app.gui.pages.follow_up.finding_card import EarlierCard
from inspector_app.gui.pages.follow_up.page import FollowUpPage
from inspector_app.gui.pages.grades.page import GradesPage
from inspector_app.gui.pages.grades.theme_card import ThemeCard
from inspector_app.gui.pages.names.page import NamesPage
from inspector_app.gui.pages.narrative.page import NarrativePage
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.gui.widgets.segmented import Segmented


class Part:
    """A page of one part of the record."""

    key = ""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.opened.shell.go(self.key)
        driver.arrives_at(self.key)
        driver.until(lambda: cast(RecordPage[Facts, RecordCard], driver.page).facts is not None)
        self.settled()

    def settled(self) -> None:
        """Wait until the page shows what was recorded."""
        self.driver.settled()
        self.driver.until(lambda: not self.driver.opened.workbench.keys.holding and self.driver.page.at_rest)

    def undo(self) -> None:
        self.driver.press("Ctrl+Z")
        self.settled()

    def choose(self, control: Segmented, value: str) -> None:
        """Press an option of a bar by the digit of its place."""
        self.driver.tab_to(_stop(control))
        places = [one.option_value for one in control.options]
        self.driver.press(str(places.index(value) + 1))
        self.settled()


class Grades(Part):
    """Choose themes, grade them."""

    key = "grades"

    @property
    def page(self) -> GradesPage:
        return cast(GradesPage, self.driver.page)

    def look_at(self, theme: str) -> None:
        ticks = cast(OptionList, self.page.themes.control)
        line = next(one for one in ticks.options if one.option_value == theme)
        self.driver.tab_to(_stop(ticks))
        while self.driver.focused is not line:
            self.driver.press("Down")
        self.driver.press("Space")
        self.driver.until(lambda: theme in self.page.cards)
        self.settled()

    def look_at_usual(self) -> None:
        self.driver.tab_to(self.page.usual)
        self.driver.press("Space")
        self.driver.until(lambda: len(self.page.cards) > 1)
        self.settled()

    def grade(self, theme: str, value: str) -> None:
        self.choose(cast(Segmented, self.card(theme).level.control), value)

    def say_why(self, theme: str, words: str) -> None:
        self.driver.tab_to(self.card(theme).reasons.control)
        self.driver.type(words)

    def card(self, theme: str) -> ThemeCard:
        return self.page.cards[theme]

    def state(self, theme: str) -> str:
        return self.card(theme).state.text()


class Names(Part):
    """Keep who stands behind a pseudonym."""

    key = "names"

    @property
    def page(self) -> NamesPage:
        return cast(NamesPage, self.driver.page)

    def keep(self, pseudonym: str, name: str) -> None:
        self.driver.tab_to(self.page.pseudonym.control)
        self.driver.retype(pseudonym)
        self.driver.press("Tab")
        self.driver.type(name)
        self.driver.press("Enter")
        self.settled()

    def shown(self) -> str:
        """All that stands in the list."""
        return " ".join(one.text() for one in self.page.lines.findChildren(QLabel))


class Complaint(Part):
    """Say what was complained of, decide it."""

    key = "complaint"

    @property
    def page(self) -> ComplaintPage:
        return cast(ComplaintPage, self.driver.page)

    def about(self, reference: str, received: str) -> None:
        self.driver.tab_to(self.page.reference.control)
        self.driver.type(reference)
        self.driver.tab_to(self.page.received.control)
        self.driver.type(received)
        self.driver.press("Enter")
        self.settled()

    def new(self) -> MatterCard:
        """Begin a matter by its key; the keyboard is then in its words."""
        count = len(self.page.cards)
        self.driver.press("Ctrl+Shift+M")
        self.driver.until(lambda: len(self.page.cards) == count + 1)
        self.settled()
        card = list(self.page.cards.values())[-1]
        self.driver.until(lambda: card.blocks["text"].control.isAncestorOf(self.driver.focused))
        return card

    def decide(self, card: MatterCard, decision: str, reason: str) -> None:
        self.choose(cast(Segmented, card.blocks["result"].control), decision)
        self.driver.tab_to(card.blocks["note"].control)
        self.driver.type(reason)


class AreaReport(Part):
    """Write the narratives of a joint inspection."""

    key = "narrative"

    @property
    def page(self) -> NarrativePage:
        return cast(NarrativePage, self.driver.page)

    def write(self, part: str, words: str) -> None:
        self.driver.tab_to(self.page.blocks[part].control)
        self.driver.type(words)


class EarlierFindings(Part):
    """Say what became of each."""

    key = "follow_up"

    @property
    def page(self) -> FollowUpPage:
        return cast(FollowUpPage, self.driver.page)

    @property
    def states(self) -> dict[str, str]:
        return {card.finding.name: card.state.text() for card in self.page.cards.values()}

    def tick_first(self, name: str) -> None:
        """Cite the first piece of evidence."""
        self.driver.until(self.card(name).evidence.isVisible)
        self.driver.tab_to(_stop(self.card(name).evidence.control))
        self.driver.press("Space")
        self.settled()
        self.driver.until(lambda: bool(self.card(name).finding.evidence))

    def card(self, name: str) -> EarlierCard:
        return next(card for card in self.page.cards.values() if card.finding.name == name)

    def say(self, name: str, outcome: str, shown_by: str) -> None:
        self.choose(cast(Segmented, self.card(name).outcome.control), outcome)
        self.driver.tab_to(self.card(name).note.control)
        self.driver.type(shown_by)

    def make_again(self, name: str) -> None:
        self.driver.tab_to(self.card(name).again)
        self.driver.press("Space")
        self.driver.arrives_at("findings")


def _stop(control: Segmented | OptionList) -> QWidget:
    """The option of a group at which Tab stops."""
    return next(one for one in control.options if one.focusPolicy().value & 1)
