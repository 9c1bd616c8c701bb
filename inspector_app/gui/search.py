"""The field "search or do": everything in the record, and every page and action of the window.

Answers come by the writer, one asked at a time and always for what stands in the field last: whoever types
faster than the record answers waits for one answer, not for all. Enter waits for that answer too, so that it
never does what an older one showed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from inspector_app.errors import KnownError
from inspector_app.gui import pages
from inspector_app.gui.hit_list import Hit
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.search_list import SearchList
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.workbench import Workbench

if TYPE_CHECKING:
    from inspector_app.gui.key_hold import Hold
    from inspector_app.operations.palette import Match, Place
    from inspector_app.operations.workspace import Workspace

MOST_ACTIONS = 6


class Search(QObject):
    """`go(page, detail)` shows a place."""

    def __init__(self, window: MainWindow, workbench: Workbench, go: Callable[..., None]) -> None:
        super().__init__(window)
        self._window = window
        self._workbench = workbench
        self._go = go
        self._field = window.top.search
        self.list = SearchList(self._field, window)
        self._asked: str | None = None
        self._enter: Hold | None = None
        self._before: QWidget | None = None
        window.top.search_typed.connect(self._typed)
        window.search_wanted.connect(self._entered)
        self._field.escaped.connect(self._go_back)
        self._field.entered.connect(self._opened)

    def _opened(self, before: QWidget | None) -> None:
        """The field got the keyboard: offer what can be done, before anything is typed."""
        if before is not None and before is not self._field:
            self._before = before
        if not self._field.text().strip():
            self._show(())

    def _typed(self, text: str) -> None:
        if self._asked is None:
            self._ask(text)

    def _ask(self, text: str) -> None:
        if not text.strip():
            self._show(())
            return
        self._asked = text
        self._workbench.work(lambda at: _palette(at, text), self._found, self._not_found)

    def _found(self, matches: tuple[Match, ...]) -> None:
        answered, self._asked = self._asked, None
        text = self._field.text()
        if text != answered and text.strip():
            self._ask(text)
            return
        if self._field.hasFocus() or self._enter is not None:
            self._show(matches if text.strip() else ())
        self._take_waiting()

    def _not_found(self, error: KnownError) -> None:
        self._asked = None
        self._window.show_message(Message.of(error))
        if self._enter is not None:
            hold, self._enter = self._enter, None
            hold.drop()

    def _show(self, matches: tuple[Match, ...]) -> None:
        text = self._field.text()
        words = text.casefold().split()
        doable = [*self._pages(words), *self._actions(words)]
        hits = [*doable[:MOST_ACTIONS], *map(self._hit, matches)] if words else doable
        foot = (
            "" if words else self.tr("Type to search services, inspections, answers, evidence and findings.")
        )
        if not hits:
            foot = self.tr(
                "Nothing found for “{text}”. Search looks at the beginnings of words in services, "
                "inspections, answers, evidence and findings on this laptop."
            ).format(text=text.strip())
        self.list.show_hits(hits, foot)

    def _entered(self, text: str) -> None:
        if self._asked is None:
            self.list.take_chosen()
        elif self._enter is None:
            self._enter = self._workbench.keys.begin()

    def _take_waiting(self) -> None:
        """What Enter was pressed for while its answer was on its way."""
        if self._enter is None:
            return
        hold, self._enter = self._enter, None
        if not hold.alive:
            return
        if self.list.take_chosen():
            hold.land()
        else:
            hold.drop()

    def _go_back(self) -> None:
        """The keyboard goes back to where it was before the search."""
        self.list.close_list()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._window.page is not None:
            self._window.page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _hit(self, match: Match) -> Hit:
        return Hit(match.title, match.about, lambda: self._open(match), "", match.group, match.parts)

    def _open(self, match: Match) -> None:
        """Go to the very question, piece or page; another inspection is opened for it."""
        if match.inspection:
            self._workbench.open_inspection(match.inspection)

        def place(at: Workspace) -> Place:
            from inspector_app.operations.palette import place_of

            return place_of(at, match.kind, match.inspection, match.key)

        with self._workbench.moving():
            self._workbench.work(place, self._arrive)

    def _arrive(self, place: Place) -> None:
        self._go(place.page, place.detail)

    def _pages(self, words: list[str]) -> list[Hit]:
        group, registry = self.tr("Go to"), self._window.registry
        known = {spec.id for spec in registry.specs}
        keys = {item.key: item.title for item in self._window.rail.items}
        keys |= {spec.key: spec.title for spec in pages.home_specs()}
        return [
            Hit(title, "", self._goer(key), registry.key(f"go.{key}") if f"go.{key}" in known else "", group)
            for key, title in keys.items()
            if all(word in title.casefold() for word in words)
        ]

    def _goer(self, key: str) -> Callable[[], None]:
        return lambda: self._go(key)

    def _actions(self, words: list[str]) -> list[Hit]:
        group, registry = self.tr("Do"), self._window.registry
        return [
            Hit(spec.text, spec.where, self._doer(spec.id), registry.key(spec.id), group)
            for spec in registry.specs
            if registry.action(spec.id).isEnabled()
            and not spec.id.startswith("go.")
            and spec.id != "window.search"
            and all(word in f"{spec.text} {spec.where}".casefold() for word in words)
        ]

    def _doer(self, action: str) -> Callable[[], None]:
        """An action is done where the keyboard was: evidence is captured for the question that had it."""

        def do() -> None:
            self._go_back()
            if QApplication.focusWidget() is self._field:
                self._field.clearFocus()
            self._window.registry.action(action).trigger()

        return do


def _palette(at: Workspace, text: str) -> tuple[Match, ...]:
    """On the writer thread; the first paint does not load what searching needs."""
    from inspector_app.operations.palette import palette

    return palette(at.desk, at.checklists() if at.inspection else (), at.inspection, text)
