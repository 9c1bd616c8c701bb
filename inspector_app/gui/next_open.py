"""F8: to the next open question, at once where the facts that were delivered are enough to know it. Shift+F8:
to the one before.

What was pressed just before may still be on its way to the record and open or close questions. Then F8 waits
for it, and so do the keys after it: none of them reaches the place that is being left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.hands import leave_field
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.widgets.message_bar import Message

if TYPE_CHECKING:
    from inspector_app.gui.key_hold import Hold
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.overview import OpenSpot, Overview


BEFORE = "window.open_before"


class NextOpen(QObject):
    """One for each window. `go(page, detail)` shows a place."""

    def __init__(self, window: MainWindow, workbench: Workbench, go: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._workbench = workbench
        self._go = go
        self._overview: Overview | None = None
        self._stale = True
        self._waiting: tuple[Hold, int] | None = None
        before = ActionSpec(BEFORE, self.tr("Open before"), "Shift+F8", self.tr("Window"))
        window.registry.add(before, lambda: self.go_on(-1))

    def enable(self, possible: bool) -> None:
        """Whether there are questions to go to."""
        for action in ("window.next_open", BEFORE):
            self._window.registry.set_enabled(action, possible)

    def know(self, shown: Overview | None, *, stale: bool) -> None:
        """The facts of the inspection as they came last; `stale` while newer ones are on their way."""
        self._overview, self._stale = shown, stale or shown is None
        if not self._stale and self._waiting is not None:
            (hold, step), self._waiting = self._waiting, None
            if hold.alive:
                self._leave_page(hold, step)

    def go_on(self, step: int = 1) -> None:
        """What F8 does, and with a step of -1 Shift+F8."""
        page = self._window.page
        if page is None:
            return
        hold = self._workbench.keys.begin()
        leave_field()
        page.when_at_rest(lambda: self._from_page(hold, step))

    def _from_page(self, hold: Hold, step: int) -> None:
        if not hold.alive:
            return
        page = self._window.page
        if page is not None and page.next_open(step):
            hold.land()
        elif self._stale:
            self._waiting = hold, step
        else:
            self._leave_page(hold, step)

    def _leave_page(self, hold: Hold, step: int) -> None:
        """Go to the next page with something open, round the rail; or say that nothing is."""
        page, shown = self._window.page, self._overview
        spot = next_spot(shown.open_spots, page.key, step) if shown is not None and page is not None else None
        if spot is not None:
            self._go(spot.part, spot.key)
            hold.land()
            return
        done = self.tr("Every question that is asked is answered.")
        self._workbench.notify(Message(done, self.tr("Look at the findings next."), "good"))
        hold.drop()


def next_spot(spots: Sequence[OpenSpot], part: str, step: int = 1) -> OpenSpot | None:
    """The first open place of the parts after this one, going round; with a step of -1 the last of those
    before. The spots stand in the rail's order.
    """
    order = spots if step > 0 else spots[::-1]
    here = [at for at, spot in enumerate(order) if spot.part == part]
    start = here[-1] + 1 if here else 0
    return order[start % len(order)] if order else None
