"""After how long without a key the laptop locks itself; to switch that off takes a word, typed on purpose."""

from __future__ import annotations

from inspector_app.errors import KnownError
from inspector_app.operations.desk import Desk

LOCK_AFTER = "lock-after-minutes"
CHOICES = (2, 5, 10, 15, 30)
"""Minutes to choose from."""
USUAL = 10
NEVER = 0
WORD = "never lock"
"""What is typed to switch it off; capitals and spaces around it do not matter."""


def lock_after(desk: Desk) -> int:
    """Minutes without a key until the laptop locks, `NEVER` (0) where that was switched off."""
    kept = desk.store.meta(LOCK_AFTER)
    return int(kept) if kept.isdigit() and int(kept) in (NEVER, *CHOICES) else USUAL


def set_lock_after(desk: Desk, minutes: int, word: str = "") -> None:
    """Lock after so many minutes from now on; `NEVER` needs the word.

    KnownError ``word-missing``, ``minutes-unknown``; then it stays as it was.
    """
    if minutes not in (NEVER, *CHOICES):
        known = ", ".join(str(one) for one in CHOICES)
        raise KnownError(
            f"The laptop cannot lock after {minutes} minutes.", f"Choose {known}.", code="minutes-unknown"
        )
    if minutes == NEVER and " ".join(word.casefold().split()) != WORD:
        raise KnownError(
            "Without a lock anyone who finds this laptop open reads every inspection on it.",
            f"To switch it off all the same, type the words: {WORD}",
            code="word-missing",
        )
    desk.store.set_meta(LOCK_AFTER, str(minutes))
    desk.touched.add("", ("settings", LOCK_AFTER))
