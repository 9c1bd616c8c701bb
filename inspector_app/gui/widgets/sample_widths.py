"""How wide the columns of a sample are. No Qt here: pixels in, pixels out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column can do with: the width of its longest word, that of what its cells say on one line under
    a title that breaks, and that of its whole title on one line.
    """

    narrow: int
    said: int
    wide: int
    stretch: bool = False


def share(wishes: Sequence[Wish], room: int) -> list[int]:
    """A width for each column. Where all fit on one line the stretching column takes what is left. Where they
    do not, titles break first, so that the stretching column has room for its text; then cells break, and
    what there is beyond the longest words is shared as each wants more. Where even that is too wide for the
    room, columns are as narrow as they can be and the table scrolls.
    """
    narrow = [min(wish.narrow, wish.wide) for wish in wishes]
    wide = [wish.wide for wish in wishes]
    middle = [
        least if wish.stretch else max(wish.said, least) for wish, least in zip(wishes, narrow, strict=True)
    ]
    wide = [max(one, other) for one, other in zip(wide, middle, strict=True)]
    stretching = [at for at, wish in enumerate(wishes) if wish.stretch]
    if sum(wide) <= room:
        spare = room - sum(wide)
        for at in stretching:
            wide[at] += spare // len(stretching)
        return wide
    if not stretching or sum(middle) > room:
        return _between(narrow, wide if not stretching else middle, room)
    full = list(middle)
    for at in stretching:
        full[at] = wide[at]
    if sum(full) >= room:
        return _between(middle, full, room)
    return _between(full, wide, room)


def _between(least: Sequence[int], most: Sequence[int], room: int) -> list[int]:
    """Widths from the least to the most, each as much nearer to its most as there is room."""
    left = room - sum(least)
    wanted = sum(most) - sum(least)
    if left <= 0 or wanted <= 0:
        return list(least)
    return [one + left * (other - one) // wanted for one, other in zip(least, most, strict=True)]
