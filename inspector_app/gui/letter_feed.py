"""Keeps the preview of a document up to date: built on the writer thread, set in the child, one at a time.

While one preview is on its way any number of keys only marks it as outdated, so that the newest record is
always the next to be shown and nothing piles up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector_app.errors import KnownError
from inspector_app.operations.changed import Changed
from inspector_app.operations.preview import SetPaper, Wish, WordsAtHand, set_paper, shown_paper

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.inspections.paper import Paper
    from inspector_app.operations.checklist_session import ChecklistSession

_SHOWN = frozenset(
    {
        "inspection",
        "answer",
        "repeat",
        "evidence",
        "grade",
        "finding",
        "letter",
        "claim",
        "matter",
        "follow_up",
    }
)


class LetterFeed(QObject):
    """`ready(SetPaper)` with every new preview, `failed(KnownError)` when there can be none."""

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._words = WordsAtHand()
        self._wish = self._on_way = Wish()
        self._wanted = False
        self._busy = False
        self._outdated = False
        workbench.changed.connect(self._changed)
        workbench.inspection_changed.connect(self._forget)

    @property
    def words(self) -> WordsAtHand:
        """The checklist in words, for jobs on the writer thread."""
        return self._words

    @property
    def busy(self) -> bool:
        """Whether a preview is on its way."""
        return self._busy

    @property
    def wish(self) -> Wish:
        """The document that is shown."""
        return self._wish

    def set_wish(self, wish: Wish) -> None:
        """Another document, size or language from the next preview on."""
        if wish != self._wish:
            self._wish = wish
            self.refresh()

    def start(self) -> None:
        """The preview is shown: keep it up to date."""
        self._wanted = True
        self.refresh()

    def stop(self) -> None:
        """The preview is not shown: nothing is made."""
        self._wanted = False

    def refresh(self) -> None:
        """The record or the typing has changed."""
        if not self._wanted or not self._workbench.inspection_id:
            return
        if self._busy:
            self._outdated = True
            return
        self._busy, self._outdated = True, False
        self._on_way = self._wish
        self._workbench.checklists(self._build, self._built, self._not_built)

    def _build(self, sessions: list[ChecklistSession]) -> Paper:
        session = sessions[0]
        inspection = session.desk.inspection(session.inspection.id)
        words = self._words.of(inspection.id, sessions)
        return shown_paper(session.desk, inspection, words, self._on_way)

    def _built(self, paper: Paper) -> None:
        job = self._workbench.processes.run_in_process(set_paper, paper)
        job.done.connect(self._set)
        job.failed.connect(self._not_set)
        job.cancelled.connect(self._over)

    def _set(self, made: SetPaper) -> None:
        if self._wanted and self._on_way == self._wish:
            self.ready.emit(made)
        self._over()

    def _not_set(self, error: BaseException) -> None:
        self._over()
        raise error

    def _not_built(self, error: KnownError) -> None:
        if self._wanted and self._on_way == self._wish:
            self.failed.emit(error)
        self._over()

    def _over(self) -> None:
        self._busy = False
        if self._outdated:
            self.refresh()

    def _changed(self, changed: Changed) -> None:
        if changed.inspection != self._workbench.inspection_id:
            return
        if changed.about("answer", "repeat", "checklist"):
            self._words.forget()
        if changed.kinds & _SHOWN:
            self.refresh()

    def _forget(self, inspection: str) -> None:
        self._words.forget()
        if inspection:
            self.refresh()
