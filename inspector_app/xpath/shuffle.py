"""The shuffle of `randomize`, as the ODK XForms specification has it, so that a seed gives ODK's order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from inspector_app.xpath.model import Value
from inspector_app.xpath.values import to_number, to_text

_MODULUS = 2147483647
_FACTOR = 16807

Item = TypeVar("Item")


def shuffled(items: Sequence[Item], seed: int) -> list[Item]:
    """Inside-out Fisher-Yates driven by the Park-Miller generator."""
    state = _remainder(seed)
    if state <= 0:
        state += _MODULUS - 1
    result: list[Item] = []
    for index, item in enumerate(items):
        state = state * _FACTOR % _MODULUS
        place = int((state - 1) / (_MODULUS - 1) * (index + 1))
        if place == index:
            result.append(item)
        else:
            result.append(result[place])
            result[place] = item
    return result


def _remainder(seed: int) -> int:
    """The remainder with the sign of the seed, as in Java."""
    return seed % _MODULUS if seed >= 0 else -(-seed % _MODULUS)


def seed_of(value: Value) -> int:
    """A whole number from any seed: numbers are truncated, other texts hashed (8 bytes of SHA-256)."""
    number = to_number(value)
    if number == number and abs(number) < 2**63:
        return int(number)
    head = hashlib.sha256(to_text(value).encode("utf-8")).digest()[:8]
    return int.from_bytes(head, "big", signed=True)
