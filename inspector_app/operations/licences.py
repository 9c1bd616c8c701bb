"""Versions and licences of everything the program is made of, read from what is installed when asked.

Only packages that the program itself needs are listed, found by walking its requirements: a machine may hold
many others. Fonts and icons ship with the program and have their licences beside them.
"""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from inspector_app import __version__, resources

PROGRAM = "inspector-app"
_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(?:^|/)(?:licen[cs]e|copying|notice|copyright|authors)[^/]*$", re.IGNORECASE)
_LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class Part:
    """`licence` is what the part calls it, such as "MIT"; `kind` package, font or icons."""

    name: str
    version: str
    licence: str
    kind: str = "package"


def versions() -> tuple[tuple[str, str], ...]:
    """What runs here, by name: for "about" and for reports."""
    told = [("Inspector", __version__), ("Python", platform.python_version())]
    told += [(name, _version(name)) for name in ("PySide6", "sqlcipher3", "reportlab", "pyxform", "pyrage")]
    return (*told, ("System", f"{platform.system()} {platform.machine()}"))


def parts() -> tuple[Part, ...]:
    """The program, its packages by name, its fonts and icons."""
    needed = sorted(_needed(), key=lambda one: one.metadata["Name"].casefold())
    packages = [Part(one.metadata["Name"], one.version, _licence(one)) for one in needed]
    own = [Part("Inspector", __version__, "Apache-2.0", "program")]
    drawn = [Part("Inter", "4", "OFL-1.1", "font"), Part("Noto Sans", "2", "OFL-1.1", "font")]
    return (*own, *packages, *drawn, Part("Icons", __version__, "Apache-2.0", "icons"))


def licence_text(part: Part) -> str:
    """The whole text of a part's licence as it ships; what it calls it where no text came with it."""
    if part.kind == "font":
        return resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")
    if part.kind in ("program", "icons"):
        return _own_text()
    texts = list(_texts(part.name))
    return "\n\n".join(texts) or f"{part.licence}. The package came without a text of its licence."


def _own_text() -> str:
    beside = Path(__file__).resolve().parents[2] / "LICENSE"
    if beside.is_file():
        return beside.read_text(encoding="utf-8")
    return "\n\n".join(_texts(PROGRAM)) or "Apache License, Version 2.0"


def _texts(name: str) -> Iterator[str]:
    try:
        files = metadata.distribution(name).files or []
    except metadata.PackageNotFoundError:
        return
    for file in files:
        within = str(file).replace("\\", "/")
        if ".dist-info/" in within and _LICENCE_FILE.search(within):
            try:
                yield file.read_text(encoding="utf-8")[:_LONGEST]
            except (OSError, UnicodeDecodeError):
                continue


def _needed() -> list[metadata.Distribution]:
    """The packages that the program needs, and those that they need."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [PROGRAM]
    while waiting:
        name = waiting.pop()
        try:
            one = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        for requirement in one.requires or []:
            match = _NAME.match(requirement)
            if match is None or "extra ==" in requirement:
                continue
            key = _plain(match[0])
            if key not in found and key != PROGRAM:
                try:
                    found[key] = metadata.distribution(key)
                except metadata.PackageNotFoundError:
                    continue
                waiting.append(key)
    return list(found.values())


def _licence(one: metadata.Distribution) -> str:
    """The expression where it gives one, else the classifier, else the first line of the field."""
    expression = _field(one, "License-Expression")
    if expression:
        return expression
    named = [
        line.rsplit(" :: ", 1)[1]
        for line in one.metadata.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    if named:
        return ", ".join(dict.fromkeys(named))
    return _field(one, "License").split("\n", 1)[0][:80] or "see its text"


def _field(one: metadata.Distribution, name: str) -> str:
    """A field of the package's metadata, '' where it has none."""
    return next((str(value).strip() for value in one.metadata.get_all(name) or []), "")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not known"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
