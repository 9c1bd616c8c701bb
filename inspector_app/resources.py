"""Finds the files that ship with the program, in a checkout, an installed wheel and a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from inspector_app.errors import KnownError


@cache
def root() -> Path:
    """The folder that holds `frameworks/`, `fonts/`, `icons/` and `help/`."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "_resources", package.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if (candidate / "frameworks").is_dir():
            return candidate
    raise KnownError(
        "The program's own files are missing.",
        "Install the program again; your inspections are kept elsewhere and are safe.",
        code="resources-missing",
    )


def path(*parts: str) -> Path:
    """The path of one shipped file or folder, such as ``path("fonts", "NotoSans-Regular.ttf")``."""
    return root().joinpath(*parts)
