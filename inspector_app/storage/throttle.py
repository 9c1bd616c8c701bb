"""Wrong passphrases are counted beside the slots, so that closing the program does not reset the wait.

This slows down somebody at the keyboard; whoever copies the files meets Argon2id instead, and may delete
the count. It therefore holds nothing secret, is bound to nothing, and never shuts the owner out for good: the
wait ends by itself, a damaged count counts as none, and a clock that was set back makes nobody wait longer
than the longest wait. The printed code and head office's key are not slowed down: they cannot be guessed.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.storage.slot_file import replace_file

FREE = 3
"""So many wrong ones in a row cost nothing: a slip of the finger, Caps Lock, the old passphrase."""
LONGEST = 60
"""Seconds of the longest wait."""
_LARGEST = 1000


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong passphrases in a row, and when the last one was tried."""

    failures: int = 0
    last: datetime | None = None


def attempts_path(database: Path) -> Path:
    """Where the count of a database lies."""
    return Path(f"{database}.attempts")


def wait_seconds(failures: int) -> int:
    """How long to wait after so many wrong ones in a row."""
    return 0 if failures < FREE else min(2 ** (failures - FREE + 1), LONGEST)


def read(database: Path) -> Attempts:
    """The count beside a database; none where it is missing or cannot be read."""
    try:
        data = json.loads(attempts_path(database).read_bytes()[:_LARGEST])
        return Attempts(int(data["failures"]), datetime.fromisoformat(data["last"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return Attempts()


def remaining(database: Path, now: datetime) -> int:
    """Whole seconds until the next try, 0 when it may be made at once."""
    found = read(database)
    if found.last is None:
        return 0
    wait = wait_seconds(found.failures)
    try:
        if found.last > now:  # the clock was set back: the wait begins now, or it would last for years
            return wait if _write(database, Attempts(found.failures, now)) else 0
        left = math.ceil((found.last + timedelta(seconds=wait) - now).total_seconds())
    except TypeError:  # a time without its zone: not written by this program
        return 0
    return max(0, left)


class Try:
    """A try that is under way."""

    def __init__(self, database: Path, attempts: Attempts) -> None:
        self._database = database
        self._counting = _disk().submit(_write, database, attempts)
        self._forgetting: Future[None] | None = None

    def right(self) -> None:
        """The passphrase was right: the count is forgotten beside what is done next."""
        self._forgetting = _disk().submit(succeeded, self._database)

    def end(self, *, forgotten: bool) -> None:
        """The disk has the outcome when this returns."""
        self._counting.result()
        if self._forgetting is not None:
            self._forgetting.result()
        elif forgotten:
            succeeded(self._database)


@cache
def _disk() -> ThreadPoolExecutor:
    """One thread for the disk's part of a try: of its two jobs the second waits for the first."""
    if hasattr(os, "register_at_fork"):  # no thread lives on in a forked child: it makes its own
        os.register_at_fork(after_in_child=_disk.cache_clear)
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="tries")


def get_ready() -> None:
    """Begin the thread before it is needed: to start one takes a millisecond beside a busy window."""
    _disk().submit(int)


@contextmanager
def counted(database: Path, now: datetime) -> Iterator[Try]:
    """A try with a passphrase; KnownError ``too-soon`` while a wait lasts.

    Only KnownError ``wrong-passphrase`` from inside leaves it counted, or the end of the program before
    `Try.right`. The try is counted on the disk before its outcome leaves the block, so that killing the
    program does not save a guess. The disk takes its milliseconds beside the derivation of the key, which
    lasts far longer, and to forget beside the opening.
    """
    left = remaining(database, now)
    if left:
        unit = "second" if left == 1 else "seconds"
        raise KnownError(
            f"Too many wrong passphrases: wait {left} {unit} before the next try.",
            "The printed recovery code opens the database at once.",
            code="too-soon",
        )
    tried, forgotten = Try(database, Attempts(read(database).failures + 1, now)), True
    try:
        yield tried
    except BaseException as error:
        forgotten = isinstance(error, KnownError) and error.code != "wrong-passphrase"
        raise
    finally:
        tried.end(forgotten=forgotten)


def succeeded(database: Path) -> None:
    """Forget the count: the passphrase was right."""
    with suppress(OSError):
        attempts_path(database).unlink(missing_ok=True)


def _write(database: Path, attempts: Attempts) -> bool:
    """Keep the count; False where that cannot be done, which must not shut anybody out."""
    assert attempts.last is not None
    data = {"failures": min(attempts.failures, 1000), "last": attempts.last.isoformat()}
    try:
        replace_file(attempts_path(database), json.dumps(data).encode("ascii"))
    except OSError:
        return False
    return True
