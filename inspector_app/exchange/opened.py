"""Opens an export file, and hands out nothing of it before all of it was verified.

Age, the structure of the zip, names and sizes, the card, the signature, every SHA-256, completeness, every
event's hash and the chains. Whether the signer is known, or revoked, is for the caller to ask: it gets the
verified card.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from inspector_app.errors import KnownError
from inspector_app.exchange import age, bagit
from inspector_app.exchange.archive import PAD, Archive, Damaged
from inspector_app.exchange.cards import DeviceCard
from inspector_app.exchange.heads import ChainHead
from inspector_app.exchange.layout import Limits
from inspector_app.exchange.spool import Spool
from inspector_app.exchange.verify import altered, verify
from inspector_app.files import source_refused
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Event


@dataclass(frozen=True, slots=True)
class OpenedExport:
    """A verified export file; a context manager that destroys its unpacked content at the end.

    `card` is the signer's and `card_file` its bytes; `sha256` and `size` are of the file as sent; `hashes`
    holds the SHA-256 of each readable file by its path below ``data/``.
    """

    source: Path
    sha256: str
    size: int
    card: DeviceCard
    card_file: bytes
    inspection_id: str
    reference: str
    service_number: str
    realm: Realm
    made_at: datetime
    heads: tuple[ChainHead, ...]
    events: tuple[Event, ...]
    hashes: Mapping[str, str]
    _top: str = field(repr=False)
    _archive: Archive = field(repr=False)
    _spool: Spool = field(repr=False)

    def open(self, name: str) -> BinaryIO:
        """The bytes of one file (path below ``data/``) as a stream; KeyError for a name not in `hashes`."""
        return self._archive.open(f"{self._top}/{bagit.PAYLOAD}{name}")

    def read(self, name: str) -> bytes:
        """All bytes of one file."""
        with self.open(name) as file:
            return file.read()

    def size_of(self, name: str) -> int:
        """The size of one file in bytes."""
        return self._archive.members[f"{self._top}/{bagit.PAYLOAD}{name}"].size

    def close(self) -> None:
        """Destroy the unpacked content."""
        self._archive.close()
        self._spool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_export(
    source: Path, identities: Sequence[str], *, spool: Path, limits: Limits | None = None
) -> OpenedExport:
    """Open and verify an export file with any of the age `identities` (secret keys).

    `spool` is the folder for an encrypted temporary file, used above 64 MB. KnownError `export-truncated`,
    `-altered`, `-foreign`, `-passphrase`, `-not-ours`, `-signature`, `-too-large`, `-newer`, `card-altered`,
    `file-missing`, `file-unreadable`, or the spool's (`disk-full`, …).
    """
    bounds = limits or Limits()
    room = Spool(spool, bounds.memory)
    try:
        sha256, size = _unseal(source, identities, room, bounds)
        try:
            archive = Archive(room, entries=bounds.entries, unpacked=bounds.unpacked)
            known = verify(archive, source.name, bounds)
        except Damaged as error:
            raise altered(source.name, str(error)) from error
    except BaseException:
        room.close()
        raise
    return OpenedExport(
        source=source,
        sha256=sha256,
        size=size,
        card=known.card,
        card_file=known.card_file,
        inspection_id=known.inspection_id,
        reference=known.reference,
        service_number=known.service_number,
        realm=known.realm,
        made_at=known.made_at,
        heads=known.heads,
        events=known.events,
        hashes=known.hashes,
        _top=known.top,
        _archive=archive,
        _spool=room,
    )


def _unseal(source: Path, identities: Sequence[str], room: Spool, limits: Limits) -> tuple[str, int]:
    """Decrypt into the spool; the SHA-256 and the size of the file as sent."""
    digest = hashlib.sha256()
    try:
        with source.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(0)
            if size > limits.sealed:
                raise KnownError(
                    f"{source.name} is larger than an export file may be.",
                    "It was not opened. Check that it is the right file.",
                    code="export-too-large",
                )
            try:
                age.unseal_stream(
                    file, room, identities, subject=source.name, kind="export", watch=digest.update
                )
            except KnownError as error:
                raise _cut_or_changed(file, size, source.name, error) from error
            return digest.hexdigest(), size
    except OSError as error:
        raise source_refused(source, error) from error


def _cut_or_changed(file: BinaryIO, size: int, name: str, error: KnownError) -> KnownError:
    """Archives are filled up to a multiple of `PAD`: another length means that the end is missing."""
    if error.code != "export-altered":
        return error
    file.seek(0)
    header = age.read_header(file, subject=name, kind="export")
    inside = age.plain_size(header, size)
    return age.truncated(name, "export") if inside <= 0 or inside % PAD else error
