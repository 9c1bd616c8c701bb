"""Rows for the tests of this room: short to write, and the made-up national sample read as rows."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from inspector_app.analysis.rows import CountedAnswer, Outcome
from inspector_app.analysis.spec import TableSpec
from inspector_app.analysis.tables_file import read_spec

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
QUESTIONS = (
    "policy",
    "policy_framework",
    "aware_responsibilities",
    "aware_indicators",
    "systems",
    "care_plans",
)


def cse_spec() -> TableSpec:
    return read_spec(RESOURCES / "frameworks" / "cse-2016" / "tables.toml")


def answered(
    inspection: str,
    question: str,
    answer: str,
    *,
    reporting_type: str = "care_home",
    sector: str = "private",
    on: date = date(2016, 6, 1),
    service: str = "",
    realm: str = "live",
    **flags: bool,
) -> CountedAnswer:
    flags.setdefault("outside_base", answer == "not_applicable")
    return CountedAnswer(
        inspection, service or f"CS{inspection}", on, reporting_type, sector, realm, question, answer, **flags
    )


def sample_answers(path: Path) -> list[CountedAnswer]:
    """The sample's rows as answers; the second and third question are relevant where a policy is in place."""
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=1):
            for question in QUESTIONS:
                needs_policy = question in ("policy_framework", "aware_responsibilities")
                rows.append(
                    CountedAnswer(
                        f"{number:04d}",
                        row["service_number"],
                        date.fromisoformat(row["inspected_on"]),
                        row["reporting_type"],
                        row["sector"],
                        "live",
                        question,
                        row[question],
                        outside_base=row[question] == "not_applicable",
                        relevant=not needs_policy or row["policy"] == "in_place",
                    )
                )
    return rows


def sample_outcomes(path: Path) -> list[Outcome]:
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=1):
            for kind in ("recommendation", "requirement"):
                one = Outcome(
                    f"{number:04d}", row["service_number"], row["reporting_type"], row["sector"], kind
                )
                rows += [one] * int(row[f"{kind}s"])
    return rows
