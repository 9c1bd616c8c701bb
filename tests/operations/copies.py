"""Copies of closed databases for tests that may spoil them."""

from __future__ import annotations

from pathlib import Path


def copied(database: Path, folder: Path) -> Path:
    """A copy of a closed database with its keys, in a new folder."""
    folder.mkdir()
    for file in (database, database.with_name(database.name + ".keys")):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder / database.name
