"""The hook that makes sqlite-utils work on SQLCipher, and the one place that opens a keyed connection.

sqlite-utils picks its SQLite module once, when it is first imported: it prefers one called pysqlite3.
SQLCipher's Python module has the same interface, so it is put there under that name first. In the wrong
order sqlite-utils would silently use the standard module, whose error classes differ, and leave
transactions open after an error; therefore this raises unless the hook took.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from types import ModuleType
from typing import cast

import sqlcipher3
import sqlcipher3.dbapi2

Connection = sqlite3.Connection
"""The type of a connection; at run time it is SQLCipher's, which has the same methods."""

DatabaseError = cast("type[sqlite3.DatabaseError]", sqlcipher3.DatabaseError)
OperationalError = cast("type[sqlite3.OperationalError]", sqlcipher3.OperationalError)

KEY_BYTES = 32


def sqlite_utils() -> ModuleType:
    """The module sqlite_utils, bound to SQLCipher; RuntimeError where something imported it too early."""
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
    import sqlite_utils as module
    import sqlite_utils.utils as used

    if vars(used)["sqlite3"] is not sqlcipher3:
        raise RuntimeError("sqlite_utils was imported before the SQLCipher hook")
    return module


def use_ciphers_once() -> None:
    """Load the ciphers, with a database in memory that holds nothing."""
    connection = cast(Connection, sqlcipher3.connect(":memory:"))
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{bytes(KEY_BYTES).hex()}'\"")
    connection.close()


def connect(path: Path, key: bytes, *, create: bool = False) -> Connection:
    """A connection with its raw 256-bit key, in autocommit mode; a wrong key shows at the first read.

    The connection may be used by another thread than the one that opened it, by one at a time.
    """
    mode = "rwc" if create else "rw"
    return _keyed(f"{path.absolute().as_uri()}?mode={mode}", key)


def connect_in_memory(key: bytes) -> Connection:
    """A new, empty database in memory with a key: what is copied from it to a file is encrypted too."""
    return _keyed("file::memory:", key)


def _keyed(address: str, key: bytes) -> Connection:
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    opened = sqlcipher3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection = cast(Connection, opened)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    # SQLite's own LIKE knows upper and lower case of A to Z alone
    connection.create_function("folded", 1, lambda text: str(text).casefold(), deterministic=True)
    return connection
