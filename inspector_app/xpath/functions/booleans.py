"""Boolean functions and those that choose: if, coalesce, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.xpath.model import Closure, Node, Scope, Value
from inspector_app.xpath.registry import function, special
from inspector_app.xpath.values import to_boolean, to_number, to_text

if TYPE_CHECKING:
    from inspector_app.xpath.ast import Expr
    from inspector_app.xpath.compile import Compiler

SECTION = "boolean"


@special("true", 0, 0, "boolean", SECTION)
def true(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """Always true."""
    return lambda node, scope: True


@special("false", 0, 0, "boolean", SECTION)
def false(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """Always false."""
    return lambda node, scope: False


@special("boolean", 1, 1, "boolean", SECTION)
def boolean(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """Whether a value holds something; of a node what it holds decides, not that it exists."""
    return compiler.truth(args[0])


@special("not", 1, 1, "boolean", SECTION)
def not_(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The opposite."""
    truth = compiler.truth(args[0])
    return lambda node, scope: not truth(node, scope)


@function("boolean-from-string", 1, 1, "boolean", SECTION)
def boolean_from_string(scope: Scope, value: Value) -> bool:
    """True for 'true' and '1', false for everything else."""
    return to_text(value) in ("true", "1")


@special("if", 3, 3, "any", SECTION)
def if_(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The second argument if the first is true, else the third; the other is not evaluated."""
    test = compiler.truth(args[0])
    yes, no = compiler.value(args[1]), compiler.value(args[2])
    return lambda node, scope: yes(node, scope) if test(node, scope) else no(node, scope)


@special("coalesce", 2, None, "string", SECTION)
def coalesce(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The first argument that is not blank."""
    values = [compiler.value(arg) for arg in args]

    def run(node: Node, scope: Scope) -> Value:
        for value in values:
            found = value(node, scope)
            text = "" if isinstance(found, float) and found != found else to_text(found)
            if text:
                return text
        return ""

    return run


@special("once", 1, 1, "string", SECTION, volatile=True)
def once(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """What the node holds already, else the argument."""
    value = compiler.text(args[0])
    return lambda node, scope: scope.host.stored(scope.current) or value(node, scope)


@function("checklist", 2, None, "boolean", SECTION)
def checklist(scope: Scope, low: Value, high: Value, *answers: Value) -> bool:
    """Whether the number of true answers is between the first two arguments; -1 means no limit."""
    count = float(sum(to_boolean(answer) for answer in _spread(answers)))
    return _within(count, to_number(low), to_number(high))


@function("weighted-checklist", 2, None, "boolean", SECTION)
def weighted_checklist(scope: Scope, low: Value, high: Value, *pairs: Value) -> bool:
    """Whether the weights of the true answers (answer, weight, …) add up to between the first two
    arguments.
    """
    total = sum(
        to_number(weight)
        for answer, weight in zip(pairs[::2], pairs[1::2], strict=False)
        if to_boolean(answer)
    )
    return _within(float(total), to_number(low), to_number(high))


def _spread(values: tuple[Value, ...]) -> list[Value]:
    spread: list[Value] = []
    for value in values:
        if isinstance(value, (str, float, bool)):
            spread.append(value)
        else:
            spread.extend((node,) for node in value)
    return spread


def _within(count: float, low: float, high: float) -> bool:
    return (low < 0 or count >= low) and (high < 0 or count <= high)
