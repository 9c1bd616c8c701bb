"""History: how the field in focus came to its value, and everything done in the inspection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app import words
from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.asking import Asking, still_at
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.history.past_card import LETTER, MOMENT, PastCard
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.operations.as_it_stood import SinceWords, Stood, as_it_stood, since_the_letter
from inspector_app.operations.changed import Changed
from inspector_app.operations.history import (
    Change,
    Entry,
    answer_history,
    found_in,
    inspection_history,
)
from inspector_app.words import translate

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.workspace import Workspace

BACK = "history.back"
MOST = 60
MOST_CHANGES = 4
ALL = 100_000
"""User actions that are searched."""


def make(workbench: Workbench) -> HistoryPage:
    """The page of an inspection's history."""
    return HistoryPage(workbench)


class HistoryPage(Page):
    """The field's card on top where one was in focus; under it the inspection's actions, a card a day."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("history", "")
        self.set_title(self.tr("History"), self.tr("nothing is ever deleted"))
        self._workbench = workbench
        self._inspection = workbench.inspection_id
        self._field = ""
        self._back = ("", "")
        self._shown: list[Card] = []
        self._asking = Asking()
        workbench.actions.ensure(ActionSpec(BACK, self.tr("Back"), "Esc", self.tr("History")))
        self.add_head(workbench.actions.button(BACK))
        self.past = PastCard(workbench.program.now)
        self.past.wanted.connect(self._ask)
        self.add(self.past)
        workbench.changed.connect(self._changed)

    def arrive(self) -> None:
        self._workbench.actions.bind(BACK, self.back)
        self._ask()

    def leave(self) -> None:
        self._workbench.actions.unbind(BACK)

    def show_detail(self, detail: str) -> None:
        """``of PAGE KEY``: the field with this key, and the page to go back to; ``all`` for all."""
        words = [*detail.split(" ", 2), "", ""]
        self._field, self._back = ("", ("", "")) if words[0] != "of" else (words[2], (words[1], words[2]))
        self._ask()

    def back(self) -> None:
        """Go back to the field from which the history was asked for."""
        self._workbench.go(*(self._back if self._back[0] else ("prepare", "")))

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._inspection and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        if not still_at(self, self._workbench, self._inspection) or not self._asking.begin():
            return
        if self.past.way == LETTER:
            self._workbench.work(_since, self._show_since, self._not_read)
        elif self.past.way == MOMENT:
            self._ask_moment(self.past.moment)
        else:
            # Facts of the page alone go to the writer: it must never touch what is on the screen.
            field, wanted = self._field, self.past.search
            self._workbench.work(lambda at: _read(at, field, wanted), self._show, self._not_read)

    def _ask_moment(self, moment: datetime | None) -> None:
        if moment is None:
            self._asking.end()
            self._clear()
            self.past.show_asking()
            return

        def job(at: Workspace) -> tuple[Stood, ...]:
            return as_it_stood(at.desk, at.checklists(), at.inspection, moment)

        self._workbench.work(job, self._show_stood, self._not_then)

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))

    def _show_since(self, found: SinceWords) -> None:
        self._asking.end()
        self._clear()
        self.past.show_since(found)
        self._repeat()

    def _show_stood(self, found: tuple[Stood, ...]) -> None:
        self._asking.end()
        self._clear()
        self.past.show_stood(found)
        self._repeat()

    def _not_then(self, error: KnownError) -> None:
        self._asking.end()
        self._clear()
        self.past.refuse(error)

    def _clear(self) -> None:
        for card in self._shown:
            self.remove(card)
        self._shown = []

    def _repeat(self) -> None:
        if self._asking.again():
            self._ask()

    def _show(self, read: tuple[tuple[Change, ...], tuple[Entry, ...]]) -> None:
        self._asking.end()
        own, entries = read
        self._clear()
        if self._field:
            self._shown.append(self._field_card(own))
        self._shown += self._day_cards(entries)
        if not self._shown or (self.past.search and not entries):
            none = Card(self.tr("Nothing found"))
            none.add(label(self.tr("No change has these words. Clear the field to see all."), "soft"))
            self._shown.append(none)
        for card in self._shown:
            self.add(card)
        self._repeat()

    def _field_card(self, changes: Sequence[Change]) -> Card:
        if not changes:
            card = Card(self.tr("This field"))
            card.add(label(self.tr("Nothing has been recorded here yet."), "soft"))
            return card
        card = Card(changes[0].what)
        for change in changes:
            when = self.tr("{day}, {time}").format(day=_day(change), time=f"{change.at:%H:%M:%S}")
            card.add(_line(f"{when} · {change.author}", _from_to(change), change.reason))
        return card

    def _day_cards(self, entries: Sequence[Entry]) -> list[Card]:
        authors = {entry.author for entry in entries}
        alone = next(iter(authors)) if len(authors) == 1 else ""
        cards: list[Card] = []
        day = None
        for entry in entries:
            if entry.at.date() != day:
                day = entry.at.date()
                cards.append(Card(words.day(day), alone))
            cards[-1].add(_entry(entry, name_author=not alone))
        return cards


def _read(at: Workspace, field: str, wanted: str) -> tuple[tuple[Change, ...], tuple[Entry, ...]]:
    """The changes of a field ('' for none), and those of the inspection that hold the words wanted."""
    sessions = at.checklists()
    own = answer_history(at.desk, sessions, at.checklist(), field) if field else ()
    entries = inspection_history(at.desk, sessions, at.inspection, ALL if wanted else MOST)
    return own, found_in(entries, wanted)[:MOST]


def _since(at: Workspace) -> SinceWords:
    return since_the_letter(at.desk, at.checklists(), at.inspection)


def _entry(entry: Entry, *, name_author: bool) -> FlowLayout:
    row = FlowLayout(gap=2.5)
    row.addWidget(label(f"{entry.at:%H:%M}", "soft", wrap=False))
    if entry.undo is not None:
        row.addWidget(Badge(_undone(done=entry.undo is False), "quiet", "history"))
    first = entry.changes[0]
    named = label(first.short, "strong")
    named.setToolTip(first.what)
    row.addWidget(named)
    told = [_from_to(first)] if len(entry.changes) == 1 else []
    if len(entry.changes) > 1:
        shown = [f"{_last(change.what)}: {change.after}" for change in entry.changes[1:] if change.after]
        told = ["; ".join(shown[:MOST_CHANGES])]
    for said in filter(None, told):
        row.addWidget(label(said))
    if name_author:
        row.addWidget(label(entry.author, "soft"))
    if first.reason:
        row.addWidget(label(first.reason, "soft"))
    return row


def _undone(*, done: bool) -> str:
    return translate("History", "done again") if done else translate("History", "undone")


def _cleared(change: Change) -> str:
    return translate("History", "“{before}” cleared").format(before=change.before)


def _line(quiet: str, said: str, reason: str) -> FlowLayout:
    row = FlowLayout(gap=2.5)
    row.addWidget(label(quiet, "soft"))
    row.addWidget(label(said))
    if reason:
        row.addWidget(label(reason, "soft"))
    return row


def _from_to(change: Change) -> str:
    if change.erased:
        return translate("History", "erased")
    if not change.before:
        return f"“{change.after}”" if change.after else ""
    return f"“{change.before}” → “{change.after}”" if change.after else _cleared(change)


def _last(what: str) -> str:
    return what.rpartition(": ")[2]


def _day(change: Change) -> str:
    return words.day(change.at.date(), year=False)
