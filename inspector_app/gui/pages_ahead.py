"""The part of an inspection that comes next in the rail is made while the one before it is read.

To make a page takes up to five frames, most of it the same at each later visit or never again: so it is done
in pieces of less than a frame while nobody types (`leisure.py`). Only the next part: each takes some
megabytes. Parts that show a letter are left out, for what draws a letter takes thirty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector_app.gui import pages
from inspector_app.gui.leisure import leisure_of

if TYPE_CHECKING:
    from inspector_app.gui.frame.page import Page
    from inspector_app.gui.main_window import MainWindow
    from inspector_app.gui.workbench import Workbench

NOT_AHEAD = frozenset({"findings", "letter"})
DRESSED_AT_ONCE = 25
"""Widgets that are given their style in one piece."""
_NEEDED = {
    pages.SCREEN: (
        "inspector_app.gui.widgets.comment_box",
        "inspector_app.gui.widgets.segmented",
        "inspector_app.gui.widgets.factory",
        "inspector_app.gui.widgets.sample_table",
        "inspector_app.gui.pages.checklist.items",
        "inspector_app.gui.pages.checklist.side",
    )
}
"""What pages with keys that begin so need: loaded one by one."""


class PagesAhead(QObject):
    """One for each window. `make` makes and adds the page of a key."""

    def __init__(self, window: MainWindow, workbench: Workbench, make: Callable[[str], Page]) -> None:
        super().__init__(window)
        self._window, self._make = window, make
        self._leisure = leisure_of(workbench)
        self._workbench = workbench
        self._pieces: Iterator[None] = iter(())
        self._under_way = ""
        window.stack.currentChanged.connect(self._arrived)

    def _arrived(self, _: int) -> None:
        """Another page is looked at: what comes after it is made, and no longer what came after the last."""
        self._pieces, self._under_way = iter(()), ""
        if self._workbench.inspection_id:
            self._leisure.later(self._begin)

    def _begin(self) -> None:
        self._under_way = self._next_key()
        if self._under_way:
            self._pieces = self._made(self._under_way)
            self._leisure.later(self._go_on)

    def _go_on(self) -> None:
        if next(self._pieces, self) is not self:
            self._leisure.later(self._go_on)

    def _next_key(self) -> str:
        """The part after the one that is looked at, '' where it is there already or is left out."""
        keys = [item.key for item in self._window.rail.items]
        page = self._window.page
        if (
            page is None
            or page.key not in keys[:-1]
            or page.inspection_shown != self._workbench.inspection_id
        ):
            return ""
        key = keys[keys.index(page.key) + 1]
        return "" if self._window.has_page(key) or key in NOT_AHEAD else key

    def _made(self, key: str) -> Iterator[None]:
        """Piece by piece: what the page needs is loaded, it is made, and once it has its facts it is dressed
        and laid out.
        """
        spec = pages.find(key)
        if spec is None:
            return
        for start, modules in _NEEDED.items():
            for module in modules if key.startswith(start) else ():
                import_module(module)
                yield
        import_module(spec.factory.partition(":")[0])
        yield
        if self._window.has_page(key):
            return
        page = self._make(key)
        page.away = True
        page.when_at_rest(lambda: self._dress(page))

    def _dress(self, page: Page) -> None:
        if isValid(page) and page.away and page.key == self._under_way:
            self._pieces = self._dressed(page)
            self._leisure.later(self._go_on)

    def _dressed(self, page: Page) -> Iterator[None]:
        widgets = page.findChildren(QWidget)
        for start in range(0, len(widgets), DRESSED_AT_ONCE):
            for widget in widgets[start : start + DRESSED_AT_ONCE]:
                if isValid(widget):
                    widget.ensurePolished()
            yield
        layout = page.layout() if isValid(page) and page.away else None
        if layout is not None:
            page.resize(self._window.stack.size())
            layout.activate()
