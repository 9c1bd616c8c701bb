"""What is done when a desk is closed: what pages began is ended, all is folded, one last job, then the key is
forgotten. Each step on the thread it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError

if TYPE_CHECKING:
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.workspace import Workspace


class DeskEnd:
    """Whoever lives with the desk says here what is to be done at its end."""

    def __init__(self) -> None:
        self._closers: list[Callable[[], None]] = []
        self._last: Callable[[Desk], object] | None = None
        self._after: Callable[[object], None] | None = None
        self._over: list[Callable[[], None]] = []

    def at_close(self, call: Callable[[], None]) -> None:
        """Call this when the window closes or the desk is locked."""
        self._closers.append(call)

    def last_job(self, job: Callable[[Desk], object], after: Callable[[object], None]) -> None:
        """The last thing done at a desk, once all is folded and before it is closed, on the writer thread;
        `after` gets what it gave, on the window's, when the desk is closed.
        """
        self._last, self._after = job, after

    def at_end(self, call: Callable[[], None]) -> None:
        """Call this at the very end, after the desk was closed for good and `after` has been called."""
        self._over.append(call)

    def close_pages(self) -> None:
        closers, self._closers = self._closers, []
        for call in closers:
            call()

    def close_desk(self, workspace: Workspace | None) -> object:
        """On the writer thread; what the last job gave."""
        if workspace is None:
            return None
        try:
            workspace.fold()
            return self._last(workspace.desk) if self._last is not None else None
        except KnownError:
            # Every key is committed already; what could not be folded now is folded at the next start.
            return None
        finally:
            try:
                with suppress(KnownError):  # no room to write the file anew: it stays marked for next time
                    _tidy(workspace.desk)
            finally:
                workspace.desk.store.close()

    def tell(self, left: object) -> None:
        """The desk is closed, and this is what its last job left to do."""
        if self._after is not None and left is not None:
            self._after(left)

    def over(self) -> None:
        calls, self._over = self._over, []
        for call in calls:
            call()


def _tidy(desk: Desk) -> None:
    from inspector_app.operations.tidy import tidy

    tidy(desk)
