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
from inspector_app.journal.records import EVIDENCE
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


def attach_clean(
    desk: Desk, inspection_id: str, evidence: str, source: Path, *, largest: int, reason: str = ""
) -> bool:
    """Attach a file, a picture without what it says of place, time and camera; whether any was taken out.

    `largest` in bytes. KnownErrors of `attach` and of `without_metadata`; nothing is attached then.
    """
    from inspector_app.operations.clean_picture import without_metadata

    try:
        size = source.stat().st_size
        if size > largest:
            raise _too_large(source, largest)
        content = source.read_bytes()
    except OSError as error:
        raise source_refused(source, error) from error
    cleaned = without_metadata(source.name, content)
    check_change(desk.inspection(inspection_id), reason)
    with desk.store.transaction():
        _keep(desk, inspection_id, evidence, source.name, BytesIO(cleaned), reason)
    return cleaned != content


def detach(desk: Desk, inspection_id: str, evidence: str, *, reason: str = "") -> None:
    """Take the file off a piece of evidence; undo brings it back, `erase_attachment` is for good."""
    check_change(desk.inspection(inspection_id), reason)
    desk.write_fields(inspection_id, EVIDENCE, evidence, {ATTACHMENT: None}, reason=reason)


def attached_file(value: Json) -> AttachedFile | None:
    """What the field of a piece of evidence says of its file; None where it has none."""
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
    """The bytes of a file, each chunk verified. KnownError ``missing-file``, ``damaged``."""
    for one in attachments(desk, inspection_id):
        if one.sha256 == file.sha256:
            return b"".join(attachment_content(desk, one.id))
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


def named_attachments(desk: Desk, inspection_id: str) -> set[str]:
    """The SHA-256 of every attachment that the record names now or named before, unless it was erased."""
    found = set()
    for record in desk.store.records(inspection_id, EVIDENCE):
        for event in desk.store.history(EVIDENCE, record, ATTACHMENT):
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
    kept = desk.store.care.attachments.add(
        content,
        inspection=inspection_id,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        name=name,
        added_at=desk.program.now().isoformat(),
    )
    value: Json = {
        "sha256": kept.sha256,
        "name": kept.name,
        "media_type": kept.media_type,
        "size": kept.size,
    }
    desk.write_fields(inspection_id, EVIDENCE, evidence, {ATTACHMENT: value}, reason=reason)
    return kept


def _ending(name: str) -> str:
    ending = Path(name).suffix.lower()
    return ending if ending[1:].isalnum() and ending.isascii() and len(ending) <= 8 else ""
