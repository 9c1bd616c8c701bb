"""The pieces of a DOCX that python-docx has no words for: languages, links, lists, fields, protection.

Each writes the WordprocessingML of ISO/IEC 29500-1 that both big word processors read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from inspector_app.documents import blocks as b
from inspector_app.documents.styles import ACCENT, ATTENTION, SOFT

FONT = "Arial"
MANNERS = {"note": "soft", "missing": "missing", "closing": "closing"}
_NO_XML = re.compile("[\ufffe\uffff]")
_HINT = "595959"


def set_up(word: Any, document: b.Document) -> None:
    """Page, styles, language, properties and furniture."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(22)
    _styles(word, 18 if document.large_print else 11, document.language)
    _mend_template(word, document.language)
    facts = word.core_properties
    facts.title, facts.subject, facts.author = (
        document.title[:255],
        document.subject[:255],
        document.author[:255],
    )
    facts.keywords, facts.language, facts.comments = document.keywords[:255], document.language, ""
    facts.last_modified_by = document.author[:255]
    facts.created = facts.modified = datetime.combine(document.day, time(), UTC).replace(tzinfo=None)
    facts.revision = 1
    words = document.furniture
    write(
        section.header.paragraphs[0],
        (b.Run("  ·  ".join(part for part in (words.mark, words.mark_meaning, words.state) if part)),),
        "soft",
    )
    footer = section.footer.paragraphs[0]
    write(footer, (b.Run(f"{words.reference}  ·  {words.code}  ·  "),), "soft")
    _page_numbers(footer, words.page)
    size = "soft" if document.large_print else "digest"
    write(section.footer.add_paragraph(), (b.Run(words.digest),), size)


def _mend_template(word: Any, language: str) -> None:
    """What python-docx's template says of another document: its picture, its language, a zoom that the
    standard does not allow."""
    settings = word.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), language)
    relations = word.part.package.rels
    for name in [name for name, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(name)


def _styles(word: Any, unit: float, language: str) -> None:
    heads = {1: 1.55, 2: 1.28, 3: 1.1, 4: 1.0}
    for name in ("Normal", *(f"Heading {level}" for level in heads)):
        style = word.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(kind), None)
    normal = word.styles["Normal"]
    normal.font.size = Pt(unit)
    normal.paragraph_format.space_after = Pt(unit * 0.6)
    for level, factor in heads.items():
        style = word.styles[f"Heading {level}"]
        style.font.size = Pt(round(unit * factor))
        style.font.bold = True
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(ACCENT if level in (2, 4) else "171B22")
        style.paragraph_format.space_before = Pt(unit)
        style.paragraph_format.space_after = Pt(unit * 0.3)
    properties = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rPr')}")
    _language(properties, language)


def _language(properties: Any, language: str) -> None:
    found = properties.find(qn("w:lang"))
    if found is None:
        found = _made("w:lang")
        properties.append(found)
    found.set(qn("w:val"), language)


def _made(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def write(paragraph: Any, runs: Sequence[b.Run], manner: str = "") -> None:
    """Runs into a paragraph, in a manner: a role of text, not a look."""
    if manner in ("tight", "head", "strong", "fact name", "sender"):
        paragraph.paragraph_format.space_after = Pt(3)
    if manner == "closing":
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(14), Pt(40)
    for run in runs:
        made = paragraph.add_run(_NO_XML.sub("\ufffd", run.text))
        made.bold = run.strong or manner in ("head", "strong", "sender") or None
        colour = {"soft": SOFT, "fact name": SOFT, "missing": ATTENTION, "sender": ACCENT}.get(manner)
        if colour:
            made.font.color.rgb = RGBColor.from_string(colour)
        if manner == "digest":
            made.font.size = Pt(7)
        if run.language:
            _language(made._r.get_or_add_rPr(), run.language)
        if run.link:
            _linked(paragraph, made, run.link)
    if manner == "notice":
        _bordered(paragraph)


def fill(cell: Any, lines: Sequence[b.Inline]) -> None:
    """Lines into a cell, one paragraph each."""
    for place, runs in enumerate(lines):
        write(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), runs, "tight")


def heading(place: Any, level: int, runs: Sequence[b.Run]) -> None:
    """A heading of a level, in the word processor's own heading style."""
    write(place.add_paragraph(style=f"Heading {level}"), runs)


def _linked(paragraph: Any, run: Any, target: str) -> None:
    relation = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run.font.color.rgb = RGBColor.from_string(ACCENT)
    run.font.underline = True
    paragraph._p.replace(run._r, link)
    link.append(run._r)


