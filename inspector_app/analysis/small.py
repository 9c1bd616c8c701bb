"""Groups too small to read a percentage from.

A group of four services makes one service 25 points (issue I20 of the published report: 73% of adoption
services is 8 of 11). Cells whose base is under the spec's `small_base` (10) keep count, base and
percentage and are flagged wherever a person reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.analysis.national import NationalTable


@dataclass(frozen=True)
class SmallGroup:
    """A group of one question whose base is under the limit."""

    question: str
    breakdown: str
    group: str
    base: int


def is_small(base: int, small_base: int = 10) -> bool:
    """Whether a base is too small to read its percentages; a base of 0 is."""
    return base < small_base


def small_groups(table: NationalTable) -> tuple[SmallGroup, ...]:
    """The groups to flag, in the order of the table; the base is the one without answers outside it."""
    outside = {
        (question.code, answer.code)
        for question in table.spec.questions
        for answer in question.answers
        if answer.outside_base
    }
    found = {
        SmallGroup(cell.question, cell.breakdown, cell.group, cell.base): None
        for cell in table.cells
        if (cell.question, cell.answer) not in outside and is_small(cell.base, table.spec.small_base)
    }
    return tuple(found)
