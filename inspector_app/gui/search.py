"""The field "search or do": inspections and services from the record, pages and actions from the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.gui import pages
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.search_list import Hit, SearchList
from inspector_app.gui.workbench import Workbench

if TYPE_CHECKING:
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.find import Found


class Search(QObject):
    """Answers come by the writer; an answer to what is no longer in the field is dropped."""

    def __init__(self, window: MainWindow, workbench: Workbench, go: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._workbench = workbench
        self._go = go
        self._field = window.top.search
        self.list = SearchList(self._field, window)
        self._asked = ""
        window.top.search_typed.connect(self._typed)
        window.search_wanted.connect(self._entered)

    def _typed(self, text: str) -> None:
        self._asked = text
        if not text.strip():
            self.list.close_list()
            return
        self._workbench.run(lambda desk: _find(desk, text), self._found)

    def _found(self, answer: tuple[str, tuple[Found, ...]]) -> None:
        text, found = answer
        if text != self._asked or not self._field.hasFocus():
            return
        words = text.casefold().split()
        hits = [self._hit(one) for one in found if one.kind == "inspection"]
        hits += [*self._pages(words), *self._actions(words)]
        hits += [self._hit(one) for one in found if one.kind == "service"]
        self.list.show_hits(hits)

    def _entered(self, text: str) -> None:
        self.list.take_chosen()

    def _hit(self, found: Found) -> Hit:
        if found.kind == "inspection":
            return Hit(found.title, found.subtitle, lambda: self._open(found.key))
        return Hit(found.title, found.subtitle, lambda: self._workbench.go("start", found.key))

    def _open(self, inspection_id: str) -> None:
        self._workbench.open_inspection(inspection_id)
        self._go("prepare")

    def _pages(self, words: Iterable[str]) -> list[Hit]:
        items = self._window.rail.items
        keys = {item.key: item.title for item in items}
        keys |= {spec.key: spec.title for spec in pages.home_specs()}
        return [
            Hit(title, self.tr("page"), self._goer(key))
            for key, title in keys.items()
            if all(word in title.casefold() for word in words)
        ]

    def _goer(self, key: str) -> Callable[[], None]:
        return lambda: self._go(key)

    def _actions(self, words: Iterable[str]) -> list[Hit]:
        registry = self._window.registry
        return [
            Hit(spec.text, self.tr("do"), registry.action(spec.id).trigger, registry.key(spec.id))
            for spec in registry.specs
            if registry.action(spec.id).isEnabled()
            and not spec.id.startswith("go.")
            and spec.id != "window.search"
            and all(word in spec.text.casefold() for word in words)
        ]


def _find(desk: Desk, text: str) -> tuple[str, tuple[Found, ...]]:
    """On the writer thread; the first paint does not load what searching needs."""
    from inspector_app.operations.find import find

    return text, find(desk, text)
