"""Bring a backup back: choose it, see what it will replace, give the passphrase or the code of its day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.secret_line import SecretLine
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.bring_back import Replaced, bring_back, what_it_replaces
from inspector_app.operations.overview import day_words

if TYPE_CHECKING:
    from datetime import datetime

    from inspector_app.gui.workbench import Workbench

PASSPHRASE, CODE = "passphrase", "code"
_MEGABYTE = 1_000_000


class RestoreForm(QWidget):
    """Nothing is deleted: what is there now is kept beside what comes back."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self._busy = False
        self.file = FormRow(
            self.tr("Backup"),
            PathLine("file", self.tr("Backups (inspector*.db);;All files (*)")),
            self.tr("inspector-….db, with its .keys file beside it"),
        )
        self.replaces = label("", "attention")
        self.how = Segmented(
            (Choice(PASSPHRASE, self.tr("Passphrase")), Choice(CODE, self.tr("Recovery code")))
        )
        self.how.set_question(self.tr("Opened with"))
        self.how.show_value(PASSPHRASE)
        self.passphrase = FormRow(self.tr("Passphrase of that day"), SecretLine())
        self.code = FormRow(self.tr("Recovery code of that day"), TextLine())
        self.restore = Button(self.tr("Bring it back"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.file, self.replaces, self.how, self.passphrase, self.code, self.restore):
            self._column.addWidget(part)
        self.replaces.hide()
        self.code.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.file.control.committed.connect(self._look)
        self.how.committed.connect(self._chosen)
        self.restore.clicked.connect(self._restore)
        for row in (self.passphrase, self.code):
            cast(TextLine, row.control).line.returnPressed.connect(self._restore)
        follow_look(self._restyle)

    def _chosen(self, how: str) -> None:
        if not how:
            self.how.show_value(PASSPHRASE)
        self.passphrase.setVisible(self.how.value() == PASSPHRASE)
        self.code.setVisible(self.how.value() == CODE)

    def _look(self, _: str = "") -> None:
        """Say what would be replaced before anything is."""
        path = cast(PathLine, self.file.control).path
        self.replaces.hide()
        self.file.show_problem("")
        if path is not None:
            bench = self._workbench
            job = partial(what_it_replaces, bench.program, path, bench.database)
            bench.beside(job, self._say, self._refused)

    def _say(self, found: Replaced) -> None:
        size = self.tr("{size} MB").format(size=f"{max(found.size / _MEGABYTE, 0.1):.1f}")
        words = [
            self.tr("The backup was written {when}, {size}.").format(
                when=self._when(found.backup_at), size=size
            )
        ]
        if found.there_at is not None:
            words.append(
                self.tr(
                    "It takes the place of the inspections on this laptop, last changed {when}. They are "
                    "kept beside it as {name}; nothing is deleted."
                ).format(when=self._when(found.there_at), name=found.kept_as)
            )
        self.replaces.setText(" ".join(words))
        self.replaces.show()

    def _when(self, at: datetime) -> str:
        return f"{day_words(at.date(), self._workbench.program.now().date())}, {at:%H:%M}"

    def _restore(self) -> None:
        if self._busy:
            return
        path = cast(PathLine, self.file.control).path
        by_code = self.how.value() == CODE
        row = self.code if by_code else self.passphrase
        secret = row.control.value()
        self.file.show_problem("" if path else self.tr("Choose the backup."))
        row.show_problem("" if secret else self.tr("It is needed to open the backup."))
        if path is None or not secret:
            (self.file if path is None else row).control.setFocus()
            return
        self._busy = True
        self.restore.setEnabled(False)
        database = self._workbench.database
        with self._workbench.moving():
            self._workbench.adopt(
                lambda program: bring_back(program, path, database, secret, code=by_code),
                self._restored,
                self._refused,
            )

    def _restored(self) -> None:
        self._over()
        for row in (self.passphrase, self.code):
            cast(TextLine, row.control).line.clear()
        self._workbench.go("home")
        told = self.tr("The backup is back and unlocked.")
        advice = self.tr("What was here before lies beside it, untouched. Export what head office lacks.")
        self._workbench.notify(Message(told, advice, "good"))

    def _refused(self, error: KnownError) -> None:
        self._over()
        secrets = ("wrong-passphrase", "wrong-code", "mistyped-code", "too-soon")
        by_code = self.how.value() == CODE
        row = (self.code if by_code else self.passphrase) if error.code in secrets else self.file
        row.show_problem(str(error))
        row.control.setFocus()

    def _over(self) -> None:
        self._busy = False
        self.restore.setEnabled(True)

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(2.5))
