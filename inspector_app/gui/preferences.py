"""What a person prefers of the window, kept beside the database: it is needed before anything is unlocked.

It holds no secret and nothing about inspections. A file that cannot be read or written is no error: the
window opens with what is usual. Qt reads the file: it is needed for the first paint, and Python's own reader
would have to be loaded for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QJsonDocument

from inspector_app.gui.theme import Mode, Name

_NAMES: tuple[Name, ...] = ("light", "dark", "contrast")
_MODES: tuple[Mode, ...] = ("system", *_NAMES)


class Preferences(NamedTuple):
    """`zoom` is 1.0 to 3.0 of the system's text size; `seen` is what the system wanted at the last use, None
    when that is not known.
    """

    mode: Mode = "system"
    zoom: float = 1.0
    seen: Name | None = None


def read_preferences(file: Path) -> Preferences:
    """What is kept, or what is usual."""
    try:
        found = QJsonDocument.fromJson(file.read_bytes()).toVariant()
        mode, zoom, seen = found.get("mode"), found.get("zoom"), found.get("seen")
    except (OSError, AttributeError):
        return Preferences()
    known = cast(Mode, mode) if mode in _MODES else "system"
    fits = isinstance(zoom, int | float) and not isinstance(zoom, bool) and 1.0 <= zoom <= 3.0
    remembered = cast(Name, seen) if seen in _NAMES else None
    return Preferences(known, float(zoom) if fits else 1.0, remembered)


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Keep them; a disk that refuses is let be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(QJsonDocument.fromVariant(preferences._asdict()).toJson().data()))
    except OSError:
        return
