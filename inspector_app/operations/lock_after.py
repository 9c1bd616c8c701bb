"""After how long without a key the laptop locks itself; to switch that off takes a word, typed on purpose."""

from __future__ import annotations

from inspector_app.errors import KnownError
from inspector_app.operations.desk import Desk
from inspector_app.words import translate

LOCK_AFTER = "lock-after-minutes"
CHOICES = (2, 5, 10, 15, 30)
"""Minutes to choose from."""
USUAL = 10
NEVER = 0


def words_to_type() -> str:
    """What is typed to switch it off, in the language of the screen; capitals and spaces do not matter."""
    return translate("Lock", "never lock")


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
    if minutes == NEVER and _plain(word) != _plain(words_to_type()):
        raise KnownError(
            "Without a lock anyone who finds this laptop open reads every inspection on it.",
            f"To switch it off all the same, type the words: {words_to_type()}",
            code="word-missing",
        )
    desk.store.set_meta(LOCK_AFTER, str(minutes))
    desk.touched.add("", ("settings", LOCK_AFTER))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
