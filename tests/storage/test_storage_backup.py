from __future__ import annotations

from pathlib import Path

import pytest
from journals_on_disk import KEY, START, Laptop

from inspector_app.errors import KnownError
from inspector_app.storage.backup import backup, restore
from inspector_app.storage.database import Database
from inspector_app.storage.keys import Cost, create_slots, keys_path, unlock_with_passphrase
from inspector_app.storage.verify import verify

CHEAP = Cost(memory=64, passes=1, lanes=1)


@pytest.fixture
def recorded(laptop: Laptop) -> Laptop:
    keys_path(laptop.database.path).write_bytes(b"the slots")
    laptop.answer("q1", "recognisable answer")
    return laptop


def test_a_backup_holds_what_was_committed_and_stays_encrypted(recorded: Laptop, tmp_path: Path) -> None:
    target = backup(recorded.database, tmp_path / "stick" / "backup.db")
    recorded.answer("q2", "later")
    assert {file.name for file in target.parent.iterdir()} == {"backup.db", "backup.db.keys"}
    assert b"recognisable" not in target.read_bytes() and target.stat().st_mode & 0o077 == 0
    assert keys_path(target).read_bytes() == b"the slots"
    copy = Laptop(target)
    assert copy.value("q1") == "recognisable answer" and copy.value("q2") is None
    assert verify(copy.database) == []
    copy.close()


def test_a_backup_opens_where_no_other_file_can_be_made(recorded: Laptop, tmp_path: Path) -> None:
    """A stick that is full or read-only: nothing is written beside a copy to read it."""
    target = backup(recorded.database, tmp_path / "stick" / "backup.db")
    before = {file.name: file.read_bytes() for file in target.parent.iterdir()}
    with Database.open_reader(target, KEY) as reader:
        assert verify(reader) == []
        assert {file.name: file.read_bytes() for file in target.parent.iterdir()} == before


def test_a_backup_can_be_made_inside_a_busy_session_without_its_uncommitted_part(
    recorded: Laptop, tmp_path: Path
) -> None:
    with recorded.database.transaction():
        recorded.answer("q2", "not committed yet")
        target = backup(recorded.database, tmp_path / "backup.db")
    copy = Laptop(target)
    assert copy.value("q2") is None and recorded.value("q2") == "not committed yet"
    copy.close()


def test_a_backup_overwrites_nothing(recorded: Laptop, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    target.write_bytes(b"something dear")
    with pytest.raises(KnownError) as caught:
        backup(recorded.database, target)
    assert caught.value.code == "exists" and target.read_bytes() == b"something dear"


def test_a_backup_that_is_not_sound_is_thrown_away(
    recorded: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector_app.storage import backup as module

    copy_pages = module._copy_pages

    def spoil(source: Database, draft: Path, progress: object) -> None:
        copy_pages(source, draft, None)
        content = bytearray(draft.read_bytes())
        content[-500] ^= 1
        draft.write_bytes(content)

    monkeypatch.setattr(module, "_copy_pages", spoil)
    folder = tmp_path / "stick"
    with pytest.raises(KnownError) as caught:
        backup(recorded.database, folder / "backup.db")
    assert caught.value.code == "backup-failed" and list(folder.iterdir()) == []


def test_a_backup_to_a_file_in_the_way_is_named(recorded: Laptop, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KnownError) as caught:
        backup(recorded.database, tmp_path / "file" / "backup.db")
    assert caught.value.code == "cannot-open"


def test_a_restored_backup_opens_with_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "one" / "inspector.db"
    made = create_slots(keys_path(path), "demo", cost=CHEAP)
    with Database.create(path, made.key, realm="live", role="laptop", now=START) as database:
        database.set_meta("a", "1")
        source = backup(database, tmp_path / "backup.db")
    target = restore(source, tmp_path / "two" / "inspector.db", made.key)
    with Database.open(target, unlock_with_passphrase(keys_path(target), "demo")) as restored:
        assert restored.meta("a") == "1"
    assert source.exists() and keys_path(source).exists()


def test_a_database_copied_with_its_log_is_restored_with_it(recorded: Laptop, tmp_path: Path) -> None:
    source = tmp_path / "copied" / "inspector.db"
    source.parent.mkdir()
    path = recorded.database.path
    for suffix in ("", "-wal", ".keys"):
        Path(f"{source}{suffix}").write_bytes(Path(f"{path}{suffix}").read_bytes())
    target = restore(source, tmp_path / "two" / "inspector.db", KEY)
    restored = Laptop(target)
    assert restored.value("q1") == "recognisable answer"
    restored.close()


def test_nothing_is_restored_over_a_database(recorded: Laptop, tmp_path: Path) -> None:
    source = backup(recorded.database, tmp_path / "backup.db")
    with pytest.raises(KnownError) as caught:
        restore(source, recorded.database.path)
    assert caught.value.code == "exists" and recorded.value("q1") == "recognisable answer"


@pytest.mark.parametrize(
    ("key", "spoiled", "code"), [(bytes(32), False, "wrong-key"), (KEY, True, "backup-failed")]
)
def test_a_restore_that_does_not_open_leaves_nothing(
    recorded: Laptop, tmp_path: Path, key: bytes, spoiled: bool, code: str
) -> None:
    source = backup(recorded.database, tmp_path / "backup.db")
    if spoiled:
        content = bytearray(source.read_bytes())
        content[-500] ^= 1
        source.write_bytes(content)
    folder = tmp_path / "two"
    with pytest.raises(KnownError) as caught:
        restore(source, folder / "inspector.db", key)
    assert caught.value.code == code and list(folder.iterdir()) == []


def test_a_backup_without_its_keys_is_refused(recorded: Laptop, tmp_path: Path) -> None:
    source = backup(recorded.database, tmp_path / "backup.db")
    keys_path(source).unlink()
    with pytest.raises(KnownError) as caught:
        restore(source, tmp_path / "two.db")
    assert caught.value.code == "missing-keys"
    with pytest.raises(KnownError) as caught:
        restore(tmp_path / "none.db", tmp_path / "two.db")
    assert caught.value.code == "missing-database"
