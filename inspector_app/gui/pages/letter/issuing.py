"""Issuing: the final letter is built on the writer's thread, set in the child, and kept, signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.inspections.letter import Letter
from inspector_app.operations.letter import keep_issued
from inspector_app.operations.letter_status import final_letter
from inspector_app.operations.preview import SetPaper, set_paper

if TYPE_CHECKING:
    from inspector_app.errors import KnownError
    from inspector_app.gui.frame.page import Page
    from inspector_app.gui.letter_feed import LetterFeed
    from inspector_app.gui.processes import LongJob
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk


class Issuing(QObject):
    """`issued(SetPaper)` once a version is kept; one at a time."""

    issued = Signal(object)

    def __init__(self, page: Page, workbench: Workbench, feed: LetterFeed) -> None:
        super().__init__(page)
        self._page, self._workbench, self._feed = page, workbench, feed
        self._large = False
        self._busy = False

    def begin(self, *, large_print: bool) -> None:
        """Freeze the final letter as the next version."""
        if not self._busy:
            self._busy, self._large = True, large_print
            self._workbench.checklists(self._build, self._set, self._refused)

    def tell_issued(self, made: SetPaper) -> None:
        self.issued.emit(made)

    def _build(self, sessions: list[ChecklistSession]) -> Letter:
        desk = sessions[0].desk
        inspection = desk.inspection(sessions[0].inspection.id)
        words = self._feed.words.of(inspection.id, sessions)
        return final_letter(desk, inspection, words, large_print=self._large)

    def _set(self, letter: Letter) -> None:
        job: LongJob = self._workbench.processes.run_in_process(set_paper, letter)
        job.done.connect(self._keep)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._over)

    def _keep(self, made: SetPaper) -> None:
        inspection_id = self._workbench.inspection_id

        def keep(desk: Desk) -> SetPaper:
            assert isinstance(made.paper, Letter)
            keep_issued(desk, desk.inspection(inspection_id), made.paper, made.pdf)
            return made

        self._workbench.run(keep, self._kept, self._refused)

    def _kept(self, made: SetPaper) -> None:
        self._over()
        self.tell_issued(made)

    def _refused(self, error: KnownError) -> None:
        from inspector_app.gui.widgets.message_bar import Message

        self._over()
        self._page.show_message(Message.of(error))

    def _failed(self, error: BaseException) -> None:
        self._over()
        raise error

    def _over(self) -> None:
        self._busy = False
