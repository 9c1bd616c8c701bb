"""Turns a syntax tree into a Python closure ``f(node, scope) -> value``.

The context of an expression (the names from the root element down to the node it is bound to) is known when
it is compiled, so that an absolute path inside a repeat can be read as the same repeat instance (ENGINE,
T1) by walking up from the bound node and down again, with no search.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass

from inspector_app.xpath.ast import Binary, Call, Expr, Filter, Literal, Logic, Negate, Number, Path, unparse
from inspector_app.xpath.compare import ORDER, differ, equal, equal_numbers, ordered, other_numbers
from inspector_app.xpath.errors import XPathError
from inspector_app.xpath.model import Closure, Host, Node, Nodes, Scope, Value
from inspector_app.xpath.parser import parse
from inspector_app.xpath.registry import Result, look_up
from inspector_app.xpath.values import NAN, text_number, to_boolean, to_number, to_text

Truth = Callable[[Node, Scope], bool]
Quantity = Callable[[Node, Scope], float]
NodeList = Callable[[Node, Scope], Nodes]
Cell = list[Value]
"""Holds a value for the time of one run of a predicate; empty while it is not known."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled expression; `context` is the path of names it is bound to."""

    source: str
    tree: Expr
    context: tuple[str, ...]
    kind: Result
    closure: Closure

    def evaluate(self, node: Node, host: Host) -> Value:
        """The value at a node whose path is `context`."""
        return self.closure(node, Scope(host, node))

    def text(self, node: Node, host: Host) -> str:
        """The value as text; NaN stays in words."""
        return to_text(self.closure(node, Scope(host, node)))

    def truth(self, node: Node, host: Host) -> bool:
        """The value as a boolean."""
        return to_boolean(self.closure(node, Scope(host, node)))

    def number(self, node: Node, host: Host) -> float:
        """The value as a number."""
        return to_number(self.closure(node, Scope(host, node)))

    def nodes(self, node: Node, host: Host) -> Nodes:
        """The value as nodes; a plain value is no nodes."""
        value = self.closure(node, Scope(host, node))
        return () if isinstance(value, (str, float, bool)) else value


def compile_expression(expression: str, context: tuple[str, ...]) -> Compiled:
    """Parse and compile; XPathError (with the expression in it) for anything refused."""
    tree = parse(expression)
    try:
        return compile_tree(tree, context, expression)
    except XPathError as error:
        raise XPathError(
            error.message, code=error.code, expression=expression, position=error.position
        ) from None


def compile_tree(tree: Expr, context: tuple[str, ...], source: str = "") -> Compiled:
    """Compile a tree that is parsed already."""
    compiler = Compiler(context)
    return Compiled(source or unparse(tree), tree, context, kind_of(tree), compiler.value(tree))


_BOOLEANS = frozenset({"=", "!=", *ORDER})


def kind_of(expr: Expr) -> Result:
    """The kind of value an expression gives, as far as it can be told without data."""
    match expr:
        case Number() | Negate():
            return "number"
        case Literal():
            return "string"
        case Logic():
            return "boolean"
        case Binary(op=op):
            return "boolean" if op in _BOOLEANS else "nodes" if op == "|" else "number"
        case Call(name=name, args=args, position=position):
            return look_up(name, len(args), position).result
        case Filter() | Path():
            return "nodes"


