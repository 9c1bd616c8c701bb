"""A stretch of a text that was found, with what matched marked.

FTS5 has a function for it, which asks the whole query again for every hit: of twenty hits it took more time
than all the rest of a search. Here the words of the few texts that are shown are compared themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

BEGIN, END, CUT = "\x02", "\x03", "…"
LENGTH = 16
"""Words of a stretch."""

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
"""A word as the index cuts texts: letters and digits, with the accents that were typed apart."""


def plain(word: str) -> str:
    """A word as the index spells it: lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in normalize("NFD", word.lower()) if not combining(sign))


def snippet(texts: Sequence[str], typed: str) -> str:
    """The stretch of one of the texts in which most of the typed words occur, the earliest of the best, what
    matched between `BEGIN` and `END`; '' where nothing does. The last word typed may be unfinished.
    """
    words = [plain(word) for word in WORD.findall(typed)]
    beginning = words.pop() if words and not typed[-1:].isspace() else ""
    best: tuple[int, int, str] = (0, 0, "")
    for text in texts:
        spans, hits = _hits(text, words, beginning)
        if hits:
            rank, start = _best_start(hits, len(spans))
            if rank > best[0]:
                best = rank, start, _marked(text, spans, hits, start)
    return best[2]


def _hits(text: str, words: Sequence[str], beginning: str) -> tuple[list[tuple[int, int]], dict[int, str]]:
    """Where the words of a text stand, and by its number which typed word each that matches is."""
    spans, hits = [], {}
    for number, found in enumerate(WORD.finditer(text)):
        spans.append(found.span())
        word = plain(found.group())
        if word in words:
            hits[number] = word
        elif beginning and word.startswith(beginning):
            hits[number] = beginning
    return spans, hits


def _best_start(hits: dict[int, str], count: int) -> tuple[int, int]:
    """How many different typed words the best stretch holds, and the number of its first word.

    A stretch begins where the text does, if that is as good; else what matched stands in its middle.
    """
    best, chosen = 0, (0, 0)
    for first in hits:
        inside = [number for number in hits if first <= number < first + LENGTH]
        different = len({hits[number] for number in inside})
        if different > best:
            best, chosen = different, (first, max(inside))
    first, last = chosen
    if last < LENGTH:
        return best, 0
    return best, max(0, min(first - (LENGTH - (last - first + 1)) // 2, count - LENGTH))


def _marked(text: str, spans: Sequence[tuple[int, int]], hits: dict[int, str], start: int) -> str:
    end = min(start + LENGTH, len(spans))
    parts, at = [CUT] if start else [], spans[start][0] if start else 0
    for number in range(start, end):
        if number in hits:
            first, last = spans[number]
            parts += [text[at:first], BEGIN, text[first:last], END]
            at = last
    parts += [text[at : spans[end - 1][1]], CUT] if end < len(spans) else [text[at:]]
    return "".join(parts)
