"""What a record says of entities, read as a server reads it from the submission."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.forms.engine.record import Record
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.forms.interface import EntityChange

_YES = frozenset({"1", "true"})


def entity_changes(record: Record) -> Iterator[EntityChange]:
    """One for each entity element that is in the submission, in document order."""
    declared = {one.ref: one for one in record.form.entity_declarations}
    for node in record.root.walk():
        declaration = declared.get(node.definition.ref)
        if declaration is None or not node.relevant or node.parent is None or node.parent.parent is None:
            continue
        owner = node.parent.parent
        wanted = {ref: name for name, ref in declaration.properties.items()}
        properties = {
            wanted[one.definition.ref]: one.stored
            for one in owner.walk()
            if one.definition.ref in wanted and one.relevant
        }
        yield EntityChange(
            dataset=_child(node, "@dataset"),
            id=_child(node, "@id"),
            label=_child(node, "label"),
            create=_child(node, "@create") in _YES,
            update=_child(node, "@update") in _YES,
            base_version=_child(node, "@baseVersion"),
            properties=properties,
        )


def _child(node: TreeNode, name: str) -> str:
    held = node.by.get(name)
    return held[0].stored if held and held[0].relevant else ""
