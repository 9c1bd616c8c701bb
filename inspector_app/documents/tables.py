"""Tables that go on over pages: the header is repeated as page furniture, a tall row parts between lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.documents.layout import Box, TextBox, split_or_all
from inspector_app.documents.styles import HAIRLINE, SOFT
from inspector_app.documents.tagging import TaggedCanvas

_CLOSE = 0.01


@dataclass(frozen=True)
class TableLook:
    """Padding above and below a cell's text, gap between columns, hairlines or none, and the height
    above which a row may be parted although a whole page could hold it."""

    padding: float
    gap: float
    ruled: bool
    tall: float


class TableBox:
    """A table. `header` is its header row, drawn tagged once and as an artifact on later pages."""

    def __init__(
        self,
        rows: Sequence[Sequence[Box]],
        shares: Sequence[float],
        look: TableLook,
        *,
        header: Sequence[TextBox] = (),
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        self.rows, self.shares, self.look, self.header = (
            [list(row) for row in rows],
            shares,
            look,
            list(header),
        )
        self.before, self.after, self.keep = before, after, False
        self._known_widths: tuple[float, list[float]] | None = None

    def _widths(self, width: float) -> list[float]:
        """Column widths by share, widened for long words (up to half the table) at the cost of the rest."""
        if self._known_widths and self._known_widths[0] == width:
            return self._known_widths[1]
        free = width - self.look.gap * (len(self.shares) - 1)
        wanted = [free * share / sum(self.shares) for share in self.shares]
        least = [min(need + 1, free / 2) for need in self._least_widths()]
        spare = sum(max(want - need, 0) for want, need in zip(wanted, least, strict=True))
        short = sum(max(need - want, 0) for want, need in zip(wanted, least, strict=True))
        part = min(short / spare, 1) if spare else 0
        widths = [
            max(want, need) if want < need else want - (want - need) * part
            for want, need in zip(wanted, least, strict=True)
        ]
        widths = [own * free / sum(widths) for own in widths]
        self._known_widths = (width, widths)
        return widths

    def _least_widths(self) -> list[float]:
        rows: list[Sequence[Box]] = [*self.rows]
        if self.header:
            rows.append(self.header)
        return [max(row[column].least_width() for row in rows) for column in range(len(self.shares))]

    def least_width(self) -> float:
        return sum(self._least_widths()) + self.look.gap * (len(self.shares) - 1)

    def _row_height(self, row: Sequence[Box], width: float) -> float:
        heights = [cell.height(own) for cell, own in zip(row, self._widths(width), strict=True)]
        return max(heights) + 2 * self.look.padding

    def _header_height(self, width: float) -> float:
        return self._row_height(self.header, width) if self.header else 0.0

    def height(self, width: float) -> float:
        return self._header_height(width) + sum(self._row_height(row, width) for row in self.rows)

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        used = self._header_height(width)
        for place, row in enumerate(self.rows):
            height = self._row_height(row, width)
            if used + height > room + _CLOSE:
                return self._cut(place, width, room - used, force)
            used += height
        raise AssertionError("a table that fits was asked to part")

    def _cut(self, place: int, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        row = self.rows[place]
        must = force and place == 0
        if must or self._row_height(row, width) > self.look.tall:
            parted = self._part_row(row, width, room - 2 * self.look.padding, must)
            if parted:
                return self._pieces([*self.rows[:place], parted[0]], [parted[1], *self.rows[place + 1 :]])
        if place:
            return self._pieces(self.rows[:place], self.rows[place:])
        return None, self

    def _part_row(
        self, row: Sequence[Box], width: float, room: float, force: bool
    ) -> tuple[list[Box], list[Box]] | None:
        if room <= 0:
            return None
        heads: list[Box] = []
        tails: list[Box] = []
        for cell, own in zip(row, self._widths(width), strict=True):
            head, tail = split_or_all(cell, own, room, force)
            if head is None:
                return None
            heads.append(head)
            tails.append(tail)
        return heads, tails

    def _pieces(self, first: list[list[Box]], second: list[list[Box]]) -> tuple[Box, Box]:
        repeated = [cell.as_artifact() for cell in self.header]
        head = TableBox(first, self.shares, self.look, header=self.header, before=self.before)
        tail = TableBox(second, self.shares, self.look, header=repeated, after=self.after)
        head._known_widths = tail._known_widths = self._known_widths
        return head, tail

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        if self.header:
            top = self._draw_row(pen, self.header, x, top, width, SOFT, 0.9)
        for place, row in enumerate(self.rows):
            last = place == len(self.rows) - 1
            ruled = self.look.ruled and not (last and not self.header)
            top = self._draw_row(pen, row, x, top, width, HAIRLINE if ruled else "", 0.6)

    def _draw_row(
        self,
        pen: TaggedCanvas,
        row: Sequence[Box],
        x: float,
        top: float,
        width: float,
        rule: str,
        line: float,
    ) -> float:
        """Draws one row and the rule below it; the top of the next row."""
        left = x
        for cell, own in zip(row, self._widths(width), strict=True):
            cell.draw(pen, left, top - self.look.padding, own)
            left += own + self.look.gap
        bottom = top - self._row_height(row, width)
        if rule:
            with pen.artifact():
                pen.fill_rectangle(x, bottom, width, line, rule)
        return bottom
