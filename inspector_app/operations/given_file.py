"""A file on its way into the record: read from a stick or the clipboard, looked at, and cleaned.

It is done away from the record, in a child process where there is one: a stick may be slow, or be pulled out.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.operations.attachments import read_within
from inspector_app.operations.clean_picture import without_metadata

LARGEST = 100_000_000
"""Bytes of the file that answers a question; a larger one makes every export slow to write and to carry."""

_PICTURES = (b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM")
_SOUNDS = frozenset({".amr", ".ogg", ".oga", ".m4a", ".3gp", ".webm"})
"""Endings of recordings that systems take for something else, or do not know."""


@dataclass(frozen=True, slots=True)
class Given:
    """`kind` is image, audio, video or file; `source` the place of the file, or its bytes where it was
    pasted.

    `max_pixels` is the longest edge that a picture may have, 0 for any; `largest` is in bytes.
    """

    kind: str
    name: str
    source: Path | bytes
    max_pixels: int = 0
    largest: int = LARGEST


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """A file as it may be kept; `cleaned` says whether something was taken out of it."""

    content: bytes
    cleaned: bool


def read_given(given: Given) -> ReadyFile:
    """A file as the record may keep it: a picture without place, time and camera.

    KnownError ``too-large``, ``file-missing``, ``file-unreadable``, ``file-empty``, ``file-kind`` for another
    kind than is asked for, ``picture-kind`` and ``picture-damaged`` as `without_metadata`.
    """
    content = given.source if isinstance(given.source, bytes) else read_within(given.source, given.largest)
    if not content:
        raise KnownError(f"{given.name} is empty.", "Choose another file.", code="file-empty")
    cleaned = without_metadata(given.name, content)
    if given.kind == "image" and not _is_picture(cleaned):
        raise KnownError(
            f"{given.name} is no picture that can be shown here.",
            "Choose a JPEG or PNG file.",
            code="file-kind",
        )
    if given.kind == "audio" and not _may_be("audio", given.name):
        raise KnownError(f"{given.name} is no recording.", "Choose another file.", code="file-kind")
    if given.kind == "video" and not _may_be("video", given.name):
        raise KnownError(f"{given.name} is no film.", "Choose another file.", code="file-kind")
    return ReadyFile(cleaned, cleaned != content)


def _is_picture(content: bytes) -> bool:
    return content.startswith(_PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def _may_be(kind: str, name: str) -> bool:
    told = (mimetypes.guess_type(name)[0] or "").partition("/")[0]
    return told in ("", kind) or Path(name).suffix.lower() in _SOUNDS
