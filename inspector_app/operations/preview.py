"""The preview of a document: follows the typing; made half by the writer, half by a child process.

Building the document is short and belongs to the writer; setting it as PDF is long and runs in a child
process, where it holds up no key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter import Letter
from inspector_app.inspections.paper import Paper
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.checklist_words import ChecklistWords, checklist_words
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import findings_as_typed
from inspector_app.operations.letter import build_letter
from inspector_app.operations.letter_status import letter_status
from inspector_app.operations.papers import PaperKind, build_paper
from inspector_app.operations.ports import Progress


@dataclass(frozen=True)
class SetPaper:
    """A document as it is read: the PDF, the same words as plain text, and what the typeface lacks."""

    paper: Paper
    pdf: bytes
    text: str
    unprintable: tuple[str, ...]


@dataclass(frozen=True)
class Wish:
    """Which document is to be shown, in which size and language of the fixed words."""

    kind: PaperKind = "letter"
    large_print: bool = False
    language: str = "en"


@dataclass
class WordsAtHand:
    """Keeps the checklist's words of one inspection until an answer changes. Used on the writer's thread."""

    _inspection: str = ""
    _words: ChecklistWords | None = None

    def forget(self) -> None:
        """An answer changed."""
        self._words = None

    def of(self, inspection_id: str, sessions: Sequence[ChecklistSession]) -> ChecklistWords:
        """The words of the open checklists."""
        if self._words is None or self._inspection != inspection_id:
            self._inspection, self._words = inspection_id, checklist_words(sessions)
        return self._words


def shown_paper(desk: Desk, inspection: Inspection, words: ChecklistWords, wish: Wish) -> Paper:
    """The document wished for, as it stands with the last key; KnownError when it has nothing to say."""
    if wish.kind == "letter":
        return draft_letter(desk, inspection, words, large_print=wish.large_print, language=wish.language)
    from inspector_app.operations.paper_offers import offers, refuse_empty

    refuse_empty(offers(desk, inspection, issued=False), wish.kind)
    return build_paper(
        desk,
        inspection,
        wish.kind,
        issued_on=desk.today(),
        large_print=wish.large_print,
        language=wish.language,
        words=words,
    )


def draft_letter(
    desk: Desk,
    inspection: Inspection,
    words: ChecklistWords,
    *,
    large_print: bool = False,
    language: str = "en",
) -> Letter:
    """The letter as it stands with the last key typed: the version that was issued and still holds, else a
    draft dated today.
    """
    issued = letter_status(desk, inspection).current
    return build_letter(
        desk,
        inspection,
        issued_on=issued.issued_on if issued else desk.today(),
        final=issued is not None,
        large_print=large_print,
        words=words,
        findings=findings_as_typed(desk, inspection.id),
        version=issued.version if issued else None,
        language=language,
    )


def set_paper(report: Progress, paper: Paper) -> SetPaper:
    """Set a document as PDF and text; for a child process."""
    from inspector_app.documents.make import read_and_printed

    pdf, said, unprintable = read_and_printed(paper)
    report(1, 1)
    return SetPaper(paper, pdf, said, unprintable)


def word_file(report: Progress, paper: Paper) -> bytes:
    """The same document as DOCX; for a child process."""
    from inspector_app.documents.make import render_paper

    made = render_paper(paper, "docx")
    report(1, 1)
    return made
