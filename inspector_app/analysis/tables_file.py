"""Reads the shape of the national tables from a framework pack's ``tables.toml``.

Head office writes this file, so every fault in it is told with its place (``question policy, answers``)
and nothing is guessed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from inspector_app.analysis.spec import (
    Breakdown,
    CombinedClass,
    Group,
    TableAnswer,
    TableQuestion,
    TableSpec,
)
from inspector_app.analysis.vocabulary import Word
from inspector_app.errors import KnownError

_CODE = re.compile(r"[a-z0-9][a-z0-9_]*")
_BY = ("all", "reporting_type", "sector")
_Table = Mapping[str, object]


def read_spec(path: Path) -> TableSpec:
    """The spec in the file; KnownError (`tables-file`) when it cannot be read or is not a spec."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path.name, "it cannot be read as text") from error
    return spec_from_toml(text, path.name)


def spec_from_toml(text: str, name: str = "tables.toml") -> TableSpec:
    """The spec in the text; `name` is how problems call it. KnownError (`tables-file`) at the first fault."""
    try:
        data: _Table = tomllib.loads(text)
        spec = TableSpec(
            _text(data, "id", "the file"),
            _text(data, "title", "the file"),
            tuple(_question(one) for one in _tables(data, "question", "the file")),
            tuple(_breakdown(one) for one in _tables(data, "breakdown", "the file")),
            _number(data, "small_base", "the file"),
            tuple(_word(one) for one in _tables(data, "word", "the file")),
        )
        _require_consistent(spec)
    except tomllib.TOMLDecodeError as error:
        raise _wrong(name, f"it is not valid TOML: {error}") from error
    except ValueError as error:
        raise _wrong(name, str(error)) from error
    return spec


def _wrong(name: str, why: str) -> KnownError:
    return KnownError(
        f"The table definition {name} cannot be used: {why}.",
        "Correct the file in the framework pack, or install the pack again.",
        code="tables-file",
    )


def _question(data: _Table) -> TableQuestion:
    code = _code(data, "question")
    place = f"question {code}"
    answers = tuple(
        TableAnswer(
            _code(one, place), _text(one, "label", f"{place}, answers"), one.get("outside_base") is True
        )
        for one in _tables(data, "answers", place)
    )
    inside = {answer.code for answer in answers if not answer.outside_base}
    combined = tuple(_combined(one, place, inside) for one in _tables(data, "combined", place, optional=True))
    title, base = _text(data, "title", place), _text(data, "base", place)
    question = TableQuestion(code, title, base, answers, combined)
    _require_distinct(question.codes, place)
    return question


def _combined(data: _Table, place: str, inside: set[str]) -> CombinedClass:
    code = _code(data, f"{place}, combined")
    of = data.get("of")
    if (
        not isinstance(of, list)
        or len(of) < 2
        or not all(isinstance(one, str) and one in inside for one in of)
    ):
        raise ValueError(f"{place}, combined {code}: `of` must name two or more answers inside the base")
    _require_distinct(of, f"{place}, combined {code}")
    return CombinedClass(code, _text(data, "label", f"{place}, combined {code}"), tuple(of))


def _breakdown(data: _Table) -> Breakdown:
    code = _code(data, "breakdown")
    place = f"breakdown {code}"
    by = _text(data, "by", place)
    if by not in _BY:
        raise ValueError(f"{place}: `by` must be one of {', '.join(_BY)}")
    groups = tuple(
        Group(_code(one, place), _text(one, "label", f"{place}, groups"))
        for one in _tables(data, "groups", place)
    )
    if by == "all" and len(groups) != 1:
        raise ValueError(f"{place}: a breakdown by all has one group")
    _require_distinct((group.code for group in groups), place)
    return Breakdown(code, _text(data, "label", place), by, groups)


def _word(data: _Table) -> Word:
    word = _text(data, "word", "word")
    if ("from" in data) == ("over" in data):
        raise ValueError(f'word "{word}": give either `from` or `over`, in percent')
    over = "over" in data
    return Word(word, _number(data, "over" if over else "from", f'word "{word}"'), over)


def _require_consistent(spec: TableSpec) -> None:
    _require_distinct((question.code for question in spec.questions), "the questions")
    _require_distinct((breakdown.code for breakdown in spec.breakdowns), "the breakdowns")
    bounds = [(word.bound, word.over) for word in spec.vocabulary]
    if bounds != sorted(set(bounds), reverse=True):
        raise ValueError("the words for shares must go from the highest bound down")
    if bounds and bounds[-1] != (0, False):
        raise ValueError("the last word for shares must be from 0")


def _require_distinct(codes: Iterable[str], place: str) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise ValueError(f"{place}: {code} is there twice")
        seen.add(code)


def _tables(data: _Table, key: str, place: str, *, optional: bool = False) -> Sequence[_Table]:
    value = data.get(key, [] if optional else None)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ValueError(f"{place}: `{key}` is missing or is no list of tables")
    if not value and not optional:
        raise ValueError(f"{place}: `{key}` is empty")
    return value


def _text(data: _Table, key: str, place: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{place}: `{key}` is missing or is no text")
    return value


def _code(data: _Table, place: str) -> str:
    """Codes go into CSV files as they are: plain letters can start no formula and need no quotes."""
    value = data.get("id")
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise ValueError(f"{place}: `id` must be small letters, digits and underscores, not {value!r}")
    return value


def _number(data: _Table, key: str, place: str) -> int:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
        raise ValueError(f"{place}: `{key}` must be a whole number from 0 to 100")
    return value
