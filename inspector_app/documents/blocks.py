"""A document before it has a look: headings, paragraphs, lists, tables and findings in reading order.

Every kind of letter is written as blocks once; the PDF, its plain text twin (and any later form) are made
from the same blocks, so that they cannot say different things. Texts are clean (see `cleaning`), without
markup. `language` (BCP 47) is given only where it differs from the document's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Manner = Literal["body", "lead", "intro", "note", "address", "closing", "missing"]
Numbering = Literal["bullet", "letters", "none"]


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner; `link` is an address (https: or mailto:) or ''. `language` only where
    it differs from the document's. `reference` marks the sign of a footnote, such as "¹".
    """

    text: str
    strong: bool = False
    link: str = ""
    language: str = ""
    reference: bool = False


Inline = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the document's title. `bookmark` is its text in the outline, '' for none."""

    level: int
    text: str
    bookmark: str = ""
    language: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `manner` is a role of text, not a look."""

    runs: Inline
    manner: Manner = "body"
    language: str = ""


@dataclass(frozen=True)
class Lines:
    """Short lines that belong together, such as an address or a signature: one paragraph each."""

    lines: tuple[Inline, ...]
    manner: Manner = "address"


@dataclass(frozen=True)
class Item:
    """One item of a list: its label ("a)", "•") and its text."""

    label: str
    runs: Inline


@dataclass(frozen=True)
class Listing:
    """A list. `numbering` says what kind of labels its items carry."""

    items: tuple[Item, ...]
    numbering: Numbering = "bullet"


@dataclass(frozen=True)
class Facts:
    """Named facts: a table whose first column names what the second one says (one or more lines)."""

    rows: tuple[tuple[Run, tuple[Inline, ...]], ...]
    narrow: bool = False


@dataclass(frozen=True)
class Scale:
    """A position on a scale from 1, drawn; `description` says it to those who do not see it."""

    position: int
    length: int
    description: str
    language: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: a drawn scale, if any, above its text."""

    runs: Inline
    scale: Scale | None = None


@dataclass(frozen=True)
class Table:
    """A table with a header row; the first column names the row, in strong type where `strong_names` is
    set. `shares` are relative column widths."""

    header: tuple[Run, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]
    strong_names: bool = True


@dataclass(frozen=True)
class Note:
    """A footnote, under the text that refers to it; `name` is unique in the document."""

    name: str
    runs: Inline


@dataclass(frozen=True)
class Part:
    """A named part of a finding, such as "What must change", with what it says."""

    label: Run
    blocks: tuple[Paragraph | Listing | Note, ...]


@dataclass(frozen=True)
class Finding:
    """A requirement or recommendation. `binding` findings (requirements) are given the heavier form;
    `name` is "Requirement 1"; `continued` is what pages say on which it goes on."""

    name: Run
    title: str
    continued: str
    binding: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Notice:
    """What a reader must know before anything else: that this is a draft, or an example."""

    word: Run
    runs: Inline


@dataclass(frozen=True)
class Letterhead:
    """The sender."""

    organisation: str
    lines: tuple[Inline, ...]


@dataclass(frozen=True)
class Beside:
    """Two groups side by side where there is room (left is read first), else below each other."""

    left: tuple[Paragraph | Lines | Facts, ...]
    right: tuple[Paragraph | Lines | Facts, ...]


@dataclass(frozen=True)
class Field:
    """A place to be filled in: its label, a hint, and room for `lines` lines of writing. `name` tells fields
    apart in a file; `value` is what it holds already; `share` is its width beside others."""

    name: str
    label: Run
    hint: Inline = ()
    lines: int = 1
    share: float = 1.0
    value: Inline = ()
    day: bool = False


@dataclass(frozen=True)
class Fields:
    """Rows of fields that belong together, under a heading of level 3; `ours` are filled in by the sender."""

    heading: Inline
    rows: tuple[tuple[Field, ...], ...]
    ours: bool = False


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page, such as the closing words and the signature."""

    blocks: tuple[Paragraph | Lines | Heading | Listing, ...]


Composed = Finding | Notice | Letterhead | Beside | Together | Fields
Block = Heading | Paragraph | Lines | Listing | Facts | Table | Note | Composed


@dataclass(frozen=True)
class Furniture:
    """What every page repeats around the text: `state` (DRAFT or FINAL), `mark` (EXAMPLE, or ''), the
    reference and version, the record's short code and digest. `page` is a text with {page} and {pages};
    `missing` one with {script} and {count}, for characters that the typeface lacks."""

    sender: str
    reference: str
    state: str
    mark: str
    mark_meaning: str
    code: str
    digest: str
    page: str
    missing: str


@dataclass(frozen=True)
class Document:
    """A whole document. `day` is the only date its file will carry."""

    title: str
    subject: str
    author: str
    keywords: str
    language: str
    day: date
    large_print: bool
    furniture: Furniture
    blocks: tuple[Block, ...]
