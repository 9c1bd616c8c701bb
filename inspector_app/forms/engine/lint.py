"""What an author should mend, seen from the graph: references to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inspector_app.forms.definition.model import NodeDefinition
from inspector_app.forms.engine.graph import Unit
from inspector_app.forms.interface import AuthorWarning
from inspector_app.xpath.model import Node
from inspector_app.xpath.references import ANY_CHILD, ANY_DESCENDANT, Reference


def unknown_references(
    root: NodeDefinition, units: Iterable[Unit], instances: Mapping[str, Node]
) -> list[AuthorWarning]:
    """Paths and lists that expressions name and the form does not have."""
    found: dict[tuple[str, str], AuthorWarning] = {}
    for unit in units:
        ref = unit.definition.ref
        for reference in unit.references:
            if not _exists(root, reference):
                path = "/" + "/".join(reference.path)
                found[ref, path] = AuthorWarning(
                    "unknown-reference",
                    ref,
                    f"The {unit.aspect} of {ref} refers to {path}, which is not there",
                )
        for expression in unit.expressions:
            for name in expression.references.instances:
                if name and name not in instances and not name.startswith("__"):
                    found[ref, name] = AuthorWarning(
                        "unknown-list",
                        ref,
                        f"The {unit.aspect} of {ref} uses the list {name}, which is not there",
                    )
    return list(found.values())


def _exists(root: NodeDefinition, reference: Reference) -> bool:
    path = reference.path
    if not path:
        return True
    if path[0] != root.name:
        return path[0] in (ANY_CHILD, ANY_DESCENDANT)
    node = root
    for name in path[1:]:
        if name in (ANY_CHILD, ANY_DESCENDANT):
            return True
        child = node.children.get(name)
        if child is None:
            return False
        node = child
    return True
