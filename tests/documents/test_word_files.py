"""Every document as DOCX keeps the rules of the standard, whatever stands in it."""

from __future__ import annotations

import io
import zipfile

import pytest
from invented_letters import hard_letters, invented_letter
from invented_papers import KINDS, invented_papers
from lxml import etree
from word_rules import W, broken_rules

from inspector_app.documents.make import render_paper
from inspector_app.inspections.paper import Paper

HARD = hard_letters()


def paper(kind: str, name: str) -> Paper:
    letter = HARD[name]
    return letter if kind == "letter" else invented_papers(letter)[kind]


@pytest.mark.parametrize("kind", ["letter", *KINDS])
@pytest.mark.parametrize("name", ["final", "large example", "bare"])
def test_every_word_file_keeps_the_rules(kind: str, name: str) -> None:
    assert broken_rules(render_paper(paper(kind, name), "docx")) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["letter", *KINDS])
@pytest.mark.parametrize("name", [name for name in HARD if name not in ("final", "large example", "bare")])
def test_hard_contents_break_no_rule(kind: str, name: str) -> None:
    assert broken_rules(render_paper(paper(kind, name), "docx")) == []


def altered(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            body = source.read(name)
            assert name != part or old in body
            target.writestr(name, body.replace(old, new, 1) if name == part else body)
    return made.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<w:b/><w:color w:val="0B6B6F"/>', b'<w:color w:val="0B6B6F"/><w:b/>'),
        (b'w:val="Heading2"', b'w:val="Heading4"'),
        (b'w:val="Heading1"', b'w:val="NoSuchStyle"'),
        (b'<w:numId w:val="901"/>', b'<w:numId w:val="77"/>'),
        (b"<w:tc><w:tcPr>", b"<w:tc><w:tcPr><w:vAlign/>"),
        (b"</w:tc></w:tr>", b"</w:tc><w:tc><w:p/></w:tc></w:tr>"),
    ],
)
def test_a_broken_rule_is_found(old: bytes, new: bytes) -> None:
    data = render_paper(invented_letter(), "docx")
    assert broken_rules(altered(data, "word/document.xml", old, new)) != []


def test_the_file_is_in_the_letters_language_throughout_and_holds_no_picture_of_another() -> None:
    package = zipfile.ZipFile(io.BytesIO(render_paper(invented_letter(), "docx")))
    for part, path in (("word/styles.xml", "lang"), ("word/settings.xml", "themeFontLang")):
        told = etree.fromstring(package.read(part)).iter(f"{W}{path}")
        assert {one.get(f"{W}val") for one in told} == {"en-GB"}
    assert not [name for name in package.namelist() if "thumbnail" in name]


def test_a_table_of_the_letter_tells_its_header_row() -> None:
    package = zipfile.ZipFile(io.BytesIO(render_paper(invented_letter(), "docx")))
    body = etree.fromstring(package.read("word/document.xml"))
    with_head = [one for one in body.iter(f"{W}tbl") if one.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    assert len(with_head) >= 3
