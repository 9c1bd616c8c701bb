"""How long the national table takes, held against SQLite counting the same rows in memory.

SQLite's GROUP BY does less (no checks, no combined classes, no percentages) and is written in C; it is the
measure of what a database would need for the same crosstab on this machine in this run.
"""

from __future__ import annotations

import json
import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from inspector_app.analysis.counting_rule import CountingYear, which_count
from inspector_app.analysis.national import national_table
from inspector_app.analysis.rows import CountedAnswer
from inspector_app.analysis.spec import TableSpec
from inspector_app.analysis.tables_file import read_spec
from inspector_app.sheets.national import national_csv
from inspector_app.sheets.national_workbook import national_workbook

REPOSITORY = Path(__file__).resolve().parents[2]
YEAR = CountingYear(2016)


def invented(spec: TableSpec, inspections: int) -> list[CountedAnswer]:
    """Answers of `inspections` invented inspections, the same each time."""
    dice = random.Random(inspections)
    types = [group.code for group in spec.breakdowns[1].groups]
    sectors = [group.code for group in spec.breakdowns[2].groups]
    rows = []
    for number in range(inspections):
        day = date(2016, 4, 1) + timedelta(days=dice.randrange(365))
        kind, sector = dice.choice(types), dice.choice(sectors)
        for question in spec.questions:
            answer = dice.choice(question.answers)
            rows.append(
                CountedAnswer(
                    f"{number:08}", f"CS{number:010}", day, kind, sector, "live", question.code,
                    answer.code, answer.outside_base,
                )
            )  # fmt: skip
    return rows


def times(work: Callable[[], object], runs: int) -> list[float]:
    """Milliseconds of each run, after one that is not counted."""
    work()
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def counted_by_sqlite(rows: list[CountedAnswer]) -> Callable[[], object]:
    """The crosstabs of all three breakdowns as SQL over the same rows, already loaded."""
    database = sqlite3.connect(":memory:")
    database.execute("create table answer (question text, type text, sector text, answer text)")
    database.executemany(
        "insert into answer values (?, ?, ?, ?)",
        [(row.question, row.reporting_type, row.sector, row.answer) for row in rows],
    )
    keys = ("question, answer", "question, type, answer", "question, sector, answer")

    def count() -> object:
        return [
            database.execute(f"select {key}, count(*) from answer group by {key}").fetchall() for key in keys
        ]

    return count


def report(name: str, found: list[float], limit: float | None, note: str) -> None:
    median = statistics.median(found)
    line = {
        "name": name,
        "unit": "ms",
        "median": round(median, 2),
        "spread": round(max(found) - min(found), 2),
        "limit": None if limit is None else round(limit, 2),
        "ratio": None if limit is None else round(median / limit, 2),
        "note": note,
    }
    print(json.dumps(line))


def main() -> int:
    spec = read_spec(REPOSITORY / "resources" / "frameworks" / "cse-2016" / "tables.toml")
    for inspections, runs in ((332, 21), (10_000, 5)):
        rows = invented(spec, inspections)
        limit = statistics.median(times(counted_by_sqlite(rows), runs))
        note = f"{len(rows):,} answers; limit: SQLite in memory, the three crosstabs alone"
        counting = which_count(rows, YEAR, "live")
        table = national_table(counting.answers(rows), spec)
        rule = times(lambda rows=rows: which_count(rows, YEAR, "live"), runs)  # type: ignore[misc]
        report(f"counting rule, {inspections} inspections", rule, limit, note)
        counted = times(lambda rows=rows: national_table(rows, spec), runs)  # type: ignore[misc]
        report(f"national table, {inspections} inspections", counted, limit, note)
    table_ms = statistics.median(counted)
    written = "limit: making the table from 10,000 inspections"
    report("national.csv, guard included", times(lambda: national_csv(table), 21), table_ms, written)
    made_at = datetime(2017, 5, 1, tzinfo=UTC)
    xlsx = times(lambda: national_workbook(table, counting, made_at), 5)
    report("national.xlsx, guard included", xlsx, table_ms, written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
