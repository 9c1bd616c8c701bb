"""What can be done with the letter, beside it: where it stands, issue, save, print, earlier versions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.actions import Actions
from inspector_app.gui.frame.side import SideContent, SideSection
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import IntegerLine
from inspector_app.operations.letter_status import IssuedLetter, LetterStatus

SAVE, PRINT, ISSUE = "letter.save", "letter.print", "letter.issue"
STANDARD, LARGE = "standard", "large"


class LetterSide(SideContent):
    """`large_print_wanted(bool)`, `version_wanted(IssuedLetter)`."""

    large_print_wanted = Signal(bool)
    version_wanted = Signal(object)

    def __init__(self, actions: Actions) -> None:
        super().__init__(columns=44)
        self.state = Badge()
        self.why = label("", "soft")
        self.warning = label("", "attention")
        self.print_size = Segmented(
            (Choice(STANDARD, self.tr("Standard")), Choice(LARGE, self.tr("Large print")))
        )
        self.print_size.set_question(self.tr("Size of the print"))
        self.print_size.show_value(STANDARD)
        self.print_size.committed.connect(self._size_chosen)
        self.target = PathLine("new", self.tr("PDF (*.pdf)"))
        self.save_row = FormRow(self.tr("Save as"), self.target)
        self.printer = ChoiceBox()
        self.copies = IntegerLine(3)
        self.copies.show_value("1")
        self.printer_row = FormRow(self.tr("Printer"), self.printer)
        self.printer_row.hide()
        self._versions = SideSection(self.tr("Issued"))
        self._lines: list[Button] = []
        self._build(actions)

    @property
    def large_print(self) -> bool:
        return self.print_size.value() == LARGE

    def show_status(self, status: LetterStatus, *, practice: bool) -> None:
        """What has become of the letter, and whether it can be issued."""
        current = status.current
        if current is not None:
            self.state.show_text(
                self.tr("Version {version} issued").format(version=current.version), "good", "state-done"
            )
        else:
            self.state.show_text(self.tr("Draft"), "attention", "state-half")
        practice_words = self.tr("It says on every page that it is an example.") if practice else ""
        self.why.setText(" ".join(part for part in (status.why_not, practice_words) if part))
        self.why.setVisible(bool(self.why.text()))
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = [self._version(one) for one in reversed(status.issued)]
        self._versions.setVisible(bool(self._lines))

    def show_unprintable(self, stretches: tuple[str, ...]) -> None:
        """Signs that the typeface lacks."""
        self.warning.setVisible(bool(stretches))
        words = self.tr("These signs cannot be printed and are named in words: {signs}")
        self.warning.setText(words.format(signs=" ".join(stretches)))

    def show_printers(self, names: tuple[str, ...]) -> None:
        """The printers to choose from; the system's own choice stands first."""
        self.printer.set_choices([Choice(name, name) for name in names])
        self.printer.box.setItemText(0, self.tr("the system's own"))
        self.printer_row.setVisible(bool(names))

    def _build(self, actions: Actions) -> None:
        state = SideSection(self.tr("This letter"))
        parts: tuple[QWidget, ...] = (self.state, self.why, self.warning, self.print_size)
        for part in parts:
            state.add(part)
        state.add(actions.button(ISSUE))
        self.warning.hide()
        keep = SideSection(self.tr("Keep"))
        keep.add(self.save_row)
        keep.add(actions.button(SAVE))
        paper = SideSection(self.tr("Paper"))
        paper.add(FormRow(self.tr("Copies"), self.copies))
        paper.add(self.printer_row)
        paper.add(actions.button(PRINT))
        for section in (state, keep, paper, self._versions):
            self.add(section)

    def _version(self, issued: IssuedLetter) -> Button:
        day = QDate(issued.issued_on.year, issued.issued_on.month, issued.issued_on.day)
        when = QLocale().toString(day, "d MMMM yyyy") if day.isValid() else ""
        words = self.tr("Version {version}, {when}").format(version=issued.version, when=when)
        if issued.superseded:
            words = self.tr("{version}, superseded").format(version=words)
        line = Button(words, kind="quiet")
        line.setEnabled(bool(issued.blob))
        line.setToolTip(
            self.tr("Save this version under the name above. Code {code}").format(code=issued.code)
        )
        line.clicked.connect(partial(self.tell_version, issued))
        self._versions.add(line)
        return line

    def tell_version(self, issued: IssuedLetter) -> None:
        self.version_wanted.emit(issued)

    def _size_chosen(self, size: str) -> None:
        if not size:
            self.print_size.show_value(STANDARD)
        self.large_print_wanted.emit(size == LARGE)

    def focus_target(self) -> None:
        """Where the file goes is to be said."""
        self.target.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.target.line.selectAll()
