"""Head office: open its database, receive files, know the laptops, read and save the national tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from inspector_app.errors import KnownError
from inspector_app.files import read_whole
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.office.bench import OfficeBench
from inspector_app.gui.pages.office.cards import LaptopsCard, OpenCard, ReceiveCard, TablesCard
from inspector_app.gui.pages.office.receiving import ReceivingRun
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.operations.office import Outcome, not_kept, revoke_device
from inspector_app.operations.office_overview import (
    OfficeView,
    accept_by_fingerprint,
    breakdowns_of,
    introduce,
    office_view,
    questions_of,
    save_tables,
    table_rows,
)
from inspector_app.operations.quarantine import Waiting, copies, files_waiting
from inspector_app.operations.receiving import export_files
from inspector_app.operations.tables import Tables, national_tables

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk

RECEIVE, SAVE_TABLES = "office.receive", "office.save_tables"
RECEIPTS = "receipts"
"""The folder beside the office's database into which receipts are written."""


class OfficePage(Page):
    """A card to open the database; behind it receiving, laptops and tables."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("office", "Head office", "receive files, count them")
        self._workbench = workbench
        self._office = OfficeBench(workbench, self)
        self._run: ReceivingRun | None = None
        self._tables: Tables | None = None
        self._outcomes: list[Outcome] = []
        self._later: list[str] = []
        self._waited = False
        where = self.tr("Head office")
        workbench.actions.ensure(ActionSpec(RECEIVE, self.tr("Receive"), "Ctrl+O", where))
        workbench.actions.ensure(ActionSpec(SAVE_TABLES, self.tr("Save the tables"), "Ctrl+Shift+T", where))
        self.open_card = OpenCard()
        self.receive_card = ReceiveCard(workbench.actions.button(RECEIVE, "primary"))
        self.laptops = LaptopsCard()
        self.tables = TablesCard(workbench.actions.button(SAVE_TABLES))
        self.close_office = Button(self.tr("Close the office"))
        self.add_head(self.close_office)
        for card in (self.open_card, self.receive_card, self.laptops, self.tables):
            self.add(card)
        self._connect()
        self._show_open(False)

    @property
    def busy(self) -> bool:
        """Whether files are being received."""
        return self._run is not None

    def arrive(self) -> None:
        self._workbench.actions.bind(RECEIVE, self.receive_named)
        self._workbench.actions.bind(SAVE_TABLES, self.tables.save)
        self._enable()

    def leave(self) -> None:
        for action in (RECEIVE, SAVE_TABLES):
            self._workbench.actions.unbind(action)

    def receive_named(self) -> None:
        """Receive what the line names; where it is empty, let files be chosen."""
        if self.receive_card.line.path is not None:
            self.receive_card.receive()
            return
        found = QFileDialog.getOpenFileNames(
            self, self.tr("Export files"), "", self.tr("Export files (*.inspection)")
        )[0]
        if found:
            self.receive([Path(name) for name in found])

    def receive(self, paths: Sequence[Path]) -> None:
        """Receive files and the files in folders; one run at a time."""
        if self._run is not None or self._office.path is None:
            return
        try:
            files = export_files(paths)
        except KnownError as error:
            self.receive_card.row.show_problem(f"{error.message} {error.advice}")
            return
        self._begin(files)

    def receive_waiting(self, device: str) -> None:
        """Receive what waits of a laptop; after the files that are being received."""
        if self._run is not None:
            self._later.append(device)
        else:
            self._office.run(lambda desk: files_waiting(desk, device), self._take_waiting)

    def _take_waiting(self, waiting: Sequence[Waiting]) -> None:
        files = copies(waiting)
        if not waiting or self._office.path is None:
            return
        self._waited = True
        self._begin(files, not_kept(waiting))

    def _begin(self, files: Sequence[Path], before: Sequence[Outcome] = ()) -> None:
        """Begin a run; `before` are outcomes that are known already."""
        if self._office.path is None:
            return
        self._outcomes = []
        self.receive_card.begin()
        for outcome in before:
            self._outcome(outcome)
        receipts = self._office.path.parent / RECEIPTS
        run = ReceivingRun(self._office, self._workbench.processes, files, receipts)
        self._run = run
        run.progress.connect(self._progress)
        run.outcome.connect(self._outcome)
        run.finished.connect(self._received)
        run.start()

    def _connect(self) -> None:
        self.open_card.wanted.connect(self._open)
        self.receive_card.wanted.connect(self.receive)
        self.take_dropped(self._dropped)
        self.receive_card.working.cancel.clicked.connect(self._cancel)
        self.laptops.accepted.connect(self._accept)
        self.laptops.revoked.connect(self._revoke)
        self.laptops.waiting_wanted.connect(self.receive_waiting)
        self.laptops.card_given.connect(self._introduce)
        self.tables.chosen.connect(self._show_table)
        self.tables.save_wanted.connect(self._save_tables)
        self.close_office.clicked.connect(self._office.close)
        self._office.opened.connect(self._show_open)
        self._office.failed.connect(self._failed)

    def _open(self, database: Path, passphrase: str) -> None:
        self._office.open(database, passphrase, self._not_opened)

    def _not_opened(self, error: KnownError) -> None:
        words = f"{error.message} {error.advice}"
        self._office.close()
        self.open_card.show_problem(words, passphrase=error.code == "wrong-passphrase")

    def _show_open(self, is_open: bool) -> None:
        self.open_card.setVisible(not is_open)
        for card in (self.receive_card, self.laptops, self.tables):
            card.setVisible(is_open)
        self.close_office.setVisible(is_open)
        self._enable()
        if is_open:
            self._look()
            self.receive_card.line.line.setFocus()
        else:
            self.set_title(self.tr("Head office"), self.tr("receive files, count them"))

    def _enable(self) -> None:
        for action in (RECEIVE, SAVE_TABLES):
            self._workbench.actions.set_enabled(action, self._office.is_open)

    def _look(self) -> None:
        self._office.run(office_view, self._show)
        self._office.run(national_tables, self._show_tables, self._no_tables)

    def _show(self, view: OfficeView) -> None:
        one = view.inspections == 1
        words = self.tr("1 inspection") if one else self.tr("{count} inspections")
        words = words.format(count=view.inspections)
        if view.silent:
            names = ", ".join(view.silent)
            words = self.tr("{words} · nothing sent yet: {names}").format(words=words, names=names)
        self.set_title(view.name, words)
        self.laptops.show_laptops(view)

    def _show_tables(self, tables: Tables) -> None:
        self._tables = tables
        counting = tables.counting
        words = self.tr("{year} · inspections counted: {count}, left out: {left}")
        year = words.format(
            year=counting.year.label, count=len(counting.counted), left=len(counting.left_out)
        )
        self.tables.setVisible(self._office.is_open)
        self.tables.show_choices(questions_of(tables), breakdowns_of(tables), year)

    def _no_tables(self, error: KnownError) -> None:
        """Nothing to count yet is no fault: the card comes with the first finalised inspection."""
        self._tables = None
        self.tables.hide()
        if error.code != "nothing-to-count":
            self._failed(error)

    def _show_table(self, question: str, breakdown: str) -> None:
        if self._tables is not None and question and breakdown:
            self.tables.show_rows(table_rows(self._tables, question, breakdown))

    def _progress(self, done: int, total: int) -> None:
        words = self.tr("Receiving, {done} of {total} files").format(done=done, total=total)
        self.receive_card.working.say(words, done, total)

    def _outcome(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self.receive_card.show_outcome(outcome)

    def _dropped(self, path: Path) -> None:
        """A file dropped beside the card means the card, once an office is open."""
        if self.receive_card.isVisible():
            self.receive_card.line.set_path(path)

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _received(self, receipts: int) -> None:
        run, self._run = self._run, None
        self.receive_card.working.hide()
        taken = sum(outcome.outcome == "received" for outcome in self._outcomes)
        words = self.tr("{taken} of {total} files received.")
        if receipts and self._office.path is not None:
            words += " " + self.tr("Receipts for the laptops lie in {folder}.")
        total = len(self._outcomes) if run is None else max(run.total, len(self._outcomes))
        folder = self._office.path.parent / RECEIPTS if self._office.path is not None else ""
        self.receive_card.show_summary(words.format(taken=taken, total=total, folder=folder))
        if run is not None:
            run.deleteLater()
        self._look()
        if self._waited:
            self._waited = False
            self._say_waited(taken, total)
        if self._later:
            self.receive_waiting(self._later.pop(0))

    def _say_waited(self, taken: int, total: int) -> None:
        words = self.tr("{taken} of {total} files that waited were received.")
        more = self.tr("The others still wait; what became of each stands under Receive files.")
        whole = taken == total
        told = words.format(taken=taken, total=total)
        self.messages.clear()
        self.show_message(Message(told, "" if whole else more, "good" if whole else "attention"))

    def _accept(self, device: str, fingerprint: str) -> None:
        def job(desk: Desk) -> tuple[str, int]:
            card = accept_by_fingerprint(desk, device, fingerprint)
            return card.author, len(files_waiting(desk, device))

        self._office.run(
            job,
            lambda done: self._accepted(device, *done),
            lambda error: self._not_accepted(device, error),
        )

    def _accepted(self, device: str, inspector: str, waiting: int) -> None:
        text = self.tr("The laptop of {name} is accepted.").format(name=inspector)
        none, some = self.tr("None of its files waited."), self.tr("What waited of it is received now.")
        self.messages.clear()
        self.show_message(Message(text, some if waiting else none, "good"))
        self._look()
        if waiting:
            self.receive_waiting(device)

    def _not_accepted(self, device: str, error: KnownError) -> None:
        line = self.laptops.lines.get(device)
        if line is None or line.fingerprint is None or line.line is None:
            self._failed(error)
        else:
            line.fingerprint.show_problem(f"{error.message} {error.advice}")
            line.line.line.setFocus()

    def _revoke(self, device: str) -> None:
        text = self.tr("Revoke this laptop?")
        advice = self.tr("Its next files wait in quarantine. What it sent before stays.")
        words = Message(text, advice, "attention", self.tr("Revoke"))
        self.messages.clear()
        self.show_message(words, lambda: self._revoke_now(device))

    def _revoke_now(self, device: str) -> None:
        self.messages.clear()
        self._office.run(lambda desk: revoke_device(desk, device), lambda _: self._look())

    def _introduce(self, path: Path) -> None:
        self._office.run(lambda desk: introduce(desk, read_whole(path)), self._introduced, self._no_card)

    def _introduced(self, inspector: str) -> None:
        self.laptops.card.line.clear()
        self.laptops.card_row.show_problem("")
        self._look()

    def _no_card(self, error: KnownError) -> None:
        self.laptops.card_row.show_problem(f"{error.message} {error.advice}")

    def _save_tables(self, folder: Path) -> None:
        if self._tables is None or self.tables.working.busy:
            return
        now = self._workbench.program.now()
        job = self._workbench.processes.run_in_process(save_tables, self._tables, folder, now)
        self.tables.working.follow(job, self.tr("Writing the tables"))
        job.done.connect(self._saved)
        job.failed.connect(self._not_saved)

    def _saved(self, files: Sequence[Path]) -> None:
        names = ", ".join(file.name for file in files)
        text = self.tr("The tables were saved.")
        where = self.tr("{names} in {folder}").format(names=names, folder=files[0].parent)
        self.show_message(Message(text, where, "good"))

    def _not_saved(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.tables.folder_row.show_problem(f"{error.message} {error.advice}")
        self.tables.folder.line.setFocus()

    def _failed(self, error: KnownError) -> None:
        self.show_message(Message.of(error))


def make(workbench: Workbench) -> Page:
    """The page of head office."""
    return OfficePage(workbench)
