"""Reading a file that somebody chose, dropped or pasted: in the child process, for the place it lies in may
be slow, or be pulled out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError

if TYPE_CHECKING:
    from inspector_app.gui.widgets.file_shelf import Refuse
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.given_file import Given, ReadyFile


def read_apart(workbench: Workbench, given: Given, done: Callable[[ReadyFile], None], refuse: Refuse) -> None:
    """Read and clean a file; one of `done` and `refuse` is called, unless the window closes before."""
    from inspector_app.gui.widgets.file_shelf import ready_in_child

    def failed(error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        refuse(error)

    job = workbench.processes.run_in_process(ready_in_child, given)
    job.done.connect(done)
    job.failed.connect(failed)
