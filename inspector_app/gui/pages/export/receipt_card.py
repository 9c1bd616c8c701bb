"""Head office's receipt: choose or drop the file, and see how much of the record has arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from inspector_app.errors import KnownError
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.inspections.deadline import date_words
from inspector_app.operations.receipts import (
    ReceiptFile,
    ReceiptWords,
    TakenReceipt,
    keep_receipt,
    read_receipt_file,
    receipt_words,
)

if TYPE_CHECKING:
    from inspector_app.gui.icons import Name
    from inspector_app.gui.processes import LongJob
    from inspector_app.gui.workbench import Workbench

_MARKS: dict[str, Name] = {
    "good": "state-done",
    "attention": "state-attention",
    "bad": "stop",
    "quiet": "state-open",
}


class ReceiptCard(Card):
    """A wrong receipt is refused beside its field, and nothing is marked. It says how much of the open
    inspection has arrived, unless it is there for all of them.
    """

    def __init__(self, workbench: Workbench, *, of_all: bool = False) -> None:
        super().__init__()
        self._of_all = of_all
        self._workbench = workbench
        self._reading: LongJob | None = None
        self.heading.setText(self.tr("Receipt from head office"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self.badge = Badge()
        self.words = label("")
        self.file = FormRow(
            self.tr("Receipt"),
            PathLine("file", self.tr("Receipts (*.receipt);;All files (*)")),
            self.tr("the file that head office sends back; choose it or drop it here"),
        )
        if not of_all:
            row = FlowLayout(gap=2.5)
            row.addWidget(self.badge)
            row.addWidget(self.words)
            self.add(row)
        self.add(self.file)
        self.file.control.committed.connect(self._take)

    def ask(self) -> None:
        """Show how much of the open inspection has arrived."""
        inspection_id = self._workbench.inspection_id
        if inspection_id and not self._of_all:
            self._workbench.run(lambda desk: receipt_words(desk, inspection_id), self._show)

    def forget(self) -> None:
        """The page is left."""
        self.file.show_problem("")

    def _show(self, found: ReceiptWords) -> None:
        self.badge.show_text(found.word, found.tone, _MARKS[found.tone])
        self.words.setText(found.words)

    def _take(self, _: str = "") -> None:
        path = cast(PathLine, self.file.control).path
        self.file.show_problem("")
        if path is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._workbench.processes.run_in_process(read_receipt_file, path)
        self._reading.done.connect(self._read)
        self._reading.failed.connect(self._not_read)

    def _read(self, file: ReceiptFile) -> None:
        self._reading = None
        self._workbench.run(lambda desk: keep_receipt(desk, file), self._taken, self._refused)

    def _not_read(self, error: BaseException) -> None:
        self._reading = None
        if not isinstance(error, KnownError):
            raise error
        self._refused(error)

    def _taken(self, taken: TakenReceipt) -> None:
        self.file.control.show_value("")
        day = date_words(taken.made_at.astimezone(self._workbench.program.now().tzinfo).date())
        count = len(taken.inspections)
        if not count:
            words = self.tr("The receipt of {day} names no inspection of this laptop.").format(day=day)
            self._workbench.notify(Message(words, ", ".join(taken.unknown), "attention"))
        elif not taken.new:
            words = self.tr("The receipt of {day} was taken in before.").format(day=day)
            self._workbench.notify(Message(words, self.tr("Nothing is new in it."), "good"))
        else:
            names = self.tr("1 inspection") if count == 1 else self.tr("{count} inspections")
            words = self.tr("Head office confirms {names}, by its receipt of {day}.")
            told = words.format(names=names.format(count=count), day=day)
            self._workbench.notify(Message(told, "", "good"))
        self.ask()

    def _refused(self, error: KnownError) -> None:
        """The file is read beside the window: whoever went elsewhere meanwhile keeps the keyboard."""
        self.file.show_problem(str(error))
        focused = QApplication.focusWidget()
        if focused is None or self.isAncestorOf(focused):
            self.file.control.setFocus()
