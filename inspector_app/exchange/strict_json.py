"""Reads JSON that came from outside, and takes nothing doubtful.

Signatures are made over one canonical spelling; a text that two readers may understand differently
(a key twice, NaN, half a surrogate pair) is refused, so that what was signed is what is read.
"""

from __future__ import annotations

import json
import math

from inspector_app.journal.event import Json, canonical


def loads(data: bytes) -> Json:
    """The value of one JSON text in UTF-8; ValueError for anything doubtful."""
    try:
        value: Json = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
        canonical(value)  # refuses half surrogate pairs, which no UTF-8 can carry
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply") from error
    return value


def load_object(data: bytes) -> dict[str, Json]:
    """The same, for a text that must be one object."""
    value = loads(data)
    if not isinstance(value, dict):
        raise ValueError("the JSON is not an object")
    return value


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("the JSON names a key twice")
    return made


def _refuse_constant(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is out of range")
    return value


def text(source: dict[str, Json], key: str, *, longest: int = 1000, blank: bool = False) -> str:
    """A text of one to `longest` characters; ValueError names the key."""
    value = source.get(key)
    if not isinstance(value, str) or len(value) > longest or not (value or blank):
        raise ValueError(f"“{key}” is missing or no text")
    return value


def whole(source: dict[str, Json], key: str, *, least: int = 0) -> int:
    """A whole number of at least `least`; ValueError names the key."""
    value = source.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError(f"“{key}” is missing or no whole number")
    return value


def rows(source: dict[str, Json], key: str) -> list[dict[str, Json]]:
    """A list of objects; ValueError names the key."""
    value = source.get(key)
    if not isinstance(value, list):
        raise ValueError(f"“{key}” is missing or no list")
    made = []
    for row in value:
        if not isinstance(row, dict):
            raise ValueError(f"“{key}” holds something else than objects")
        made.append(row)
    return made


def texts(source: dict[str, Json], key: str) -> tuple[str, ...]:
    """A list of texts; ValueError names the key."""
    value = source.get(key)
    if not isinstance(value, list):
        raise ValueError(f"“{key}” is missing or no list")
    made = []
    for item in value:
        if not isinstance(item, str):
            raise ValueError(f"“{key}” holds something else than texts")
        made.append(item)
    return tuple(made)


def only(source: dict[str, Json], *keys: str) -> None:
    """ValueError unless `source` has exactly these keys."""
    if set(source) != set(keys):
        raise ValueError(f"unknown or missing: {', '.join(sorted(set(source) ^ set(keys)))[:200]}")
