"""The zip inside an export file: written in one canonical form, and read in that form only.

Anybody who knows the office's public key can seal a hostile zip for it. So the structure is checked
byte by byte before anything is unpacked: one entry after the other from the first byte on, the directory
saying exactly what the entries say, no names that could leave the folder or be one file on some systems,
and a bound on what it may unpack to. Reading itself is left to `zipfile`.
"""

from __future__ import annotations

import contextlib
import hashlib
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from inspector_app.errors import KnownError
from inspector_app.exchange.spool import Spool
from inspector_app.files import source_refused

Source = bytes | Path | Callable[[], BinaryIO]
"""Where a file's bytes come from: themselves, a file, or something that opens them (and is closed after)."""

PAD = 512
"""Blanks in its comment fill an archive up to a multiple of this, to tell a cut copy from a changed one."""

RATIO = 200
"""An archive above the floor unpacks to at most this many times its size."""

RATIO_FLOOR = 64 * 1024 * 1024

_CHUNK = 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_UTF8 = 0x800
_FORBIDDEN = frozenset('\\:*?"<>|%')
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
_LONGEST_PART = 120
_LONGEST_NAME = 400
_PACKED_ALREADY = (".pdf", ".jpg", ".jpeg", ".png", ".webp", ".mp4", ".m4a", ".mp3", ".zip", ".xlsx", ".docx")


class Damaged(Exception):
    """The archive is not as it was made; the text says what is wrong, without the file's name."""


@dataclass(frozen=True, slots=True)
class Member:
    """One entry: its name in the archive, packed and unpacked size in bytes."""

    name: str
    packed: int
    size: int


def name_problem(name: str) -> str:
    """'' for a path that is one and the same harmless file on every system, else what is wrong with it."""
    if len(name) > _LONGEST_NAME or unicodedata.normalize("NFC", name) != name:
        return "is too long or not spelled in composed letters"
    if not name.isprintable() or _FORBIDDEN & set(name):
        return "holds a character that not every system takes"
    for part in name.split("/"):
        if not part or part in (".", "..") or len(part.encode("utf-8")) > _LONGEST_PART:
            return "has an empty, climbing or overlong part"
        if part[0] in " ~-" or part[-1] in " ." or part.split(".")[0].lower() in _RESERVED:
            return "has a part that some system reads differently"
    return ""


def is_packed_already(name: str) -> bool:
    """True for kinds of files that deflate cannot make smaller."""
    return name.lower().endswith(_PACKED_ALREADY)


class ArchiveWriter:
    """Writes entries into a spool, hashing them on the way; the same entries give the same bytes.

    A context manager: what is left by an exception is closed too, so that it never writes later.
    """

    def __init__(self, spool: Spool, *, deflate: bool, most: int) -> None:
        self._zip = zipfile.ZipFile(cast(BinaryIO, spool), "w", allowZip64=False)
        self._deflate = deflate
        self._left = most
        self.sizes: dict[str, int] = {}

    def add(self, name: str, source: Source) -> str:
        """Write one entry, return its SHA-256. KnownError `file-unreadable`, `export-too-large`."""
        wrong = name_problem(name)
        if wrong:
            raise ValueError(f"the name {name!r} {wrong}")
        entry = zipfile.ZipInfo(name, _EPOCH)
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        squeeze = self._deflate and not is_packed_already(name)
        entry.compress_type = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
        digest = hashlib.sha256()
        size = 0
        with self._zip.open(entry, "w") as target:
            for chunk in _chunks(source):
                size += len(chunk)
                if size > self._left:
                    raise too_large()
                digest.update(chunk)
                target.write(chunk)
        self._left -= size
        self.sizes[name] = size
        return digest.hexdigest()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(KnownError, OSError, ValueError):
            self._zip.close()

    def finish(self) -> None:
        """Write the directory and fill up to a multiple of `PAD`."""
        directory = sum(_CENTRAL.size + len(entry.filename.encode("utf-8")) for entry in self._zip.infolist())
        self._zip.comment = b" " * (-(self._zip.start_dir + directory + _END.size) % PAD)
        self._zip.close()


def too_large() -> KnownError:
    """What to tell the user when an inspection holds more than an export file may."""
    return KnownError(
        "The inspection is too large for one export file.",
        "Nothing was written and the record is safe. Take out large attachments, such as videos; try again.",
        code="export-too-large",
    )


def _chunks(source: Source) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    try:
        with source.open("rb") if isinstance(source, Path) else source() as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise source_refused(source if isinstance(source, Path) else Path("an attachment"), error) from error


