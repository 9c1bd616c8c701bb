"""What goes on paper: which documents, how many copies, on which printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inspector_app.forms.interface import Choice
from inspector_app.gui.actions import Actions
from inspector_app.gui.frame.side import SideSection
from inspector_app.gui.pages.letter.chooser import title_of
from inspector_app.gui.widgets.choice_box import ChoiceBox
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.option_list import OptionList
from inspector_app.gui.widgets.text_line import IntegerLine
from inspector_app.operations.paper_offers import Offer

PRINT = "letter.print"
MOST_COPIES = 99
VERSION = "version"
"""Stands among the documents for a version that is shown as it was issued."""


class PrintSection(SideSection):
    """The documents that go with the letter are ticked with it: the print pack."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Print"))
        self.what = OptionList(many=True)
        self.what_row = FormRow(self.tr("Documents"), self.what)
        self.copies = IntegerLine(3)
        self.copies.show_value("1")
        self.copies_row = FormRow(self.tr("Copies of each"), self.copies)
        self.printer = ChoiceBox()
        self.printer_row = FormRow(self.tr("Printer"), self.printer)
        self.printer_row.hide()
        self.how = label("", "soft")
        self.how.hide()
        self._offers: tuple[Offer, ...] = ()
        self._for = ""
        for part in (self.what_row, self.copies_row, self.printer_row, self.how, actions.button(PRINT)):
            self.add(part)
        self.what.committed.connect(self._ticked)

    def show_documents(self, offers: Sequence[Offer], shown: str) -> None:
        """The documents that can be printed; `shown` is the kind on the screen, or `VERSION`."""
        if (tuple(offers), shown) == (self._offers, self._for):
            return
        enclosed = [one.kind for one in offers if one.enclosed]
        fresh = shown != self._for or enclosed != [one.kind for one in self._offers if one.enclosed]
        self._offers, self._for = tuple(offers), shown
        version = [Choice(VERSION, self.tr("The version shown"))] if shown == VERSION else []
        self.what.set_choices(
            [*version, *(Choice(one.kind, title_of(one.kind)) for one in offers if not one.why_not)]
        )
        if fresh or not self.what.value():
            self.what.show_value(" ".join([shown, *(enclosed if shown == "letter" else [])]))

    def show_printers(self, names: Sequence[str]) -> None:
        """The printers to choose from; the system's own choice stands first."""
        self.printer.set_choices([Choice(name, name) for name in names])
        self.printer.box.setItemText(0, self.tr("the system's own"))
        self.printer_row.setVisible(bool(names))

    def say_how(self, words: str) -> None:
        """How it is printed, where that is not as a PDF."""
        self.how.setText(words)
        self.how.setVisible(bool(words))

    def wanted(self) -> tuple[list[str], int]:
        """What is ticked, and how many copies; no documents where something is wrong, which is then said."""
        kinds, copies = self.what.value().split(), int(self.copies.value() or "1")
        if not 0 < copies <= MOST_COPIES:
            self.copies_row.show_problem(self.tr("Print 1 to 99 copies."))
            return [], 0
        if not kinds:
            self.what_row.show_problem(self.tr("Tick what to print."))
        return kinds, copies

    def _ticked(self, _: str) -> None:
        self.what_row.show_problem("")
