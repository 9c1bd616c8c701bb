"""Makers of travelling files, honest and forged. All names are invented."""

from __future__ import annotations

import base64
import io
import itertools
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from inspector_app.exchange import age, layout, minisign
from inspector_app.exchange.archive import PAD, Source
from inspector_app.exchange.bagit import MANIFEST, PAYLOAD, TAG_MANIFEST
from inspector_app.exchange.bundle import ExportContent, Written, write_export
from inspector_app.exchange.cards import DeviceCard, OfficeCard
from inspector_app.exchange.heads import heads_of
from inspector_app.exchange.manifest import write_manifest
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.chain import Draft, seal
from inspector_app.journal.clock import reading_at
from inspector_app.journal.event import GENESIS, Event
from inspector_app.journal.ids import OrderedIds

NOW = datetime(2026, 11, 22, 12, 38, tzinfo=UTC)
SECRET_ANSWER = "the policy was in place and staff could name it"
INSPECTION = "01a20320-a200-7000-8ddd-0f28f78bd24f"
OTHER_INSPECTION = "01a20320-a200-7001-8ddd-0f28f78bd24f"


def ids(start: int) -> OrderedIds:
    numbers = itertools.count(start)
    return OrderedIds(lambda: NOW, lambda size: next(numbers).to_bytes(size, "big"))


class Laptop:
    """A device with its keys and one chain."""

    def __init__(self, number: int = 1, realm: Realm = Realm.LIVE, inspection: str = INSPECTION) -> None:
        self.ids = ids(number << 40)
        self.device = f"01a20320-a200-7{number:03d}-9b65-2920f1bc4144"
        self.inspection = inspection
        self.secret = bytes([number]) * 32
        self.identity = age.new_identity()
        self.card = DeviceCard(
            device=self.device,
            name=f"Laptop {number}",
            author="Isla Example",
            role="inspector",
            realm=realm,
            signing_key=minisign.public_of(self.secret),
            recipient=self.identity.recipient,
            made_at=NOW,
        )
        self.events: list[Event] = []

    def write(self, value: str, reason: str = "") -> Event:
        number = len(self.events) + 1
        event = seal(
            Draft("answer", f"i:q{number}", "value", value),
            self.events[-1].hash if self.events else GENESIS,
            number,
            id=self.ids.new(),
            inspection=self.inspection,
            action=self.ids.new(),
            salt=self.ids.salt(),
            at=reading_at(NOW, number),
            author="Isla Example",
            device=self.device,
            reason=reason,
        )
        self.events.append(event)
        return event

    def record(self, number: int) -> Laptop:
        for _ in range(number):
            self.write(SECRET_ANSWER)
        return self


class Office:
    """Head office with its keys."""

    def __init__(self, number: int = 200, realm: Realm = Realm.LIVE) -> None:
        self.secret = bytes([number]) * 32
        self.primary, self.recovery = age.new_identity(), age.new_identity()
        self.card = OfficeCard(
            name="Example Inspectorate",
            realm=realm,
            recipients=(self.primary.recipient, self.recovery.recipient),
            signing_key=minisign.public_of(self.secret),
            made_at=NOW,
        )


FILES: Mapping[str, Source] = {
    "inspection.json": b'{"reference": "INS-2026-7"}\n',
    "answers.json": b"[]\n",
    "answers.csv": b"question,answer\npolicy,in_place\n",
    "derived.csv": b"question,class\n",
    f"checklists/{'ab' * 32}.xml": b"<h:html/>\n",
    "submissions/cse/cse.xml": b"<data/>\n",
    "attachments/photo of the board.jpg": bytes(range(256)) * 8,
    "letters/letter.pdf": b"%PDF-1.7 not really\n",
}


def content_of(laptop: Laptop, files: Mapping[str, Source] = FILES) -> ExportContent:
    return ExportContent(
        inspection_id=laptop.inspection,
        reference="INS-2026-7",
        service_number="CS2003000001",
        realm=laptop.card.realm,
        events=laptop.events,
        heads=heads_of(laptop.events),
        files=files,
    )


@dataclass(frozen=True)
class Sent:
    """A file on its way, with the two ends."""

    path: Path
    written: Written
    laptop: Laptop
    office: Office


def send(folder: Path, number: int = 5, files: Mapping[str, Source] = FILES) -> Sent:
    laptop, office = Laptop().record(number), Office()
    content = content_of(laptop, files)
    path = folder / layout.file_name(content.service_number, content.reference)
    written = write_export(path, content, office.card.recipients, laptop.secret, laptop.card, NOW)
    return Sent(path, written, laptop, office)


def zip_inside(path: Path, office: Office) -> bytes:
    return age.unseal(path.read_bytes(), [office.primary.secret])


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files by their path below the one folder."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def padded(archive: zipfile.ZipFile, buffer: io.BytesIO) -> bytes:
    """Close an archive as ours are closed: filled up to a multiple of PAD."""
    archive.close()
    plain = len(buffer.getvalue())
    with zipfile.ZipFile(buffer, "a") as again:
        again.comment = b" " * (-plain % PAD)
    return buffer.getvalue()


def zipped(
    files: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED, system: int = 3, mode: int = 0o100644
) -> bytes:
    """A zip with these entries just as named, be it twice, in the form of ours otherwise."""
    buffer = io.BytesIO()
    archive = zipfile.ZipFile(buffer, "w")
    for name, data in files:
        entry = zipfile.ZipInfo("x", (1980, 1, 1, 0, 0, 0))
        entry.filename = name
        entry.create_system, entry.external_attr, entry.compress_type = system, mode << 16, method
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            archive.writestr(entry, data)
    return padded(archive, buffer)


TOP = "CS2003000001_INS-2026-7"


def in_folder(files: Mapping[str, bytes], top: str = TOP) -> bytes:
    return zipped([(f"{top}/{name}", data) for name, data in files.items()])


def resigned(files: Mapping[str, bytes], secret: bytes) -> dict[str, bytes]:
    """The same bag with manifests and signature made anew, as a forger with a key of his own would."""
    made = {k: v for k, v in files.items() if k not in (MANIFEST, TAG_MANIFEST, layout.SIGNATURE)}
    made[MANIFEST] = write_manifest({k: sha256(v) for k, v in made.items() if k.startswith(PAYLOAD)})
    tags = {k: sha256(v) for k, v in made.items() if not k.startswith(PAYLOAD)}
    made[TAG_MANIFEST] = write_manifest(tags)
    made[layout.SIGNATURE] = minisign.sign(made[TAG_MANIFEST], secret, "forged").encode()
    return made


def sha256(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def reseal(sent: Sent, archive: bytes) -> Path:
    """Put another zip under the name of the sent file, sealed for the office."""
    sent.path.write_bytes(age.seal(archive, sent.office.card.recipients))
    return sent.path


def swapped(text: str, position: int) -> str:
    """A base64 text of the same length with one character changed."""
    raw = bytearray(base64.b64decode(text))
    raw[position] ^= 1
    return base64.b64encode(bytes(raw)).decode()
