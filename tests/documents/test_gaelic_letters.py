"""A Gaelic letter: each heading, label and sentence says its language, borrowed ones say English."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from invented_letters import VALUES, invented_letter
from invented_papers import invented_papers
from page_checks import failures, misplaced
from pdf_reader import ReadPdf, kids_of

from inspector_app.documents.make import paper_text, render_paper
from inspector_app.inspections.letter import Letter
from inspector_app.inspections.letter_wording import load_wording

GAELIC = load_wording("cse-2016", "gd")


def gaelic_letter(**changes: object) -> Letter:
    sections = GAELIC.filled_sections(VALUES, ("findings", "requirements", "final"))
    return replace(invented_letter(), wording=GAELIC, sections=sections, **changes)  # type: ignore[arg-type]


def spoken_with_language(read: ReadPdf) -> list[tuple[str, str]]:
    """Text and language of everything that holds text, as a screen reader takes it: the nearest /Lang."""
    found: list[tuple[str, str]] = []

    def visit(element: pikepdf.Dictionary, language: str) -> None:
        language = str(element.get("/Lang", language))
        inner = [kid for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        if inner:
            for kid in inner:
                visit(kid, language)
        own = [kid for kid in kids_of(element) if not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid)]
        for kid in own:
            if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
                continue
            page = kid.Pg if isinstance(kid, pikepdf.Dictionary) else element.Pg
            number = int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid)
            found.append((read.texts.get((pikepdf.Page(page).index, number), ""), language))

    visit(read.root, str(read.pdf.Root.Lang))
    return found


def test_words_of_the_pack_are_gaelic_and_borrowed_ones_english() -> None:
    said = dict(spoken_with_language(ReadPdf(render_paper(gaelic_letter()))))
    for text, language in (
        ("1. Ìrean", "gd"),
        ("3. Riatanasan: na dh’fheumas atharrachadh", "gd"),
        ("Ceann-latha", "gd"),
        ("15 dhen t-Samhain 2018", "gd"),
        ("Riatanas 1: ", "gd"),
        ("Ro 6 dhen Dùbhlachd 2018", "gd"),
        ("Status", "en-GB"),
        ("What must change", "en-GB"),
        ("Dear Chief Executive", "en-GB"),
        ("Yours faithfully", "en-GB"),
        ("Individual risk assessments must cover child sexual exploitation", "en-GB"),
    ):
        assert said.get(text) == language, (text, said.get(text))
    assert any(text.startswith("Faodaidh sibh") and language == "gd" for text, language in said.items())
    assert "Leugh sinn" in said and said["Leugh sinn"] == "gd"


def test_a_gaelic_record_in_a_gaelic_letter_marks_what_is_english() -> None:
    said = dict(spoken_with_language(ReadPdf(render_paper(gaelic_letter(language="gd")))))
    assert said["1. Ìrean"] == "gd"
    assert said["What must change"] == "en-GB"
    assert said["The registered manager"] == "gd"


@pytest.mark.parametrize("large", [False, True])
def test_every_document_conforms_in_gaelic(large: bool) -> None:
    for paper in (gaelic_letter(), *invented_papers(gaelic_letter()).values()):
        data = render_paper(replace(paper, large_print=large))
        assert failures(data, "ua1") == [] and failures(data, "2a") == []
        assert misplaced(ReadPdf(data)) == []


def test_a_proof_says_that_nobody_has_checked_it() -> None:
    assert "PROOF. The fixed words of this document are a trial" in paper_text(gaelic_letter())
    assert "PROOF" not in paper_text(invented_letter())


def test_the_word_file_tells_languages_too() -> None:
    package = zipfile.ZipFile(io.BytesIO(render_paper(gaelic_letter(), "docx")))
    assert package.read("word/document.xml").decode().count('<w:lang w:val="gd"/>') > 20
    assert 'w:val="en-GB"' in package.read("word/styles.xml").decode()
