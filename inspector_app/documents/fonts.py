"""The letters' typeface, embedded as subsets, and which characters it has.

Noto Sans holds all letters of Welsh and Gaelic, Greek and Cyrillic. ReportLab cannot embed outlines of
the CFF kind, and never may the file pull in Helvetica, which is not embedded: only these names are used.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from inspector_app import resources
from inspector_app.documents.streams import mend

REGULAR = "InspectorSans"
BOLD = "InspectorSans-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}


class LetterFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font whose subsets tell the right characters to whoever copies or listens.

    ReportLab 5.1 maps unused codes to U+0000 (forbidden by ISO 14289-1, 7.21.7), writes blocks of more
    than 100 entries and five digits beyond the basic plane. The maps are replaced after it made them,
    which needs no patch of the library.
    """

    def addObjects(self, doc: Any) -> None:
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            font = doc.idToObject[self._name_of_subset(doc, number)]
            doc.idToObject[font.ToUnicode.name].content = _to_unicode(font.BaseFont, subset)
            descriptor = doc.idToObject[font.FontDescriptor.name]
            for stream in (font.ToUnicode, descriptor.dict["FontFile2"]):
                mend(doc, stream.name)

    def _name_of_subset(self, doc: Any, number: int) -> str:
        return f"{doc.fontMapping[self.fontName].lstrip('/')}+{number}"


@cache
def font(name: str) -> LetterFont:
    """The font of one of this module's names, loaded once a process (about 5 ms)."""
    loaded = LetterFont(name, str(resources.path("fonts", _FILES[name])), asciiReadable=1, shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _widths(name: str) -> dict[int, float]:
    face = font(name).face
    return {code: face.getCharWidth(code) / 1000 for code in face.charToGlyph} | {
        0xA0: face.getCharWidth(32) / 1000
    }


def measure(text: str, name: str, size: float) -> float:
    """The width of a text in points. Every character must be covered."""
    widths = _widths(name)
    return size * sum([widths[ord(character)] for character in text])


def covers(character: str) -> bool:
    """Whether the typeface has the character, in all its weights, and draws something for it."""
    return ord(character) in _widths(REGULAR) and ord(character) in _widths(BOLD)


def _to_unicode(name: str, subset: list[int]) -> str:
    """The ToUnicode map of a subset: its codes in order, in blocks of at most 100 (Adobe note 5411)."""
    rows = []
    for code, value in enumerate(subset):
        character = chr(value) if value > 31 and value != 127 else "\ufffd"
        rows.append(f"<{code:02X}> <{character.encode('utf-16-be').hex().upper()}>")
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
