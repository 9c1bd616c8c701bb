"""Mistakes in a checklist that compile all the same and would show only in the field.

pyxform checks that a form can be made; these lints check that it means what its author thinks: totals inside
repeats, choices that break in exports, and bindings to findings and bases that name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.checklists.definition import Definition
from inspector_app.checklists.problems import Problem
from inspector_app.errors import KnownError
from inspector_app.inspections.suggest import parse_finding_attribute
from inspector_app.xpath.compile import compile_expression
from inspector_app.xpath.errors import XPathError

EXPRESSIONS = (
    "calculation",
    "calculate",
    "relevant",
    "relevance",
    "constraint",
    "required",
    "readonly",
    "read_only",
    "choice_filter",
    "repeat_count",
)
"""The columns of the survey that hold XPath, under all their names."""

PREFIX = "bind::inspector:"

_TOTAL = re.compile(
    r"\b(sum|count|count-non-empty|max|min|join)\s*\(\s*(?:'[^']*'\s*,\s*|\"[^\"]*\"\s*,\s*)?\$\{([^}]+)\}\s*\)"
)
"""A total of one question alone: with more arguments it is meant for one row."""
_REFERENCE = re.compile(r"\$\{[^}]*\}")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")  # pyxform makes typographic quotes straight, too
_SELECT = re.compile(r"(?:select_one|select_multiple|rank)\s+(\S+)")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the survey with the repeats it stands in, outermost first."""

    number: int
    cells: Mapping[str, str]
    repeats: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.cells.get("name", "").strip()

    @property
    def begins_repeat(self) -> bool:
        kind = " ".join(self.cells.get("type", "").replace("_", " ").split()).lower()
        return kind == "begin repeat"

    @property
    def choices(self) -> str:
        """The name of the list of choices, '' for anything but a select."""
        match = _SELECT.match(self.cells.get("type", "").strip())
        return match.group(1) if match else ""


def lint(definition: Definition, known_clauses: Collection[str] | None = None) -> list[Problem]:
    """Everything that is found, in the order of the sheets; `known_clauses` None leaves clauses unchecked."""
    rows = list(_rows(definition.survey))
    lists = _lists(definition.choices)
    return [
        *_expressions(rows),
        *_lost_hints(rows),
        *_totals(rows),
        *_choice_names(definition.choices, _several(rows), _allows_twice(definition.settings)),
        *_bindings(rows, lists, known_clauses),
        *_namespace(rows, definition.settings),
    ]


def _rows(survey: Sequence[Mapping[str, str]]) -> Iterator[_Row]:
    repeats: list[str] = []
    for number, cells in enumerate(survey, start=2):
        kind = " ".join(cells.get("type", "").replace("_", " ").split()).lower()
        if kind == "end repeat" and repeats:
            repeats.pop()
        yield _Row(number, cells, tuple(repeats))
        if kind == "begin repeat":
            repeats.append(cells.get("name", "").strip())


