"""How wide the columns of a sample are. No Qt here: pixels in, pixels out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column can do with: the width of its longest word, and that of its whole title on one line."""

    narrow: int
    wide: int
    stretch: bool = False


def share(wishes: Sequence[Wish], room: int) -> list[int]:
    """A width for each column. Where all fit on one line the stretching column takes what is left. Where they
    do not, titles break, and what there is beyond the longest words is shared as each wants more. Where even
    that is too wide for the room, columns are as narrow as they can be and the table scrolls.
    """
    narrow = [min(wish.narrow, wish.wide) for wish in wishes]
    wide = [wish.wide for wish in wishes]
    spare = room - sum(wide)
    if spare >= 0:
        stretching = [at for at, wish in enumerate(wishes) if wish.stretch]
        for at in stretching:
            wide[at] += spare // len(stretching)
        return wide
    left = room - sum(narrow)
    if left <= 0:
        return narrow
    wanted = sum(wide) - sum(narrow)
    return [least + left * (most - least) // wanted for least, most in zip(narrow, wide, strict=True)]
