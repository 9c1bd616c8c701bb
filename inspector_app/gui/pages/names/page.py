"""Names: the key from pseudonyms to people, on this laptop alone, so that no name slips into a letter.

Nothing of it is an event: what is taken away can be put back here until the page is left, not by undo.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.record_page import RecordCard, RecordPage
from inspector_app.gui.pages.names.lines import NameLines
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.columns import Columns
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.pseudonyms import CHANGED, LaptopNames, NamesView, names_view
from inspector_app.words import error_words

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.workspace import Workspace

KEEP = "names.keep"
SHOW = "names.show"


def make(workbench: Workbench) -> NamesPage:
    """The page of the pseudonym key."""
    return NamesPage(workbench)


class NamesPage(RecordPage[NamesView, RecordCard]):
    """One line a name, hidden until it is asked for; a form for the next."""

    concerns = ("answer", "repeat", CHANGED)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench, "names", "Names", walks=False)
        self.set_title(self.tr("Names"), self.tr("on this laptop alone: in no letter, export or search"))
        group = self.tr("Names")
        for spec in (
            ActionSpec(KEEP, self.tr("Keep the name"), "Ctrl+Return", group),
            ActionSpec(SHOW, self.tr("Show or hide names"), "Ctrl+Shift+H", group),
        ):
            workbench.actions.ensure(spec)
        self.add_head(workbench.actions.button(SHOW))
        self.set_primary(workbench.actions.button(KEEP, "primary"))
        self.pseudonym = FormRow(
            self.tr("Pseudonym"), TextLine(16), self.tr("such as YP1, or a designation for a member of staff")
        )
        self.name = FormRow(
            self.tr("Name"), TextLine(), self.tr("as people say it; a short form is a name of its own")
        )
        self.lines = NameLines()
        self.nothing = label("")
        self.wanted = label("", "soft")
        self.all_away = Button(self.tr("Take all away"), kind="quiet", icon="remove")
        self._open = False
        columns = Columns()
        columns.add_first(self._form_card())
        columns.add_second(self._kept_card())
        self.add(columns)
        order_by_layout(self._content)
        self.lines.taken_away.connect(self._take_away)
        self.all_away.clicked.connect(self._take_all_away)
        for row in (self.pseudonym, self.name):
            control = row.control
            if isinstance(control, TextLine):
                control.line.returnPressed.connect(self.keep)
        self.ask()

    def read(self, at: Workspace, inspection: Inspection) -> NamesView:
        return names_view(at.desk, inspection.id, at.checklists())

    def show_facts(self, facts: NamesView) -> None:
        self.lines.show_entries(facts.entries, open_=self._open)
        self.nothing.setText(
            self.tr(
                "No name is kept yet. Give each young person a pseudonym such as YP1, and keep here who it "
                "is: the checks of the letter then find the name wherever it slipped in."
            )
        )
        self.nothing.setVisible(not facts.entries)
        self.all_away.setVisible(bool(facts.entries))
        used = ", ".join(facts.wanted)
        self.wanted.setText(self.tr("Used in the record, with no name here: {used}").format(used=used))
        self.wanted.setVisible(bool(used))
        self.workbench.actions.set_enabled(SHOW, bool(facts.entries))
        order_by_layout(self._content)

    def arrive(self) -> None:
        self.workbench.actions.bind(KEEP, self.keep)
        self.workbench.actions.bind(SHOW, self.show_or_hide)
        super().arrive()

    def leave(self) -> None:
        """Names are hidden again, and what was taken away is gone."""
        self.workbench.actions.unbind(KEEP)
        self.workbench.actions.unbind(SHOW)
        self.messages.clear()
        self._show_names(open_=False)
        self.name.control.show_value("")

    def keep(self) -> None:
        """Keep the name that was written behind its pseudonym."""
        inspection, name, pseudonym = (
            self.inspection,
            self.name.control.value(),
            self.pseudonym.control.value(),
        )
        with self.workbench.moving(stays=True):
            self.workbench.run(
                lambda desk: LaptopNames(desk).remember(inspection, name, pseudonym),
                self._kept,
                self._refused,
            )

    def show_or_hide(self) -> None:
        """Show the names, or hide them again."""
        self._show_names(open_=not self._open)

    def _show_names(self, *, open_: bool) -> None:
        self._open = open_
        self._kept_names.set_quiet(self._quiet())
        if self.facts is not None:
            with self.steady_keyboard():
                self.lines.show_entries(self.facts.entries, open_=open_)
            order_by_layout(self._content)

    def _kept(self, _: object) -> None:
        for row in (self.pseudonym, self.name):
            row.control.show_value("")
            row.show_problem("")
        self.pseudonym.control.setFocus()

    def _refused(self, error: KnownError) -> None:
        missing = self.pseudonym if not self.pseudonym.control.value().strip() else self.name
        missing.show_problem(f"{error_words(error.message)} {error_words(error.advice)}")
        missing.control.setFocus()

    def _take_away(self, name: str) -> None:
        taken = {one: pseudonym for pseudonym, one in self.facts.entries if one == name} if self.facts else {}
        self.do(lambda desk, at: LaptopNames(desk).take_away(at.id, name), partial(self._gone, taken))

    def _take_all_away(self) -> None:
        taken = {name: pseudonym for pseudonym, name in self.facts.entries} if self.facts else {}
        self.do(lambda desk, at: LaptopNames(desk).forget(at.id), partial(self._gone, taken))

    def _gone(self, taken: dict[str, str], _: object) -> None:
        count = len(taken)
        words = (
            self.tr("1 name was taken away.")
            if count == 1
            else self.tr("{count} names were taken away.").format(count=count)
        )
        advice = self.tr("Until you leave this page it can be put back.")
        self.messages.clear()
        self.show_message(Message(words, advice, action=self.tr("Put back")), partial(self._put_back, taken))

    def _put_back(self, taken: dict[str, str]) -> None:
        self.messages.clear()
        self.do(lambda desk, at: LaptopNames(desk).remember_all(at.id, taken))

    def _kept_card(self) -> Card:
        card = self._kept_names = Card(self.tr("Names kept"), self._quiet())
        for part in (self.nothing, self.lines, self.wanted, self.all_away):
            card.add(part)
        return card

    def _quiet(self) -> str:
        if self._open:
            return self.tr("shown until you leave this page")
        return self.tr("hidden until you ask for them")

    def _form_card(self) -> Card:
        card = Card(self.tr("Another name"))
        for row in (self.pseudonym, self.name):
            card.add(row)
        told = self.tr(
            "Names lie in the encrypted database of this laptop and its backups. They are no part of the "
            "record, and go with its copy."
        )
        card.add(label(told, "soft"))
        return card
