"""Goes to every page and state that is pictured and looks for faults of hearing, keys, cut text and memory.

usage: python -m tests.gui.every_page [--looks NAMES]      (without: light at 100, 200 and 300 %)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from lint_accessibility import lint, unreached
from lint_geometry import clipped
from lint_wrappers import strays
from PySide6.QtWidgets import QApplication

from inspector_app.gui import pages
from tests.gui import screenshots
from tests.gui.screenshots import Look, Photographer

QUICK = screenshots.looks_named("light,light-200,light-300")


class Inspector(Photographer):
    """Looks for faults where the photographer would take a picture; `seen` are the pages it was on."""

    def __init__(self, application: QApplication, opened: screenshots.OpenWindow, folder: Path) -> None:
        super().__init__(application, opened, folder)
        self.faults: dict[str, list[str]] = {}
        self.seen: set[str] = set()

    @property
    def expected(self) -> set[str]:
        """Every page there is, the screens of the open checklist among them."""
        parts = {item.key for item in self.opened.window.rail.items}
        specs = (*pages.BEFORE_SCREENS, *pages.AFTER_SCREENS, *pages.OTHERS)
        return parts | {spec.key for spec in specs}

    def see_the_rest(self) -> None:
        """Go to the pages that the tour has no picture of."""
        for key in sorted(self.expected - self.seen):
            self.opened.shell.go(key)
            self.settle()
            self.shoot(f"9-{key}")

    def grab(self, name: str, look: Look) -> None:
        window = self.opened.window
        if window.page is not None:
            self.seen.add(window.page.key)
        found = clipped(window) + strays()
        if window.width() > look.width:
            found.append(f"the window is {window.width()} wide, the screen {look.width}")
        if look.zoom == 1.0 and look.mode == "light":
            found += lint(window)
            if look.name == "light":
                found += unreached(window)
        if found:
            self.faults[f"{name}-{look.name}"] = found


def look_at_all(looks: tuple[Look, ...] = QUICK) -> Inspector:
    """Take the whole tour; the inspector tells what it found."""
    with (
        screenshots.seen_as(looks),
        tempfile.TemporaryDirectory() as place,
        screenshots.opened_window(Path(place)) as parts,
    ):
        folder = Path(place) / "pictures"
        folder.mkdir()
        found = Inspector(*parts, folder)
        screenshots.tour(found)
        found.see_the_rest()
        return found


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m tests.gui.every_page")
    asked.add_argument("--looks", default=",".join(look.name for look in QUICK))
    inspector = look_at_all(screenshots.looks_named(asked.parse_args().looks))
    for where, faults in inspector.faults.items():
        print(where, *faults, sep="\n  ")
    left = sorted(inspector.expected - inspector.seen)
    print(f"{len(inspector.faults)} states at fault; {len(inspector.seen)} pages seen")
    if left:
        print(f"left out: {', '.join(left)}")
    raise SystemExit(1 if inspector.faults or left else 0)
