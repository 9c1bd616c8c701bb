"""Files that wait until head office accepts their laptop: kept beside its database, as they came.

The stick that brought a file is gone when the laptop is accepted, so a copy waits in a folder beside the
office's database. It stays what it was: encrypted for the office, signed by the laptop. When the laptop is
accepted each copy is verified whole once more, received like any other file, and only then removed.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.files import make_folder, replacing, source_refused
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Progress

FOLDER = "quarantine"
"""The folder beside the office's database; in it a folder for each file, named by its SHA-256."""
_PIECE = 1 << 20


@dataclass(frozen=True)
class Waiting:
    """A file that waits, by its SHA-256; `kept` is its copy, None where there is none."""

    sha256: str
    kept: Path | None


def quarantine_folder(database: Path) -> Path:
    """Where the files that wait lie, of the office with this database."""
    return database.parent / FOLDER


def keep_waiting(report: Progress, file: Path, sha256: str, folder: Path) -> Path:
    """Copy a file that has to wait; may run in a child process. Gives the copy.

    KnownError as `files.replacing`, and ``file-changed`` where it is no longer the file that was looked at.
    """
    target = folder / sha256 / file.name
    if target.is_file() and _sha256(target) == sha256:
        return target
    make_folder(target.parent)
    digest = hashlib.sha256()
    try:
        with file.open("rb") as source, replacing(target, private=True) as copy:
            while piece := source.read(_PIECE):
                digest.update(piece)
                copy.write(piece)
            if digest.hexdigest() != sha256:
                raise KnownError(
                    f"{file.name} changed while it was read.", "Receive it again.", code="file-changed"
                )
    except OSError as error:
        raise source_refused(file, error) from error
    for other in _copies_in(target.parent):
        if other != target:  # the same file under another name, or what became of its copy
            with contextlib.suppress(OSError):
                other.unlink()
    report(1, 1)
    return target


def files_waiting(desk: Desk, device: str) -> tuple[Waiting, ...]:
    """The files of a laptop that were never received, in the order in which they came."""
    noted = [one for one in desk.store.noted_files() if one.device == device]
    received = {one.sha256 for one in noted if one.outcome == "received"}
    waits = dict.fromkeys(one.sha256 for one in noted if one.outcome == "quarantined")
    folder = quarantine_folder(desk.store.path)
    return tuple(Waiting(one, _kept(folder / one)) for one in waits if one not in received)


def forget_kept(desk: Desk, sha256: str) -> None:
    """Remove the copy of a file that has been received; one that cannot be removed is known, and does no
    harm."""
    folder = quarantine_folder(desk.store.path) / sha256
    if not sha256 or not folder.is_dir():
        return
    with contextlib.suppress(OSError):
        for kept in _copies_in(folder):
            kept.unlink()
        folder.rmdir()


def copies(waiting: Sequence[Waiting]) -> list[Path]:
    """The copies to receive."""
    return [one.kept for one in waiting if one.kept is not None]


def _kept(folder: Path) -> Path | None:
    return next(iter(_copies_in(folder)), None)


def _copies_in(folder: Path) -> list[Path]:
    """What is being written has a name with a dot before it."""
    return [one for one in sorted(folder.glob("*")) if one.is_file() and not one.name.startswith(".")]


def _sha256(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
