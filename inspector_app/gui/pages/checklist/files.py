"""Files that answer questions of the page: sealed and answered in one job, which the page counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.gui.file_reading import WaitingShelf
from inspector_app.operations.answer_files import answer_with_file

if TYPE_CHECKING:
    from inspector_app.gui.widgets.file_shelf import Refuse
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.checklist_session import ChecklistSession

Under = Callable[[str, int], None]
"""How many jobs more, or fewer, are under way for the field of a key."""


class RecordShelf(WaitingShelf):
    """Nothing waits here: what is kept is the answer at once; what is wrong is said at the question."""

    def __init__(self, workbench: Workbench, inspection: str, under_way: Under) -> None:
        super().__init__(workbench, inspection)
        self._under_way = under_way

    def keep(self, key: str, name: str, content: bytes, done: Callable[[str], None], refuse: Refuse) -> None:
        def job(session: ChecklistSession) -> str:
            return answer_with_file(session, key, name, content)

        def recorded(kept: str) -> None:
            done(kept)
            self._under_way(key, -1)

        def refused(error: KnownError) -> None:
            refuse(error)
            self._under_way(key, -1)

        self._under_way(key, 1)
        self._workbench.checklist(job, recorded, refused)
