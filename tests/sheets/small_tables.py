"""A small national table with every kind of cell, for the tests of this room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from inspector_app.analysis.counting_rule import Counting, CountingYear, which_count
from inspector_app.analysis.national import NationalTable, national_table
from inspector_app.analysis.outcomes import OutcomeCell, outcome_table
from inspector_app.analysis.rows import CountedAnswer, Outcome
from inspector_app.analysis.spec import (
    Breakdown,
    CombinedClass,
    Group,
    TableAnswer,
    TableQuestion,
    TableSpec,
)

MADE_AT = datetime(2017, 5, 2, 9, 30, tzinfo=UTC)
SPEC = TableSpec(
    "small-2016",
    "Small tables",
    (
        TableQuestion(
            "care_plans",
            "Did care plans hold strategies?",
            "services with a relevant young person",
            (
                TableAnswer("yes", "Yes"),
                TableAnswer("partially", "Partially"),
                TableAnswer("no", "No"),
                TableAnswer("not_applicable", "Not applicable", outside_base=True),
            ),
            (CombinedClass("yes_or_partially", "Yes or partially", ("yes", "partially")),),
        ),
    ),
    (
        Breakdown("overall", "All services", "all", (Group("all", "All services"),)),
        Breakdown(
            "type",
            "Service type",
            "reporting_type",
            (Group("care_home", "Care home"), Group("secure", "Secure accommodation")),
        ),
    ),
)


@dataclass(frozen=True)
class Made:
    """A table with what it was made from."""

    national: NationalTable
    counting: Counting
    outcomes: tuple[OutcomeCell, ...]


def made(realm: str = "live") -> Made:
    """12 counted inspections (1 not applicable, 1 missing, 1 not assessed), one left out, two findings."""

    def row(
        name: str, answer: str, *, secure: bool = False, refused: bool = False, day: int = 1
    ) -> CountedAnswer:
        service = "CS0000000001" if name in ("00", "01") else f"CS00000000{name}"
        kind = "secure" if secure else "care_home"
        outside = answer == "not_applicable"
        return CountedAnswer(
            name, service, date(2016, 6, day), kind, "private", realm, "care_plans", answer, outside, refused
        )

    rows = [row("00", "no"), row("01", "yes", day=2)]
    rows += [row(f"{n:02}", "yes" if n < 8 else "no") for n in range(2, 10)]
    rows += [row("10", "not_applicable", secure=True), row("11", "", secure=True)]
    rows += [row("12", "", secure=True, refused=True)]
    counting = which_count(rows, CountingYear(2016), realm)
    findings = [
        Outcome("03", "CS0000000003", "care_home", "private", "requirement", "staffing", "3.20"),
        Outcome("03", "CS0000000003", "care_home", "private", "requirement", "=risk", "3.21"),
    ]
    table = national_table(counting.answers(rows), SPEC)
    return Made(table, counting, outcome_table(findings, counting, SPEC))
