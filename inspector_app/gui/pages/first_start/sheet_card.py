"""The recovery sheet on screen: the code in large type, to print, to save, and to say that it is put away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app.errors import KnownError
from inspector_app.files import write_whole
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.metrics import HEADING
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.tick_box import TickBox
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.profile import RecoverySheet

if TYPE_CHECKING:
    from inspector_app.gui.printing import Printing
    from inspector_app.operations.keys import SheetFacts

PRINT, SAVE, GO_ON = "sheet.print", "sheet.save", "sheet.go_on"


class SheetCard(Card):
    """`finished` once the person says that the sheet is put away."""

    finished = Signal()
    said = Signal(object)

    def __init__(self, workbench: Workbench, sheet: RecoverySheet) -> None:
        super().__init__()
        self._workbench = workbench
        self._sheet = sheet
        self._printing: Printing | None = None
        where = self.tr("Recovery sheet")
        for spec in (
            ActionSpec(PRINT, self.tr("Print the sheet"), "Ctrl+P", where, icon="print"),
            ActionSpec(SAVE, self.tr("Save the sheet"), "Ctrl+Shift+S", where),
            ActionSpec(GO_ON, self.tr("Go on"), "Ctrl+Return", where),
        ):
            workbench.actions.ensure(spec)
        self.heading.setText(self.tr("Your recovery code"))
        self.heading.show()
        self.code = label(sheet.code, wrap=True)
        self.code.setObjectName("recovery_code")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(self.tr("Recovery code {code}").format(code=sheet.code))
        self.add(self.code)
        for text in (
            self.tr("It opens your inspections when the passphrase is forgotten. It is kept nowhere else."),
            self.tr(
                "Print it or write it down, and put it in a safe or a locked drawer at the office, apart "
                "from the laptop. Head office, {office}, can open them too."
            ).format(office=sheet.office),
        ):
            self.add(label(text, "soft"))
        row = FlowLayout(gap=2.5)
        row.addWidget(workbench.actions.button(PRINT))
        row.addWidget(workbench.actions.button(SAVE))
        self.add(row)
        self.put_away = TickBox(self.tr("It is printed or written down"))
        self.put_away.set_question(self.tr("The recovery code is printed or written down"))
        self.put_away.edited.connect(self._ticked)
        self.add(self.put_away)
        self.add(workbench.actions.button(GO_ON, "primary"))
        follow_look(self._set_code_font)

    def first_control(self) -> QWidget:
        return self.put_away

    def bind(self) -> None:
        actions = self._workbench.actions
        actions.bind(PRINT, self._print)
        actions.bind(SAVE, self._save)
        if self.put_away.value():
            actions.bind(GO_ON, self.finished.emit)

    def unbind(self) -> None:
        for action in (PRINT, SAVE, GO_ON):
            self._workbench.actions.unbind(action)

    def forget(self) -> None:
        """Take the code from the screen for good."""
        self.code.setText("")
        self.code.setAccessibleName("")

    def save_to(self, file: Path) -> None:
        """Write the sheet: as PDF with a QR code, or as plain text where the name ends so."""
        if file.suffix.lower() == ".txt":
            self._write(file, self._sheet.text.encode())
        else:
            target = file if file.suffix else file.with_suffix(".pdf")
            self._render(lambda pdf: self._write(target, pdf))

    def _write(self, file: Path, content: bytes) -> None:
        try:
            write_whole(file, content, private=True)
        except KnownError as error:
            self.said.emit(Message.of(error))
            return
        told = self.tr("Saved as {name}.").format(name=file.name)
        advice = self.tr("Take the file off this laptop: with it anyone can read your inspections.")
        self.said.emit(Message(told, advice, "attention"))

    def _render(self, use: Callable[[bytes], None]) -> None:
        """Have the PDF made in the child process, then use it."""
        from inspector_app.operations.keys import render_sheet, sheet_facts

        code = self._sheet.code

        def begin(facts: SheetFacts) -> None:
            job = self._workbench.processes.run_in_process(render_sheet, facts)
            job.done.connect(use)
            job.failed.connect(self._not_made)

        self._workbench.run(lambda desk: sheet_facts(desk, code), begin)

    def _not_made(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.said.emit(Message.of(error))

    def _ticked(self, value: str) -> None:
        if value:
            self._workbench.actions.bind(GO_ON, self.finished.emit)
        else:
            self._workbench.actions.unbind(GO_ON)

    def _save(self) -> None:
        day = f"{self._sheet.made_at:%Y-%m-%d}"
        found = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the recovery sheet"),
            f"recovery-sheet-{day}.pdf",
            self.tr("PDF (*.pdf);;Text (*.txt)"),
        )[0]
        if found:
            self.save_to(Path(found))

    def _print(self) -> None:
        """The PDF goes to the system's printing as it is, and no file of it stays on the disk."""
        from inspector_app.gui.printing import Printing, PrintWish

        if self._printing is None:
            self._printing = Printing(self, self._workbench.database.parent / "private")
            self._printing.printed.connect(self._printed)
            self._printing.failed.connect(self._not_made)
        printing, wish = self._printing, PrintWish(self.tr("Recovery sheet"))
        self._render(lambda pdf: printing.send([(pdf, wish)]))

    def _printed(self) -> None:
        self.said.emit(Message(self.tr("The sheet was sent to the printer."), "", "good"))

    def _set_code_font(self) -> None:
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setPointSizeF(look().metrics.points(HEADING) * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        self.code.setFont(font)
