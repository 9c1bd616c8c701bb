"""The hybrid logical clock: readings that sort by time, never run back, and are not led astray.

A laptop's clock may be wrong or be set back. A reading is the time of day where that is later than
everything seen so far, and otherwise the last reading with its counter raised by one; so within one
device an effect never sorts before its cause. A reading more than a day ahead of this machine's time is
never observed: one laptop with a wrong year must not drag every other one along.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

MAX_AHEAD = timedelta(hours=24)
"""A reading further ahead of now than this is flagged and never observed."""

READING_LENGTH = 29
_TO_MILLISECOND = 23
_READING = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\.[0-9a-f]{4}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTER_LIMIT = 0x10000


def is_reading(text: str) -> bool:
    """Whether `text` has the form of a reading, such as ``2026-11-22T12:38:00.123Z.0000``."""
    try:
        time_of(text)
    except ValueError:
        return False
    return True


def time_of(reading: str) -> datetime:
    """The UTC time of a reading, to the millisecond; ValueError where `reading` is none."""
    if not _READING.fullmatch(reading):
        raise ValueError(f"no reading of a clock: {reading!r}")
    return datetime.fromisoformat(reading[:_TO_MILLISECOND]).replace(tzinfo=UTC)


def reading_at(moment: datetime, counter: int = 0) -> str:
    """The reading for a moment with its time zone, and a counter of 0 to 65535."""
    return _spell(_milliseconds(moment), counter)


def latest_credible(now: datetime) -> str:
    """The last reading that is not too far ahead of `now`: a later one is flagged."""
    return reading_at(now + MAX_AHEAD, _COUNTER_LIMIT - 1)


def is_far_ahead(reading: str, now: datetime) -> bool:
    """Whether `reading` is more than 24 hours ahead of `now`."""
    return reading > latest_credible(now)


class HybridClock:
    """One device's clock; `now` returns the time of day with its time zone."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self._milliseconds = 0
        self._counter = 0
        self._second = -1
        self._second_text = ""

    def tick(self) -> str:
        """A new reading, later than every reading made or observed before."""
        milliseconds = _milliseconds(self.now())
        if milliseconds > self._milliseconds:
            self._milliseconds, self._counter = milliseconds, 0
        else:
            self._raise_counter()
        return self._spelled()

    def observe(self, reading: str) -> bool:
        """Take note of a reading from elsewhere; False, and no effect, where it is more than 24 h ahead."""
        if is_far_ahead(reading, self.now()):
            return False
        seen = (_milliseconds(time_of(reading)), int(reading[-4:], 16))
        self._milliseconds, self._counter = max(seen, (self._milliseconds, self._counter))
        return True

    def _raise_counter(self) -> None:
        self._counter += 1
        if self._counter == _COUNTER_LIMIT:
            self._milliseconds, self._counter = self._milliseconds + 1, 0

    def _spelled(self) -> str:
        second, millisecond = divmod(self._milliseconds, 1000)
        if second != self._second:
            self._second, self._second_text = second, _second_text(second)
        return f"{self._second_text}.{millisecond:03d}Z.{self._counter:04x}"


def _milliseconds(moment: datetime) -> int:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    passed = moment - _EPOCH
    return (passed.days * 86_400 + passed.seconds) * 1000 + passed.microseconds // 1000


def _second_text(second: int) -> str:
    return (_EPOCH + timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%S")


def _spell(milliseconds: int, counter: int) -> str:
    second, millisecond = divmod(milliseconds, 1000)
    return f"{_second_text(second)}.{millisecond:03d}Z.{counter:04x}"
