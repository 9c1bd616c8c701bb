"""The file of key slots on the disk: JSON with a version and a checksum, replaced as a whole or not at all.

The checksum tells a damaged file from a wrong passphrase; it is no secret and proves nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector_app.errors import KnownError
from inspector_app.storage.failures import damaged_keys, reported

FORMAT = "inspector-keys"
VERSION = 1
KEY_BYTES = 32
_LARGEST = 1_000_000

Slot = dict[str, Any]
"""One slot as in the file: its `kind`, its parameters, and `wrapped`, the key in base64."""


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The slots, and `check`, by which a key is known to be the one they hold."""

    check: str
    slots: tuple[Slot, ...]

    def of_kind(self, kind: str) -> tuple[Slot, ...]:
        """The slots of one kind."""
        return tuple(slot for slot in self.slots if slot.get("kind") == kind)


def read(path: Path) -> SlotFile:
    """The slots at `path`. KnownError ``missing-keys``, ``damaged-keys`` or ``newer-keys``."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST)
    except FileNotFoundError as error:
        raise KnownError(
            f"The file with the keys, {path.name}, is missing.",
            "Without it the database cannot be opened. Put it back from a backup.",
            code="missing-keys",
        ) from error
    except OSError as error:
        raise damaged_keys(path) from error
    try:
        data = json.loads(content)
        version, check, slots = data["version"], data["check"], data["slots"]
    except (ValueError, KeyError, TypeError) as error:
        raise damaged_keys(path) from error
    if data.get("format") == FORMAT and isinstance(version, int) and version > VERSION:
        raise KnownError(
            f"The file with the keys, {path.name}, was written by a newer version of this program.",
            "Nothing was changed. Install the newer version.",
            code="newer-keys",
        )
    sound = (
        isinstance(check, str) and isinstance(slots, list) and all(isinstance(slot, dict) for slot in slots)
    )
    if data.get("format") != FORMAT or version != VERSION or not sound:
        raise damaged_keys(path)
    if data.get("checksum") != _checksum(check, slots):
        raise damaged_keys(path)
    return SlotFile(check, tuple(slots))


def write(path: Path, file: SlotFile) -> None:
    """Put `file` at `path`: written beside it, forced to the disk, then renamed."""
    slots = list(file.slots)
    data = {
        "format": FORMAT,
        "version": VERSION,
        "check": file.check,
        "slots": slots,
        "checksum": _checksum(file.check, slots),
    }
    content = (json.dumps(data, indent=1) + "\n").encode("ascii")
    with reported(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(path, content)


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a kill or a loss of power leaves the old file or the new one."""
    draft = Path(f"{path}.new")
    try:
        handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
        sync_folder(path.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def set_aside(path: Path) -> None:
    """Give a file that is at `path` another name, so that nothing overwrites it."""
    if not path.exists():
        return
    number = 1
    while (aside := Path(f"{path}.old{number}")).exists():
        number += 1
    with reported(path):
        path.rename(aside)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file in `folder` survive a loss of power; nothing to do on Windows."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _checksum(check: str, slots: list[Slot]) -> str:
    text = json.dumps([check, slots], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
