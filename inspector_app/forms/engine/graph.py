"""The dependency graph, built once a form: which expressions must run again when a node changes, and in
what order.

A `Unit` is one expression of one node definition. Cycles that could never settle are refused here and named;
those that differ in repeat instance (a running total reads the row before) or hold only relevance are let be,
because the engine settles them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from inspector_app.forms.definition.model import Expression, NodeDefinition, Path
from inspector_app.forms.engine.order import components
from inspector_app.forms.errors import FormError
from inspector_app.xpath.references import ANY_CHILD, ANY_DESCENDANT, Reference

Aspect = Literal["count", "relevant", "readonly", "required", "calculate", "choices", "texts"]
ITEM = "#item"
"""Stands as root for the paths inside an item of a secondary instance, which never changes."""

MOST_EDGES = 300_000
"""The largest forms met in use have a few thousand references."""

_WRITERS = frozenset({"count", "relevant", "calculate", "choices"})


@dataclass(slots=True, eq=False)
class Unit:
    """One expression to run again when something it reads changes; `order` is its place in a recomputation.

    `texts` and `choices` units may stand for several expressions, and run none until somebody looks.
    """

    definition: NodeDefinition
    aspect: Aspect
    expressions: tuple[Expression, ...]
    order: int = 0
    translated: bool = False
    volatile: bool = False
    references: frozenset[Reference] = frozenset()
    repeated: bool = False

    @property
    def source(self) -> str:
        """The first expression as written."""
        return self.expressions[0].source


@dataclass(frozen=True, slots=True)
class Reader:
    """An edge: `unit` reads the node this hangs on, below the ancestor at depth `anchor` that both share."""

    unit: Unit
    anchor: int
    positional: bool
    tracked: bool = False


@dataclass(slots=True)
class Graph:
    """All units in order of recomputation, and by the node they belong to."""

    units: list[Unit] = field(default_factory=list)
    of_definition: dict[Path, list[Unit]] = field(default_factory=dict)


def build_graph(root: NodeDefinition, units: list[Unit]) -> Graph:
    """Hang readers on the definitions, order the units, refuse cycles."""
    writers: dict[Path, list[Unit]] = {}
    for unit in units:
        if unit.aspect in _WRITERS:
            writers.setdefault(unit.definition.path, []).append(unit)
    edges: dict[int, list[int]] = {index: [] for index in range(len(units))}
    direct: dict[int, list[int]] = {index: [] for index in range(len(units))}
    place = {id(unit): index for index, unit in enumerate(units)}
    count = 0
    for unit in units:
        for target, reference in _targets(root, unit):
            count += 1
            if count > MOST_EDGES:
                raise _too_entangled(unit)
            _hang(target, unit, reference)
            for writer in _writers_of(target, writers):
                edges[place[id(writer)]].append(place[id(unit)])
                if _is_direct(writer, unit, target, reference):
                    direct[place[id(writer)]].append(place[id(unit)])
    _refuse_cycles(units, direct)
    graph = Graph()
    for group in components(edges):
        for index in sorted(group):
            units[index].order = len(graph.units)
            graph.units.append(units[index])
            graph.of_definition.setdefault(units[index].definition.path, []).append(units[index])
    return graph


def _too_entangled(unit: Unit) -> FormError:
    return FormError(
        f"The expressions of the form refer to questions more than {MOST_EDGES:,} times.",
        "Name single questions in place of everything below a node.",
        code="too-entangled",
        place=unit.definition.ref,
    )


def _targets(root: NodeDefinition, unit: Unit) -> Iterator[tuple[NodeDefinition, Reference]]:
    for reference in sorted(unit.references, key=lambda one: (one.path, one.anchor)):
        if reference.path and reference.path[0] in (root.name, ANY_CHILD):
            for target in _expanded(root, reference.path[1:]):
                yield target, reference
        elif reference.path and reference.path[0] == ANY_DESCENDANT:
            for target in _anywhere(root, reference.path[1:]):
                yield target, reference


def _anywhere(root: NodeDefinition, path: Path) -> Iterator[NodeDefinition]:
    """The definitions that a path below any node may mean, each once."""
    found = {id(target): target for target in _expanded(root, (ANY_DESCENDANT, *path))}
    if path and path[0] in (root.name, ANY_CHILD, ANY_DESCENDANT):
        found |= {id(target): target for target in _expanded(root, path[1:])}
    yield from found.values()


def _expanded(node: NodeDefinition, path: Path) -> Iterable[NodeDefinition]:
    """The definitions that a path with wildcards may mean, each once."""
    found = {id(node): node}
    for name in path:
        below = [child for one in found.values() for child in _step(one, name)]
        found = {id(child): child for child in below}
    return found.values()


def _step(node: NodeDefinition, name: str) -> Iterable[NodeDefinition]:
    if name == ANY_DESCENDANT:
        return node.walk()
    if name == ANY_CHILD:
        return node.children.values()
    child = node.children.get(name)
    return () if child is None else (child,)


def _hang(target: NodeDefinition, unit: Unit, reference: Reference) -> None:
    anchor = min(reference.anchor, len(target.path), len(unit.definition.path))
    reader = Reader(unit, anchor, reference.positional, reference.tracked)
    if not reference.positional:
        target.readers.append(reader)
    for repeat in target.repeats():
        if len(repeat.path) > anchor:
            repeat.structure_readers.append(reader)


def _writers_of(target: NodeDefinition, writers: dict[Path, list[Unit]]) -> Iterator[Unit]:
    """Units that change what reading the target gives: its own value, or the relevance and rows above it."""
    yield from writers.get(target.path, ())
    for depth in range(1, len(target.path)):
        for unit in writers.get(target.path[:depth], ()):
            if unit.aspect in ("relevant", "count"):
                yield unit


def _is_direct(writer: Unit, reader: Unit, target: NodeDefinition, reference: Reference) -> bool:
    """Whether the edge can be part of a cycle that never settles: same node named, same repeat instance."""
    if writer.definition is not target or reference.positional:
        return False
    if reader.aspect not in ("calculate", "relevant") or writer.aspect not in ("calculate", "relevant"):
        return False
    shared = [repeat for repeat in target.repeats() if repeat in reader.definition.repeats()]
    return all(len(repeat.path) <= reference.anchor for repeat in shared)


def _refuse_cycles(units: list[Unit], direct: dict[int, list[int]]) -> None:
    for group in components(direct):
        members = [units[index] for index in sorted(group)]
        alone = len(members) == 1
        first = sorted(group)[0]
        if alone and first not in direct[first]:
            continue
        if not alone and all(unit.aspect == "relevant" for unit in members):
            continue
        names = " → ".join(dict.fromkeys(unit.definition.ref for unit in members))
        first_name = members[0].definition.ref
        message = (
            f"The {members[0].aspect} of {first_name} depends on itself."
            if alone
            else f"These questions depend on each other in a circle: {names} → {first_name}."
        )
        raise FormError(
            message,
            "Take one of the references out, so that the values can be worked out one after the other.",
            code="cycle",
            place=first_name,
        )


def merged_references(expressions: Iterable[Expression]) -> frozenset[Reference]:
    """What several expressions read together."""
    found: set[Reference] = set()
    for expression in expressions:
        found |= expression.references.nodes
    return frozenset(one for one in found if one.path[:1] != (ITEM,))
