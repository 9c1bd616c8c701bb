"""Files that answer questions of the page: read apart, sealed and answered at once, fetched to be shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.gui.file_reading import read_apart
from inspector_app.operations.answer_files import KeptFile, answer_with_file, look_at

if TYPE_CHECKING:
    from inspector_app.gui.widgets.file_shelf import Refuse
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.given_file import Given, ReadyFile

Record = Callable[
    [str, "Callable[[ChecklistSession], str]", Callable[[str], None], Callable[[KnownError], None]], None
]
"""Has a job recorded for the field of a key, and tells how it went."""


class RecordShelf:
    """The shelf of one page, and of the inspection that the page was made for."""

    def __init__(self, workbench: Workbench, inspection: str, record: Record) -> None:
        self._workbench = workbench
        self._inspection = inspection
        self._record = record

    def prepare(self, given: Given, done: Callable[[ReadyFile], None], refuse: Refuse) -> None:
        read_apart(self._workbench, given, partial(self._prepared, done), refuse)

    def keep(self, key: str, name: str, content: bytes, done: Callable[[str], None], refuse: Refuse) -> None:
        self._record(key, lambda session: answer_with_file(session, key, name, content), done, refuse)

    def fetch(self, name: str, done: Callable[[KeptFile], None]) -> None:
        inspection = self._inspection
        self._workbench.run(lambda desk: look_at(desk, inspection, name), done, _nothing)

    def _prepared(self, done: Callable[[ReadyFile], None], found: ReadyFile) -> None:
        """A file that was read while another inspection was opened belongs to neither."""
        if self._workbench.inspection_id == self._inspection and self._workbench.unlocked:
            done(found)


def _nothing(error: KnownError) -> None:
    """A picture that cannot be read is told by its question the next time it is shown."""
