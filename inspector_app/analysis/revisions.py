"""What changed between two tables, so that a correction is published as a revision and not in silence.

A published table belongs to a dated, frozen snapshot; figures made later are set beside it, cell by cell.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.analysis.national import Cell, NationalTable


@dataclass(frozen=True)
class Revision:
    """One cell that differs; `before` or `after` is None where the other table does not have the cell."""

    before: Cell | None
    after: Cell | None


def revisions(before: NationalTable, after: NationalTable) -> tuple[Revision, ...]:
    """The cells whose count, base or percentage differ: in the later table's order, cells it lost last."""
    old = {_place(cell): cell for cell in before.cells}
    new = {_place(cell): cell for cell in after.cells}
    changed = [Revision(old.get(place), cell) for place, cell in new.items() if old.get(place) != cell]
    lost = [Revision(cell, None) for place, cell in old.items() if place not in new]
    return tuple(changed + lost)


def _place(cell: Cell) -> tuple[str, str, str, str]:
    return cell.question, cell.breakdown, cell.group, cell.answer
