"""The same letter for other people's typesetters, from the same blocks: HTML and typst's markup.

WeasyPrint and typst are measured only where they are installed, in any folder of PYTHONPATH.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec

from inspector_app.documents import blocks as b

_STYLE = (
    "@page{size:A4;margin:25mm 22mm}body{font:11pt 'Noto Sans',sans-serif}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:2pt 6pt}"
)


def peers(document: b.Document) -> dict[str, Callable[[], bytes]]:
    """What renders the document to a tagged PDF, by name; those installed."""
    made: dict[str, Callable[[], bytes]] = {}
    if find_spec("weasyprint"):
        made["WeasyPrint"] = _weasyprint(document)
    if find_spec("typst"):
        made["typst"] = _typst(document)
    return made


def _weasyprint(document: b.Document) -> Callable[[], bytes]:
    import weasyprint

    body = "".join(_html(block) for block in document.blocks)
    title = escape(document.title)
    head = f"<head><title>{title}</title><style>{_STYLE}</style></head>"
    page = f"<html lang='en-GB'>{head}<body>{body}</body></html>"

    def render() -> bytes:
        return bytes(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))

    return render


def _typst(document: b.Document) -> Callable[[], bytes]:
    import typst

    head = f'#set document(title: "{_quoted(document.title)}")\n#set text(lang: "en", size: 11pt)\n'
    source = (head + "".join(_markup(block) for block in document.blocks)).encode("utf-8")

    def render() -> bytes:
        return bytes(typst.compile(source, format="pdf", pdf_standards=["ua-1"]))

    return render


def _said(runs: b.Inline) -> str:
    return "".join(run.text for run in runs)


def _flat(block: b.Block) -> Iterator[b.Block]:
    match block:
        case b.Finding():
            yield b.Heading(3, f"{block.name.text}: {block.title}")
            for part in block.parts:
                yield b.Heading(4, part.label.text)
                yield from part.blocks
        case b.Beside():
            yield from (*block.left, *block.right)
        case b.Together():
            yield from block.blocks
        case b.Letterhead():
            yield b.Lines(((b.Run(block.organisation),), *block.lines))
        case b.Notice():
            yield b.Paragraph((block.word, *block.runs))
        case _:
            yield block


def _html(block: b.Block) -> str:
    return "".join(_html_one(one) for one in _flat(block))


def _html_one(block: b.Block) -> str:
    match block:
        case b.Heading():
            return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
        case b.Paragraph():
            return f"<p>{escape(_said(block.runs))}</p>"
        case b.Lines():
            return "".join(f"<p>{escape(_said(line))}</p>" for line in block.lines)
        case b.Listing():
            return f"<ul>{''.join(f'<li>{escape(_said(item.runs))}</li>' for item in block.items)}</ul>"
        case b.Facts() | b.Table():
            rows = "".join(
                f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in _rows(block)
            )
            return f"<table>{_html_header(block)}{rows}</table>"
    return ""


def _html_header(block: b.Facts | b.Table) -> str:
    if isinstance(block, b.Facts):
        return ""
    return f"<tr>{''.join(f'<th scope=col>{escape(run.text)}</th>' for run in block.header)}</tr>"


def _rows(block: b.Facts | b.Table) -> list[list[str]]:
    if isinstance(block, b.Facts):
        return [[name.text, " ".join(map(_said, values))] for name, values in block.rows]
    return [[_said(cell.runs) for cell in row] for row in block.rows]


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _text(text: str) -> str:
    return f'#text("{_quoted(text)}")'


def _markup(block: b.Block) -> str:
    return "".join(_markup_one(one) for one in _flat(block))


def _markup_one(block: b.Block) -> str:
    match block:
        case b.Heading():
            return f"{'=' * block.level} {_text(block.text)}\n\n"
        case b.Paragraph():
            return f"{_text(_said(block.runs))}\n\n"
        case b.Lines():
            return "".join(f"{_text(_said(line))}\n\n" for line in block.lines)
        case b.Listing():
            return "".join(f"- {_text(_said(item.runs))}\n" for item in block.items) + "\n"
        case b.Facts() | b.Table():
            rows = _rows(block)
            cells = [cell for row in rows for cell in row]
            header = ""
            if isinstance(block, b.Table):
                header = f"table.header({', '.join(f'[{_text(run.text)}]' for run in block.header)}), "
            inner = ", ".join(f"[{_text(cell)}]" for cell in cells)
            return f"#table(columns: {len(rows[0])}, {header}{inner})\n\n"
    return ""
