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


LANGUAGES = {"en": "English", "gd": "Gàidhlig"}
"""By their own names; a catalogue of each but English lies in ``resources/translations``."""
UNREVIEWED = frozenset({"gd"})
"""Translated by us and not yet read by people who speak it: the choice says so."""


class Preferences(NamedTuple):
    """`zoom` is 1.0 to 3.0 of the system's text size; `seen` is what the system wanted at the last use, None
    when that is not known; `language` is that of the screen; `tour` the step of the tour, -1 once ended.
    `large` makes what is pressed as large as a fingertip, `hints` shows keys beside what they do.
    """

    mode: Mode = "system"
    zoom: float = 1.0
    seen: Name | None = None
    language: str = "en"
    large: bool = False
    hints: bool = True
    tour: int = 0


def read_preferences(file: Path) -> Preferences:
    """What is kept, or what is usual."""
    try:
        found = QJsonDocument.fromJson(file.read_bytes()).toVariant()
        large, hints = found.get("large") is True, found.get("hints") is not False
        mode, zoom, seen = found.get("mode"), found.get("zoom"), found.get("seen")
        language, tour = found.get("language"), found.get("tour")
    except (OSError, AttributeError):
        return Preferences()
    known = cast(Mode, mode) if mode in _MODES else "system"
    fits = isinstance(zoom, int | float) and not isinstance(zoom, bool) and 1.0 <= zoom <= 3.0
    remembered = cast(Name, seen) if seen in _NAMES else None
    step = int(tour) if isinstance(tour, int | float) and -1 <= tour < 100 else 0
    spoken = language if language in LANGUAGES else "en"
    return Preferences(known, float(zoom) if fits else 1.0, remembered, spoken, large, hints, step)


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Keep them; a disk that refuses is let be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(QJsonDocument.fromVariant(preferences._asdict()).toJson().data()))
    except OSError:
        return


class Kept:
    """The one owner of the preferences: what is kept now, and how to keep another."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self.now = read_preferences(file) if file is not None else Preferences()

    def change(self, **fields: object) -> None:
        """Keep these fields from now on, the others as they are."""
        changed = self.now._replace(**fields)  # type: ignore[arg-type]
        if changed != self.now:
            self.now = changed
            if self._file is not None:
                write_preferences(self._file, changed)
