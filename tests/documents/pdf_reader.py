"""Reads a PDF as assistive technology and as the eye would, with pikepdf, independently of the writer."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import pikepdf


@dataclass(frozen=True)
class Placed:
    """One string as drawn: page from 0, left, baseline, width and size in points; `artifact` for page
    furniture and repeated headers."""

    page: int
    x: float
    y: float
    width: float
    size: float
    text: str
    artifact: bool


class ReadPdf:
    """A parsed PDF: `placed` strings, text by (page, mark), and the structure tree."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.placed: list[Placed] = []
        self.texts: dict[tuple[int, int], str] = {}
        self.unmarked: list[str] = []
        self.codes_of_nothing = 0
        for number, page in enumerate(self.pdf.pages):
            self._read_page(number, page)
        self.root = self.pdf.Root.StructTreeRoot.K[0]

    def page_text(self, page: int) -> str:
        """All strings of a page, furniture included."""
        return " ".join(placed.text for placed in self.placed if placed.page == page)

    def leaves(self) -> list[str]:
        """The text of every structure element that holds text, in reading order."""
        return [text for _, text in self.tagged_leaves()]

    def tagged_leaves(self) -> list[tuple[str, str]]:
        """Role and text of every structure element that holds text, in reading order."""
        found: list[tuple[str, str]] = []
        self._walk(self.root, found)
        return found

    def elements(self, role: str) -> list[pikepdf.Dictionary]:
        """All elements of a role, in reading order."""
        return [element for element in self._all(self.root) if f"/{role}" == element.S]

    def outline(self) -> list[tuple[int, str]]:
        """Level and title of each bookmark."""
        found: list[tuple[int, str]] = []

        def visit(items: object, level: int) -> None:
            for item in items:  # type: ignore[attr-defined]
                found.append((level, item.title))
                visit(item.children, level + 1)

        with self.pdf.open_outline() as outline:
            visit(outline.root, 0)
        return found

    def _all(self, element: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
        found = [element]
        for kid in kids_of(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found += self._all(kid)
        return found

    def _walk(self, element: pikepdf.Dictionary, found: list[tuple[str, str]]) -> None:
        role = str(element.S)[1:]
        inner = [kid for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        if "/Alt" in element:
            found.append((role, str(element.Alt)))
        elif inner and any(kid.S not in ("/Link", "/Span", "/Reference") for kid in inner):
            for kid in inner:
                self._walk(kid, found)
        else:
            found.append((role, self._text(element)))

    def _text(self, element: pikepdf.Dictionary) -> str:
        text = ""
        for kid in kids_of(element):
            if not isinstance(kid, pikepdf.Dictionary):
                text += self.texts[self._page_number(element.Pg), int(kid)]
            elif "/S" in kid:
                text += self._text(kid)
            elif "/MCID" in kid:
                text += self.texts[self._page_number(kid.Pg), int(kid.MCID)]
        return text

    def _page_number(self, page: pikepdf.Dictionary) -> int:
        return pikepdf.Page(page).index

    def _read_page(self, number: int, page: pikepdf.Page) -> None:
        fonts = {name: _Font(font) for name, font in page.Resources.Font.items()}
        marks: list[tuple[str, int | None, bool]] = []
        font, size, x, y = None, 0.0, 0.0, 0.0
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC":
                    tag, entries = str(operands[0]), operands[1]
                    actual = (
                        str(entries.ActualText).removeprefix("\ufeff") if "/ActualText" in entries else None
                    )
                    if actual is not None:
                        self._say(number, marks, actual)
                    marks.append((tag, int(entries.MCID) if "/MCID" in entries else None, actual is not None))
                case "EMC":
                    marks.pop()
                case "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])
                case "Tm":
                    x, y = float(operands[4]), float(operands[5])
                case "Tj":
                    assert font is not None
                    codes = bytes(operands[0])
                    self.codes_of_nothing += codes.count(0)
                    text, width = font.decode(codes), font.width(codes) * size / 1000
                    artifact = any(tag == "/Artifact" for tag, _, _ in marks)
                    self.placed.append(Placed(number, x, y, width, size, text, artifact))
                    x += width
                    if not marks:
                        self.unmarked.append(text)
                    if not any(replaced for _, _, replaced in marks):
                        self._say(number, marks, text)
        assert not marks

    def _say(self, page: int, marks: list[tuple[str, int | None, bool]], text: str) -> None:
        for _, mark, _ in marks:
            if mark is not None:
                self.texts[page, mark] = self.texts.get((page, mark), "") + text


class _Font:
    def __init__(self, font: pikepdf.Dictionary) -> None:
        self.widths = [float(width) for width in font.Widths]
        source = font.ToUnicode.read_bytes().decode("ascii")
        self.unicode = {
            int(code, 16): bytes.fromhex(value).decode("utf-16-be")
            for code, value in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", source)
        }

    def decode(self, codes: bytes) -> str:
        return "".join(self.unicode[code] for code in codes)

    def width(self, codes: bytes) -> float:
        return sum(self.widths[code] for code in codes)


def kids_of(element: pikepdf.Dictionary) -> list[object]:
    """The kids of a structure element, one or many."""
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
