"""Gives blocks their look: boxes with styles, and elements of the structure tree in reading order."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.documents import blocks as b
from inspector_app.documents.fields import fields
from inspector_app.documents.layout import (
    Bookmark,
    Box,
    Columns,
    Label,
    Panel,
    Rule,
    ScaleFigure,
    Stack,
    TextBox,
)
from inspector_app.documents.structure import Element
from inspector_app.documents.styles import ACCENT, HAIRLINE, INK, Styles, TextStyle
from inspector_app.documents.tables import TableBox, TableLook

_LIST_ATTRIBUTES = {
    "bullet": "/O /List /ListNumbering /Disc",
    "letters": "/O /List /ListNumbering /LowerAlpha",
    "none": "/O /List /ListNumbering /None",
}
_SHORT_TABLE = 4  # rows of a table that is not parted without need
_COLUMN = "/O /Table /Scope /Column"
_ROW = "/O /Table /Scope /Row"


class Builder:
    """Turns the blocks of one document into one stack of boxes under `root`."""

    def __init__(self, document: b.Document, styles: Styles, root: Element) -> None:
        self.document, self.styles, self.root = document, styles, root
        self.missing = document.furniture.missing

    def stack(self) -> Stack:
        """All blocks of the document."""
        return Stack([box for block in self.document.blocks for box in self._block(block, self.root)])

    def _block(self, block: b.Block, parent: Element) -> list[Box]:
        match block:
            case b.Heading():
                return [self._heading(block, parent)]
            case b.Paragraph():
                return [self.text(block.runs, block.manner, parent.add("P", language=block.language))]
            case b.Lines():
                return self._lines(block, parent)
            case b.Listing():
                return self._listing(block, parent)
            case b.Facts():
                return [self._facts(block, parent)]
            case b.Table():
                return [self._table(block, parent)]
            case b.Note():
                note = parent.add("P").add("Note")
                note.identifier = block.name
                return [self.text(block.runs, "footnote", note)]
            case _:
                return self._composed(block, parent)

    def _composed(self, block: b.Composed, parent: Element) -> list[Box]:
        match block:
            case b.Finding():
                return self._finding(block, parent)
            case b.Notice():
                return [self._notice(block, parent)]
            case b.Letterhead():
                return self._letterhead(block, parent)
            case b.Beside():
                return [self._beside(block, parent)]
            case b.Fields():
                return fields(block, parent, self)
            case b.Together():
                return [
                    Stack([box for part in block.blocks for box in self._block(part, parent)], whole=True)
                ]

    def text(self, runs: b.Inline, role: str, element: Element) -> TextBox:
        """A paragraph of runs in the style of a role."""
        return TextBox(runs, self.styles[role], element, self.missing)

    def _heading(self, block: b.Heading, parent: Element) -> TextBox:
        bookmark = Bookmark(block.bookmark, block.level - 1) if block.bookmark else None
        return TextBox(
            (b.Run(block.text),),
            self.styles[f"h{block.level}"],
            parent.add(f"H{block.level}", language=block.language),
            self.missing,
            bookmark=bookmark,
        )

    def _lines(self, block: b.Lines, parent: Element) -> list[Box]:
        boxes: list[Box] = []
        for line in block.lines:
            box = self.text(line, block.manner, parent.add("P"))
            box.after = 0.0
            boxes.append(box)
        return [Stack(boxes)] if boxes else []

    def _listing(self, block: b.Listing, parent: Element) -> list[Box]:
        element = parent.add("L", _LIST_ATTRIBUTES[block.numbering])
        style = self.styles["item"]
        boxes: list[Box] = []
        for item in block.items:
            entry = element.add("LI")
            label = Label(item.label, entry.add("Lbl"), self.styles.em(1.6)) if item.label else None
            boxes.append(TextBox(item.runs, style, entry.add("LBody"), self.missing, label=label))
        return boxes

    def _facts(self, block: b.Facts, parent: Element) -> Box:
        body = parent.add("Table").add("TBody")
        rows: list[list[Box]] = []
        for name, values in block.rows:
            row = body.add("TR")
            head = self.text((name,), "fact name", row.add("TH", _ROW))
            rows.append([head, self._cell_lines(values, row.add("TD"))])
        shares = (0.40, 0.60) if block.narrow or self.styles.large else (0.27, 0.73)
        padding = self.styles.em(0.12 if block.narrow else 0.34)
        look = TableLook(padding, self.styles.em(0.9), not block.narrow, self.styles.em(12))
        space = 0.0 if block.narrow else self.styles.em(0.6)
        table = TableBox(rows, shares, look, before=space, after=space)
        # Facts are read together; in large print they seldom fit one page.
        return table if self.styles.large else Stack([table], whole=True)

    def _cell_lines(self, values: tuple[b.Inline, ...], cell: Element) -> Box:
        if len(values) == 1:
            return self.text(values[0], "fact", cell)
        return Stack([self.text(value, "fact", cell.add("P")) for value in values])

    def _table(self, block: b.Table, parent: Element) -> Box:
        table = parent.add("Table")
        header_row = table.add("THead").add("TR")
        header = [self.text((title,), "cell head", header_row.add("TH", _COLUMN)) for title in block.header]
        body = table.add("TBody")
        rows: list[list[Box]] = []
        for cells in block.rows:
            row = body.add("TR")
            rows.append(
                [
                    self._cell(
                        cell,
                        row.add("TH", _ROW) if place == 0 else row.add("TD"),
                        place == 0 and block.strong_names,
                    )
                    for place, cell in enumerate(cells)
                ]
            )
        look = TableLook(self.styles.em(0.42), self.styles.em(0.9), True, self.styles.em(12))
        space = self.styles.em(0.7)
        box = TableBox(rows, block.shares, look, header=header, before=space, after=space)
        short = len(rows) <= _SHORT_TABLE and not self.styles.large
        return Stack([box], whole=True) if short else box

    def _cell(self, cell: b.Cell, element: Element, strong: bool) -> Box:
        runs = tuple(replace(run, strong=True) for run in cell.runs) if strong else cell.runs
        if cell.scale is None:
            return self.text(runs, "cell", element)
        text = self.text(runs, "cell", element.add("P"))
        figure = element.add("Figure", alternative=cell.scale.description, language=cell.scale.language)
        return Stack([text, ScaleFigure(cell.scale, figure, self.styles.em(0.62))], whole=True)

    def _finding(self, block: b.Finding, parent: Element) -> list[Box]:
        section = parent.add("Sect")
        em = self.styles.em
        style = self.styles["h3"]
        title = TextBox(
            (replace(block.name, text=f"{block.name.text}: "), b.Run(block.title)),
            _white(style) if block.binding else style,
            section.add("H3"),
            self.missing,
            bookmark=Bookmark(f"{block.name.text}: {block.title}", 2),
        )
        band = Panel(
            title,
            "filled" if block.binding else "outlined",
            (em(0.5), em(0.95), em(0.55)),
            before=em(1.3),
            keep=True,
        )
        parts = Stack([self._part(part, section) for part in block.parts])
        body = Panel(
            parts,
            "barred" if block.binding else "lined",
            (em(0.75), em(0.95), em(0.2)),
            after=em(1.3),
            continued=TextBox((b.Run(block.continued),), self.styles["continued"], None, self.missing),
        )
        return [band, body]

    def _part(self, part: b.Part, section: Element) -> Box:
        head = TextBox((part.label,), self.styles["h4"], section.add("H4"), self.missing)
        content = Stack([box for block in part.blocks for box in self._block(block, section)])
        if self.styles.large:
            part_box = Stack([head, content])
            part_box.before = self.styles.em(0.5)
            return part_box
        # The small label stands on the first line of the text beside it.
        shift = self.styles["body"].ascent - head.style.ascent
        box = Columns(Panel(head, "plain", (shift, 0.0, 0.0)), content, 0.22, self.styles.em(0.9))
        box.after = self.styles.em(0.7)
        return box

    def _notice(self, block: b.Notice, parent: Element) -> Panel:
        runs = (replace(block.word, text=f"{block.word.text}. ", strong=True), *block.runs)
        text = self.text(runs, "notice", parent.add("P"))
        em = self.styles.em
        return Panel(text, "outlined", (em(0.5), em(0.8), em(0.6)), before=em(1.0), after=em(0.6), colour=INK)

    def _letterhead(self, block: b.Letterhead, parent: Element) -> list[Box]:
        boxes: list[Box] = [self.text((b.Run(block.organisation),), "sender", parent.add("P"))]
        boxes += [self.text(line, "sender lines", parent.add("P")) for line in block.lines]
        em = self.styles.em
        return [Stack(boxes), Rule(em(0.9), em(1.4), 1.6, ACCENT)]

    def _beside(self, block: b.Beside, parent: Element) -> Box:
        left = Stack([box for part in block.left for box in self._block(part, parent)])
        right = Stack([box for part in block.right for box in self._block(part, parent)])
        if self.styles.large:
            return Stack([left, Rule(self.styles.em(0.8), self.styles.em(0.6), 0.6, HAIRLINE), right])
        return Columns(left, right, 0.46, self.styles.em(1.4))


def _white(style: TextStyle) -> TextStyle:
    """The style in white, for text on a filled band."""
    plain = replace(style.plain, colour="FFFFFF")
    return replace(style, plain=plain, strong=replace(style.strong, colour="FFFFFF"))
