"""The versions that were issued, each to be opened; and what a file is that came back from somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.gui.frame.side import SideSection
from inspector_app.gui.pages.letter.chooser import version_words
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.reading_order import order_for_reading
from inspector_app.operations.letter_status import IssuedLetter
from inspector_app.operations.verify_letter import LetterProof


class VersionsSection(SideSection):
    """`version_wanted(IssuedLetter)`, `file_wanted()` when a file is to be looked up."""

    version_wanted = Signal(object)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Issued"))
        self.none = label(self.tr("No version was issued yet."), "soft")
        self.add(self.none)
        self.lines: list[Button] = []
        self._shown: tuple[IssuedLetter, ...] | None = None
        self.file = PathLine("file", self.tr("PDF (*.pdf)"))
        self.file_row = FormRow(self.tr("Is this file a letter of ours?"), self.file)
        self.look = Button(self.tr("Look it up"))
        self.look.clicked.connect(self.tell_file)
        self.file.line.returnPressed.connect(self.tell_file)
        self.told = label("")
        self.told.hide()
        for part in (self.file_row, self.look, self.told):
            self.add(part)

    def show_versions(self, issued: Sequence[IssuedLetter]) -> None:
        """The versions, the latest first."""
        if tuple(issued) == self._shown:
            return
        self._shown = tuple(issued)
        for old in self.lines:
            old.hide()
            old.deleteLater()
        self.lines = [self._line(place, one) for place, one in enumerate(reversed(issued))]
        self.none.setVisible(not self.lines)
        order_for_reading(self)

    def show_proof(self, proof: LetterProof) -> None:
        """What a file turned out to be."""
        if proof.unaltered:
            words = self.tr("Yes: {reference}, version {version}, code {code}. Not one byte was altered.")
            said = words.format(reference=proof.reference, version=proof.version, code=proof.code)
            self.told.setText(f"{said} {proof.message}".strip())
        else:
            self.told.setText(f"{proof.message} {proof.advice}")
        self.told.setProperty("role", "body" if proof.unaltered else "problem")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.show()

    def tell_version(self, issued: IssuedLetter) -> None:
        self.version_wanted.emit(issued)

    def tell_file(self) -> None:
        self.file_wanted.emit()

    def _line(self, place: int, issued: IssuedLetter) -> Button:
        line = Button(version_words(issued), kind="quiet", parent=self)
        line.setEnabled(bool(issued.blob))
        line.setAccessibleName(self.tr("Open {version}").format(version=version_words(issued)))
        line.setToolTip(self.tr("Open it as it was issued. Code {code}").format(code=issued.code))
        line.clicked.connect(partial(self.tell_version, issued))
        self.insert(place + 1, line)
        return line
