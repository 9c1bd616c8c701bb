"""Findings, letter, export and head office: what a person does there by keys, and what can be read there."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from driver import Driver

from inspector_app.gui.pages.export.page import ExportPage
from inspector_app.gui.pages.findings.cards import SuggestionCard
from inspector_app.gui.pages.findings.finding_form import FindingForm
from inspector_app.gui.pages.findings.page import FindingsPage
from inspector_app.gui.pages.letter.page import LetterPage
from inspector_app.gui.pages.office.page import OfficePage


class Findings:
    """Decide on suggestions, build findings."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("findings")
        self.page = cast(FindingsPage, driver.page)
        driver.until(lambda: self.page._view is not None)

    def suggestions(self) -> dict[str, str]:
        """Kind by title, as listed."""
        self.driver.settled()
        return {card.suggestion.title: card.suggestion.kind_words for card in self.page._suggestions}

    def accept(self, title: str) -> None:
        self.driver.tab_to(self._card(title).accept)
        self.driver.press("Space")
        self.driver.until(lambda: title in self.agreed() and self._form() is not None)
        self.driver.settled()

    def refuse(self, title: str, reason: str) -> None:
        self.driver.tab_to(self._card(title).refuse)
        self.driver.press("Space")
        self.driver.type(reason)
        self.driver.press("Enter")
        self.driver.until(lambda: title in self.refused())

    def _card(self, title: str) -> SuggestionCard:
        """The card of a suggestion once the page has come to rest: a decision lays the others out anew."""
        shown: list[SuggestionCard] = []

        def at_rest() -> bool:
            before = list(self.page._suggestions)
            self.driver.settled()
            shown[:] = [card for card in self.page._suggestions if card.suggestion.title == title]
            return before == list(self.page._suggestions) and bool(shown) and shown[0].isVisible()

        for _ in range(3):
            self.driver.until(at_rest)
        return shown[0]

    def agreed(self) -> list[str]:
        return [one.title for one in self.page._view.agreed] if self.page._view else []

    def refused(self) -> dict[str, str]:
        found = self.page._view.refused if self.page._view else ()
        return {one.title: one.refusal_reason for one in found}

    def type_part(self, part: str, text: str) -> None:
        """Go to a part of the open builder by Tab and type at its end."""
        form = self._form()
        assert form is not None
        self.driver.tab_to(form.blocks[part].control)
        self.driver.press("Ctrl+End")
        self.driver.type(text)

    def missing(self) -> dict[str, str]:
        """What the open builder says is missing, by part."""
        form = self._form()
        blocks = form.blocks if form is not None else {}
        return {part: block.said.text() for part, block in blocks.items() if block.said.text()}

    def letter_says(self, words: str) -> bool:
        preview = self.page._preview
        return preview is not None and preview.letter is not None and words in preview.letter.text

    def _form(self) -> FindingForm | None:
        return self.page._open_form()


class LetterPart:
    """See, save, issue."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("letter")
        self.page = cast(LetterPage, driver.page)
        driver.until(lambda: self.page.preview.letter is not None and self.page._status is not None)

    def state(self) -> str:
        return self.page.side_.state.text()

    def text(self) -> str:
        """The text twin, turned to by its key."""
        self.driver.press("Ctrl+T")
        assert self.page.preview.text.isVisible()
        said = self.page.preview.text.toPlainText()
        self.driver.press("Ctrl+T")
        return said

    def save_as(self, file: Path) -> None:
        self.driver.tab_to(self.page.side_.target)
        self.driver.retype(str(file))
        self.driver.press("Ctrl+Shift+S")
        self.driver.until(file.exists)

    def issue(self) -> None:
        self.driver.press("Ctrl+Shift+I")
        self.driver.until(lambda: "issued" in self.state())


class Export:
    """What is open, finalise, export."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("export")
        self.page = cast(ExportPage, driver.page)
        driver.until(lambda: self.page._ready is not None)

    def open_things(self) -> list[str]:
        self.driver.settled()
        return [one.message for one in self.page._ready.hindrances] if self.page._ready else []

    def set_last_day(self, text: str) -> None:
        self.driver.tab_to(self.page.ended)
        self.driver.retype(text)
        self.driver.press("Enter")
        self.driver.settled()

    def finalise(self) -> None:
        """Ask by key, confirm by Space on the button that then has the keyboard."""
        self.driver.until(lambda: self.page.finalise_button.isEnabled())
        self.driver.press("Ctrl+Shift+F")
        self.driver.press("Space")
        self.driver.until(lambda: "is finalised" in self.driver.messages())

    def export_to(self, folder: Path) -> Path:
        self.driver.tab_to(self.page.folder)
        self.driver.retype(str(folder))
        self.driver.press("Ctrl+Shift+E")
        self.driver.until(lambda: "was written" in self.driver.messages())
        (written,) = folder.glob("*.inspection")
        return written


class Office:
    """Receive and read tables."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.arrives_at("office")
        self.page = cast(OfficePage, driver.page)

    def open(self, database: Path, passphrase: str) -> None:
        self.driver.tab_to(self.page.open_card.database)
        self.driver.retype(str(database))
        self.driver.tab_to(self.page.open_card.passphrase)
        self.driver.type(passphrase)
        self.driver.press("Enter")
        self.driver.until(lambda: self.page.receive_card.isVisible())

    def receive(self, path: Path) -> list[str]:
        """The outcomes of receiving a file or a folder."""
        self.driver.tab_to(self.page.receive_card.line)
        self.driver.retype(str(path))
        self.driver.press("Enter")
        self.driver.until(lambda: bool(self.page._outcomes) and not self.page.busy)
        self.driver.settled()  # the laptops and the tables are read anew
        return [outcome.outcome for outcome in self.page._outcomes]

    def received_by_itself(self) -> list[str]:
        """The outcomes of what waited for its laptop, once that is accepted."""

        def taken() -> bool:
            outcomes = [outcome.outcome for outcome in self.page._outcomes]
            return bool(outcomes) and "quarantined" not in outcomes and not self.page.busy

        self.driver.until(taken)
        self.driver.settled()
        return [outcome.outcome for outcome in self.page._outcomes]

    def laptops(self) -> dict[str, str]:
        """State by inspector."""
        return {line.laptop.inspector: line.laptop.state for line in self.page.laptops.lines.values()}

    def accept(self, inspector: str, fingerprint: str) -> None:
        self.driver.settled()
        line = next(one for one in self.page.laptops.lines.values() if one.laptop.inspector == inspector)
        assert line.line is not None
        self.driver.tab_to(line.line)
        self.driver.type(fingerprint)
        self.driver.press("Enter")
        self.driver.until(lambda: self.laptops().get(inspector) == "accepted")

    def table_row(self, answer: str) -> tuple[str, str, str]:
        """Count, base and percentage of an answer, found by the arrow keys in the table."""
        figures = self.page.tables.figures
        self.driver.until(lambda: figures.isVisible() and bool(figures.figures.rows))
        self.driver.tab_to(figures)
        self.driver.press("Ctrl+Home")
        for _ in figures.figures.rows:
            row = figures.currentIndex().row()
            if figures.figures.index(row, 1).data() == answer:
                count, base, percent = (figures.figures.index(row, at).data() for at in (2, 3, 4))
                return str(count), str(base), str(percent)
            self.driver.press("Down")
        raise AssertionError(f"no row says {answer}")
