"""A restored database takes the place of another: killed after any rename, the next start goes on with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.storage import bring_back
from inspector_app.storage.attachments import folder_of
from inspector_app.storage.keys import keys_path

MOST_RENAMES = 12


def database(path: Path, content: str, *, files: bool) -> None:
    """The files of a database, told apart by what is in them."""
    path.write_text(content)
    keys_path(path).write_text(f"keys of {content}")
    if files:
        folder_of(path).mkdir()
        (folder_of(path) / "photo").write_text(content)


def state(path: Path) -> tuple[str, str, str]:
    """What lies under a name: database, keys, attachment; '' for what is not there."""
    parts = (path, keys_path(path), folder_of(path) / "photo")
    database, keys, photo = (part.read_text() if part.exists() else "" for part in parts)
    return database, keys, photo


def prepared(folder: Path, *, old_files: bool, new_files: bool, there: bool = True) -> Path:
    target = folder / "inspector.db"
    if there:
        database(target, "old", files=old_files)
    database(bring_back.draft_of(target), "new", files=new_files)
    bring_back.ready(target, "kept.db")
    return target


@pytest.mark.parametrize("old_files", [True, False])
@pytest.mark.parametrize("new_files", [True, False])
@pytest.mark.parametrize("after", range(MOST_RENAMES))
def test_cut_short_after_any_rename_it_is_finished_and_the_old_one_is_whole_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old_files: bool, new_files: bool, after: int
) -> None:
    target = prepared(tmp_path, old_files=old_files, new_files=new_files)
    renames = [0]
    really = Path.replace

    def failing(self: Path, other: Path) -> Path:
        renames[0] += 1
        if renames[0] > after:
            raise OSError(5, "the disk is gone")
        return really(self, other)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing)
        try:
            bring_back.take_place(target)
            cut = False
        except (KnownError, OSError):
            cut = True
    assert bring_back.is_ready(target) is cut
    if cut:
        assert bring_back.take_place(target) == tmp_path / "kept.db"
    assert state(target) == ("new", "keys of new", "new" if new_files else "")
    assert state(tmp_path / "kept.db") == ("old", "keys of old", "old" if old_files else "")
    assert not bring_back.is_ready(target) and not bring_back.draft_of(target).exists()


def test_on_a_new_laptop_nothing_is_kept_beside(tmp_path: Path) -> None:
    target = prepared(tmp_path, old_files=False, new_files=True, there=False)
    assert bring_back.take_place(target) is None
    assert state(target) == ("new", "keys of new", "new")


def test_a_draft_that_was_never_ready_is_cleared_and_the_old_database_stays(tmp_path: Path) -> None:
    target = tmp_path / "inspector.db"
    database(target, "old", files=True)
    database(bring_back.draft_of(target), "half", files=True)
    assert not bring_back.is_ready(target)
    bring_back.clear_draft(target)
    assert state(target) == ("old", "keys of old", "old")
    assert state(bring_back.draft_of(target)) == ("", "", "")
