"""The look of documents: one typeface, one accent colour, a scale of sizes that grows with the print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from inspector_app.documents import fonts
from inspector_app.documents.text import Ink

INK = "171B22"
SOFT = "4A5360"
ACCENT = "0B6B6F"
ATTENTION = "9A5200"
HAIRLINE = "C5CCD3"
PAPER = "FFFFFF"

PAGE = (595.276, 841.89)  # A4


@dataclass(frozen=True)
class TextStyle:
    """How a paragraph looks: inks for plain and strong runs, line spacing, space around, all in points."""

    plain: Ink
    strong: Ink
    leading: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False

    @property
    def ascent(self) -> float:
        """From the top of the line to its baseline: half the extra leading, then the letters' height."""
        return (self.leading - self.plain.size) / 2 + self.plain.size * 0.86


@dataclass(frozen=True)
class Styles:
    """All measures of one print size, in points; `unit` is the body's size."""

    unit: float
    large: bool
    left: float
    right: float
    top: float
    bottom: float
    texts: dict[str, TextStyle]

    def __getitem__(self, role: str) -> TextStyle:
        return self.texts[role]

    def em(self, count: float) -> float:
        """A length that grows with the print."""
        return self.unit * count

    @property
    def measure(self) -> float:
        """The width of the text on the page."""
        return PAGE[0] - self.left - self.right


@cache
def styles(large: bool) -> Styles:
    """The measures of normal (11 pt) or large print (18 pt)."""
    unit = 18.0 if large else 11.0
    # Large print grows its headings less than its text: a heading must still fit the line.
    heads = (1.55, 1.28, 1.08) if large else (2.0, 1.36, 1.14)

    def text(
        size: float,
        colour: str = INK,
        leading: float = 1.45,
        before: float = 0.0,
        after: float = 0.0,
        bold: bool = False,
        keep: bool = False,
    ) -> TextStyle:
        points = round(unit * size, 2)
        plain = Ink(fonts.BOLD if bold else fonts.REGULAR, points, colour)
        strong = Ink(fonts.BOLD, points, colour)
        return TextStyle(plain, strong, round(points * leading, 2), unit * before, unit * after, keep)

    small = 1.0 if large else 0.86
    texts = {
        "body": text(1, after=0.62),
        "lead": text(1, after=0.62),
        "intro": text(1, after=0.62, keep=True),
        "note": text(small, SOFT, 1.4, before=1.4, after=0.3),
        "missing": text(1, ATTENTION, after=0.62),
        "closing": text(1, before=1.4, after=3.4),
        "address": text(1, leading=1.35),
        "sender": text(1.25 if large else 1.5, ACCENT, 1.2, bold=True),
        "sender lines": text(small, SOFT, 1.4),
        "h1": text(heads[0], INK, 1.22, before=1.2, after=0.6, bold=True, keep=True),
        "h2": text(heads[1], ACCENT, 1.3, before=1.9, after=0.55, bold=True, keep=True),
        "h3": text(heads[2], INK, 1.32, before=1.0, after=0.4, bold=True, keep=True),
        "h4": text(small, ACCENT, 1.45, bold=True, keep=True),
        "item": text(1, after=0.36),
        "cell": text(small if large else 0.92, INK, 1.4),
        "cell head": text(small if large else 0.86, SOFT, 1.4, bold=True),
        "fact": text(small if large else 0.92, INK, 1.4),
        "fact name": text(small if large else 0.92, SOFT, 1.4),
        "footnote": text(0.9 if large else 0.8, SOFT, 1.4, after=0.5),
        "field": text(0.9 if large else 0.82, SOFT, 1.35),
        "notice": text(1, INK, 1.4),
        "furniture": text(0.78 if large else 0.74, SOFT, 1.4),
        "furniture strong": text(0.78 if large else 0.74, INK, 1.4, bold=True),
        "continued": text(small, SOFT, 1.4, after=0.4),
        "furniture code": text(0.78 if large else 0.6, SOFT, 1.4),
    }  # fmt: skip
    if large:
        return Styles(unit, True, 57.0, 57.0, 72.0, 108.0, texts)
    return Styles(unit, False, 76.0, 66.0, 76.0, 76.0, texts)
