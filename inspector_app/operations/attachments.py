"""Attach a file to an inspection: photographs and papers, encrypted one by one beside the database."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from inspector_app.errors import KnownError
from inspector_app.exchange import layout
from inspector_app.files import source_refused
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.journal.records import EVIDENCE, FILE
from inspector_app.operations.desk import Desk

if TYPE_CHECKING:
    from inspector_app.operations.care import Attachment

LARGEST = 500_000_000
"""Bytes of the largest file that may be attached."""
ATTACHMENT = records.Evidence.ATTACHMENT
"""The field of evidence that names an attachment: its SHA-256, its name, its media type and its size."""


def attach(desk: Desk, inspection_id: str, evidence: str, source: Path, *, reason: str = "") -> Attachment:
    """Attach a file to a piece of evidence; what it is stands in the record, its bytes in the sealed file.

    KnownError ``file-missing``, ``file-unreadable``, ``too-large``, ``disk-full``; nothing is attached then.
    """
    check_change(desk.inspection(inspection_id), reason)
    try:
        size = source.stat().st_size
        if size > LARGEST:
            raise _too_large(source, LARGEST)
        with source.open("rb") as content, desk.store.transaction():
            return _keep(desk, inspection_id, evidence, source.name, content, reason)
    except OSError as error:
        raise source_refused(source, error) from error


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """The file of a piece of evidence: what it is called, its bytes, and whether it is a picture."""

    name: str
    size: int
    media_type: str
    sha256: str

    @property
    def picture(self) -> bool:
        return self.media_type.startswith("image/")


def attach_ready(
    desk: Desk, inspection_id: str, evidence: str, name: str, content: bytes, *, reason: str = ""
) -> None:
    """Attach a file that was read and cleaned (`given_file.read_given`); KnownErrors of `attach`."""
    check_change(desk.inspection(inspection_id), reason)
    with desk.store.transaction():
        _keep(desk, inspection_id, evidence, name, BytesIO(content), reason)


def read_within(source: Path, largest: int) -> bytes:
    """The bytes of a file of at most `largest` bytes. KnownError ``too-large``, ``file-missing``,
    ``file-unreadable``.
    """
    try:
        if source.stat().st_size > largest:
            raise _too_large(source, largest)
        return source.read_bytes()
    except OSError as error:
        raise source_refused(source, error) from error


def detach(desk: Desk, inspection_id: str, evidence: str, *, reason: str = "") -> None:
    """Take the file off a piece of evidence; undo brings it back, `erase_attachment` is for good."""
    check_change(desk.inspection(inspection_id), reason)
    desk.write_fields(inspection_id, EVIDENCE, evidence, {ATTACHMENT: None}, reason=reason)


def attached_file(value: Json) -> AttachedFile | None:
    """What the field of a piece of evidence, or of an answer's file, says of it; None where it has none."""
    if not isinstance(value, dict) or not isinstance(value.get("sha256"), str):
        return None
    size = value.get("size")
    return AttachedFile(
        str(value.get("name") or ""),
        size if isinstance(size, int) else 0,
        str(value.get("media_type") or ""),
        str(value["sha256"]),
    )


def content_of(desk: Desk, inspection_id: str, file: AttachedFile) -> bytes:
    """The bytes of a file, each chunk verified; at head office as they were received.

    KnownError ``missing-file``, ``damaged``.
    """
    for one in attachments(desk, inspection_id):
        if one.sha256 == file.sha256:
            return b"".join(attachment_content(desk, one.id))
    received = desk.store.blob(file.sha256)
    if received is not None:
        return received
    raise KnownError(
        f"The file {file.name} is not on this laptop.",
        "It may have been erased, or not have come with a colleague's file.",
        code="missing-file",
    )


def attachments(desk: Desk, inspection_id: str) -> Sequence[Attachment]:
    """The attachments of an inspection, in the order they were added."""
    return desk.store.care.attachments_of(inspection_id)


