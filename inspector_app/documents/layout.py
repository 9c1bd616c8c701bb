"""Boxes that know their height, where they may be parted between two pages, and how to draw themselves.

A layout is finished before drawing starts, so the number of pages is known when the first is drawn, and a
page can never be too full: what does not fit is parted, in need between two lines or two letters.
Lengths are points; `top` is measured from the bottom of the page, as in PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, Protocol

from inspector_app.documents.blocks import Inline, Scale
from inspector_app.documents.structure import Element
from inspector_app.documents.styles import ACCENT, HAIRLINE, TextStyle
from inspector_app.documents.tagging import TaggedCanvas
from inspector_app.documents.text import Ink, Line, Segment, break_lines, widest_word

_CLOSE = 0.01  # what rounding may add up to
_WIDOW = 2  # lines of a paragraph that stay together at the end and the start of a page


class Box(Protocol):
    """Something with a height. `before` and `after` are the space it wants; the larger of two counts.
    `keep` holds it on one page with the start of the next box."""

    before: float
    after: float
    keep: bool

    def height(self, width: float) -> float:
        """Its height in a given width."""

    def least_width(self) -> float:
        """The width below which a word of it would have to be broken."""

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        """A head that fits the room and the rest; no head where nothing good fits. With `force` (an
        empty page), rules of beauty are given up so that a head is found."""

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws it with its upper left corner at (x, top)."""


@dataclass(frozen=True)
class Label:
    """The label of a list item, drawn `indent` points left of the text."""

    text: str
    element: Element
    indent: float


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline."""

    title: str
    level: int


class TextBox:
    """A paragraph, heading, list item or cell. All pieces of a split one share its element."""

    def __init__(
        self,
        runs: Inline,
        style: TextStyle,
        element: Element | None,
        missing: str,
        *,
        label: Label | None = None,
        bookmark: Bookmark | None = None,
    ) -> None:
        self.runs, self.style, self.element, self.missing = runs, style, element, missing
        tongues = {run.language for run in runs}
        self._mixed = len(tongues) > 1
        if element is not None and not self._mixed:
            element.language = "".join(tongues) or element.language
        self.label, self.bookmark = label, bookmark
        self.indent = label.indent if label else 0.0
        self.before, self.after, self.keep = style.before, style.after, style.keep
        self._lines: tuple[float, list[Line]] | None = None
        self._links: dict[int, Element] = {}

    def lines(self, width: float) -> list[Line]:
        """Its lines in a width; broken once for the same width."""
        if self._lines is None or self._lines[0] != width:
            lines = break_lines(self.runs, self._inks(), width - self.indent, self.missing)
            self._lines = (width, lines)
        return self._lines[1]

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    def least_width(self) -> float:
        return self.indent + widest_word(self.runs, self._inks(), self.missing)

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        lines = self.lines(width)
        count = int((room + _CLOSE) / self.style.leading)
        if len(lines) - count < _WIDOW:
            count = len(lines) - _WIDOW
        if force:
            count = max(1, min(count, len(lines) - 1))
        elif count < _WIDOW:
            return None, self
        head, tail = self._piece(width, lines[:count]), self._piece(width, lines[count:])
        head.after, tail.before = 0.0, 0.0
        tail.label = tail.bookmark = None
        return head, tail

    def as_artifact(self) -> TextBox:
        """The same words as page furniture, for the repeated header of a table."""
        return TextBox(self.runs, self.style, None, self.missing)

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        lines = self.lines(width)
        if self.bookmark:
            pen.bookmark(self.bookmark.title, self.bookmark.level, min(top + self.style.leading, 841))
        if self.label:
            ink = self.style.plain
            with pen.tagged(self.label.element):
                pen.write(x, top - self.style.ascent, self.label.text, ink.font, ink.size, ink.colour)
        placed = [
            (top - self.style.ascent - number * self.style.leading, segment)
            for number, line in enumerate(lines)
            for segment in line
        ]
        left = x + self.indent
        for run, group in groupby(placed, key=lambda place: self._own_run(place[1])):
            self._draw_run(pen, left, list(group), run)

    def _draw_run(
        self, pen: TaggedCanvas, left: float, placed: list[tuple[float, Segment]], run: int | None
    ) -> None:
        element = self.element
        if run is not None and element is not None:
            element = self._links.get(run) or self._links.setdefault(run, self._element_of(run, element))
        with pen.tagged(element):
            for y, segment in placed:
                ink = segment.ink
                pen.write(left + segment.x, y, segment.text, ink.font, ink.size, ink.colour, segment.actual)
        if run is None or element is None or not self.runs[run].link:
            return
        for y, segment in placed:
            blank = segment.width * (len(segment.text) - len(segment.text.rstrip(" "))) / len(segment.text)
            x, width = left + segment.x, segment.width - blank
            with pen.artifact():
                pen.fill_rectangle(x, y - 1.8, width, 0.5, segment.ink.colour)
            size = segment.ink.size
            box = (x, y - size * 0.25, x + width, y + size * 0.9)
            pen.link(element, box, self.runs[run].link, self.runs[run].text)

    def _own_run(self, segment: Segment) -> int | None:
        """The run's place where it has an element of its own: a link, or words of another language."""
        run = self.runs[segment.run]
        return segment.run if run.link or run.reference or (run.language and self._mixed) else None

    def _element_of(self, place: int, parent: Element) -> Element:
        run = self.runs[place]
        role = "Link" if run.link else "Reference" if run.reference else "Span"
        return parent.add(role, language=run.language)

    def _inks(self) -> list[Ink]:
        inks = [self.style.strong if run.strong else self.style.plain for run in self.runs]
        return [
            replace(ink, colour=ACCENT) if run.link else ink for run, ink in zip(self.runs, inks, strict=True)
        ]

    def _piece(self, width: float, lines: list[Line]) -> TextBox:
        piece = TextBox(
            self.runs, self.style, self.element, self.missing, label=self.label, bookmark=self.bookmark
        )
        piece._lines, piece._links = (width, lines), self._links
        piece.before, piece.after = self.before, self.after
        return piece


