"""Checks that a national table passes before it is written.

They repeat no step of the counting: they look at the finished cells alone, so a mistake in `national` or in
a table put together elsewhere shows here. A published table is taken for true by people who cannot check
it; a table that fails is a bug of this program, so it is not written and a ValueError says which cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from inspector_app.analysis.national import Cell, NationalTable
from inspector_app.analysis.spec import TableQuestion

_Cells = dict[tuple[str, str, str, str], Cell]


def problems(table: NationalTable) -> tuple[str, ...]:
    """What is wrong with the table, one sentence each; nothing when it is sound."""
    found = tuple(_shape(table))
    return found or (*_each_group(table), *_each_breakdown(table), *_apart(table))


def require_sound(table: NationalTable) -> None:
    """Raise ValueError with the first few problems, if there are any."""
    found = problems(table)
    if found:
        raise ValueError(f"national table is not sound: {'; '.join(found[:5])} ({len(found)} problems)")


def _shape(table: NationalTable) -> Iterator[str]:
    places = [
        (question, breakdown.code, group.code)
        for question in table.spec.questions
        for breakdown in table.spec.breakdowns
        for group in breakdown.groups
    ]
    expected = [
        (question.code, breakdown, group, answer)
        for question, breakdown, group in places
        for answer in question.codes
    ]
    if [(cell.question, cell.breakdown, cell.group, cell.answer) for cell in table.cells] != expected:
        yield "cells are not those of the spec in their fixed order"
    apart = [(question.code, breakdown, group) for question, breakdown, group in places]
    if [(one.question, one.breakdown, one.group) for one in table.apart] != apart:
        yield "what is shown apart does not follow the spec in its fixed order"


def _by_place(table: NationalTable) -> _Cells:
    return {(cell.question, cell.breakdown, cell.group, cell.answer): cell for cell in table.cells}


def _each_group(table: NationalTable) -> Iterator[str]:
    cells = _by_place(table)
    for question in table.spec.questions:
        for breakdown in table.spec.breakdowns:
            for group in breakdown.groups:
                mine = {
                    answer: cells[question.code, breakdown.code, group.code, answer]
                    for answer in question.codes
                }
                place = f"{question.code}, {breakdown.code}, {group.code}"
                for cell in mine.values():
                    yield from _figures(cell, place)
                for problem in _adds_up(question, mine):
                    yield f"{place}: {problem}"


def _figures(cell: Cell, place: str) -> Iterator[str]:
    if not 0 <= cell.count <= cell.base:
        yield f"{place}, {cell.answer}: count {cell.count} is not within base {cell.base}"
    elif cell.base == 0:
        if cell.percent is not None:
            yield f"{place}, {cell.answer}: a percentage of nothing"
    elif cell.percent is None or not _rounds_to(cell.count, cell.base, cell.percent):
        yield f"{place}, {cell.answer}: {cell.percent}% is not {cell.count} of {cell.base}"


def _rounds_to(count: int, base: int, percent: int) -> bool:
    """Whether the share lies from half a point below the percentage up to, not at, half a point above."""
    return (2 * percent - 1) * base <= 200 * count < (2 * percent + 1) * base


def _adds_up(question: TableQuestion, cells: dict[str, Cell]) -> Iterator[str]:
    inside = [cells[answer.code] for answer in question.answers if not answer.outside_base]
    outside = [cells[answer.code] for answer in question.answers if answer.outside_base]
    combined = [cells[one.code] for one in question.combined]
    base = sum(cell.count for cell in inside)
    if any(cell.base != base for cell in (*inside, *combined)):
        yield f"counts add up to {base} and the base is another"
    answered = base + sum(cell.count for cell in outside)
    if any(cell.base != answered for cell in outside):
        yield f"answers outside the base are not shown against the {answered} that answered"
    for one, cell in zip(question.combined, combined, strict=True):
        if cell.count != sum(cells[code].count for code in one.of):
            yield f"{one.code} is not the sum of its answers"


def _each_breakdown(table: NationalTable) -> Iterator[str]:
    """Every breakdown divides the same inspections, so its groups add up to the same figures."""
    totals: defaultdict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for cell in table.cells:
        held = totals[cell.question, cell.answer].get(cell.breakdown, (0, 0))
        totals[cell.question, cell.answer][cell.breakdown] = (held[0] + cell.count, held[1] + cell.base)
    for (question, answer), by_breakdown in totals.items():
        if len(set(by_breakdown.values())) > 1:
            yield f"{question}, {answer}: the breakdowns do not add up to the same count and base"


def _apart(table: NationalTable) -> Iterator[str]:
    totals: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for one in table.apart:
        if one.missing < 0 or one.not_assessed < 0:
            yield f"{one.question}, {one.breakdown}, {one.group}: a negative count shown apart"
        held = totals[one.question].get(one.breakdown, (0, 0))
        totals[one.question][one.breakdown] = (held[0] + one.missing, held[1] + one.not_assessed)
    for question, by_breakdown in totals.items():
        if len(set(by_breakdown.values())) > 1:
            yield f"{question}: what is shown apart differs between breakdowns"
