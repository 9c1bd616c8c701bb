"""The ways out of the program: to a file, to the printer; and a file looked up that came back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from inspector_app.errors import KnownError
from inspector_app.gui.pages.letter.print_section import VERSION
from inspector_app.gui.printing import Printing, PrintWish
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.operations.letter_files import Saved, look_up, save_paper, save_version
from inspector_app.operations.papers import PaperKind
from inspector_app.operations.preview import SetPaper, word_file
from inspector_app.operations.print_pack import PackPart, print_pack, set_pack
from inspector_app.operations.printers import printers
from inspector_app.paths import user_paths

if TYPE_CHECKING:
    from inspector_app.gui.letter_feed import LetterFeed
    from inspector_app.gui.pages.letter.page import LetterPage
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk


class PaperOut(QObject):
    """Saves and prints what the page shows; one print at a time."""

    def __init__(self, page: LetterPage, workbench: Workbench, feed: LetterFeed) -> None:
        super().__init__(page)
        self._page, self._workbench, self._feed = page, workbench, feed
        self._side = page.side_
        self._printing = Printing(self, user_paths().temporary)
        self._printing.printed.connect(self._printed)
        self._printing.failed.connect(self._failed)
        self._setting = False
        self._copies, self._printer, self._count = 1, "", 0
        workbench.at_close(self._printing.stop)
        job = workbench.processes.run_in_process(printers)
        job.done.connect(self._side.printing.show_printers)

    def save(self) -> None:
        """Save what is shown under the name at the side."""
        page, side = self._page, self._side
        target, shown = side.target.path, page.preview.letter
        if target is None:
            side.save_row.show_problem(page.tr("Say where to save it, such as a folder on the stick."))
            side.focus_target()
        elif page.opened is not None:
            if side.as_word:
                words = page.tr("A version is kept as PDF alone. Choose PDF, or another document.")
                side.save_row.show_problem(words)
            else:
                self._save_version(target)
        elif shown is not None and side.as_word:
            job = self._workbench.processes.run_in_process(word_file, shown.paper)
            job.done.connect(lambda data: self._save(shown, data, target))
        elif shown is not None:
            self._save(shown, shown.pdf, target)

    def print_documents(self) -> None:
        """Hand what is ticked to the system's printing."""
        if self._setting or self._printing.busy:
            return
        wanted, self._copies = self._side.printing.wanted()
        self._printer = self._side.printing.printer.value()
        if not wanted or not self._copies:
            return
        page = self._page
        made, opened = page.preview.letter, page.opened
        kinds = cast(list[PaperKind], [kind for kind in wanted if kind != VERSION])
        shown = [] if opened is None or VERSION not in wanted else [("letter", opened.pdf)]
        if kinds == [self._feed.wish.kind] and made is not None and not shown:
            self._send([(f"{made.paper.reference} {kinds[0]}", made.pdf)])
        elif not kinds:
            self._send(shown)
        else:
            self._set_pack(kinds, shown)

    def look_up(self) -> None:
        """Say what the file named at the side is."""
        versions = self._side.versions
        file = versions.file.path
        if file is None:
            versions.file_row.show_problem(self._page.tr("Name the PDF that came back."))
            return
        versions.file_row.show_problem("")
        self._workbench.run(
            lambda desk: look_up(desk, file),
            versions.show_proof,
            lambda error: versions.file_row.show_problem(str(error)),
        )

    def _save(self, shown: SetPaper, data: bytes, target: Path) -> None:
        inspection_id = self._workbench.inspection_id

        def job(desk: Desk) -> Saved:
            return save_paper(desk, desk.inspection(inspection_id), shown.paper, data, target)

        self._side.save_row.show_problem("")
        self._workbench.run(job, self._saved, self._not_saved)

    def _save_version(self, target: Path) -> None:
        inspection_id, opened = self._workbench.inspection_id, self._page.opened
        assert opened is not None

        def job(desk: Desk) -> Saved:
            return save_version(desk, desk.inspection(inspection_id), opened.issued, target)

        self._side.save_row.show_problem("")
        self._workbench.run(job, self._saved, self._not_saved)

    def _saved(self, saved: Saved) -> None:
        page = self._page
        where = page.tr("In {folder}").format(folder=saved.file.parent)
        words = page.tr("Saved {name}.").format(name=saved.file.name)
        if saved.verification is not None:
            beside = page.tr("Beside it lies {name}: with it anybody can tell that no byte was altered.")
            where = f"{where}. {beside.format(name=saved.verification.name)}"
        page.show_message(Message(words, where, "good"))

    def _not_saved(self, error: KnownError) -> None:
        self._side.save_row.show_problem(f"{error.message} {error.advice}")
        self._side.focus_target()

    def _set_pack(self, kinds: list[PaperKind], shown: list[tuple[str, bytes]]) -> None:
        wish, words = self._feed.wish, self._feed.words

        def build(sessions: list[ChecklistSession]) -> tuple[PackPart, ...]:
            desk = sessions[0].desk
            inspection = desk.inspection(sessions[0].inspection.id)
            return print_pack(desk, inspection, words.of(inspection.id, sessions), kinds, wish)

        def make(parts: tuple[PackPart, ...]) -> None:
            job = self._workbench.processes.run_in_process(set_pack, parts)
            job.done.connect(lambda made: self._send([*shown, *made]))
            job.failed.connect(self._bug)
            job.cancelled.connect(self._over)

        self._setting = True
        self._workbench.checklists(build, make, self._failed)

    def _send(self, documents: Sequence[tuple[str, bytes]]) -> None:
        self._setting = False
        if self._printing.as_pictures():
            words = self._page.tr("This system cannot print a PDF as it is, so pictures of its pages go out.")
            self._side.printing.say_how(words)
        self._count = len(documents)
        self._printing.send(
            [(pdf, PrintWish(title, self._copies, self._printer)) for title, pdf in documents]
        )

    def _printed(self, as_pictures: bool) -> None:
        page = self._page
        words = page.tr("The letter went to the printer.")
        if self._count > 1:
            words = page.tr("{count} documents went to the printer.").format(count=self._count)
        how = page.tr("As pictures of the pages: this system cannot print a PDF as it is.")
        page.show_message(Message(words, how if as_pictures else "", "good"))

    def _failed(self, error: KnownError) -> None:
        self._over()
        self._page.show_message(Message.of(error))

    def _bug(self, error: BaseException) -> None:
        self._over()
        raise error

    def _over(self) -> None:
        self._setting = False
