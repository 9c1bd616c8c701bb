"""Every schema that was ever written is kept as a file and must open and migrate for ever.

The content of the kept files is invented; ``schema_1.db`` was written by the program of schema 1.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.exchange.age import seal
from inspector_app.storage import migrations, search
from inspector_app.storage.database import Database
from inspector_app.storage.databases import EncryptedDatabases
from inspector_app.storage.keys import keys_path, unlock_with_passphrase
from inspector_app.storage.verify import verify

KEPT = Path(__file__).resolve().parents[1] / "databases"
PASSPHRASES = {1: "schema one passphrase", 2: "schema two passphrase", 3: "schema three passphrase"}
FROZEN = {1: "28b0afdf3af43bdf", 2: "12afb5cc7b0bae96", 3: "3b0c0b2a6235d49f"}
INSPECTION = "01a20343-6cbb-7000-8707-000000000001"
CHECKLIST = "01a20343-6cbb-7000-8707-000000000002"


def now() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[int], Path]:
    def copy(schema: int) -> Path:
        path = tmp_path / f"schema_{schema}.db"
        shutil.copyfile(KEPT / path.name, path)
        shutil.copyfile(keys_path(KEPT / path.name), keys_path(path))
        return path

    return copy


def test_there_is_a_file_of_every_released_schema() -> None:
    assert {file.name for file in KEPT.glob("*.db")} == {f"schema_{n}.db" for n in PASSPHRASES}
    assert max(PASSPHRASES) == migrations.CURRENT


@pytest.mark.parametrize("schema", PASSPHRASES)
def test_a_kept_database_opens_migrates_and_says_what_it_said(
    kept: Callable[[int], Path], schema: int
) -> None:
    path = kept(schema)
    store = EncryptedDatabases(now=now, seal=seal).open(path, PASSPHRASES[schema])
    try:
        assert store.database.connection.execute("PRAGMA user_version").fetchone() == (migrations.CURRENT,)
        assert verify(store.database) == []
        assert len(store.events(INSPECTION)) == 29
        assert store.values("inspection", INSPECTION)["ended_on"] == "2026-03-03"
        assert store.values("answer", f"{CHECKLIST}:erased_comment") == {"value": None}
        (conflict,) = store.journal.conflicts(INSPECTION)
        assert {event.value for event in conflict.heads} == {"no", "partially"}
        assert [key.value for key in store.typed()] == ["Still being typed"]
        assert [row.label for row in store.derived(CHECKLIST)] == ["Was there a policy?"]
        assert store.secret("signing-key") == b"not a real key"
        assert store.lists.rows("under_way", 9)[0].service_name == "Invented house (example)"
        assert [hit.kind for hit in search.search(store.database.connection, "minutes of")] == ["evidence"]
    finally:
        store.close()


def test_a_migration_that_is_killed_is_done_at_the_next_start(
    kept: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(1)
    key = unlock_with_passphrase(keys_path(path), PASSPHRASES[1])
    before = path.read_bytes()

    def killed(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(search, "rebuild", killed)
        with pytest.raises(KeyboardInterrupt):
            Database.open(path, key)
    with Database.open(path, key) as database:
        assert search.count(database.connection) == 7 and database.meta(search.STALE) == ""
        assert verify(database) == []
    assert path.read_bytes() != before


def test_a_newer_database_is_refused_with_advice_and_left_as_it_is(kept: Callable[[int], Path]) -> None:
    path = kept(1)
    key = unlock_with_passphrase(keys_path(path), PASSPHRASES[1])
    with Database.open(path, key) as database:
        database.connection.execute(f"PRAGMA user_version = {migrations.CURRENT + 1}")
    before = path.read_bytes()
    for opening in (Database.open, Database.open_reader):
        with pytest.raises(KnownError) as caught:
            opening(path, key)
        assert caught.value.code == "newer-database" and "newer version" in caught.value.advice
    assert path.read_bytes() == before


def test_a_step_that_was_released_never_changes() -> None:
    from inspector_app.storage.migrations import m001_first_schema as first
    from inspector_app.storage.migrations import m002_search_attachments_retention as second
    from inspector_app.storage.migrations import m003_lists_of_inspections as third

    texts = {
        1: "".join((first.JOURNAL, first.PROJECTIONS, first.BESIDE)),
        2: "".join(second.TABLES),
        3: "".join(third.STATEMENTS),
    }
    found = {number: sha256(text.encode()).hexdigest()[:16] for number, text in texts.items()}
    assert found == FROZEN, "databases out there were made by these steps: add another step instead"
