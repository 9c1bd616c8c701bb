"""Conversions between the four kinds of value, with ODK's extensions.

A value is a str, a float, a bool or a sequence of nodes. Decisions (ENGINE, T4-T7): a date text converts to
its day number; numbers print as plain decimals; a node reads as its text, a missing node as ''; a node is
true when it holds something, and a numeric node when that is not zero.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import lru_cache

from inspector_app.xpath.dates import text_days
from inspector_app.xpath.model import Nodes, Value

NAN = math.nan
_NUMBER = re.compile(r"[ \t\r\n]*-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[ \t\r\n]*")
_LONGEST_NUMBER = 400


@lru_cache(maxsize=16384)
def plain_number(text: str) -> float:
    """The number a text spells by XPath 1.0, else NaN; dates are not numbers here."""
    if len(text) > _LONGEST_NUMBER or _NUMBER.fullmatch(text) is None:
        return NAN
    return float(text)


def text_number(text: str) -> float:
    """The number a text spells, or the day number of a date text; NaN for all else."""
    number = plain_number(text)
    if number != number and text[4:5] == "-":
        days = text_days(text)
        if days is not None:
            return days
    return number


def to_number(value: Value) -> float:
    """The number of any value; NaN where it has none."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, str):
        return text_number(value)
    return text_number(value[0].text) if value else NAN


def to_text(value: Value) -> str:
    """The text of any value; the first node stands for a set."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value[0].text if value else ""


def to_boolean(value: Value) -> bool:
    """Truth: a non-empty text, a number that is neither zero nor NaN, a node that holds something."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value == value and value != 0.0
    if isinstance(value, str):
        return value != ""
    return nodes_truth(value)


def nodes_truth(nodes: Nodes) -> bool:
    """Whether any node of the set holds something; a numeric node holding zero does not."""
    for node in nodes:
        text = node.text
        if not text or (node.numeric and plain_number(text) == 0.0):
            continue
        if not (node.logical and text == "false"):
            return True
    return False


def number_text(number: float) -> str:
    """A number as plain decimals: no exponent, no trailing '.0'; NaN, Infinity and -Infinity in words."""
    if number != number:
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        if -1e15 < number < 1e15:
            return str(int(number))
        return format(Decimal(repr(number)), "f").removesuffix(".0")
    text = repr(number)
    return format(Decimal(text), "f") if "e" in text else text


def texts_of(value: Value) -> list[str]:
    """One text for each node of a set; one for any other value."""
    if isinstance(value, (str, float, bool)):
        return [to_text(value)]
    return [node.text for node in value]


def tokens_of(value: Value) -> list[str]:
    """The names chosen in a multiple select."""
    return to_text(value).split()
