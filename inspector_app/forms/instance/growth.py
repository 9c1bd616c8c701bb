"""Grows trees from blueprints and gives every node its key.

Ids of repeat instances: those of the form's own rows are ``f1, f2, …``, those that ``jr:count`` makes ``c1,
c2, …``, those a person adds are handed in. A row removed stays removed, so that the id of another never
changes.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from inspector_app.forms.definition.model import Blueprint, NodeDefinition
from inspector_app.forms.instance.tree import TreeNode


class Grower:
    """Makes nodes and registers them; `removed` are keys of form-given rows to leave out."""

    def __init__(self, removed: Container[str], kept: Callable[[str], str | None]) -> None:
        self.nodes: dict[str, TreeNode] = {}
        self.phantoms: dict[str, TreeNode] = {}
        self._removed = removed
        self._kept = kept

    def root(self, blueprint: Blueprint, document: TreeNode) -> TreeNode:
        """The tree of the whole primary instance."""
        node = self._node(blueprint, document, "/" + blueprint.definition.name)
        document.by = {node.name: [node]}
        return node

    def row(self, parent: TreeNode, definition: NodeDefinition, row_id: str) -> TreeNode:
        """A new row from the series' template, appended to the series."""
        template = definition.template or Blueprint(definition)
        node = self._node(template, parent, f"{parent.key}/{definition.name}[{row_id}]")
        node.row_id = row_id
        parent.by[definition.name].append(node)
        return node

    def forget(self, row: TreeNode) -> None:
        """Take a row and all below out of the registers and out of its parent."""
        for node in row.walk_with_phantoms():
            if node.phantom:
                self.phantoms.pop(node.key, None)
            else:
                self.nodes.pop(node.key, None)
        if row.parent is not None:
            row.parent.by[row.name].remove(row)

    def _node(self, blueprint: Blueprint, parent: TreeNode, key: str) -> TreeNode:
        definition = blueprint.definition
        kept = self._kept(key) if definition.is_leaf else None
        node = TreeNode(definition, parent, key, blueprint.text if kept is None else kept)
        node.kept = kept is not None
        self.nodes[key] = node
        if blueprint.children or definition.children:
            node.by = {}
            self._children(node, blueprint)
        return node

    def _children(self, node: TreeNode, blueprint: Blueprint) -> None:
        written: dict[str, list[Blueprint]] = {name: [] for name in node.definition.children}
        for child in blueprint.children:
            if not child.is_template:
                written.setdefault(child.definition.name, []).append(child)
        for name, blueprints in written.items():
            definition = node.definition.children[name]
            node.by[name] = []
            if definition.repeat is not None:
                self._series(node, definition)
            counted = definition.repeat is not None and definition.repeat.count is not None
            for place, child in enumerate(blueprints, 1):
                row_id = self._given_id(definition, place, counted)
                key = f"{node.key}/{name}[{row_id}]" if row_id else f"{node.key}/{name}"
                if row_id and key in self._removed:
                    continue
                grown = self._node(child, node, key)
                grown.row_id = row_id
                node.by[name].append(grown)

    @staticmethod
    def _given_id(definition: NodeDefinition, place: int, counted: bool) -> str:
        if definition.repeat is not None:
            return f"{'c' if counted else 'f'}{place}"
        return f"f{place}" if place > 1 else ""

    def _series(self, parent: TreeNode, definition: NodeDefinition) -> None:
        key = f"{parent.key}/{definition.name}"
        phantom = TreeNode(definition, parent, key)
        phantom.phantom = True
        self.phantoms[key] = phantom
        if parent.series is None:
            parent.series = {}
        parent.series[definition.name] = phantom
