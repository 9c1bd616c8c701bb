"""How far a share could be by chance alone, for readers who take the year's inspections as a sample.

The tables themselves print no interval: they count every inspection of the year. A comparison between
groups or years needs one, because a group of 13 services moves by 8 points with each service.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

NINETY_FIVE = 1.959963984540054


@dataclass(frozen=True)
class Interval:
    """Lower and upper end of a share, both from 0 to 1."""

    low: float
    high: float

    def overlaps(self, other: Interval) -> bool:
        """Whether the two intervals have a share in common."""
        return self.low <= other.high and other.low <= self.high


def wilson(count: int, base: int, z: float = NINETY_FIVE) -> Interval | None:
    """The Wilson score interval of `count` of `base`; None where the base is 0.

    `z` is the normal quantile of the confidence wanted (95% unless told). Wilson's interval stays within
    0 and 1 and holds for small bases and for shares of 0 and 1, where the textbook one breaks
    (E. B. Wilson, Journal of the American Statistical Association 22, 1927).
    """
    if not 0 <= count <= base:
        raise ValueError(f"{count} of {base} is no share")
    if base == 0:
        return None
    share, square = count / base, z * z
    centre = share + square / (2 * base)
    reach = z * sqrt(share * (1 - share) / base + square / (4 * base * base))
    whole = 1 + square / base
    low = 0.0 if count == 0 else (centre - reach) / whole
    high = 1.0 if count == base else (centre + reach) / whole
    return Interval(max(0.0, low), min(1.0, high))
