"""The help as a book: chapters in plain Markdown, found by page and by words. It knows no screen.

A chapter is ``resources/help/en/KEY.md``, begins with its title as a heading of the first level, names keys
as ``{key:action.id|Ctrl+K}``: the second part is the key as shipped, for actions that do not exist yet.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inspector_app import resources
from inspector_app.errors import KnownError

LANGUAGE = "en"
MOST = 20
"""Places that a search gives."""
_KEY = re.compile(r"\{key:([\w.]+)\|([^}]+)\}")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)#\s]+)(?:#([^)\s]+))?\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^(#{1,3}) +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a chapter and the words under it, up to the next heading."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """`source` is Markdown with places for keys; `pages` are those of the window that open at it."""

    key: str
    title: str
    source: str
    pages: tuple[str, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The chapter in pieces, the title's first; words as they are read, without markup."""
        parts = _HEADING.split(self.source)[1:]
        return tuple(Section(parts[at + 1], _words(parts[at + 2])) for at in range(0, len(parts), 3))

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The actions it names, each with the key that it states."""
        return tuple(_KEY.findall(self.source))

    @property
    def links(self) -> tuple[str, ...]:
        """The chapters it leads to."""
        return tuple(link[1] for link in _LINK.findall(self.source))

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(picture[1] for picture in _PICTURE.findall(self.source))

    def markdown(self, key_words: Callable[[str, str], str]) -> str:
        """The chapter with keys put in: `key_words(action, shipped key)` says a key as this system does."""
        return _KEY.sub(lambda match: f"**{key_words(match[1], match[2])}**", self.source)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found: a section of a chapter, with the words around them."""

    chapter: str
    title: str
    heading: str
    excerpt: str


class HelpBook:
    """All chapters in their order."""

    def __init__(self, chapters: tuple[Chapter, ...]) -> None:
        self.chapters = chapters
        self._by_key = {chapter.key: chapter for chapter in chapters}
        self._folded = [
            (chapter, section, _folded(section.heading), _folded(section.text))
            for chapter in chapters
            for section in chapter.sections
        ]

    def chapter(self, key: str) -> Chapter:
        """KnownError ``no-chapter`` where there is none."""
        found = self._by_key.get(key)
        if found is None:
            raise KnownError(f"The help has no chapter {key}.", "Search the help.", code="no-chapter")
        return found

    def has(self, key: str) -> bool:
        return key in self._by_key

    def for_page(self, page: str) -> Chapter | None:
        """The chapter of a page of the window; None where none is written for it."""
        kind = page.partition(":")[0] + ":" if ":" in page else page
        return next((chapter for chapter in self.chapters if kind in chapter.pages), None)

    def find(self, words: str) -> tuple[Place, ...]:
        """Sections that hold all the words, those with the words in their heading first."""
        wanted = _folded(words).split()
        if not wanted:
            return ()
        found: list[tuple[int, Place]] = []
        for chapter, section, heading, text in self._folded:
            if not all(word in heading or word in text for word in wanted):
                continue
            rank = -sum(2 if word in heading else 0 for word in wanted)
            excerpt = _around(section.text, text, wanted)
            found.append((rank, Place(chapter.key, chapter.title, section.heading, excerpt)))
        found.sort(key=lambda one: one[0])
        return tuple(place for _, place in found[:MOST])


def help_book() -> HelpBook:
    """The book that ships with the program."""
    folder = resources.path("help", LANGUAGE)
    listed = tomllib.loads((folder / "book.toml").read_text(encoding="utf-8"))["chapters"]
    return HelpBook(tuple(_chapter(entry) for entry in listed))


def _chapter(entry: Mapping[str, object]) -> Chapter:
    key, pages = str(entry["key"]), entry["pages"]
    source = resources.path("help", LANGUAGE, f"{key}.md").read_text(encoding="utf-8")
    if "{features}" in source:
        source = source.replace("{features}", _features())
    title = source.split("\n", 1)[0].removeprefix("# ").strip()
    return Chapter(key, title, source, tuple(map(str, pages if isinstance(pages, list) else ())))


def _features() -> str:
    """The list of what checklists may contain, as tables; the same file that the engine's tests hold."""
    matrix = json.loads(resources.path("feature_matrix.json").read_text(encoding="utf-8"))
    titles = {
        "question_types": "Kinds of question",
        "appearances": "Appearances",
        "functions": "Functions",
        "features": "Other features",
    }
    parts = []
    for name, title in titles.items():
        rows = [
            f"| {_cell(one['name'])} | {one['supported']} | {_cell(one['note'])} |" for one in matrix[name]
        ]
        parts.append("\n".join((f"## {title}\n", "| Name | Works | Note |", "|---|---|---|", *rows)))
    return "\n\n".join(parts)


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")


def _words(source: str) -> str:
    """Markdown as it is read: no marks, no pictures, a table's cells in a row."""
    shown = _KEY.sub(lambda match: match[2], _PICTURE.sub("", source))
    shown = _LINK.sub(lambda match: match[1], shown)
    shown = re.sub(r"^\|[-| ]+\|$", "", shown, flags=re.MULTILINE)
    shown = re.sub(r"^\s*(?:[-*]|\d+\.) +|\*\*|\\", "", shown, flags=re.MULTILINE)
    return " ".join(shown.replace("|", " ").split())


def _folded(words: str) -> str:
    """Without case and accents; one character for one character, so that places stay."""
    return "".join(unicodedata.normalize("NFD", sign)[0] for sign in words).casefold()


def _around(text: str, folded: str, wanted: list[str], room: int = 110) -> str:
    """A line of text around the first word found."""
    first = min((at for at in (folded.find(word) for word in wanted) if at >= 0), default=0)
    begin = max(0, text.rfind(" ", 0, max(0, first - room // 3)) + 1)
    cut = text[begin : begin + room]
    if begin + room < len(text):
        cut = f"{cut.rsplit(' ', 1)[0]} …"
    return f"… {cut}" if begin else cut
