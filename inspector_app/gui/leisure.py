"""What nobody waits for is done while nobody types: pages not looked at are shown anew, and made ahead.

One thing at a time, a pause after the last key, and never while the writer is at work: a key that comes in
between waits for one thing at most. Without anything to do no timer runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from inspector_app.gui.runner import JobRunner, there

if TYPE_CHECKING:
    from inspector_app.gui.frame.page import Page
    from inspector_app.gui.workbench import Workbench

PAUSE_MILLISECONDS = 300
"""After the last key: somebody who types is not interrupted."""
BETWEEN_MILLISECONDS = 20
"""Between two things: what the first one began is shown, and a key is heard."""


class Leisure(QObject):
    """One for each workbench; see `leisure_of`."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._waiting: dict[Callable[[], None], None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        workbench.saved.connect(self.note)
        workbench.inspection_changed.connect(self._forget)
        workbench.desk_changed.connect(self._forget)

    @property
    def waiting(self) -> int:
        """How many things are to be done."""
        return len(self._waiting)

    def later(self, call: Callable[[], None]) -> None:
        """Do this once nobody types; asked for again before that, it is done once."""
        self._waiting[call] = None
        if not self._timer.isActive():
            self._timer.start(PAUSE_MILLISECONDS)

    def note(self, *_: object) -> None:
        """Somebody is at work."""
        if self._timer.isActive():
            self._timer.start(PAUSE_MILLISECONDS)

    def _forget(self, *_: object) -> None:
        """It was about what was open."""
        self._waiting.clear()
        self._timer.stop()

    def _go_on(self) -> None:
        if self._busy():
            self._timer.start(PAUSE_MILLISECONDS)
            return
        call = next(iter(self._waiting))
        del self._waiting[call]
        if there(call):
            call()
        if self._waiting:
            self._timer.start(BETWEEN_MILLISECONDS)

    def _busy(self) -> bool:
        return any(runner.busy for runner in self._workbench.findChildren(JobRunner))


def leisure_of(workbench: Workbench) -> Leisure:
    """The one of this workbench, made when it is first asked for."""
    return workbench.findChild(Leisure) or Leisure(workbench)


def show_anew(page: Page, workbench: Workbench, ask: Callable[[], None]) -> None:
    """Ask now for the facts of a page that is looked at; of another one once nobody types. It asks by itself
    when it is looked at before that.
    """
    if page.away:
        leisure_of(workbench).later(ask)
    else:
        ask()
