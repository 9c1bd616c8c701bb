"""Functions for the answers of multiple selects."""

from __future__ import annotations

from inspector_app.xpath.model import Scope, Value
from inspector_app.xpath.registry import function
from inspector_app.xpath.values import to_number, to_text, tokens_of

SECTION = "select"


@function("selected", 2, 2, "boolean", SECTION)
def selected(scope: Scope, answers: Value, name: Value) -> bool:
    """Whether a name is among those chosen; nothing chosen has the blank name."""
    wanted = to_text(name).strip()
    chosen = tokens_of(answers)
    return wanted in chosen if wanted else not chosen


function("is-selected", 2, 2, "boolean", SECTION)(selected)


@function("selected-at", 2, 2, "string", SECTION)
def selected_at(scope: Scope, answers: Value, place: Value) -> str:
    """The name at a place counted from 0; '' outside."""
    chosen = tokens_of(answers)
    index = to_number(place)
    return chosen[int(index)] if 0 <= index < len(chosen) else ""


@function("count-selected", 1, 1, "number", SECTION)
def count_selected(scope: Scope, answers: Value) -> float:
    """How many names are chosen."""
    return float(len(tokens_of(answers)))
