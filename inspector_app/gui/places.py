"""Where one can go by key, and back to where one was: as in a browser, over pages and inspections.

A place is the page, the field and where in it the keyboard was (`resting.py`): names alone, no answers. Pages
that were only passed on the way down the rail are no places, nor is help, which has a way back of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector_app.gui import pages
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.hands import leave_field

if TYPE_CHECKING:
    from inspector_app.gui.main_window import MainWindow
    from inspector_app.gui.resting import Resting, WayBack
    from inspector_app.gui.workbench import Workbench

BACK, FORWARD = "go.back", "go.forward"
MOST = 60
"""Places kept; nobody remembers more."""


class Places(QObject):
    """One for each window. `go(page, detail)` shows a page; `note` is called before it shows another."""

    def __init__(self, window: MainWindow, workbench: Workbench, go: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._window, self._workbench, self._go = window, workbench, go
        self._behind: list[Resting] = []
        self._ahead: list[Resting] = []
        self._passing = self._leading = False
        self.way_back: WayBack | None = None
        """Reads and finds places; there once a desk was unlocked."""
        self._register()
        workbench.inspection_changed.connect(self._inspection_changed)

    def note(self, key: str, *, passing: bool) -> None:
        """The page with this key is about to be shown; `passing` where the keyboard stays in the rail."""
        page, came_passing = self._window.page, self._passing
        self._passing = passing
        here = self.way_back.here() if self.way_back is not None else None
        if self._leading or here is None or page is None or page.key == key:
            return
        spec = pages.find(key)
        shown = pages.find(page.key)
        if shown is None or shown.level == "anytime" or (passing and came_passing and here.place is None):
            return
        if self._behind and _same(self._behind[-1], here):
            self._behind.pop()
        self._behind = [*self._behind[-MOST:], here]
        if spec is None or spec.level != "anytime":
            self._ahead = []
        self.show_ways()

    def forget(self) -> None:
        """There is no way back from here: nothing is unlocked, or what was there is gone."""
        self._behind, self._ahead = [], []
        self.show_ways()

    def show_ways(self) -> None:
        """Whether one can go back or forward just now."""
        for way, there in ((BACK, self._behind), (FORWARD, self._ahead)):
            self._window.registry.set_enabled(way, bool(there))

    def back(self) -> None:
        """To the place before this one."""
        self._lead(self._behind, self._ahead)

    def forward(self) -> None:
        """To the place that `back` came from."""
        self._lead(self._ahead, self._behind)

    def _lead(self, there: list[Resting], other: list[Resting]) -> None:
        way = self.way_back
        here = way.here() if way is not None else None
        while there and here is not None and _same(there[-1], here):
            there.pop()
        if way is not None and there:
            leave_field()
            place = there.pop()
            if here is not None:
                other.append(here)
            self._leading = True
            try:
                way.lead(place, self._go)
            finally:
                self._leading = False
        self.show_ways()

    def _inspection_changed(self, inspection_id: str) -> None:
        """An inspection is closed when its copy is let go: no way leads to it any more."""
        if not inspection_id:
            self.forget()

    def _register(self) -> None:
        go, add = self.tr("Go to"), self._window.registry.add
        for key, text, shortcut in (
            ("home", self.tr("Inspections"), "Alt+Home"),
            ("start", self.tr("Start an inspection"), "Ctrl+N"),
            ("register", self.tr("Register"), "Ctrl+R"),
            ("office", self.tr("Head office"), "Ctrl+Shift+O"),
            ("settings", self.tr("Settings"), "Ctrl+,"),
        ):
            if pages.find(key) is not None:
                icon = pages.ICONS[key] if key == "start" else None
                add(ActionSpec(f"go.{key}", text, shortcut, go, icon=icon), self._goer(key))
        for way, text, shortcut, call in (
            ("go.next_part", self.tr("Next part"), "Ctrl+PgDown", lambda: self._step(1)),
            ("go.previous_part", self.tr("Part before"), "Ctrl+PgUp", lambda: self._step(-1)),
            (BACK, self.tr("Back where you were"), "Alt+Left", self.back),
            (FORWARD, self.tr("Forward again"), "Alt+Right", self.forward),
        ):
            add(ActionSpec(way, text, shortcut, go), call)

    def _goer(self, key: str) -> Callable[[], None]:
        return lambda: self._go(key, "")

    def _step(self, step: int) -> None:
        keys = [item.key for item in self._window.rail.items]
        page = self._window.page
        if page is not None and page.key in keys:
            self._go(keys[(keys.index(page.key) + step) % len(keys)], "")


def _same(one: Resting, other: Resting) -> bool:
    return (one.database, one.inspection, one.page) == (other.database, other.inspection, other.page)
