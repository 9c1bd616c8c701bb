"""Correct a finalised inspection: choose the field, give what is right and why; the original stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.asking import Asking, still_at
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.correct.form import CorrectionForm
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.journal import records
from inspector_app.operations.changed import Changed
from inspector_app.operations.correctable import Correctable
from inspector_app.operations.corrections import (
    Corrected,
    CorrectView,
    correct_field,
    correct_view,
)
from inspector_app.operations.history import Change
from inspector_app.words import day

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.workspace import Workspace

BACK, RECORD = "correct.back", "correct.record"
_PLACE, _BACK_PAGE, _BACK_KEY = "place", "back page", "back key"
_KINDS_OF = {
    "findings": (records.FINDING,),
    "evidence": (records.EVIDENCE,),
    "grades": (records.GRADE,),
    "follow_up": (records.FOLLOW_UP,),
    "complaint": (records.MATTER, records.CLAIM),
}
"""What is offered first to those who come from a page of these kinds of record."""


def make(workbench: Workbench) -> CorrectPage:
    """The page of corrections of the open inspection."""
    return CorrectPage(workbench)


class CorrectPage(Page):
    """First the field, then its right value and why; under it all corrections so far."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("correct", "")
        self._workbench = workbench
        self._inspection = workbench.inspection_id
        self._view: CorrectView | None = None
        self._asking = Asking()
        self._wanted = ""
        self._kept: Mapping[str, str] = {}
        self._from = ("", "")
        self.set_title(self.tr("Correct"), self.tr("the original stays in the record"))
        where = self.tr("Corrections")
        for spec in (
            ActionSpec(BACK, self.tr("Back"), "Esc", where),
            ActionSpec(RECORD, self.tr("Record the correction"), "Ctrl+Return", where),
        ):
            workbench.actions.ensure(spec)
        self.add_head(workbench.actions.button(BACK))
        self.search = FormRow(
            self.tr("Which field"), TextLine(), self.tr("type part of the question or of what it says")
        )
        self.list = LineList(self.tr("Fields"), most=6)
        self._why_not = label("", "soft")
        self.form = CorrectionForm(workbench)
        self._made_list = LineList(self.tr("Corrections so far"), most=5)
        self._choose_card, self._made_card = (
            Card(self.tr("What to correct")),
            Card(self.tr("Corrections so far")),
        )
        for part in (self._why_not, self.search, self.list):
            self._choose_card.add(part)
        self._made_card.add(self._made_list)
        for card in (self._choose_card, self.form, self._made_card):
            self.add(card)
        self.form.hide()
        self._made_card.hide()
        self.search.control.edited.connect(self._filter)
        if isinstance(self.search.control, TextLine):
            self.search.control.line.returnPressed.connect(self._take_first)
        self.list.chosen.connect(self._choose)
        self.form.wanted.connect(self._record)
        workbench.changed.connect(self._changed)

    @property
    def at_rest(self) -> bool:
        return not self._asking.under_way

    def arrive(self) -> None:
        self._workbench.actions.bind(BACK, self._back)
        self._ask()

    def leave(self) -> None:
        for action in (BACK, RECORD):
            self._workbench.actions.unbind(action)
        self.messages.clear()
        self.tell_rest(left=True)

    def show_detail(self, detail: str) -> None:
        """``of PAGE KEY``: the question with this key is chosen, where there is one; what the page holds is
        offered first."""
        words = [*detail.split(" ", 2), "", ""]
        self._wanted = words[2] if words[0] == "of" else ""
        self._from = (words[1], words[2]) if words[0] == "of" else ("", "")
        self._filter(self.search.control.value())
        self._choose_wanted()

    def draft(self) -> Mapping[str, str]:
        field = self.form.field
        given = self.form.given()
        back = {_BACK_PAGE: self._from[0], _BACK_KEY: self._from[1]}
        return {**back, **given, _PLACE: "\n".join(field.place)} if field is not None and given else {}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        self._kept, self._from = draft, (draft[_BACK_PAGE], draft[_BACK_KEY])
        self._give_kept()

    def _give_kept(self) -> None:
        """Once the fields are known: the one that was being corrected, as it stood."""
        if self._view is None or not self._kept:
            return
        kept, self._kept = self._kept, {}
        for field in self._view.fields:
            if "\n".join(field.place) == kept[_PLACE]:
                self._take(field)
                self.form.give(kept)

    def first_focus(self) -> QWidget:
        return self.search.control

    def _back(self) -> None:
        self._workbench.go(*(self._from if self._from[0] else ("export", "")))

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._inspection and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        if not still_at(self, self._workbench, self._inspection) or not self._asking.begin():
            return
        self._workbench.work(self._read, self._show, self._not_read)

    def _read(self, at: Workspace) -> CorrectView:
        return correct_view(at.desk, at.checklists(), at.inspection)

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))
        self.tell_rest()

    def _show(self, view: CorrectView) -> None:
        self._asking.end()
        self._view = view
        closed = view.status == "finalised"
        self.search.setVisible(closed)
        self._why_not.setVisible(not closed)
        if view.status == "open":
            words = self.tr("This inspection is not finalised: change the field itself, no reason is needed.")
            self._why_not.setText(words)
        elif view.status == "void":
            self._why_not.setText(self.tr("This inspection is void and can no longer be changed."))
        self._filter(self.search.control.value())
        self._made_list.show_lines([self._line(at, change) for at, change in enumerate(view.made)])
        self._made_card.setVisible(bool(view.made))
        self.form.show_view(view)
        self._choose_wanted()
        self._give_kept()
        order_by_layout(self._content)
        if self._asking.again():
            self._ask()
        self.tell_rest()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        fields = self._view.fields if self._view is not None else ()
        found = [
            Line(str(at), field.what, field.words or self.tr("nothing"))
            for at, field in self._in_order(fields)
            if all(word in f"{field.what} {field.words}".casefold() for word in wanted)
        ]
        self.list.show_lines(found)
        # while a field is being corrected the list gives way to it, until something is looked for again
        self.list.setVisible(bool(found) and (self.form.isHidden() or bool(text)))

    def _in_order(self, fields: Sequence[Correctable]) -> list[tuple[int, Correctable]]:
        """With their places: first those of the page that the person came from, what was forgotten before."""
        kinds = _KINDS_OF.get(self._from[0], ())

        def rank(one: tuple[int, Correctable]) -> tuple[bool, bool]:
            here = one[1].place[0] in kinds
            return not here, here and not one[1].is_new

        return sorted(enumerate(fields), key=rank)

    def _take_first(self) -> None:
        if self.list.lines:
            self._choose(self.list.lines[0].key)

    def _choose(self, key: str) -> None:
        if self._view is not None:
            self._take(self._view.fields[int(key)])

    def _choose_wanted(self) -> None:
        if self._view is None or not self._wanted:
            return
        wanted, self._wanted = self._wanted, ""
        for field in self._view.fields:
            if field.node is not None and field.node.key == wanted:
                self._take(field)

    def _take(self, field: Correctable) -> None:
        self.form.show_field(field, self._workbench.program.now)
        self.form.show()
        self.search.control.show_value("")
        self._filter("")
        self._workbench.actions.bind(RECORD, self.form.send)
        order_by_layout(self._content)
        self.reveal(self.form.first_control())

    def _record(self, field: Correctable, value: str, reason: str, parts: dict[str, str]) -> None:
        inspection, files = self._inspection, dict(self.form.files.files)

        def job(at: Workspace) -> Corrected:
            return correct_field(at.desk, at.checklists(), inspection, field, value, reason, parts, files)

        self._workbench.work(job, self._recorded, self.form.refuse)

    def _recorded(self, done: Corrected) -> None:
        self.form.hide()
        self.form.files.files.clear()
        self._filter("")
        self._workbench.actions.unbind(RECORD)
        self.messages.clear()
        told = self.tr("Corrected: {what}").format(what=done.what)
        if done.missing:
            more = self.tr("With this value these are wanted too: {names}").format(
                names="; ".join(done.missing)
            )
            self.show_message(Message(told, more, "attention"))
        elif done.superseded:
            advice = self.tr("Version {version} of the letter is superseded. Issue the next one.")
            words = Message(told, advice.format(version=done.superseded), "good", self.tr("Go to the letter"))
            self.show_message(words, lambda: self._workbench.go("letter"))
        else:
            self.show_message(Message(told, self.tr("The original stays in the history."), "good"))
        self.search.control.setFocus()

    def _line(self, at: int, change: Change) -> Line:
        when = f"{day(change.at.date())}, {change.at:%H:%M}"
        values = self.tr("“{before}” → “{after}”").format(before=change.before, after=change.after)
        reason = self.tr("{values} · {reason}").format(values=values, reason=change.reason)
        return Line(str(at), change.what, reason, change.author, "quiet", when)
