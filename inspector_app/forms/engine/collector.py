"""Gathers what one call changed, and turns it into `Changes`."""

from __future__ import annotations

from inspector_app.forms.instance.tree import TreeNode
from inspector_app.forms.interface import Changes, Origin, ValueChange


class Collector:
    """Keeps for each node its first former value and its last origin."""

    def __init__(self) -> None:
        self.touched: set[str] = set()
        self.added: list[str] = []
        self.removed: list[str] = []
        self._values: dict[str, tuple[TreeNode, str, Origin]] = {}

    def value(self, node: TreeNode, previous: str, origin: Origin) -> None:
        """A node's stored value became another."""
        known = self._values.get(node.key)
        self._values[node.key] = (node, previous if known is None else known[1], origin)
        self.touched.add(node.key)

    def changes(self) -> Changes:
        """Everything, values that came back to what they were left out."""
        values = tuple(
            ValueChange(key, node.stored, previous, origin)
            for key, (node, previous, origin) in self._values.items()
            if node.stored != previous
        )
        return Changes(values, tuple(self.added), tuple(self.removed), frozenset(self.touched))
