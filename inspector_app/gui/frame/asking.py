"""A page's question to the record: one is under way at a time, and asked in between it is asked once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

if TYPE_CHECKING:
    from inspector_app.gui.frame.page import Page
    from inspector_app.gui.workbench import Workbench


class Asking:
    """Ask where `begin` says so, call `end` with the answer, and ask once more where `again` says so."""

    def __init__(self) -> None:
        self.under_way = False
        self._wanted = False

    def begin(self) -> bool:
        """Whether to ask now; while an answer is on its way it is noted for afterwards."""
        if self.under_way:
            self._wanted = True
            return False
        self.under_way = True
        return True

    @property
    def stale(self) -> bool:
        """Whether it was asked in between, so that the answer may be of before."""
        return self._wanted

    def end(self) -> None:
        """The answer came, or its refusal."""
        self.under_way = False

    def again(self) -> bool:
        """Whether to ask once more; said once."""
        wanted, self._wanted = self._wanted, False
        return wanted


def still_at(page: Page, workbench: Workbench, inspection: str) -> bool:
    """Whether the page is there, and its inspection open and unlocked: an answer has somewhere to go."""
    return isValid(page) and workbench.inspection_id == inspection and workbench.unlocked
