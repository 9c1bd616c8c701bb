"""Answers and derived values as the CSV files inside an export: readable without this program.

An analyst opens these in a spreadsheet, and their cells hold what inspectors typed, so every text cell is
guarded (`guard`); `guard.unguarded` gives the text back. The same rows give the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from inspector_app.sheets.guard import guarded


def answers_csv(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """CSV (UTF-8, LF, no byte order mark) of `rows` under `columns`, in the order handed in.

    None is a blank cell. Line ends within a cell are kept as LF. ValueError when a row is shorter or longer
    than the columns.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([guarded(column) for column in columns])
    for row in rows:
        cells = [_cell(value) for value in row]
        if len(cells) != len(columns):
            raise ValueError(f"a row has {len(cells)} cells for {len(columns)} columns")
        writer.writerow(cells)
    return text.getvalue().encode("utf-8")


def _cell(value: str | int | None) -> str:
    if isinstance(value, str):
        return guarded(value.replace("\r\n", "\n").replace("\r", "\n"))
    return "" if value is None else str(value)
