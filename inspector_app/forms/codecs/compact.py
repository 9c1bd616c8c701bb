"""The compact form of a record: tagged values on one line, for channels as narrow as a text message."""

from __future__ import annotations

from inspector_app.forms.engine.record import Record
from inspector_app.forms.instance.tree import TreeNode


def compact_text(record: Record) -> str:
    """Prefix, then tag and value of every relevant node with a tag; '' for a form without tags.

    Source: the chapter on compact records of the ODK XForms specification. A delimiter inside a value, and a
    backslash, get a backslash before them.
    """
    delimiter = _attribute(record.root, "delimiter") or " "
    parts: list[str] = []
    for node in record.root.walk():
        tag = _attribute(node, "tag")
        if tag and node.relevant and node.definition.is_leaf:
            value = node.stored.replace("\\", "\\\\").replace(delimiter, "\\" + delimiter)
            parts += [tag, value]
    if not parts:
        return ""
    prefix = _attribute(record.root, "prefix")
    return delimiter.join([prefix, *parts] if prefix else parts)


def _attribute(node: TreeNode, name: str) -> str:
    held = node.by.get("@" + name)
    return held[0].stored if held else ""
