"""Lints for what compiles and runs, but hardly as meant: filters that match nothing, features others lack.

Like `lint`, they walk over the sheets and know rows and columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.checklists.definition import Definition
from inspector_app.checklists.features import FeatureMatrix, feature_matrix
from inspector_app.checklists.problems import Problem

HasFile = Callable[[str], bool]

EXPRESSIONS = (
    "calculation", "calculate", "relevant", "relevance", "constraint", "required", "readonly", "read_only",
    "choice_filter", "repeat_count", "default", "trigger",
)  # fmt: skip

_TEXT = re.compile(r"'[^']*'|\"[^\"]*\"")
_CALL = re.compile(r"(?<![\w.$/@-])([a-z][\w.-]*(?::[a-z][\w.-]*)?)\s*\(", re.IGNORECASE)
_KINDS_OF_TEST = frozenset(
    {"text", "node", "comment", "processing-instruction", "or", "and", "div", "mod", "not"}
)
_SELECT = re.compile(r"(select_one|select_multiple|rank|select one|select multiple)\s+(\S+)")
_EQUAL_TEXT = re.compile(r"(?<![\w}])([\w.-]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")")
_EQUAL_ANSWER = re.compile(r"(?<![\w}])([\w.-]+)\s*=\s*\$\{\s*([\w.-]+)\s*\}(?!\s*[-+*/])")
_ANSWER_IS = re.compile(r"\$\{\s*([\w.-]+)\s*\}\s*=\s*(?:'([^']*)'|\"([^\"]*)\")")
_SELECTED = re.compile(r"selected\(\s*\$\{\s*([\w.-]+)\s*\}\s*,\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)")
_MEDIA = re.compile(r"(?:media::)?(image|big-image|audio|video)(?:::.*)?")
_FROM_FILE = re.compile(r"(?:select_one_from_file|select_multiple_from_file)\s+(\S+)")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of choices: the rows of each, and which list a question offers."""

    rows: Mapping[str, Sequence[Mapping[str, str]]]
    of_question: Mapping[str, str]

    def names(self, question: str) -> frozenset[str] | None:
        """The answers that a question offers, None where they are not known."""
        found = self.rows.get(self.of_question.get(question, ""))
        return frozenset(row.get("name", "").strip() for row in found) if found else None


def lint_features(definition: Definition, has_file: HasFile | None = None) -> list[Problem]:
    """Everything that is found; `has_file` tells whether a file lies beside the form (None: not asked)."""
    matrix = feature_matrix()
    lists = _lists(definition)
    found: list[Problem] = []
    for number, cells in enumerate(definition.survey, start=2):
        found += _functions(number, cells, matrix)
        found += _appearances(number, cells, matrix)
        found += _type(number, cells, matrix)
        found += _filters(number, cells, lists)
        found += _conditions(number, cells, lists)
        if has_file is not None:
            found += _files("survey", number, cells, has_file)
    for number, cells in enumerate(definition.choices, start=2):
        if has_file is not None:
            found += _files("choices", number, cells, has_file)
    return found


def _lists(definition: Definition) -> _Lists:
    rows: dict[str, list[Mapping[str, str]]] = {}
    for cells in definition.choices:
        rows.setdefault((cells.get("list_name") or cells.get("list name") or "").strip(), []).append(cells)
    of_question: dict[str, str] = {}
    for cells in definition.survey:
        match = _SELECT.match(cells.get("type", "").strip())
        if match and "or_other" not in cells.get("type", ""):
            of_question[cells.get("name", "").strip()] = match[2]
    return _Lists(rows, of_question)


def _advice(code: str, message: str, suggestion: str, sheet: str, row: int, column: str) -> Problem:
    return Problem(code, message, suggestion, sheet, row, column, "warning")


def _functions(number: int, cells: Mapping[str, str], matrix: FeatureMatrix) -> Iterator[Problem]:
    for column in EXPRESSIONS:
        names = _CALL.findall(_TEXT.sub("''", cells.get(column, "")))
        for name in dict.fromkeys(names):
            known = matrix.function(name)
            if known is None or name in _KINDS_OF_TEST:
                continue
            for client, has in (("Collect", known.collect), ("Web Forms", known.web_forms)):
                if not has:
                    yield _advice(
                        f"function-not-in-{client.lower().replace(' ', '-')}",
                        f"ODK {client} does not have the function {name}().",
                        f"It works here. Write it otherwise where the form must run in {client}, too.",
                        "survey",
                        number,
                        column,
                    )


