"""The help: chapters at the left, the chapter at the right, a search over all of it; offline, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app import resources
from inspector_app.gui.frame.aside import AsidePage
from inspector_app.gui.frame.page import Page
from inspector_app.gui.look import look
from inspector_app.gui.pages.help.places import PlaceList, SearchHelp
from inspector_app.gui.pages.help.reader import Reader
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.labels import label
from inspector_app.operations.help_book import HelpBook, Place, help_book

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench

FIRST = "first-start"
_AT = "#"


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return HelpPage(workbench, help_book())


class HelpPage(AsidePage):
    """`show_detail("of PAGE")` opens the chapter of a page, and goes back there; a chapter's key opens it."""

    def __init__(self, workbench: Workbench, book: HelpBook) -> None:
        super().__init__("help", workbench)
        self._book = book
        self._places: tuple[Place, ...] = ()
        self._chapter = ""
        self.set_title(self.tr("Help"), self.tr("on this laptop, nothing is fetched"))
        actions = workbench.actions
        for button in (actions.button("help.tour"), actions.button("help.about"), self.back_button()):
            self.add_head(button)
        self.found = PlaceList()
        self.search = SearchHelp(self.found)
        self.count = label("", "soft")
        self.reader = Reader(resources.path("help", "pictures"))
        self._left = QWidget()
        self.fill(self._lay_out())
        self._list()
        self.search.textChanged.connect(self._search)
        self.found.shown.connect(self._chosen)
        self.found.entered.connect(self._entered)
        self.reader.wanted.connect(self.open)

    def arrive(self) -> None:
        super().arrive()
        if not self._chapter:
            self.open(FIRST)

    def first_focus(self) -> QWidget:
        return self.search

    def show_detail(self, detail: str) -> None:
        asked, _, page = detail.partition(" ")
        if asked != "of":
            self.open(detail)
            return
        chapter = self._book.for_page(page)
        self.search.clear()
        self.open(chapter.key if chapter else FIRST)

    def open(self, chapter: str, heading: str = "") -> None:
        """Show a chapter."""
        if not self._book.has(chapter):
            return
        self._chapter = chapter
        shown = self._book.chapter(chapter)
        self.reader.show_chapter(shown.title, shown.markdown(self._key), heading)
        if not self.search.text():
            self.found.show_current(chapter)

    def _chosen(self, key: str) -> None:
        if not key:
            return
        chapter, _, at = key.partition(_AT)
        heading = self._places[int(at)].heading if at else ""
        self.open(chapter, heading)

    def _entered(self, _: str) -> None:
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, words: str) -> None:
        self._places = self._book.find(words)
        if not words.strip():
            self._list()
            return
        lines = [_line(at, place) for at, place in enumerate(self._places)]
        first = lines[0][0] if lines else ""
        self.found.show_lines(lines, first)
        self._chosen(first)  # beside what was found never stands what was read before
        told = self.tr("{count} places").format(count=len(self._places))
        self.count.setText(told if self._places else self.tr("Nothing found. Try another word."))
        self.count.show()
        announce(self.count, self.count.text())

    def _list(self) -> None:
        self._places = ()
        self.count.hide()
        lines = [(chapter.key, chapter.title, "") for chapter in self._book.chapters]
        self.found.show_lines(lines, self._chapter)

    def _key(self, action: str, shipped: str) -> str:
        """A key as this system writes it; the shipped one for an action that does not exist yet."""
        actions = self.workbench.actions
        if any(spec.id == action for spec in actions.specs):
            return actions.key(action)
        shown = QKeySequence(shipped).toString(QKeySequence.SequenceFormat.NativeText)
        return shown.replace("Return", "Enter")

    def _lay_out(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().metrics.space(4))
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.count):
            column.addWidget(part)
        column.addWidget(self.found, 1)
        row.addWidget(self._left, 2)
        row.addWidget(self.reader, 5)
        return both


def _line(at: int, place: Place) -> tuple[str, str, str]:
    title = place.heading if place.heading == place.title else f"{place.title}: {place.heading}"
    return f"{place.chapter}{_AT}{at}", title, place.excerpt
