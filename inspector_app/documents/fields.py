"""Fields of a printed form: a label above an empty box, some side by side, each form card on one page.

A paper form is filled in by hand; whoever fills it in on a screen takes the DOCX. Fillable PDF fields would
need fonts that are not embedded, which PDF/A and PDF/UA forbid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from inspector_app.documents import blocks as b
from inspector_app.documents.layout import Box, Stack, TextBox
from inspector_app.documents.structure import Element
from inspector_app.documents.styles import Styles
from inspector_app.documents.tagging import TaggedCanvas

_EDGE = "8A939E"
_OURS = "EEF1F4"
_MOST_ABREAST = 2
"""Fields side by side in large print."""


class TextMaker(Protocol):
    """Makes paragraphs in the styles of a document; the builder is one."""

    @property
    def styles(self) -> Styles:
        """The measures."""

    def text(self, runs: b.Inline, role: str, element: Element) -> TextBox:
        """A paragraph of runs in the style of a role."""


def fields(block: b.Fields, parent: Element, maker: TextMaker) -> list[Box]:
    """The boxes of a form card: its heading and its rows."""
    styles = maker.styles
    boxes: list[Box] = []
    if block.heading:
        boxes.append(maker.text(block.heading, "h3", parent.add("H3")))
    for row in _rows(block.rows, styles.large):
        cells: list[FieldBox] = []
        for field in row:
            label = replace(field.label, text=field.label.text + (": " if field.hint else ""), strong=True)
            stack: list[Box] = [maker.text((label, *field.hint), "field", parent.add("P"))]
            if field.value:
                stack.append(maker.text(field.value, "cell", parent.add("P")))
            blank = 0.0 if field.value else field.lines * styles["body"].leading * 1.05
            cells.append(FieldBox(Stack(stack), blank, styles.em(0.4), ours=block.ours))
        boxes.append(FieldRow(cells, [field.share for field in row], styles.em(0.45)))
    card = Stack(boxes, whole=True)
    card.before, card.after = max(card.before, styles.em(0.6)), styles.em(1.0)
    return [card]


def _rows(rows: Sequence[Sequence[b.Field]], large: bool) -> list[Sequence[b.Field]]:
    if not large:
        return list(rows)
    made: list[Sequence[b.Field]] = []
    for row in rows:
        # An odd field comes first, alone: dates that belong together stay side by side.
        odd = len(row) % _MOST_ABREAST if len(row) > _MOST_ABREAST else 0
        made += [row[:odd]] if odd else []
        made += [row[start : start + _MOST_ABREAST] for start in range(odd, len(row), _MOST_ABREAST)]
    return made


class FieldBox:
    """One field: an outline with its label inside and `blank` points of room below it."""

    def __init__(self, inner: Box, blank: float, padding: float, *, ours: bool) -> None:
        self.inner, self.blank, self.padding, self.ours = inner, blank, padding, ours

    def height(self, width: float) -> float:
        """Its least height in a width."""
        return self.inner.height(width - 2 * self.padding) + self.blank + 2 * self.padding

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draws the outline `height` high, and the label in its upper left corner."""
        with pen.artifact():
            if self.ours:
                pen.fill_rectangle(x, top - height, width, height, _OURS)
            pen.outline_rectangle(x + 0.4, top - height + 0.4, width - 0.8, height - 0.8, _EDGE, 0.8)
        self.inner.draw(pen, x + self.padding, top - self.padding, width - 2 * self.padding)


class FieldRow:
    """Fields side by side, all as high as the highest."""

    def __init__(self, cells: Sequence[FieldBox], shares: Sequence[float], gap: float) -> None:
        self.cells, self.shares, self.gap = list(cells), list(shares), gap
        self.before, self.after, self.keep = gap, gap, False

    def _widths(self, width: float) -> list[float]:
        free = width - self.gap * (len(self.cells) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def height(self, width: float) -> float:
        """As the highest of them."""
        return max(cell.height(own) for cell, own in zip(self.cells, self._widths(width), strict=True))

    def least_width(self) -> float:
        """Fields part long words."""
        return 0.0

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        """A row of fields is never parted."""
        return None, self

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws them from left to right."""
        height = self.height(width)
        for cell, own in zip(self.cells, self._widths(width), strict=True):
            cell.draw(pen, x, top, own, height)
            x += own + self.gap