class Stack:
    """Boxes below each other."""

    def __init__(self, boxes: Sequence[Box], *, whole: bool = False, keep: bool = False) -> None:
        self.boxes, self.whole, self.keep = list(boxes), whole, keep
        self.before = self.boxes[0].before if self.boxes else 0.0
        self.after = self.boxes[-1].after if self.boxes else 0.0

    def _gap(self, place: int) -> float:
        return max(self.boxes[place - 1].after, self.boxes[place].before) if place else 0.0

    def height(self, width: float) -> float:
        return sum(self._gap(place) + box.height(width) for place, box in enumerate(self.boxes))

    def least_width(self) -> float:
        return max((box.least_width() for box in self.boxes), default=0.0)

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        if self.whole and not force:
            return None, self
        used = 0.0
        for place, box in enumerate(self.boxes):
            used += self._gap(place)
            height = box.height(width)
            if used + height > room + _CLOSE:
                return self._cut(place, width, room - used, force)
            used += height
        raise AssertionError("a stack that fits was asked to part")

    def _cut(self, place: int, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        head, tail = self.boxes[place].split(width, room, False) if room > 0 else (None, self.boxes[place])
        cut = place
        if head is None:
            while cut and self.boxes[cut - 1].keep:
                cut -= 1
            if cut:
                return self._pieces(self.boxes[:cut], self.boxes[cut:])
            if not force:
                return None, self
            if place and room <= 0:
                return self._pieces(self.boxes[:place], self.boxes[place:])
            head, tail = self.boxes[place].split(width, room, True)
            if head is None:
                raise AssertionError("a box finds no place on an empty page")
        return self._pieces([*self.boxes[:place], head], [tail, *self.boxes[place + 1 :]])

    def _pieces(self, first: list[Box], second: list[Box]) -> tuple[Box, Box]:
        return Stack(first, whole=self.whole), Stack(second, whole=self.whole, keep=self.keep)

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        for place, box in enumerate(self.boxes):
            top -= self._gap(place)
            box.draw(pen, x, top, width)
            top -= box.height(width)


def split_or_all(box: Box, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
    """As `Box.split`, and the whole box and an empty rest where it fits."""
    if box.height(width) <= room + _CLOSE:
        return box, Stack([])
    return box.split(width, room, force)


class Columns:
    """Two boxes side by side; the left one is read first. Both may go on over pages."""

    def __init__(self, left: Box, right: Box, share: float, gap: float) -> None:
        self.left, self.right, self.share, self.gap = left, right, share, gap
        self.before = max(left.before, right.before)
        self.after = max(left.after, right.after)
        self.keep = False

    def _widths(self, width: float) -> tuple[float, float]:
        left = (width - self.gap) * self.share
        return left, width - self.gap - left

    def height(self, width: float) -> float:
        left, right = self._widths(width)
        return max(self.left.height(left), self.right.height(right))

    def least_width(self) -> float:
        return self.gap + self.left.least_width() + self.right.least_width()

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        left_width, right_width = self._widths(width)
        left_head, left_tail = split_or_all(self.left, left_width, room, force)
        right_head, right_tail = split_or_all(self.right, right_width, room, force)
        if left_head is None or right_head is None:
            return None, self
        head = Columns(left_head, right_head, self.share, self.gap)
        return head, Columns(left_tail, right_tail, self.share, self.gap)

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        left, right = self._widths(width)
        self.left.draw(pen, x, top, left)
        self.right.draw(pen, x + left + self.gap, top, right)


Form = Literal["filled", "outlined", "barred", "lined", "plain"]


class Panel:
    """A box with a form around it: filled or outlined, or a heavy bar or light line down its left side.
    The form goes on when the box is parted, and `continued` says so above the rest."""

    def __init__(
        self,
        inner: Box,
        form: Form,
        padding: tuple[float, float, float],
        *,
        before: float = 0.0,
        after: float = 0.0,
        keep: bool = False,
        colour: str = ACCENT,
        continued: TextBox | None = None,
    ) -> None:
        self.continued = continued
        self.inner, self.form, self.padding, self.colour = inner, form, padding, colour
        self.before, self.after, self.keep = before, after, keep

    def height(self, width: float) -> float:
        over, _side, under = self.padding
        return over + self.inner.height(self._inner_width(width)) + under

    def least_width(self) -> float:
        return 2 * self.padding[1] + self.inner.least_width()

    def _inner_width(self, width: float) -> float:
        sides = 2 if self.form in ("filled", "outlined") else 1
        return width - sides * self.padding[1]

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        over, _side, under = self.padding
        inner_room = room - over - under
        if inner_room <= 0:
            return None, self
        head, tail = self.inner.split(self._inner_width(width), inner_room, force)
        if head is None:
            return None, self
        first = Panel(head, self.form, self.padding, before=self.before, colour=self.colour)
        if self.continued:
            tail = Stack([self.continued, tail])
        rest = Panel(
            tail,
            self.form,
            self.padding,
            after=self.after,
            keep=self.keep,
            colour=self.colour,
            continued=self.continued,
        )
        return first, rest

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        height = self.height(width)
        with pen.artifact():
            if self.form == "filled":
                pen.fill_rectangle(x, top - height, width, height, self.colour)
            elif self.form == "outlined":
                pen.outline_rectangle(x + 0.5, top - height + 0.5, width - 1, height - 1, self.colour, 1)
            elif self.form == "barred":
                pen.fill_rectangle(x, top - height, 3.5, height, self.colour)
            elif self.form == "lined":
                pen.fill_rectangle(x, top - height, 1, height, self.colour)
        over, side, _ = self.padding
        self.inner.draw(pen, x + side, top - over, self._inner_width(width))


class Rule:
    """A hairline across the page."""

    def __init__(self, before: float, after: float, thickness: float = 0.6, colour: str = HAIRLINE) -> None:
        self.before, self.after, self.keep = before, after, False
        self.thickness, self.colour = thickness, colour

    def height(self, width: float) -> float:
        return self.thickness

    def least_width(self) -> float:
        return 0.0

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        return None, self

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        with pen.artifact():
            pen.fill_rectangle(x, top - self.thickness, width, self.thickness, self.colour)


class ScaleFigure:
    """A grade drawn as filled and empty squares, with its description for those who do not see it."""

    def __init__(self, scale: Scale, element: Element, size: float) -> None:
        self.scale, self.element, self.size = scale, element, size
        self.before, self.after, self.keep = size * 0.45, size * 0.35, True

    def height(self, width: float) -> float:
        return self.size

    def least_width(self) -> float:
        return self.size * 1.3 * self.scale.length

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        return None, self

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        size = min(self.size, width / self.scale.length / 1.3)
        right, bottom = x + size * 1.3 * self.scale.length, top - self.size
        self.element.attributes = (
            f"/O /Layout /Placement /Block /BBox [ {x:.2f} {bottom:.2f} {right:.2f} {top:.2f} ]"
        )
        with pen.tagged(self.element):
            for place in range(self.scale.length):
                left = x + size * 1.3 * place
                if place < self.scale.position:
                    pen.fill_rectangle(left, top - size, size, size, ACCENT)
                else:
                    pen.outline_rectangle(left + 0.3, top - size + 0.3, size - 0.6, size - 0.6, "848E9A", 0.6)
