"""A screen that nobody has looked at yet is built a card at a time, while nobody types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shiboken6 import isValid

from inspector_app.gui.leisure import leisure_of

if TYPE_CHECKING:
    from inspector_app.gui.pages.checklist.items import ScreenItems
    from inspector_app.gui.pages.checklist.page import ChecklistPage
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.screen_facts import ScreenView
    from inspector_app.operations.screen_side import ScreenSide


class BuildAhead:
    """One for each page. Looked at meanwhile, the page asks anew and builds the rest at once."""

    def __init__(self, page: ChecklistPage, workbench: Workbench, items: ScreenItems) -> None:
        self._page, self._items = page, items
        self._workbench = workbench
        self._read: tuple[ScreenView, ScreenSide] | None = None

    def begin(self, read: tuple[ScreenView, ScreenSide]) -> None:
        """Build what these facts want; newer ones take their place."""
        self._read = read
        leisure_of(self._workbench).later(self._go_on)

    def _go_on(self) -> None:
        if self._read is None or not isValid(self._page) or not self._page.away:
            self._read = None
            return
        view, built = self._read[0], self._items.count
        if built < len(view.items):
            self._items.build(replace(view, items=view.items[: built + 1]))
            self._page.show_items(replace(view, items=view.items[built : built + 1]))
            leisure_of(self._workbench).later(self._go_on)
        else:
            read, self._read = self._read, None
            self._page.show_whole(read)
