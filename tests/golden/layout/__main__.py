"""`python -m tests.golden.layout`: renew the layout of every page; then look at what changed (`git diff`).

One text file a page or state that is pictured, light, at 100 % and 200 %: what is shown, its kind, its place
and size in ems, and its words. Words with figures in them (codes, paths) stand as `#`. The clock stands
still and ids are drawn in order, so that the files are the same on any day and machine with the fonts that
are shipped; letters that are drawn a pixel wider are let pass, a margin that is one step wider is not.
With `--check` nothing is written; the differences are printed, and the status is 1 where there are any.
"""

from __future__ import annotations

import difflib
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "gui"))

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLineEdit, QPlainTextEdit, QWidget

from inspector_app.__main__ import Container
from inspector_app.exchange import signed
from inspector_app.gui.look import look
from inspector_app.journal.ids import OrderedIds
from tests.gui import screenshots
from tests.gui.screenshots import LOOKS, Look, Photographer

MOMENT = datetime(2026, 11, 20, 14, 3, 22, tzinfo=UTC)
HAIR = 0.21
"""Ems: less than a step of space (four pixels of fourteen)."""
HERE = Path(__file__).resolve().parent
SIZES = tuple(one for one in LOOKS if one.name in ("light", "light-200"))
SHOWN = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QFrame)
_CHANGING = re.compile(
    r"\d|January|February|March|April|May|June|July|August|September|October|November|December|day\b|ago\b|today"
)


class StillProgram(Container):
    """The program as installed, at one and the same moment and with the same ids: what they say is as wide as
    it is on any other run.
    """

    _ids = OrderedIds(lambda: MOMENT, random.Random(7).randbytes)  # type: ignore[assignment]

    def now(self) -> datetime:
        return MOMENT


class Surveyor(Photographer):
    """Writes down what stands where, in the place of taking a picture."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)  # type: ignore[arg-type]
        self.plans: dict[str, str] = {}

    def grab(self, name: str, look_: Look) -> None:
        self.plans[f"{name}-{look_.name}"] = "\n".join(described(self.opened.window)) + "\n"


def described(root: QWidget) -> Iterator[str]:
    """One line for each thing shown: kind, place and size in ems, words."""
    em = look().metrics.em
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not isinstance(widget, SHOWN):
            continue
        words = _words(widget)
        if words is None:
            continue
        changing = bool(_CHANGING.search(words))
        spot = widget.mapTo(root, QPoint(0, 0))
        numbers = [round(part / em, 1) for part in (spot.x(), spot.y(), widget.width(), widget.height())]
        place = " ".join("~" if changing and at in (0, 2) else f"{part:g}" for at, part in enumerate(numbers))
        said = "#" if changing else words.replace("\n", " / ")
        yield f"{type(widget).__name__:<14} {place:<24} {said}".rstrip()


def _words(widget: QWidget) -> str | None:
    """What a widget says; None for one that is no part of the layout of its own."""
    if isinstance(widget, QLabel):
        return widget.text() or None
    if isinstance(widget, QAbstractButton):
        return widget.text() or widget.accessibleName()
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        return widget.accessibleName()
    return widget.accessibleName() or None


def stand_still() -> None:
    """The zone of time, and the letters of codes that come from keys, which are new with every run."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    code = signed.fingerprint(b"")
    for name, module in list(sys.modules.items()):
        if name.startswith("inspector_app.") and hasattr(module, "fingerprint"):
            module.fingerprint = lambda data: code  # type: ignore[attr-defined]


def survey() -> dict[str, str]:
    """The layout of every page and state, by its name."""
    with (
        screenshots.seen_as(SIZES),
        tempfile.TemporaryDirectory() as place,
        screenshots.opened_window(Path(place), StillProgram) as parts,
    ):
        folder = Path(place) / "pictures"
        folder.mkdir()
        surveyor = Surveyor(*parts, folder)
        screenshots.tour(surveyor)
        return surveyor.plans


def same(before: list[str], now: list[str]) -> bool:
    """Whether two layouts show the same things in the same places, but for a hair."""
    if len(before) != len(now):
        return False
    for one, other in zip(map(_parted, before), map(_parted, now), strict=True):
        if one[0] != other[0] or len(one[1]) != len(other[1]):
            return False
        if any(abs(a - b) > HAIR for a, b in zip(one[1], other[1], strict=True)):
            return False
    return True


def _parted(line: str) -> tuple[str, list[float]]:
    """Kind and words of a line, and its numbers: where it changes with its words, only how high it is."""
    kind, *place = line.split(maxsplit=5)[:5]
    said = line.split(maxsplit=5)[5:]
    return " ".join([kind, *said]), [float(part) for part in place if part != "~"]


def differences(plans: dict[str, str]) -> list[str]:
    """What is other than it was, as lines to read."""
    kept = {file.stem: file.read_text(encoding="utf-8") for file in HERE.glob("*.txt")}
    lines: list[str] = []
    for name in sorted(kept.keys() | plans.keys()):
        before, now = kept.get(name, "").splitlines(), plans.get(name, "").splitlines()
        if not same(before, now):
            lines += difflib.unified_diff(before, now, f"{name} (kept)", f"{name} (now)", lineterm="", n=0)
    return lines


def main() -> int:
    stand_still()
    plans = survey()
    if "--check" in sys.argv:
        found = differences(plans)
        print("\n".join(found[:200]) or f"{len(plans)} layouts are as they were")
        return 1 if found else 0
    for old in HERE.glob("*.txt"):
        if old.stem not in plans:
            old.unlink()
    for name, text in plans.items():
        (HERE / f"{name}.txt").write_text(text, encoding="utf-8")
    print(f"{len(plans)} layouts renewed; look at the difference before you commit it.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
