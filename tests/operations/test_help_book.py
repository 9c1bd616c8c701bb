"""The help is whole: every page has its chapter, links and pictures are there, and words are found."""

from __future__ import annotations

import json

import pytest

from inspector_app import resources
from inspector_app.errors import KnownError
from inspector_app.operations.help_book import HelpBook, help_book


@pytest.fixture(scope="module")
def book() -> HelpBook:
    return help_book()


def test_every_file_is_a_chapter_with_one_title(book: HelpBook) -> None:
    files = {file.stem for file in resources.path("help", "en").glob("*.md")}
    assert files == {chapter.key for chapter in book.chapters}
    for chapter in book.chapters:
        assert chapter.title and not chapter.title.startswith("#")
        assert chapter.source.count("\n# ") == 0, chapter.key


def test_every_link_and_every_picture_is_there(book: HelpBook) -> None:
    for chapter in book.chapters:
        assert [link for link in chapter.links if not book.has(link)] == [], chapter.key
        for picture in chapter.pictures:
            assert resources.path("help", "pictures", picture).is_file(), picture


def test_pictures_are_small_and_every_one_is_shown(book: HelpBook) -> None:
    shown = {picture for chapter in book.chapters for picture in chapter.pictures}
    there = {file.name: file.stat().st_size for file in resources.path("help", "pictures").glob("*.png")}
    assert shown <= set(there)
    assert all(size < 120_000 for size in there.values()), there
    assert sum(there.values()) < 1_000_000


def test_the_words_are_plain_and_calm(book: HelpBook) -> None:
    for chapter in book.chapters:
        assert "!" not in chapter.source.replace("![", ""), chapter.key
        longest = max(len(line) for section in chapter.sections for line in section.text.split(". "))
        assert chapter.key in ("supported", "keyboard") or longest < 320, chapter.key


def test_the_supported_features_are_those_of_the_matrix(book: HelpBook) -> None:
    matrix = json.loads(resources.path("feature_matrix.json").read_text(encoding="utf-8"))
    said = " ".join(section.text for section in book.chapter("supported").sections)
    for part in matrix.values():
        for one in part:
            assert one["name"].replace("|", " ").split()[0] in said


def test_words_are_found_with_their_places_headings_first(book: HelpBook) -> None:
    places = book.find("exactly half")
    assert places[0].chapter == "samples"
    assert "half" in places[0].excerpt.lower()
    assert book.find("RECÓVERY sheet")[0].chapter in ("keys", "first-start")
    assert book.find("Restore")[0].heading == "Restore"
    assert book.find("") == book.find("no such words anywhere") == ()


def test_a_page_opens_at_its_chapter(book: HelpBook) -> None:
    found = {page: book.for_page(page) for page in ("home", "screen:policy", "letter", "nowhere")}
    keys = {page: chapter.key if chapter else "" for page, chapter in found.items()}
    assert keys == {"home": "home", "screen:policy": "checklist", "letter": "letter", "nowhere": ""}


def test_a_chapter_that_is_not_there_is_named(book: HelpBook) -> None:
    with pytest.raises(KnownError, match="no chapter"):
        book.chapter("nowhere")
