"""What the engine says when it loads a form, told with sheet, row and column where the sheets are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

from inspector_app.checklists.definition import Definition
from inspector_app.checklists.problems import Problem
from inspector_app.errors import KnownError
from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import AuthorWarning, load

Media = Callable[[str], "bytes | None"]

_PLACE = re.compile(r"(/[\w.\-/:]+)")
_ASPECT = re.compile(
    r"\bthe (calculate|relevant|constraint|required|readonly|choices|repeat count|label|hint)\b",
    re.IGNORECASE,
)
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "calculate": ("calculation", "calculate"),
    "relevant": ("relevant", "relevance"),
    "constraint": ("constraint",),
    "required": ("required",),
    "readonly": ("readonly", "read_only"),
    "choices": ("choice_filter", "type"),
    "repeat count": ("repeat_count",),
    "label": ("label",),
    "hint": ("hint",),
}
_ADVICE = {
    "unknown-reference": "Check the path, or write ${name} instead of it.",
    "unknown-list": "Check the name of the list.",
    "own-row-only": "Write ../../REPEAT/NAME to mean all rows, or move the total out of the repeat.",
    "function-not-in-collect": "It works here; write it otherwise where the form must run in Collect, too.",
    "media-missing": "Put the file beside the form, or correct its name.",
    "second-control": "Take one of the two questions away.",
    "regex-invalid": "Correct the pattern; until then every answer is refused.",
    "regex-nested-repetition": "It works here; other clients may hang on it. Write (a+)+ as a+.",
    "choice-name-space": "Write “_” instead of the blank.",
}
_SAID_BY_LINTS = frozenset({"own-row-only", "choice-name-space", "function-not-in-collect", "media-missing"})
"""Warnings that the lints over the sheets give with more."""


def engine_problems(xform: bytes, definition: Definition | None, media: Media | None) -> list[Problem]:
    """Errors and warnings of loading an XForm; `definition` None where there are no sheets."""
    rows = _rows(definition) if definition is not None else {}
    try:
        form = load(xform, media)
    except FormError as error:
        return [_problem(rows, error.code, error.place, error.message, error.advice, "error")]
    except KnownError as error:
        return [_problem(rows, error.code, "", error.message, error.advice, "error")]
    except RecursionError:
        return [Problem("too-deep", "The form is nested too deeply.", "Divide it into simpler parts.")]
    return [
        _warning(rows, warning)
        for warning in form.warnings
        if definition is None or warning.code not in _SAID_BY_LINTS
    ]


def _warning(rows: Mapping[str, tuple[int, Mapping[str, str]]], warning: AuthorWarning) -> Problem:
    advice = _ADVICE.get(warning.code, "")
    return _problem(rows, warning.code, warning.place, warning.message, advice, "warning")


def _problem(
    rows: Mapping[str, tuple[int, Mapping[str, str]]],
    code: str,
    place: str,
    message: str,
    advice: str,
    severity: Literal["error", "warning"],
) -> Problem:
    words = message if message.endswith((".", "?")) else f"{message}."
    words = words[:1].upper() + words[1:]
    path = _PLACE.search(place) or _PLACE.search(message)
    row, cells = _find(rows, path[1] if path else "")
    aspect = _ASPECT.search(f"{place} {message}")
    column = _column(cells, aspect[1].lower() if aspect else "", code)
    if row == 0:
        return Problem(code, words, advice, severity=severity, subject=place)
    return Problem(code, words, advice, "survey", row, column, severity, place)


def _find(rows: Mapping[str, tuple[int, Mapping[str, str]]], path: str) -> tuple[int, Mapping[str, str]]:
    """The row of the node at a path (the form's own name is left out), or of the nearest one around it."""
    names = re.sub(r"\[[^\]]*\]", "", path).rstrip(".").strip("/").split("/")[1:]
    while names:
        found = rows.get("/".join(names))
        if found is not None:
            return found
        names.pop()
    return 0, {}


def _column(cells: Mapping[str, str], aspect: str, code: str) -> str:
    wanted = _COLUMNS["calculate"] if code == "cycle" else _COLUMNS.get(aspect, ())
    if code == "cycle" and not any(column in cells for column in wanted):
        wanted = _COLUMNS["relevant"]
    return next((column for column in wanted if cells.get(column)), "")


def _rows(definition: Definition) -> dict[str, tuple[int, Mapping[str, str]]]:
    """The rows of the survey by the path of their node."""
    found: dict[str, tuple[int, Mapping[str, str]]] = {}
    around: list[str] = []
    for number, cells in enumerate(definition.survey, start=2):
        kind = " ".join(cells.get("type", "").replace("_", " ").split()).lower()
        name = cells.get("name", "").strip()
        if kind.startswith("end ") and around:
            around.pop()
        elif name:
            found.setdefault("/".join([*around, name]), (number, cells))
        if kind.startswith("begin "):
            around.append(name)
    return found
