"""How the result of an expression, or an answer, is written into a node of a type.

Decisions (ENGINE, T4-T7): booleans are 'true' and 'false', NaN is blank, an int keeps no fraction, a date
no time.
"""

from __future__ import annotations

import math
import re
from datetime import datetime

from inspector_app.xpath.dates import as_date, as_datetime, datetime_text, parse_temporal, parse_time
from inspector_app.xpath.model import Value
from inspector_app.xpath.values import number_text, plain_number, text_number, to_text

_INTEGERS = frozenset({"int", "integer"})
_WHOLE = re.compile(r"[+-]?[0-9]+", re.ASCII)


def stored_text(data_type: str, value: Value) -> str:
    """The text that a calculated value leaves in a node of that type."""
    if isinstance(value, float):
        if value != value:
            return ""
        if data_type in _INTEGERS and math.isfinite(value):
            value = float(math.trunc(value))
        return number_text(value)
    text = to_text(value)
    if not text:
        return text
    if data_type in _INTEGERS:
        return _as_integer(text)
    if data_type == "decimal":
        number = plain_number(text)
        return number_text(number) if number == number else text
    if data_type in ("date", "dateTime", "time"):
        return _as_moment(data_type, text)
    return text


def _as_moment(data_type: str, text: str) -> str:
    """A date without time, a dateTime with one, a time without date; what is none of them stays."""
    when = parse_temporal(text)
    if when is None:
        return text
    if data_type == "date":
        return as_date(when).isoformat()
    if data_type == "dateTime":
        return text if isinstance(when, datetime) else datetime_text(as_datetime(when))
    return datetime_text(when).partition("T")[2] if isinstance(when, datetime) else text


def _as_integer(text: str) -> str:
    if _WHOLE.fullmatch(text):
        return text
    number = text_number(text)
    if number != number or math.isinf(number):
        return text
    return number_text(float(math.trunc(number)))


def answer_text(data_type: str, control: str, text: str) -> str:
    """The text that an answer or a default leaves in a node of that type.

    '007' is the int 7, '10' the decimal 10.0, as both peers write them; what does not fit the type stays as
    typed.
    """
    if control in ("select", "select1", "rank", "upload"):
        return text
    if data_type in _INTEGERS and len(text) < 100 and _WHOLE.fullmatch(text.strip()):
        return str(int(text))
    if data_type == "decimal":
        return _with_point(text)
    if data_type == "geopoint" and _is_place(text):
        parts = [_with_point(part) for part in text.split()]
        return " ".join([*parts, "0.0", "0.0"][:4])
    return text


def _with_point(text: str) -> str:
    """A number as both peers write a decimal answer: '10.0'; anything else as it is."""
    number = plain_number(text)
    if not math.isfinite(number):
        return text
    plain = number_text(number)
    return plain if "." in plain else plain + ".0"


_PLAIN = {
    "int": "a whole number",
    "integer": "a whole number",
    "decimal": "a number",
    "date": "a date such as 2026-11-22",
    "dateTime": "a date with a time such as 2026-11-22T14:30",
    "time": "a time such as 14:30",
    "boolean": "true or false",
    "geopoint": "a place such as 55.95 -3.19",
    "geotrace": "a line of two places or more, such as 55.95 -3.19; 55.96 -3.20",
    "geoshape": "an area of three places or more that ends where it begins",
}


def type_problem(data_type: str, text: str) -> str:
    """What the type asks for, in words, if the text is none of it; '' if all is well."""
    number = plain_number(text)
    fine = {
        "int": bool(_WHOLE.fullmatch(text)),
        "integer": bool(_WHOLE.fullmatch(text)),
        "decimal": number == number,
        "date": len(text) <= 10 and parse_temporal(text) is not None,
        "dateTime": parse_temporal(text) is not None,
        "time": parse_time(text) is not None,
        "boolean": text in ("true", "false", "1", "0"),
        "geopoint": _is_place(text),
        "geotrace": _are_places(text, 2),
        "geoshape": _are_places(text, 4, closed=True),
    }.get(data_type, True)
    return "" if fine else _PLAIN[data_type]


def _are_places(text: str, least: int, *, closed: bool = False) -> bool:
    """Whether a text is so many places at least; the last is the first where the form has to be closed."""
    parts = [part.split() for part in text.strip().rstrip(";").split(";")]
    if len(parts) < least or not all(_is_place(" ".join(part)) for part in parts):
        return False
    ends = [[plain_number(word) for word in part[:2]] for part in (parts[0], parts[-1])]
    return not closed or ends[0] == ends[1]


def _is_place(text: str) -> bool:
    numbers = [plain_number(word) for word in text.split()]
    return 2 <= len(numbers) <= 4 and abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180
