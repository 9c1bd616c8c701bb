"""The comparison operators.

Decisions (ENGINE, T2-T4): an empty set compares as ''; of several nodes one that fits is enough; ``<`` and
its kin are always numeric, date texts by their day; two texts that are both dates compare as dates.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

from inspector_app.xpath.dates import text_days
from inspector_app.xpath.model import Value
from inspector_app.xpath.values import text_number, to_boolean, to_number

Atom = str | float | bool

ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def equal_texts(left: str, right: str) -> bool:
    """Equal as texts, or as dates where both are dates written differently."""
    if left == right:
        return True
    if left[4:5] == "-" and right[4:5] == "-":
        days = text_days(left)
        return days is not None and days == text_days(right)
    return False


def equal_atoms(left: Atom, right: Atom) -> bool:
    """XPath 1.0, section 3.4: booleans first, then numbers, then texts."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, float) or isinstance(right, float):
        return equal_numbers(to_number(left), to_number(right))
    return equal_texts(left, right)


TOLERANCE = 1e-12
"""What two equal numbers may differ by, so that 0.1 + 0.2 is 0.3, as in ODK Collect."""


def equal_numbers(left: float, right: float) -> bool:
    """Equal but for what reckoning with binary fractions adds."""
    return left == right or abs(left - right) < TOLERANCE


def other_numbers(left: float, right: float) -> bool:
    """Not equal; NaN differs from everything."""
    return not equal_numbers(left, right)


def atoms(value: Value) -> list[Atom]:
    """The atoms a value compares by; an empty set is one blank."""
    if isinstance(value, (str, float, bool)):
        return [value]
    return [node.text for node in value] if value else [""]


def _is_atom(value: Value) -> bool:
    return isinstance(value, (str, float, bool))


def equal(left: Value, right: Value) -> bool:
    """``left = right``"""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if _is_atom(left) and _is_atom(right):
        return equal_atoms(left, right)  # type: ignore[arg-type]
    others = atoms(right)
    return any(equal_atoms(one, other) for one in atoms(left) for other in others)


def differ(left: Value, right: Value) -> bool:
    """``left != right``"""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) != to_boolean(right)
    others = atoms(right)
    return any(not equal_atoms(one, other) for one in atoms(left) for other in others)


def ordered(test: Callable[[float, float], bool], left: Value, right: Value) -> bool:
    """``left < right`` and its kin."""
    if _is_atom(left) and _is_atom(right):
        return test(to_number(left), to_number(right))
    others = [_atom_number(other) for other in atoms(right)]
    return any(test(_atom_number(one), other) for one in atoms(left) for other in others)


def _atom_number(atom: Atom) -> float:
    return text_number(atom) if isinstance(atom, str) else to_number(atom)
