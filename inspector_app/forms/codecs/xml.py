"""Parses XML from outside with everything dangerous off, and small helpers over lxml elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inspector_app.forms.errors import FormError

if TYPE_CHECKING:
    from lxml.etree import _Element

XFORMS = "http://www.w3.org/2002/xforms"
JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"
ENTITIES = "http://www.opendatakit.org/xforms/entities"
ODK = "http://www.opendatakit.org/xforms"

MOST_BYTES = 64 * 1024 * 1024
MOST_TAGS = 2_000_000
"""Opening and closing tags, and attributes: what a parser holds in memory is many times a tag's length."""

DEEPEST = 100


def parse_xml(data: bytes, place: str) -> _Element:
    """The root element; FormError for what is no XML, has a document type, is too large or too deep."""
    from lxml import etree

    if len(data) > MOST_BYTES:
        raise FormError(
            f"{place} is larger than {MOST_BYTES // 1024 // 1024} MB.",
            "Split it, or take out what is not needed.",
            code="too-large",
            place=place,
        )
    if max(data.count(b"<"), data.count(b'="') + data.count(b"='")) > MOST_TAGS:
        raise FormError(
            f"{place} has more than {MOST_TAGS // 2:,} elements or attributes.",
            "Split it, or take out what is not needed.",
            code="too-large",
            place=place,
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=len(data) > 8_000_000,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormError(
            f"{place} is not well-formed XML: {error.msg}",
            "Open it in the program it was made with and save it again.",
            code="xml-syntax",
            place=place,
        ) from error
    except ValueError as error:
        raise FormError(f"{place} cannot be read: {error}", code="xml-syntax", place=place) from error
    faults = parser.error_log.filter_from_errors()
    if len(faults):
        # A prefix that is not declared does not stop the parser when another fault came before it.
        raise FormError(
            f"{place} is not well-formed XML: {faults[0].message}",
            "Open it in the program it was made with and save it again.",
            code="xml-syntax",
            place=place,
        )
    if root.getroottree().docinfo.internalDTD is not None or b"<!DOCTYPE" in data[:4096]:
        raise FormError(
            f"{place} has a document type declaration, which may hide harmful content.",
            "Take the DOCTYPE line out.",
            code="doctype",
            place=place,
        )
    _refuse_depth(root, place)
    return root


def _refuse_depth(root: _Element, place: str) -> None:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise FormError(
                f"{place} nests deeper than {DEEPEST} levels.",
                "A form a person can fill in does not need this.",
                code="too-deep",
                place=place,
            )


def local(element: _Element) -> str:
    """The tag without its namespace."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def namespace(element: _Element) -> str:
    """The namespace of the tag, '' for none."""
    tag = element.tag
    return tag[1 : tag.rfind("}")] if isinstance(tag, str) and tag[0] == "{" else ""


def elements(element: _Element) -> Iterator[_Element]:
    """The child elements."""
    return (child for child in element if isinstance(child.tag, str))


def child(element: _Element, name: str) -> _Element | None:
    """The first child element of that local name."""
    return next((one for one in elements(element) if local(one) == name), None)


def children(element: _Element, name: str) -> list[_Element]:
    """The child elements of that local name."""
    return [one for one in elements(element) if local(one) == name]


def jr(element: _Element, name: str) -> str | None:
    """An attribute in the JavaRosa namespace."""
    value = element.get(f"{{{JAVAROSA}}}{name}")
    return None if value is None else str(value)


def all_text(element: _Element) -> str:
    """The text of an element and everything in it."""
    return "".join(str(piece) for piece in element.itertext())
