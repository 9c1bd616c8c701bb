"""Takes every form of the conformance collection through the program's own page, one after another.

usage: python -m tests.gui.conformance_tour FORMS [--pictures FOLDER] [--only WORDS]

Each form becomes the checklist of an example inspection; every question is entered by its key, the lints of
the pages look at it, and what is wrong is printed, a line each. The forms are not part of the project.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "operations"))

from lint_accessibility import lint
from lint_geometry import clipped
from other_checklist import begin_visits
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.__main__ import Container, make_program
from inspector_app.checklists.compiled import Compiled, describe_xform
from inspector_app.errors import KnownError
from inspector_app.gui.app import create_application
from inspector_app.gui.pages.checklist.page import ChecklistPage
from inspector_app.gui.theme import Theme
from inspector_app.gui.window_run import OpenWindow, build_window
from inspector_app.operations.screens import screen_refs
from tests.patience import come_to_rest, wait_for

MOST_ENTERED = 120
"""Questions of one screen that are entered one by one; of more, the first."""


def program_with(file: Path) -> type[Container]:
    """A program whose framework has this form for its checklist."""
    found = describe_xform(file.name, file.read_bytes())

    class OneForm(Container):
        def shipped_checklist(self, framework_id: str, name: str) -> Compiled:
            return found

    return OneForm


class Tour:
    """One window after another; `faults` are told as they are found."""

    def __init__(self, theme: Theme, pictures: Path | None) -> None:
        self._theme = theme
        self._pictures = pictures
        self.faults = 0

    def visit(self, file: Path, folder: Path) -> None:
        """Open every screen of a form, and enter every question of it."""
        try:
            desk, inspection, session = begin_visits(make_program(), folder, program_with(file))
        except KnownError as error:
            print(f"{file.stem}: refused: {error}", flush=True)
            return
        screens = [ref.key for ref in screen_refs(session)]
        database = desk.store.path
        desk.store.close()
        opened = build_window(self._theme, program_with(file), database.parent, database)  # type: ignore[arg-type]
        try:
            self._open(opened, inspection.id)
            for screen in screens:
                self._look(opened, file.stem, screen)
        finally:
            opened.window.hide()
            opened.workbench.close()
            opened.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _open(self, opened: OpenWindow, inspection: str) -> None:
        opened.window.resize(1366, 768)
        opened.window.show()
        opened.window.activateWindow()
        unlocked: list[object] = []
        opened.workbench.unlock("demo", unlocked.append)
        wait_for(lambda: bool(unlocked))
        opened.workbench.open_inspection(inspection)
        guide = opened.window.findChild(QWidget, "tour")
        if guide is not None:
            guide.hide()

    def _look(self, opened: OpenWindow, name: str, screen: str) -> None:
        opened.shell.go(f"screen:{screen}")
        come_to_rest(opened.window)
        page = opened.window.page
        assert isinstance(page, ChecklistPage) and page.view is not None
        shown = [card for card in page.view.cards if not card.hidden]
        keys = [field.node.key for card in shown for field in card.fields]
        print(f"{name} {screen}: {len(keys)} fields of {len(page.view.items)} items", flush=True)
        for zoom in (1.0, 2.0):
            self._theme.set_zoom(zoom)
            come_to_rest(opened.window)
            for fault in (*lint(page), *clipped(page)):
                self._tell(name, screen, f"{zoom}: {fault}")
        self._theme.set_zoom(1.0)
        come_to_rest(opened.window)
        self._enter(opened, page, name, screen, keys)
        if self._pictures is not None:
            page.scroll_to(0)
            for at in range(4):
                page.scroll_to(at * 620)
                come_to_rest(opened.window)
                opened.window.grab().save(str(self._pictures / f"{name}-{screen}-{at}.png"))

    def _enter(
        self, opened: OpenWindow, page: ChecklistPage, name: str, screen: str, keys: list[str]
    ) -> None:
        notes = {card.key for card in page.view.cards if card.answer.node.readonly} if page.view else set()
        for key in [key for key in keys if key not in notes][:MOST_ENTERED]:
            opened.shell.go(f"screen:{screen}", key)
            come_to_rest(opened.window)
            if page.focused_key() != key:
                self._tell(
                    name, screen, f"{key} cannot be entered: the keyboard is at {page.focused_key()!r}"
                )
                continue
            focused = QApplication.focusWidget()
            if focused is not None:
                QTest.keyClick(focused, Qt.Key.Key_Tab)
                if QApplication.focusWidget() is focused:
                    self._tell(name, screen, f"Tab does not leave {key}")

    def _tell(self, name: str, screen: str, fault: str) -> None:
        self.faults += 1
        print(f"  FAULT {name} {screen}: {fault}", flush=True)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("forms", type=Path)
    asked.add_argument("--pictures", type=Path)
    asked.add_argument("--only", default="", help="forms with these letters in their name")
    asked.add_argument("--after", default="", help="forms whose names come after this one")
    options = asked.parse_args()
    if options.pictures is not None:
        options.pictures.mkdir(parents=True, exist_ok=True)
    tour = Tour(Theme(create_application(["tour"], dict(os.environ)), "light"), options.pictures)
    for file in sorted(options.forms.glob("*.xml")):
        if options.only in file.stem and file.stem > options.after:
            with tempfile.TemporaryDirectory() as folder:
                try:
                    tour.visit(file, Path(folder))
                except Exception:
                    tour.faults += 1
                    print(f"  FAULT {file.stem}: {traceback.format_exc()}", flush=True)
    print(f"{tour.faults} faults")
    return 1 if tour.faults else 0


if __name__ == "__main__":
    sys.exit(main())
