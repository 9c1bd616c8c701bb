"""Holds a database for one program at a time, by a file beside it that the system locks."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from inspector_app.errors import KnownError


def take(path: Path) -> FileLock:
    """Hold the database at `path`; KnownError ``in-use`` where another window or command does."""
    lock = made(path)
    try:
        lock.acquire()
    except Timeout as error:
        raise KnownError(
            f"The database {path.name} is open in another window or command.",
            "Go to that window, or close it and try again.",
            code="in-use",
        ) from error
    return lock


def release(lock: FileLock | None) -> None:
    """Let go of it; None was never held."""
    if lock is not None:
        lock.release()


def made(path: Path) -> FileLock:
    """The lock of a database, not taken."""
    return FileLock(f"{path}.lock", timeout=0, thread_local=False, mode=0o600)
