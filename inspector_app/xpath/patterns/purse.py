"""What the regular expressions of one call may cost together: a filter asks thousands of items."""

from __future__ import annotations

MOST_TOGETHER = 1_500_000
"""States visited, a second or two; thirty thousand names against a pattern of Unicode letters take half."""


class Purse:
    """The steps that are left."""

    __slots__ = ("steps",)

    def __init__(self) -> None:
        self.steps = MOST_TOGETHER

    def fill(self) -> None:
        """Begin a new call."""
        self.steps = MOST_TOGETHER
