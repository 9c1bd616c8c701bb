"""Writes ``national.csv`` and ``outcomes.csv``: names, columns and order are a promise to scripts.

UTF-8 without byte order mark, lines end in LF. ``national.csv`` holds codes alone, unguarded and checked to
be codes; themes and standards in ``outcomes.csv`` come from a framework pack and are guarded. Every
national table passes the guard of `analysis` first.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from inspector_app.analysis import national, outcomes
from inspector_app.analysis.guard import require_sound
from inspector_app.analysis.national import NationalTable
from inspector_app.analysis.outcomes import OutcomeCell
from inspector_app.files import write_whole
from inspector_app.sheets.guard import guarded, require_code


def national_csv(table: NationalTable) -> bytes:
    """The table as ``national.csv``: one cell a line in the table's fixed order, blank percent at base 0.

    ValueError when the table is not sound; nothing unsound is ever written.
    """
    require_sound(table)
    return _csv(
        require_code,
        national.HEADER,
        (
            (cell.question, cell.breakdown, cell.group, cell.answer, cell.count, cell.base, cell.percent)
            for cell in table.cells
        ),
    )


def outcomes_csv(cells: Iterable[OutcomeCell]) -> bytes:
    """Findings and services as ``outcomes.csv``; `percent` is that of services, blank at base 0."""
    return _csv(
        guarded,
        outcomes.HEADER,
        (
            (cell.kind, cell.breakdown, cell.group, cell.findings, cell.services, cell.base, cell.percent)
            for cell in cells
        ),
    )


def write_national_csv(path: Path, table: NationalTable) -> None:
    """Write ``national.csv`` whole or not at all; KnownError as `files.write_whole`."""
    write_whole(path, national_csv(table))


def write_outcomes_csv(path: Path, cells: Iterable[OutcomeCell]) -> None:
    """Write ``outcomes.csv`` whole or not at all; KnownError as `files.write_whole`."""
    write_whole(path, outcomes_csv(cells))


def _csv(
    text_cell: Callable[[str], str], header: Sequence[str], rows: Iterable[Sequence[str | int | None]]
) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([text_cell(value) if isinstance(value, str) else value for value in row])
    return text.getvalue().encode("utf-8")
