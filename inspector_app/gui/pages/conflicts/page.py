"""Conflicts: every field that holds two values, who wrote them and when; one is chosen or another written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.frame.asking import Asking, still_at
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.conflicts.card import ConflictCard
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.passing import say_in_passing
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.operations.changed import Changed
from inspector_app.operations.conflicts import ToSettle, settle, to_settle

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.journal.event import Json
    from inspector_app.operations.workspace import Workspace


def make(workbench: Workbench) -> ConflictsPage:
    """The page of an inspection's conflicts."""
    return ConflictsPage(workbench)


class ConflictsPage(Page):
    """A card a field; a card that is being filled in stays as it is when others are settled."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("conflicts", "")
        self._workbench = workbench
        self._inspection = workbench.inspection_id
        self.cards: dict[tuple[str, str, str], ConflictCard] = {}
        self._asking = Asking()
        self._told_first = False
        self.set_title(self.tr("Two values"))
        self._none = Card(self.tr("Nothing to settle"))
        words = self.tr("Every field holds one value. Values that were not chosen stay in the history.")
        self._none.add(label(words, "soft"))
        self._none.hide()
        self.add(self._none)
        workbench.changed.connect(self._changed)
        self._ask()

    @property
    def at_rest(self) -> bool:
        return not self._asking.under_way

    def arrive(self) -> None:
        self._ask()

    def leave(self) -> None:
        self.messages.clear()
        self.tell_rest(left=True)

    def first_focus(self) -> QWidget:
        return next((card.first_control() for card in self.cards.values()), super().first_focus())

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._inspection and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        if not still_at(self, self._workbench, self._inspection) or not self._asking.begin():
            return
        self._workbench.work(self._read, self._show, self._not_read)

    def _read(self, at: Workspace) -> ToSettle:
        return to_settle(at.desk, at.checklists(), at.inspection)

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))
        self.tell_rest()

    def _show(self, found: ToSettle) -> None:
        self._asking.end()
        with self.steady_keyboard():
            self._show_cards(found)
        count = len(found.fields)
        one, many = self.tr("1 field to settle"), self.tr("{count} fields to settle").format(count=count)
        self.set_title(
            self.tr("Two values"), one if count == 1 else many if count else self.tr("all settled")
        )
        self._none.setVisible(not count)
        order_by_layout(self._content)
        first, self._told_first = not self._told_first, True
        if first and self._scroll.hasFocus():
            self.enter_soon()
        if self._asking.again():
            self._ask()
        self.tell_rest()

    def _show_cards(self, found: ToSettle) -> None:
        wanted = {field.view.place: field for field in found.fields}
        for place in [place for place, card in self.cards.items() if card.field != wanted.get(place)]:
            self.remove(self.cards.pop(place))
        for place, field in wanted.items():
            if place not in self.cards:
                card = ConflictCard(field, found.needs_reason, self._workbench.program.now)
                card.settled.connect(self._settle)
                self.cards[place] = card
                self.add(card)

    def _settle(self, card: ConflictCard, value: Json, reason: str) -> None:
        inspection, view = self._inspection, card.field.view

        def job(at: Workspace) -> str:
            settle(at.desk, at.checklists(), inspection, view, value, reason=reason)
            return view.what

        self._workbench.work(job, self._told, card.refuse)

    def _told(self, what: str) -> None:
        say_in_passing(self.window(), self.tr("Settled: {what}").format(what=what))
        self._ask()
