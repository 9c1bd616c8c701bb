"""Facts of a sample: its columns, rows and cells, and reading of rows copied in a spreadsheet. No Qt here."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector_app.forms.interface import Choice


@dataclass(frozen=True, slots=True)
class SampleColumn:
    """One question asked of each row. `width` in characters; the column that stretches takes what is left."""

    key: str
    title: str
    choices: tuple[Choice, ...] = ()
    width: int = 14
    stretch: bool = False

    def label_of(self, value: str) -> str:
        """What the cell shows for a recorded value."""
        return next((choice.label for choice in self.choices if choice.value == value), value)

    def read(self, text: str) -> str | None:
        """The value meant by a text typed or pasted; None where it is none of the choices."""
        words = " ".join(text.split())
        if not self.choices or not words:
            return words
        folded = words.casefold()
        for choice in self.choices:
            if folded in (choice.label.casefold(), choice.value.casefold()):
                return choice.value
        begun = [choice.value for choice in self.choices if choice.label.casefold().startswith(folded)]
        return begun[0] if len(begun) == 1 else None

    def next_by_letter(self, letter: str, now: str) -> str | None:
        """The next choice after `now` whose label begins with the letter; None where no label does."""
        fits = [c.value for c in self.choices if c.label.casefold().startswith(letter.casefold())]
        if not fits:
            return None
        return fits[(fits.index(now) + 1) % len(fits)] if now in fits else fits[0]


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One row as recorded: its stable id and the values by column key."""

    row_id: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in one row."""

    row_id: str
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What one paste did, to be recorded as one action: rows added (in order), then cells set."""

    added: tuple[str, ...]
    cells: tuple[Cell, ...]


def rows_of(text: str) -> list[list[str]]:
    """The cells of a text as a spreadsheet puts it on the clipboard: tabs, quotes, any line ends."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), dialect="excel-tab"))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def header_order(first: Sequence[str], columns: Sequence[SampleColumn]) -> list[int] | None:
    """Which column each cell of a first row names, -1 for none; None when the row is no header.

    A row is a header when at least two of its cells (or its only one) are titles and none is anything else
    but empty.
    """
    titles = {" ".join(column.title.split()).casefold(): index for index, column in enumerate(columns)}
    named = [titles.get(" ".join(cell.split()).casefold(), -1) for cell in first]
    known = sum(1 for index in named if index >= 0)
    strangers = sum(1 for cell, index in zip(first, named, strict=True) if index < 0 and cell.strip())
    return named if known >= min(2, len(first)) and known > 0 and strangers == 0 else None


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a spreadsheet takes them from the clipboard."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()
