"""What of ODK's forms is supported, read from resources/feature_matrix.json: one list for lints and help.

A test holds the list against the engine's functions and the window's controls, so that it cannot drift.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from inspector_app import resources

Support = Literal["yes", "partly", "no"]


@dataclass(frozen=True, slots=True)
class Feature:
    """One question type, appearance, function or other feature. `controls` names, for each control that an
    appearance is given to, the kind of control it gets.
    """

    name: str
    supported: Support
    note: str = ""
    control: str = ""
    data_type: str = ""
    used_for: tuple[str, ...] = ()
    controls: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[int, int | None] = (0, None)
    section: str = ""
    collect: bool = True
    web_forms: bool = True


@dataclass(frozen=True, slots=True)
class FeatureMatrix:
    """All of it, each list in the order of the file."""

    question_types: tuple[Feature, ...]
    appearances: tuple[Feature, ...]
    functions: tuple[Feature, ...]
    features: tuple[Feature, ...]

    def appearance(self, word: str) -> Feature | None:
        """The appearance that a word names; words with an address (``ex:…``) go by what is before it."""
        wanted = word.lower()
        for found in self.appearances:
            if found.name == wanted or (found.name.endswith(":") and wanted.startswith(found.name)):
                return found
        return next((found for found in self.appearances if wanted.startswith(found.name + ":")), None)

    def function(self, name: str) -> Feature | None:
        return next((found for found in self.functions if found.name == name), None)

    def question_type(self, name: str) -> Feature | None:
        """The type that the first word of a cell names, under any of its spellings."""
        wanted = _ALIASES.get(name, name)
        return next((found for found in self.question_types if found.name == wanted), None)


_ALIASES = {
    "int": "integer", "string": "text", "trigger": "acknowledge", "photo": "image", "location": "geopoint",
    "select one": "select_one", "select1": "select_one", "select multiple": "select_multiple",
    "datetime": "dateTime",
}  # fmt: skip


@cache
def feature_matrix() -> FeatureMatrix:
    """The list that ships with the program."""
    data = json.loads(resources.path("feature_matrix.json").read_text(encoding="utf-8"))
    return FeatureMatrix(
        *(
            tuple(map(_feature, data[part]))
            for part in ("question_types", "appearances", "functions", "features")
        )
    )


def _feature(entry: Mapping[str, object]) -> Feature:
    arguments, used, controls = entry.get("arguments"), entry.get("for"), entry.get("controls")
    low, high = arguments if isinstance(arguments, list) else (0, None)
    supported = str(entry["supported"])
    return Feature(
        name=str(entry["name"]),
        supported="yes" if supported == "yes" else "partly" if supported == "partly" else "no",
        note=str(entry.get("note") or ""),
        control=str(entry.get("control") or ""),
        data_type=str(entry.get("type") or ""),
        used_for=tuple(map(str, used)) if isinstance(used, list) else (),
        controls={str(k): str(v) for k, v in controls.items()} if isinstance(controls, dict) else {},
        arguments=(int(low), None if high is None else int(high)),
        section=str(entry.get("section") or ""),
        collect=bool(entry.get("collect", True)),
        web_forms=bool(entry.get("web_forms", True)),
    )


def as_markdown(matrix: FeatureMatrix) -> str:
    """The list as Markdown tables, for the command line and the help."""
    signs = {"yes": "yes", "partly": "partly", "no": "no"}
    blocks = [
        _table("Question types", ("type", "supported", "note"), [
            (f.name, signs[f.supported], f.note) for f in matrix.question_types
        ]),
        _table("Appearances", ("appearance", "for", "supported", "note"), [
            (f.name, ", ".join(f.used_for), signs[f.supported], f.note) for f in matrix.appearances
        ]),
        _table("Functions", ("function", "arguments", "supported", "also in", "note"), [
            (f.name, _count(f.arguments), signs[f.supported], _others(f), f.note) for f in matrix.functions
        ]),
        _table("Other features", ("feature", "supported", "note"), [
            (f.name, signs[f.supported], f.note) for f in matrix.features
        ]),
    ]  # fmt: skip
    return "\n".join(blocks)


def _table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"## {title}", "", _row(header), _row(["---"] * len(header))]
    return "\n".join([*lines, *map(_row, rows)]) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(re.sub(r"\|", "\\\\|", cell) for cell in cells) + " |"


def _count(arguments: tuple[int, int | None]) -> str:
    low, high = arguments
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def _others(feature: Feature) -> str:
    names = [name for name, has in (("Collect", feature.collect), ("Web Forms", feature.web_forms)) if has]
    return ", ".join(names)
