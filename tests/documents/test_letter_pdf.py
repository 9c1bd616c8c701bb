"""The letter as a file: conforming, complete in its structure, the same bytes every time."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from invented_letters import hard_letters, unfinished_draft
from page_checks import failures, misplaced
from pdf_reader import ReadPdf, kids_of

from inspector_app.documents.cleaning import tidy
from inspector_app.documents.letter import letter_text, render_letter, unprintable
from inspector_app.documents.letter_content import letter_document
from inspector_app.documents.twin import spoken
from inspector_app.inspections.letter import Letter

LETTERS = hard_letters() | {"unfinished draft": unfinished_draft()}
_RENDERED: dict[str, bytes] = {}


def rendered(name: str) -> bytes:
    """Each letter is rendered once for all tests."""
    if name not in _RENDERED:
        _RENDERED[name] = render_letter(LETTERS[name])
    return _RENDERED[name]


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_passes_pdf_ua_1(name: str) -> None:
    assert failures(rendered(name), "ua1") == []


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_passes_pdf_a_2a(name: str) -> None:
    assert failures(rendered(name), "2a") == []


def test_the_checker_finds_a_letter_without_its_structure(letter: Letter) -> None:
    # A check that cannot fail proves nothing.
    broken = render_letter(letter).replace(b"/StructTreeRoot ", b"/StrictTreeRoot ")
    assert failures(broken, "ua1") != []


@pytest.mark.parametrize("name", LETTERS)
def test_the_structure_says_what_the_letter_says_in_its_order(name: str) -> None:
    said = ReadPdf(rendered(name)).leaves()
    wanted = [text.replace("\u00a0", " ") for text in spoken(letter_document(LETTERS[name]))]
    assert [text for text in said if text] == [text for text in wanted if text]


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_is_drawn_outside_the_structure_or_without_a_glyph(name: str) -> None:
    read = ReadPdf(rendered(name))
    assert read.unmarked == []
    assert read.codes_of_nothing == 0


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_is_clipped_and_nothing_overlaps(name: str) -> None:
    assert misplaced(ReadPdf(rendered(name))) == []


@pytest.mark.parametrize("name", LETTERS)
def test_every_page_says_state_reference_number_and_code(name: str) -> None:
    letter, read = LETTERS[name], ReadPdf(rendered(name))
    count = len(read.pdf.pages)
    for number in range(count):
        text = read.page_text(number)
        furniture = [placed.text for placed in read.placed if placed.page == number and placed.artifact]
        assert ("DRAFT" if letter.state == "draft" else "FINAL") in furniture
        assert f"Page {number + 1} of {count}" in text
        assert ("EXAMPLE" in furniture) == (letter.realm == "example")
        if letter.realm == "example":
            assert "Invented record, not a real letter" in furniture
        if len(letter.reference) < 30:
            assert f"{letter.reference}, version {letter.version}" in text
            assert letter.record_code.short in text
        assert letter.record_code.digest in "".join(furniture)


@pytest.mark.parametrize("name", [name for name, letter in LETTERS.items() if letter.large_print])
def test_no_word_of_large_print_is_small_not_even_at_the_foot(name: str) -> None:
    assert min(placed.size for placed in ReadPdf(rendered(name)).placed) >= 14


def test_the_example_and_the_draft_are_named_in_the_text_and_the_title_too() -> None:
    text = letter_text(LETTERS["example"])
    assert "EXAMPLE. This document comes from an example record." in text
    assert "DRAFT. This document is not final." in text
    read = ReadPdf(rendered("example"))
    title = str(read.pdf.docinfo.Title)
    assert title.startswith("EXAMPLE – DRAFT – ")
    assert "EXAMPLE" not in letter_text(LETTERS["final"])


def test_headings_step_down_one_level_at_a_time() -> None:
    roles = [role for role, _ in ReadPdf(rendered("forty findings")).tagged_leaves()]
    levels = [int(role[1]) for role in roles if role in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert set(levels) == {1, 2, 3, 4}


def test_tables_have_scoped_headers_and_stay_grids_over_pages() -> None:
    read = ReadPdf(rendered("forty findings"))
    for element in read.elements("TH"):
        assert str(element.A.Scope) in {"/Column", "/Row"}
    tables = read.elements("Table")
    for table in tables:
        rows = [row for part in kids_of(table) for row in kids_of(part)]
        assert len({len(kids_of(row)) for row in rows}) == 1
    # The header of a table that goes on over pages is told once.
    assert len(read.elements("THead")) == sum(kids_of(table)[0].S == "/THead" for table in tables)
    assert max(len(kids_of(kids_of(table)[-1])) for table in tables) >= 40


def test_lists_have_labels_and_links_lead_somewhere() -> None:
    read = ReadPdf(rendered("final"))
    labels = [text for role, text in read.tagged_leaves() if role == "Lbl"]
    assert labels[:3] == ["a)", "b)", "c)"]
    targets = [str(link.A.URI) for page_ in read.pdf.pages for link in page_.get("/Annots", [])]
    assert "mailto:letters@regulator.example" in targets
    assert "https://regulator.example" in targets
    assert all(link.Contents for page_ in read.pdf.pages for link in page_.get("/Annots", []))
    assert len(read.elements("Link")) == len(targets)


def test_grades_are_figures_with_words() -> None:
    read = ReadPdf(rendered("final"))
    assert [str(figure.Alt) for figure in read.elements("Figure")] == [
        "3 out of 6",
        "4 out of 6",
        "4 out of 6",
    ]


def test_title_language_dates_and_bookmarks_are_set(letter: Letter) -> None:
    read = ReadPdf(render_letter(replace(letter, language="gd")))
    pdf = read.pdf
    assert str(pdf.Root.Lang) == "gd"
    assert (
        str(pdf.docinfo.Title)
        == "FINAL – Letter about Example House (CS2000000000), inspected 6 and 7 November 2018"
    )
    assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20181115000000Z"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Author) == "Example Care Regulator"
    outline = read.outline()
    assert outline[0] == (0, "Example House: what we found, what must change and what should change")
    assert (1, "3. Requirements: what must change") in outline
    assert (2, "Requirement 1: Individual risk assessments must cover child sexual exploitation") in outline
    # Headings of the wording are English inside a Gaelic letter, and say so.
    heading = next(element for element in read.elements("H2") if "/Lang" in element)
    assert str(heading.Lang) == "en-GB"


def test_only_embedded_subsets_of_noto_sans_are_used() -> None:
    read = ReadPdf(rendered("accents"))
    fonts = [font for page_ in read.pdf.pages for font in page_.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "+NotoSans" in str(font.BaseFont)
        assert "/FontFile2" in font.FontDescriptor
    assert len(rendered("final")) < 120_000


def test_characters_that_the_typeface_lacks_are_shown_told_and_reported() -> None:
    letter = LETTERS["foreign"]
    read = ReadPdf(rendered("foreign"))
    drawn = " ".join(placed.text for placed in read.placed)
    assert "[Hebrew script, length 7]" in drawn
    assert "[grinning face]" in drawn
    assert "[U+E000]" in drawn
    assert any(tidy(letter.manager) == text for text in read.leaves())
    reported = unprintable(letter)
    assert "שרה כהן" in reported and "王小明" in reported and "\U0001f600" in reported
    assert unprintable(LETTERS["accents"]) == ()


_PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from invented_letters import hard_letters
from inspector_app.documents.letter import render_letter
for name in sys.argv[2:]:
    print(hashlib.sha256(render_letter(hard_letters()[name])).hexdigest())
"""
_COMPARED = ("final", "example", "large print", "accents", "foreign", "forty findings")


