"""Documents as DOCX: forms that a provider fills in on a screen, and letters for those who must edit.

Made from the same blocks as the PDF. In a form only the fields can be changed (document protection and
content controls); an editable letter says at its head that the record does not follow what is changed here.
The only module that imports python-docx. Nothing reads a clock: same document, same bytes.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from inspector_app.documents import blocks as b
from inspector_app.documents import word_parts as parts
from inspector_app.documents.words import Words
from inspector_app.inspections.letter_wording import LetterWording

if TYPE_CHECKING:
    from docx.table import _Cell

    Place = Any
    """Where paragraphs and tables can be added: the body or a cell."""

_TEXT_WIDTH = 165.0  # millimetres between the margins
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render_docx(document: b.Document, wording: LetterWording, *, form: bool) -> bytes:
    """The document as a DOCX file; `form` locks all but its fields."""
    return _Writer(document, Words(wording, document.language), form).file()


class _Writer:
    """Writes the blocks of one document, in order."""

    def __init__(self, document: b.Document, words: Words, form: bool) -> None:
        from docx import Document as new_document

        self.document, self.words, self.form = document, words, form
        self.word = new_document()
        self.lists = parts.Lists(self.word)
        self.controls = 0

    def file(self) -> bytes:
        """The whole file."""
        parts.set_up(self.word, self.document)
        if self.form:
            parts.protect(self.word)
        else:
            self._notice(
                b.Notice(self.words.run("marks.editable"), self.words.runs("marks.editable_meaning")),
                self.word,
            )
        for block in self.document.blocks:
            self._block(block, self.word)
        made = io.BytesIO()
        self.word.save(made)
        return _undated(made.getvalue())

    def _block(self, block: b.Block, place: Place) -> None:
        match block:
            case b.Heading():
                parts.heading(place, block.level, (b.Run(block.text, language=block.language),))
            case b.Paragraph():
                runs = tuple(
                    b.Run(run.text, run.strong, run.link, run.language or block.language)
                    for run in block.runs
                )
                self._paragraph(place, runs, parts.MANNERS.get(block.manner, ""))
            case b.Lines():
                for line in block.lines:
                    self._paragraph(place, line, "tight")
            case b.Listing():
                self._listing(block, place)
            case b.Facts():
                self._facts(block, place)
            case b.Table():
                self._table(block, place)
            case b.Note():
                self._paragraph(place, block.runs, "soft")
            case _:
                self._composed(block, place)

    def _composed(self, block: b.Composed, place: Place) -> None:
        match block:
            case b.Finding():
                self._finding(block, place)
            case b.Notice():
                self._notice(block, place)
            case b.Letterhead():
                self._paragraph(place, (b.Run(block.organisation, strong=True),), "sender")
                for line in block.lines:
                    self._paragraph(place, line, "tight")
            case b.Beside():
                for part in (*block.left, *block.right):
                    self._block(part, place)
            case b.Together():
                for closing in block.blocks:
                    self._block(closing, place)
            case b.Fields():
                self._fields(block, place)

    def _paragraph(self, place: Place, runs: b.Inline, manner: str = "") -> None:
        parts.write(place.add_paragraph(), runs, manner)

    def _listing(self, block: b.Listing, place: Place) -> None:
        number = self.lists.begin(block.numbering)
        for item in block.items:
            paragraph = place.add_paragraph()
            parts.write(paragraph, item.runs, "tight")
            if number:
                self.lists.join(paragraph, number)

    def _facts(self, block: b.Facts, place: Place) -> None:
        table = self._grid(place, (0.3, 0.7), len(block.rows))
        for row, (name, values) in zip(table.rows, block.rows, strict=True):
            name_cell, value_cell = row.cells
            parts.write(name_cell.paragraphs[0], (name,), "fact name")
            parts.fill(value_cell, values)

    def _table(self, block: b.Table, place: Place) -> None:
        table = self._grid(place, block.shares, len(block.rows) + 1)
        head, *rows = table.rows
        parts.repeat_header(head)
        for cell, title in zip(head.cells, block.header, strict=True):
            parts.write(cell.paragraphs[0], (title,), "head")
        for row, cells in zip(rows, block.rows, strict=True):
            for place_in_row, (target, cell) in enumerate(zip(row.cells, cells, strict=True)):
                strong = block.strong_names and place_in_row == 0
                parts.write(target.paragraphs[0], cell.runs, "strong" if strong else "tight")

    def _finding(self, block: b.Finding, place: Place) -> None:
        name = b.Run(f"{block.name.text}: ", language=block.name.language)
        parts.heading(place, 3, (name, b.Run(block.title)))
        for part in block.parts:
            parts.heading(place, 4, (part.label,))
            for inner in part.blocks:
                self._block(inner, place)

    def _notice(self, block: b.Notice, place: Place) -> None:
        word = b.Run(f"{block.word.text}. ", strong=True, language=block.word.language)
        self._paragraph(place, (word, *block.runs), "notice")

    def _fields(self, block: b.Fields, place: Place) -> None:
        if block.heading:
            parts.heading(place, 3, block.heading)
        for row in block.rows:
            table = self._grid(place, tuple(field.share for field in row), 1)
            for cell, field in zip(table.rows[0].cells, row, strict=True):
                self._field(cell, field, block.ours)
        place.add_paragraph()

    def _field(self, cell: _Cell, field: b.Field, ours: bool) -> None:
        label = b.Run(field.label.text + (": " if field.hint else ""), True, "", field.label.language)
        parts.write(cell.paragraphs[0], (label, *field.hint), "tight")
        if field.value:
            parts.write(cell.add_paragraph(), field.value, "tight")
            return
        if ours:
            parts.shade(cell)
        self.controls += 1
        key = "marks.choose_date" if field.day else "marks.write_here"
        parts.control(cell, self.controls, field, self.words.run(key), self.document.language)

    def _grid(self, place: Place, shares: tuple[float, ...], rows: int) -> Any:
        from docx.shared import Mm

        table = place.add_table(rows=rows, cols=len(shares))
        table.style = "Table Grid"
        table.autofit = False
        for column, share in zip(table.columns, shares, strict=True):
            width = Mm(_TEXT_WIDTH * share / sum(shares))
            column.width = width
            for cell in column.cells:
                cell.width = width
        return table


def _undated(data: bytes) -> bytes:
    """The package with no time of its making in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return made.getvalue()
