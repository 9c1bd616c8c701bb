"""Language packs of letters: complete in English, partial elsewhere, refused with advice when broken."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from invented_letters import VALUES

from inspector_app.errors import KnownError
from inspector_app.inspections.letter_wording import fill, load_wording, parse_wording

GAELIC = """
language = "gd"
months = ["dhen Fhaoilleach", "dhen Ghearran", "dhen Mhàrt", "dhen Ghiblean", "dhen Chèitean", "dhen Ògmhios",
  "dhen Iuchar", "dhen Lùnastal", "dhen t-Sultain", "dhen Dàmhair", "dhen t-Samhain", "dhen Dùbhlachd"]
[headings]
grades = "Ìrean"
[[sections]]
key = "formats"
title = "Cruthan eile"
paragraphs = ["Faighnich {formats_contact}."]
"""


def test_dates_are_said_in_words() -> None:
    words = load_wording("cse-2016")
    assert words.day(date(2026, 11, 2)) == "2 November 2026"
    days = [date(2018, 11, 7), date(2018, 11, 6), date(2018, 11, 8)]
    assert words.days(days) == "6, 7 and 8 November 2018"
    assert words.days([date(2018, 11, 30), date(2018, 12, 3)]) == "30 November 2018 and 3 December 2018"
    assert words.days([]) == ""


def test_sections_follow_the_situation_and_are_filled() -> None:
    words = load_wording("cse-2016")
    draft = words.filled_sections(VALUES, ("requirements", "draft"))
    assert [section.title for section in draft] == [
        "How to answer the requirements",
        "If we have a fact wrong",
        "If you are unhappy with how we worked",
        "What we do with information about people",
        "Other formats and languages",
    ]
    assert all("{" not in paragraph for section in draft for paragraph in section.paragraphs)
    assert "Send the form to letters@regulator.example by 29 November 2018." in draft[1].paragraphs[1]


def test_paragraphs_without_their_values_are_left_out_and_so_are_empty_sections() -> None:
    words = load_wording("cse-2016")
    titles = {
        section.title: len(section.paragraphs) for section in words.filled_sections({}, ("requirements",))
    }
    assert titles == {
        "How to answer the requirements": 2,
        "What we do with information about people": 1,
    }


def test_filling_never_fills_what_was_filled_in() -> None:
    assert fill("{a} and {b}", {"a": "{b}", "b": "{a}"}) == "{b} and {a}"
    with pytest.raises(KeyError):
        fill("{unknown}", {})


def test_a_partial_pack_borrows_from_english_and_says_so() -> None:
    english = load_wording("cse-2016")
    words = parse_wording(GAELIC, "gd.toml", english)
    assert words.text("headings.grades") == "Ìrean"
    assert words.text("headings.strengths") == english.text("headings.strengths")
    assert words.language_of("headings.grades") == "gd"
    assert words.language_of("headings.strengths") == "en-GB"
    sections = words.filled_sections(VALUES, ())
    assert [(section.title, section.language) for section in sections[-1:]] == [("Cruthan eile", "")]
    assert sections[0].language == "en-GB"


def test_wording_travels_to_another_process() -> None:
    words = load_wording("cse-2016")
    words.text("headings.grades")
    again = pickle.loads(pickle.dumps(words))
    assert again == words and again.text("headings.grades") == "Grades"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("language = ", "Invalid value"),
        ("months = []", "'language'"),
        ('language = "gd"\nmonths = ["one"]', "1 months"),
        ('language = "gd"\n[headings]\nstrange = "x"', "headings.strange"),
        ('language = "gd"\n[[sections]]\ntitle = "x"', "'key'"),
    ],
)
def test_a_broken_pack_is_refused_with_the_reason(source: str, why: str) -> None:
    with pytest.raises(KnownError) as caught:
        parse_wording(source, "gd.toml", load_wording("cse-2016"))
    assert caught.value.code == "letter-wording-broken"
    assert why in caught.value.message


def test_a_missing_or_strange_language_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        load_wording("cse-2016", "xx")
    assert caught.value.code == "letter-wording-missing"
    with pytest.raises(KnownError):
        load_wording("cse-2016", "../en")
