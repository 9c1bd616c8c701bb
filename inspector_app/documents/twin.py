"""The text of a document without a look, for the accessible preview and to check the PDF against."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.documents import blocks as b
from inspector_app.documents.cleaning import printable


def text_of_document(document: b.Document) -> str:
    """The text in reading order: a line a paragraph, heading, list item or row, an empty line before each
    heading. Cells of a table are given with their column's name, as a screen reader would."""
    lines: list[str] = []
    for block in document.blocks:
        lines += _lines(block)
    return "\n".join(lines).strip("\n") + "\n"


def spoken(document: b.Document) -> list[str]:
    """Every text that assistive technology meets, one a leaf of the structure tree, in its order."""
    return [text for block in document.blocks for text in _leaves(block)]


def unprintable_in(document: b.Document) -> tuple[str, ...]:
    """What the typeface lacks, each stretch once."""
    from inspector_app.documents import fonts

    found: dict[str, None] = {}
    for text in spoken(document):
        for piece in printable(text, fonts.covers, document.furniture.missing):
            if piece.actual:
                found[piece.actual] = None
    return tuple(found)


def field_text(field: b.Field) -> str:
    """The label of a field with its hint: "Start date: day, month and year"."""
    return f"{field.label.text}: {_said(field.hint)}" if field.hint else field.label.text


def _said(runs: b.Inline) -> str:
    return "".join(run.text for run in runs)


def _lines(block: b.Block) -> list[str]:
    match block:
        case b.Heading():
            return ["", block.text]
        case b.Listing():
            return [f"{item.label} {_said(item.runs)}".strip() for item in block.items]
        case b.Facts():
            return [f"{name.text}: {'; '.join(map(_said, values))}" for name, values in block.rows]
        case b.Table():
            return [_row(block.header, row) for row in block.rows]
        case b.Finding() | b.Beside() | b.Together() | b.Notice() | b.Fields():
            return _composed_lines(block)
        case _:
            return list(_leaves(block))


def _composed_lines(block: b.Finding | b.Beside | b.Together | b.Notice | b.Fields) -> list[str]:
    match block:
        case b.Finding():
            lines = ["", f"{block.name.text}: {block.title}"]
            for part in block.parts:
                lines += [f"{part.label.text}:", *(line for inner in part.blocks for line in _lines(inner))]
            return lines
        case b.Beside():
            return [line for inner in (*block.left, *block.right) for line in _lines(inner)]
        case b.Together():
            return [line for inner in block.blocks for line in _lines(inner)]
        case _:
            return ["", *_leaves(block)]


def _row(header: tuple[b.Run, ...], row: tuple[b.Cell, ...]) -> str:
    cells = []
    for title, cell in zip(header, row, strict=True):
        drawn = f" ({cell.scale.description})" if cell.scale else ""
        if cell.runs:
            cells.append(f"{title.text}: {_said(cell.runs)}{drawn}")
    return "; ".join(cells)


def _leaves(block: b.Block) -> Iterator[str]:
    match block:
        case b.Heading():
            yield block.text
        case b.Paragraph() | b.Note():
            yield _said(block.runs)
        case b.Lines():
            yield from map(_said, block.lines)
        case b.Listing():
            for item in block.items:
                yield from filter(None, (item.label, _said(item.runs)))
        case b.Facts():
            for name, values in block.rows:
                yield name.text
                yield from map(_said, values)
        case b.Table():
            yield from (title.text for title in block.header)
            for cell in (cell for row in block.rows for cell in row):
                yield from filter(None, (_said(cell.runs), cell.scale.description if cell.scale else ""))
        case _:
            yield from _inner_leaves(block)


def _inner_leaves(block: b.Composed) -> Iterator[str]:
    match block:
        case b.Notice():
            yield f"{block.word.text}. {_said(block.runs)}"
        case b.Letterhead():
            yield block.organisation
            yield from map(_said, block.lines)
        case b.Finding():
            yield from _finding_leaves(block)
        case b.Fields():
            yield from _field_leaves(block)
        case b.Beside():
            for beside in (*block.left, *block.right):
                yield from _leaves(beside)
        case b.Together():
            for together in block.blocks:
                yield from _leaves(together)


def _finding_leaves(block: b.Finding) -> Iterator[str]:
    yield f"{block.name.text}: {block.title}"
    for part in block.parts:
        yield part.label.text
        for inner in part.blocks:
            yield from _leaves(inner)


def _field_leaves(block: b.Fields) -> Iterator[str]:
    if block.heading:
        yield _said(block.heading)
    for field in (field for row in block.rows for field in row):
        yield field_text(field)
        if field.value:
            yield _said(field.value)
