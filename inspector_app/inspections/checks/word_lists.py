"""The lists and limits that the checks go by, read from a framework's `checks.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inspector_app.inspections.pack_files import pack_file
from inspector_app.inspections.pack_reader import Table, read_toml

CHECKS_FILE = "checks.toml"


@dataclass(frozen=True)
class WordLists:
    """All lists are lower case, but for `capitalised` (words that are written with a capital letter and are
    no names) and `initialisms`. `american` maps a spelling to the British one."""

    vague_verbs: frozenset[str]
    vague_phrases: tuple[str, ...]
    unmeasured: tuple[str, ...]
    american: tuple[tuple[str, str], ...]
    capitalised: frozenset[str]
    initialisms: frozenset[str]
    starters: frozenset[str]
    also_names: frozenset[str]
    person_words: frozenset[str]
    person_verbs: frozenset[str]
    document_words: frozenset[str]
    longest_sentence: int
    oldest_reading_age: int
    most_grade_with_requirement: int
    least_grade_without: int
    high_grade: int


@cache
def shipped_lists(framework: str) -> WordLists:
    """The lists that ship with a framework; KnownError naming the entry where they cannot be read."""
    return read_lists(pack_file(framework, CHECKS_FILE))


def read_lists(file: Path) -> WordLists:
    """The lists in a file."""
    top = read_toml(file)
    text, names, limits = top.table("text"), top.table("names"), top.table("limits")
    lists = WordLists(
        vague_verbs=frozenset(text.texts("vague_verbs")),
        vague_phrases=text.texts("vague_phrases"),
        unmeasured=text.texts("unmeasured"),
        american=tuple(_pair(text, entry) for entry in text.texts("american")),
        capitalised=frozenset(names.texts("capitalised")),
        initialisms=frozenset(names.texts("initialisms")),
        starters=frozenset(names.texts("starters")),
        also_names=frozenset(names.texts("also_names")),
        person_words=frozenset(names.texts("person_words")),
        person_verbs=frozenset(names.texts("person_verbs")),
        document_words=frozenset(names.texts("document_words")),
        longest_sentence=limits.number("longest_sentence", 10, 100),
        oldest_reading_age=limits.number("oldest_reading_age", 8, 30),
        most_grade_with_requirement=limits.number("most_grade_with_requirement", 1, 6),
        least_grade_without=limits.number("least_grade_without", 1, 6),
        high_grade=limits.number("high_grade", 1, 6),
    )
    for table in (text, names, limits, top):
        table.done()
    return lists


def _pair(table: Table, entry: str) -> tuple[str, str]:
    american, arrow, british = entry.partition("=")
    if not (american and arrow and british):
        raise table.error(f"“{entry}” is not of the form american=british.", "Write color=colour.")
    return american.strip(), british.strip()
