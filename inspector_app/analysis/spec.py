"""Which questions, answers, combined classes and groups a national table has.

Head office changes the questions from year to year, so the shape of a table is data of a framework pack
(``tables.toml``, read by `tables_file`) and no table knows the questions of one year.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.analysis.vocabulary import Word


@dataclass(frozen=True)
class TableAnswer:
    """One option; with `outside_base` it is counted against all who answered and is in no other base."""

    code: str
    label: str
    outside_base: bool = False


@dataclass(frozen=True)
class CombinedClass:
    """Several answers read as one; its count is the sum of theirs, its percentage is made from that sum."""

    code: str
    label: str
    of: tuple[str, ...]


@dataclass(frozen=True)
class TableQuestion:
    """One question; `base` says in words whom the percentages are of."""

    code: str
    title: str
    base: str
    answers: tuple[TableAnswer, ...]
    combined: tuple[CombinedClass, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The rows of the question in their order: answers as asked, then combined classes."""
        return (*(answer.code for answer in self.answers), *(one.code for one in self.combined))


@dataclass(frozen=True)
class Group:
    """One row of a breakdown, such as ``care_home``."""

    code: str
    label: str


@dataclass(frozen=True)
class Breakdown:
    """One way to divide inspections: `by` is ``all``, ``reporting_type`` or ``sector``."""

    code: str
    label: str
    by: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class TableSpec:
    """The whole table: questions, breakdowns, the smallest base to read, and the words for shares."""

    id: str
    title: str
    questions: tuple[TableQuestion, ...]
    breakdowns: tuple[Breakdown, ...]
    small_base: int = 10
    vocabulary: tuple[Word, ...] = ()

    def question(self, code: str) -> TableQuestion:
        """The question with this code; KeyError when the tables do not have it."""
        for question in self.questions:
            if question.code == code:
                return question
        raise KeyError(code)
