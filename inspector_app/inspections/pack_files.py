"""Where the files of a framework pack lie: its own, else those of the pack that it builds on.

A pack for another kind of inspection changes what it must and takes the rest (letters, checks, retention) as
it is, so that a word mended there is mended everywhere.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from inspector_app import resources

FRAMEWORK_FILE = "framework.toml"


@cache
def pack_file(framework_id: str, *parts: str) -> Path:
    """The file of a pack, or of the nearest that it builds on which has one; its own place where none has."""
    own = resources.path("frameworks", framework_id, *parts)
    if own.exists():
        return own
    base = _base(framework_id)
    found = pack_file(base, *parts) if base else own
    return found if found.exists() else own


@cache
def shipped_frameworks() -> tuple[str, ...]:
    """The ids of all packs that came with the program, those that build on nothing first."""
    folders = resources.path("frameworks").iterdir()
    ids = sorted(folder.name for folder in folders if (folder / FRAMEWORK_FILE).is_file())
    return tuple(sorted(ids, key=lambda one: bool(_base(one))))


@cache
def _base(framework_id: str) -> str:
    file = resources.path("frameworks", framework_id, FRAMEWORK_FILE)
    if not file.is_file():
        return ""
    return str(tomllib.loads(file.read_text(encoding="utf-8")).get("builds_on", ""))
