"""Location paths: where they start, the steps they take, the predicates they pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from inspector_app.xpath.ast import Call, Expr, Filter, Path, Step
from inspector_app.xpath.model import NO_NODES, Node, Nodes, Scope
from inspector_app.xpath.predicates import compile_predicate, is_named

if TYPE_CHECKING:
    from inspector_app.xpath.compile import Compiler, NodeList

Selector = Callable[[Node], Nodes]


def compile_path(compiler: Compiler, expr: Path | Filter) -> NodeList:
    """A closure that gives the nodes of a path, in document order, those not relevant left out."""
    if isinstance(expr, Filter):
        return _filtered(compiler, expr)
    if expr.base is not None:
        base = compiler.nodes(expr.base)
        nodes = _steps(compiler, base, expr.steps)
        return nodes if is_constant(expr.base) else _relevant_only(nodes)
    if expr.absolute:
        shared = shared_length(expr, compiler.context)
        if shared == 0:
            start: NodeList = _document
        else:
            start = _ancestor_of_current(len(compiler.context) - shared)
        return _relevant_only(_steps(compiler, start, expr.steps[shared:]))
    moves = 0
    while moves < len(expr.steps) and _is_plain_move(expr.steps[moves]):
        moves += 1
    ups = sum(step.axis == "parent" for step in expr.steps[:moves])
    nodes = _steps(compiler, _ancestor_of_node(ups), expr.steps[moves:])
    return nodes if moves == len(expr.steps) else _relevant_only(nodes)


def shared_length(path: Path, context: tuple[str, ...]) -> int:
    """How many leading steps of an absolute path mean ancestors of the context (or itself): ENGINE, T1."""
    shared = 0
    for step, name in zip(path.steps, context, strict=False):
        if step.axis != "child" or step.test != name or step.predicates:
            break
        shared += 1
    return shared


def is_constant(expr: Expr) -> bool:
    """Whether a path from here stays inside a secondary instance."""
    if isinstance(expr, Filter):
        return is_constant(expr.primary)
    if isinstance(expr, Path):
        return expr.base is not None and is_constant(expr.base)
    return isinstance(expr, Call) and expr.name == "instance"


def _is_plain_move(step: Step) -> bool:
    return step.axis in ("self", "parent") and step.test == "node()" and not step.predicates


def _document(node: Node, scope: Scope) -> Nodes:
    return (scope.host.document,)


def _ancestor_of_current(ups: int) -> NodeList:
    def run(node: Node, scope: Scope) -> Nodes:
        found: Node | None = scope.current
        for _ in range(ups):
            if found is None:
                return NO_NODES
            found = found.parent
        return (found,) if found is not None else NO_NODES

    return run


def _ancestor_of_node(ups: int) -> NodeList:
    def run(node: Node, scope: Scope) -> Nodes:
        found: Node | None = node
        for _ in range(ups):
            if found is None:
                return NO_NODES
            found = found.parent
        return (found,) if found is not None else NO_NODES

    return run


def _relevant_only(nodes: NodeList) -> NodeList:
    def run(node: Node, scope: Scope) -> Nodes:
        found = nodes(node, scope)
        if len(found) == 1:
            return found if found[0].relevant else NO_NODES
        return [one for one in found if one.relevant]

    return run


def _steps(compiler: Compiler, start: NodeList, steps: Sequence[Step]) -> NodeList:
    if not steps:
        return start
    plain = 0
    while plain < len(steps) and steps[plain].axis == "child" and is_named(steps[plain]):
        plain += 1
    if plain:
        start = _children(start, tuple(step.test for step in steps[:plain]))
    for step in steps[plain:]:
        start = _step(compiler, start, step)
    return start


def _children(start: NodeList, names: tuple[str, ...]) -> NodeList:
    def run(node: Node, scope: Scope) -> Nodes:
        found = start(node, scope)
        for name in names:
            if len(found) == 1:
                found = found[0].by.get(name, NO_NODES)
            else:
                found = [child for one in found for child in one.by.get(name, NO_NODES)]
        return found

    return run


def _step(compiler: Compiler, start: NodeList, step: Step) -> NodeList:
    select = _selector(step)
    predicates = [compile_predicate(compiler, predicate) for predicate in step.predicates]
    ordered = step.axis in ("child", "attribute", "self")

    def run(node: Node, scope: Scope) -> Nodes:
        found = start(node, scope)
        if len(found) == 1 and ordered:
            chosen = select(found[0])
            for predicate in predicates:
                chosen = predicate(chosen, found[0], scope)
            return chosen
        result: list[Node] = []
        for one in found:
            chosen = select(one)
            for predicate in predicates:
                chosen = predicate(chosen, one, scope)
            result.extend(chosen)
        return result if ordered else in_document_order(result)

    return run


def _selector(step: Step) -> Selector:
    test = step.test
    if step.axis == "child" and test not in ("*", "node()", "text()"):
        return lambda node: node.by.get(test, NO_NODES)
    if step.axis == "attribute":
        if test == "*":
            return lambda node: [one for key, many in node.by.items() if key[0] == "@" for one in many]
        name = "@" + test
        return lambda node: node.by.get(name, NO_NODES)
    if test == "text()":
        return lambda node: (node,) if step.axis == "child" and not node.by else NO_NODES
    axis = _AXES[step.axis]
    if test in ("*", "node()"):
        return lambda node: list(axis(node))
    return lambda node: [one for one in axis(node) if one.name == test]


def elements(node: Node) -> Iterator[Node]:
    """The child elements in document order."""
    for name, many in node.by.items():
        if name[0] != "@":
            yield from many


def _descendants(node: Node) -> Iterator[Node]:
    for child in elements(node):
        yield child
        yield from _descendants(child)


def _ancestors(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None and above.name:
        yield above
        above = above.parent


def _siblings(node: Node) -> list[Node]:
    return [node] if node.parent is None else list(elements(node.parent))


def _place(node: Node, siblings: list[Node]) -> int:
    return next((place for place, one in enumerate(siblings) if one is node), 0)


def _following(node: Node) -> Iterator[Node]:
    siblings = _siblings(node)
    return iter(siblings[_place(node, siblings) + 1 :])


def _preceding(node: Node) -> Iterator[Node]:
    siblings = _siblings(node)
    return reversed(siblings[: _place(node, siblings)])


def _self_and(axis: Callable[[Node], Iterator[Node]]) -> Callable[[Node], Iterator[Node]]:
    def run(node: Node) -> Iterator[Node]:
        yield node
        yield from axis(node)

    return run


def _parent(node: Node) -> Iterator[Node]:
    return iter(() if node.parent is None else (node.parent,))


_AXES: dict[str, Callable[[Node], Iterator[Node]]] = {
    "child": elements,
    "parent": _parent,
    "self": lambda node: iter((node,)),
    "descendant": _descendants,
    "descendant-or-self": _self_and(_descendants),
    "ancestor": _ancestors,
    "ancestor-or-self": _self_and(_ancestors),
    "following-sibling": _following,
    "preceding-sibling": _preceding,
}


def in_document_order(nodes: list[Node]) -> list[Node]:
    """The nodes without repetition, in document order."""
    unique = {id(node): node for node in nodes}
    if len(unique) < 2:
        return list(unique.values())
    return sorted(unique.values(), key=_order_key)


def _order_key(node: Node) -> tuple[int, ...]:
    places: list[int] = []
    while node.parent is not None:
        siblings = [one for many in node.parent.by.values() for one in many]
        places.append(_place(node, siblings))
        node = node.parent
    return tuple(reversed(places))


def _filtered(compiler: Compiler, expr: Filter) -> NodeList:
    base = compiler.nodes(expr.primary)
    predicates = [compile_predicate(compiler, predicate) for predicate in expr.predicates]

    def run(node: Node, scope: Scope) -> Nodes:
        found = base(node, scope)
        for predicate in predicates:
            found = predicate(found, node, scope)
        return found

    return run
