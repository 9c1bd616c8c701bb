"""Puts a restored database in the place of another, which is kept beside it: killed at any moment, the next
start goes on where it was.

What is restored lies ready, opened once and complete, under a name of its own; a marker says so. From then on
there are only renames, each done once: the old files get the name they are kept under, the new ones theirs.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from inspector_app.files import write_whole
from inspector_app.storage import failures
from inspector_app.storage.attachments import folder_of
from inspector_app.storage.keys import keys_path
from inspector_app.storage.slot_file import sync_folder


def draft_of(target: Path) -> Path:
    """Where a database is restored to before it takes its place."""
    return target.with_name(f"{target.stem}-restoring.db")


def is_ready(target: Path) -> bool:
    """Whether a restored database waits to take its place: the program ended in between."""
    return _marker(target).is_file()


def clear_draft(target: Path) -> None:
    """Remove what a restore that was not finished has left."""
    import shutil

    draft = draft_of(target)
    for file in _files(draft):
        if file.is_dir():
            shutil.rmtree(file, ignore_errors=True)
        else:
            with suppress(FileNotFoundError):
                file.unlink()


def ready(target: Path, kept_as: str) -> None:
    """The draft is whole: from now on it takes the place of `target`, whatever happens."""
    write_whole(_marker(target), kept_as.encode())


def take_place(target: Path) -> Path | None:
    """Keep the old database under its new name and give the draft its place; where the old one lies now,
    None where there was none. KnownError ``read-only``, ``disk-full``: the next start goes on with it.
    """
    marker, draft = _marker(target), draft_of(target)
    with failures.reported(target):
        kept = target.with_name(marker.read_text(encoding="utf-8"))
        if target.exists() and not kept.exists():
            # the database is the last to go: while it is there under its old name, nothing new has come
            for old, new in zip(_files(target), _files(kept), strict=True):
                if old.exists():
                    old.replace(new)
        for fresh, place in zip(_files(draft), _files(target), strict=True):
            if fresh.exists():
                fresh.replace(place)
        sync_folder(target.parent)
        marker.unlink()
    return kept if kept.exists() else None


def _files(database: Path) -> tuple[Path, ...]:
    """All that belongs to a database; the file of its keys goes first, the database last."""
    beside = [Path(f"{database}{end}") for end in ("-wal", "-shm", ".attempts")]
    return (keys_path(database), folder_of(database), *beside, database)


def _marker(target: Path) -> Path:
    return target.with_name(f"{target.stem}-restoring.ready")
