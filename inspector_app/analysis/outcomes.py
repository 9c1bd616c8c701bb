"""Requirements and recommendations: how many findings, in how many services.

Two numbers that are often mixed up: 65 recommendations were made in 64 services. Findings are counted one
by one; services once each, and only services have a percentage, of all that were inspected.

Fixed order of rows: kinds (recommendation, requirement); in each overall, by type, by sector (groups as in
the spec, those without findings kept), then by theme and by standard (those that occur, alphabetically).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspector_app.analysis.counting_rule import CountedInspection, Counting
from inspector_app.analysis.rows import Outcome
from inspector_app.analysis.spec import Breakdown, TableSpec
from inspector_app.analysis.vocabulary import percent
from inspector_app.errors import KnownError

KINDS = ("recommendation", "requirement")
HEADER = ("kind", "breakdown", "group", "findings", "services", "base", "percent")
NOT_STATED = "not_stated"


@dataclass(frozen=True, order=True, slots=True)
class OutcomeCell:
    """`findings` of a kind in `services` of the `base` services inspected; `percent` is that of services."""

    kind: str
    breakdown: str
    group: str
    findings: int
    services: int
    base: int
    percent: int | None


def outcome_table(
    outcomes: Iterable[Outcome], counting: Counting, spec: TableSpec
) -> tuple[OutcomeCell, ...]:
    """Count the findings of inspections that count; findings of others are left alone.

    KnownError (`tables-mismatch`) for a kind, type or sector that the tables do not know.
    """
    findings = counting.outcomes(outcomes)
    _require_known(findings, spec)
    rows: list[OutcomeCell] = []
    for kind in KINDS:
        mine = [one for one in findings if one.kind == kind]
        for breakdown in spec.breakdowns:
            rows += _by_group(kind, breakdown, mine, counting.counted)
        base = len(counting.counted)
        rows += _by_word(kind, "theme", mine, lambda one: one.theme, base)
        rows += _by_word(kind, "standard", mine, lambda one: one.standard, base)
    return tuple(rows)


def _by_group(
    kind: str, breakdown: Breakdown, mine: Sequence[Outcome], counted: Sequence[CountedInspection]
) -> Iterator[OutcomeCell]:
    for group in breakdown.groups:
        in_group = [one for one in mine if _belongs(one, breakdown, group.code)]
        base = sum(_belongs(one, breakdown, group.code) for one in counted)
        yield _cell(kind, breakdown.code, group.code, in_group, base)


def _belongs(one: Outcome | CountedInspection, breakdown: Breakdown, group: str) -> bool:
    if breakdown.by == "reporting_type":
        return one.reporting_type == group
    return one.sector == group if breakdown.by == "sector" else True


def _by_word(
    kind: str, name: str, mine: Sequence[Outcome], word: Callable[[Outcome], str], base: int
) -> Iterator[OutcomeCell]:
    for group in sorted({word(one) or NOT_STATED for one in mine}):
        yield _cell(kind, name, group, [one for one in mine if (word(one) or NOT_STATED) == group], base)


def _cell(kind: str, breakdown: str, group: str, findings: Sequence[Outcome], base: int) -> OutcomeCell:
    services = len({one.service_number for one in findings})
    return OutcomeCell(kind, breakdown, group, len(findings), services, base, percent(services, base))


def _require_known(findings: Sequence[Outcome], spec: TableSpec) -> None:
    known = {breakdown.by: {group.code for group in breakdown.groups} for breakdown in spec.breakdowns}
    for one in findings:
        fault = ""
        if one.kind not in KINDS:
            fault = f'kind of finding "{one.kind}"'
        elif one.reporting_type not in known.get("reporting_type", {one.reporting_type}):
            fault = f'service type "{one.reporting_type}"'
        elif one.sector not in known.get("sector", {one.sector}):
            fault = f'sector "{one.sector}"'
        if fault:
            raise KnownError(
                f"A finding of inspection {one.inspection} has the {fault}, which the tables do not know.",
                "Nothing was counted. Use the framework pack that the inspection was made with.",
                code="tables-mismatch",
            )
