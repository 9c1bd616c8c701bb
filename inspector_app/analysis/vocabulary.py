"""The words that may stand for a share, from one stated vocabulary.

The published report this program learns from calls 77%, 88%, 92% and 95% "almost all", and 94%, 67% and
56% "majority" (issue I14 of its list of contradictions). So a word is never typed: it is looked up here,
from the count and the base, and always printed with count, base and percentage. The words and their
bounds are data of the framework pack; "majority" is left to the staff samples, where it means more than
half of the staff asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """A word for shares from `bound` percent upwards; with `over` the bound itself is not included."""

    word: str
    bound: int
    over: bool = False

    def covers(self, count: int, base: int) -> bool:
        """Whether `count` of `base` reaches the bound, by exact whole numbers."""
        share, bound = 100 * count, self.bound * base
        return share > bound if self.over else share >= bound


def percent(count: int, base: int) -> int | None:
    """The share as a whole percentage, half rounded up; None where the base is 0."""
    return (200 * count + base) // (2 * base) if base else None


def word_for(count: int, base: int, vocabulary: Sequence[Word], small_base: int = 10) -> str:
    """The word for `count` of `base`, or '' where the base is too small for one.

    The vocabulary is ordered from the highest bound down; the first word that covers the share is taken.
    """
    if base < max(small_base, 1):
        return ""
    return next((word.word for word in vocabulary if word.covers(count, base)), "")


def phrase(count: int, base: int, vocabulary: Sequence[Word], small_base: int = 10) -> str:
    """A share for running text, such as ``most (77%, 256 of 332)``; a small base gives ``3 of 7`` alone."""
    word = word_for(count, base, vocabulary, small_base)
    figures = f"{count} of {base}"
    return f"{word} ({percent(count, base)}%, {figures})" if word else figures
