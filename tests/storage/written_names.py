"""Which files a program makes in some folders while it runs, those it removes at once included (Linux)."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NONBLOCK, _CREATE = os.O_NONBLOCK, 0x100
_HEAD = struct.Struct("iIII")


@contextmanager
def names_made_in(*folders: Path) -> Iterator[list[str]]:
    """The names of files made in these folders, once the block is left."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(_NONBLOCK)
    if watch < 0:
        raise OSError(ctypes.get_errno(), "inotify_init1")
    try:
        for folder in folders:
            if libc.inotify_add_watch(watch, os.fsencode(folder), _CREATE) < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")
        names: list[str] = []
        yield names
        while content := _read(watch):
            while content:
                *_, length = _HEAD.unpack_from(content)
                names.append(content[_HEAD.size : _HEAD.size + length].rstrip(b"\0").decode())
                content = content[_HEAD.size + length :]
    finally:
        os.close(watch)


def _read(watch: int) -> bytes:
    try:
        return os.read(watch, 1 << 16)
    except BlockingIOError:
        return b""
