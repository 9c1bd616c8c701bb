"""Predicates: which candidates of a step pass, found by a scan, by a place or by a hash index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.xpath.ast import Binary, Call, Expr, Filter, Literal, Logic, Path, Step, children
from inspector_app.xpath.indexing import (
    SMALL,
    beginning_with,
    containing,
    equal_to,
    having_selected,
    other_than,
)
from inspector_app.xpath.model import NO_NODES, Closure, Node, Nodes, Scope, Value
from inspector_app.xpath.values import to_boolean

if TYPE_CHECKING:
    from inspector_app.xpath.compile import Compiler, Truth

Predicate = Callable[[Nodes, Node, Scope], Nodes]


@dataclass(frozen=True, slots=True)
class _Hashable:
    """A test (``=``, ``!=`` or a function) of a column against what is wanted, and the rest of an ``and``."""

    test: str
    column: str
    wanted: Expr
    rest: Expr | None = None


_QUESTIONS = {
    "=": equal_to,
    "!=": other_than,
    "selected": having_selected,
    "is-selected": having_selected,
    "starts-with": beginning_with,
    "contains": containing,
}
"""What an index answers."""

CONTEXT_FREE_ARGUMENTS = {
    "position": 1,
    "string": 1,
    "number": 1,
    "string-length": 1,
    "normalize-space": 1,
    "name": 1,
    "local-name": 1,
}
"""Functions that read the context node when they have fewer arguments than this."""


def is_named(step: Step) -> bool:
    """Whether a step asks for one name and nothing more."""
    return step.test != "*" and not step.test.endswith(")") and not step.predicates


def compile_predicate(compiler: Compiler, expr: Expr) -> Predicate:
    """A closure ``f(candidates, their parent, scope)`` that keeps those that pass."""
    from inspector_app.xpath.compile import kind_of

    outer = compiler.cells
    cells: list[list[Value]] = []
    compiler.predicates += 1
    compiler.cells = cells
    try:
        predicate = _predicate(compiler, expr, kind_of(expr))
    finally:
        compiler.predicates -= 1
        compiler.cells = outer
    return _with_cells(predicate, cells) if cells else predicate


def _with_cells(predicate: Predicate, cells: list[list[Value]]) -> Predicate:
    """Each run begins with empty cells, and leaves those of a run around it as they were."""

    def run(candidates: Nodes, parent: Node, scope: Scope) -> Nodes:
        kept = [cell.copy() for cell in cells]
        for cell in cells:
            cell.clear()
        try:
            return predicate(candidates, parent, scope)
        finally:
            for cell, before in zip(cells, kept, strict=True):
                cell[:] = before

    return run


def _predicate(compiler: Compiler, expr: Expr, kind: str) -> Predicate:
    if kind == "number" and not _mentions_position(expr):
        return _by_position(compiler.number(expr))
    if kind in ("number", "any"):
        return _by_value(compiler.value(expr))
    scan = _by_truth(compiler.truth(expr), _mentions_position(expr))
    hashed = _hashable_part(expr)
    return scan if hashed is None else _by_hash(compiler, hashed, scan)


def _by_position(number: Callable[[Node, Scope], float]) -> Predicate:
    def run(candidates: Nodes, parent: Node, scope: Scope) -> Nodes:
        place = number(parent, scope)
        if 1 <= place <= len(candidates) and place == int(place):
            return (candidates[int(place) - 1],)
        return NO_NODES

    return run


def _by_value(closure: Closure) -> Predicate:
    def passes(node: Node, scope: Scope) -> bool:
        value = closure(node, scope)
        if isinstance(value, float):
            return value == scope.position
        return to_boolean(value)

    return _by_truth(passes, True)


def _by_truth(test: Truth, positional: bool) -> Predicate:
    def plain(candidates: Nodes, parent: Node, scope: Scope) -> Nodes:
        return [node for node in candidates if test(node, scope)]

    def counted(candidates: Nodes, parent: Node, scope: Scope) -> Nodes:
        before = scope.position, scope.size
        size = len(candidates)
        kept: list[Node] = []
        for place, node in enumerate(candidates, 1):
            scope.position, scope.size = place, size
            if test(node, scope):
                kept.append(node)
        scope.position, scope.size = before
        return kept

    return counted if positional else plain


def _mentions_position(expr: Expr) -> bool:
    if isinstance(expr, Call) and expr.name in ("position", "last") and not expr.args:
        return True
    return any(_mentions_position(child) for child in children(expr))


def _hashable_part(expr: Expr) -> _Hashable | None:
    """The part of a predicate that an index answers."""
    if _mentions_position(expr):
        return None
    if isinstance(expr, Logic) and expr.op == "and":
        for place, operand in enumerate(expr.operands):
            found = _hashable_part(operand)
            if found is not None and found.rest is None:
                rest = expr.operands[:place] + expr.operands[place + 1 :]
                joined = rest[0] if len(rest) == 1 else Logic("and", rest)
                return _Hashable(found.test, found.column, found.wanted, joined)
        return None
    if isinstance(expr, Call) and expr.name in _QUESTIONS and len(expr.args) == 2:
        name = _column(expr.args[0])
        return _Hashable(expr.name, name, expr.args[1]) if name and is_context_free(expr.args[1]) else None
    if not isinstance(expr, Binary) or expr.op not in ("=", "!="):
        return None
    for column, wanted in ((expr.left, expr.right), (expr.right, expr.left)):
        if (name := _column(column)) and is_context_free(wanted):
            return _Hashable(expr.op, name, wanted)
    return None


def _column(expr: Expr) -> str | None:
    if isinstance(expr, Path) and expr.base is None and not expr.absolute and len(expr.steps) == 1:
        step = expr.steps[0]
        if step.axis == "child" and is_named(step):
            return step.test
        if step.axis == "attribute" and is_named(step):
            return "@" + step.test
    return None


def is_context_free(expr: Expr) -> bool:
    """Whether the value is the same for every candidate of a predicate (it may depend on `current()`)."""
    if isinstance(expr, Path) and expr.base is None:
        return expr.absolute
    if isinstance(expr, Path):
        return expr.base is not None and is_context_free(expr.base)
    if isinstance(expr, Filter):
        return is_context_free(expr.primary)
    if isinstance(expr, Call):
        if len(expr.args) < CONTEXT_FREE_ARGUMENTS.get(expr.name, 0) or expr.name in (
            "last",
            "random",
            "uuid",
        ):
            return False
        if expr.name == "instance":
            return isinstance(expr.args[0], Literal)
    return all(is_context_free(child) for child in children(expr))


def _by_hash(compiler: Compiler, part: _Hashable, scan: Predicate) -> Predicate:
    value = compiler.value(part.wanted)
    others = None if part.rest is None else compile_predicate(compiler, part.rest)
    ask, column = _QUESTIONS[part.test], part.column

    def run(candidates: Nodes, parent: Node, scope: Scope) -> Nodes:
        if not isinstance(candidates, tuple) or len(candidates) <= SMALL or not candidates[0].constant:
            return scan(candidates, parent, scope)
        found = ask(scope.host, candidates, column, value(parent, scope))
        if found is None:
            return scan(candidates, parent, scope)
        return found if others is None else others(found, parent, scope)

    return run
