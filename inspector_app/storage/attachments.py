"""Attachments: files too large for the database, each encrypted with a key of its own beside it.

The folder ``inspector.db.files`` holds one file an attachment, under a random name that says nothing. Its key
is in the database alone, so a file without its row is noise: that is what makes crashes harmless. A file is
whole on the disk before its row is committed, and goes only after its row has gone; what a crash leaves in
between has no row and is swept at the next start.

Content is AES-256-GCM in chunks of a mebibyte. A chunk's nonce is its number, which is safe because a key
seals one file once; the seal covers the name and whether the chunk is the last, so that chunks cannot be
moved, left out or taken from another file unseen.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from inspector_app.errors import KnownError
from inspector_app.files import replacing
from inspector_app.storage import failures

if TYPE_CHECKING:
    from inspector_app.storage.database import Database
    from inspector_app.storage.rows import Row
    from inspector_app.storage.sqlcipher import Connection

CHUNK = 1 << 20
TAG = 16
MAGIC = b"inspector attachment 1\n"
_COLUMNS = "id, inspection, sha256, size, media_type, name, added_at"
_NAME = 32


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment; `id` is its random name (32 hex digits), `sha256` of its plain content."""

    id: str
    inspection: str
    sha256: str
    size: int
    media_type: str
    name: str
    added_at: str


def folder_of(database: Path) -> Path:
    """Where the attachments of a database lie."""
    return Path(f"{database}.files")


class Attachments:
    """The attachments of an open database."""

    def __init__(self, database: Database, randomness: Callable[[int], bytes] = secrets.token_bytes) -> None:
        self.database = database
        self.folder = folder_of(database.path)
        self._randomness = randomness

    def add(
        self, source: BinaryIO, *, inspection: str, media_type: str, name: str, added_at: str
    ) -> Attachment:
        """Keep the content of an open file. KnownError ``disk-full``, ``read-only``; then nothing is kept."""
        identifier, key = self._randomness(_NAME // 2).hex(), self._randomness(32)
        with failures.reported(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        digest, size = hashlib.sha256(), 0
        with replacing(self.folder / identifier, private=True) as target:
            target.write(MAGIC)
            for number, (content, last) in enumerate(_chunks(source)):
                digest.update(content)
                size += len(content)
                target.write(_seal(key, identifier, number, content, last))
        kept = Attachment(identifier, inspection, digest.hexdigest(), size, media_type, name, added_at)
        with self.database.transaction() as connection:
            connection.execute(
                f"INSERT INTO attachment(key, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (key, *_values(kept)),
            )
        return kept

    def info(self, identifier: str) -> Attachment | None:
        """What is known of an attachment, without its content."""
        return next(self._select("WHERE id = ?", identifier), None)

    def of_inspection(self, inspection: str) -> tuple[Attachment, ...]:
        """The attachments of an inspection in the order they were added."""
        return tuple(self._select("WHERE inspection = ? ORDER BY added_at, id", inspection))

    def all(self) -> tuple[Attachment, ...]:
        """Every attachment."""
        return tuple(self._select("ORDER BY id"))

    def read(self, identifier: str) -> Iterator[bytes]:
        """The content, chunk by chunk; each is verified before it is given.

        KnownError ``missing-file`` where row or file is gone, ``damaged`` where the file was changed.
        """
        row = self.database.connection.execute(
            "SELECT key FROM attachment WHERE id = ?", (identifier,)
        ).fetchone()
        if row is None:
            raise _missing()
        yield from opened(self.folder / identifier, identifier, bytes(row[0]))

    def remove(self, identifier: str) -> None:
        """Take an attachment away: its key at once, which is what counts, and its file after the commit."""
        with self.database.transaction() as connection:
            connection.execute("DELETE FROM attachment WHERE id = ?", (identifier,))
            self.database.after_commit(lambda: _unlink(self.folder / identifier))

    def sweep(self) -> int:
        """Remove files that no row names, left by a crash; how many there were."""
        if not self.folder.is_dir():
            return 0
        known = {one.id for one in self.all()}
        strays = [file for file in self.folder.iterdir() if file.name not in known]
        for file in strays:
            _unlink(file)
        return len(strays)

    def _select(self, where: str, *parameters: str) -> Iterator[Attachment]:
        query = f"SELECT {_COLUMNS} FROM attachment {where}"  # noqa: S608 - constants of this room
        for row in self.database.connection.execute(query, parameters):
            yield Attachment(*row)


def faults(connection: Connection, folder: Path) -> Iterator[tuple[str, str]]:
    """Each attachment that cannot be read whole, as (id, what is wrong with it)."""
    for identifier, key, digest, size in connection.execute(
        "SELECT id, key, sha256, size FROM attachment ORDER BY id"
    ):
        found, length = hashlib.sha256(), 0
        try:
            for content in opened(folder / identifier, identifier, bytes(key)):
                found.update(content)
                length += len(content)
        except KnownError as error:
            yield identifier, "is not there" if error.code == "missing-file" else "was changed or cut short"
            continue
        if (found.hexdigest(), length) != (digest, size):
            yield identifier, "is another one than was stored"


def opened(path: Path, identifier: str, key: bytes) -> Iterator[bytes]:
    """The plain chunks of an attachment's file; KnownErrors as `Attachments.read`."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise _missing() from error
    with file, failures.reported(path):
        if file.read(len(MAGIC)) != MAGIC:
            raise _damaged()
        number = 0
        content = file.read(CHUNK + TAG)
        while True:
            following = file.read(CHUNK + TAG)
            yield _open(key, identifier, number, content, last=not following)
            if not following:
                return
            content, number = following, number + 1


def _chunks(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The content in chunks, and whether each is the last; one empty chunk for an empty file."""
    content = source.read(CHUNK)
    while True:
        following = source.read(CHUNK)
        yield content, not following
        if not following:
            return
        content = following


def _seal(key: bytes, identifier: str, number: int, content: bytes, last: bool) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).encrypt(number.to_bytes(12, "big"), content, _bound(identifier, last))


def _open(key: bytes, identifier: str, number: int, content: bytes, *, last: bool) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(number.to_bytes(12, "big"), content, _bound(identifier, last))
    except InvalidTag as error:
        raise _damaged() from error


def _bound(identifier: str, last: bool) -> bytes:
    return identifier.encode("ascii") + (b" last" if last else b" more")


def _values(kept: Attachment) -> Row:
    return (
        kept.id,
        kept.inspection,
        kept.sha256,
        kept.size,
        kept.media_type,
        kept.name,
        kept.added_at,
    )


def _unlink(path: Path) -> None:
    with suppress(OSError):  # without its key it is noise; the next sweep tries again
        path.unlink(missing_ok=True)


def _missing() -> KnownError:
    return KnownError(
        "An attachment is not beside the database.",
        "Restore the latest backup: it holds the attachments too.",
        code="missing-file",
    )


def _damaged() -> KnownError:
    return KnownError(
        "An attachment is not what it was when it was stored.",
        "Restore the latest backup, and tell head office.",
        code="damaged",
    )
