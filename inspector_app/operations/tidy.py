"""What is left to do at a desk when nobody works at it any more."""

from __future__ import annotations

from inspector_app.operations.desk import Desk


def tidy(desk: Desk) -> bool:
    """Take the last traces of erased text out of a large database, where an erasure left that for later.

    Writes the whole file anew: long, for the moment when the desk is closed and everything is folded. A small
    one was done at once. True where there was something to do and it is done; KnownError
    ``no-room-to-scrub``, ``disk-full``: the mark stays, and the next time is as good.
    """
    care = desk.store.care
    return care.scrub() if care.scrub_due() else False
