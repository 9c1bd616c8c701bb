"""Ordered ids: UUIDv7 (RFC 9562), so that new rows go to the end of an index instead of all over it.

Own code instead of a package because the example data and the tests need the same ids every time:
clock and randomness come in as arguments.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import datetime

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SEQUENCE_LIMIT = 0x1000


def is_id(text: str) -> bool:
    """Whether `text` is spelled as ids are: a lower-case UUID of 36 characters."""
    return _ID.fullmatch(text) is not None


class OrderedIds:
    """A source of ids, each greater than the one before, as long as the source lives.

    `now` returns the time of day with its time zone; `randomness` returns that many random bytes.
    """

    def __init__(self, now: Callable[[], datetime], randomness: Callable[[int], bytes] = os.urandom) -> None:
        self._now = now
        self._randomness = randomness
        self._milliseconds = -1
        self._sequence = 0

    def new(self) -> str:
        """The next id: 48 bits of milliseconds, a 12-bit sequence within one, 62 random bits."""
        milliseconds = int(self._now().timestamp() * 1000)
        if milliseconds > self._milliseconds:
            self._milliseconds, self._sequence = milliseconds, 0
        else:
            self._sequence += 1
            if self._sequence == _SEQUENCE_LIMIT:
                self._milliseconds, self._sequence = self._milliseconds + 1, 0
        tail = int.from_bytes(self._randomness(8), "big") & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        text = f"{self._milliseconds:012x}7{self._sequence:03x}{tail:016x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def salt(self) -> str:
        """16 random bytes as 32 hex digits, for the digest of one event's content."""
        return self._randomness(16).hex()
