"""The form of a new profile: name, passphrase twice with advice as it is typed, and head office's file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.badge import Badge, Tone
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.secret_line import SecretLine
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.passphrase import Strength, passphrase_advice
from inspector_app.operations.profile import NewProfile, OfficeNamed, office_named

TONES: dict[Strength, Tone] = {"none": "quiet", "weak": "bad", "fair": "accent", "strong": "good"}


class StrengthLine(QWidget):
    """How strong the passphrase is, in a word, and what would make it better."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = Badge()
        self._advice = label("", "soft")
        row = FlowLayout(gap=2, line_gap=0.5)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)
        row.addWidget(self._badge)
        row.addWidget(self._advice)
        self.show_passphrase("")

    @property
    def words(self) -> str:
        return self._badge.text()

    def show_passphrase(self, passphrase: str) -> None:
        found = passphrase_advice(passphrase)
        self._badge.show_text(found.words, TONES[found.strength], "state-done" if found.enough else None)
        self._advice.setText(found.advice)
        self._advice.setVisible(bool(found.advice))


class ProfileForm(QWidget):
    """`wanted` follows Enter in the last field."""

    wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.name = FormRow(self.tr("Your name"), TextLine(), self.tr("as it stands in letters"))
        self.passphrase = FormRow(self.tr("Passphrase"), SecretLine())
        self.strength = StrengthLine()
        self.again = FormRow(self.tr("Passphrase again"), SecretLine())
        file = PathLine("file", self.tr("Head office (office.pub *.pub);;All files (*)"))
        self.office = FormRow(
            self.tr("Head office"), file, self.tr("the file office.pub that you were given")
        )
        self._file = file
        self._named = label("", "soft")
        self._named.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.name, self.passphrase, self.strength, self.again, self.office, self._named):
            self._column.addWidget(part)
        self._connect()
        follow_look(self._restyle)

    def profile(self) -> NewProfile | None:
        """What was given; None, with what is missing said beside its field, when that is not all."""
        for row in (self.name, self.passphrase, self.again, self.office):
            row.show_problem("")
        given = NewProfile(
            self.name.control.value(),
            self.passphrase.control.value(),
            self.again.control.value(),
            self._file.path,
        )
        missing = [
            (self.name, not given.name.strip(), self.tr("Write your name.")),
            (self.passphrase, not given.passphrase, self.tr("Choose a passphrase.")),
            (self.office, given.office_file is None, self.tr("Choose the file office.pub.")),
        ]
        wrong = [(row, words) for row, is_missing, words in missing if is_missing]
        for row, words in wrong:
            row.show_problem(words)
        if wrong:
            wrong[0][0].control.setFocus()
            return None
        return given

    def show_error(self, error: KnownError) -> bool:
        """Say an error beside the field that it is about; False when it is about none."""
        place = {
            "no-name": self.name,
            "passphrase-weak": self.passphrase,
            "empty-passphrase": self.passphrase,
            "passphrase-differs": self.again,
            "no-office": self.office,
        }.get(error.code)
        if place is None:
            return False
        place.show_problem(str(error))
        place.control.setFocus()
        return True

    def set_busy(self, busy: bool) -> None:
        self.setEnabled(not busy)

    def forget(self) -> None:
        """Forget the passphrase."""
        for row in (self.passphrase, self.again):
            if isinstance(row.control, SecretLine):
                row.control.clear()
        self.strength.show_passphrase("")

    def _connect(self) -> None:
        self.passphrase.control.edited.connect(self.strength.show_passphrase)
        self.again.control.committed.connect(self._compare)
        self.office.control.committed.connect(self._read_office)
        self._file.line.returnPressed.connect(self.wanted.emit)

    def _compare(self, again: str) -> None:
        differs = bool(again) and again != self.passphrase.control.value()
        self.again.show_problem(self.tr("The two are not the same. Type it again.") if differs else "")

    def _read_office(self, _: str) -> None:
        path = self._file.path
        self._named.hide()
        if path is None:
            return
        try:
            self._name_office(office_named(path))
        except KnownError as error:
            self.office.show_problem(str(error))

    def _name_office(self, found: OfficeNamed) -> None:
        self.office.show_problem("")
        words = self.tr("{name} · fingerprint {fingerprint}").format(
            name=found.name, fingerprint=found.fingerprint
        )
        if found.practice:
            words = self.tr("{words} · for practice only").format(words=words)
        self._named.setText(words)
        self._named.show()

    def _restyle(self) -> None:
        self._column.setSpacing(look().metrics.space(3))
