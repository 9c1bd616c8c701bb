"""Puts a document on A4 pages, with the furniture that every page repeats, and writes the file."""

from __future__ import annotations

from inspector_app.documents import fonts
from inspector_app.documents.blocks import Document, Furniture
from inspector_app.documents.build import Builder
from inspector_app.documents.cleaning import printable
from inspector_app.documents.layout import Box, Stack
from inspector_app.documents.structure import Element
from inspector_app.documents.styles import HAIRLINE, INK, PAGE, PAPER, Styles, TextStyle, styles
from inspector_app.documents.tagging import About, TaggedCanvas
from inspector_app.documents.text import fitting

_HEADER = "/Type /Pagination /Subtype /Header"
_LONGEST_LINE = 300  # characters that could fit the width of a page, and some
_BELOW_THE_TEXT = 21.3  # points from the text to the line over the footer
_FOOTER = "/Type /Pagination /Subtype /Footer"


def render(document: Document) -> bytes:
    """The document as tagged PDF (PDF/UA-1 and PDF/A-2a): same document, same bytes."""
    look = styles(document.large_print)
    root = Element("Document")
    pages = paginate(Builder(document, look, root).stack(), look)
    about = About(
        document.title,
        document.subject,
        document.author,
        document.keywords,
        document.language,
        document.day,
    )
    canvas = TaggedCanvas(about, root, PAGE, len(pages))
    furniture = _Furniture(document.furniture, look, canvas)
    for number, page in enumerate(pages, start=1):
        furniture.draw(number, len(pages))
        page.draw(canvas, look.left, PAGE[1] - look.top, look.measure)
        canvas.showPage()
    return canvas.finish()


def paginate(stack: Stack, look: Styles) -> list[Box]:
    """The stack parted into pages."""
    room = PAGE[1] - look.top - look.bottom
    pages: list[Box] = []
    rest: Box = stack
    while rest.height(look.measure) > room:
        head, tail = rest.split(look.measure, room, False)
        if head is None:
            head, tail = rest.split(look.measure, room, True)
        if head is None:
            raise AssertionError("nothing fits on an empty page")
        pages.append(head)
        rest = tail
    return [*pages, rest]


class _Furniture:
    """Header and footer of the pages: all artifacts, because the text says the same once."""

    def __init__(self, words: Furniture, look: Styles, canvas: TaggedCanvas) -> None:
        self.words, self.look, self.canvas = words, look, canvas
        self.plain, self.strong = look["furniture"], look["furniture strong"]

    def draw(self, number: int, count: int) -> None:
        with self.canvas.artifact(_HEADER):
            self._header(number)
        with self.canvas.artifact(_FOOTER):
            self._footer(number, count)

    def _header(self, number: int) -> None:
        words, look = self.words, self.look
        y = PAGE[1] - look.top * 0.55
        right = self._chip(words.state, PAGE[0] - look.right, y, filled=False)
        left = look.left
        if words.mark:
            left = self._mark(left, y)
            self._write(words.mark_meaning, left, y, self.strong, right - left - 8)
        elif number > 1:
            self._write(f"{words.sender}  ·  {words.reference}", left, y, self.plain, right - left - 8)

    def _footer(self, number: int, count: int) -> None:
        words, look, canvas = self.words, self.look, self.canvas
        line = look.bottom - _BELOW_THE_TEXT
        canvas.fill_rectangle(look.left, line, look.measure, 0.6, HAIRLINE)
        y = line - self.plain.plain.size * 1.5
        page = words.page.replace("{page}", str(number)).replace("{pages}", str(count))
        width = fonts.measure(page, self.plain.strong.font, self.plain.plain.size)
        self._write(page, PAGE[0] - look.right - width, y, self.strong, width + 1)
        self._write(
            f"{words.reference}  ·  {words.code}", look.left, y, self.plain, look.measure - width - 12
        )
        self._digest(y - look["furniture code"].plain.size * 1.6)

    def _digest(self, y: float) -> None:
        """The whole digest on one line, or in large print, where it is as large as the rest, on two."""
        text, look = self.words.digest, self.look
        style = look["furniture code"]
        ink = style.plain
        if fonts.measure(text, ink.font, ink.size) <= look.measure:
            self._write(text, look.left, y, style, look.measure)
            return
        name, _, code = text.rpartition(" ")
        half = len(code) // 2
        width = fonts.measure(f"{name} ", ink.font, ink.size)
        self._write(f"{name} {code[:half]}", look.left, y, style, look.measure)
        self._write(code[half:], look.left + width, y - ink.size * 1.35, style, look.measure - width)

    def _mark(self, left: float, y: float) -> float:
        """The filled chip of an example; where the text beside it starts."""
        size = self.strong.plain.size
        width = fonts.measure(self.words.mark, fonts.BOLD, size)
        self.canvas.fill_rectangle(left, y - size * 0.45, width + 12, size * 1.6, INK)
        self.canvas.write(left + 6, y, self.words.mark, fonts.BOLD, size, PAPER)
        return left + width + 20

    def _chip(self, text: str, right: float, y: float, *, filled: bool) -> float:
        """An outlined word that ends at `right`; where it starts."""
        size = self.strong.plain.size
        width = fonts.measure(text, fonts.BOLD, size) + 12
        self.canvas.outline_rectangle(right - width, y - size * 0.45, width, size * 1.6, INK, 0.9)
        self.canvas.write(right - width + 6, y, text, fonts.BOLD, size, INK)
        return right - width

    def _write(self, text: str, x: float, y: float, style: TextStyle, room: float) -> None:
        """One line, shortened to fit its room: the text of the page says it whole."""
        ink = style.plain
        text = text[:_LONGEST_LINE]
        shown = "".join(piece.text for piece in printable(text, fonts.covers, self.words.missing))
        if fonts.measure(shown, ink.font, ink.size) > room:
            mark = fonts.measure("…", ink.font, ink.size)
            shown = shown[: fitting(shown, ink, room - mark)] + "…"
        self.canvas.write(x, y, shown, ink.font, ink.size, ink.colour)
