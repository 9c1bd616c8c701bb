"""Help, tour and "about" from anywhere: F1 opens the chapter of the page one is on, Back leads back to it.

Nothing of help or tour is imported before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from inspector_app.gui.actions import ActionSpec

if TYPE_CHECKING:
    from inspector_app.gui.main_window import MainWindow
    from inspector_app.gui.tour import Tour
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.desk import Desk

HELP, ABOUT, TOUR = "help.open", "help.about", "help.tour"
OFFER_MILLISECONDS = 200
"""The tour of the example comes up once the list is painted and the keyboard is on it."""
Go = Callable[[str, str], None]


class Guide(QObject):
    """One for each window."""

    def __init__(self, window: MainWindow, workbench: Workbench, go: Go) -> None:
        super().__init__(window)
        self._window = window
        self._workbench = workbench
        self._go = go
        self.tour: Tour | None = None
        heading, add = self.tr("Help"), window.registry.add
        add(ActionSpec(HELP, self.tr("Help"), "F1", heading, icon="info"), self.help)
        add(ActionSpec(TOUR, self.tr("Start the tour"), "Ctrl+Shift+F1", heading), self.start_tour)
        add(ActionSpec(ABOUT, self.tr("About Inspector"), "", heading), self.about)
        window.registry.set_enabled(TOUR, False)
        workbench.desk_changed.connect(self._desk_changed)

    def help(self) -> None:
        """Open the help at the chapter of the page shown."""
        self._open("help")

    def about(self) -> None:
        """Show versions and licences."""
        self._open("about")

    def start_tour(self) -> None:
        """Show the tour from its first step."""
        self._workbench.kept.change(tour=0)
        self._show_tour()

    def _open(self, key: str) -> None:
        from inspector_app.gui.frame.aside import AsidePage

        page, focused = self._window.page, QApplication.focusWidget()
        here = page.key if page is not None else ""
        if here == key:
            return
        self._go(key, f"of {here}")
        shown = self._window.page
        if isinstance(shown, AsidePage) and not isinstance(page, AsidePage):
            shown.came_from(here, focused)

    def _desk_changed(self, unlocked: bool) -> None:
        if not unlocked:
            self._window.registry.set_enabled(TOUR, False)
            if self.tour is not None:
                self.tour.hide()
            return
        QTimer.singleShot(OFFER_MILLISECONDS, self, self._ask_desk)

    def _ask_desk(self) -> None:
        if self._workbench.unlocked:
            self._workbench.run(_is_practice, self._know_desk)

    def _know_desk(self, practice: bool) -> None:
        self._window.registry.set_enabled(TOUR, practice)
        if practice and self._workbench.kept.now.tour >= 0:
            self._show_tour()

    def _show_tour(self) -> None:
        if self.tour is None:
            from inspector_app.gui.tour import Tour

            self.tour = Tour(self._window, self._workbench, self._go)
            self._window.add_foot(self.tour)
        self.tour.begin()


def _is_practice(desk: Desk) -> bool:
    return desk.realm == "example"
