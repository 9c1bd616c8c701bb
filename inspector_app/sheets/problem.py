"""One thing wrong in a file that somebody made, with the place where to find it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """What is wrong in one cell.

    `row` is the number that a spreadsheet program shows (the header has one too); `column` is the header as
    the file spells it, or the column's letter where it has none, or '' for the whole row; `value` is what
    stands there, shortened. With `left_out` the row is not used; otherwise this is a remark.
    """

    row: int
    column: str
    value: str
    message: str
    advice: str
    left_out: bool = True

    def __str__(self) -> str:
        place = f"Row {self.row}, column {self.column}" if self.column else f"Row {self.row}"
        return f"{place}: {self.message} {self.advice}".strip()


def shortened(value: str, length: int = 60) -> str:
    """A value as problems quote it: on one line and not longer than `length`."""
    line = " ".join(value.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def column_letter(index: int) -> str:
    """The letter of a column as spreadsheet programs show it; the first column has index 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
