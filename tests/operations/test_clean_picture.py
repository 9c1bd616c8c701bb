"""Pictures lose place, time and camera, keep their pixels and stand the same way up."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.operations.clean_picture import without_metadata

SECRET = b"55.9533N 3.1883W Camera 9000"


def exif(orientation: int, order: str = "<") -> bytes:
    """An EXIF block with an orientation and a place in it."""
    head = b"II*\x00" if order == "<" else b"MM\x00*"
    entry = struct.pack(order + "HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\x00\x00" + head + struct.pack(order + "IH", 8, 1) + entry + b"\0\0\0\0" + SECRET


def part(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


SCAN = part(0xDA, b"\x01\x01\x00\x00?\x00") + b"pixels\xff\x00more\xff\xd0rest" + b"\xff\xd9"


def jpeg(orientation: int = 1, order: str = "<", tail: bytes = b"") -> bytes:
    return (
        b"\xff\xd8" + part(0xE0, b"JFIF\x00") + part(0xE1, exif(orientation, order))
        + part(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + SECRET) + part(0xED, SECRET) + part(0xFE, SECRET)
        + part(0xE2, b"ICC_PROFILE\x00kept") + part(0xDB, b"table") + SCAN + tail
    )  # fmt: skip


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG_HEAD = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))


def test_a_jpeg_loses_exif_xmp_iptc_comments_and_what_follows_its_end() -> None:
    clean = without_metadata("a.jpg", jpeg(tail=b"a film with " + SECRET))
    assert SECRET not in clean and b"xap" not in clean
    assert clean.endswith(SCAN)
    assert part(0xE2, b"ICC_PROFILE\x00kept") in clean and part(0xDB, b"table") in clean


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_jpeg_stands_the_same_way_up(orientation: int, order: str) -> None:
    clean = without_metadata("a.jpg", jpeg(orientation, order))
    assert SECRET not in clean
    if orientation == 1:
        assert b"Exif" not in clean
    else:
        assert struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) in clean


def test_cleaning_twice_is_cleaning_once() -> None:
    once = without_metadata("a.jpg", jpeg(6))
    assert without_metadata("a.jpg", once) == once


def test_a_png_loses_its_texts_and_exif() -> None:
    data = (
        PNG_HEAD + chunk(b"eXIf", SECRET) + chunk(b"tEXt", b"Comment\0" + SECRET) + chunk(b"tIME", b"1234567")
        + chunk(b"IDAT", b"pixels") + chunk(b"IEND", b"") + SECRET
    )  # fmt: skip
    assert without_metadata("a.png", data) == PNG_HEAD + chunk(b"IDAT", b"pixels") + chunk(b"IEND", b"")


def test_a_webp_loses_exif_and_xmp_and_says_so_in_its_head() -> None:
    def riff(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)

    body = b"WEBP" + riff(b"VP8X", b"\x0c" + b"\0" * 9) + riff(b"VP8 ", b"pixels") + riff(b"EXIF", SECRET)
    clean = without_metadata("a.webp", b"RIFF" + struct.pack("<I", len(body)) + body)
    assert SECRET not in clean and b"pixels" in clean
    assert clean[20] == 0
    assert struct.unpack("<I", clean[4:8])[0] == len(clean) - 8


@pytest.mark.parametrize("data", [b"\0\0\0\x18ftypheic" + SECRET, b"II*\x00" + SECRET, b"MM\x00*" + SECRET])
def test_a_kind_that_cannot_be_cleaned_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        without_metadata("a.heic", data)
    assert refused.value.code == "picture-kind"


def test_what_is_no_picture_is_left_alone() -> None:
    assert without_metadata("a.pdf", b"%PDF-1.7 text") == b"%PDF-1.7 text"


@given(cut=st.integers(0, len(jpeg(6))), noise=st.binary(max_size=30), kind=st.booleans())
def test_a_damaged_picture_is_refused_or_cleaned_never_a_crash(cut: int, noise: bytes, kind: bool) -> None:
    data = (jpeg(6) if kind else PNG_HEAD + chunk(b"tEXt", SECRET) + chunk(b"IEND", b""))[:cut] + noise
    try:
        without_metadata("a", data)
    except KnownError as error:
        assert error.code in ("picture-damaged", "picture-kind")
