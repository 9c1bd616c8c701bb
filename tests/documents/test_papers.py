"""Every document beside the letter, in both print sizes and with hard contents, as PDF and as DOCX."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from invented_letters import hard_letters, invented_letter
from invented_papers import KINDS, hard_papers, invented_papers, unfinished_follow_up
from page_checks import failures, misplaced
from pdf_reader import ReadPdf

from inspector_app.documents import blocks as b
from inspector_app.documents.make import document_of, paper_text, render_paper
from inspector_app.documents.twin import spoken
from inspector_app.inspections.paper import Paper

PAPERS = hard_papers()
QUICK = ("final", "large example")
FAST = [name for name in PAPERS if name.endswith(tuple(f", {quick}" for quick in QUICK))]
SLOW = [name for name in PAPERS if name not in FAST]


def faults(paper: Paper) -> list[str]:
    """Everything that is wrong with a document as a file."""
    data = render_paper(paper)
    read = ReadPdf(data)
    wanted = [text.replace("\u00a0", " ") for text in spoken(document_of(paper))]
    found = [*failures(data, "ua1"), *failures(data, "2a"), *misplaced(read), *read.unmarked]
    if [text for text in read.leaves() if text] != [text for text in wanted if text]:
        found.append("the structure does not say what the document says")
    if read.codes_of_nothing:
        found.append("a character has no glyph")
    furniture = "".join(placed.text for placed in read.placed if placed.artifact)
    if len(paper.record_code.short) and furniture.count(paper.record_code.digest) != len(read.pdf.pages):
        found.append("a page lacks the record's digest")
    return found


@pytest.mark.parametrize("name", FAST)
def test_every_document_conforms_and_says_itself(name: str) -> None:
    assert faults(PAPERS[name]) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_every_document_stands_hard_contents(name: str) -> None:
    assert faults(PAPERS[name]) == []


def test_a_follow_up_with_nothing_to_follow_up_is_still_a_letter() -> None:
    assert faults(unfinished_follow_up()) == []


def docx_text(data: bytes) -> str:
    """All text of the body of a DOCX, paragraph by paragraph, in order."""
    body = open_docx(io.BytesIO(data)).element.body
    paragraphs = body.iter(qn("w:p"))
    return "\n".join("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in paragraphs)


@pytest.mark.parametrize("kind", ["letter", *KINDS])
@pytest.mark.parametrize("name", ["final", "foreign", "broken", "bare"])
def test_the_docx_says_what_the_pdf_says(kind: str, name: str) -> None:
    letter = hard_letters()[name]
    paper = letter if kind == "letter" else invented_papers(letter)[kind]
    text = docx_text(render_paper(paper, "docx"))
    document = document_of(paper)
    labels = {item.label for block in _listings(document) for item in block.items}
    drawn = {cell.scale.description for cell in _cells(document) if cell.scale}
    for said in spoken(document):
        if said not in labels | drawn:
            assert said in text, said


def _listings(document: b.Document) -> list[b.Listing]:
    found = [block for block in document.blocks if isinstance(block, b.Listing)]
    for block in document.blocks:
        if isinstance(block, b.Finding):
            found += [inner for part in block.parts for inner in part.blocks if isinstance(inner, b.Listing)]
    return found


def _cells(document: b.Document) -> list[b.Cell]:
    tables = [block for block in document.blocks if isinstance(block, b.Table)]
    return [cell for table in tables for row in table.rows for cell in row]


def test_in_a_form_only_the_fields_can_be_filled_in() -> None:
    for kind in ("action plan", "accuracy"):
        paper = invented_papers()[kind]
        package = zipfile.ZipFile(io.BytesIO(render_paper(paper, "docx")))
        settings = package.read("word/settings.xml").decode()
        assert re.search(r'<w:documentProtection w:edit="forms" w:enforcement="1"/>', settings)
        body = package.read("word/document.xml").decode()
        fields = [
            field
            for block in document_of(paper).blocks
            if isinstance(block, b.Fields)
            for row in block.rows
            for field in row
        ]
        tags = re.findall(r'<w:tag w:val="([^"]+)"/>', body)
        assert tags == [field.name for field in fields]
        assert len(set(tags)) == len(tags)
        assert body.count("<w:date>") == sum(field.day for field in fields)
        # What must change stands outside every field.
        outside = re.sub(r"<w:sdt>.*?</w:sdt>", "", body)
        requirement = invented_letter().requirements[0]
        assert (requirement.outcome in outside) == (kind == "action plan")


def test_an_editable_letter_says_that_the_record_does_not_follow() -> None:
    text = docx_text(render_paper(invented_letter(), "docx"))
    assert text.startswith("EDITABLE COPY. ")
    assert (
        "documentProtection"
        not in zipfile.ZipFile(io.BytesIO(render_paper(invented_letter(), "docx")))
        .read("word/settings.xml")
        .decode()
    )


def test_a_docx_is_the_same_bytes_again_and_holds_no_time_of_its_making() -> None:
    paper = invented_papers()["action plan"]
    data = render_paper(paper, "docx")
    assert data == render_paper(paper, "docx")
    package = zipfile.ZipFile(io.BytesIO(data))
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = package.read("docProps/core.xml").decode()
    assert properties.count("2018-11-15T00:00:00Z") == 2
    assert "python-docx" not in properties


def test_feedback_is_marked_as_initial_and_sets_no_deadline() -> None:
    text = paper_text(invented_papers()["feedback"])
    assert "INITIAL. This is what we think on the day." in text
    assert "Version" not in text and "Deadline" not in text


def test_an_action_plan_asks_about_each_minimum_action() -> None:
    text = paper_text(invented_papers()["action plan"])
    letter = invented_letter()
    for letter_, action in zip("abc", letter.requirements[0].actions, strict=True):
        assert f"Minimum action {letter_}) {action}" in text
    assert text.count("Who is responsible: by role, not by name") == 3 + 1 + 2


def test_a_follow_up_says_where_each_earlier_finding_stands() -> None:
    text = paper_text(invented_papers()["follow-up"])
    for words in (
        "Met within timescale",
        "Met outwith timescale",
        "Not met. It has been outstanding for 400 days.",
    ):
        assert words in text
    assert "4 of 5 earlier findings are met." in text


def test_the_record_holds_samples_evidence_refusals_letters_and_corrections() -> None:
    text = paper_text(invented_papers()["record"])
    for words in (
        "7. Night worker",
        "No finding",
        "Another finding covers this.",
        "ab" * 32,
        "A date was wrong.",
        "holds 412 entries",
    ):
        assert words in text
    assert "Care plans read" not in text, "a sample without rows has no heading"
