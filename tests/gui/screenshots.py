"""Pictures of every page, light and dark, at 1366×768 and at 200 %, from the real program with the example.

usage: python -m tests.gui.screenshots [FOLDER] [--only WORDS] [--looks NAMES]     (see --help)

A page comes in through the registry; `SCENES` names further states worth a picture. A page may offer
`prepare_picture()`, which is called after it is shown (to open something, scroll, or show a message).
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from inspector_app.__main__ import make_program
from inspector_app.gui import pages
from inspector_app.gui.app import create_application
from inspector_app.gui.pages.letter.page import LetterPage
from inspector_app.gui.theme import Mode, Theme
from inspector_app.gui.widgets.letter_preview import LetterPreview
from inspector_app.gui.window_run import OpenWindow, build_window
from tests.gui.record_scenes import follow_up_states, record_states
from tests.patience import at_once, come_to_be_laid_out, wait_for

if TYPE_CHECKING:
    from inspector_app.gui.frame.page import Page
    from inspector_app.operations.program import Program
    from inspector_app.operations.workspace import Workspace

WIDTH, HEIGHT = 1366, 768


@dataclass(frozen=True)
class Look:
    name: str
    mode: Mode
    zoom: float
    width: int = WIDTH
    height: int = HEIGHT


LOOKS = (
    Look("light", "light", 1.0),
    Look("dark", "dark", 1.0),
    Look("light-200", "light", 2.0),
    Look("dark-200", "dark", 2.0),
    Look("contrast", "contrast", 1.0),
    Look("small", "light", 1.0, 900, 620),
    Look("light-300", "light", 3.0),
    Look("wide", "light", 1.0, 1920, 1080),
)
SELDOM = (
    Look("dark-300", "dark", 3.0),
    Look("contrast-200", "contrast", 2.0),
    Look("contrast-300", "contrast", 3.0),
    Look("wide-dark", "dark", 1.0, 1920, 1080),
    Look("wide-200", "light", 2.0, 1920, 1080),
)
"""Looks that are pictured, and looked through, when they are asked for by name."""


class Photographer:
    """Drives the real window and takes its picture in every look."""

    def __init__(self, application: QApplication, opened: OpenWindow, folder: Path, only: str = "") -> None:
        self.application = application
        self.opened = opened
        self.folder = folder
        self.only = only
        self.looks = LOOKS
        self.taken: list[Path] = []

    @property
    def theme(self) -> Theme:
        return self.opened.window.theme

    def settle(self) -> None:
        """Wait until the writer has nothing more to deliver and everything is painted."""
        life = self.opened.shell.life
        if life is not None:
            life.idle.note()  # on a busy machine the tour takes longer than the lock waits for a key
        come_to_be_laid_out(self.opened.window)
        if not self.drawn():
            self.wait(self.drawn)
            come_to_be_laid_out(self.opened.window)

    def drawn(self) -> bool:
        """Whether every letter on the screen stands there as it is to be seen."""
        page = self.opened.window.page
        if page is None or not getattr(page, "drawn", True):
            return page is None
        roots = [page, *([page.side] if page.side is not None else [])]
        previews = [one for root in roots for one in root.findChildren(LetterPreview) if one.isVisible()]
        return all(one.nothing.says or (one.pages.page_count and not one.pages.drawing) for one in previews)

    def wait(self, until: Callable[[], object]) -> None:
        """Turn the event loop until something is so."""
        wait_for(until)

    def shoot(self, name: str, ready: Callable[[], object] = lambda: None) -> None:
        """One picture a look; what has to be done anew in each, such as scrolling, is done by `ready`."""
        if self.only and self.only not in name:
            return
        for look in self.looks:
            self.look_like(look)
            ready()
            prepare = getattr(self.opened.window.page, "prepare_picture", None)
            if prepare is not None:
                prepare()
                self.settle()
            self.grab(name, look)
        self.plain()

    def look_like(self, look: Look) -> None:
        """Give the window a look."""
        self.theme.set_mode(look.mode)
        self.theme.set_zoom(look.zoom)
        self.settle()
        self.opened.window.resize(look.width, look.height)
        self.settle()

    def to_the_end(self, page: Page) -> None:
        """Scroll to the foot, until nothing more comes in under it."""
        before = -1
        while page.scrolled != before:
            before = page.scrolled
            page.scroll_to(1_000_000)
            self.settle()

    def plain(self) -> None:
        """Back to the look that a start has."""
        self.theme.set_zoom(1.0)
        self.theme.set_mode("light")
        self.opened.window.resize(WIDTH, HEIGHT)

    def grab(self, name: str, look: Look) -> None:
        """Take the picture as the window is now."""
        self.keep(self.opened.window.grab(), name, look)

    def keep(self, picture: QPixmap, name: str, look: Look) -> None:
        """Keep a picture, of whatever it is."""
        file = self.folder / f"{name}-{look.name}.png"
        picture.save(str(file))
        self.taken.append(file)


@contextmanager
def opened_window(
    data: Path, make: Callable[[], Program] = make_program
) -> Iterator[tuple[QApplication, OpenWindow]]:
    """The real window on an empty home."""
    existing = QApplication.instance()
    application = (
        existing if isinstance(existing, QApplication) else create_application(["pictures"], os.environ)
    )
    theme = Theme(application, "light")
    with pytest.MonkeyPatch.context() as patch:
        at_once(patch)
        opened = build_window(theme, make, data)
        opened.window.resize(WIDTH, HEIGHT)
        opened.window.show()
        opened.shell.start()
        try:
            yield application, opened
        finally:
            theme.set_zoom(1.0)
            theme.set_mode("light")
            opened.window.close()
            opened.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def before_unlocking(camera: Photographer) -> None:
    """First start with its faults said in place, and the unlock page."""
    shell, window = camera.opened.shell, camera.opened.window
    camera.shoot("01-first-start")
    form = window.page.form  # type: ignore[union-attr]
    form.passphrase.control.line.setText("riverbank")
    form.strength.show_passphrase("riverbank")
    form.again.control.line.setText("riverbenk")
    form.profile()
    camera.shoot("02-first-start-faults")
    shell.go("unlock")
    window.page.passphrase.show_problem(  # type: ignore[union-attr]
        "The passphrase is wrong. Check Caps Lock and the keyboard layout, or use the printed recovery code."
    )
    window.page.code_fold.set_open(True)  # type: ignore[union-attr]
    camera.shoot("03-unlock")
    window.page.code_fold.set_open(False)  # type: ignore[union-attr]
    bring_back(camera)
    window.page.messages.clear()  # type: ignore[union-attr]


def bring_back(camera: Photographer) -> None:
    """A backup chosen on the unlock page, with what it replaces and a passphrase that is wrong."""
    from datetime import datetime

    from inspector_app.gui.pages.unlock.restore_fold import RestoreFold
    from inspector_app.operations.bring_back import Replaced

    page = camera.opened.window.page
    fold = page.findChild(RestoreFold) if page is not None else None
    if not isinstance(fold, RestoreFold):
        return
    form = fold.open()
    at = datetime(2026, 11, 21, 17, 2).astimezone()
    form._say(Replaced("inspector-20261121T170200Z.db", at, 1_400_000, at, "inspector-replaced.db"))
    form._chosen("passphrase")
    camera.shoot("03-unlock-bring-back")
    fold.fold.set_open(False)


def open_the_example(camera: Photographer) -> None:
    """Unlock the built-in example; its tour has pictures of its own."""
    window = camera.opened.window
    camera.opened.workbench.kept.change(tour=-1)
    camera.opened.shell.go("first_start")
    window.registry.action("first_start.practise").trigger()
    camera.wait(lambda: window.page is not None and window.page.key == "home")
    camera.settle()


def home_level(camera: Photographer) -> None:
    """Every page beside the list of inspections."""
    for spec in pages.home_specs():
        camera.opened.shell.go(spec.key)
        camera.settle()
        camera.shoot(f"1-{spec.key}")
    shell, window = camera.opened.shell, camera.opened.window
    safe_light(camera)
    full_disk(camera)
    shell.go("register")
    file = camera.folder / "register-with-faults.csv"
    file.write_text(
        "service_number,name,service_type,sector,places\n"
        "CS9900000001,Riverbank House (example),care_home,voluntary,8\n"
        "CS99,Hillview School (example),residential_special_school,privat,24\n"
        "CS9900000003,,fostering,local_authority,many\n",
        encoding="utf-8",
    )
    window.page.file.set_path(file)  # type: ignore[union-attr]
    camera.settle()
    camera.shoot("1-register-faults")
    file.unlink()
    shell.go("start", "CS9900000003")
    camera.settle()
    window.page.reference.control.line.clear()  # type: ignore[union-attr]
    window.registry.action("start.begin").trigger()
    camera.shoot("1-start-faults")
    shell.go("keyboard", "from home")
    camera.settle()
    camera.shoot("1-keyboard")
    shell.go("start")
    searching(camera, "1-search", "ri")
    searching(camera, "1-search-empty", "")


def searching(camera: Photographer, name: str, text: str) -> None:
    """What "search or do" shows for some words."""
    top = camera.opened.window.top
    if camera.only and camera.only not in name:
        return
    for look in camera.looks:
        camera.look_like(look)
        top.focus_search()
        top.search.setText(text)
        top.tell_typed(text)
        camera.settle()
        camera.grab(name, look)
        top.search.clear()
        top.search.clearFocus()
    camera.plain()


def safe_light(camera: Photographer) -> None:
    """The panel under the light, which is a window of its own, and the words that switch the lock off."""
    shell = camera.opened.shell
    shell.go("home")
    camera.settle()
    light = shell.life.light if shell.life is not None else None
    if light is not None and (not camera.only or camera.only in "1-safe-light"):
        for look in camera.looks[:3]:
            camera.theme.set_mode(look.mode)
            camera.theme.set_zoom(look.zoom)
            light.open_panel()
            camera.settle()
            file = camera.folder / f"1-safe-light-{look.name}.png"
            light.panel.grab().save(str(file))  # type: ignore[union-attr]
            camera.taken.append(file)
            light.panel.close()  # type: ignore[union-attr]
        camera.theme.set_zoom(1.0)
        camera.theme.set_mode("light")
    shell.go("settings")
    camera.settle()
    page = camera.opened.window.page
    page.lock.minutes.control._take("0")  # type: ignore[union-attr]
    page.lock._confirm()  # type: ignore[union-attr]
    camera.shoot("1-settings-lock")
    from inspector_app.storage.damage import Damage

    said = "A table does not show what the journal says: EX-2026-0001."
    page.check.show_result([Damage("projection", "inspection", said)])  # type: ignore[union-attr]
    camera.settle()
    page.reveal(page.check.working)  # type: ignore[union-attr]
    page.reveal(page.check.check)  # type: ignore[union-attr]
    camera.shoot("1-settings-mend")


def full_disk(camera: Photographer) -> None:
    """The list of inspections of a laptop whose disk has no room."""
    from inspector_app.operations.full_disk import Room

    shell = camera.opened.shell
    shell.go("home")
    camera.settle()
    if shell.life is not None:
        shell.life.room.show_room(Room(True, 8))
        shell.life.room._timer.stop()  # there is room
        camera.shoot("1-full-disk")
        shell.life.room.stop()


def inspection_level(camera: Photographer) -> None:
    """Every part of the inspection that is under way, then of the finished one."""
    shell, window, bench = camera.opened.shell, camera.opened.window, camera.opened.workbench
    shell.go("home")
    camera.settle()
    under_way, finished = (window.page.under_way, window.page.finished)  # type: ignore[union-attr]
    for name, shown in (("2", under_way), ("3-finished", finished)):
        bench.open_inspection(shown.lines[0].key)
        shell.go("prepare")
        camera.settle()
        for item in window.rail.items:
            shell.go(item.key)
            camera.settle()
            camera.shoot(f"{name}-{item.key.replace(':', '-')}")
        letter_states(camera, name)
        if name == "2":
            searching(camera, "2-search", "pol")
            record_states(camera)


def letter_states(camera: Photographer, name: str) -> None:
    """The letter page with its checks, a form, a document that has nothing to say, and a version."""
    window = camera.opened.window
    camera.opened.shell.go("letter")
    camera.settle()
    page: LetterPage = window.page  # type: ignore[assignment]
    page.show_checks()
    camera.shoot(f"{name}-letter-checks")
    page.preview.show_face("printed")
    for kind in ("action-plan", "complaint"):
        page.chooser.choose(kind)
        camera.settle()
        camera.shoot(f"{name}-letter-{kind}")
    if page.side_.versions.lines:
        page.side_.versions.lines[0].click()
        camera.settle()
        camera.shoot(f"{name}-letter-version")
    page.chooser.choose("letter")


def aside(camera: Photographer) -> None:
    """Help with a search, the parts and licences, what went wrong, and the tour beside the example."""
    shell, window = camera.opened.shell, camera.opened.window
    window.registry.action("help.tour").trigger()
    shell.go("home")
    camera.settle()
    camera.shoot("1-tour")
    if shell.guide.tour is not None:
        shell.guide.tour.finish()
    shell.go("letter")
    shell.guide.help()
    camera.settle()
    camera.shoot("4-help")
    window.page.search.setText("half")  # type: ignore[union-attr]
    camera.settle()
    camera.shoot("4-help-search")
    shell.guide.about()
    camera.settle()
    camera.shoot("4-about")
    shell.go("trouble")
    camera.settle()
    camera.shoot("4-trouble")


def safety_level(camera: Photographer) -> None:
    """Corrections, the past, fields with two values, and the far ends of settings and export."""
    from inspector_app.gui.pages.history.past_card import LETTER, MOMENT

    shell, window, bench = camera.opened.shell, camera.opened.window, camera.opened.workbench
    shell.go("home")
    camera.settle()
    finished, under_way = (one.lines[0].key for one in (window.page.finished, window.page.under_way))  # type: ignore[union-attr]
    bench.open_inspection(finished)
    shell.go("prepare")
    camera.settle()
    shell.go("correct")
    camera.wait(lambda: bool(window.page.list.lines))  # type: ignore[union-attr]
    page = window.page
    page._choose("8")  # type: ignore[union-attr]
    page.form.send()  # type: ignore[union-attr]
    camera.shoot("5-correct")
    page._take(next(field for field in page._view.fields if field.is_deadline))  # type: ignore[union-attr]
    camera.settle()
    camera.shoot("5-correct-deadline")
    page._take(next(field for field in page._view.fields if "requirement" in field.more))  # type: ignore[union-attr]
    page.form._ask_more("requirement")  # type: ignore[union-attr]
    page.form.row.control.show_value("requirement")  # type: ignore[union-attr]
    camera.settle()
    camera.shoot("5-correct-kind")
    page._take(next(field for field in page._view.fields if field.is_new and field.place[0] == "finding"))  # type: ignore[union-attr]
    page.form.row.control.show_value("requirement")  # type: ignore[union-attr]
    page.form._ask_more("requirement")  # type: ignore[union-attr]
    camera.settle()
    camera.shoot("5-correct-forgotten")
    page._take(next(field for field in page._view.fields if field.is_new and field.place[0] == "evidence"))  # type: ignore[union-attr]
    camera.settle()
    camera.shoot("5-correct-evidence")
    shell.go("history", "all")
    camera.settle()
    page = window.page
    for way in (LETTER, MOMENT):
        if way == MOMENT:
            now = bench.program.now() + timedelta(minutes=1)
            page.past.at.control.show_value(now.isoformat(timespec="milliseconds"))  # type: ignore[union-attr]
        page.past.ways._take(way)  # type: ignore[union-attr]
        camera.settle()
        camera.shoot(f"5-history-{way}")
    for key, show in (("export", lambda page: page.keep), ("settings", lambda page: page.keys)):
        shell.go(key)
        camera.settle()
        page = window.page
        page.reveal(show(page).children()[-1] if key == "export" else page.gone.list)  # type: ignore[union-attr]
        camera.shoot(f"5-{key}-end", partial(camera.to_the_end, page))
    bench.open_inspection(under_way)
    bench.work(_disagree)
    shell.go("conflicts")
    camera.wait(lambda: bool(window.page.cards))  # type: ignore[union-attr]
    camera.shoot("5-conflicts")


def _disagree(at: Workspace) -> None:
    """Two other laptops answer a question each in its own way."""
    from inspector_app.journal.records import ANSWER, VALUE, answer_record
    from inspector_app.operations.ports import Draft

    session = at.checklist()
    record = answer_record(session.record, session.node("policy_comment"))
    (before,) = at.desk.store.state(ANSWER, record)[VALUE].heads
    for value in ("A policy of this year", "A policy of last year"):
        at.desk.write(at.inspection, [Draft(ANSWER, record, VALUE, value, (before,))])


def main(folder: Path, only: str = "", looks: Sequence[Look] = ()) -> list[Path]:
    """Take all pictures; gives the files."""
    with seen_as(looks or LOOKS):
        return [*of_the_tour(folder, only), *of_the_rest(folder, only)]


def of_the_tour(folder: Path, only: str = "") -> list[Path]:
    """Take the pictures of the window as English has it; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, opened_window(Path(home)) as (application, opened):
        camera = Photographer(application, opened, folder, only)
        tour(camera)
        return camera.taken


