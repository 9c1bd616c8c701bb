"""Breaks runs of text into lines.

Own line breaking, because ReportLab's paragraph drops the space at a line's end (tagged text then reads
"therequired"), parses markup out of people's words, and cannot hold links or stand-ins as marked content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector_app.documents import fonts
from inspector_app.documents.blocks import Run
from inspector_app.documents.cleaning import printable

# A word may break after a hyphen, dash or slash inside it, and takes the space behind it along.
_WORDS = re.compile(r"[^ ]?(?:[^ \-–—/]|(?<=:)//)*(?:[\-–—/]+(?=[^ \-–—/])|[\-–—/]* +|[\-–—/]*$)")


@dataclass(frozen=True)
class Ink:
    """How a run is drawn: font, size in points, colour as six hex digits."""

    font: str
    size: float
    colour: str


@dataclass(frozen=True)
class Segment:
    """A stretch of one line in one manner, `x` points from the line's start; `run` is the place of the
    run it came from; `actual` as in `cleaning.Piece`."""

    text: str
    ink: Ink
    x: float
    width: float
    run: int
    actual: str | None = None


Line = tuple[Segment, ...]


@dataclass(frozen=True)
class _Word:
    """A piece that is not broken if it fits on a line; `width` without its trailing space."""

    text: str
    ink: Ink
    width: float
    space: float
    run: int
    actual: str | None
    joined: bool


def break_lines(runs: Sequence[Run], inks: Sequence[Ink], width: float, missing: str) -> list[Line]:
    """The lines of the runs in `width` points. Each line but the last keeps the space it was broken at.

    A word wider than a line is broken between letters. `missing` as in `cleaning.printable`.
    """
    lines: list[list[_Word]] = [[]]
    used = 0.0
    for group in _unbreakable(_words(runs, inks, missing)):
        size = sum(word.width + word.space for word in group) - group[-1].space
        if lines[-1] and used + size > width:
            lines.append([])
            used = 0.0
        if size > width:
            for word in _chopped(group, width):
                if lines[-1] and used + word.width > width:
                    lines.append([])
                    used = 0.0
                lines[-1].append(word)
                used += word.width + word.space
        else:
            lines[-1] += group
            used += size + group[-1].space
    return [_line(words) for words in lines if words]


def widest_word(runs: Sequence[Run], inks: Sequence[Ink], missing: str) -> float:
    """The width of the widest piece of the runs that is not broken if it can be helped."""
    groups = _unbreakable(_words(runs, inks, missing))
    sizes = (sum(word.width + word.space for word in group) - group[-1].space for group in groups)
    return max(sizes, default=0.0)


def fitting(text: str, ink: Ink, width: float) -> int:
    """How many of the text's first characters fit the width; blanks at the end take no room."""
    used = 0.0
    for count, character in enumerate(text):
        used += fonts.measure(character, ink.font, ink.size)
        if used > width and character != " ":
            return count
    return len(text)


def _words(runs: Sequence[Run], inks: Sequence[Ink], missing: str) -> Iterator[_Word]:
    ended_open = False
    for place, (run, ink) in enumerate(zip(runs, inks, strict=True)):
        for piece in printable(run.text, fonts.covers, missing):
            # A stand-in is drawn whole or chopped like a word, so that its original is told once.
            parts = [piece.text] if piece.actual is not None else _WORDS.findall(piece.text)
            for text in filter(None, parts):
                bare = text.rstrip(" ")
                blank = len(text) - len(bare)
                yield _Word(
                    text,
                    ink,
                    fonts.measure(bare, ink.font, ink.size),
                    fonts.measure(" ", ink.font, ink.size) * blank,
                    place,
                    piece.actual,
                    ended_open,
                )
                ended_open = not blank and text[-1] not in "-–—/"


def _unbreakable(words: Iterator[_Word]) -> Iterator[list[_Word]]:
    """Words that belong together because no break opportunity parts them (bold before a comma)."""
    group: list[_Word] = []
    for word in words:
        if group and not word.joined:
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _chopped(group: list[_Word], width: float) -> Iterator[_Word]:
    """The group in pieces that each fit the width, broken between letters; at least one letter each."""
    for word in group:
        rest, actual = word.text, word.actual
        while rest:
            count = max(fitting(rest, word.ink, width), 1)
            if count < len(rest) and " " in rest[:count].strip(" "):
                count = rest.rfind(" ", 0, count) + 1  # a stand-in of several words
            text, rest = rest[:count], rest[count:]
            bare = text.rstrip(" ")
            blank = fonts.measure(text[len(bare) :], word.ink.font, word.ink.size)
            measured = fonts.measure(bare, word.ink.font, word.ink.size)
            # Only the first piece of a stand-in tells the original; the others must say nothing.
            yield _Word(text, word.ink, measured, blank, word.run, actual, False)
            actual = None if word.actual is None else ""


def _line(words: list[_Word]) -> Line:
    segments: list[Segment] = []
    x = 0.0
    for word in words:
        last = segments[-1] if segments else None
        width = word.width + word.space
        if last and last.run == word.run and last.actual is None and word.actual is None:
            segments[-1] = Segment(last.text + word.text, last.ink, last.x, last.width + width, last.run)
        else:
            segments.append(Segment(word.text, word.ink, x, width, word.run, word.actual))
        x += width
    return tuple(segments)
