"""Unlock: the passphrase, or the printed recovery code; wrong ones are said in place."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.door import Typed
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.unlock.restore_fold import RestoreFold
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.columns import Columns
from inspector_app.gui.widgets.fold import Fold
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.secret_line import SecretLine
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.changed import Recovered
from inspector_app.operations.practice import open_practice
from inspector_app.operations.throttle import seconds_to_wait
from inspector_app.words import translate

UNLOCK, PRACTISE = "unlock.unlock", "unlock.practise"
BUSY_MILLISECONDS = 30
"""The derivation of the key begins first: at once, the window would keep the writer from it."""


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return UnlockPage(workbench)


class UnlockPage(Page):
    """Enter in the passphrase unlocks. After some wrong ones the next try has to wait a little."""

    centred = True

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("unlock", "")
        self._workbench = workbench
        self._busy = False
        self.set_title(self.tr("Unlock"), self.tr("Your inspections are encrypted on this laptop."))
        where = self.tr("Unlock")
        for spec in (
            ActionSpec(UNLOCK, self.tr("Unlock"), "Ctrl+Return", where),
            ActionSpec(PRACTISE, self.tr("Open the example"), "Ctrl+Shift+E", where),
        ):
            workbench.actions.ensure(spec)
        self.passphrase = FormRow(self.tr("Passphrase"), SecretLine())
        self.code = FormRow(
            self.tr("Recovery code"),
            TextLine(),
            self.tr("from the sheet printed when the profile was made; spaces and small letters are fine"),
        )
        self.code_fold = Fold(self.tr("Passphrase forgotten"))
        self._code_button = Button(self.tr("Unlock with the code"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._ready_again)
        columns = Columns()
        columns.add_first(self._card())
        columns.add_second(self._practice())
        columns.add_second(RestoreFold(workbench))
        self.add(columns)
        self._connect()

    def arrive(self) -> None:
        actions = self._workbench.actions
        if not self._wait.isActive():
            actions.bind(UNLOCK, self._unlock)
        actions.bind(PRACTISE, self._practise)

    def leave(self) -> None:
        for action in (UNLOCK, PRACTISE):
            self._workbench.actions.unbind(action)
        self._forget()

    def take_over(self, typed: Typed) -> None:
        """Go on with what was typed before this page was there."""
        line = self.passphrase.control
        if isinstance(line, SecretLine):
            line.line.setText(typed.text)
            line.line.setCursorPosition(typed.cursor)
            line.show_typed(typed.shown)
        if typed.entered:
            self._unlock()

    def _card(self) -> Card:
        card = Card()
        card.add(self.passphrase)
        card.add(self._workbench.actions.button(UNLOCK, "primary"))
        self.code_fold.add(self.code)
        self.code_fold.add(self._code_button)
        self.code_fold.add(
            label(self.tr("No sheet either? Head office can open this laptop with its own key."), "soft")
        )
        card.add(self.code_fold)
        return card

    def _practice(self) -> Card:
        card = Card(self.tr("Practise"))
        card.add(
            label(self.tr("An invented example, apart from your inspections and marked everywhere."), "soft")
        )
        card.add(self._workbench.actions.button(PRACTISE))
        return card

    def _connect(self) -> None:
        line = self.passphrase.control
        if isinstance(line, TextLine):
            line.line.returnPressed.connect(self._unlock)
        if isinstance(self.code.control, TextLine):
            self.code.control.line.returnPressed.connect(self._unlock_with_code)
        self._code_button.clicked.connect(self._unlock_with_code)

    def _unlock(self) -> None:
        if self._busy or self._wait.isActive():
            return
        passphrase = self.passphrase.control.value()
        if not passphrase:
            self.passphrase.show_problem(self.tr("Type your passphrase."))
            return
        self._busy = True
        with self._workbench.moving():
            self._workbench.unlock(passphrase, self._unlocked, self._refused)
        QTimer.singleShot(BUSY_MILLISECONDS, self, self._show_busy)

    def _unlock_with_code(self) -> None:
        if self._busy:
            return
        code = self.code.control.value()
        if not code.strip():
            self.code.show_problem(self.tr("Type the code from the sheet."))
            return
        self._begin()
        with self._workbench.moving():
            self._workbench.unlock(code, self._unlocked, self._code_refused, code=True)

    def _practise(self) -> None:
        if self._busy:
            return
        self._begin()
        self.show_message(Message(self.tr("The example is being opened. The first time takes a moment.")))
        data = self._workbench.database.parent
        with self._workbench.moving():
            self._workbench.adopt(
                lambda program: open_practice(program, data), self._practised, self._not_opened
            )

    def _begin(self) -> None:
        self._busy = True
        self._show_busy()

    def _show_busy(self) -> None:
        if not self._busy:
            return
        self.messages.clear()
        self.passphrase.show_problem("")
        self.code.show_problem("")
        self._workbench.actions.set_enabled(UNLOCK, False)

    def _end(self) -> None:
        self._busy = False
        self._workbench.actions.set_enabled(UNLOCK, not self._wait.isActive())

    def _unlocked(self, recovered: tuple[Recovered, ...]) -> None:
        self._end()
        self._workbench.go("home")
        if recovered:
            self._workbench.notify(recovered_message(self, recovered))

    def _practised(self) -> None:
        self._end()
        self._workbench.go("home")

    def _refused(self, error: KnownError) -> None:
        if error.code not in ("wrong-passphrase", "too-soon"):
            self._not_opened(error)
            return
        program, database = self._workbench.program, self._workbench.database
        self._workbench.beside(
            lambda: seconds_to_wait(program, database), lambda seconds: self._let_wait(error, seconds)
        )

    def _let_wait(self, error: KnownError, seconds: int) -> None:
        """Say what was wrong, and how long the next try has to wait where it does."""
        words = str(error)
        if seconds:
            self._wait.start(seconds * 1000)
            if error.code != "too-soon":
                wait = self.tr("Wait {seconds} seconds before the next try.").format(seconds=seconds)
                words = f"{words} {wait}"
        self._say_in(self.passphrase, words)

    def _code_refused(self, error: KnownError) -> None:
        if error.code in ("wrong-code", "mistyped-code"):
            self._say_in(self.code, str(error))
        else:
            self._not_opened(error)

    def _not_opened(self, error: KnownError) -> None:
        self._end()
        self.messages.clear()
        self.show_message(Message.of(error))

    def _say_in(self, row: FormRow, words: str) -> None:
        self._end()
        row.show_problem(words)
        if isinstance(row.control, TextLine):
            row.control.line.setFocus()
            row.control.line.selectAll()

    def _ready_again(self) -> None:
        self.passphrase.show_problem("")
        if self.isVisible():
            self._workbench.actions.bind(UNLOCK, self._unlock)

    def _forget(self) -> None:
        self.messages.clear()
        for row in (self.passphrase, self.code):
            row.show_problem("")
            if isinstance(row.control, TextLine):
                row.control.line.clear()


def recovered_message(page: Page, recovered: tuple[Recovered, ...]) -> Message:
    """What was typed before the program ended unexpectedly, and that it is safe."""
    places = ", ".join(dict.fromkeys(f"{one.reference}: {one.field}" for one in recovered[:3]))
    more = (
        translate("UnlockPage", " and {count} more").format(count=len(recovered) - 3)
        if len(recovered) > 3
        else ""
    )
    return Message(
        translate(
            "UnlockPage", "The program ended while you were typing. Everything to the last key is here."
        ),
        translate("UnlockPage", "It is in the record now: {places}{more}.").format(places=places, more=more),
        "attention",
    )
