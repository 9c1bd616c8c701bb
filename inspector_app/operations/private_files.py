"""Plain files that must exist for a moment: a letter on its way to the printer, a picture being looked at.

They lie in one folder that nobody else may enter, and whatever a crash left there goes at the next start.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from inspector_app.files import folder_refused, replacing

OWNER_ONLY = 0o700


def sweep(folder: Path) -> int:
    """Remove everything in the private folder; how many things there were. Called at start and at the end."""
    if not folder.is_dir():
        return 0
    count = 0
    for path in folder.iterdir():
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
            count += 1
    return count


def put(folder: Path, name: str, content: Iterable[bytes]) -> Path:
    """Write content under a readable name in a folder of its own; KnownErrors of `files.replacing`.

    `name` may come from anywhere: only its last part is used.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=OWNER_ONLY)
        if os.name != "nt":
            folder.chmod(OWNER_ONLY)
        place = folder / secrets.token_hex(8)
        place.mkdir(mode=OWNER_ONLY)
    except OSError as error:
        raise folder_refused(folder / "file", error) from error
    safe = Path(name.replace("\\", "/")).name.strip(". ") or "document"
    target = place / safe[:120]
    with replacing(target, private=True) as file:
        for part in content:
            file.write(part)
    return target


def remove(path: Path) -> None:
    """Remove a file that `put` wrote, with its folder; an open one goes with the next sweep."""
    with suppress(OSError):
        path.unlink()
        path.parent.rmdir()
