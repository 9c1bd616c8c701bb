"""Another passphrase: the old one, the new one twice, with advice as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from inspector_app.errors import KnownError
from inspector_app.gui.pages.first_start.profile_form import StrengthLine
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.secret_line import SecretLine
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.passphrase import check_passphrase
from inspector_app.operations.set_up import change_passphrase


class PassphraseCard(Card):
    """`said(Message)` when it is changed; what is wrong is said beside its field."""

    said = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.heading.setText(self.tr("Passphrase"))
        self.heading.show()
        self.quiet.setText(self.tr("the recovery code stays as it is"))
        self.quiet.show()
        self.old = FormRow(self.tr("The passphrase of today"), SecretLine())
        self.new = FormRow(self.tr("New passphrase"), SecretLine())
        self.strength = StrengthLine()
        self.again = FormRow(self.tr("New passphrase again"), SecretLine())
        self.change = Button(self.tr("Change the passphrase"))
        for part in (self.old, self.new, self.strength, self.again, self.change):
            self.add(part)
        self.new.control.edited.connect(self.strength.show_passphrase)
        self.change.clicked.connect(self._change)

    def forget(self) -> None:
        """Forget what was typed."""
        for row in (self.old, self.new, self.again):
            row.show_problem("")
            if isinstance(row.control, SecretLine):
                row.control.clear()
        self.strength.show_passphrase("")

    def _change(self) -> None:
        for row in (self.old, self.new, self.again):
            row.show_problem("")
        old, new = self.old.control.value(), self.new.control.value()
        try:
            check_passphrase(new, self.again.control.value())
        except KnownError as error:
            self._refused(error)
            return
        self.change.setEnabled(False)
        self._workbench.run(lambda desk: change_passphrase(desk, old, new), self._changed, self._refused)

    def _changed(self, _: None) -> None:
        self.change.setEnabled(True)
        self.forget()
        advice = self.tr("Use it from the next time on. Older backups still open with the old one.")
        self.said.emit(Message(self.tr("The passphrase is changed."), advice, "good"))

    def _refused(self, error: KnownError) -> None:
        self.change.setEnabled(True)
        rows = {"wrong-passphrase": self.old, "passphrase-differs": self.again}
        row = rows.get(error.code, self.new)
        row.show_problem(str(error))
        row.control.setFocus()