def attachment_content(desk: Desk, identifier: str) -> Iterator[bytes]:
    """The content in chunks, each verified. KnownError ``missing-file``, ``damaged``."""
    return desk.store.care.attachments.read(identifier)


def erase_attachment(desk: Desk, inspection_id: str, evidence: str, reason: str) -> int:
    """Take the attachments of a piece of evidence away for good: content, key and name; who and why stay."""
    if not reason.strip():
        raise KnownError(
            "Nothing is erased without a reason.", "Say why, without a name.", code="reason-missing"
        )
    names = {
        event.value.get("sha256")
        for event in desk.store.history(EVIDENCE, evidence, ATTACHMENT)
        if isinstance(event.value, dict)
    }
    with desk.store.transaction():
        desk.store.erase(
            inspection_id, EVIDENCE, evidence, ATTACHMENT, reason, author=desk.author, device=desk.device
        )
        gone = [one for one in attachments(desk, inspection_id) if one.sha256 in names]
        for one in gone:
            desk.store.care.attachments.remove(one.id)
    desk.touched.add(inspection_id, (EVIDENCE, evidence))
    return len(gone)


def attachment_files(desk: Desk, inspection_id: str) -> dict[str, bytes]:
    """The attachments as an export carries them: by SHA-256 and the ending they came with."""
    return {
        f"{layout.ATTACHMENTS}{one.sha256}{_ending(one.name)}": b"".join(attachment_content(desk, one.id))
        for one in attachments(desk, inspection_id)
    }


def attachment_rows(desk: Desk, inspection_id: str) -> list[tuple[str, str, str, int, str, str]]:
    """What the files of `attachment_files` are: path, name, media type, size, kind and record of each."""
    found = []
    for kind in (EVIDENCE, FILE):
        for record, fields in sorted(desk.store.records(inspection_id, kind).items()):
            file = attached_file(fields.get(ATTACHMENT))
            if file is not None:
                path = f"{layout.ATTACHMENTS}{file.sha256}{_ending(file.name)}"
                owner = str(fields.get(records.File.ANSWER) or record)
                of_kind = records.ANSWER if kind == FILE else kind
                found.append((path, file.name, file.media_type, file.size, of_kind, owner))
    return found


def named_attachments(desk: Desk, inspection_id: str) -> set[str]:
    """The SHA-256 of every attachment that the record names now or named before, unless it was erased."""
    found = set()
    for kind in (EVIDENCE, FILE):
        for record in desk.store.records(inspection_id, kind):
            for event in desk.store.history(kind, record, ATTACHMENT):
                if isinstance(event.value, dict):
                    found.add(str(event.value.get("sha256")))
    return found


def _too_large(source: Path, largest: int) -> KnownError:
    return KnownError(
        f"{source.name} is larger than {largest // 1_000_000} MB.",
        "Attach a smaller copy, such as a photograph of less detail.",
        code="too-large",
    )


def _keep(
    desk: Desk, inspection_id: str, evidence: str, name: str, content: BinaryIO, reason: str
) -> Attachment:
    kept = put_away(desk, inspection_id, name, content)
    desk.write_fields(inspection_id, EVIDENCE, evidence, {ATTACHMENT: facts_of(kept)}, reason=reason)
    return kept


def put_away(desk: Desk, inspection_id: str, name: str, content: BinaryIO) -> Attachment:
    """Seal a file beside the database; the caller writes into the record what it is, in one transaction."""
    return desk.store.care.attachments.add(
        content,
        inspection=inspection_id,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        name=name,
        added_at=desk.program.now().isoformat(),
    )


def facts_of(kept: Attachment) -> Json:
    """What the record says of a file."""
    return {"sha256": kept.sha256, "name": kept.name, "media_type": kept.media_type, "size": kept.size}


def _ending(name: str) -> str:
    ending = Path(name).suffix.lower()
    return ending if ending[1:].isalnum() and ending.isascii() and len(ending) <= 8 else ""
