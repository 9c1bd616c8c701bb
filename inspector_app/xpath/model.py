"""What an expression runs on: nodes, a scope, and the host that answers for everything outside the tree.

This room knows no form. A tree is made of `Node`s; the forms room derives its own kind from it. Attributes
are plain slots, because an evaluation touches thousands of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from inspector_app.xpath.patterns.purse import Purse


class Node:
    """One element (or attribute, whose `name` begins with ``@``) of a tree.

    `text` is the value that expressions see ('' while not relevant); `by` maps a child's name to the children
    of that name in document order. `numeric` nodes hold numbers, `logical` ones the result of a condition:
    both are true by what they say, others by holding anything. The node above the root element has the name
    ''.
    """

    __slots__ = ("by", "name", "parent", "relevant", "text")

    constant: ClassVar[bool] = False
    numeric: bool = False
    logical: bool = False

    name: str
    parent: Node | None
    text: str
    relevant: bool
    by: Mapping[str, Sequence[Node]]


Nodes = Sequence[Node]
Value = str | float | bool | Nodes

NO_NODES: tuple[Node, ...] = ()
NO_CHILDREN: Mapping[str, Sequence[Node]] = {}


class Element(Node):
    """A node of a tree that never changes: a secondary instance."""

    __slots__ = ()

    constant = True

    def __init__(self, name: str, parent: Node | None, text: str = "") -> None:
        self.name = name
        self.parent = parent
        self.text = text
        self.relevant = True
        self.by = NO_CHILDREN


class Host(Protocol):
    """What an expression may ask of the outer world."""

    @property
    def document(self) -> Node:
        """The node above the root element of the primary instance."""

    @property
    def language(self) -> str:
        """The language chosen, as the form names it; '' for a form without languages."""

    @property
    def purse(self) -> Purse | None:
        """What regular expressions may still cost in the call under way; None bounds each by itself."""

    @property
    def indexes(self) -> dict[tuple[int, str], Index]:
        """Room for the hash indexes of constant node lists; lives as long as those lists."""

    @property
    def stamps(self) -> dict[tuple[str, ...], int]:
        """For each path of names, a number that grows whenever a node of that path changes, comes or goes."""

    @property
    def memo(self) -> dict[tuple[int, int], tuple[int, Value]]:
        """Room for results over many rows that hold as long as their stamp does."""

    def track(self, reader: Node, target: Node | None) -> None:
        """`reader` has read `target` by its number, or (None) found no row of that number."""

    def instance(self, name: str) -> Node | None:
        """The node above the root of a secondary instance; None if there is none of that name."""

    def now(self) -> datetime:
        """The time, aware, in the local zone."""

    def random(self) -> float:
        """A number in [0, 1)."""

    def new_uuid(self) -> str:
        """A version-4 uuid."""

    def stored(self, node: Node) -> str:
        """What the node holds, relevant or not."""

    def choice_label(self, value: str, path: str, node: Node) -> str:
        """The label of a choice of the question at `path` as seen from `node`; '' if there is none."""

    def itext(self, text_id: str, node: Node) -> str:
        """The translated text in the language chosen; '' if there is none."""

    def property(self, name: str) -> str:
        """A device property such as deviceid; '' if unknown."""

    def form_version(self) -> str:
        """The version of the form."""

    def shuffle_seed(self, node: Node) -> int:
        """A seed for an unseeded randomize at this node: the same for the life of the draft."""

    def warn(self, code: str, message: str, node: Node) -> None:
        """Tell the author about data that an expression could not use."""


class Index:
    """An index over one column of a constant list of nodes: by text, and where wanted by number and in
    alphabetical order.

    `single`: no node has the column twice. `places` tells where in the list a node stands, by its id.
    """

    __slots__ = ("by_number", "by_text", "nodes", "places", "single", "sorted_texts")

    def __init__(self, nodes: Nodes, by_text: dict[str, list[Node]], single: bool) -> None:
        self.single = single
        self.nodes = nodes
        self.by_text = by_text
        self.by_number: dict[float, list[Node]] | None = None
        self.sorted_texts: list[str] | None = None
        self.places: dict[int, int] | None = None


class Scope:
    """One evaluation: `current` is the node of the bind; `position` and `size` belong to the predicate run
    now.
    """

    __slots__ = ("current", "host", "position", "size")

    def __init__(self, host: Host, current: Node) -> None:
        self.host = host
        self.current = current
        self.position = 1
        self.size = 1


Closure = Callable[[Node, Scope], Value]