class Compiler:
    """Compiles the expressions of one context."""

    def __init__(self, context: tuple[str, ...]) -> None:
        self.context = context
        self.predicates = 0
        self.cells: list[Cell] | None = None

    def value(self, expr: Expr) -> Closure:
        """A closure that gives the value whatever its kind.

        Inside a predicate, what is the same for every candidate is worked out once for all of them.
        """
        from inspector_app.xpath.predicates import is_context_free

        cells = self.cells
        if cells is None or not isinstance(expr, Path | Call) or not is_context_free(expr):
            return self._value(expr)
        self.cells = None
        closure = self._value(expr)
        self.cells = cells
        cell: Cell = []
        cells.append(cell)
        return _once_a_run(closure, cell)

    def _value(self, expr: Expr) -> Closure:
        match expr:
            case Number(value=number):
                return lambda node, scope: number
            case Literal(value=text):
                return lambda node, scope: text
            case Negate(operand=operand):
                quantity = self.number(operand)
                return lambda node, scope: -quantity(node, scope)
            case Logic():
                return self._logic(expr)
            case Binary():
                return self._binary(expr)
            case Call(name=name, args=args, position=position):
                return look_up(name, len(args), position).make(self, args)
            case Filter() | Path():
                from inspector_app.xpath.steps import compile_path

                return compile_path(self, expr)

    def number(self, expr: Expr) -> Quantity:
        """A closure that gives a number."""
        closure = self.value(expr)
        if kind_of(expr) == "number":
            return closure  # type: ignore[return-value]
        return lambda node, scope: to_number(closure(node, scope))

    def text(self, expr: Expr) -> Callable[[Node, Scope], str]:
        """A closure that gives a text."""
        closure = self.value(expr)
        if kind_of(expr) == "string":
            return closure  # type: ignore[return-value]
        return lambda node, scope: to_text(closure(node, scope))

    def truth(self, expr: Expr) -> Truth:
        """A closure that gives a boolean."""
        closure = self.value(expr)
        if kind_of(expr) == "boolean":
            return closure  # type: ignore[return-value]
        return lambda node, scope: to_boolean(closure(node, scope))

    def nodes(self, expr: Expr) -> NodeList:
        """A closure that gives nodes; a plain value gives none."""
        closure = self.value(expr)
        if kind_of(expr) == "nodes":
            return closure  # type: ignore[return-value]

        def run(node: Node, scope: Scope) -> Nodes:
            value = closure(node, scope)
            return () if isinstance(value, (str, float, bool)) else value

        return run

    def _logic(self, expr: Logic) -> Truth:
        tests = [self.truth(operand) for operand in expr.operands]
        if len(tests) == 2:
            first, second = tests
            if expr.op == "and":
                return lambda node, scope: first(node, scope) and second(node, scope)
            return lambda node, scope: first(node, scope) or second(node, scope)
        stop = expr.op == "or"

        def run(node: Node, scope: Scope) -> bool:
            for test in tests:
                if test(node, scope) is stop:
                    return stop
            return not stop

        return run

    def _binary(self, expr: Binary) -> Closure:
        op = expr.op
        if op in ("=", "!="):
            return self._equality(expr)
        if op in ORDER:
            return self._order(expr)
        if op == "|":
            return self._union(expr)
        left, right = self.number(expr.left), self.number(expr.right)
        function = ARITHMETIC[op]
        return lambda node, scope: function(left(node, scope), right(node, scope))

    def _union(self, expr: Binary) -> NodeList:
        from inspector_app.xpath.steps import in_document_order

        left, right = self.nodes(expr.left), self.nodes(expr.right)
        return lambda node, scope: in_document_order([*left(node, scope), *right(node, scope)])

    def _equality(self, expr: Binary) -> Truth:
        for path, constant in ((expr.left, expr.right), (expr.right, expr.left)):
            if kind_of(path) == "nodes" and isinstance(constant, Literal) and constant.value[4:5] != "-":
                return _text_equality(self.nodes(path), constant.value, expr.op == "=")
            if kind_of(path) == "nodes" and isinstance(constant, Number):
                return _number_test(
                    self.nodes(path), constant.value, equal_numbers if expr.op == "=" else other_numbers
                )
        left, right = self.value(expr.left), self.value(expr.right)
        if expr.op == "=":
            return lambda node, scope: equal(left(node, scope), right(node, scope))
        return lambda node, scope: differ(left(node, scope), right(node, scope))

    def _order(self, expr: Binary) -> Truth:
        test = ORDER[expr.op]
        if kind_of(expr.left) == "nodes" and isinstance(expr.right, Number):
            return _number_test(self.nodes(expr.left), expr.right.value, test)
        if kind_of(expr.left) == kind_of(expr.right) == "number":
            first, second = self.number(expr.left), self.number(expr.right)
            return lambda node, scope: test(first(node, scope), second(node, scope))
        left, right = self.value(expr.left), self.value(expr.right)
        return lambda node, scope: ordered(test, left(node, scope), right(node, scope))


def _once_a_run(closure: Closure, cell: Cell) -> Closure:
    def run(node: Node, scope: Scope) -> Value:
        if not cell:
            cell.append(closure(node, scope))
        return cell[0]

    return run


def _text_equality(nodes: NodeList, wanted: str, same: bool) -> Truth:
    def run(node: Node, scope: Scope) -> bool:
        found = nodes(node, scope)
        if len(found) == 1:
            return (found[0].text == wanted) is same
        if not found:
            return (wanted == "") is same
        return any((one.text == wanted) is same for one in found)

    return run


def _number_test(nodes: NodeList, limit: float, test: Callable[[float, float], bool]) -> Truth:
    def run(node: Node, scope: Scope) -> bool:
        found = nodes(node, scope)
        if len(found) == 1:
            return test(text_number(found[0].text), limit)
        if not found:
            return test(NAN, limit)
        return any(test(text_number(one.text), limit) for one in found)

    return run


def divide(left: float, right: float) -> float:
    """``div``: by zero gives an infinity or NaN, as IEEE 754 has it."""
    if right:
        return left / right
    if left != left or left == 0 or right != right:
        return NAN
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """``mod``: the sign of the dividend; NaN for a zero divisor."""
    try:
        return math.fmod(left, right)
    except ValueError:
        return NAN


ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divide,
    "mod": remainder,
}
