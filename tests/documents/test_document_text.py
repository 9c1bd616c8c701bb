"""Cleaning and line breaking: nothing lost, nothing wider than its line."""

from __future__ import annotations

import unicodedata

import pytest
import reportlab
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from inspector_app.documents import colour_profile, fonts
from inspector_app.documents.blocks import Run
from inspector_app.documents.cleaning import paragraphs, printable, tidy
from inspector_app.documents.text import Ink, Line, break_lines

MISSING = "{script} script, length {count}"
PLAIN = Ink(fonts.REGULAR, 11, "000000")
STRONG = Ink(fonts.BOLD, 11, "000000")

words = st.text(alphabet="abc WÆŵ-–/,.\u00a0\u00e9אב😀→", max_size=120).map(tidy)


def drawn(line: Line) -> str:
    return "".join(segment.text for segment in line)


def said(line: Line) -> str:
    return "".join(segment.text if segment.actual is None else segment.actual for segment in line)


@given(st.lists(st.tuples(words, st.booleans()), max_size=5), st.floats(30, 500))
def test_broken_lines_say_the_whole_text(parts: list[tuple[str, bool]], width: float) -> None:
    runs = [Run(text, strong) for text, strong in parts]
    inks = [STRONG if strong else PLAIN for _, strong in parts]
    lines = break_lines(runs, inks, width, MISSING)
    assert "".join(map(said, lines)) == "".join(text for text, _ in parts)


@given(words, st.floats(30, 500))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    for line in break_lines([Run(text)], [PLAIN], width, MISSING):
        assert fonts.measure(drawn(line).rstrip(" "), fonts.REGULAR, 11) <= width + 0.01
        assert line[-1].x + line[-1].width <= width + fonts.measure(" ", fonts.REGULAR, 11) + 0.01


def test_words_break_after_spaces_hyphens_and_slashes_only() -> None:
    lines = break_lines([Run("well-known and/or https://a.example")], [PLAIN], 34.9, MISSING)
    assert [drawn(line) for line in lines][:4] == ["well-", "known ", "and/", "or "]
    lines = break_lines([Run("see https://a.example/x")], [PLAIN], 100, MISSING)
    assert [drawn(line) for line in lines] == ["see ", "https://a.example/", "x"]


def test_a_bold_word_and_its_comma_stay_together() -> None:
    runs = [Run("Some "), Run("bold", strong=True), Run(", then")]
    width = fonts.measure("Some bold", fonts.BOLD, 11) - 3
    lines = break_lines(runs, [PLAIN, STRONG, PLAIN], width, MISSING)
    assert [drawn(line) for line in lines] == ["Some ", "bold, then"]


def test_a_line_keeps_the_space_it_was_broken_at() -> None:
    # ReportLab's own paragraphs lose it, and a screen reader then says "therequired".
    lines = break_lines([Run("the required")], [PLAIN], 50, MISSING)
    assert [drawn(line) for line in lines] == ["the ", "required"]


@given(st.text(max_size=60))
def test_any_text_can_be_made_printable(text: str) -> None:
    clean = tidy(text)
    assert tidy(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    pieces = printable(clean, fonts.covers, MISSING)
    assert "".join(piece.text if piece.actual is None else piece.actual for piece in pieces) == clean
    assert all(fonts.covers(character) for piece in pieces for character in piece.text)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  two   words\t\n", "two words"),
        ("a\u0302", "â"),
        ("nul\x00 bell\x07", "nul bell"),
        ("\u202eturned\u202c", "turned"),
        ("soft\u00adhyphen", "softhyphen"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("10\u00a0km", "10\u00a0km"),
    ],
)
def test_texts_are_tidied(text: str, clean: str) -> None:
    assert tidy(text) == clean


def test_paragraphs_are_parted_at_line_feeds_of_every_kind() -> None:
    assert paragraphs("one\r\n\ntwo\u2028three\x0b ") == ("one", "two", "three")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("שרה כהן", "[Hebrew script, length 7]"),
        ("王", "[Chinese script, length 1]"),
        ("😀", "[grinning face]"),
        ("≥ 3", ">= 3"),
        ("\ue000", "[U+E000]"),
        ("Ŵyth, дом, σπίτι", "Ŵyth, дом, σπίτι"),
    ],
)
def test_stand_ins_are_words(text: str, shown: str) -> None:
    assert "".join(piece.text for piece in printable(text, fonts.covers, MISSING)) == shown


def test_reportlab_is_the_version_whose_private_names_we_lean_on() -> None:
    # tagging, streams and fonts use these; look there before raising the pin.
    assert reportlab.__version__.startswith("5.1")
    assert {"_addAnnotation", "_escape", "showPage"} <= set(dir(Canvas))
    assert {"StructTreeRoot", "MarkInfo", "Metadata"} <= set(pdfdoc.PDFCatalog.__NoDefault__)
    assert "Annots" in pdfdoc.PDFPage.__NoDefault__
    written = pdfdoc.PDFStream(content=b"x").format(pdfdoc.PDFDocument())
    assert written.endswith(b"\nstream\nxendstream\n")


def test_the_colour_profile_is_well_formed_and_steady() -> None:
    profile = colour_profile.srgb()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp" and profile[12:24] == b"mntrRGB XYZ "
    assert colour_profile.srgb.__wrapped__() == profile
