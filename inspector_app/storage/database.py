"""The encrypted database file: create, open, one transaction at a time, close.

WAL with synchronous=FULL, because only FULL survives a loss of power. Freed content is overwritten
(`secure_delete`), so that an erased value is gone from the pages and not merely unreachable. One process
owns a database, held by a lock file beside it; other connections only read.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

from filelock import FileLock

from inspector_app.errors import KnownError
from inspector_app.storage import failures, full_disk, holding, migrations, search, write_anew
from inspector_app.storage.page_probe import key_fits
from inspector_app.storage.slot_file import sync_folder
from inspector_app.storage.sqlcipher import Connection, DatabaseError, OperationalError, connect

Realm = Literal["live", "example"]
Role = Literal["laptop", "office"]

BUSY_MILLISECONDS = 5000
PATIENT_MILLISECONDS = 3_600_000
"""How long writing waits while a process of our own makes the tables again."""
SCRUB = "scrub"
"""The fact in `meta` that stands while erased content may still lie in gaps of pages, or in the log."""
_CACHE_KIB = 32_000


class Database:
    """One open database. Made by `create`, `open` or `open_reader`; `close` it, or use it in a `with`."""

    def __init__(
        self, path: Path, key: bytes, connection: Connection, lock: FileLock | None, *, reader: bool = False
    ) -> None:
        self.path = path
        self.key = key
        self.connection = connection
        self.reader = reader
        self._starved = False
        self._lock = lock
        self._owner: int | None = None
        self._depth = 0
        self._after: list[Callable[[], None]] = []

    @classmethod
    def create(
        cls, path: Path, key: bytes, *, realm: Realm, role: Role, now: datetime, lock: bool = True
    ) -> Database:
        """A new, empty database at `path`, whose folder is made where it is missing (private to the user).

        `key` is 32 random bytes. KnownError ``exists`` where there is a file already, ``read-only``,
        ``disk-full`` or ``cannot-open`` where it cannot be written.
        """
        with failures.reported(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            held = holding.take(path) if lock else None
        try:
            if path.exists():
                raise KnownError(
                    f"There is a file already at {path}.",
                    "Choose another folder, or open that one.",
                    code="exists",
                )
            with failures.reported(path):
                cls._make(path, key, {"realm": realm, "role": role, "created_at": now.isoformat()})
            return cls._opened(path, key, held)
        except BaseException:
            holding.release(held)
            raise

    @staticmethod
    def _make(path: Path, key: bytes, facts: dict[str, str]) -> None:
        """Make the file under another name first: killed at any moment, `path` is whole or not there."""
        draft = Path(f"{path}.new")
        leftovers = [draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")]
        try:
            for file in leftovers:
                file.unlink(missing_ok=True)
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            connection = connect(draft, key)
            try:
                _configure(connection)
                migrations.upgrade(connection)
                connection.executemany("INSERT INTO meta(name, value) VALUES (?, ?)", facts.items())
            finally:
                connection.close()
            os.replace(draft, path)
            sync_folder(path.parent)
        except BaseException:
            for file in leftovers:
                file.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, key: bytes, *, lock: bool = True) -> Database:
        """The database at `path`, brought up to the present schema.

        `lock` is False only in a child process of the one that holds the lock. KnownError codes:
        ``missing-database``, ``in-use``, ``wrong-key``, ``damaged``, ``newer-database``, ``read-only``,
        ``disk-full``, ``cannot-open``. On a disk with no room it can be read all the same: `has_room`.
        """
        if not path.is_file():
            raise failures.missing(path)
        with failures.reported(path):
            held = holding.take(path) if lock else None
        try:
            return cls._opened(path, key, held)
        except BaseException:
            holding.release(held)
            raise

    @classmethod
    def _opened(cls, path: Path, key: bytes, held: FileLock | None) -> Database:
        connection, starved = _connected(path, key)
        database = cls(path, key, connection, held)
        database._starved = starved
        try:
            if not starved:
                database._catch_up()
            return database
        except BaseException:
            connection.close()
            raise

    def _catch_up(self) -> None:
        """Do what a migration or an erasure left to do; killed in between, the next start does it."""
        write_anew.sweep(self.path)
        if self.meta(search.STALE):
            with self.transaction() as connection:
                search.rebuild(connection)
        if self.meta(SCRUB):
            with suppress(KnownError):  # no room to write the file anew: it stays marked
                self.scrub()

    @property
    def alone(self) -> bool:
        """Whether no other connection can be made while this one is open: its disk is full."""
        return self._starved

    @property
    def copied(self) -> bool:
        """Whether a copy in memory is read: its disk is full, and the file is of an older schema."""
        return self._starved and not self.connection.execute("PRAGMA database_list").fetchone()[2]

    @property
    def room_needed(self) -> int:
        """Bytes that must be free before anything can be saved again."""
        return full_disk.needed(self.path, older=self.copied)

    def has_room(self) -> bool:
        """Whether anything can be written. A database that was opened to be read alone, because its disk was
        full, is opened for writing here, once there is room.
        """
        room = full_disk.free(self.path)
        if not self._starved:
            return room >= failures.NEARLY_NOTHING
        if room < self.room_needed:
            return False
        self.connection.close()
        self.connection, self._starved = _connected(self.path, self.key)
        if not self._starved:
            self._catch_up()
        return not self._starved

    def scrub(self, *, at_once: bool = False) -> bool:
        """After an erasure: write the file and its log anew, so that no gap in a page keeps old bytes.

        SQLite overwrites what is deleted, but rows that moved to another page earlier leave a copy in the gap
        of the first. A large file takes long, and its size on the disk: it keeps the mark, and whoever has
        time does it ``at_once``. True when it is done, False where somebody reads; errors of `write_anew`.
        """
        large = bool(write_anew.needed(self.path))
        if large and not at_once:
            return False
        with failures.reported(self.path):
            if not large:
                self.connection.execute("VACUUM")
            (busy, _, _) = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy or (
                large and not self._write_anew()
            ):  # somebody reads: the log still holds the old pages
                return False
        with self.transaction() as connection:
            connection.execute("DELETE FROM meta WHERE name = ?", (SCRUB,))
        return True

    def _write_anew(self) -> bool:
        """Close the file, which must then be nobody's, write it anew and open it again; else False."""
        try:
            (mode,) = self.connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except OperationalError:
            return False
        if mode != "delete":
            return False
        self.connection.close()
        try:
            write_anew.write_anew(self.path, self.key)
        finally:
            self.connection, self._starved = _connected(self.path, self.key)
        return True

    @classmethod
    def open_reader(cls, path: Path, key: bytes) -> Database:
        """A second connection that only reads and takes no lock. Codes as `open`, without ``in-use``."""
        if not path.is_file():
            raise failures.missing(path)
        connection: Connection | None = None
        try:
            with failures.reported(path):
                connection = _unlocked(path, key)
                _refuse_newer(connection, path)
                connection.execute("PRAGMA query_only = ON")
            return cls(path, key, connection, None, reader=True)
        except BaseException:
            if connection is not None:
                connection.close()
            raise

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write the log back into the file and let go of it. Closing twice does nothing."""
        self.connection.close()
        holding.release(self._lock)
        self._lock = None

    def meta(self, name: str, default: str = "") -> str:
        """One fact about this database, such as ``created_at``."""
        row = self.connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else default

    def set_meta(self, name: str, value: str) -> None:
        """Keep one fact about this database."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)", (name, value))

    @property
    def realm(self) -> str:
        """``live`` or ``example``; example records are never received or counted as live ones."""
        return self.meta("realm")

    @property
    def role(self) -> str:
        """``laptop`` or ``office``."""
        return self.meta("role")

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing. A nested use joins the outer one, and can still fail by itself.

        What the world does (a full disk, a damaged page) is raised as KnownError after everything in the
        block has been taken back. Use by two threads at once is a bug and raises RuntimeError.
        """
        if self._depth and self._owner != threading.get_ident():
            raise RuntimeError("a transaction of another thread is open")
        with failures.reported(self.path), self._nested() if self._depth else self._outermost():
            yield self.connection
        if not self._depth:
            waiting, self._after = self._after, []
            for action in waiting:
                action()

    def after_commit(self, action: Callable[[], None]) -> None:
        """Do `action` once the transaction that is open has been committed; forget it where that fails."""
        self._after.append(action)

    @contextmanager
    def _outermost(self) -> Iterator[None]:
        if self._starved and not self.has_room():
            raise failures.disk_full(self.path)
        self.connection.execute("BEGIN IMMEDIATE")
        self._owner, self._depth = threading.get_ident(), 1
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            self._after.clear()
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        finally:
            self._owner, self._depth = None, 0

    @contextmanager
    def _nested(self) -> Iterator[None]:
        name = f"nested_{self._depth}"
        promised = len(self._after)
        self.connection.execute(f"SAVEPOINT {name}")
        self._depth += 1
        try:
            yield
            self.connection.execute(f"RELEASE {name}")
        except BaseException:
            del self._after[promised:]
            if self.connection.in_transaction:  # a full disk may have ended the whole transaction
                self.connection.execute(f"ROLLBACK TO {name}")
                self.connection.execute(f"RELEASE {name}")
            raise
        finally:
            self._depth -= 1


def _connected(path: Path, key: bytes) -> tuple[Connection, bool]:
    """A connection to write with, at the present schema; on a full disk one to read with, and True."""
    try:
        with failures.reported(path):
            return _writing(path, key), False
    except KnownError as error:
        if error.code != "disk-full":
            raise
    with failures.reported(path):
        return full_disk.open_to_read(path, key), True


def _writing(path: Path, key: bytes) -> Connection:
    connection = _unlocked(path, key)
    try:
        _refuse_newer(connection, path)
        _configure(connection)
        if _version(connection) < migrations.CURRENT:
            migrations.upgrade(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlocked(path: Path, key: bytes) -> Connection:
    """A connection whose key is known to fit."""
    connection = connect(path, key)
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not _version(connection):
            raise failures.damaged(path)
    except DatabaseError as error:
        connection.close()
        if getattr(error, "sqlite_errorname", "") != "SQLITE_NOTADB":
            raise
        raise (failures.damaged(path) if key_fits(path, key) else failures.wrong_key(path)) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(connection: Connection, path: Path) -> None:
    if _version(connection) > migrations.CURRENT:
        raise failures.newer_database(path)