def _lists(choices: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    for cells in choices:
        lists.setdefault(_list_name(cells), []).append(cells.get("name", "").strip())
    return lists


def _several(rows: Sequence[_Row]) -> frozenset[str]:
    """The lists that questions for several answers or for an order take."""
    return frozenset(row.choices for row in rows if not row.cells.get("type", "").startswith("select_one"))


def _allows_twice(settings: Sequence[Mapping[str, str]]) -> bool:
    """Whether the form says that a name may stand in a list more than once, as cascades do."""
    said = next((cells.get("allow_choice_duplicates", "") for cells in settings), "")
    return said.strip().lower() in ("yes", "true", "1", "true()")


def _list_name(cells: Mapping[str, str]) -> str:
    return (cells.get("list_name") or cells.get("list name") or "").strip()


def _expressions(rows: Sequence[_Row]) -> Iterator[Problem]:
    """pyxform copies expressions as they are; a slip in one would show only when the form is opened."""
    for row in rows:
        for column in EXPRESSIONS:
            text = row.cells.get(column, "").strip()
            plain = _REFERENCE.sub("x", text.translate(_STRAIGHT))
            if not text or "${" in plain:  # pyxform names a reference that is not closed
                continue
            try:
                compile_expression(plain, ("form", "node"))
            except XPathError as error:
                yield Problem(
                    error.code,
                    f"The expression cannot be read: {error.message}",
                    f"Correct: {text}",
                    "survey",
                    row.number,
                    column,
                )


def _lost_hints(rows: Sequence[_Row]) -> Iterator[Problem]:
    """XForms gives groups and repeats a label and no hint; pyxform drops it without a word."""
    for row in rows:
        if row.cells.get("type", "").strip().startswith("begin") and row.cells.get("hint", "").strip():
            yield Problem(
                "lost-hint",
                f"The hint of “{row.name}” will not be shown: groups and repeats have none.",
                "Put the words into a note inside it, or into its label.",
                "survey",
                row.number,
                "hint",
                "warning",
            )


def _totals(rows: Sequence[_Row]) -> Iterator[Problem]:
    """``sum(${x})`` in the repeat that holds x adds up this row alone (ENGINE T1)."""
    home = {row.name: (*row.repeats, row.name) if row.begins_repeat else row.repeats for row in rows}
    for row in rows:
        for column in EXPRESSIONS:
            for function, name in _TOTAL.findall(row.cells.get(column, "")):
                inside = home.get(name.strip(), ())
                if inside and row.repeats[: len(inside)] == inside:
                    yield Problem(
                        "repeat-total",
                        f"{function}(${{{name}}}) inside the repeat “{inside[-1]}” sees this row alone.",
                        f"Move the row below end_repeat, or write {function}(../../{inside[-1]}/{name}).",
                        "survey",
                        row.number,
                        column,
                        "warning",
                    )


def _choice_names(
    choices: Sequence[Mapping[str, str]], several: Collection[str], allowed_twice: bool
) -> Iterator[Problem]:
    """`several` are the lists of which more than one choice may be taken: a blank would part such a name."""
    seen: dict[tuple[str, str], int] = {}
    for number, cells in enumerate(choices, start=2):
        name, key = cells.get("name", "").strip(), _list_name(cells)
        if not name:
            continue
        if " " in name:
            yield Problem(
                "choice-blank",
                f"The choice name “{name}” in the list “{key}” holds a blank.",
                "Write “_” instead of the blank; the label may hold blanks.",
                "choices",
                number,
                "name",
                "error" if key in several else "warning",
            )
        if (key, name) in seen and not allowed_twice:
            yield Problem(
                "duplicate-choice",
                f"The choice “{name}” stands in the list “{key}” already, in row {seen[key, name]}.",
                "Take one of the two away, or give it another name.",
                "choices",
                number,
                "name",
            )
        seen.setdefault((key, name), number)


def _bindings(
    rows: Sequence[_Row], lists: Mapping[str, Sequence[str]], known_clauses: Collection[str] | None
) -> Iterator[Problem]:
    names = {row.name for row in rows}
    for row in rows:
        yield from _finding(row, lists, known_clauses)
        for column in ("outside_base", "not_assessed"):
            for answer in row.cells.get(PREFIX + column, "").split():
                yield from _answer(row, lists, column, answer)
        for pair in row.cells.get(PREFIX + "class", "").split():
            role, _, name = pair.partition("=")
            if name not in names:
                yield Problem(
                    "bad-reference",
                    f"inspector:class names “{name}” as {role}, which is no question.",
                    "Write role=name for nodes of this form.",
                    "survey",
                    row.number,
                    PREFIX + "class",
                )


def _finding(
    row: _Row, lists: Mapping[str, Sequence[str]], known_clauses: Collection[str] | None
) -> Iterator[Problem]:
    column = PREFIX + "finding"
    try:
        mapping = parse_finding_attribute(row.cells.get(column, ""))
    except KnownError as error:
        yield Problem("finding-attribute", error.message, error.advice, "survey", row.number, column)
        return
    for answer, clauses in mapping.items():
        yield from _answer(row, lists, "finding", answer)
        for clause in clauses:
            if known_clauses is not None and clause not in known_clauses:
                yield Problem(
                    "unknown-clause",
                    f"The clause “{clause}” is not in the framework.",
                    "Check the spelling, or add it to clauses.toml.",
                    "survey",
                    row.number,
                    column,
                )


def _answer(row: _Row, lists: Mapping[str, Sequence[str]], column: str, answer: str) -> Iterator[Problem]:
    offered = lists.get(row.choices)
    if offered is not None and answer in offered:
        return
    yield Problem(
        "unknown-answer",
        f"inspector:{column} names the answer “{answer}”, which “{row.name}” does not offer.",
        f"Use one of: {', '.join(offered)}." if offered else "Only a question with choices can name answers.",
        "survey",
        row.number,
        PREFIX + column,
    )


def _namespace(rows: Sequence[_Row], settings: Sequence[Mapping[str, str]]) -> Iterator[Problem]:
    used = next((row for row in rows if any(column.startswith(PREFIX) for column in row.cells)), None)
    declared = any("inspector=" in cells.get("namespaces", "") for cells in settings)
    if used is not None and not declared:
        yield Problem(
            "namespace-missing",
            "Columns bind::inspector:… are used, but the prefix inspector is not declared.",
            'Add a column namespaces with inspector="urn:inspector:checklist:1".',
            "settings",
            2,
            "namespaces",
        )
