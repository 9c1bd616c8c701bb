"""Files and secrets inside the encrypted database: letters issued, small attachments, private keys.

Nothing of these ever lies beside the database in plain text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.storage.database import Database


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file; `sha256` of its content (64 hex digits) is its name inside the database."""

    sha256: str
    media_type: str
    name: str
    size: int
    added_at: str


class Files:
    """The files of a database, each kept once whatever the number of records that name it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, content: bytes, *, media_type: str, name: str, added_at: str) -> str:
        """Keep a file; its SHA-256."""
        digest = hashlib.sha256(content).hexdigest()
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO blob(sha256, media_type, name, size, added_at, content)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (digest, media_type, name, len(content), added_at, content),
            )
        return digest

    def info(self, sha256: str) -> StoredFile | None:
        """What is known of a file, without its content."""
        row = self.database.connection.execute(
            "SELECT sha256, media_type, name, size, added_at FROM blob WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return None if row is None else StoredFile(*row)

    def get(self, sha256: str) -> bytes:
        """The content of a file. KnownError ``missing-file`` where there is none, ``damaged`` if changed."""
        row = self.database.connection.execute(
            "SELECT content FROM blob WHERE sha256 = ?", (sha256,)
        ).fetchone()
        if row is None:
            raise KnownError(
                "A file that a record names is not in the database.",
                "Restore the latest backup, or ask the laptop that made it to export again.",
                code="missing-file",
            )
        content = bytes(row[0])
        if hashlib.sha256(content).hexdigest() != sha256:
            raise KnownError(
                "A file in the database is not what it was when it was stored.",
                "Restore the latest backup, and tell head office.",
                code="damaged",
            )
        return content

    def forget(self, sha256: str) -> None:
        """Take a file away, its bytes overwritten."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM blob WHERE sha256 = ?", (sha256,))


class Secrets:
    """Private keys by name, such as this device's signing key."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, name: str, value: bytes) -> None:
        """Keep a secret, in place of one of the same name."""
        with self.database.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO secret(name, value) VALUES (?, ?)", (name, value))

    def get(self, name: str) -> bytes | None:
        """A secret by its name."""
        row = self.database.connection.execute("SELECT value FROM secret WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])
