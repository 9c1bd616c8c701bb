"""The functions an expression may call: name, number of arguments, result, and one sentence of help each.

Two ways to define one: `function` for those that want the values of all arguments, `special` for those that
decide themselves what to evaluate, and when, or that need the place of their arguments in the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from inspector_app.xpath.errors import XPathError
from inspector_app.xpath.model import Closure, Node, Scope, Value

if TYPE_CHECKING:
    from inspector_app.xpath.ast import Expr
    from inspector_app.xpath.compile import Compiler

Result = Literal["string", "number", "boolean", "nodes", "any"]
Implementation = Callable[..., Value]
Maker = Callable[["Compiler", "tuple[Expr, ...]"], Closure]


@dataclass(frozen=True, slots=True)
class Function:
    """`high` None: any number of arguments. `volatile`: two calls may differ though nothing changed.
    `core_only`: in XPath 1.0, but not in JavaRosa, on which ODK Collect stands.
    """

    name: str
    low: int
    high: int | None
    result: Result
    section: str
    doc: str
    make: Maker
    volatile: bool = False
    core_only: bool = False


FUNCTIONS: dict[str, Function] = {}


def function(
    name: str,
    low: int,
    high: int | None,
    result: Result,
    section: str,
    *,
    volatile: bool = False,
    core_only: bool = False,
    aggregate: bool = False,
) -> Callable[[Implementation], Implementation]:
    """Register an implementation called as ``f(scope, *values)``; its docstring is the help.

    An `aggregate` over a plain path is worked out once for all rows that ask for it.
    """

    def register(implementation: Implementation) -> Implementation:
        def make(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
            closure = _eager(implementation, [compiler.value(arg) for arg in args])
            return shared(compiler, args[-1], closure) if aggregate and args else closure

        doc = (implementation.__doc__ or "").strip()
        FUNCTIONS[name] = Function(name, low, high, result, section, doc, make, volatile, core_only)
        return implementation

    return register


def special(
    name: str,
    low: int,
    high: int | None,
    result: Result,
    section: str,
    *,
    volatile: bool = False,
    core_only: bool = False,
) -> Callable[[Maker], Maker]:
    """Register a maker of closures, called as ``make(compiler, args)``."""

    def register(make: Maker) -> Maker:
        doc = (make.__doc__ or "").strip()
        FUNCTIONS[name] = Function(name, low, high, result, section, doc, make, volatile, core_only)
        return make

    return register


def shared(compiler: Compiler, expr: Expr, closure: Closure) -> Closure:
    """The closure with its result kept while no node of the path changes, for all rows below the same
    ancestor.
    """
    from inspector_app.xpath.ast import Path
    from inspector_app.xpath.functions.nodesets import absolute_names
    from inspector_app.xpath.steps import shared_length

    path = absolute_names(expr, compiler.context)
    if path is None or not isinstance(expr, Path) or (compiler.predicates and not expr.absolute):
        return closure
    if expr.absolute:
        anchor = shared_length(expr, compiler.context)
    else:
        anchor = len(compiler.context) - sum(step.axis == "parent" for step in expr.steps)
    ups = len(compiler.context) - anchor
    if not ups or anchor < 1:
        return closure
    own = id(closure)

    def run(node: Node, scope: Scope) -> Value:
        top: Node | None = scope.current
        for _ in range(ups):
            top = top.parent if top is not None else None
        host = scope.host
        stamp = host.stamps.get(path, 0)
        key = (own, id(top))
        known = host.memo.get(key)
        if known is not None and known[0] == stamp:
            return known[1]
        value = closure(node, scope)
        host.memo[key] = (stamp, value)
        return value

    return run


def _eager(implementation: Implementation, args: list[Closure]) -> Closure:
    if not args:
        return lambda node, scope: implementation(scope)
    if len(args) == 1:
        only = args[0]
        return lambda node, scope: implementation(scope, only(node, scope))
    if len(args) == 2:
        first, second = args
        return lambda node, scope: implementation(scope, first(node, scope), second(node, scope))

    def run(node: Node, scope: Scope) -> Value:
        return implementation(scope, *[arg(node, scope) for arg in args])

    return run


def look_up(name: str, count: int, position: int = 0) -> Function:
    """The function of that name for so many arguments; XPathError when there is none."""
    from inspector_app.xpath import functions  # noqa: F401  (fills the table)

    found = FUNCTIONS.get(name)
    if found is None:
        raise XPathError(f"There is no function “{name}”.", code="unknown-function", position=position)
    if count < found.low or (found.high is not None and count > found.high):
        if found.high == found.low:
            wanted = str(found.low)
        elif found.high is None:
            wanted = f"at least {found.low}"
        else:
            wanted = f"{found.low} to {found.high}"
        raise XPathError(
            f"The function “{name}” takes {wanted} argument{'' if wanted == '1' else 's'}, not {count}.",
            code="wrong-argument-count",
            position=position,
        )
    return found
