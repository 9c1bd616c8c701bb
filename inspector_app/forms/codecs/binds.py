"""Reads the binds of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.forms.codecs.itext import read_message
from inspector_app.forms.codecs.xml import ENTITIES, JAVAROSA, OPENROSA, children, jr
from inspector_app.forms.definition.expressions import ExpressionBook
from inspector_app.forms.definition.model import Bind, Expression, NodeDefinition
from inspector_app.forms.interface import AuthorWarning

if TYPE_CHECKING:
    from lxml.etree import _Element

    from inspector_app.forms.codecs.body import BodyReader

OWN_PREFIX = "inspector"
"""The prefix, in the form, of the namespace whose bind attributes are the checklist's own."""

_SYNONYMS = {
    "integer": "int",
    "double": "decimal",
    "float": "decimal",
    "select": "string",
    "select1": "string",
}


def read_binds(model: _Element, body: BodyReader, warnings: list[AuthorWarning]) -> None:
    """Hang every bind on its definition; one for nothing gives an author warning."""
    for element in children(model, "bind"):
        nodeset = element.get("nodeset") or element.get("ref") or ""
        if not nodeset:
            continue
        path = body.names_of(nodeset, body.root.path, "a bind")
        definition = body.find(path)
        if definition is None:
            place = "/" + "/".join(path)
            warnings.append(
                AuthorWarning("unbound-bind", place, f"A bind refers to {place}, which is not there")
            )
            continue
        _read_bind(element, definition, body.book)


def bind_refs(model: _Element) -> dict[str, str]:
    """The nodesets of binds by their id, which controls may refer to."""
    return {
        str(element.get("id")): str(element.get("nodeset") or element.get("ref") or "")
        for element in children(model, "bind")
        if element.get("id")
    }


def _read_bind(element: _Element, definition: NodeDefinition, book: ExpressionBook) -> None:
    ref, path = definition.ref, definition.path

    def expression(name: str) -> Expression | None:
        text = element.get(name)
        return book.compile(text, path, f"the {name} of {ref}") if text and text.strip() else None

    before = definition.bind
    data_type = (element.get("type") or "").rpartition(":")[2] or before.data_type
    definition.bind = Bind(
        _SYNONYMS.get(data_type, data_type),
        expression("relevant") or before.relevant,
        expression("required") or before.required,
        expression("readonly") or before.readonly,
        expression("constraint") or before.constraint,
        expression("calculate") or before.calculate,
        read_message(jr(element, "constraintMsg"), path, book, ref),
        read_message(jr(element, "requiredMsg"), path, book, ref),
        jr(element, "preload") or element.get("preload") or before.preload,
        jr(element, "preloadParams") or element.get("preloadParams") or before.preload_params,
        _own_attributes(element),
        element.get(f"{{{ENTITIES}}}saveto") or before.save_to,
        element.get(f"{{{OPENROSA}}}max-pixels") or before.max_pixels,
    )


def _own_attributes(element: _Element) -> dict[str, str]:
    own = element.nsmap.get(OWN_PREFIX)
    found: dict[str, str] = {}
    if own and own != JAVAROSA:
        opening = f"{{{own}}}"
        for key, value in element.attrib.items():
            name = str(key)
            if name.startswith(opening):
                found[name.removeprefix(opening)] = str(value)
    return found
