"""Writes a file whole or not at all: temporary name in the same folder, fsync, rename.

Files are often written to a USB stick or a shared folder, which fill up and vanish; what stands under
the final name must always be complete. All rooms write their files through here.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from inspector_app.errors import KnownError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_MISSING = {errno.ENOENT, errno.ENOTDIR}


class TargetFile:
    """The file being written; its troubles arrive as KnownError, those of the sources stay what they are."""

    def __init__(self, target: Path, file: BinaryIO) -> None:
        self._target = target
        self._file = file

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            raise folder_refused(self._target, error) from error

    def flush(self) -> None:
        try:
            self._file.flush()
        except OSError as error:
            raise folder_refused(self._target, error) from error

    def settle(self) -> None:
        """Bring every byte to the disk, before the name is given."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as error:
            raise folder_refused(self._target, error) from error


@contextlib.contextmanager
def replacing(target: Path, *, private: bool = False) -> Iterator[TargetFile]:
    """Write `target` anew; an old file stays until the new one is complete, or for good when the body fails.

    `private` keeps other users of the machine from reading it. KnownError `disk-full`, `read-only`,
    `folder-missing` or `write-failed`.
    """
    part = target.with_name(f".{target.name[:60]}.{secrets.token_hex(4)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        file = os.fdopen(os.open(part, flags, 0o600 if private else 0o666), "wb")
    except OSError as error:
        raise folder_refused(target, error) from error
    try:
        written = TargetFile(target, file)
        yield written
        written.settle()
        try:
            os.replace(part, target)
            _settle_folder(target.parent)
        except OSError as error:
            raise folder_refused(target, error) from error
    finally:
        # Closing flushes: on a full disk it fails a second time, which says nothing new.
        with contextlib.suppress(OSError):
            file.close()
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def write_whole(target: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` as `target`, whole or not at all; errors as `replacing`."""
    with replacing(target, private=private) as file:
        file.write(data)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files that belong together: every byte is on the disk before the first gets its name."""
    with contextlib.ExitStack() as stack:
        for target, data in files.items():
            file = stack.enter_context(replacing(target))
            file.write(data)
            file.flush()


def read_whole(source: Path) -> bytes:
    """All bytes of a file; KnownError `file-missing` or `file-unreadable`."""
    try:
        return source.read_bytes()
    except OSError as error:
        raise source_refused(source, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing; KnownError as `replacing`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise folder_refused(folder, error) from error


def _settle_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EROFS):
            raise
    finally:
        os.close(handle)


def folder_refused(target: Path, error: OSError) -> KnownError:
    """What to tell the user when `target` cannot be written."""
    if error.errno in _FULL:
        return KnownError(
            f"There is no room left to write {target.name} in {target.parent}.",
            "Nothing was written and the record is safe. Free some space or choose another folder.",
            code="disk-full",
        )
    if error.errno in _REFUSED:
        return KnownError(
            f"The folder {target.parent} does not allow {target.name} to be written.",
            "Nothing was written and the record is safe. Choose a folder you may write to.",
            code="read-only",
        )
    if error.errno in _MISSING:
        return KnownError(
            f"The folder {target.parent} does not exist.",
            "Nothing was written. Make the folder, or plug the stick in again, then try again.",
            code="folder-missing",
        )
    if error.errno in (errno.EISDIR, errno.EEXIST) or target.is_dir():
        return KnownError(
            f"{target.name} in {target.parent} is a folder, or in the way of one.",
            "Nothing was written. Choose another name or folder.",
            code="is-folder",
        )
    return KnownError(
        f"{target.name} could not be written in {target.parent}: {error.strerror or error}.",
        "Nothing was written and the record is safe. Try again, or choose another folder.",
        code="write-failed",
    )


def source_refused(source: Path, error: OSError) -> KnownError:
    """What to tell the user when `source` cannot be read."""
    if error.errno in _MISSING:
        return KnownError(
            f"There is no file {source}.", "Check the name and the folder.", code="file-missing"
        )
    return KnownError(
        f"{source} cannot be read: {error.strerror or error}.",
        "Check that it is a file, that you may read it, and that the stick is still plugged in.",
        code="file-unreadable",
    )
