"""The structure tree of a tagged PDF: what assistive technology reads, in reading order.

The tree is made while a document is built, before anything is drawn; drawing adds to each element the
marks of its content. So the reading order never depends on where on the page something stands, and a
paragraph split over two pages stays one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

# A table must stay a grid for its reader even where a cell says nothing.
_KEPT_EMPTY = frozenset({"TR", "TH", "TD"})


@dataclass(frozen=True)
class Mark:
    """One marked-content sequence: page counted from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True)
class AnnotationMark:
    """An annotation (a link) that belongs to the element: its page and its name in the PDF document."""

    page: int
    name: str


@dataclass(eq=False)
class Element:
    """A structure element: its PDF role ("H1", "P", "TD"…), its kids in reading order.

    `owner` and `attributes` are the entries of its attribute dictionary, in PDF syntax ("Table",
    "/Scope /Row"); `alternative` describes a figure; `language` is BCP 47, '' for that of its parent;
    `identifier` names a note, as ISO 14289-1, 7.9 asks.
    """

    role: str
    attributes: str = ""
    alternative: str = ""
    language: str = ""
    kids: list[Element | Mark | AnnotationMark] = field(default_factory=list)
    identifier: str = ""

    def add(self, role: str, attributes: str = "", alternative: str = "", language: str = "") -> Element:
        """A new last child."""
        child = Element(role, attributes, alternative, language)
        self.kids.append(child)
        return child

    @property
    def page(self) -> int | None:
        """The page (from 0) of the element's first content, None when it has none."""
        for kid in self.kids:
            page = kid.page
            if page is not None:
                return page
        return None

    @property
    def kept(self) -> bool:
        """Whether the element goes into the file: it has content, or its table needs it."""
        return self.role in _KEPT_EMPTY or any(not isinstance(kid, Element) or kid.kept for kid in self.kids)

    def kept_elements(self) -> Iterator[Element]:
        """This element and all below it that go into the file, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element) and kid.kept:
                yield from kid.kept_elements()
