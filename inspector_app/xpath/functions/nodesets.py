"""Functions over nodes, and those that need their place in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.xpath.ast import Call, Path, Step
from inspector_app.xpath.errors import XPathError
from inspector_app.xpath.indexing import index_for, look_up
from inspector_app.xpath.model import NO_NODES, Closure, Node, Nodes, Scope, Value
from inspector_app.xpath.registry import function, special
from inspector_app.xpath.shuffle import seed_of, shuffled

if TYPE_CHECKING:
    from inspector_app.xpath.ast import Expr
    from inspector_app.xpath.compile import Compiler

SECTION = "node set"


def _size(value: Value) -> int:
    return 1 if isinstance(value, (str, float, bool)) else len(value)


@function("count", 1, 1, "number", SECTION, aggregate=True)
def count(scope: Scope, nodes: Value) -> float:
    """How many nodes there are."""
    return float(_size(nodes))


@function("count-non-empty", 1, 1, "number", SECTION, aggregate=True)
def count_non_empty(scope: Scope, nodes: Value) -> float:
    """How many of the nodes hold something."""
    if isinstance(nodes, (str, float, bool)):
        return float(nodes != "")
    return float(sum(node.text != "" for node in nodes))


@special("position", 0, 1, "number", SECTION)
def position(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The place in the predicate; with a node, its place among its siblings of the same name."""
    if not args:
        return lambda node, scope: float(scope.position)
    nodes = compiler.nodes(args[0])

    def run(node: Node, scope: Scope) -> float:
        found = nodes(node, scope)
        return float(place_among_siblings(found[0])) if found else float("nan")

    return run


def place_among_siblings(node: Node) -> int:
    """Counted from 1, among the siblings of the same name."""
    if node.parent is None:
        return 1
    siblings = node.parent.by.get(node.name, NO_NODES)
    return next((place for place, one in enumerate(siblings, 1) if one is node), 1)


