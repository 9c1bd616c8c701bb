"""Whether a text matches a regular expression: by Python's engine where that is quick, else the machine.

`ways` is an upper bound of the ways in which a backtracking engine can try a pattern on a text of some
length, worked out from the pattern alone. Python's engine gets those patterns only whose ways times length
stay below `FEW`: no text can make it slow.
"""

from __future__ import annotations

import re
from functools import lru_cache

from inspector_app.xpath.patterns.machine import Machine, Program, compile_pattern
from inspector_app.xpath.patterns.purse import Purse
from inspector_app.xpath.patterns.read import read_pattern
from inspector_app.xpath.patterns.tree import (
    MOST_CODE,
    Edge,
    Either,
    Group,
    Letters,
    Pattern,
    Repeat,
    Sequence,
)

FEW = 1_000_000
"""Some hundredths of a second for Python's engine."""

_EDGES = {
    "start": r"\A",
    "very-end": r"\Z",
    "end": "(?=(?:\\r\\n|[\\n\\r\\x85\\u2028\\u2029])?\\Z)",
}
"""How Python writes Java's ``^``, ``\\z`` and ``$``."""


class Matcher:
    """A regular expression ready to run."""

    def __init__(self, text: str) -> None:
        self.tree = read_pattern(text)
        self.program: Program = compile_pattern(self.tree)
        quick = _in_python(self.tree)
        self._quick = None if quick is None else re.compile(quick, re.ASCII | re.DOTALL)

    def fits(self, text: str, purse: Purse | None = None) -> bool:
        """Whether the whole text matches; `machine.TooHard` where that cannot be told in time. The steps of
        the machine are taken out of the purse, and bounded by what is in it.
        """
        length = len(text)
        if self._quick is not None and ways(self.tree, length) * max(length, 1) <= FEW:
            return self._quick.fullmatch(text) is not None
        purse = purse or Purse()
        machine = Machine(self.program, text, purse.steps)
        try:
            return machine.fits()
        finally:
            purse.steps -= machine.steps


@lru_cache(maxsize=512)
def matcher(text: str) -> Matcher:
    """The matcher of a pattern; PatternError for what is none."""
    return Matcher(text)


def ways(pattern: Pattern, length: int) -> float:
    """An upper bound of the ways in which a backtracking engine can try a pattern; infinite where unknown."""
    match pattern:
        case Letters() | Edge():
            return 1
        case Sequence(parts=parts):
            product = 1.0
            for part in parts:
                product *= ways(part, length)
            return product
        case Either(options=options):
            return sum(ways(option, length) for option in options)
        case Group(body=body):
            return ways(body, length)
        case Repeat(body=body, low=low, high=high):
            most = max(low, length + 1 if high is None else min(high, length + 1))
            own = ways(body, length)
            if own == 1:
                return most - low + 1
            return own ** min(most + 1, 64) if own < 1e6 and most < 64 else float("inf")
        case _:
            return float("inf")


def is_nested_repetition(pattern: Pattern) -> bool:
    """Whether a part that repeats without end holds another that does: what hangs backtracking engines."""
    match pattern:
        case Repeat(body=body, high=high, kind=kind):
            endless = (high is None or high > 10) and kind != "possessive"
            return is_nested_repetition(body) or (endless and _repeats_at_both_ends(body))
        case Sequence(parts=parts) | Either(options=parts):
            return any(is_nested_repetition(part) for part in parts)
        case Group(body=body):
            return is_nested_repetition(body)
        case _:
            return False


def _repeats_at_both_ends(body: Pattern) -> bool:
    """Whether one way through the body is nothing but endless repeats, with nothing to hold them apart."""
    match body:
        case Group(body=inner):
            return _repeats_at_both_ends(inner)
        case Either(options=options):
            return any(_repeats_at_both_ends(option) for option in options)
        case Sequence(parts=parts):
            needed = [part for part in parts if not (isinstance(part, Repeat) and part.low == 0)]
            return bool(parts) and len(needed) <= 1 and any(_repeats_at_both_ends(part) for part in parts)
        case Repeat(high=high, kind=kind):
            return (high is None or high > 10) and kind != "possessive"
        case _:
            return False


def _in_python(pattern: Pattern) -> str | None:
    """The same pattern for Python's engine; None for parts that the engine reads in another way."""
    match pattern:
        case Letters():
            return _letters(pattern)
        case Edge(where=where):
            return _EDGES.get(where)
        case Sequence(parts=parts):
            texts = [_in_python(part) for part in parts]
            return None if None in texts else "".join(text or "" for text in texts)
        case Either(options=options):
            texts = [_in_python(option) for option in options]
            return None if None in texts else f"(?:{'|'.join(text or '' for text in texts)})"
        case Group(body=body):
            inner = _in_python(body)
            return None if inner is None else f"(?:{inner})"
        case Repeat(body=body, low=low, high=high, kind=kind):
            inner = _in_python(body)
            if inner is None or kind == "possessive" or max(low, high or 0) > 60_000:
                return None
            upper = "" if high is None else str(high)
            return f"(?:{inner}){{{low},{upper}}}{'?' if kind == 'lazy' else ''}"
        case _:
            return None


def _letters(letters: Letters) -> str | None:
    if letters.tests:
        return None
    spans = "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in letters.ranges)
    if not spans:
        return f"[\\U00000000-\\U{MOST_CODE:08x}]" if letters.negated else "(?!)"
    return f"[{'^' if letters.negated else ''}{spans}]"