class Archive:
    """A checked archive. `Damaged` when its structure is not the one that `ArchiveWriter` makes."""

    def __init__(self, spool: Spool, *, entries: int, unpacked: int) -> None:
        size = spool.seek(0, 2)
        listed = _structure(spool, size, entries)
        _check_names([member.name for member in listed])
        self.members = {member.name: member for member in listed}
        total = sum(member.size for member in self.members.values())
        if total > unpacked or total > max(RATIO_FLOOR, RATIO * size):
            raise KnownError(
                "The file would unpack to far more than an inspection holds.",
                "It was not unpacked. Do not open it by other means; tell whoever sent it.",
                code="export-too-large",
            )
        spool.seek(0)
        try:
            self._zip = zipfile.ZipFile(cast(BinaryIO, spool))
        except zipfile.BadZipFile as error:
            raise Damaged("the archive inside cannot be read") from error

    def open(self, name: str) -> BinaryIO:
        """The unpacked bytes of one entry as a stream, never more than its directory says."""
        return cast(BinaryIO, self._zip.open(name))

    def read(self, name: str, most: int) -> bytes:
        """The unpacked bytes of one entry of at most `most` bytes."""
        if name not in self.members:
            raise Damaged(f"{name} is missing")
        if self.members[name].size > most:
            raise Damaged(f"{name} is far too large")
        return b"".join(self._unpacked(name))

    def sha256(self, name: str) -> str:
        """The SHA-256 of one entry, unpacked piece by piece."""
        digest = hashlib.sha256()
        for chunk in self._unpacked(name):
            digest.update(chunk)
        return digest.hexdigest()

    def close(self) -> None:
        self._zip.close()

    def _unpacked(self, name: str) -> Iterator[bytes]:
        left = self.members[name].size
        try:
            with self.open(name) as file:
                while chunk := file.read(_CHUNK):
                    left -= len(chunk)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise Damaged(f"{name} cannot be unpacked") from error
        if left != 0:
            raise Damaged(f"{name} has another size than its entry says")


def _structure(file: Spool, size: int, most: int) -> list[Member]:
    """The entries, in order, once every byte of the structure was seen to be where it belongs."""
    tail = min(size, _END.size + PAD)
    file.seek(size - tail)
    end = file.read(tail)
    found = end.rfind(b"PK\5\6")
    if found < 0 or len(end) - found < _END.size:
        raise Damaged("the archive inside has no end")
    _, disks, here, total, directory_size, directory, comment = _ends(end[found : found + _END.size])
    blanks = end[found + _END.size :]
    if disks or here != total or comment != len(blanks) or blanks.strip(b" ") or size % PAD:
        raise Damaged("the end of the archive inside is not as it was made")
    if not 0 < total <= most:
        raise Damaged("the archive inside has no entries, or far too many")
    if directory + directory_size != size - tail + found:
        raise Damaged("the directory of the archive inside is not where it belongs")
    file.seek(directory)
    listing = file.read(directory_size)
    members, position, at = [], 0, 0
    for _ in range(total):
        member, length, position_after = _entry(file, listing, at, position)
        members.append(member)
        at += length
        position = position_after
    if at != directory_size or position != directory:
        raise Damaged("the archive inside holds something beside its entries")
    return members


def _ends(data: bytes) -> tuple[bytes, int, int, int, int, int, int]:
    mark, disk, directory_disk, here, total, directory_size, directory, comment = _END.unpack(data)
    return mark, disk | directory_disk, here, total, directory_size, directory, comment


def _entry(file: Spool, listing: bytes, at: int, position: int) -> tuple[Member, int, int]:
    """One entry of the directory, held against the entry itself, which must start at `position`."""
    fixed = listing[at : at + _CENTRAL.size]
    if len(fixed) != _CENTRAL.size:
        raise Damaged("the directory of the archive inside is cut short")
    mark, made, system, version, reserved, *rest = _CENTRAL.unpack(fixed)
    (
        flags,
        method,
        time,
        date,
        crc,
        packed,
        size,
        name_length,
        extra,
        comment,
        disk,
        internal,
        external,
        offset,
    ) = rest
    raw = listing[at + _CENTRAL.size : at + _CENTRAL.size + name_length]
    plain = (mark, made, system, version, reserved, extra, comment, disk, internal, external) == (
        b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 0, 0o100644 << 16,
    )  # fmt: skip
    if not plain or offset != position or method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Damaged("an entry of the archive inside is not as it was made")
    if method == zipfile.ZIP_STORED and packed != size:
        raise Damaged("an entry of the archive inside is not as it was made")
    name = _decode(raw, flags)
    file.seek(position)
    local = file.read(_LOCAL.size + name_length)
    expected = _LOCAL.pack(
        b"PK\3\4", version, reserved, flags, method, time, date, crc, packed, size, name_length, 0
    )
    if local != expected + raw:
        raise Damaged("an entry of the archive inside says something else than its directory")
    return Member(name, packed, size), _CENTRAL.size + name_length, position + len(local) + packed


def _decode(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Damaged("a name in the archive inside cannot be read") from error
    if flags != (0 if name.isascii() else _UTF8):
        raise Damaged("an entry of the archive inside is not as it was made")
    wrong = name_problem(name)
    if wrong:
        raise Damaged(f"the name of a file in it {wrong}")
    return name


def _check_names(names: list[str]) -> None:
    """No file stands there twice, also where capitals do not count, and none is a folder of another."""
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        folded = name.casefold()
        parts = folded.split("/")
        above = {"/".join(parts[:depth]) for depth in range(1, len(parts))}
        if folded in seen:
            raise Damaged("a file stands in it twice")
        seen.add(folded)
        folders |= above
    if seen & folders:
        raise Damaged("a file in it is a folder too")
