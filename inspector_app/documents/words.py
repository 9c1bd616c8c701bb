"""The fixed words of a document as runs that carry their language, so that a screen reader speaks them right.

A language pack may be partial, and the inspector may write in another language than the pack: each heading,
label and sentence says its language where it is not the document's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.documents.blocks import Heading, Inline, Paragraph, Run
from inspector_app.documents.blocks import Manner as Manner
from inspector_app.documents.cleaning import tidy
from inspector_app.documents.inline import linked
from inspector_app.inspections.letter_wording import MONTHS, LetterWording


@dataclass(frozen=True)
class Words:
    """The wording of a document whose own language is `language` (BCP 47)."""

    wording: LetterWording
    language: str

    def text(self, key: str, **values: str) -> str:
        """The text of a key, placeholders filled with clean text."""
        return self.wording.text(key, **{name: tidy(value) for name, value in values.items()})

    def tongue(self, key: str) -> str:
        """The language of a key's text, '' where it is the document's."""
        return self.other(self.wording.language_of(key))

    def other(self, language: str) -> str:
        """The language, '' where it is the document's."""
        return "" if language == self.language else language

    def run(self, key: str, **values: str) -> Run:
        """The text of a key as a run."""
        return Run(self.text(key, **values), language=self.tongue(key))

    def strong(self, key: str, **values: str) -> Run:
        """The same in strong type."""
        return replace(self.run(key, **values), strong=True)

    def runs(self, key: str, **values: str) -> Inline:
        """The same as the only run of a text."""
        return (self.run(key, **values),)

    def said(self, key: str, manner: Manner = "body", **values: str) -> Paragraph:
        """A paragraph of fixed words; addresses in it become links."""
        tongue = self.tongue(key)
        return Paragraph(
            tuple(replace(run, language=tongue) for run in linked(self.text(key, **values))), manner
        )

    def heading(self, level: int, key: str, *, before: str = "", bookmark: bool = True) -> Heading:
        """A heading of fixed words; `before` is put in front, such as its number."""
        text = f"{before}{self.text(key)}"
        return Heading(level, text, text if bookmark else "", self.tongue(key))

    def day(self, day: date) -> Run:
        """A date in words."""
        return Run(self.wording.day(day), language=self.tongue(MONTHS))

    def days(self, days: Sequence[date]) -> Run:
        """Several dates in words."""
        return Run(self.wording.days(days), language=self.tongue(MONTHS))
