"""Takes out of a picture what says where, when and with which camera it was made.

A photo taken in a care service may carry the place to the metre. The reader walks over the parts of JPEG, PNG
and WebP files and drops those that hold such data; the picture itself is not touched, and stands the same way
up as before. Kinds of picture that cannot be cleaned so are refused, not passed on.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from inspector_app.errors import KnownError

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DROPPED = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"})
_WEBP_DROPPED = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS = 0x08 | 0x04
_JPEG_KEPT = frozenset({0xE0, 0xE2, 0xEE})
"""JFIF, colour profile, Adobe's colour transform; all other application parts and comments go."""

_ORIENTATION = 0x0112
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc", b"ftypavif", b"ftypmsf1")


def without_metadata(name: str, data: bytes) -> bytes:
    """The bytes of a file without its EXIF, XMP, IPTC and comments; a file that is no picture is unchanged.

    KnownError `picture-kind` for kinds that cannot be cleaned (HEIC, AVIF, TIFF), `picture-damaged` for
    pictures whose parts cannot be told apart.
    """
    if data.startswith(b"\xff\xd8"):
        return b"".join(_jpeg(name, data))
    if data.startswith(_PNG):
        return _PNG + b"".join(_png(name, data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(name, data)
    if data[4:12] in _HEIC or data[:4] in (b"II*\x00", b"MM\x00*"):
        raise KnownError(
            f"{name} is a kind of picture whose place and time cannot be taken out here.",
            "Save it as JPEG or PNG and choose that file.",
            code="picture-kind",
        )
    return data


def _damaged(name: str) -> KnownError:
    return KnownError(
        f"The picture {name} is damaged.",
        "Open it in another program, save it again and choose the new file.",
        code="picture-damaged",
    )


def _jpeg(name: str, data: bytes) -> Iterator[bytes]:
    """The parts that stay. What follows the end of the image (films, second pictures) goes, too."""
    yield b"\xff\xd8"
    turned = 1
    parts: list[bytes] = []
    at = 2
    while True:
        start = at
        while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] == b"\xff":
            at += 1
        if data[at : at + 1] != b"\xff" or at + 4 > len(data):
            raise _damaged(name)
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        body = data[at + 4 : at + 2 + length]
        if length < 2 or len(body) != length - 2 or marker in (0xD8, 0xD9):
            raise _damaged(name)
        if marker == 0xE1 and body.startswith(b"Exif\x00\x00"):
            turned = _orientation(body[6:]) or turned
        if marker == 0xDA:
            break
        application = 0xE0 <= marker <= 0xEF
        if marker != 0xFE and (not application or marker in _JPEG_KEPT) and not body.startswith(b"MPF\x00"):
            parts.append(data[at : at + 2 + length])
        at += 2 + length
    jfif = [part for part in parts if part[1] == 0xE0]
    yield from jfif
    if turned != 1:
        yield _turned(turned)
    yield from (part for part in parts if part[1] != 0xE0)
    yield data[start : _jpeg_end(data, start)]


def _jpeg_end(data: bytes, at: int) -> int:
    """Where the image ends: the first end marker that stands after the scan data."""
    while True:
        at = data.find(b"\xff", at + 1)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        marker = data[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker >= 0xC0 and not 0xD0 <= marker <= 0xD7 and marker != 0xFF:
            at += 1 + int.from_bytes(data[at + 2 : at + 4], "big")


def _orientation(tiff: bytes) -> int:
    """The orientation (1 to 8) of a TIFF block, 0 where it has none or cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return 0
    start = struct.unpack(order + "I", tiff[4:8])[0]
    if start + 2 > len(tiff):
        return 0
    count = struct.unpack(order + "H", tiff[start : start + 2])[0]
    for entry in range(min(count, 200)):
        at = start + 2 + 12 * entry
        if at + 12 > len(tiff):
            return 0
        tag, _, _, value = struct.unpack(order + "HHIH", tiff[at : at + 10])
        if tag == _ORIENTATION:
            return int(value) if 1 <= value <= 8 else 0
    return 0


def _turned(orientation: int) -> bytes:
    """An EXIF part that says the orientation and nothing else."""
    tiff = b"MM\x00*\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, 3, 1, orientation, 0, 0)
    body = b"Exif\x00\x00" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(name: str, data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        if at + 12 > len(data):
            raise _damaged(name)
        length = struct.unpack(">I", data[at : at + 4])[0]
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise _damaged(name)
        if kind not in _PNG_DROPPED:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise _damaged(name)


def _webp(name: str, data: bytes) -> bytes:
    kept = [b"WEBP"]
    at, end = 12, min(len(data), 8 + struct.unpack("<I", data[4:8])[0])
    while at < end:
        if at + 8 > len(data):
            raise _damaged(name)
        kind, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        chunk = data[at : at + 8 + length + length % 2]
        if len(chunk) < 8 + length:
            raise _damaged(name)
        if kind == b"VP8X" and length >= 1:
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:]
        if kind not in _WEBP_DROPPED:
            kept.append(chunk)
        at += 8 + length + length % 2
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
