"""Writes the submission: the primary instance as ODK's servers take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.forms.codecs.xml import JAVAROSA, OPENROSA, XFORMS
from inspector_app.forms.instance.tree import TreeNode
from inspector_app.xpath.dates import datetime_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from inspector_app.forms.engine.record import Record

AUDIT_FILE = "audit.csv"
"""The name of the log that a form asks for; the specification leaves it to the client."""

_ILLEGAL = {code: None for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)}
_ILLEGAL.update({code: None for code in range(0xD800, 0xE000)})


def submission_xml(record: Record, include_non_relevant: bool) -> bytes:
    """UTF-8 with an XML declaration. Nodes not relevant are left out unless asked for."""
    from lxml import etree

    root = record.root
    space = _space(root)
    prefixes: dict[str, str] = {}
    for node in root.walk():
        name = node.definition.namespace
        if name and name not in (XFORMS, space):
            prefixes[node.definition.prefix or _prefix(record, name)] = name
    if space:
        prefixes[None] = space  # type: ignore[index]  # the stubs know no default namespace
    element = etree.Element(_tag(root, space), nsmap=prefixes)
    _fill(record, element, root, space, include_non_relevant)
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8")


def _space(root: TreeNode) -> str:
    """The default namespace of the submission: the root's own, unless that is only the form's."""
    name = root.definition.namespace
    return "" if name == XFORMS or root.definition.prefix else name


def _prefix(record: Record, name: str) -> str:
    for prefix, uri in record.form.namespaces.items():
        if uri == name and prefix:
            return prefix
    return {OPENROSA: "orx", JAVAROSA: "jr"}.get(name, f"ns{len(name)}")


def _tag(node: TreeNode, space: str) -> str:
    name = node.definition.namespace
    if name == XFORMS:
        name = space
    bare = node.name.lstrip("@")
    return f"{{{name}}}{bare}" if name else bare


def _fill(record: Record, element: _Element, node: TreeNode, space: str, everything: bool) -> None:
    from lxml import etree

    if node.definition.is_leaf:
        text = _value(record, node)
        if text:
            element.text = text.translate(_ILLEGAL)
    for one in node.children():
        if not one.relevant and not everything:
            continue
        if one.definition.is_attribute:
            element.set(_tag(one, ""), one.stored.translate(_ILLEGAL))
        else:
            _fill(record, etree.SubElement(element, _tag(one, space)), one, space, everything)
    if node is record.meta and record.deprecated:
        own = record.instance_id or node
        name = _tag(own, space).removesuffix(own.name) + "deprecatedID"
        etree.SubElement(element, name).text = record.deprecated.translate(_ILLEGAL)


def _value(record: Record, node: TreeNode) -> str:
    bind = node.definition.bind
    if bind.preload == "timestamp" and bind.preload_params == "end" and not node.stored:
        return datetime_text(record.now())
    audit = record.form.audit
    if audit is not None and node.key == audit.key:
        return node.stored or AUDIT_FILE
    return node.stored
