"""The ways into the inspections, none of them hidden: passphrase, recovery sheet, head office, keyring."""

from __future__ import annotations

from PySide6.QtCore import Signal

from inspector_app.errors import KnownError
from inspector_app.gui.pages.first_start.sheet_card import SheetCard
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.secret_line import SecretLine
from inspector_app.gui.widgets.tick_box import TickBox
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.desk import Desk
from inspector_app.operations.keys import WaysIn, new_recovery_code, use_keyring, ways_in
from inspector_app.operations.profile import RecoverySheet
from inspector_app.operations.set_up import office_card


class KeysCard(Card):
    """`said(Message)` when something was changed; what is wrong is said beside its field."""

    said = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.sheet: SheetCard | None = None
        self.heading.setText(self.tr("Ways in"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self.set_quiet(self.tr("who can open the inspections on this laptop"))
        self.ways = label("")
        self.keyring = TickBox(self.tr("The system's keyring opens it too"))
        self.keyring.set_question(self.tr("Keyring"))
        self._keyring_words = label("", "soft")
        self.passphrase = FormRow(
            self.tr("Passphrase, for a new recovery sheet"),
            SecretLine(),
            self.tr("the old sheet opens nothing from then on"),
        )
        self.renew = Button(self.tr("Make a new recovery sheet"))
        for part in (self.ways, self.keyring, self._keyring_words, self.passphrase, self.renew):
            self.add(part)
        self.keyring.committed.connect(self._use_keyring)
        self.renew.clicked.connect(self._renew)
        if isinstance(self.passphrase.control, SecretLine):
            self.passphrase.control.line.returnPressed.connect(self._renew)

    def ask(self) -> None:
        """Show the ways in as they are."""
        self._workbench.run(ways_in, self.show_ways)

    def forget(self) -> None:
        """The page is left: neither passphrase nor code stays on the screen."""
        self.passphrase.show_problem("")
        if isinstance(self.passphrase.control, SecretLine):
            self.passphrase.control.clear()
        self._put_sheet_away()

    def show_ways(self, ways: WaysIn) -> None:
        """Say who can open it."""
        lines = [
            self.tr("Your passphrase. A guess costs {memory} MB of memory, {passes} times over.").format(
                memory=ways.memory_mib, passes=ways.passes
            ),
            self.tr("The printed recovery code, in whose hands it is."),
        ]
        if ways.office:
            office = self.tr("Head office, {office}: it holds a key of its own and can always open it.")
            lines.append(office.format(office=ways.office))
        else:
            lines.append(self.tr("Head office holds no key: without passphrase and sheet all is lost."))
        self.ways.setText("\n".join(f"• {line}" for line in lines))
        self.keyring.show_value(TickBox.VALUE if ways.keyring else "")
        self.keyring.setVisible(ways.keyring_available or ways.keyring)
        words = self.tr("Then whoever is signed in on this computer needs no passphrase. Never needed.")
        none = self.tr("This computer offers no keyring. None is needed.")
        self._keyring_words.setText(words if ways.keyring_available else none)

    def _use_keyring(self, value: str) -> None:
        wanted = bool(value)

        def job(desk: Desk) -> WaysIn:
            use_keyring(desk, wanted)
            return ways_in(desk)

        self._workbench.run(job, self.show_ways, self._keyring_refused)

    def _keyring_refused(self, error: KnownError) -> None:
        self._keyring_words.setText(str(error))
        self.ask()

    def _renew(self) -> None:
        passphrase = self.passphrase.control.value()
        self.passphrase.show_problem("" if passphrase else self.tr("Type your passphrase first."))
        if not passphrase:
            self.passphrase.control.setFocus()
            return
        self.renew.setEnabled(False)

        def job(desk: Desk) -> RecoverySheet:
            code = new_recovery_code(desk, passphrase)
            return RecoverySheet(desk.author, office_card(desk).name, code, desk.program.now())

        self._workbench.run(job, self._renewed, self._refused)

    def _renewed(self, sheet: RecoverySheet) -> None:
        self.renew.setEnabled(True)
        if isinstance(self.passphrase.control, SecretLine):
            self.passphrase.control.clear()
        self._put_sheet_away()
        self.sheet = SheetCard(self._workbench, sheet)
        self.sheet.said.connect(self.said)
        self.sheet.finished.connect(self._put_sheet_away)
        self.add(self.sheet)
        self.sheet.bind()
        self.sheet.first_control().setFocus()
        told = self.tr("The old recovery sheet opens nothing any more.")
        self.said.emit(Message(told, self.tr("Print this one now; it is shown once."), "attention"))

    def _refused(self, error: KnownError) -> None:
        self.renew.setEnabled(True)
        self.passphrase.show_problem(str(error))
        self.passphrase.control.setFocus()

    def _put_sheet_away(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.unbind()
            sheet.forget()
            sheet.hide()
            sheet.deleteLater()
