"""Welcome: make a profile, print its recovery sheet, or open the built-in example."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.first_start.profile_form import ProfileForm
from inspector_app.gui.pages.first_start.sheet_card import SheetCard
from inspector_app.gui.pages.unlock.restore_fold import RestoreFold
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.columns import Columns
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.desk import Desk
from inspector_app.operations.practice import open_practice, practice_database
from inspector_app.operations.profile import NewProfile, RecoverySheet, make_profile
from inspector_app.operations.program import Program

MAKE, PRACTISE = "first_start.make", "first_start.practise"


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return FirstStartPage(workbench)


class FirstStartPage(Page):
    """First the form, then, once the profile is made, its recovery sheet until that is put away."""

    centred = True

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("first_start", "")
        self._workbench = workbench
        self._sheet: SheetCard | None = None
        words = self.tr("Welcome")
        self.set_title(words, self.tr("Make your profile on this laptop, or practise on the example first."))
        where = self.tr("First start")
        for spec in (
            ActionSpec(MAKE, self.tr("Make my profile"), "Ctrl+Return", where),
            ActionSpec(PRACTISE, self.tr("Open the example"), "Ctrl+Shift+E", where),
        ):
            workbench.actions.ensure(spec)
        self.form = ProfileForm(workbench)
        self._columns = Columns()
        self._columns.add_first(self._form_card())
        self._columns.add_second(self._practice_card())
        self._columns.add_second(self._privacy_card())
        self._columns.add_second(RestoreFold(workbench))
        self.add(self._columns)
        self.form.wanted.connect(self._make)

    def arrive(self) -> None:
        actions = self._workbench.actions
        if self._sheet is None:
            actions.bind(MAKE, self._make)
            actions.bind(PRACTISE, self._practise)
        else:
            self._sheet.bind()

    def leave(self) -> None:
        for action in (MAKE, PRACTISE):
            self._workbench.actions.unbind(action)
        if self._sheet is not None:
            self._sheet.unbind()
            self._sheet.forget()
        self.form.forget()

    def _form_card(self) -> Card:
        card = Card(self.tr("Your profile"), self.tr("everything is encrypted on this laptop"))
        card.add(self.form)
        button = self._workbench.actions.button(MAKE, "primary")
        card.add(button)
        return card

    def _practice_card(self) -> Card:
        card = Card(self.tr("Practise first"))
        there = practice_database(self._workbench.database.parent).exists()
        text = self.tr(
            "An invented service with one inspection finished and one under way. It is marked as practice "
            "everywhere, and no live office can receive it."
        )
        card.add(label(text))
        if there:
            card.add(label(self.tr("Your practice from last time is still there."), "soft"))
        card.add(self._workbench.actions.button(PRACTISE))
        return card

    def _privacy_card(self) -> Card:
        card = Card(self.tr("What you need"))
        for text in (
            self.tr("The file office.pub from your head office: it names who may read your exports."),
            self.tr("A passphrase that you can keep in mind. Nobody can look it up for you."),
            self.tr("A printer, or pen and paper, for the recovery code. It is shown once."),
        ):
            card.add(label(text, "soft"))
        return card

    def _make(self) -> None:
        self.messages.clear()
        wanted = self.form.profile()
        if wanted is None:
            return
        self.form.set_busy(True)
        self._workbench.actions.set_enabled(MAKE, False)
        sheets: list[RecoverySheet] = []
        database = self._workbench.database
        with self._workbench.moving():
            self._workbench.adopt(
                partial(_make, database=database, wanted=wanted, sheets=sheets),
                lambda: self._made(sheets[0]),
                self._refused,
            )

    def _made(self, sheet: RecoverySheet) -> None:
        self.form.set_busy(False)
        self.form.forget()
        for action in (MAKE, PRACTISE):
            self._workbench.actions.unbind(action)
        self._columns.hide()
        self.set_title(self.tr("Recovery sheet"), self.tr("shown once, now"))
        self._sheet = SheetCard(self._workbench, sheet)
        self._sheet.finished.connect(self._finish)
        self._sheet.said.connect(self._say)
        self.add(self._sheet)
        self._sheet.bind()
        self._sheet.first_control().setFocus()

    def _refused(self, error: KnownError) -> None:
        self.form.set_busy(False)
        self._workbench.actions.set_enabled(MAKE, True)
        if not self.form.show_error(error):
            self.show_message(Message.of(error))

    def _practise(self) -> None:
        self.messages.clear()
        self.show_message(Message(self.tr("The example is being opened. The first time takes a moment.")))
        self._workbench.actions.set_enabled(PRACTISE, False)
        data = self._workbench.database.parent
        with self._workbench.moving():
            self._workbench.adopt(partial(open_practice, data=data), self._finish, self._not_practised)

    def _not_practised(self, error: KnownError) -> None:
        self.messages.clear()
        self._workbench.actions.set_enabled(PRACTISE, True)
        self.show_message(Message.of(error))

    def _say(self, message: Message) -> None:
        self.messages.clear()
        self.show_message(message)

    def _finish(self) -> None:
        self._workbench.go("home")


def _make(program: Program, *, database: Path, wanted: NewProfile, sheets: list[RecoverySheet]) -> Desk:
    """On the writer thread: the desk to work at, and the sheet beside it."""
    desk, sheet = make_profile(program, database, wanted)
    sheets.append(sheet)
    return desk
