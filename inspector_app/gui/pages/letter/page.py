"""The letter: what the record says, as it will be printed; saved, printed and issued from here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page
from inspector_app.gui.letter_feed import LetterFeed
from inspector_app.gui.pages.letter.side import ISSUE, PRINT, SAVE, LetterSide
from inspector_app.gui.printing import Printing, PrintWish
from inspector_app.gui.widgets.letter_preview import LetterPreview
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.operations.changed import Changed
from inspector_app.operations.letter import keep_issued
from inspector_app.operations.letter_status import (
    IssuedLetter,
    LetterStatus,
    final_letter,
    issued_pdf,
    letter_status,
    save_pdf,
)
from inspector_app.operations.preview import SetLetter, set_letter
from inspector_app.operations.printers import printers

if TYPE_CHECKING:
    from inspector_app.gui.processes import LongJob
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.letter import Letter
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk

TURN = "letter.turn"


class LetterPage(Page):
    """The preview fills the page; what can be done with it stands at the side, and each has its key."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("letter", "Letter", "made from the record, nothing is typed here")
        self._workbench = workbench
        self._status: LetterStatus | None = None
        self._practice = False
        self._issuing: LongJob | None = None
        self._register()
        self.side_ = LetterSide(workbench.actions)
        self.side = self.side_
        self.preview = LetterPreview()
        self.fill(self.preview)
        self._feed = LetterFeed(workbench, self)
        self._printing = Printing(self)
        self._connect()
        workbench.at_close(self._printing.stop)
        self._ask_printers()

    def arrive(self) -> None:
        actions = self._workbench.actions
        actions.bind(SAVE, self.save)
        actions.bind(PRINT, self.print_letter)
        actions.bind(ISSUE, self.issue)
        actions.bind(TURN, self.preview.turn)
        actions.set_enabled(ISSUE, False)
        self._feed.start()
        self._ask_status()

    def leave(self) -> None:
        for action in (SAVE, PRINT, ISSUE, TURN):
            self._workbench.actions.unbind(action)
        self._feed.stop()

    def save(self) -> None:
        """Save what the preview shows under the name at the side."""
        if self.preview.letter is None:
            return
        self._save(self.preview.letter.pdf)

    def print_letter(self) -> None:
        """Hand the letter to the system's printing."""
        made = self.preview.letter
        if made is None or self._printing.busy:
            return
        copies = int(self.side_.copies.value() or "1")
        if not 0 < copies < 100:
            self.side_.copies.tell_problem(self.tr("Print 1 to 99 copies."))
            return
        wish = PrintWish(f"{made.letter.reference} letter", copies, self.side_.printer.value())
        self._printing.send(made.pdf, wish)

    def issue(self) -> None:
        """Freeze the final letter as the next version."""
        if self._issuing is None:
            self._workbench.checklists(self._build_final, self._set_final)

    def _register(self) -> None:
        where = self.tr("Letter")
        for spec in (
            ActionSpec(SAVE, self.tr("Save letter"), "Ctrl+Shift+S", where),
            ActionSpec(PRINT, self.tr("Print"), "Ctrl+P", where, icon="print"),
            ActionSpec(ISSUE, self.tr("Issue final letter"), "Ctrl+Shift+I", where),
            ActionSpec(TURN, self.tr("Show as text or as printed"), "Ctrl+T", where),
        ):
            self._workbench.actions.ensure(spec)

    def _connect(self) -> None:
        self._feed.ready.connect(self._show)
        self._feed.failed.connect(self.preview.show_failure)
        self._printing.printed.connect(self._printed)
        self._printing.failed.connect(self._failed)
        self._workbench.changed.connect(self._changed)
        self.side_.large_print_wanted.connect(self._feed.set_large_print)
        self.side_.version_wanted.connect(self._save_version)

    def _show(self, made: SetLetter) -> None:
        self.preview.show_letter(made)
        self.side_.show_unprintable(made.unprintable)

    def _ask_printers(self) -> None:
        """In the child, since asking can take seconds where a printer does not answer."""
        job = self._workbench.processes.run_in_process(printers)
        job.done.connect(self.side_.show_printers)

    def _ask_status(self) -> None:
        inspection_id = self._workbench.inspection_id
        if inspection_id:
            self._workbench.run(
                lambda desk: (letter_status(desk, desk.inspection(inspection_id)), desk.realm != "live"),
                self._show_status,
            )

    def _show_status(self, found: tuple[LetterStatus, bool]) -> None:
        self._status, self._practice = found
        self.side_.show_status(self._status, practice=self._practice)
        self._workbench.actions.set_enabled(ISSUE, self._status.may_issue)
        if not self.side_.target.value():
            self.side_.target.line.setText(str(_default_target(self._status.reference)))

    def _save(self, pdf: bytes) -> None:
        target = self.side_.target.path
        if target is None:
            self.side_.save_row.show_problem(self.tr("Say where to save it, such as a folder on the stick."))
            self.side_.focus_target()
            return
        self.side_.save_row.show_problem("")
        self._workbench.run(lambda _: save_pdf(pdf, target), self._saved, self._not_saved)

    def _saved(self, target: Path) -> None:
        where = self.tr("In {folder}").format(folder=target.parent)
        self.show_message(Message(self.tr("Saved {name}.").format(name=target.name), where, "good"))

    def _not_saved(self, error: KnownError) -> None:
        self.side_.save_row.show_problem(f"{error.message} {error.advice}")
        self.side_.focus_target()

    def _save_version(self, issued: IssuedLetter) -> None:
        self._workbench.run(lambda desk: issued_pdf(desk, issued), self._save)

    def _build_final(self, sessions: list[ChecklistSession]) -> Letter:
        desk = sessions[0].desk
        inspection = desk.inspection(sessions[0].inspection.id)
        words = self._feed.words.of(inspection.id, sessions)
        return final_letter(desk, inspection, words, large_print=self.side_.large_print)

    def _set_final(self, letter: Letter) -> None:
        job = self._workbench.processes.run_in_process(set_letter, letter)
        self._issuing = job
        job.done.connect(self._keep_final)
        job.failed.connect(self._bug)
        job.cancelled.connect(self._issue_over)

    def _keep_final(self, made: SetLetter) -> None:
        self._issue_over()
        inspection_id = self._workbench.inspection_id

        def keep(desk: Desk) -> SetLetter:
            keep_issued(desk, desk.inspection(inspection_id), made.letter, made.pdf)
            return made

        self._workbench.run(keep, self._issued)

    def _issued(self, made: SetLetter) -> None:
        self.preview.show_letter(made)
        words = self.tr("Version {version} is issued and kept in the record.")
        advice = self.tr("Save it or print it for the service. A later correction makes the next version.")
        self.show_message(Message(words.format(version=made.letter.version), advice, "good"))

    def _issue_over(self) -> None:
        self._issuing = None

    def _bug(self, error: BaseException) -> None:
        self._issuing = None
        raise error

    def _printed(self) -> None:
        self.show_message(Message(self.tr("The letter went to the printer."), "", "good"))

    def _failed(self, error: KnownError) -> None:
        self.show_message(Message.of(error))

    def _changed(self, changed: Changed) -> None:
        if changed.inspection == self._workbench.inspection_id and changed.about("inspection", "letter"):
            self._ask_status()


def _default_target(reference: str) -> Path:
    """A PDF named after the reference in the user's documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = "".join(c if c.isalnum() or c in "-_." else "-" for c in reference)
    return Path(folder or Path.home()) / f"{name}-letter.pdf"


def make(workbench: Workbench) -> Page:
    """The letter page of the open inspection."""
    return LetterPage(workbench)
