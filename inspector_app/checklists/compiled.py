"""A compiled checklist, and what an XForm says about itself: id, version, title.

Apart from `compile`, so that the start of the program, which reads a checklist compiled beforehand, loads
neither lints nor expressions.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.checklists.problems import ChecklistInvalid, Problem

if TYPE_CHECKING:
    from lxml import etree

_XFORMS = "http://www.w3.org/2002/xforms"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled checklist. `xform` is empty where `problems` kept it from being made.

    `digest` is the SHA-256 of `xform` in lower-case hex. `problems` are errors, `warnings` advice.
    """

    name: str
    xform: bytes
    form_id: str
    version: str
    title: str
    digest: str
    warnings: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    def usable(self) -> Compiled:
        """Itself; raises `ChecklistInvalid` where there are problems."""
        if self.problems:
            raise ChecklistInvalid(self.name, self.problems)
        return self


def describe_xform(name: str, xform: bytes) -> Compiled:
    """Id, version and title of an XForm; raises `ChecklistInvalid` where the bytes are none.

    Entities, DTDs and the network are off: the file may come from anywhere.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xform, parser)
    except etree.XMLSyntaxError as error:
        raise ChecklistInvalid(
            name,
            [Problem("unreadable", f"It is not well-formed XML: {error.msg}.", "Compile the form again.")],
        ) from error
    # By local names: some forms leave the XForms namespace out, and Collect takes them all the same.
    head = _child(root, "head")
    instance = _child(_child(head, "model"), "instance")
    primary = None if instance is None or len(instance) == 0 else instance[0]
    form_id = "" if primary is None else str(primary.get("id") or _own_namespace(primary.tag))
    if primary is None or not form_id:
        raise ChecklistInvalid(
            name,
            [
                Problem(
                    "not-an-xform",
                    "The file is XML, but not an XForm with an id.",
                    "Choose an XForm, or the Excel workbook that it was made from.",
                )
            ],
        )
    title = _child(head, "title")
    return Compiled(
        name=name,
        xform=xform,
        form_id=form_id,
        version=str(primary.get("version") or ""),
        title=((title.text or "") if title is not None else "").strip() or form_id,
        digest=hashlib.sha256(xform).hexdigest(),
    )


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    """The first child element of that local name."""
    children = () if parent is None else parent.iterchildren("{*}" + name)
    return next(iter(children), None)


def _own_namespace(tag: str) -> str:
    """The namespace that some forms bear instead of an id, '' where it is only that of XForms."""
    namespace = tag[1:].partition("}")[0] if tag.startswith("{") else ""
    return "" if namespace == _XFORMS else namespace
