"""The parts of a regular expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

MOST_CODE = 0x10FFFF


class PatternError(Exception):
    """A text that is no regular expression, or one too large to run; says why in plain words."""


@dataclass(frozen=True, slots=True)
class Letters:
    """One character out of a set: code ranges and tests, turned round where `negated`."""

    ranges: tuple[tuple[int, int], ...] = ()
    tests: tuple[Callable[[str], bool], ...] = ()
    negated: bool = False

    def holds(self, letter: str) -> bool:
        """Whether the character is of the set."""
        code = ord(letter)
        found = any(low <= code <= high for low, high in self.ranges)
        return (found or any(test(letter) for test in self.tests)) is not self.negated


Where = Literal["start", "end", "line-start", "line-end", "very-end", "word", "no-word"]


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between characters."""

    where: Where


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several, the first that fits preferred."""

    options: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """Again and again, `low` to `high` times (None: without end); `kind` says what is tried first."""

    body: Pattern
    low: int
    high: int | None
    kind: Literal["greedy", "lazy", "possessive"] = "greedy"


@dataclass(frozen=True, slots=True)
class Group:
    """A part whose text a back reference may ask for."""

    body: Pattern
    number: int


@dataclass(frozen=True, slots=True)
class Atomic:
    """A part that is not tried in another way once it fitted."""

    body: Pattern


@dataclass(frozen=True, slots=True)
class Look:
    """What must (or, `negative`, must not) stand ahead or behind."""

    body: Pattern
    ahead: bool
    negative: bool


@dataclass(frozen=True, slots=True)
class Back:
    """The text of a group once more."""

    number: int
    ignore_case: bool = False


Pattern = Letters | Edge | Sequence | Either | Repeat | Group | Atomic | Look | Back
