"""A canvas that writes tagged PDF: marked content, artifacts, parent tree, and the document's own entries.

ReportLab 5.1 tags nothing. This subclass adds what ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.7-14.8 ask
for, in one pass and without patching the library; it leans on a few of its private names (`_code`,
`_doc`, `_addAnnotation`, the pages' `__NoDefault__`), which tests hold against the pinned version.
"""

from __future__ import annotations

import hashlib
import io
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from inspector_app.documents import colour_profile, fonts, xmp
from inspector_app.documents.streams import FileStream, compressed
from inspector_app.documents.structure import AnnotationMark, Element, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOOL = "Inspector"


@dataclass(frozen=True)
class About:
    """What the file says about itself; `day` is the only date in it, `language` BCP 47."""

    title: str
    subject: str
    author: str
    keywords: str
    language: str
    day: date


def hex_string(text: str) -> str:
    """A PDF text string for any Unicode text, safe inside a content stream."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex().upper()}>"


def colour_operator(colour: str) -> str:
    """Six hex digits as the operands of `rg` and `RG`."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (0, 2, 4))


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object that writes itself only when the file is put together."""

    __RefOnly__ = 1

    def format(self, document: Any) -> bytes:
        raise AssertionError("only subclasses are written")


class _StructureObject(_Raw):
    """A structure element in the file."""

    def __init__(self, element: Element, parent: Any, numbers: _Numbers) -> None:
        self.element, self.parent, self.numbers = element, parent, numbers

    def format(self, document: Any) -> bytes:
        element, numbers = self.element, self.numbers
        parts = [f"/Type /StructElem /S /{element.role} /P {numbers.of(self.parent)}"]
        if element.page is not None:
            parts.append(f"/Pg {numbers.page(element.page)}")
        if element.attributes:
            parts.append(f"/A << {element.attributes} >>")
        if element.alternative:
            parts.append(f"/Alt {hex_string(element.alternative)}")
        if element.language:
            parts.append(f"/Lang ({element.language})")
        if element.identifier:
            parts.append(f"/ID ({element.identifier})")
        kids = [self._kid(kid) for kid in element.kids if not isinstance(kid, Element) or kid.kept]
        parts.append(f"/K {kids[0] if len(kids) == 1 else '[ ' + ' '.join(kids) + ' ]'}")
        return f"<< {' '.join(parts)} >>\n".encode("ascii")

    def _kid(self, kid: Element | Mark | AnnotationMark) -> str:
        if isinstance(kid, Element):
            return self.numbers.of(self.numbers.objects[id(kid)])
        page = self.numbers.page(kid.page)
        if isinstance(kid, AnnotationMark):
            return f"<< /Type /OBJR /Pg {page} /Obj {self.numbers.named(kid.name)} >>"
        if kid.page == self.element.page:
            return str(kid.number)
        return f"<< /Type /MCR /Pg {page} /MCID {kid.number} >>"


class _Numbers:
    """Object numbers of a document, and of the elements in it."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.objects: dict[int, _StructureObject] = {}

    def of(self, thing: Any) -> str:
        reference: bytes = self.document.Reference(thing).format(self.document)
        return reference.decode("ascii").strip()

    def named(self, name: str) -> str:
        reference: bytes = pdfdoc.PDFObjectReference(name).format(self.document)
        return reference.decode("ascii").strip()

    def page(self, page: int) -> str:
        return self.named(f"Page{page + 1}")


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Draws pages whose every mark is either content of a structure element or an artifact.

    `pages` is the number of pages, known from the layout, because the parent tree numbers links after
    them. Nothing here reads a clock: the same calls give the same bytes.
    """

    def __init__(self, about: About, root: Element, size: tuple[float, float], pages: int) -> None:
        self._buffer = io.BytesIO()
        fonts.font(fonts.REGULAR)
        super().__init__(
            self._buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.REGULAR,
            lang=about.language,
        )
        self._about, self._root, self._pages = about, root, pages
        self._on_page: list[Element] = []
        self._parents: list[list[Element]] = []
        self._link_elements: list[Element] = []
        self._open = False
        self._text_colour = ""
        self._bookmarks = 0
        self.setTitle(about.title)
        self.setSubject(about.subject)
        self.setAuthor(about.author)
        self.setKeywords(about.keywords)
        self.setCreator(_TOOL)
        self.setProducer(_TOOL)
        self.setViewerPreference("DisplayDocTitle", "true")
        self._doc.setDateFormatter(lambda *_: f"D:{about.day:%Y%m%d}000000Z")

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:
        """Content of an element; without one, an artifact that assistive technology passes over."""
        if element is None:
            with self.artifact():
                yield
            return
        number = len(self._on_page)
        self._on_page.append(element)
        element.kids.append(Mark(self.page_index, number))
        with self._marked(f"/{element.role} << /MCID {number} >> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "/Type /Layout") -> Iterator[None]:
        """Lines, backgrounds and repeated page furniture: not part of the text."""
        with self._marked(f"/Artifact << {kind} >> BDC"):
            yield

    @contextmanager
    def _marked(self, operator: str) -> Iterator[None]:
        if self._open:
            raise AssertionError("marked content may not be nested")
        self._open = True
        self._code.append(operator)
        yield
        self._code.append("EMC")
        self._open = False

    @property
    def page_index(self) -> int:
        """The page being drawn, counted from 0."""
        return len(self._parents)

    def write(
        self, x: float, y: float, text: str, font: str, size: float, colour: str, actual: str | None = None
    ) -> None:
        """One run of text with its baseline at (x, y). `actual` is what the run stands for where the
        typeface cannot show it: read aloud and copied instead of `text`."""
        code = self._code
        if colour != self._text_colour:
            code.append(f"{colour_operator(colour)} rg")
            self._text_colour = colour
        if actual is not None:
            code.append(f"/Span << /ActualText {hex_string(actual)} >> BDC")
        face = fonts.font(font)
        code.append(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm")
        for subset, codes in face.splitString(text, self._doc):
            name = face.getSubsetInternalName(subset, self._doc)
            code.append(f"{name} {size:g} Tf ({self._escape(codes)}) Tj")
        code.append("ET")
        if actual is not None:
            code.append("EMC")

    def fill_rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle, inside an artifact or a figure."""
        self._code.append(f"{colour_operator(colour)} rg {x:.3f} {y:.3f} {width:.3f} {height:.3f} re f")
        self._text_colour = colour

    def outline_rectangle(
        self, x: float, y: float, width: float, height: float, colour: str, line: float
    ) -> None:
        """The outline of a rectangle, `line` points wide, inside an artifact or a figure."""
        self._code.append(
            f"{colour_operator(colour)} RG {line:g} w {x:.3f} {y:.3f} {width:.3f} {height:.3f} re S"
        )

    def link(self, element: Element, box: tuple[float, float, float, float], target: str, name: str) -> None:
        """A link annotation over `box` (left, bottom, right, top) that belongs to a Link element."""
        key = self._pages + len(self._link_elements)
        self._link_elements.append(element)
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray([round(number, 2) for number in box]),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": pdfdoc.PDFString(name),
                "StructParent": key,
                "A": pdfdoc.PDFDictionary(
                    {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(target.encode("ascii", "ignore"))}
                ),
            }
        )
        label = f"Link{key}"
        self._addAnnotation(annotation, label)
        element.kids.append(AnnotationMark(self.page_index, self._doc.annotationName(label)))

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline that leads to height `top` of this page; levels from 0."""
        key = f"b{self._bookmarks}"
        self._bookmarks += 1
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level)

    def showPage(self) -> None:
        """Closes the page and remembers which elements its content belongs to."""
        if self._open:
            raise AssertionError("marked content is still open at the end of the page")
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._parents), pdfdoc.PDFName("S")
        page.Contents = compressed(page.stream)
        self._parents.append(self._on_page)
        self._on_page = []
        self._text_colour = ""

    def finish(self) -> bytes:
        """The file. The canvas cannot be used afterwards."""
        if len(self._parents) != self._pages:
            raise AssertionError(f"{self._pages} pages were announced, {len(self._parents)} were drawn")
        self._add_structure()
        self._add_catalog_entries()
        streams = "".join(page.stream for page in self._doc.Pages.pages)
        digest = hashlib.sha256((streams + repr(self._about)).encode("utf-8")).hexdigest()[:32]
        self._doc._ID = f"[ <{digest}> <{digest}> ]".encode("ascii")
        return bytes(self._doc.GetPDFData(self))

    def _add_structure(self) -> None:
        document = self._doc
        numbers = _Numbers(document)
        tree = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        document.Reference(tree, "StructTreeRoot")
        parents: dict[int, Any] = {id(self._root): tree}
        for element in self._root.kept_elements():
            thing = _StructureObject(element, parents[id(element)], numbers)
            numbers.objects[id(element)] = thing
            document.Reference(thing)
            for kid in element.kids:
                if isinstance(kid, Element):
                    parents[id(kid)] = thing
        rows: list[Any] = []
        for page, elements in enumerate(self._parents):
            rows += [page, pdfdoc.PDFArray([document.Reference(numbers.objects[id(e)]) for e in elements])]
        for place, element in enumerate(self._link_elements):
            rows += [self._pages + place, document.Reference(numbers.objects[id(element)])]
        tree["K"] = pdfdoc.PDFArray([document.Reference(numbers.objects[id(self._root)])])
        tree["ParentTree"] = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(rows)})
        tree["ParentTreeNextKey"] = self._pages + len(self._link_elements)
        named = {one.identifier: one for one in self._root.kept_elements() if one.identifier}
        if named:
            pairs = ((pdfdoc.PDFString(key), numbers.objects[id(named[key])]) for key in sorted(named))
            names = [part for key, thing in pairs for part in (key, document.Reference(thing))]
            tree["IDTree"] = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})
        document.Catalog.StructTreeRoot = tree

    def _add_catalog_entries(self) -> None:
        document, about = self._doc, self._about
        packet = xmp.packet(
            title=about.title,
            subject=about.subject,
            author=about.author,
            keywords=about.keywords,
            language=about.language,
            stamp=f"{about.day.isoformat()}T00:00:00Z",
            tool=_TOOL,
        )
        profile = compressed(colour_profile.srgb(), N=3)
        intent = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("OutputIntent"),
                "S": pdfdoc.PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
                "DestOutputProfile": document.Reference(profile),
            }
        )
        catalog = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = pdfdoc.PDFArray([intent])
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        metadata = FileStream(content=packet)
        metadata.dictionary["Type"] = pdfdoc.PDFName("Metadata")
        metadata.dictionary["Subtype"] = pdfdoc.PDFName("XML")
        catalog.Metadata = metadata
        if self._bookmarks:
            self.showOutline()
