"""How long to wait after wrong passphrases: nothing for a slip of the finger, more with each guess."""

from __future__ import annotations

FREE_TRIES = 3
LONGEST_SECONDS = 30


def wait_after(failures: int) -> int:
    """Seconds to wait before the next try, after so many wrong ones in a row."""
    if failures < FREE_TRIES:
        return 0
    return min(1 << (failures - FREE_TRIES + 1), LONGEST_SECONDS)
