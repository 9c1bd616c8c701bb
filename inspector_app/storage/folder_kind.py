"""Whether a database would lie in a folder that a program synchronises, or on another computer.

A synchronised folder copies half-written files, keeps old versions of what was erased, and lets two laptops
write at once; SQLite's locks do not hold over most networks. All that differs between systems is here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Literal

Kind = Literal["", "synced", "network"]

_SYNCED_NAMES = (
    "dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive", "icloud", "nextcloud",
    "owncloud", "box sync", "box", "pcloud drive", "syncthing", "sync", "seafile", "mega", "megasync",
    "proton drive", "tresorit", "sharepoint", "cloudstorage", "mobile documents",
)  # fmt: skip
_SYNCED_BEGINNINGS = ("onedrive -", "dropbox (", "googledrive-", "nextcloud-", "box-box")
_MARKERS = (
    ".dropbox",
    ".dropbox.cache",
    ".stfolder",
    ".owncloudsync.log",
    ".nextcloudsync.log",
    ".seafile-data",
)
_MARKER_PATTERN = ".sync_*.db"
_NETWORK = frozenset(
    """
    9p afp afpfs afs ceph cifs coda davfs davfs2 fuse.davfs2 fuse.gvfsd-fuse fuse.rclone fuse.s3fs fuse.sshfs
    glusterfs gfs2 lustre ncpfs nfs nfs4 smb smb2 smb3 smbfs sshfs vboxsf webdav
    """.split()  # noqa: SIM905
)
_REMOTE_DRIVE = 4


def folder_kind(
    folder: Path, *, system: str = sys.platform, environment: Mapping[str, str] | None = None
) -> Kind:
    """``synced``, ``network``, or '' where nothing speaks against keeping a database in `folder`."""
    variables = os.environ if environment is None else environment
    place = folder.expanduser().absolute()
    if _is_synced(place, variables):
        return "synced"
    return "network" if _is_network(place, system) else ""


def _is_synced(place: Path, variables: Mapping[str, str]) -> bool:
    roots = [value for name, value in variables.items() if name.upper().startswith("ONEDRIVE") and value]
    if any(place.is_relative_to(root) for root in roots):
        return True
    return any(map(_has_name, place.parts[1:])) or any(map(_has_marker, (place, *place.parents)))


def _has_name(part: str) -> bool:
    name = part.casefold()
    return name in _SYNCED_NAMES or name.startswith(_SYNCED_BEGINNINGS)


def _has_marker(folder: Path) -> bool:
    try:
        return any((folder / name).exists() for name in _MARKERS) or any(folder.glob(_MARKER_PATTERN))
    except OSError:
        return False


def _is_network(place: Path, system: str) -> bool:
    if system == "win32":
        return _is_network_on_windows(place)
    if system == "darwin":
        return _kind_of_mount(place, _mounts_of_mac()) in _NETWORK
    return _kind_of_mount(place, _mounts_of_linux()) in _NETWORK


def _is_network_on_windows(place: PurePath) -> bool:
    if str(place).startswith(("\\\\", "//")):
        return True
    import ctypes

    system = getattr(ctypes, "windll", None)  # there on Windows alone
    return system is not None and system.kernel32.GetDriveTypeW(place.anchor) == _REMOTE_DRIVE


def _mounts_of_linux(table: Path = Path("/proc/self/mountinfo")) -> dict[str, str]:
    """Each mount point with the kind of its file system; {} where the table cannot be read."""
    try:
        lines = table.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    found = {}
    for line in lines:
        left, dash, right = line.partition(" - ")
        fields = left.split()
        if dash and len(fields) > 4:
            point = fields[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
            found[point] = right.split()[0]
    return found


def _mounts_of_mac() -> dict[str, str]:
    """The same on a Mac, from the command `mount`; {} where it does not answer."""
    import subprocess

    try:
        run = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True)
    except (OSError, subprocess.SubprocessError):
        return {}
    found = {}
    for line in run.stdout.splitlines():
        what, bracket, options = line.rpartition(" (")
        _, on, point = what.partition(" on ")
        if bracket and on:
            found[point] = options.partition(",")[0].rstrip(")")
    return found


def _kind_of_mount(place: Path, mounts: Mapping[str, str]) -> str:
    """The kind of the file system that holds `place`: that of the longest mount point above it."""
    above = [point for point in mounts if place.is_relative_to(point)]
    return mounts[max(above, key=len)] if above else ""