def test_the_same_letter_gives_the_same_bytes_in_other_processes(tmp_path: Path) -> None:
    outputs = []
    for seed, zone, where in (("1", "Pacific/Auckland", "/"), ("2", "UTC", str(tmp_path))):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", _PROGRAM, str(Path(__file__).parent), *_COMPARED]
        ran = subprocess.run(command, env=environment, cwd=where, capture_output=True, text=True, check=True)
        outputs.append(ran.stdout.split())
    assert outputs[0] == outputs[1]
    assert outputs[0] == [hashlib.sha256(rendered(name)).hexdigest() for name in _COMPARED]


def test_another_letter_gives_other_bytes_and_another_id(letter: Letter) -> None:
    one, other = render_letter(letter), render_letter(replace(letter, version=2))
    assert one != other
    ids = [bytes(read.pdf.trailer.ID[0]) for read in (ReadPdf(one), ReadPdf(other))]
    assert ids[0] != ids[1]


def test_importing_the_letter_does_not_load_reportlab() -> None:
    program = "import sys, inspector_app.documents.letter; print('reportlab' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_a_footnote_is_a_note_with_a_name_and_its_sign_a_reference() -> None:
    read = ReadPdf(rendered("final"))
    (note,) = read.elements("Note")
    (sign,) = read.elements("Reference")
    assert str(note.ID) == "standard"
    names = read.pdf.Root.StructTreeRoot.IDTree.Names
    assert [str(names[0]), names[1].S] == ["standard", "/Note"]
    assert str(sign.P.S) == "/P"
    text = letter_text(LETTERS["final"])
    assert text.count("¹") == 2
    assert "¹ The words of a standard are our short summary." in text
    assert ReadPdf(rendered("bare")).elements("Note") == []
