"""Number functions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from inspector_app.xpath.dates import parse_temporal
from inspector_app.xpath.model import Closure, Scope, Value
from inspector_app.xpath.registry import function, special
from inspector_app.xpath.values import NAN, plain_number, texts_of, to_number, to_text

if TYPE_CHECKING:
    from inspector_app.xpath.ast import Expr
    from inspector_app.xpath.compile import Compiler

SECTION = "number"


@special("number", 0, 1, "number", SECTION)
def number(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The value as a number; a date or dateTime gives its whole days since 1970-01-01."""
    if not args:
        return lambda node, scope: _as_number((node,))
    value = compiler.value(args[0])
    return lambda node, scope: _as_number(value(node, scope))


def _as_number(value: Value) -> float:
    result = to_number(value)
    if isinstance(value, (float, bool)):
        return result
    texts = texts_of(value)
    if texts and texts[0][4:5] == "-" and parse_temporal(texts[0]) is not None:
        return float(math.floor(result))
    return result


@function("int", 1, 1, "number", SECTION)
def int_(scope: Scope, value: Value) -> float:
    """The value without its fraction."""
    result = to_number(value)
    return float(math.trunc(result)) if math.isfinite(result) else result


@function("round", 1, 2, "number", SECTION)
def round_(scope: Scope, value: Value, places: Value = 0.0) -> float:
    """The value rounded to a number of decimal places (negative: tens, hundreds); halves go up."""
    result, digits = _with_comma(value), to_number(places)
    if not math.isfinite(result) or not math.isfinite(digits):
        return result if digits == digits else NAN
    exponent = Decimal(1).scaleb(-int(max(-300.0, min(300.0, digits))))
    halves = ROUND_HALF_UP if result > 0 else ROUND_HALF_DOWN
    try:
        return float(Decimal(repr(result)).quantize(exponent, rounding=halves))
    except InvalidOperation:
        return result


def _with_comma(value: Value) -> float:
    """The number, where a text may have a comma for the point: ODK Collect rounds such texts, too."""
    result = to_number(value)
    if result == result or isinstance(value, (float, bool)):
        return result
    text = to_text(value)
    return plain_number(text.replace(",", ".")) if text.count(",") == 1 else result


@function("pow", 2, 2, "number", SECTION)
def pow_(scope: Scope, base: Value, exponent: Value) -> float:
    """The first raised to the power of the second."""
    return _safe(math.pow, to_number(base), to_number(exponent))


def _safe(operation: Callable[..., float], *numbers: float) -> float:
    try:
        return operation(*numbers)
    except OverflowError:
        return math.inf
    except ValueError:
        return NAN


def _one_argument(
    name: str, operation: Callable[[float], float], doc: str, *, core_only: bool = False
) -> None:
    def run(scope: Scope, value: Value) -> float:
        return float(_safe(operation, to_number(value)))

    run.__doc__ = doc
    function(name, 1, 1, "number", SECTION, core_only=core_only)(run)


def _logarithm(operation: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: -math.inf if value == 0 else operation(value)


def _whole(operation: Callable[[float], int]) -> Callable[[float], float]:
    return lambda value: float(operation(value)) if math.isfinite(value) else value


_one_argument("sqrt", math.sqrt, "The square root.")
_one_argument("abs", math.fabs, "The value without its sign.")
_one_argument("exp", math.exp, "e raised to the power of the argument.")
_one_argument("exp10", lambda value: math.pow(10.0, value), "Ten raised to the power of the argument.")
_one_argument("log", _logarithm(math.log), "The natural logarithm.")
_one_argument("log10", _logarithm(math.log10), "The logarithm to base ten.")
_one_argument("sin", math.sin, "The sine of an angle in radians.")
_one_argument("cos", math.cos, "The cosine of an angle in radians.")
_one_argument("tan", math.tan, "The tangent of an angle in radians.")
_one_argument("asin", math.asin, "The angle in radians whose sine this is.")
_one_argument("acos", math.acos, "The angle in radians whose cosine this is.")
_one_argument("atan", math.atan, "The angle in radians whose tangent this is.")
_one_argument("floor", _whole(math.floor), "The largest whole number not above the value.", core_only=True)
_one_argument("ceiling", _whole(math.ceil), "The smallest whole number not below the value.", core_only=True)


@function("atan2", 2, 2, "number", SECTION)
def atan2(scope: Scope, y: Value, x: Value) -> float:
    """The angle in radians of the point (x, y)."""
    return math.atan2(to_number(y), to_number(x))


@function("pi", 0, 0, "number", SECTION)
def pi(scope: Scope) -> float:
    """The number pi."""
    return math.pi


@function("random", 0, 0, "number", SECTION, volatile=True)
def random(scope: Scope) -> float:
    """A random number from 0 up to but without 1."""
    return scope.host.random()


def _numbers(values: tuple[Value, ...]) -> Iterator[float]:
    """The numbers of all values; blanks and texts that are no number are left out (ENGINE, T5)."""
    for value in values:
        if isinstance(value, (str, float, bool)):
            numbers = [to_number(value)]
        else:
            numbers = [to_number(node.text) for node in value]
        yield from (result for result in numbers if result == result)


@function("sum", 1, None, "number", SECTION, aggregate=True)
def sum_(scope: Scope, *values: Value) -> float:
    """The sum of a node set; blanks count as nothing."""
    return math.fsum(_numbers(values)) if values else 0.0


@function("max", 1, None, "number", SECTION, aggregate=True)
def max_(scope: Scope, *values: Value) -> float:
    """The largest of the arguments or of a node set; blanks are left out."""
    return max(_numbers(values), default=NAN)


@function("min", 1, None, "number", SECTION, aggregate=True)
def min_(scope: Scope, *values: Value) -> float:
    """The smallest of the arguments or of a node set; blanks are left out."""
    return min(_numbers(values), default=NAN)