def _appearances(number: int, cells: Mapping[str, str], matrix: FeatureMatrix) -> Iterator[Problem]:
    text = cells.get("appearance", "")
    words = [text] if text.startswith("ex:") else re.sub(r"search\s*\(.*\)", "search", text).split()
    for word in words:
        known = matrix.appearance(word.partition("(")[0])
        if known is None:
            yield _advice(
                "unknown-appearance",
                f"The appearance “{word}” is not known.",
                "Check the spelling, or take it away: it does nothing here.",
                "survey",
                number,
                "appearance",
            )
        elif known.supported == "no":
            yield _advice(
                "appearance-without-effect",
                f"The appearance “{word}” has no effect here: {known.note}.",
                "Nothing needs to be changed.",
                "survey",
                number,
                "appearance",
            )


def _type(number: int, cells: Mapping[str, str], matrix: FeatureMatrix) -> Iterator[Problem]:
    word = (cells.get("type", "").split() or [""])[0]
    known = matrix.question_type(word)
    if known is not None and known.supported == "no":
        yield _advice(
            "type-without-effect",
            f"Questions of the type {known.name} are not filled here: {known.note}.",
            "Take another type where the answer is needed.",
            "survey",
            number,
            "type",
        )


def _filters(number: int, cells: Mapping[str, str], lists: _Lists) -> Iterator[Problem]:
    text = cells.get("choice_filter", "")
    match = _SELECT.match(cells.get("type", "").strip())
    rows = lists.rows.get(match[2]) if match else None
    if not text or not rows or match is None:
        return
    columns = {column for row in rows for column in row}
    tests = [
        (column, {one or other}, f"'{one or other}'") for column, one, other in _EQUAL_TEXT.findall(text)
    ]
    for column, question in _EQUAL_ANSWER.findall(text):
        offered = lists.names(question)
        tests.append((column, set(offered) if offered else set(), f"${{{question}}}"))
    for column, wanted, shown in tests:
        if column not in columns:
            yield _filter_problem(
                number,
                f"The list “{match[2]}” has no column “{column}”.",
                f"Add the column to the sheet choices, or use one of: {', '.join(sorted(columns))}.",
            )
        elif wanted and not wanted & {row.get(column, "").strip() for row in rows}:
            yield _filter_problem(
                number,
                f"No choice of “{match[2]}” can ever match {column} = {shown}.",
                f"Compare with what stands in the column {column}.",
            )


def _filter_problem(number: int, message: str, suggestion: str) -> Problem:
    return _advice("filter-never-matches", message, suggestion, "survey", number, "choice_filter")


def _conditions(number: int, cells: Mapping[str, str], lists: _Lists) -> Iterator[Problem]:
    """A comparison with an answer that the question does not offer is always false."""
    for column in EXPRESSIONS:
        text = cells.get(column, "")
        for question, one, other in [*_ANSWER_IS.findall(text), *_SELECTED.findall(text)]:
            answer, offered = one or other, lists.names(question)
            if offered and answer and answer not in offered:
                yield _advice(
                    "answer-not-offered",
                    f"“{question}” never has the answer “{answer}”.",
                    f"Use one of: {', '.join(sorted(offered))}.",
                    "survey",
                    number,
                    column,
                )


def _files(sheet: str, number: int, cells: Mapping[str, str], has_file: HasFile) -> Iterator[Problem]:
    wanted = [
        (column, text.strip()) for column, text in cells.items() if _MEDIA.fullmatch(column) and text.strip()
    ]
    from_file = _FROM_FILE.match(cells.get("type", "").strip())
    if from_file:
        wanted.append(("type", from_file[1]))
    for column, name in wanted:
        if "${" not in name and not has_file(name):
            yield _advice(
                "media-missing",
                f"The file {name} is not beside the form.",
                "Put it into the folder of the form's media, or correct its name.",
                sheet,
                number,
                column,
            )
