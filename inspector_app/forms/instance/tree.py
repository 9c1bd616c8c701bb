"""The live tree of one record, grown from blueprints.

A repeat instance is a child of its parent like any other; all rows of a series share its name. For each
series there is also a phantom node beside the rows, which expressions about the series as a whole are bound
to (``jr:count``, the relevance of an empty series).
"""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.forms.definition.model import NodeDefinition
from inspector_app.xpath.model import NO_CHILDREN, Node

_NUMERIC = frozenset({"int", "integer", "decimal"})


class TreeNode(Node):
    """One element of the record. `stored` is its value, `text` the value that expressions see.

    `own_*` are the results of its own expressions; `relevant` and `readonly` include the ancestors.
    `row_id` is set on repeat instances. `kept` says that the value came from outside the calculates (an
    answer, an action) and has to be saved even if a calculate exists. `refused` is an answer that was not on
    offer when it came; it is taken once it is.
    """

    __slots__ = (
        "computed",
        "definition",
        "kept",
        "key",
        "logical",
        "numeric",
        "own_readonly",
        "own_relevant",
        "phantom",
        "readonly",
        "refused",
        "required",
        "row_id",
        "series",
        "stored",
        "tracked_by",
    )

    by: dict[str, list[TreeNode]]
    parent: TreeNode | None

    def __init__(self, definition: NodeDefinition, parent: TreeNode | None, key: str, text: str = "") -> None:
        self.definition = definition
        self.name = definition.name
        self.parent = parent
        self.key = key
        self.stored = text
        self.text = text
        self.relevant = True
        self.own_relevant = True
        self.readonly = False
        self.own_readonly = False
        self.required = False
        self.row_id = ""
        self.kept = False
        self.computed: str | None = None
        self.phantom = False
        self.numeric = definition.bind.data_type in _NUMERIC
        self.logical = False
        self.refused = ""
        self.tracked_by: dict[str, TreeNode] | None = None
        self.series: dict[str, TreeNode] | None = None
        self.by = NO_CHILDREN  # type: ignore[assignment]

    def children(self) -> Iterator[TreeNode]:
        """Child elements and attributes in document order, without phantoms."""
        for many in self.by.values():
            yield from many

    def walk(self) -> Iterator[TreeNode]:
        """Itself and all below in document order, without phantoms."""
        yield self
        for many in self.by.values():
            for child in many:
                yield from child.walk()

    def walk_with_phantoms(self) -> Iterator[TreeNode]:
        """Itself and all below; the phantom of a series comes before its rows."""
        yield self
        series = self.series or {}
        for name, many in self.by.items():
            if name in series:
                yield series[name]
            for child in many:
                yield from child.walk_with_phantoms()

    def ancestor(self, depth: int) -> TreeNode | None:
        """The ancestor whose path has `depth` names; None above the root."""
        node: TreeNode | None = self
        for _ in range(len(self.definition.path) - depth):
            if node is None:
                return None
            node = node.parent
        return node

    def position(self) -> int:
        """The place among the siblings of its name, from 1."""
        if self.parent is None:
            return 1
        return self.parent.by[self.name].index(self) + 1
