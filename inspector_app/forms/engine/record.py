"""The mutable heart of one record: its tree, its outer world, and what expressions may ask of it."""

from __future__ import annotations

import zlib
from collections.abc import Container, Mapping
from datetime import datetime

from inspector_app.forms.definition.form import FormDefinition
from inspector_app.forms.definition.model import NodeDefinition
from inspector_app.forms.instance.growth import Grower
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.forms.interface import AuthorWarning, Environment
from inspector_app.xpath.model import Index, Node, Value
from inspector_app.xpath.patterns.purse import Purse


class Record:
    """Implements `xpath.model.Host`. `kept` holds values for nodes that do not exist at present.

    `meta` and `instance_id` are the nodes that name the record; `deprecated` is the id it had before an
    edit, where the form has no node for that.
    """

    def __init__(
        self,
        form: FormDefinition,
        environment: Environment,
        kept: Mapping[str, str],
        removed: Container[str] = frozenset(),
    ) -> None:
        self.form = form
        self.environment = environment
        self.kept: dict[str, str] = dict(kept)
        self.language = form.languages[0] if form.languages else ""
        self.purse = Purse()
        self.warnings: dict[tuple[str, str], AuthorWarning] = {}
        self.indexes: dict[tuple[int, str], Index] = form.indexes
        self.grower = Grower(removed, lambda key: self.kept.pop(key, None))
        self.tree = TreeNode(NodeDefinition("#document", None, ()), None, "")
        self.tree.name = ""
        self.root = self.grower.root(form.blueprint, self.tree)
        self.meta, self.instance_id = _identity(self.root)
        self.deprecated = self.kept.pop(self.deprecated_key, "")
        self._last_saved: Node | None = None
        self.stamps: dict[tuple[str, ...], int] = {}
        self.memo: dict[tuple[int, int], tuple[int, Value]] = {}
        self.missed: dict[str, TreeNode] = {}
        self._seeds: dict[str, int] = {}

    @property
    def nodes(self) -> dict[str, TreeNode]:
        """All nodes by key, in the order they were made."""
        return self.grower.nodes

    @property
    def deprecated_key(self) -> str:
        """The key under which the id before an edit is kept."""
        return f"{self.meta.key}/deprecatedID" if self.meta is not None else ""

    @property
    def document(self) -> Node:
        """See `Host`."""
        return self.tree

    def instance(self, name: str) -> Node | None:
        """See `Host`; tables attached but not declared are found by their file name."""
        if name in self.form.last_saved_names:
            return self._saved_last()
        found = self.form.instances.get(name)
        if found is None and name == "__session":
            return None
        return found if found is not None else self.form.find_table(name)

    def _saved_last(self) -> Node:
        """The record of this form that was saved last; an empty tree when there is none."""
        if self._last_saved is None:
            from inspector_app.forms.codecs.secondary import from_submission

            self._last_saved, trouble = from_submission(self.environment.last_saved)
            if trouble:
                self.warn("last-saved", trouble, self.root)
        return self._last_saved

    def location(self) -> str:
        """Where the device is, as a geopoint; '' when that is not known."""
        return self.environment.location()

    def track(self, reader: Node, target: Node | None) -> None:
        """See `Host`."""
        if not isinstance(reader, TreeNode):
            return
        if target is None:
            self.missed[reader.key] = reader
        elif isinstance(target, TreeNode):
            self.missed.pop(reader.key, None)
            if target.tracked_by is None:
                target.tracked_by = {}
            target.tracked_by[reader.key] = reader

    def begin_call(self) -> None:
        """What regular expressions cost is counted anew."""
        self.purse.fill()

    def changed(self, path: tuple[str, ...]) -> None:
        """Nodes of that path are not what they were."""
        self.stamps[path] = self.stamps.get(path, 0) + 1

    def now(self) -> datetime:
        """See `Host`."""
        return self.environment.now()

    def random(self) -> float:
        """See `Host`."""
        return self.environment.random()

    def new_uuid(self) -> str:
        """See `Host`."""
        return self.environment.new_uuid()

    def stored(self, node: Node) -> str:
        """See `Host`."""
        return node.stored if isinstance(node, TreeNode) else node.text

    def choice_label(self, value: str, path: str, node: Node) -> str:
        """See `Host`."""
        from inspector_app.forms.engine.choices import label_of_choice

        return label_of_choice(self, value, path, node) if isinstance(node, TreeNode) else ""

    def itext(self, text_id: str, node: Node) -> str:
        """See `Host`."""
        from inspector_app.forms.engine.texts import translated

        if not isinstance(node, TreeNode):
            return ""
        if self.form.translations.find(self.language, text_id) is None:
            self.warn("text-unknown", f"There is no text of the id “{text_id}”", node)
        return translated(self, text_id, "", node)

    def property(self, name: str) -> str:
        """See `Host`."""
        return self.environment.properties.get(name, "")

    def form_version(self) -> str:
        """See `Host`."""
        return self.form.version

    def shuffle_seed(self, node: Node) -> int:
        """See `Host`: made from the record's own id, so that a draft opened again shows the same order."""
        key = node.key if isinstance(node, TreeNode) else ""
        seed = self._seeds.get(key)
        if seed is None:
            own = next((one.stored for one in self.nodes.values() if one.name == "instanceID"), "")
            seed = zlib.crc32(f"{own} {key}".encode()) + 1
            if own:
                self._seeds[key] = seed
        return seed

    def warn(self, code: str, message: str, node: Node) -> None:
        """See `Host`; each code is told once a definition."""
        place = node.definition.ref if isinstance(node, TreeNode) else ""
        self.warnings.setdefault((code, place), AuthorWarning(code, place, message))


def _identity(root: TreeNode) -> tuple[TreeNode | None, TreeNode | None]:
    """The meta element and the node of the record's own id."""
    for name in ("meta", "Meta"):
        for meta in root.by.get(name, ()):
            held = meta.by.get("instanceID")
            if held:
                return meta, held[0]
    return None, None
