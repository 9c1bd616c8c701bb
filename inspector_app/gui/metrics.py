"""Sizes that follow the system's font and the user's zoom; nothing in the window is a fixed number of pixels.

Four sizes of type stand in the ratio 1.7 / 1.15 / 1 / 0.92. Space comes in steps of four at a base of
fourteen pixels, and grows with the type.
"""

from __future__ import annotations

from typing import NamedTuple

TITLE, HEADING, BODY, SMALL = 1.7, 1.15, 1.0, 0.92
# Systems that set 9 pt do so for other faces; at that size the small lines are too small for many people.
SMALLEST_SYSTEM_POINTS = 10.5
REFERENCE_PIXELS = 14.0
LARGE_TARGET = 44
"""Pixels of a side that a fingertip hits (WCAG 2.5.5)."""
WIDEST_COLUMNS = 150
"""In characters of text: the eye does not follow longer lines, so that a page is no wider."""
ZOOM_STEPS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class Metrics(NamedTuple):
    """All sizes of the window. `body_points` is the text's size, `dots` the screen's dots per inch; with
    `large` everything that is pressed is as large as a fingertip.
    """

    body_points: float
    dots: float = 96.0
    large: bool = False

    @property
    def em(self) -> float:
        """Pixels of the text's size."""
        return self.body_points * self.dots / 72

    def points(self, step: float) -> float:
        """The size in points of one of TITLE, HEADING, BODY, SMALL."""
        return round(self.body_points * step, 2)

    def space(self, steps: float) -> int:
        """`steps` times four pixels, scaled with the text."""
        return max(1, round(4 * steps * self.em / REFERENCE_PIXELS))

    @property
    def control(self) -> int:
        """Height of a control, 32 at the reference size; 44 and never less where targets are large."""
        return max(LARGE_TARGET, self.space(11)) if self.large else self.space(8)

    @property
    def target(self) -> int:
        """Smallest side of anything that can be pressed, 24 (large: 44) at the reference size, never less."""
        return self.control if self.large else max(24, self.space(6))

    @property
    def icon(self) -> int:
        """Side of an icon beside text."""
        return max(16, self.space(4.5))

    @property
    def radius(self) -> int:
        """Corner radius of controls; cards have the next step."""
        return self.space(1.5)

    @property
    def focus(self) -> int:
        """Width of the focus ring."""
        return max(2, round(self.em / 8))

    def columns(self, characters: float) -> int:
        """Pixels that hold about so many characters of running text."""
        return round(self.em * 0.56 * characters)

    def lowered(self, height: int) -> int:
        """How much further down a page begins that stands alone in a window with so much room for it."""
        return max(0, height - self.columns(96)) // 5


def metrics_for(system_points: float, dots: float, zoom: float, *, large: bool = False) -> Metrics:
    """Sizes for a system font of so many points (a smaller one counts as 10.5) at a zoom of 1.0 to 3.0."""
    base = max(system_points, SMALLEST_SYSTEM_POINTS)
    return Metrics(round(base * min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1]), 2), dots, large)
