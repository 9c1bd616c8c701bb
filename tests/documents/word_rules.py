"""What ISO/IEC 29500-1 (transitional) asks of a DOCX, as far as we write one: the order of children, what
must be there, what must be known. A word processor repairs or refuses a file that breaks it; python-docx
opens it all the same.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd"
    " tabs suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc"
    " textDirection textAlignment outlineLvl divId cnfStyle rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText"
    " vertAlign rtl cs em lang eastAsianLayout specVanish",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex date text",
    "date": "dateFormat lid storeMappedDataAs calendar",
    "pBdr": "top left bottom right between bar",
    "numPr": "ilvl numId",
    "numbering": "numPicBullet abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
    " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat"
    " locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
}
SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime embedTrueTypeFonts proofState"
    " formsDesign attachedTemplate trackRevisions documentProtection autoFormatOverride styleLockTheme"
    " defaultTabStop autoHyphenation characterSpacingControl savePreviewPicture compat rsids"
)
"""The order of those settings that we write or find; others may stand between."""
BLOCKS = {"p", "tbl", "sdt", "sectPr", "bookmarkStart", "bookmarkEnd"}


def broken_rules(data: bytes) -> list[str]:
    """Everything in the file that the standard does not allow."""
    package = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: package.read(name) for name in package.namelist()}
    trees = {name: etree.fromstring(body) for name, body in parts.items() if name.endswith((".xml", ".rels"))}
    word = {name: tree for name, tree in trees.items() if name.startswith("word/") and "_rels" not in name}
    found = [*_package(set(parts), trees)]
    for name, tree in word.items():
        found += [f"{name}: {fault}" for fault in _order(tree)]
    found += _settings(word["word/settings.xml"])
    body = word["word/document.xml"].find(f"{W}body")
    assert body is not None
    return [*found, *_blocks(body), *_tables(body), *_controls(body), *_references(body, trees)]


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _package(names: set[str], trees: dict[str, etree._Element]) -> Iterator[str]:
    """Every part has a type, every relation a target that is there."""
    types = trees["[Content_Types].xml"]
    known = {one.get("PartName", "").lstrip("/") for one in types.iter(f"{_TYPES}Override")}
    endings = {one.get("Extension") for one in types.iter(f"{_TYPES}Default")}
    for name in names - {"[Content_Types].xml"}:
        if name not in known and name.rpartition(".")[2] not in endings:
            yield f"{name} has no content type"
    yield from (f"{name} is typed and not there" for name in known - names)
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for one in tree.iter(f"{_RELATIONS}Relationship"):
                target = posixpath.normpath(posixpath.join(folder, one.get("Target", "")))
                if one.get("TargetMode") != "External" and target.lstrip("/") not in names:
                    yield f"{name} leads to {target}, which is not there"


def _order(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter():
        wanted = ORDER.get(_local(element), "").split()
        if not wanted or not str(element.tag).startswith(W):
            continue
        places = []
        for child in element:
            name = _local(child)
            if name in wanted:
                places.append(wanted.index(name))
            elif str(child.tag).startswith(W) and not name.endswith("Change"):
                yield f"{_local(element)} holds {name}"
        if places != sorted(places):
            yield f"{_local(element)}: {' '.join(_local(child) for child in element)} are out of order"
        several = {"tr", "tc", "lvl", "lvlOverride", "abstractNum", "num", "tblStylePr"}
        several |= {"headerReference", "footerReference", "numPicBullet"}
        for name, count in Counter(_local(child) for child in element).items():
            if count > 1 and name not in several:
                yield f"{_local(element)} holds {count} {name}"


def _settings(settings: etree._Element) -> Iterator[str]:
    order = SETTINGS.split()
    places = [order.index(_local(one)) for one in settings if _local(one) in order]
    if places != sorted(places):
        yield "settings are out of order"
    zoom = settings.find(f"{W}zoom")
    if zoom is not None and zoom.get(f"{W}percent") is None:
        yield "zoom has no percent"


def _blocks(body: etree._Element) -> Iterator[str]:
    """Body, cells and content controls hold blocks, a cell ends with a paragraph, headings step by one."""
    for element in (body, *body.iter(f"{W}tc", f"{W}sdtContent")):
        for child in element:
            if _local(child) not in BLOCKS | {"tcPr"}:
                yield f"{_local(element)} holds {_local(child)}"
        if _local(element) == "tc" and _local(element[-1]) != "p":
            yield "a cell does not end with a paragraph"
    if _local(body[-1]) != "sectPr":
        yield "the body does not end with its section"
    level = 0
    for style in body.iter(f"{W}pStyle"):
        name = style.get(f"{W}val", "")
        if name.startswith("Heading"):
            now = int(name.removeprefix("Heading"))
            if now > level + 1:
                yield f"heading {now} follows heading {level}"
            level = now


def _tables(body: etree._Element) -> Iterator[str]:
    """As many cells in each row as the grid has columns, widths that fit it; header rows come first."""
    for table in body.iter(f"{W}tbl"):
        grid = [int(one.get(f"{W}w", "0")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        heads = []
        for row in table.iterfind(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            if len(cells) != len(grid):
                yield f"{len(cells)} cells in a row of {len(grid)}"
            heads.append(row.find(f"{W}trPr/{W}tblHeader") is not None)
        if any(heads[1:]):
            yield "a header row that is not the first"
        if sum(grid) > 9900:
            yield f"a table {sum(grid)} twentieths of a point wide does not fit the page"


def _controls(body: etree._Element) -> Iterator[str]:
    """Each content control has a number and a tag of its own, one kind, a name, and one paragraph."""
    numbers = Counter(one.get(f"{W}val") for one in body.iterfind(f".//{W}sdtPr/{W}id"))
    tags = Counter(one.get(f"{W}val") for one in body.iterfind(f".//{W}sdtPr/{W}tag"))
    yield from (f"{count} controls are number {one}" for one, count in numbers.items() if count > 1)
    yield from (f"{count} controls are called {one}" for one, count in tags.items() if count > 1)
    for control in body.iter(f"{W}sdt"):
        kinds = [one for one in control.iterfind(f"{W}sdtPr/*") if _local(one) in ("text", "date")]
        alias = control.find(f"{W}sdtPr/{W}alias")
        if len(kinds) != 1 or alias is None or not alias.get(f"{W}val"):
            yield "a control has no kind or no name"
        if len(control.findall(f"{W}sdtContent/{W}p")) != 1:
            yield "a plain text control holds one paragraph"


def _references(body: etree._Element, trees: dict[str, etree._Element]) -> Iterator[str]:
    """Styles, lists and links that are used are there; every language is well formed."""
    styles = {one.get(f"{W}styleId") for one in trees["word/styles.xml"].iter(f"{W}style")}
    for name in ("pStyle", "rStyle", "tblStyle"):
        for one in body.iter(f"{W}{name}"):
            if one.get(f"{W}val") not in styles:
                yield f"there is no style {one.get(f'{W}val')}"
    lists = {one.get(f"{W}numId") for one in trees["word/numbering.xml"].iter(f"{W}num")}
    for one in body.iter(f"{W}numId"):
        if one.get(f"{W}val") not in lists:
            yield f"there is no list {one.get(f'{W}val')}"
    relations = trees["word/_rels/document.xml.rels"]
    targets = {one.get("Id") for one in relations.iter(f"{_RELATIONS}Relationship")}
    for link in body.iter(f"{W}hyperlink"):
        if link.get(f"{R}id") not in targets:
            yield "a link leads nowhere"
    default = trees["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default is None or not default.get(f"{W}val"):
        yield "the document has no language"