def of_the_rest(folder: Path, only: str = "") -> list[Path]:
    """Any checklist in its own window, and the window in another language; gives the files."""
    from tests.gui import more_scenes

    with tempfile.TemporaryDirectory() as home, opened_window(Path(home)) as (application, opened):
        camera = Photographer(application, opened, folder, only)
        more_scenes.any_checklist(camera)
    with (
        more_scenes.gaelic(application),
        tempfile.TemporaryDirectory() as home,
        opened_window(Path(home)) as (_, opened),
    ):
        other = Photographer(application, opened, folder, only)
        open_the_example(other)
        more_scenes.in_gaelic(other)
    return camera.taken + other.taken


@contextmanager
def seen_as(looks: Sequence[Look]) -> Iterator[None]:
    """Every state is seen in these looks."""
    global LOOKS
    kept, LOOKS = LOOKS, tuple(looks)
    try:
        yield
    finally:
        LOOKS = kept


def looks_named(names: str) -> tuple[Look, ...]:
    """The looks of names parted by commas; KeyError for one that is none."""
    known = {look.name: look for look in (*LOOKS, *SELDOM)}
    return tuple(known[name] for name in names.split(",") if name)


def tour(camera: Photographer) -> None:
    """Every page and state worth a look, from no profile to the finished inspection."""
    from tests.gui import more_scenes

    before_unlocking(camera)
    open_the_example(camera)
    home_level(camera)
    inspection_level(camera)
    aside(camera)
    safety_level(camera)
    more_scenes.attached_file(camera)
    more_scenes.beside_last_time(camera)
    more_scenes.privacy(camera)
    more_scenes.menu(camera)
    follow_up_states(camera)


if __name__ == "__main__":
    every = ", ".join(look.name for look in (*LOOKS, *SELDOM))
    asked = argparse.ArgumentParser(prog="python -m tests.gui.screenshots")
    default = Path(__file__).resolve().parents[2] / "build" / "screenshots"
    asked.add_argument("folder", type=Path, nargs="?", default=default)
    asked.add_argument("--only", default="", metavar="WORDS", help="states with these words in their name")
    asked.add_argument("--looks", default="", metavar="NAMES", help=f"parted by commas, of: {every}")
    given = asked.parse_args()
    print(f"{len(main(given.folder, given.only, looks_named(given.looks)))} pictures")
