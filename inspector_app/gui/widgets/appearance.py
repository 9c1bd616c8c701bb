"""Which control a question asks for, told by its control, type of data and appearance. No Qt here.

One table of decisions: the factory makes controls from it, the list of features says what is supported, and a
test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from inspector_app.forms.interface import NodeView

Kind = Literal[
    "note", "text", "multiline", "digits", "masked", "address", "barcode", "integer", "decimal", "counter",
    "grouped-integer", "grouped-decimal", "bearing", "date", "month", "year", "time", "date-time", "point",
    "line", "area", "segments", "list", "columns", "pack", "likert", "bare", "labels", "box", "search",
    "chips", "ticks", "tick-columns", "tick-pack", "tick-bare", "tick-labels", "tick-search", "rank",
    "range", "vertical", "picker", "rating", "trigger", "image", "audio", "video", "file", "signature",
    "draw", "annotate",
]  # fmt: skip

MOST_SEGMENTS = 5
MOST_LISTED = 12
MOST_BOXED = 40
LONGEST_CHIP = 32
"""Characters of an option that is still a chip; longer ones make a list."""

_COLUMNS = re.compile(r"(?:columns|compact|quickcompact|horizontal-compact)-(\d{1,2})")
_COLUMN_WORDS = frozenset(
    {"columns", "compact", "quickcompact", "horizontal", "horizontal-compact", "no-buttons"}
)

_BY_TYPE: Mapping[str, Kind] = {
    "int": "integer",
    "decimal": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "date-time",
    "geopoint": "point",
    "geotrace": "line",
    "geoshape": "area",
    "barcode": "barcode",
}
_BY_WORD: Mapping[tuple[str, str], Kind] = {
    ("date", "month-year"): "month",
    ("date", "year"): "year",
    ("dateTime", "month-year"): "month",
    ("dateTime", "year"): "year",
    ("int", "counter"): "counter",
    ("int", "thousands-sep"): "grouped-integer",
    ("decimal", "thousands-sep"): "grouped-decimal",
    ("decimal", "bearing"): "bearing",
    ("string", "multiline"): "multiline",
    ("string", "numbers"): "digits",
    ("string", "masked"): "masked",
    ("string", "url"): "address",
}


def words_of(view: NodeView) -> tuple[str, ...]:
    """The words of the appearance, in small letters."""
    return tuple(view.appearance.lower().split())


def column_count(view: NodeView) -> int:
    """How many columns are asked for, 0 where as many as fit."""
    for word in words_of(view):
        found = _COLUMNS.fullmatch(word)
        if found:
            return int(found[1])
    return 0


def kind_of(view: NodeView) -> Kind:
    """The kind of control for a question."""
    makers: Mapping[str, Callable[[NodeView], Kind]] = {
        "select1": _one,
        "select": _many,
        "range": _range,
        "upload": _upload,
        "input": _input,
        "secret": lambda view: "masked",
        "rank": lambda view: "rank",
        "trigger": lambda view: "trigger",
    }
    maker = makers.get(view.control)
    return maker(view) if maker is not None else "note"


def _input(view: NodeView) -> Kind:
    if view.readonly and view.data_type == "string" and "url" not in words_of(view):
        return "note"
    for word in words_of(view):
        found = _BY_WORD.get((view.data_type, word))
        if found is not None:
            return found
    if view.data_type in _BY_TYPE:
        return _BY_TYPE[view.data_type]
    return "multiline" if "rows" in view.parameters else "text"


def _columned(words: Sequence[str]) -> bool:
    return any(word in _COLUMN_WORDS or _COLUMNS.fullmatch(word) for word in words)


def _one(view: NodeView) -> Kind:
    words, choices = words_of(view), view.choices or ()
    exact: Mapping[str, Kind] = {
        "likert": "likert",
        "label": "labels",
        "list-nolabel": "bare",
        "columns-pack": "pack",
        "list": "likert",
    }
    named = next((exact[word] for word in words if word in exact), None)
    if named is not None:
        return named
    if any(word.startswith(("autocomplete", "search")) for word in words) or len(choices) > MOST_BOXED:
        return "search"
    if "minimal" in words or len(choices) > MOST_LISTED:
        return "box"
    pictured = any(choice.media for choice in choices)
    if _columned(words) or pictured:
        return "columns"
    return "list" if len(choices) > MOST_SEGMENTS else "segments"


def _many(view: NodeView) -> Kind:
    words, choices = words_of(view), view.choices or ()
    exact: Mapping[str, Kind] = {
        "label": "tick-labels",
        "list-nolabel": "tick-bare",
        "columns-pack": "tick-pack",
        "list": "tick-columns",
    }
    named = next((exact[word] for word in words if word in exact), None)
    if named is not None:
        return named
    searched = any(word.startswith(("autocomplete", "search", "minimal")) for word in words)
    if searched or len(choices) > MOST_BOXED:
        return "tick-search"
    if _columned(words) or any(choice.media for choice in choices):
        return "tick-columns"
    long = any(len(choice.label) > LONGEST_CHIP for choice in choices)
    return "ticks" if long or len(choices) > MOST_LISTED else "chips"


_RANGES: Mapping[str, Kind] = {"picker": "picker", "rating": "rating", "vertical": "vertical"}


def _range(view: NodeView) -> Kind:
    return next((_RANGES[word] for word in words_of(view) if word in _RANGES), "range")


_DRAWN: Mapping[str, Kind] = {"signature": "signature", "draw": "draw", "annotate": "annotate"}
_FILES: Mapping[str, Kind] = {"image": "image", "audio": "audio", "video": "video"}


def _upload(view: NodeView) -> Kind:
    media = view.parameters.get("mediatype", "").partition("/")[0]
    drawn = next((_DRAWN[word] for word in words_of(view) if word in _DRAWN), None)
    if media == "image" and drawn is not None:
        return drawn
    return _FILES.get(media, "file")
