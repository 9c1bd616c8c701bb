"""Writes a file whole or not at all, and says in plain words why it could not.

A table half written before the disk filled would be read as a table; so the bytes go to a temporary name
beside the target, reach the disk, and only then take the target's name.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from inspector_app.errors import KnownError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_whole(path: Path, data: bytes) -> None:
    """Replace or create the file; what was there before stays until the new bytes are safe on disk.

    KnownError: `disk-full`, `read-only` (folder or file cannot be written), `folder-missing`, `is-folder`,
    `file-in-use` (Windows, a spreadsheet program has it open), `not-written` for anything else.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
        try:
            _write(partial, data)
            os.replace(partial, path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        _settle(path.parent)
    except OSError as error:
        raise _told(error, path) from error


def _write(partial: Path, data: bytes) -> None:
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name durable; systems without folder handles (Windows) do this by themselves."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # network shares that cannot do it have nothing to settle
            raise
    finally:
        os.close(handle)


def _told(error: OSError, path: Path) -> KnownError:
    kept = "Nothing was changed."
    if error.errno in _FULL:
        advice = f"{kept} Make room on the disk, or choose another folder, and try again."
        return KnownError(f"There is no room on the disk to write {path.name}.", advice, code="disk-full")
    if isinstance(error, IsADirectoryError):
        return KnownError(
            f"{path.name} is a folder, so no file of that name can be written.",
            f"{kept} Choose another name.",
            code="is-folder",
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return KnownError(
            f"The folder {path.parent} does not exist, so {path.name} cannot be written there.",
            f"{kept} Create the folder or choose another, and try again.",
            code="folder-missing",
        )
    if getattr(error, "winerror", None) in (32, 33):
        return KnownError(
            f"{path.name} is open in another program.",
            f"{kept} Close it there and try again.",
            code="file-in-use",
        )
    if error.errno in _REFUSED:
        return KnownError(
            f"{path.name} cannot be written in {path.parent}: the folder or the file is read-only.",
            f"{kept} Choose a folder that you may write to.",
            code="read-only",
        )
    return KnownError(
        f"{path.name} could not be written: {error.strerror or error}.",
        f"{kept} Check the disk or the network folder, and try again.",
        code="not-written",
    )
