"""Small disks of memory that fill, become read-only or are pulled; only root can mount them."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_CAPABILITY_VERSION, _DAC_OVERRIDE = 0x20080522, 1


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[Path | None]:
    """A disk of that size at `folder`; None where nobody may mount here."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if (
        not hasattr(os, "geteuid")
        or os.geteuid() != 0
        or subprocess.run(mount, capture_output=True, timeout=600, check=False).returncode
    ):
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, timeout=600, check=False)


@contextmanager
def also_at(disk: Path, folder: Path) -> Iterator[Path]:
    """The same disk under a second name, to look at it after it was pulled."""
    folder.mkdir()
    subprocess.run(["mount", "--bind", str(disk), str(folder)], check=True, timeout=600)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True, timeout=600)


def fill(disk: Path) -> Callable[[], None]:
    """Fill a disk to its last byte; what is returned takes the filler away."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return lambda: filler.unlink(missing_ok=True)


def write_protect(disk: Path) -> Callable[[], None]:
    """Let nobody write in a folder any more who is bound by permissions (`bound_by_permissions`); what is
    returned undoes it. What is open for writing already stays so: that is what a program meets at work.
    """
    subprocess.run(["chmod", "-R", "a-w", str(disk)], check=True, timeout=600)

    def mend() -> None:
        subprocess.run(["chmod", "-R", "u+w", str(disk)], check=True, timeout=600)

    return mend


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """The whole disk is read-only, as a card with its switch moved; nobody may have a file open there."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True, timeout=600)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True, timeout=600)


def bound_by_permissions() -> None:
    """Give up root's right to write what permissions forbid, in this process; nobody else has it."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice 32 bits
    if libc.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget")
    for place in range(3):
        sets[place] &= ~(1 << _DAC_OVERRIDE)
    if libc.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")
