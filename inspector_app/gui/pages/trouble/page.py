"""What went wrong: what is safe and where, the report without answers, and how to go on. Not a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.errors import ErrorReporter
from inspector_app.gui.frame.aside import AsidePage
from inspector_app.gui.frame.page import Page
from inspector_app.gui.look import look
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.operations.crash_report import report_text, save_report

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench

RESTART = "inspector_restart"
"""Property of the application: it is started again once it has ended."""


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return TroublePage(workbench)


class TroublePage(AsidePage):
    """Reached from the message that something went wrong."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("trouble", workbench)
        self.set_title(self.tr("What went wrong"), self.tr("in the program, not in your work"))
        self.go_on = Button(self.tr("Go on"), kind="primary", key=self.tr("Esc"))
        self.set_primary(self.go_on)
        self.safe = label("")
        self.place = FormRow(self.tr("Your database"), TextLine())
        self.place.control.set_read_only(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The report"))
        self.copy = Button(self.tr("Copy the report"))
        self.folder = FormRow(self.tr("Folder for the report"), PathLine("folder"))
        self.save = Button(self.tr("Save the report"))
        self.restart = Button(self.tr("Close and open again"))
        self.back_button().hide()
        for card in (self._safe_card(), self._report_card()):
            self.add(card)
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        reporter, when = self.window().findChild(ErrorReporter), self.workbench.program.now()
        saved = reporter.saved_words if isinstance(reporter, ErrorReporter) else ""
        places = reporter.reports if isinstance(reporter, ErrorReporter) else ()
        known = self.tr("{saved}. Everything up to then is in your database.").format(saved=saved)
        self.safe.setText(known if saved else self.tr("Nothing was changed since the program was opened."))
        self.place.control.show_value(str(self.workbench.opened or self.workbench.database))
        self.text.setPlainText(report_text(places, when))

    def first_focus(self) -> QWidget:
        return self.go_on

    def _safe_card(self) -> Card:
        card = Card(self.tr("What is safe"))
        card.add(self.safe)
        card.add(self.place)
        hint = self.tr("The last step may not have been done: look at it once more. If it happens again, ")
        card.add(label(hint + self.tr("close the program and open it again."), "soft"))
        row = FlowLayout(gap=2.5)
        row.addWidget(self.restart)
        card.add(row)
        return card

    def _report_card(self) -> Card:
        card = Card(self.tr("Report"), self.tr("places in the program, without answers, names or keys"))
        self.text.setMinimumHeight(look().metrics.columns(22))
        card.add(self.text)
        card.add(self.folder)
        row = FlowLayout(gap=2.5)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        card.add(row)
        return card

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.back)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.restart.clicked.connect(self._restart)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self._say(Message(self.tr("The report is copied."), "", "good"))

    def _save(self) -> None:
        folder = cast(PathLine, self.folder.control).path
        if folder is None:
            self.folder.show_problem(self.tr("Choose a folder."))
            self.reveal(self.folder.control)
            return
        try:
            file = save_report(self.text.toPlainText(), folder, self.workbench.program.now())
        except KnownError as error:
            self.folder.show_problem(str(error))
            return
        self._say(Message(self.tr("The report {name} is saved.").format(name=file.name), "", "good"))

    def _say(self, message: Message) -> None:
        self.messages.clear()
        self.show_message(message)

    def _restart(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.setProperty(RESTART, True)
        self.window().close()
