"""Reads the primary instance: the definitions of all nodes, and the blueprint that records grow from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.forms.codecs.xml import JAVAROSA, OPENROSA, elements, jr, local, namespace
from inspector_app.forms.definition.model import Bind, Blueprint, NodeDefinition
from inspector_app.forms.interface import AuthorWarning

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_definitions(root: _Element) -> NodeDefinition:
    """The definitions of all elements and attributes below (and with) the root element."""
    definition = NodeDefinition(local(root), None, (local(root),))
    _read(root, definition)
    _ensure_instance_id(definition)
    return definition


def _read(element: _Element, definition: NodeDefinition) -> None:
    definition.namespace = definition.namespace or namespace(element)
    definition.prefix = definition.prefix or (element.prefix or "")
    for key in element.attrib:
        name = str(key)
        if name.startswith(f"{{{JAVAROSA}}}"):
            continue
        space, _, bare = name[1:].rpartition("}") if name[0] == "{" else ("", "", name)
        _define(definition, "@" + bare, space)
    for one in elements(element):
        _read(one, _define(definition, local(one), namespace(one)))


def _define(parent: NodeDefinition, name: str, space: str) -> NodeDefinition:
    found = parent.children.get(name)
    if found is None:
        found = NodeDefinition(name, parent, (*parent.path, name), space)
        parent.children[name] = found
    return found


def _ensure_instance_id(root: NodeDefinition) -> None:
    """A record has to have an id: a form without ``meta/instanceID`` gets one."""
    meta = root.children.get("meta") or root.children.get("Meta")
    if meta is None or (meta.name == "Meta" and "instanceID" not in meta.children):
        meta = _define(root, "meta", OPENROSA)
        meta.prefix = "orx"
    if "instanceID" not in meta.children:
        made = _define(meta, "instanceID", meta.namespace)
        made.prefix = meta.prefix
        made.bind = Bind(preload="uid")


def read_blueprint(element: _Element, definition: NodeDefinition) -> Blueprint:
    """The blueprint of an element, the templates of its series put where rows are made from them."""
    leaf = len(element) == 0
    blueprint = Blueprint(
        definition, _text(element) if leaf else "", is_template=jr(element, "template") is not None
    )
    for key, value in element.attrib.items():
        name = str(key)
        if not name.startswith(f"{{{JAVAROSA}}}"):
            bare = name.rpartition("}")[2]
            blueprint.children.append(Blueprint(definition.children["@" + bare], str(value)))
    for one in elements(element):
        blueprint.children.append(read_blueprint(one, definition.children[local(one)]))
    if definition.parent is None:
        _complete_meta(blueprint)
    return blueprint


def _text(element: _Element) -> str:
    return (element.text or "").strip() if not (element.text or "").strip() else (element.text or "")


def _complete_meta(root: Blueprint) -> None:
    for definition in root.definition.children.values():
        made = definition.children.get("instanceID")
        if made is None:
            continue
        meta = next((one for one in root.children if one.definition is definition), None)
        if meta is None:
            meta = Blueprint(definition)
            root.children.append(meta)
        if not any(one.definition is made for one in meta.children):
            meta.children.append(Blueprint(made))


def place_templates(blueprint: Blueprint) -> None:
    """Give each series its template: the one marked, else the shape of its first row."""
    by_series: dict[str, list[Blueprint]] = {}
    for one in blueprint.children:
        if one.definition.repeat is not None:
            by_series.setdefault(one.definition.name, []).append(one)
        place_templates(one)
    for rows in by_series.values():
        definition = rows[0].definition
        marked = next((row for row in rows if row.is_template), None)
        if definition.template is None or (marked is not None and not definition.template.is_template):
            definition.template = marked or _shape(rows[0])


def _shape(blueprint: Blueprint) -> Blueprint:
    """The row as a template: attributes stay, values and the rows of series inside it do not (as in
    JavaRosa).
    """
    own = blueprint.text if blueprint.definition.is_attribute else ""
    kept = [one for one in blueprint.children if one.definition.repeat is None or one.is_template]
    return Blueprint(
        blueprint.definition,
        own,
        [one if one.is_template else _shape(one) for one in kept],
        blueprint.is_template,
    )


def doubled_names(blueprint: Blueprint) -> list[AuthorWarning]:
    """Questions written twice that are no rows of a repeat: expressions cannot tell them apart."""
    found: list[AuthorWarning] = []
    seen: set[str] = set()
    for one in blueprint.children:
        definition = one.definition
        if definition.name in seen and definition.repeat is None:
            message = f"{definition.ref} stands in the form more than once"
            found.append(AuthorWarning("duplicate-name", definition.ref, message))
        seen.add(definition.name)
        found += doubled_names(one)
    return list(dict.fromkeys(found))