@special("last", 0, 0, "number", SECTION, core_only=True)
def last(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """How many candidates the predicate has."""
    return lambda node, scope: float(scope.size)


@special("current", 0, 0, "nodes", SECTION)
def current(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The node the expression belongs to, also inside a predicate."""
    return lambda node, scope: (scope.current,)


@special("instance", 1, 1, "nodes", SECTION)
def instance(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """A secondary instance, by its id."""
    name = compiler.text(args[0])

    def run(node: Node, scope: Scope) -> Nodes:
        wanted = name(node, scope)
        found = scope.host.instance(wanted)
        if found is None:
            scope.host.warn("instance-unknown", f"There is no list of the name “{wanted}”", scope.current)
            return NO_NODES
        return (found,)

    return run


@special("randomize", 1, 2, "nodes", SECTION)
def randomize(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The nodes in random order; the same order for the same seed."""
    nodes = compiler.nodes(args[0])
    if len(args) == 1:
        return lambda node, scope: shuffled(nodes(node, scope), scope.host.shuffle_seed(scope.current))
    seed = compiler.value(args[1])
    return lambda node, scope: shuffled(nodes(node, scope), seed_of(seed(node, scope)))


@special("indexed-repeat", 3, None, "nodes", SECTION)
def indexed_repeat(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """A node in the repeat instance of that number; further pairs of repeat and number for nested repeats."""
    if len(args) % 2 == 0:
        raise XPathError(
            "indexed-repeat takes a path and then pairs of a repeat and a number.",
            code="wrong-argument-count",
        )
    target = absolute_names(args[0], compiler.context)
    pairs: list[tuple[int, Expr]] = []
    for repeat, index in zip(args[1::2], args[2::2], strict=True):
        names = absolute_names(repeat, compiler.context)
        if target is None or names is None or target[: len(names)] != names:
            raise XPathError(
                "indexed-repeat needs the path of a node and paths of repeats that contain it.",
                code="indexed-repeat-path",
            )
        pairs.append((len(names), index))
    return _indexed(compiler, target or (), sorted(pairs, key=lambda pair: pair[0]))


def absolute_names(expr: Expr, context: tuple[str, ...]) -> tuple[str, ...] | None:
    """The names from the root down that a path without predicates means; None for any other expression."""
    if not isinstance(expr, Path):
        return None
    names: list[str] = [] if expr.absolute else list(context)
    if expr.base is not None and expr.base != Call("current", ()):
        return None
    for step in expr.steps:
        if not _move(names, step):
            return None
    return tuple(names)


def _move(names: list[str], step: Step) -> bool:
    if step.predicates:
        return False
    if step.axis == "parent" and names:
        names.pop()
    elif step.axis in ("child", "attribute") and step.test not in ("*", "node()", "text()"):
        names.append("@" + step.test if step.axis == "attribute" else step.test)
    elif step.axis != "self":
        return False
    return True


def _indexed(compiler: Compiler, target: tuple[str, ...], pairs: list[tuple[int, Expr]]) -> Closure:
    numbers = [(depth, compiler.number(index)) for depth, index in pairs]
    first = pairs[0][0] - 1
    shared = 0
    while shared < first and compiler.context[shared : shared + 1] == target[shared : shared + 1]:
        shared += 1
    ups = len(compiler.context) - shared

    def start(scope: Scope) -> Node | None:
        if shared == 0:
            return scope.host.document
        node: Node | None = scope.current
        for _ in range(ups):
            node = node.parent if node is not None else None
        return node

    def run(node: Node, scope: Scope) -> Nodes:
        origin = start(scope)
        found: Nodes = NO_NODES if origin is None else (origin,)
        wanted = {depth: number(node, scope) for depth, number in numbers}
        for depth, name in enumerate(target[shared:], shared + 1):
            if len(found) == 1:
                found = found[0].by.get(name, NO_NODES)
            else:
                found = [child for one in found for child in one.by.get(name, NO_NODES)]
            if depth in wanted:
                place = wanted[depth]
                inside = place == place and 1 <= place <= len(found)
                found = (found[int(place) - 1],) if inside else NO_NODES
        scope.host.track(scope.current, found[0] if found else None)
        return [one for one in found if one.relevant]

    return run


@special("name", 0, 1, "string", SECTION, core_only=True)
def name(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The name of a node."""
    if not args:
        return lambda node, scope: node.name.lstrip("@")
    nodes = compiler.nodes(args[0])

    def run(node: Node, scope: Scope) -> str:
        found = nodes(node, scope)
        return found[0].name.lstrip("@") if found else ""

    return run


special("local-name", 0, 1, "string", SECTION, core_only=True)(name)


@special("depend", 1, None, "any", SECTION)
def depend(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """The first argument; the others only say what it depends on."""
    values = [compiler.value(arg) for arg in args]
    return values[0]


@special("pulldata", 4, 4, "string", SECTION)
def pulldata(compiler: Compiler, args: tuple[Expr, ...]) -> Closure:
    """A cell of an attached table: table, column wanted, column to search, value to find there."""
    names = [compiler.text(arg) for arg in args[:3]]
    value = compiler.text(args[3])

    def run(node: Node, scope: Scope) -> str:
        table, column, key = (name(node, scope) for name in names)
        document = scope.host.instance(table)
        if document is None:
            scope.host.warn("instance-unknown", f"There is no list of the name “{table}”", scope.current)
            return ""
        rows = next((top.by.get("item", NO_NODES) for tops in document.by.values() for top in tops), NO_NODES)
        wanted = value(node, scope)
        found = look_up(index_for(scope.host, rows, key), wanted)
        if found is None:
            found = [row for row in rows if any(cell.text == wanted for cell in row.by.get(key, NO_NODES))]
        cells = found[0].by.get(column, NO_NODES) if found else NO_NODES
        return cells[0].text if cells else ""

    return run
