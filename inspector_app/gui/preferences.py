"""What a person prefers of the window, kept beside the database: it is needed before anything is unlocked.

It holds no secret and nothing about inspections. A file that cannot be read or written is no error: the
window opens with what is usual.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

from inspector_app.gui.theme import Mode

_MODES: tuple[Mode, ...] = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Preferences:
    """`zoom` is 1.0 to 3.0 of the system's text size."""

    mode: Mode = "system"
    zoom: float = 1.0


def read_preferences(file: Path) -> Preferences:
    """What is kept, or what is usual."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        mode, zoom = found.get("mode"), found.get("zoom")
    except (OSError, ValueError, AttributeError):
        return Preferences()
    known = cast(Mode, mode) if mode in _MODES else "system"
    fits = isinstance(zoom, int | float) and not isinstance(zoom, bool) and 1.0 <= zoom <= 3.0
    return Preferences(known, float(zoom) if fits else 1.0)


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Keep them; a disk that refuses is let be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(preferences)) + "\n", encoding="utf-8")
    except OSError:
        return
