"""Joins the frame with the workbench: which page is shown, what the rail and the top bar say, lock and close.

It decides nothing about inspections: what stands in the rail comes from `operations.overview`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui import pages
from inspector_app.gui.frame.asking import Asking
from inspector_app.gui.frame.facts import Place, Progress, RailItem
from inspector_app.gui.guide import Guide
from inspector_app.gui.hands import ensure_hands
from inspector_app.gui.icons import Name as Icon
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.next_open import NextOpen
from inspector_app.gui.places import Places
from inspector_app.gui.search import Search
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.changed import Changed

if TYPE_CHECKING:
    from inspector_app.gui.desk_life import DeskLife
    from inspector_app.gui.frame.page import Page
    from inspector_app.gui.resting import WayBack
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.overview import Overview, Seat
    from inspector_app.operations.workspace import Workspace


SWEEP_AFTER_MILLISECONDS = 200
"""While the passphrase is typed: nobody waits for it then."""
BEGIN_LIFE_MILLISECONDS = 50
"""The list of inspections is painted first."""
PRIVATE = "private"
"""The folder of plain files that must exist for a moment, below the user's data (`paths.py`)."""


class Shell(QObject):
    """One for each window."""

    def __init__(self, window: MainWindow, workbench: Workbench, data: Path) -> None:
        super().__init__(window)
        self.window = window
        self.workbench = workbench
        self._data = data
        self._overview: Overview | None = None
        self._seat: Seat | None = None
        self._asking = Asking()
        self._level: pages.Level = "start"
        self._life: DeskLife | None = None
        self._way_back: WayBack | None = None
        self._locking: str | None = None
        self.places = Places(window, workbench, self.go)
        self._back = window.registry.button("go.home", "quiet")
        self._back.set_words(self._back.text(), "chevron-right" if window.isRightToLeft() else "chevron-left")
        rail_column = window.rail.layout()
        if rail_column is not None:
            rail_column.insertWidget(0, self._back)  # type: ignore[attr-defined]
            QWidget.setTabOrder(self._back, window.rail.list)
            QWidget.setTabOrder(window.rail.list, window.rail.next_open)
        self.search = Search(window, workbench, self.go)
        self.next_open = NextOpen(window, workbench, self.go)
        ensure_hands(workbench)
        self.guide = Guide(window, workbench, self.go)
        self._connect()
        self._bare()

    @property
    def overview(self) -> Overview | None:
        """The open inspection as the frame shows it."""
        return self._overview

    def start(self) -> None:
        """The first page: unlock where there is a profile, else the welcome."""
        self._show_door()
        QTimer.singleShot(SWEEP_AFTER_MILLISECONDS, self, self._sweep)

    def _show_door(self) -> None:
        from inspector_app.operations.profile import profiles

        self.go("unlock" if profiles(self._data).live else "first_start")

    @property
    def life(self) -> DeskLife | None:
        """What locks and backs up the desk, None before it was first made ready."""
        return self._life

    def go(self, key: str, detail: str = "", *, focus: bool = True) -> None:
        """Show a page, made now if need be; what may not be shown yet gives way to what may."""
        spec = pages.find(key)
        if spec is None:
            return
        if spec.level not in ("start", "anytime") and not self.workbench.unlocked:
            return self.start()
        if spec.level == "inspection" and not self.workbench.inspection_id:
            return self.go("home", focus=focus)
        self.places.note(key, passing=not focus)
        if self.window.outlived(key, self.workbench.inspection_id):
            self._settle()
            self.window.remove_page(key)
        if not self.window.has_page(key):
            self.made(key)
        with self.window.arranged_once():
            if spec.level not in ("aside", "anytime"):
                self._enter(spec.level)
            page = self.window.go(key, focus=focus)
        if detail:
            page.show_detail(detail)
        if focus and not page.at_rest:
            self.workbench.keys.begin().land()
        return None

    def made(self, key: str) -> Page:
        """The page with this key, made and added, not shown."""
        spec = pages.find(key)
        if spec is None:
            raise ValueError(f"There is no page {key}")
        page = spec.make(self.workbench)
        page.key = key
        if spec.level in ("inspection", "aside"):
            page.inspection_shown = self.workbench.inspection_id
        return self.window.add_page(page)

    def _when_at_rest(self, call: Callable[[], None]) -> None:
        """Call this once the page shown, whichever it is then, is at rest."""
        page = self.window.page
        if page is None or page.at_rest:
            call()
        else:
            page.when_at_rest(lambda: self._when_at_rest(call))

    def lock(self, why: str = "") -> None:
        """Hide everything, save what is typed, close the database; `why` is said on the unlock page."""
        if not self.workbench.unlocked or self._locking is not None:
            return
        self.workbench.keys.give_up()
        self._locking = why
        if self._way_back is not None:
            self._way_back.rest()
        self._settle()
        self._show_door()
        self._drop_pages()
        self._bare()
        self.workbench.lock(self._locked)

    def close(self) -> None:
        """Save what is typed and end every thread. The last backup is made when no window waits for it."""
        self._settle()
        self.window.hide()
        self.workbench.close()

    def _wanted(self, key: str, detail: str) -> None:
        """A page is asked for; after unlocking, home is where the person was when the desk was locked."""
        if self._way_back is None or not self._way_back.take(key, self.go):
            self.go(key, detail)

    def _sweep(self) -> None:
        """Take away what a crash left in the private folder, off this thread."""
        if not self.workbench.closed:
            self.workbench.beside(lambda: _swept(self._data))

    def _settle(self) -> None:
        """Let the field that has the keyboard commit what was typed."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if self.window.page is not None:
            self.window.page.leave()

    def _connect(self) -> None:
        bench, window = self.workbench, self.window
        bench.page_wanted.connect(self._wanted)
        bench.message.connect(self._show_message)
        bench.saved.connect(self._saved)
        bench.saving.connect(window.top.show_saving)
        bench.not_saved.connect(self._not_saved)
        bench.changed.connect(self._changed)
        bench.inspection_changed.connect(self._inspection_changed)
        bench.desk_changed.connect(self._desk_changed)
        window.page_wanted.connect(self._rail_chosen)
        window.lock_wanted.connect(lambda: self.lock())
        window.next_open_wanted.connect(lambda: self.next_open.go_on())

    def _rail_chosen(self, key: str) -> None:
        self.go(key, focus=False)

    def _saved(self, at: datetime) -> None:
        self.window.show_saved(at)

    def _not_saved(self, error: KnownError) -> None:
        self.window.top.show_not_saved(error.message)

    def _show_message(self, message: Message, act: Callable[[], None] | None) -> None:
        page = self.window.page
        if page is not None:
            page.show_message(message, act)
        else:
            self.window.show_message(message, act)

    def _desk_changed(self, unlocked: bool) -> None:
        if unlocked:
            self.workbench.keys.when_at_rest = self._when_at_rest
            with self.window.arranged_once():
                self.window.top.set_bare(False)
                self.enable(True)
                self._greet()
                self.made_life()
            QTimer.singleShot(BEGIN_LIFE_MILLISECONDS, self, self._begin_life)
        else:
            self._bare()
            if self._life is not None:
                self._life.end()

    def made_life(self) -> DeskLife:
        """What watches over an unlocked desk; made once, begun at each unlocking."""
        if self._life is None:
            from inspector_app.gui.desk_life import DeskLife
            from inspector_app.gui.pages_ahead import PagesAhead
            from inspector_app.gui.resting import WayBack

            self._way_back = self.places.way_back = WayBack(self.window, self.workbench)
            self._life = DeskLife(self.window, self.workbench, self.lock)
            self._life.idle.pressed.connect(self._way_back.stop)
            PagesAhead(self.window, self.workbench, self.made)
        return self._life

    def _begin_life(self) -> None:
        if self.workbench.unlocked:
            self.made_life().begin()

    def _locked(self) -> None:
        why, self._locking = self._locking, None
        self.go("unlock" if self.window.has_page("unlock") else "first_start")
        if why and self.window.page is not None:
            safe = self.tr("Everything typed is saved. Unlock it and you are where you were.")
            self.window.page.show_message(Message(why, safe))

    def _bare(self) -> None:
        """Nothing is unlocked: no rail, no search, no name of any service."""
        self._overview = self._seat = None
        self.next_open.know(None, stale=True)
        self._level = "start"
        self.window.top.set_bare(True)
        self.window.show_rail(())
        self.window.show_progress(None)
        self.window.show_place(Place(self.tr("Inspector")))
        self.enable(False)

    def enable(self, unlocked: bool) -> None:
        """Whether what asks for an unlocked desk can be done."""
        registry = self.window.registry
        for spec in registry.specs:
            if spec.id.startswith("go.") or spec.id in ("window.search", "window.lock"):
                registry.set_enabled(spec.id, unlocked)
        self.next_open.enable(unlocked)
        if unlocked:
            self.places.show_ways()
        else:
            self.places.forget()

    def _drop_pages(self, *levels: pages.Level) -> None:
        """Forget pages that show what may not be seen now; all but the one shown when no level is named."""
        for key in self.window.page_keys:
            spec = pages.find(key)
            stays = levels and spec is not None and spec.level not in levels
            if not stays and (self.window.page is None or self.window.page.key != key):
                self.window.remove_page(key)

    def _inspection_changed(self, inspection_id: str) -> None:
        self._overview = None
        self.next_open.know(None, stale=True)
        self._drop_pages("inspection", "aside")
        if inspection_id:
            self._ask_overview()

    def _changed(self, changed: Changed) -> None:
        if changed.inspection and changed.inspection == self.workbench.inspection_id:
            self._ask_overview()

    def _greet(self) -> None:
        first = self.workbench.welcome
        if first is None:
            self.workbench.run(_seat, self._show_seat)
        else:
            self._show_seat(first.seat)

    def _show_seat(self, shown: Seat) -> None:
        self._seat = shown
        if self._level == "home":
            self._enter("home")

    def _ask_overview(self) -> None:
        """Ask for the rail's facts; while an answer is on its way, once more after it is enough."""
        self.next_open.know(self._overview, stale=True)
        if self._asking.begin():
            self.workbench.work(_overview, self._show_overview, self._no_overview)

    def _show_overview(self, shown: Overview) -> None:
        self._asking.end()
        if shown.inspection == self.workbench.inspection_id:
            self._overview = shown
            self.next_open.know(shown, stale=self._asking.stale)
            if self._level == "inspection":
                self._enter("inspection")
        self._repeat()

    def _no_overview(self, error: KnownError) -> None:
        self._asking.end()
        self.workbench.keys.give_up()
        self.workbench.notify(Message.of(error))
        self._repeat()

    def _repeat(self) -> None:
        if self._asking.again():
            QTimer.singleShot(0, self, self._ask_overview)

    def _enter(self, level: pages.Level) -> None:
        """Let the frame show where the person is: the list of inspections, or the parts of one."""
        self._level = level
        self._back.setVisible(level == "inspection")
        if level == "home":
            self._enter_home()
        elif level == "inspection" and self._overview is not None:
            self._enter_inspection(self._overview)

    def _enter_home(self) -> None:
        shown = self._seat
        words = f"{shown.author} · {shown.office}" if shown else ""
        self.window.show_place(Place(self.tr("Inspector"), words, practice=bool(shown and shown.practice)))
        self.window.show_rail(self.home_items(), self.tr("This laptop"))
        self.window.show_progress(None)
        self.next_open.enable(False)

    def home_items(self) -> list[RailItem]:
        return [RailItem(spec.key, spec.title, "open", icon=_icon(spec.key)) for spec in pages.home_specs()]

    def _enter_inspection(self, shown: Overview) -> None:
        place = Place(shown.title, shown.subtitle, shown.status, shown.status_tone, shown.practice)
        self.window.show_place(place)
        items = [
            RailItem(part.key, part.title, part.state, part.words, part.open_count)
            for part in shown.parts
            if pages.find(part.key) is not None
        ]
        self.window.show_rail(items, self.tr("Inspection {reference}").format(reference=shown.reference))
        self.window.show_progress(Progress(shown.answered, shown.total))
        self.next_open.enable(True)


def _swept(data: Path) -> int:
    from inspector_app.operations.private_files import sweep

    return sweep(data / PRIVATE)


def _overview(at: Workspace) -> Overview:
    """On the writer thread; the first paint does not load what the rail needs."""
    from inspector_app.operations.overview import overview

    return overview(at.desk, at.checklists(), at.inspection)


def _seat(desk: Desk) -> Seat:
    from inspector_app.operations.overview import seat

    return seat(desk)


def _icon(key: str) -> Icon:
    return pages.ICONS.get(key, "info")
