"""Turns live nodes into `NodeView`s, problems and reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspector_app.forms.definition.model import Control, NodeDefinition
from inspector_app.forms.engine.choices import choices_of
from inspector_app.forms.engine.record import Record
from inspector_app.forms.engine.storing import type_problem
from inspector_app.forms.engine.texts import GUIDANCE, media_of, rendered
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.forms.interface import NOTHING, NodeKind, NodeView, Problem, Read, Reason
from inspector_app.xpath.ast import Expr, Filter, Path, children
from inspector_app.xpath.compile import compile_tree

_BARE = Control("")
_STEP = re.compile(r"(?:[^/:\[\]]+:)?(?P<name>[^/:\[\]]+)(?:\[(?P<place>\d+)\])?")


def ref_of(node: TreeNode) -> str:
    """The positional ref; only repeat steps carry a position."""
    parts: list[str] = []
    one: TreeNode | None = node
    while one is not None and one.name:
        position = f"[{one.position()}]" if one.definition.repeat is not None and not one.phantom else ""
        parts.append(one.name + position)
        one = one.parent
    return "/" + "/".join(reversed(parts))


def kind_of(node: TreeNode) -> NodeKind:
    """See `NodeView.kind`."""
    if node.definition.repeat is not None:
        return "repeat" if node.phantom else "instance"
    return "question" if node.definition.is_leaf else "group"


def element_nodes(record: Record) -> Iterator[TreeNode]:
    """All elements in document order; a series before its rows."""
    return (node for node in record.root.walk_with_phantoms() if not node.definition.is_attribute)


def all_views(record: Record) -> Iterator[NodeView]:
    """Every element in document order; refs are counted on the way, so that long series stay cheap."""
    yield from _views_below(record, record.root, "")


def _views_below(record: Record, node: TreeNode, above: str) -> Iterator[NodeView]:
    ref = f"{above}/{node.name}"
    if node.definition.repeat is not None and not node.phantom:
        ref = above
    yield view_of(record, node, ref)
    series = node.series or {}
    for name, many in list(node.by.items()):
        if name[0] == "@":
            continue
        if name in series:
            yield view_of(record, series[name], f"{ref}/{name}")
        repeated = node.definition.children[name].repeat is not None
        for place, child in enumerate(list(many), 1):
            yield from _views_below(record, child, f"{ref}/{name}[{place}]" if repeated else ref)


def view_of(record: Record, node: TreeNode, ref: str = "") -> NodeView:
    """One node as it stands now; its positional `ref` is worked out if not given."""
    definition = node.definition
    control = definition.control or _BARE
    bind = definition.bind
    kind = kind_of(node)
    if kind == "instance":
        control = _BARE
    return NodeView(
        key=node.key,
        ref=ref or ref_of(node),
        kind=kind,
        control=control.kind if kind == "question" else "",
        data_type=bind.data_type,
        label=rendered(record, control.label, node).strip(),
        hint=rendered(record, control.hint, node).strip(),
        guidance=rendered(record, control.hint, node, GUIDANCE).strip(),
        appearance=control.appearance,
        relevant=node.relevant,
        required=node.required,
        readonly=node.readonly,
        value=node.stored if kind == "question" else "",
        choices=choices_of(record, node) if kind == "question" else None,
        constraint_message=rendered(record, bind.constraint_message, node).strip(),
        required_message=rendered(record, bind.required_message, node).strip(),
        attributes=bind.attributes,
        parent=_parent_key(node, kind),
        children=tuple(_child_keys(node, kind)),
        add_allowed=kind == "repeat" and _may_change(definition) and node.relevant,
        remove_allowed=kind == "instance" and _may_change(definition),
        media=media_of(record, control.label) or NOTHING,
        parameters=control.parameters,
    )


def _parent_key(node: TreeNode, kind: NodeKind) -> str | None:
    if node.parent is None or not node.parent.name:
        return None
    if kind == "instance":
        return f"{node.parent.key}/{node.name}"
    return node.parent.key


def _child_keys(node: TreeNode, kind: NodeKind) -> Iterator[str]:
    if kind == "question":
        return
    if kind == "repeat":
        rows = node.parent.by[node.name] if node.parent is not None else []
        yield from (row.key for row in rows)
        return
    for name, many in node.by.items():
        if name[0] == "@":
            continue
        if node.definition.children[name].repeat is not None:
            yield f"{node.key}/{name}"
        else:
            yield from (child.key for child in many)


def _may_change(definition: NodeDefinition) -> bool:
    repeat = definition.repeat
    return repeat is not None and repeat.count is None and not repeat.fixed


def node_at(record: Record, ref: str) -> TreeNode | None:
    """The node of a ref, the series itself for a repeat without a place; None if nothing is there."""
    node = record.tree
    steps = ref.strip("/").split("/")
    for place, step in enumerate(steps):
        match = _STEP.fullmatch(step)
        rows = node.by.get(match["name"]) if match else None
        number = int(match["place"] or 1) if match else 0
        if match and place == len(steps) - 1 and match["place"] is None and node.series:
            phantom = node.series.get(match["name"])
            if phantom is not None:
                return phantom
        if not rows or not 1 <= number <= len(rows):
            return None
        node = rows[number - 1]
    return node


def problems_of(record: Record) -> list[Problem]:
    """Required and constraint failures of relevant nodes, in document order."""
    found: list[Problem] = []
    for node in record.root.walk():
        if node.relevant and node.definition.is_leaf:
            problem = problem_of(record, node)
            if problem is not None:
                found.append(problem)
    return found


def problem_of(record: Record, node: TreeNode) -> Problem | None:
    """What stands in the way at one relevant node."""
    bind = node.definition.bind
    if node.stored == "":
        if not node.required:
            return None
        message = rendered(record, bind.required_message, node) or "This question needs an answer."
        return Problem(node.key, ref_of(node), "required", message)
    if bind.constraint is not None and not bind.constraint.compiled.truth(node, record):
        message = rendered(record, bind.constraint_message, node) or "This answer is not allowed here."
        return Problem(node.key, ref_of(node), "constraint", message)
    if node.definition.control is not None:
        wanted = type_problem(bind.data_type, node.stored)
        if wanted:
            return Problem(node.key, ref_of(node), "constraint", f"This has to be {wanted}.")
    return None


def reasons_of(record: Record, node: TreeNode) -> list[Reason]:
    """The relevant expressions on a node and its ancestors, outermost first."""
    found: list[Reason] = []
    one: TreeNode | None = node
    while one is not None and one.name:
        expression = one.definition.bind.relevant
        if expression is not None:
            reads = tuple(_reads(record, one, expression.compiled.tree))
            found.append(Reason(one.key, expression.source, one.own_relevant, reads))
        one = one.parent
    return found[::-1]


def _reads(record: Record, node: TreeNode, tree: Expr) -> Iterator[Read]:
    seen: set[str] = set()
    for path in _paths(tree):
        for found in compile_tree(path, node.definition.path).nodes(node, record):
            if isinstance(found, TreeNode) and found.key not in seen:
                seen.add(found.key)
                yield Read(found.key, ref_of(found), found.text)


def _paths(tree: Expr) -> Iterator[Expr]:
    if isinstance(tree, Path):
        yield tree
        inner = tree.steps
        for step in inner:
            for predicate in step.predicates:
                yield from (one for one in _paths(predicate) if _stands_alone(one))
        return
    if isinstance(tree, Filter):
        yield tree
        return
    for child in children(tree):
        yield from _paths(child)


def _stands_alone(path: Expr) -> bool:
    """Whether a path inside a predicate means the same outside it."""
    return isinstance(path, Path) and (path.absolute or path.base is not None)
