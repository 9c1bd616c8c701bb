"""National tables from what head office has received: counted by the stated rule, guarded, then written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.analysis.counting_rule import Counting, CountingYear, counting_year, which_count
from inspector_app.analysis.national import NationalTable, national_table
from inspector_app.analysis.outcomes import OutcomeCell, outcome_table
from inspector_app.analysis.tables_file import read_spec
from inspector_app.errors import KnownError
from inspector_app.files import make_folder, write_together
from inspector_app.operations.desk import Desk
from inspector_app.resources import path as resource_path
from inspector_app.sheets.national import national_csv, outcomes_csv
from inspector_app.sheets.national_workbook import national_workbook


@dataclass(frozen=True)
class Tables:
    """The tables of one counting year, and which inspections they count."""

    national: NationalTable
    outcomes: tuple[OutcomeCell, ...]
    counting: Counting


def year_of(first: int | None) -> CountingYear | None:
    """The counting year that begins on 1 April of `first`; None stays None."""
    return None if first is None else CountingYear(first)


def national_tables(desk: Desk, year: CountingYear | None = None, framework: str = "cse-2016") -> Tables:
    """Count the finalised inspections of one counting year, the latest that has any where none is named."""
    spec = read_spec(resource_path("frameworks", framework, "tables.toml"))
    rows = desk.store.counted_answers()
    if not rows:
        raise KnownError(
            "There is no finalised inspection to count.",
            "Receive export files first; open and void inspections are never counted.",
            code="nothing-to-count",
        )
    chosen = year or counting_year(max(row.inspected_on for row in rows))
    counting = which_count(rows, chosen, desk.realm)
    national = national_table(counting.answers(rows), spec)
    outcomes = outcome_table(desk.store.counted_outcomes(), counting, spec)
    return Tables(national, outcomes, counting)


def write_tables(desk: Desk, tables: Tables, folder: Path) -> dict[str, Path]:
    """Write national.csv, national.xlsx and outcomes.csv into `folder`; all three or none."""
    return write_tables_at(tables, folder, desk.program.now())


def write_tables_at(tables: Tables, folder: Path, made_at: datetime) -> dict[str, Path]:
    """The same without a desk, for a child process; `made_at` stands in the workbook."""
    files = {
        "national_csv": folder / "national.csv",
        "national_xlsx": folder / "national.xlsx",
        "outcomes_csv": folder / "outcomes.csv",
    }
    make_folder(folder)
    workbook = national_workbook(tables.national, tables.counting, made_at, tables.outcomes)
    write_together(
        {
            files["national_csv"]: national_csv(tables.national),
            files["national_xlsx"]: workbook,
            files["outcomes_csv"]: outcomes_csv(tables.outcomes),
        }
    )
    return files