def _bordered(paragraph: Any) -> None:
    borders = _made("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_made(f"w:{side}", val="single", sz="8", space="6", color="171B22"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _page_numbers(paragraph: Any, template: str) -> None:
    """ "Page 1 of 3" with fields that the word processor counts."""
    for piece in re.split(r"(\{pages?\})", template):
        if piece in ("{page}", "{pages}"):
            field = _made("w:fldSimple", instr="PAGE" if piece == "{page}" else "NUMPAGES")
            inner = OxmlElement("w:r")
            text = OxmlElement("w:t")
            text.text = "1"
            inner.append(text)
            field.append(inner)
            paragraph._p.append(field)
        elif piece:
            write(paragraph, (b.Run(piece),), "soft")


def repeat_header(row: Any) -> None:
    """The header of a table, repeated on each page it goes on to, and told as one."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_made("w:tblHeader", val="true"))


def shade(cell: Any) -> None:
    """The shade of what is not the reader's to fill in."""
    cell._tc.get_or_add_tcPr().append(_made("w:shd", val="clear", color="auto", fill="EEF1F4"))


def protect(word: Any) -> None:
    """Only fields can be filled in; everything else is read-only."""
    guard = _made("w:documentProtection", edit="forms", enforcement="1")
    settings = word.settings.element
    for name in ("w:autoFormatOverride", "w:styleLockTheme", "w:defaultTabStop", "w:autoHyphenation"):
        found = settings.find(qn(name))
        if found is not None:
            found.addprevious(guard)
            return
    settings.insert(1, guard)


def control(cell: Any, number: int, field: b.Field, placeholder: b.Run, language: str) -> None:
    """A content control in a cell: several lines of text, or a date."""
    control_element = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    properties.append(_made("w:alias", val=field.label.text[:64]))
    properties.append(_made("w:tag", val=field.name[:64]))
    properties.append(_made("w:id", val=str(1000 + number)))
    properties.append(_made("w:lock", val="sdtLocked"))
    properties.append(_made("w:showingPlcHdr"))
    if field.day:
        day = OxmlElement("w:date")
        day.append(_made("w:dateFormat", val="d MMMM yyyy"))
        day.append(_made("w:lid", val=language))
        day.append(_made("w:storeMappedDataAs", val="dateTime"))
        day.append(_made("w:calendar", val="gregorian"))
        properties.append(day)
    else:
        properties.append(_made("w:text", multiLine="1"))
    control_element.append(properties)
    content = OxmlElement("w:sdtContent")
    paragraph = cell.add_paragraph()
    write(paragraph, (placeholder,), "tight")
    paragraph.runs[0].font.color.rgb = RGBColor.from_string(_HINT)
    cell._tc.replace(paragraph._p, control_element)
    content.append(paragraph._p)
    control_element.append(content)
    # A cell has to end with a paragraph.
    last = cell.add_paragraph()
    last.paragraph_format.space_after = Pt(4 * field.lines)


@dataclass
class Lists:
    """The lists of a document: bullets, and letters that begin anew with each list."""

    word: Any
    _begun: int = 0
    _kinds: tuple[int, int] | None = None

    def begin(self, numbering: b.Numbering) -> int:
        """The number of a new list; 0 for one without labels."""
        if numbering == "none":
            return 0
        if self._kinds is None:
            self._kinds = (self._abstract(90, "bullet", "•"), self._abstract(91, "lowerLetter", "%1)"))
        self._begun += 1
        number = 900 + self._begun
        entry = _made("w:num", numId=str(number))
        entry.append(_made("w:abstractNumId", val=str(self._kinds[numbering == "letters"])))
        override = _made("w:lvlOverride", ilvl="0")
        override.append(_made("w:startOverride", val="1"))
        entry.append(override)
        self._numbering().append(entry)
        return number

    def join(self, paragraph: Any, number: int) -> None:
        """Make a paragraph an item of a list."""
        properties = paragraph._p.get_or_add_pPr()
        place = properties.get_or_add_numPr()
        place.get_or_add_ilvl().val = 0
        place.get_or_add_numId().val = number

    def _numbering(self) -> Any:
        return self.word.part.numbering_part.element

    def _abstract(self, number: int, kind: str, label: str) -> int:
        made = _made("w:abstractNum", abstractNumId=str(number))
        made.append(_made("w:multiLevelType", val="singleLevel"))
        level = _made("w:lvl", ilvl="0")
        level.append(_made("w:start", val="1"))
        level.append(_made("w:numFmt", val=kind))
        level.append(_made("w:lvlText", val=label))
        level.append(_made("w:lvlJc", val="left"))
        indent = OxmlElement("w:pPr")
        indent.append(_made("w:ind", left="425", hanging="425"))
        level.append(indent)
        made.append(level)
        numbering = self._numbering()
        first = numbering.find(qn("w:num"))
        if first is None:
            numbering.append(made)
        else:
            first.addprevious(made)
        return number
