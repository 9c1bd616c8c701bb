from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from journals_on_disk import KEY, START, Laptop

from inspector_app.errors import KnownError
from inspector_app.storage import migrations
from inspector_app.storage.database import Database
from inspector_app.storage.sqlcipher import connect, sqlite_utils

OTHER_KEY = bytes(32)


def create(path: Path) -> Database:
    return Database.create(path, KEY, realm="example", role="office", now=START)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "inspector.db"
    create(path).close()
    return path


def code(caught: pytest.ExceptionInfo[KnownError]) -> str:
    assert caught.value.message and caught.value.advice
    return caught.value.code


def refused(path: Path, key: bytes = KEY) -> str:
    with pytest.raises(KnownError) as caught:
        Database.open(path, key).close()
    with pytest.raises(KnownError) as reader:
        Database.open_reader(path, key).close()
    assert code(reader) == code(caught)
    return code(caught)


def test_a_new_database_knows_what_it_is_for(path: Path) -> None:
    with Database.open(path, KEY) as database:
        assert (database.realm, database.role) == ("example", "office")
        assert database.meta("created_at") == START.isoformat()
        for pragma, expected in (
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("secure_delete", 1),
        ):
            assert database.connection.execute(f"PRAGMA {pragma}").fetchone() == (expected,)


