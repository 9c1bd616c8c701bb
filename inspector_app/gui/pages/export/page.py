"""Finalise and export: what is still open, the step that closes, the file for head office."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.asking import Asking
from inspector_app.gui.frame.page import Page
from inspector_app.gui.frame.recorded import RecordedField
from inspector_app.gui.leisure import show_anew
from inspector_app.gui.pages.export.keep_card import KeepCard
from inspector_app.gui.pages.export.open_list import OpenList
from inspector_app.gui.pages.export.receipt_card import ReceiptCard
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.date_line import DateLine
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.gui.widgets.working import Working
from inspector_app.inspections.inspection import Status
from inspector_app.operations.changed import Changed
from inspector_app.operations.export import (
    Exported,
    PreparedExport,
    note_export,
    prepare_export,
    write_prepared,
)
from inspector_app.operations.export_status import ExportStatus, export_status, remember_folder
from inspector_app.operations.finalise import close_visit, finalise
from inspector_app.operations.prepare import ENDED_ON
from inspector_app.operations.readiness import Readiness, readiness
from inspector_app.words import day

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk

FINALISE, EXPORT = "inspection.finalise", "export.write"


class ExportPage(Page):
    """Three cards from top to bottom: what is open, finalise, export."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("export", "Finalise and export")
        self._workbench = workbench
        self._inspection = workbench.inspection_id
        self._ready: Readiness | None = None
        self._asking = Asking()
        self._preparing = False
        where = self.tr("Inspection")
        actions = workbench.actions
        actions.ensure(ActionSpec(FINALISE, self.tr("Finalise"), "Ctrl+Shift+F", where))
        actions.ensure(ActionSpec(EXPORT, self.tr("Export"), "Ctrl+Shift+E", where, icon="export"))
        self._build_cards()
        workbench.changed.connect(self._changed)
        self._ask()

    def arrive(self) -> None:
        self._workbench.actions.bind(FINALISE, self.ask_finalise)
        self._workbench.actions.bind(EXPORT, self.export)
        self._ask()

    def leave(self) -> None:
        self.ended.leave()
        self.receipt.forget()
        self.keep.forget()
        for action in (FINALISE, EXPORT):
            self._workbench.actions.unbind(action)

    def show_detail(self, detail: str) -> None:
        """The last day of the inspection, which is the one thing to be filled in here."""
        self.reveal(self.ended.line)

    def ask_finalise(self) -> None:
        """Say what finalising means; the message's button does it."""
        text = self.tr("Finalising closes the record and numbers the findings.")
        advice = self.tr("After it every change is a correction with a reason, and it cannot be taken back.")
        words = Message(text, advice, "attention", self.tr("Finalise now"))
        self.messages.clear()
        self.show_message(words, self.finalise_now)
        self.focus_message()

    def finalise_now(self) -> None:
        """Close the record."""
        self.messages.clear()
        self._workbench.checklists(_finalise, self._finalised)

    def export(self) -> None:
        """Write the file for head office into the folder that is named."""
        folder = self.folder.path
        if folder is None:
            self.folder_row.show_problem(self.tr("Name a folder, or plug in a stick and choose it."))
            self.reveal(self.folder.line)
            return
        if self._preparing or self.working.busy:  # pressed twice: one file is enough
            return
        self._preparing = True
        self.folder_row.show_problem("")
        inspection_id = self._workbench.inspection_id
        self._workbench.run(
            lambda desk: prepare_export(desk, desk.inspection(inspection_id), folder),
            self._write,
            self._not_prepared,
        )

    def focus_message(self) -> None:
        """The keyboard goes to the button of the message."""
        button = self._first_in(self.messages)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_cards(self) -> None:
        self.open_card = Card(self.tr("Before finalising"))
        self.state = Badge()
        self.open_card.aside(self.state)
        self.ended = DateLine(lambda: self._workbench.program.now().date())
        self.ended_row = FormRow(self.tr("Last day of the inspection"), self.ended)
        self.open_list = OpenList()
        self.open_list.wanted.connect(self._workbench.go)
        self.open_card.add(self.ended_row)
        self.open_card.add(self.open_list)
        self._last_day = RecordedField(
            self._workbench, self.ended, "last day", self._write_last_day, said=self.ended_row.show_problem
        )
        self.finalise_card = Card(self.tr("Finalise"))
        self.finalise_words = label("", "soft")
        self.finalise_button = self._workbench.actions.button(FINALISE, "primary")
        self.finalise_card.aside(self.finalise_button)
        self.finalise_card.add(self.finalise_words)
        self.correct_button = self._workbench.actions.button("correct.open")
        self.finalise_card.add(self.correct_button)
        self.export_card = Card(self.tr("Export for head office"))
        self.export_card.aside(self._workbench.actions.button(EXPORT))
        self.export_words = label("", "soft")
        self.folder = PathLine("folder")
        self.folder_row = FormRow(self.tr("Folder or stick"), self.folder)
        self.working = Working()
        self.went = Card(self.tr("Where it went"))
        for part in (self.export_words, self.folder_row, self.working):
            self.export_card.add(part)
        self.receipt, self.keep = ReceiptCard(self._workbench), KeepCard(self._workbench)
        for card in (
            self.open_card,
            self.finalise_card,
            self.export_card,
            self.went,
            self.receipt,
            self.keep,
        ):
            self.add(card)
        self.went_words = label("")
        self.went.add(self.went_words)

    def _ask(self) -> None:
        if not self._workbench.inspection_id or not self._asking.begin():
            return
        self._workbench.checklists(_look, self._show, self._not_read)
        self.receipt.ask()
        self.keep.ask()

    def _not_read(self, error: KnownError) -> None:
        self._asking.end()
        self.show_message(Message.of(error))

    def _show(self, found: tuple[Readiness, ExportStatus]) -> None:
        self._asking.end()
        ready, status = found
        self._ready = ready
        open_ = ready.status is Status.OPEN
        self.set_title(self.tr("Finalise and export"), self._step_words(ready))
        self.open_card.setVisible(open_)
        self.finalise_button.setVisible(open_)
        self.correct_button.setVisible(ready.status is Status.FINALISED)
        self._last_day.show_value(ready.ended_on.isoformat() if ready.ended_on else "")
        # Its field stands here, so that the missing day is no line of the list too.
        missing_day = ready.ended_on is None
        self.ended_row.set_hint(self.tr("missing; the letter names it") if missing_day else "")
        rest = [one for one in ready.hindrances if not (missing_day and one.detail == ENDED_ON)]
        self.open_list.show_open(rest, ready.worth_a_look)
        count = len(ready.hindrances)
        if count:
            self.state.show_text(self.tr("{count} open").format(count=count), "attention", "state-attention")
        else:
            self.state.show_text(self.tr("nothing is in the way"), "good", "state-done")
        self.finalise_words.setText(self._finalise_words(ready))
        self._workbench.actions.set_enabled(FINALISE, ready.ready)
        self._show_export(status, ready)
        order_by_layout(self._content)
        if self._asking.again():
            self._ask()

    def _step_words(self, ready: Readiness) -> str:
        if ready.status is Status.FINALISED:
            return self.tr("finalised")
        if ready.status is Status.VOID:
            return self.tr("void")
        return self.tr("the last step on this laptop")

    def _finalise_words(self, ready: Readiness) -> str:
        if ready.status is Status.FINALISED:
            return self.tr("Finalised. Every change from now on is a correction with a reason.")
        if ready.status is Status.VOID:
            return self.tr("This inspection is void. It is kept and never counted.")
        if ready.hindrances:
            return self.tr("Possible once nothing above is open.")
        return self.tr("Numbers the findings, freezes the answers, and lets the final letter be issued.")

    def _show_export(self, status: ExportStatus, ready: Readiness) -> None:
        words = [self.tr("Only {office} can read the file {name}.")]
        if not status.counted:
            words.append(self.tr("The inspection is not finalised, so head office will keep it uncounted."))
        if status.practice:
            words.append(self.tr("It is practice: a live head office refuses it."))
        self.export_words.setText(" ".join(words).format(office=status.office, name=status.file_name))
        if not self.folder.value():
            self.folder.line.setText(status.folder)
        if not status.files:
            self.went_words.setText(self.tr("Not exported yet. The record is on this laptop alone."))
            return
        lines = [f"{day(one.at.date())}, {one.at:%H:%M} · {one.name}" for one in status.files[:8]]
        self.went_words.setText("\n".join(lines))

    def _write_last_day(self, desk: Desk, day: str) -> None:
        """The last day stays as it was where none is given, or where the record was closed meanwhile."""
        inspection = desk.inspection(self._inspection)
        if day and inspection.status is Status.OPEN:
            close_visit(desk, inspection, date.fromisoformat(day))

    def _finalised(self, reference: str) -> None:
        text = self.tr("Inspection {reference} is finalised.").format(reference=reference)
        advice = self.tr("Issue the letter, then export the file for head office.")
        words = Message(text, advice, "good", self.tr("Go to the letter"))
        self.show_message(words, lambda: self._workbench.go("letter"))
        if self.isVisible():  # the person may have gone on to another page
            self.folder.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_prepared(self, error: KnownError) -> None:
        self._preparing = False
        self.show_message(Message.of(error))

    def _write(self, prepared: PreparedExport) -> None:
        self._preparing = False
        job = self._workbench.processes.run_in_process(write_prepared, prepared)
        self.working.follow(job, self.tr("Sealing and writing {name}").format(name=prepared.target.name))
        job.done.connect(self._written)
        job.failed.connect(self._not_written)

    def _written(self, exported: Exported) -> None:
        inspection_id = self._workbench.inspection_id

        def note(desk: Desk) -> Path:
            note_export(desk, desk.inspection(inspection_id), exported)
            remember_folder(desk, exported.path.parent)
            return exported.path

        self._workbench.run(note, self._noted)

    def _noted(self, path: Path) -> None:
        text = self.tr("{name} was written.").format(name=path.name)
        advice = self.tr("It lies in {folder}. Bring it to head office; the record stays here too.")
        self.show_message(Message(text, advice.format(folder=path.parent), "good"))
        self._ask()

    def _not_written(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.folder_row.show_problem(f"{error.message} {error.advice}")
        self.reveal(self.folder.line)

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._workbench.inspection_id:
            show_anew(self, self._workbench, self._ask)


def _look(sessions: list[ChecklistSession]) -> tuple[Readiness, ExportStatus]:
    desk = sessions[0].desk
    inspection = desk.inspection(sessions[0].inspection.id)
    return readiness(desk, inspection, sessions), export_status(desk, inspection)


def _finalise(sessions: list[ChecklistSession]) -> str:
    desk = sessions[0].desk
    return finalise(desk, desk.inspection(sessions[0].inspection.id), sessions).reference


def make(workbench: Workbench) -> Page:
    """The page that finalises and exports the open inspection."""
    return ExportPage(workbench)
