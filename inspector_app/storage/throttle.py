"""Wrong passphrases are counted beside the slots, so that closing the program does not reset the wait.

This slows down somebody at the keyboard; whoever copies the files meets Argon2id instead, and may delete
the count. It therefore holds nothing secret, is bound to nothing, and never shuts the owner out for good: the
wait ends by itself, a damaged count counts as none, and a clock that was set back makes nobody wait longer
than the longest wait. The printed code and head office's key are not slowed down: they cannot be guessed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

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


@contextmanager
def counted(database: Path, now: datetime) -> Iterator[None]:
    """A try with a passphrase; KnownError ``too-soon`` while a wait lasts.

    Only KnownError ``wrong-passphrase`` from inside leaves it counted, or the end of the program. The try is
    counted on the disk before its outcome leaves the block, so that killing the program does not save a
    guess. The disk takes its milliseconds beside the derivation of the key, which lasts far longer.
    """
    left = remaining(database, now)
    if left:
        unit = "second" if left == 1 else "seconds"
        raise KnownError(
            f"Too many wrong passphrases: wait {left} {unit} before the next try.",
            "The printed recovery code opens the database at once.",
            code="too-soon",
        )
    found = read(database)
    writing = Thread(target=_write, args=(database, Attempts(found.failures + 1, now)))
    writing.start()
    forgotten = True
    try:
        yield
    except BaseException as error:
        forgotten = isinstance(error, KnownError) and error.code != "wrong-passphrase"
        raise
    finally:
        writing.join()
        if forgotten:
            succeeded(database)


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
