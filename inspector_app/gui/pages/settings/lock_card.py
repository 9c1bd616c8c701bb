"""After how long the laptop locks itself; never only when the words for it are typed."""

from __future__ import annotations

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.desk import Desk
from inspector_app.operations.lock_after import NEVER, lock_after, set_lock_after, words_to_type

SHOWN = (2, 5, 10, 30)
"""Minutes offered, with "never" five segments."""


class LockCard(Card):
    """A choice holds at once; "never" opens a line for the words, and holds when they are there."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._kept = NEVER
        self.heading.setText(self.tr("Lock"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        choices = [Choice(str(one), self.tr("{count} minutes").format(count=one)) for one in SHOWN]
        choices.append(Choice(str(NEVER), self.tr("Never")))
        key = workbench.actions.key("window.lock")
        self.minutes = FormRow(
            self.tr("Lock without a key for"),
            Segmented(choices),
            self.tr("{key} locks at once").format(key=key),
        )
        self.word = FormRow(
            self.tr("Words to switch the lock off"),
            TextLine(20),
            self.tr("type: {word}").format(word=words_to_type()),
        )
        self.confirm = Button(self.tr("Never lock this laptop"))
        self.add(self.minutes)
        self.add(self.word)
        self.add(self.confirm)
        self.add(
            label(
                self.tr(
                    "It also locks when the computer sleeps or its lid is closed. What was typed is saved "
                    "first, and you come back to the same field."
                ),
                "soft",
            )
        )
        self._ask_words(False)
        self.minutes.control.committed.connect(self._chosen)
        self.confirm.clicked.connect(self._confirm)
        if isinstance(self.word.control, TextLine):
            self.word.control.line.returnPressed.connect(self._confirm)

    def ask(self) -> None:
        """Show what holds."""
        self._workbench.run(lock_after, self._show)

    def forget(self) -> None:
        """The page is left: what was not confirmed does not hold."""
        self._ask_words(False)
        self.minutes.control.show_value(str(self._kept))

    def _show(self, minutes: int) -> None:
        self._kept = minutes
        self.minutes.control.show_value(str(minutes))
        self._ask_words(False)

    def _chosen(self, value: str) -> None:
        if not value:
            self.minutes.control.show_value(str(self._kept))
        elif int(value) == NEVER and self._kept != NEVER:
            self._ask_words(True)
            self.word.control.setFocus()
        else:
            self._keep(int(value), "")

    def _confirm(self) -> None:
        self._keep(NEVER, self.word.control.value())

    def _keep(self, minutes: int, word: str) -> None:
        def job(desk: Desk) -> int:
            set_lock_after(desk, minutes, word)
            return minutes

        self._workbench.run(job, self._show, self._refused)

    def _refused(self, error: KnownError) -> None:
        self.word.show_problem(str(error))
        self.word.control.setFocus()

    def _ask_words(self, wanted: bool) -> None:
        self.word.setVisible(wanted)
        self.confirm.setVisible(wanted)
        self.word.control.show_value("")
        self.word.show_problem("")
