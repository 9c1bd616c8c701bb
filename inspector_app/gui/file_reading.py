"""Files that somebody chose, dropped or pasted are read in the child process, for where they lie may be slow,
or be pulled out; those of the record are read by the writer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.gui.widgets.file_shelf import HeldShelf, ready_in_child

if TYPE_CHECKING:
    from inspector_app.gui.widgets.file_shelf import Refuse
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.answer_files import KeptFile
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.given_file import Given, ReadyFile


def read_apart(workbench: Workbench, given: Given, done: Callable[[ReadyFile], None], refuse: Refuse) -> None:
    """Read and clean a file; `done` or `refuse` is called, unless the window closes before."""

    def failed(error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        refuse(error)

    job = workbench.processes.run_in_process(ready_in_child, given)
    job.done.connect(done)
    job.failed.connect(failed)


class WaitingShelf(HeldShelf):
    """The shelf of one page and of the inspection it was made for; new files wait in memory until the page
    has them recorded.
    """

    def __init__(self, workbench: Workbench, inspection: str) -> None:
        super().__init__()
        self._workbench = workbench
        self._inspection = inspection

    def prepare(self, given: Given, done: Callable[[ReadyFile], None], refuse: Refuse) -> None:
        read_apart(self._workbench, given, partial(self._prepared, done), refuse)

    def fetch(self, name: str, done: Callable[[KeptFile], None]) -> None:
        if name in self.files:
            super().fetch(name, done)
            return
        inspection = self._inspection

        def read(desk: Desk) -> KeptFile:
            from inspector_app.operations.answer_files import look_at

            return look_at(desk, inspection, name)

        self._workbench.run(read, done, _nothing)

    def _prepared(self, done: Callable[[ReadyFile], None], found: ReadyFile) -> None:
        """A file that was read while another inspection was opened belongs to neither."""
        if self._workbench.inspection_id == self._inspection and self._workbench.unlocked:
            done(found)


def _nothing(error: KnownError) -> None:
    """A picture that cannot be read is told by its question the next time it is shown."""
