"""Room to seek in for a zip: memory while it is small, an encrypted unnamed file when it is not.

What an inspection says must never lie on a disk in plain text, not even for a moment. Above the memory
limit each block is sealed with AES-GCM under a key that lives in this object alone; the tags stay in
memory too, so a block that somebody changes or puts back on the disk is noticed. The file has no name
(or goes with its handle, on Windows), so that nothing is left to sweep even when the program is killed.
"""

from __future__ import annotations

import errno
import io
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from inspector_app.errors import KnownError
from inspector_app.files import folder_refused

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from typing_extensions import Buffer

MEMORY = 64 * 1024 * 1024
"""Up to this many bytes stay in memory."""

_BLOCK = 64 * 1024
_TAG = 16


class Spool(io.RawIOBase):
    """A seekable file of bytes that nobody else can read; closing it destroys the content.

    `folder` is where the encrypted file goes when more than `memory` bytes are written. KnownError
    `disk-full`, `read-only`, `folder-missing` when that folder refuses.
    """

    def __init__(self, folder: Path, memory: int = MEMORY) -> None:
        super().__init__()
        self._folder = folder
        self._limit = memory
        self._small: io.BytesIO | None = io.BytesIO()
        self._disk: _Disk | None = None
        self._position = 0
        self._size = 0

    @property
    def in_memory(self) -> bool:
        """True while nothing has gone to the disk."""
        return self._disk is None

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError(errno.EINVAL, "cannot seek before the start of a spool")
        self._position = start + offset
        return self._position

    def read(self, size: int | None = -1, /) -> bytes:
        left = max(0, self._size - self._position)
        wanted = left if size is None or size < 0 else min(size, left)
        if self._small is not None:
            self._small.seek(self._position)
            data = self._small.read(wanted)
        else:
            data = self._blocks.read(self._position, wanted)
        self._position += len(data)
        return data

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def write(self, data: Buffer, /) -> int:
        content = bytes(data)
        end = self._position + len(content)
        if self._position > self._size:
            raise ValueError("a spool has no holes")
        if self._small is not None and end > self._limit:
            self._move_to_disk()
        if self._small is not None:
            self._small.seek(self._position)
            self._small.write(content)
        else:
            self._blocks.write(self._position, content)
        self._position = end
        self._size = max(self._size, end)
        return len(content)

    def close(self) -> None:
        if not self.closed:
            if self._disk is not None:
                self._disk.close()
            self._small = None
        super().close()

    @property
    def _blocks(self) -> _Disk:
        if self._disk is None:
            raise ValueError("the spool is closed")
        return self._disk

    def _move_to_disk(self) -> None:
        small = cast(io.BytesIO, self._small)
        disk = _Disk(self._folder)
        try:
            with small.getbuffer() as content:
                for start in range(0, len(content), _BLOCK):
                    disk.write(start, bytes(content[start : start + _BLOCK]))
        except BaseException:
            disk.close()
            raise
        self._disk, self._small = disk, None


class _Disk:
    """Blocks on the disk, sealed one by one; the last one touched is kept open in memory."""

    def __init__(self, folder: Path) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._folder = folder
        self._cipher: AESGCM = AESGCM(AESGCM.generate_key(256))
        try:
            self._file = cast(BinaryIO, tempfile.TemporaryFile(dir=folder, buffering=0))  # noqa: SIM115
        except OSError as error:
            raise folder_refused(folder / "temporary file", error) from error
        self._seals: list[tuple[bytes, bytes]] = []
        self._writes = 0
        self._index = 0
        self._open = bytearray()
        self._dirty = False

    def read(self, position: int, size: int) -> bytes:
        parts = []
        while size > 0:
            index, offset = divmod(position, _BLOCK)
            self._turn_to(index)
            part = bytes(self._open[offset : offset + size])
            parts.append(part)
            position += len(part)
            size -= len(part)
        return b"".join(parts)

    def write(self, position: int, data: bytes) -> None:
        done = 0
        while done < len(data):
            index, offset = divmod(position + done, _BLOCK)
            self._turn_to(index)
            part = data[done : done + _BLOCK - offset]
            self._open[offset : offset + len(part)] = part
            self._dirty = True
            done += len(part)

    def close(self) -> None:
        self._file.close()
        self._open.clear()

    def _turn_to(self, index: int) -> None:
        if index == self._index:
            return
        self._put_away()
        self._index = index
        self._open = bytearray(self._fetch(index)) if index < len(self._seals) else bytearray()

    def _put_away(self) -> None:
        if not self._dirty:
            return
        # Every write has a nonce of its own: the same block is often written twice, under one key.
        self._writes += 1
        nonce = self._writes.to_bytes(12, "big")
        sealed = self._cipher.encrypt(nonce, bytes(self._open), self._index.to_bytes(8, "big"))
        try:
            self._file.seek(self._index * _BLOCK)
            _write_all(self._file, sealed[:-_TAG])
        except OSError as error:
            raise folder_refused(self._folder / "temporary file", error) from error
        seal = (nonce, sealed[-_TAG:])
        if self._index < len(self._seals):
            self._seals[self._index] = seal
        else:
            self._seals.append(seal)
        self._dirty = False

    def _fetch(self, index: int) -> bytes:
        from cryptography.exceptions import InvalidTag

        nonce, tag = self._seals[index]
        self._file.seek(index * _BLOCK)
        content = self._file.read(_BLOCK)
        try:
            return self._cipher.decrypt(nonce, content + tag, index.to_bytes(8, "big"))
        except InvalidTag as error:
            raise KnownError(
                "A temporary file changed while it was in use.",
                "Nothing was taken from it. Try again; if it happens again, have the disk checked.",
                code="spool-altered",
            ) from error


def _write_all(file: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
