"""Plays a recording of a form with the system's own player, when somebody presses the button for it."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

PLAYED = frozenset(
    {"mp3", "m4a", "ogg", "oga", "wav", "flac", "aac", "amr", "mp4", "m4v", "mov", "webm", "3gp"}
)
"""Endings that are handed to a player; anything else could be a program."""


def play(name: str, data: bytes, owner: QWidget) -> bool:
    """Hand the recording over in a folder that is removed with the window; whether it could be."""
    plain = PurePath(name.replace("\\", "/")).name
    if plain.rpartition(".")[2].lower() not in PLAYED:
        return False
    folder = QTemporaryDir()
    if not folder.isValid():
        return False
    owner.setProperty("recordings", [*(owner.property("recordings") or []), folder])
    path = folder.filePath(plain)
    with open(path, "wb") as file:
        file.write(data)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
