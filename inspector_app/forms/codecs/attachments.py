"""The files that a submission speaks of: the texts of its binary nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspector_app.forms.codecs.xml import elements, local, parse_xml
from inspector_app.forms.definition.model import NodeDefinition
from inspector_app.forms.errors import FormError

if TYPE_CHECKING:
    from lxml.etree import _Element

_BARE = re.compile(r"[^/\\:*?\"<>|\x00-\x1f\x7f]{1,200}")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def attachment_names(root: NodeDefinition, submission: bytes) -> tuple[str, ...]:
    """See `Form.attachments`. A value that is an address (``jr://images/…``) is the form's own file."""
    found: dict[str, None] = {}
    _collect(parse_xml(submission, "The submission"), root, found)
    folded = [name.casefold() for name in found]
    if len(set(folded)) < len(folded):
        raise FormError(
            "Two files of the record have names that differ by capitals only.",
            "Attach one of them again under another name.",
            code="attachment-name",
        )
    return tuple(found)


def _collect(element: _Element, definition: NodeDefinition, found: dict[str, None]) -> None:
    control = definition.control
    is_file = definition.bind.data_type == "binary" or (control is not None and control.kind == "upload")
    text = (element.text or "").strip()
    if definition.is_leaf and is_file and text and "://" not in text:
        found[bare_name(text)] = None
    for one in elements(element):
        below = definition.children.get(local(one))
        if below is not None:
            _collect(one, below, found)


def bare_name(name: str) -> str:
    """The name itself; FormError for one that could lead out of the folder of its record or be no file."""
    if not _BARE.fullmatch(name) or name.strip(". ") != name or _DEVICES.fullmatch(name):
        raise FormError(
            f"“{name[:60]}” cannot be the name of an attached file.",
            "Attach the file again under a plain name.",
            code="attachment-name",
        )
    return name