def test_files_are_private_and_the_folder_is_clean_after_closing(path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0 and path.parent.stat().st_mode & 0o077 == 0
    assert {file.name for file in path.parent.iterdir()} <= {"inspector.db", "inspector.db.lock"}


def test_the_file_does_not_look_like_sqlite(path: Path) -> None:
    assert b"SQLite format" not in path.read_bytes() and b"CREATE TABLE" not in path.read_bytes()


def test_a_database_is_never_made_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        create(path)
    assert code(caught) == "exists" and path.read_bytes() == before


def test_a_wrong_key_is_named(path: Path) -> None:
    assert refused(path, OTHER_KEY) == "wrong-key"


@pytest.mark.parametrize("position", [0, 5, 16, 20, 99, 2000, 4060, 4095])
def test_a_flipped_bit_on_the_first_page_is_damage_and_no_wrong_key(path: Path, position: int) -> None:
    content = bytearray(path.read_bytes())
    content[position] ^= 4
    path.write_bytes(content)
    assert refused(path) == "damaged"


@pytest.mark.parametrize("start", [0, 100])
def test_a_page_of_zeros_is_damage(path: Path, start: int) -> None:
    content = bytearray(path.read_bytes())
    content[start:4096] = bytes(4096 - start)
    path.write_bytes(content)
    assert refused(path) == "damaged"


@pytest.mark.parametrize("kept", [0, 10, 4000, 4096, 9000])
def test_a_truncated_file_is_damage(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    with (
        pytest.raises(KnownError) as caught,
        Database.open(path, KEY) as database,
        database.transaction() as connection,
    ):
        connection.execute("SELECT count(*) FROM event, answer, blob").fetchall()
    assert code(caught) == "damaged"


def test_a_damaged_page_found_later_is_named(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 30] ^= 1
    path.write_bytes(content)
    with pytest.raises(KnownError) as caught, Database.open(path, KEY) as database:
        database.set_meta("a", "b")
    assert code(caught) == "damaged"


def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    connection = connect(path, KEY)
    connection.execute(f"PRAGMA user_version = {migrations.CURRENT + 1}")
    connection.close()
    before = path.read_bytes()
    assert refused(path) == "newer-database"
    assert path.read_bytes() == before


def test_a_missing_database_is_named_and_none_is_made(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.db") == "missing-database"
    assert list(tmp_path.glob("none*")) == []


def test_only_one_window_or_command_has_it_open(path: Path) -> None:
    with Database.open(path, KEY):
        with pytest.raises(KnownError) as caught:
            Database.open(path, KEY)
        assert code(caught) == "in-use"
        script = (
            "import sys\nfrom pathlib import Path\nfrom inspector_app.errors import KnownError\n"
            "from inspector_app.storage.database import Database\n"
            "try:\n    Database.open(Path(sys.argv[1]), bytes(range(32)))\n"
            "except KnownError as error:\n    print(error.code)\n"
        )
        other = subprocess.run(
            [sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=600, check=True
        )
        assert other.stdout == "in-use\n"
    Database.open(path, KEY).close()


def test_a_failed_open_lets_the_lock_go(path: Path) -> None:
    with pytest.raises(KnownError):
        Database.open(path, OTHER_KEY)
    Database.open(path, KEY).close()


def test_a_child_of_the_one_that_holds_the_lock_may_open_it_too(path: Path) -> None:
    with Database.open(path, KEY) as first, Database.open(path, KEY, lock=False) as second:
        second.set_meta("from", "child")
        assert first.meta("from") == "child"


def test_a_reader_sees_what_was_committed_and_cannot_write(path: Path) -> None:
    with Database.open(path, KEY) as database, Database.open_reader(path, KEY) as reader:
        with database.transaction():
            database.set_meta("a", "1")
            assert reader.meta("a") == ""
        assert reader.meta("a") == "1"
        with pytest.raises(KnownError) as caught:
            reader.set_meta("a", "2")
        assert code(caught) == "read-only" and database.meta("a") == "1"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database.open(path, KEY) as database:
        yield database


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction():
        database.set_meta("a", "1")
        database.set_meta("b", str(1 / 0))
    assert database.meta("a") == "" and not database.connection.in_transaction


def test_a_nested_transaction_joins_the_outer_one(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction():
        with database.transaction():
            database.set_meta("a", "1")
        raise ZeroDivisionError
    assert database.meta("a") == ""


def test_a_nested_transaction_can_fail_by_itself(database: Database) -> None:
    with database.transaction():
        database.set_meta("a", "1")
        with pytest.raises(ZeroDivisionError), database.transaction():
            database.set_meta("a", "2")
            raise ZeroDivisionError
    assert database.meta("a") == "1"


def test_what_waits_for_the_commit_is_done_once_and_forgotten_on_failure(database: Database) -> None:
    done: list[str] = []
    with database.transaction():
        database.after_commit(lambda: done.append("outer"))
        with pytest.raises(ZeroDivisionError), database.transaction():
            database.after_commit(lambda: done.append("inner"))
            raise ZeroDivisionError
        assert done == []
    assert done == ["outer"]
    with pytest.raises(ZeroDivisionError), database.transaction():
        database.after_commit(lambda: done.append("failed"))
        raise ZeroDivisionError
    with database.transaction():
        pass
    assert done == ["outer"]


def test_two_threads_in_one_transaction_are_a_bug_that_shows(database: Database) -> None:
    seen: list[str] = []

    def intrude() -> None:
        try:
            database.set_meta("a", "2")
        except RuntimeError as error:
            seen.append(str(error))

    with database.transaction():
        thread = threading.Thread(target=intrude)
        thread.start()
        thread.join()
    assert seen == ["a transaction of another thread is open"] and database.meta("a") == ""


def test_a_full_disk_takes_the_whole_action_back_and_says_so(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "inspector.db")
    laptop.answer("q1", "safe")
    before = laptop.tables()
    pages = laptop.database.connection.execute("PRAGMA page_count").fetchone()[0]
    laptop.database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KnownError) as caught, laptop.database.transaction():
        laptop.answer("q2", "first half")
        laptop.answer("q3", "x" * 500_000)
    assert code(caught) == "disk-full" and laptop.tables() == before
    with pytest.raises(KnownError) as caught:
        laptop.answer("q3", "x" * 500_000)
    assert code(caught) == "disk-full" and laptop.tables() == before
    laptop.database.connection.execute("PRAGMA max_page_count = 1000000")
    assert laptop.answer("q3", "x" * 500_000)
    laptop.close()


def test_the_migration_is_recorded_and_ends_at_the_present_schema(database: Database) -> None:
    rows = database.connection.execute("SELECT name FROM _sqlite_migrations").fetchall()
    names = ["m001_first_schema", "m002_search_attachments_retention", "m003_lists_of_inspections"]
    assert [name for (name,) in rows] == names
    assert database.connection.execute("PRAGMA user_version").fetchone() == (migrations.CURRENT,)


def test_a_failing_migration_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspector_app.storage.migrations import m001_first_schema

    whole = m001_first_schema.BESIDE
    monkeypatch.setattr(m001_first_schema, "BESIDE", whole + "; CREATE TABLE meta(again)")
    with pytest.raises(Exception, match="already exists"):
        create(tmp_path / "inspector.db")
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} <= {"inspector.db.lock"}
    monkeypatch.undo()
    create(tmp_path / "inspector.db").close()


def test_sqlite_utils_is_bound_to_sqlcipher() -> None:
    import sqlcipher3

    assert vars(sqlite_utils().utils)["sqlite3"] is sqlcipher3


def test_the_wrong_order_of_imports_is_a_bug_that_shows() -> None:
    script = (
        "import sys\nimport sqlite_utils\nfrom inspector_app.storage.sqlcipher import sqlite_utils as bound\n"
        "try:\n    bound()\nexcept RuntimeError as error:\n    print(error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=600, check=True
    )
    assert run.stdout == "sqlite_utils was imported before the SQLCipher hook\n"


def test_opening_needs_no_sqlite_utils(path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom inspector_app.storage.database import Database\n"
        "Database.open(Path(sys.argv[1]), bytes(range(32))).close()\nprint('sqlite_utils' in sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=600, check=True
    )
    assert run.stdout == "False\n"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError) as caught:
        create(tmp_path / "file" / "inspector.db")
    assert code(caught) == "cannot-open"


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB of its own, which only root can mount."""
    folder = tmp_path / "mounted"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    if subprocess.run(mount, capture_output=True, timeout=600, check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, timeout=600, check=True)


def test_a_disk_that_fills_up_loses_nothing(mounted: Path) -> None:
    laptop = Laptop(mounted / "inspector.db")
    kept = 0
    with pytest.raises(KnownError) as caught:
        for number in range(1000):
            laptop.answer(f"q{number}", "x" * 3000)
            kept += 1
    assert code(caught) == "disk-full" and kept > 10
    laptop.close()
    again = Laptop(mounted / "inspector.db")
    assert len(again.tables()["answer"]) == kept
    assert again.database.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    again.close()


def test_a_database_cannot_be_made_on_a_full_disk(mounted: Path) -> None:
    (mounted / "filler").write_bytes(bytes(2_000_000))
    with pytest.raises(KnownError) as caught:
        create(mounted / "inspector.db")
    assert code(caught) == "disk-full"
    assert {file.name for file in mounted.iterdir()} <= {"filler", "inspector.db.lock"}


def test_a_read_only_folder_is_named_and_nothing_changes(mounted: Path) -> None:
    path = mounted / "inspector.db"
    create(path).close()
    before = path.read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True, timeout=600)
    with pytest.raises(KnownError) as caught:
        Database.open(path, KEY)
    assert code(caught) == "read-only" and path.read_bytes() == before
    with pytest.raises(KnownError) as caught:
        create(mounted / "other.db")
    assert code(caught) == "read-only"
