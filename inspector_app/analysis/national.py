"""The national table: each question overall, by type and by sector, with count, base and percentage.

Base of a percentage: finalised inspections to which the question was relevant and which answered it,
without answers outside the base. An answer outside the base (not applicable) is itself shown against all
relevant inspections that answered. Missing answers and questions that could not be assessed are in no
base; they are counted apart. Combined classes are computed from counts, never from rounded percentages.

Fixed order of cells: questions as in the spec; in each the breakdowns as in the spec (overall, type,
sector); in each the groups as in the spec; in each the answers in the order asked, then the combined
classes. Cells with count 0 are kept, so every table of one spec has the same cells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from inspector_app.analysis.rows import CountedAnswer
from inspector_app.analysis.spec import Breakdown, TableQuestion, TableSpec
from inspector_app.analysis.vocabulary import percent
from inspector_app.errors import KnownError

HEADER = ("question", "breakdown", "group", "answer", "count", "base", "percent")
_MISSING = ""
_NOT_ASSESSED = "\0not assessed"


class _Key(NamedTuple):
    """What tells answers apart in the tables; thousands of rows share a few hundred of these."""

    question: str
    reporting_type: str
    sector: str
    state: str
    outside_base: bool


@dataclass(frozen=True, order=True, slots=True)
class Cell:
    """One figure; `percent` is a whole number, half rounded up, None where the base is 0."""

    question: str
    breakdown: str
    group: str
    answer: str
    count: int
    base: int
    percent: int | None


@dataclass(frozen=True, order=True, slots=True)
class Apart:
    """What is in no base: relevant but missing, and relevant but could not be assessed."""

    question: str
    breakdown: str
    group: str
    missing: int
    not_assessed: int


@dataclass(frozen=True)
class NationalTable:
    """All cells in the fixed order, what is shown apart in the same order, and the spec they were made by."""

    spec: TableSpec
    realm: str
    inspections: int
    cells: tuple[Cell, ...]
    apart: tuple[Apart, ...]


def national_table(rows: Iterable[CountedAnswer], spec: TableSpec) -> NationalTable:
    """Count the answers of inspections that count (`counting_rule`), in any order.

    Rows of questions that the spec does not have are left alone. A row met twice counts once. KnownError
    when two rows of one inspection answer one question differently (`answers-disagree`), when realms are
    mixed (`realm-mixed`), or when an answer, type or sector is none of the spec's (`tables-mismatch`).
    ValueError when a service has two inspections: the rule has not been applied.
    """
    distinct = _distinct(rows, {question.code for question in spec.questions})
    realm = _one_realm(distinct.values())
    tallies = Counter(_key(row) for row in distinct.values() if row.relevant)
    _require_known(distinct.values(), tallies, spec)
    cells: list[Cell] = []
    apart: list[Apart] = []
    for question in spec.questions:
        mine = {key: count for key, count in tallies.items() if key.question == question.code}
        for breakdown in spec.breakdowns:
            by_group = _by_group(mine, breakdown)
            for group in breakdown.groups:
                counts = by_group[group.code]
                cells += _cells(question, breakdown.code, group.code, counts)
                missing, refused = counts[_MISSING], counts[_NOT_ASSESSED]
                apart.append(Apart(question.code, breakdown.code, group.code, missing, refused))
    inspections = len({row.inspection for row in distinct.values()})
    return NationalTable(spec, realm, inspections, tuple(cells), tuple(apart))


def _cells(question: TableQuestion, breakdown: str, group: str, counts: Counter[str]) -> Iterator[Cell]:
    inside = sum(counts[answer.code] for answer in question.answers if not answer.outside_base)
    answered = sum(counts[answer.code] for answer in question.answers)
    for answer in question.answers:
        base = answered if answer.outside_base else inside
        count = counts[answer.code]
        yield Cell(question.code, breakdown, group, answer.code, count, base, percent(count, base))
    for combined in question.combined:
        count = sum(counts[code] for code in combined.of)
        yield Cell(question.code, breakdown, group, combined.code, count, inside, percent(count, inside))


def _by_group(tallies: Mapping[_Key, int], breakdown: Breakdown) -> defaultdict[str, Counter[str]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, count in tallies.items():
        counts[_group(breakdown, key)][key.state] += count
    return counts


def _group(breakdown: Breakdown, key: _Key) -> str:
    if breakdown.by == "reporting_type":
        return key.reporting_type
    if breakdown.by == "sector":
        return key.sector
    return breakdown.groups[0].code


def _key(row: CountedAnswer) -> _Key:
    state = _NOT_ASSESSED if row.not_assessed else row.answer
    outside = row.outside_base and state not in (_MISSING, _NOT_ASSESSED)
    return _Key(row.question, row.reporting_type, row.sector, state, outside)


def _distinct(rows: Iterable[CountedAnswer], questions: set[str]) -> dict[tuple[str, str], CountedAnswer]:
    distinct: dict[tuple[str, str], CountedAnswer] = {}
    of_service: dict[str, str] = {}
    for row in rows:
        if of_service.setdefault(row.service_number, row.inspection) != row.inspection:
            raise ValueError(f"service {row.service_number} has more than one inspection to count")
        if row.question not in questions:
            continue
        held = distinct.setdefault((row.inspection, row.question), row)
        if held is not row and held != row:
            raise KnownError(
                f'Inspection {row.inspection} has two different answers to "{row.question}".',
                "Nothing was counted. Receive the inspection's latest file again, then make the tables.",
                code="answers-disagree",
            )
    return distinct


def _one_realm(rows: Iterable[CountedAnswer]) -> str:
    realms = sorted({row.realm for row in rows})
    if len(realms) > 1:
        raise KnownError(
            f"Records of different kinds cannot be counted together: {', '.join(realms)}.",
            "Nothing was counted. Example records belong in a database of their own.",
            code="realm-mixed",
        )
    return realms[0] if realms else ""


def _require_known(rows: Iterable[CountedAnswer], tallies: Counter[_Key], spec: TableSpec) -> None:
    """Refuse what no cell would show: dropping it silently would make a smaller base look whole."""
    faults = {key: fault for key in tallies if (fault := _fault(key, spec))}
    if not faults:
        return
    row = min((row for row in rows if row.relevant and _key(row) in faults), key=lambda row: row.inspection)
    raise KnownError(
        f'Inspection {row.inspection} has, at question "{row.question}", the {faults[_key(row)]},'
        " which the tables of this framework do not know.",
        "Nothing was counted. Use the framework pack that the inspection was made with.",
        code="tables-mismatch",
    )


def _fault(key: _Key, spec: TableSpec) -> str:
    for breakdown in spec.breakdowns:
        if _group(breakdown, key) not in {group.code for group in breakdown.groups}:
            return f'{breakdown.label.lower()} "{_group(breakdown, key)}"'
    if key.state in (_MISSING, _NOT_ASSESSED):
        return ""
    outside = {answer.code: answer.outside_base for answer in spec.question(key.question).answers}
    if key.state not in outside:
        return f'answer "{key.state}"'
    if key.outside_base != outside[key.state]:
        how = "outside the base" if key.outside_base else "inside the base"
        return f'answer "{key.state}" {how}'
    return ""
