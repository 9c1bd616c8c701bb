"""The export file `….inspection`: one inspection, sealed for head office, signed by the laptop.

age around a zip in BagIt layout (`layout` says what is in it). It is made in memory, or in an encrypted
spool when it is large, and appears under its name only when it is complete.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.exchange import age, bagit, layout, minisign
from inspector_app.exchange.archive import RATIO, RATIO_FLOOR, ArchiveWriter, Source, too_large
from inspector_app.exchange.cards import DeviceCard, write_device_card
from inspector_app.exchange.event_json import event_to_line
from inspector_app.exchange.heads import ChainHead, chain_problem, in_order
from inspector_app.exchange.layout import Limits
from inspector_app.exchange.manifest import write_manifest
from inspector_app.exchange.signed import time_text
from inspector_app.exchange.spool import Spool
from inspector_app.files import TargetFile, replacing
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Event


@dataclass(frozen=True, slots=True)
class ExportContent:
    """What goes into an export file.

    `events` are whole chains of this inspection, in any order, and `heads` their ends. `files` are the
    readable parts by their path below ``data/`` (``answers.csv``, ``letters/….pdf``); the journal is added.
    """

    inspection_id: str
    reference: str
    service_number: str
    realm: Realm
    events: Iterable[Event]
    heads: Sequence[ChainHead]
    files: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Written:
    """A finished export file: where it is, its SHA-256 (64 hex digits, as in receipts), its size in bytes."""

    path: Path
    sha256: str
    size: int


def write_export(
    target: Path,
    content: ExportContent,
    recipients: Sequence[str],
    signing_key: bytes,
    card: DeviceCard,
    now: datetime,
    *,
    spool: Path | None = None,
    limits: Limits | None = None,
) -> Written:
    """Write `content` as `target`, readable by `recipients` alone and signed by the device of `card`.

    Whole or not at all; an older file of that name is replaced at the end. The same content, card and
    `now` give the same zip. `spool` is the folder for an encrypted temporary file, needed above 64 MB.
    KnownError `disk-full`, `read-only`, `folder-missing`, `write-failed`, `record-damaged` (the chain of
    events does not verify), `export-too-large`, `file-missing` or `file-unreadable` (an attachment).
    """
    if content.realm is not card.realm:
        raise ValueError("an export is of the realm of the laptop that makes it")
    bounds = limits or Limits()
    journal = _journal(content, bounds)
    with _packed(journal, content, signing_key, card, now, spool or target.parent, bounds) as room:
        room.seek(0)
        with replacing(target) as file:
            count = _Counting(file)
            age.seal_stream(room, count, recipients)
        return Written(target, count.digest.hexdigest(), count.size)


def _packed(
    journal: bytes,
    content: ExportContent,
    secret: bytes,
    card: DeviceCard,
    now: datetime,
    folder: Path,
    limits: Limits,
) -> Spool:
    """The zip; what would squeeze beyond the ratio that readers accept is stored as it is."""
    files = {**content.files, layout.JOURNAL: journal}
    for deflate in (True, False):
        room = Spool(folder, limits.memory)
        try:
            with ArchiveWriter(room, deflate=deflate, most=limits.unpacked) as archive:
                _write_bag(archive, files, content, secret, card, now)
                archive.finish()
            packed = room.seek(0, 2)
            if packed > limits.sealed - layout.SEAL_ROOM or len(archive.sizes) > limits.entries:
                raise too_large()
        except BaseException:
            room.close()
            raise
        if not deflate or sum(archive.sizes.values()) <= max(RATIO_FLOOR, RATIO * packed):
            break
        room.close()
    return room


def _journal(content: ExportContent, limits: Limits) -> bytes:
    events = in_order(content.events)
    problem = chain_problem(content.inspection_id, events, content.heads)
    if problem:
        raise KnownError(
            f"Inspection {content.reference} was not exported, because its record is damaged: {problem}",
            "Nothing was written. Restore the last backup, or ask head office to help with this laptop.",
            code="record-damaged",
        )
    journal = b"".join(event_to_line(event) + b"\n" for event in events)
    if len(journal) > limits.journal:
        raise too_large()
    return journal


def _write_bag(
    archive: ArchiveWriter,
    files: Mapping[str, Source],
    content: ExportContent,
    secret: bytes,
    card: DeviceCard,
    now: datetime,
) -> None:
    """Payload first, sorted; then the tag files, each after what it lists."""
    top = layout.folder_name(content.service_number, content.reference)
    payload = {}
    for name in sorted(files):
        path = bagit.PAYLOAD + name
        payload[path] = archive.add(f"{top}/{path}", files[name])
    info = {
        **layout.info(content.inspection_id, content.reference, content.service_number, content.realm),
        layout.MADE_AT: time_text(now),
        layout.BAGGING_DATE: time_text(now)[:10],
        layout.OXUM: bagit.oxum(archive.sizes),
    }
    tags = {
        bagit.BAGIT: bagit.DECLARATION,
        bagit.INFO: bagit.write_info(info),
        layout.CARD: write_device_card(card, secret),
        layout.HEADS: layout.write_heads(content.inspection_id, content.heads),
        bagit.MANIFEST: write_manifest(payload),
    }
    listing = write_manifest({name: archive.add(f"{top}/{name}", tags[name]) for name in sorted(tags)})
    comment = f"Inspector export {layout.VERSION}, inspection {content.inspection_id}, made {time_text(now)}"
    archive.add(f"{top}/{bagit.TAG_MANIFEST}", listing)
    archive.add(f"{top}/{layout.SIGNATURE}", minisign.sign(listing, secret, comment).encode("utf-8"))


class _Counting:
    """Counts and hashes what goes to the file."""

    def __init__(self, file: TargetFile) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()
