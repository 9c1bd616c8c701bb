"""On a disk with no free byte a database of an older schema is read, and brought up once there is room."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "torture"))

from disks import fill, mounted

from inspector_app.errors import KnownError
from inspector_app.exchange.age import seal
from inspector_app.storage import full_disk, migrations, search
from inspector_app.storage.database import Database
from inspector_app.storage.databases import EncryptedDatabases
from inspector_app.storage.keys import keys_path, unlock_with_passphrase
from inspector_app.storage.sqlcipher import connect
from inspector_app.storage.store import Store
from inspector_app.storage.verify import verify

KEPT = Path(__file__).resolve().parents[1] / "databases"
PASSPHRASES = {1: "schema one passphrase", 2: "schema two passphrase"}
INSPECTION = "01a20343-6cbb-7000-8707-000000000001"
CHECKLIST = "01a20343-6cbb-7000-8707-000000000002"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", "16m") as folder:
        if folder is None:
            pytest.skip("nobody but root can mount here")
        yield folder


def kept(disk: Path, schema: int) -> Path:
    path = disk / f"schema_{schema}.db"
    shutil.copyfile(KEPT / path.name, path)
    shutil.copyfile(keys_path(KEPT / path.name), keys_path(path))
    return path


def key_of(path: Path, schema: int) -> bytes:
    return unlock_with_passphrase(keys_path(path), PASSPHRASES[schema])


def opened(path: Path, schema: int) -> Store:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    return EncryptedDatabases(now=lambda: now, seal=seal).open(path, PASSPHRASES[schema])


def refused(call: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as error:
        call()
    return error.value


@pytest.mark.parametrize("schema", PASSPHRASES)
def test_everything_is_read_nothing_is_changed_and_it_goes_on_when_there_is_room(
    disk: Path, schema: int
) -> None:
    path = kept(disk, schema)
    before, mend = path.read_bytes(), fill(disk)
    store = opened(path, schema)
    assert store.database.copied and not store.has_room()
    assert len(store.events(INSPECTION)) == 29
    assert store.values("inspection", INSPECTION)["ended_on"] == "2026-03-03"
    assert [key.value for key in store.typed()] == ["Still being typed"]
    assert [row.label for row in store.derived(CHECKLIST)] == ["Was there a policy?"]
    assert [hit.kind for hit in search.search(store.database.connection, "minutes of")] == ["evidence"]
    assert store.lists.rows("under_way", 9)[0].service_name == "Invented house (example)"
    assert refused(lambda: store.database.set_meta("a", "b")).code == "disk-full"
    assert refused(lambda: verify(store.database)).code == "disk-full"
    assert path.read_bytes() == before
    mend()
    assert store.has_room() and not store.database.copied
    assert store.database.connection.execute("PRAGMA user_version").fetchone() == (migrations.CURRENT,)
    store.database.set_meta("a", "b")
    assert verify(store.database) == [] and len(store.events(INSPECTION)) == 29
    store.close()


def test_what_only_the_log_of_a_crash_holds_is_read_too(tmp_path: Path, disk: Path) -> None:
    work = kept(tmp_path, 2)
    key = key_of(work, 2)
    writing = connect(work, key)
    writing.execute("PRAGMA journal_mode = WAL")
    writing.execute("INSERT INTO meta(name, value) VALUES ('only', 'in the log')")
    for name in (work.name, f"{work.name}-wal", keys_path(work).name):
        shutil.copyfile(work.with_name(name), disk / name)
    writing.close()
    fill(disk)
    with Database.open(disk / work.name, key) as database:
        assert database.copied and database.meta("only") == "in the log"


def test_a_backup_made_meanwhile_is_encrypted_whole_and_of_the_present_schema(
    tmp_path: Path, disk: Path
) -> None:
    path = kept(disk, 1)
    fill(disk)
    store = opened(path, 1)
    copy = store.backup(tmp_path / "stick" / "backup.db")
    store.close()
    content = copy.read_bytes()
    assert b"SQLite format" not in content and b"Invented house" not in content
    with Database.open(copy, key_of(path, 1)) as database:
        assert verify(database) == []
        assert database.connection.execute("SELECT count(*) FROM event").fetchone() == (29,)


def test_one_that_is_too_large_for_memory_is_left_as_it_is_with_what_to_free(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(disk, 2)
    key, before = key_of(path, 2), path.read_bytes()
    mend = fill(disk)
    monkeypatch.setattr(full_disk, "COPIED_AT_MOST", 1000)
    error = refused(lambda: Database.open(path, key))
    assert error.code == "disk-full" and "older version" in error.message
    assert "at least 9 MB" in error.advice and path.read_bytes() == before
    mend()
    Database.open(path, key).close()


def test_a_newer_one_is_named_as_newer_on_a_full_disk_too(disk: Path) -> None:
    path = kept(disk, 2)
    key = key_of(path, 2)
    writing = connect(path, key)
    writing.execute(f"PRAGMA user_version = {migrations.CURRENT + 1}")
    writing.close()
    before = path.read_bytes()
    fill(disk)
    assert refused(lambda: Database.open(path, key)).code == "newer-database"
    assert path.read_bytes() == before
