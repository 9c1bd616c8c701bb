"""The report of what went wrong in the program: where, and in which versions; never what was at hand.

It holds no answer, no name and no key, since it is given away: places in the code and versions are all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from inspector_app.files import write_whole
from inspector_app.operations.licences import versions

NAME = "inspector-report"


def report_text(places: Sequence[str], at: datetime) -> str:
    """The report. `places` are errors as `gui/errors.places_of` tells them: type and places, no values."""
    counted = {place: places.count(place) for place in places}
    told = [f"{name}: {version}" for name, version in versions()]
    happened = [f"{count} x {_by_line(place)}" for place, count in counted.items()] or ["nothing"]
    head = f"Inspector report, {at:%Y-%m-%d %H:%M}"
    return "\n".join(
        [head, "It holds no answers, names or keys.", "", *told, "", "What happened:", *happened, ""]
    )


def save_report(text: str, folder: Path, at: datetime) -> Path:
    """Write the report into a folder; gives the file. KnownError where the folder refuses it."""
    file = folder / f"{NAME}-{at:%Y-%m-%d-%H%M%S}.txt"
    write_whole(file, text.encode("utf-8"))
    return file


def _by_line(place: str) -> str:
    return place.replace(" at ", "\n    ", 1).replace(" > ", "\n    ").replace(" from ", "\n  from ")
