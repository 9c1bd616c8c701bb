"""What a monkey does: keys, words, clicks and wheels, each a line of text that can be kept and done again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

KEYS = (
    "Tab", "Tab", "Tab", "Shift+Tab", "Down", "Down", "Up", "Left", "Right", "Return", "Return", "Space",
    "Space", "Escape", "Delete", "Backspace", "Home", "End", "PgUp", "PgDown", "Alt+Down", "Ctrl+Home",
    "Ctrl+End", "Ctrl+A", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+C", "Ctrl+V", "Ctrl+X", "F2", "Menu",
)  # fmt: skip
WORDS = (
    "a",
    "7",
    "1",
    "y",
    "n",
    "river",
    "A night worker said so.",
    "-3,5",
    "12/5/2026",
    "ŵ ñ 北",
    "& < > \"'",
    "  ",
)


@dataclass(frozen=True, slots=True)
class Act:
    """`kind` is go (to a page), key, words, click, double or wheel; places are shares of its size."""

    kind: str
    what: str = ""
    x: float = 0.0
    y: float = 0.0

    def line(self) -> str:
        """As it is kept in a list to be done again."""
        place = f"{self.x:.4f} {self.y:.4f}" if self.kind in ("click", "double", "wheel") else ""
        return " ".join(part for part in (self.kind, place, self.what) if part)

    @classmethod
    def read(cls, line: str) -> Act:
        """The act that a line tells."""
        kind, _, rest = line.rstrip("\n").partition(" ")
        if kind in ("click", "double", "wheel"):
            x, y, *what = rest.split(" ", 2)
            return cls(kind, what[0] if what else "", float(x), float(y))
        return cls(kind, rest)


def draw(chance: random.Random, shortcuts: Sequence[str]) -> Act:
    """The next act: about half of them keys, a tenth shortcuts of the program, the rest words and mouse."""
    dice = chance.random()
    if dice < 0.45:
        return Act("key", chance.choice(KEYS))
    if dice < 0.55:
        return Act("key", chance.choice(shortcuts))
    if dice < 0.75:
        return Act("words", chance.choice(WORDS))
    x, y = round(chance.random(), 4), round(chance.random(), 4)
    if dice < 0.95:
        return Act("click", "", x, y)
    return Act(
        "double" if dice < 0.97 else "wheel", "" if dice < 0.97 else chance.choice(("up", "down")), x, y
    )
