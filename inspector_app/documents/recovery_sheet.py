"""The recovery sheet: the code that opens a database when the passphrase is gone, to be locked away.

One page, tagged like the letter, with the code in groups of four and as a QR code for those who have a
scanner. The program keeps no copy: whoever has the laptop and this sheet can read everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inspector_app.documents import blocks as b
from inspector_app.documents.layout import Box, Stack
from inspector_app.documents.structure import Element
from inspector_app.documents.styles import INK, PAGE, styles
from inspector_app.documents.tagging import About, TaggedCanvas

TITLE = "Recovery sheet"
_ALTERNATIVE = "The recovery code above as a QR code."
_QR_POINTS = 120.0
_QUIET = 4
"""Empty modules around a QR code, as its standard asks."""
_LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the sheet says. `laptop` is a name by which the laptop is known, never a path; `office` is the
    head office that can open the database too, '' for none.
    """

    code: str
    inspector: str
    laptop: str
    office: str
    made_on: date


def render_recovery_sheet(facts: SheetFacts) -> bytes:
    """The sheet as tagged PDF (PDF/UA-1): the same facts give the same bytes."""
    from inspector_app.documents.build import Builder
    from inspector_app.documents.pages import paginate

    look = styles(False)
    root = Element("Document")
    document = sheet_document(facts)
    boxes: list[Box] = [Builder(document, look, root).stack()]
    boxes.append(QrBox(facts.code, root.add("Figure", alternative=_ALTERNATIVE)))
    pages = paginate(Stack(boxes), look)
    about = About(TITLE, document.subject, document.author, "", _LANGUAGE, facts.made_on)
    canvas = TaggedCanvas(about, root, PAGE, len(pages))
    for page in pages:
        page.draw(canvas, look.left, PAGE[1] - look.top, look.measure)
        canvas.showPage()
    return canvas.finish()


def sheet_document(facts: SheetFacts) -> b.Document:
    """The sheet's blocks in reading order; the QR code follows them."""
    day = f"{facts.made_on.day} {facts.made_on:%B %Y}"
    rows = [("Inspector", facts.inspector), ("Laptop", facts.laptop), ("Made on", day)]
    words = [
        "This code opens the inspections on this laptop when the passphrase is forgotten. Capitals, blanks "
        "and dashes do not matter.",
        "Whoever has the laptop and this sheet can read everything on it: keep the two apart, put the sheet "
        "in a safe or a locked drawer, and keep no copy or photograph of it.",
        "A new sheet puts this one out of use: destroy it then.",
    ]
    if facts.office:
        words.insert(1, f"{facts.office} can open the inspections too, with its own key.")
    parts: list[b.Block] = [
        b.Heading(1, TITLE),
        b.Facts(tuple((b.Run(name), ((b.Run(value),),)) for name, value in rows if value)),
        b.Heading(2, "Recovery code"),
        b.Paragraph((b.Run(facts.code, strong=True),), "lead"),
        *(b.Paragraph((b.Run(text),)) for text in words),
    ]
    furniture = b.Furniture("", "", "", "", "", "", "", "", "[{count} characters of {script}]")
    return b.Document(
        TITLE,
        "How to open the inspections without the passphrase",
        "",
        "",
        _LANGUAGE,
        facts.made_on,
        False,
        furniture,
        tuple(parts),
    )


class QrBox:
    """A QR code as one figure, drawn in squares: no picture, no other library."""

    def __init__(self, text: str, element: Element) -> None:
        self.modules = qr_modules(text)
        self.element = element
        self.before, self.after, self.keep = 18.0, 12.0, True

    def height(self, width: float) -> float:
        return _QR_POINTS

    def least_width(self) -> float:
        return _QR_POINTS

    def split(self, width: float, room: float, force: bool) -> tuple[Box | None, Box]:
        return None, self

    def draw(self, pen: TaggedCanvas, x: float, top: float, width: float) -> None:
        size = _QR_POINTS / (len(self.modules) + 2 * _QUIET)
        bottom = top - _QR_POINTS
        self.element.attributes = (
            f"/O /Layout /Placement /Block /BBox [ {x:.2f} {bottom:.2f} {x + _QR_POINTS:.2f} {top:.2f} ]"
        )
        with pen.tagged(self.element):
            for row, line in enumerate(self.modules, start=_QUIET):
                for column, dark in enumerate(line, start=_QUIET):
                    if dark:
                        pen.fill_rectangle(x + column * size, top - (row + 1) * size, size, size, INK)


def qr_modules(text: str) -> list[list[bool]]:
    """The squares of a QR code with a quarter of redundancy, row by row; True is dark."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(QR8bitByte(text))
    code.make()
    size = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(size)] for row in range(size)]
