"""The recommendation and requirement letter: as PDF, as plain text, and what in it could not be printed."""

from __future__ import annotations

from inspector_app.documents.letter_content import letter_document
from inspector_app.documents.twin import text_of_document, unprintable_in
from inspector_app.inspections.letter import Letter


def render_letter(letter: Letter) -> bytes:
    """The letter as a tagged PDF (PDF/UA-1, PDF/A-2a). The same letter gives the same bytes in any
    process with the same libraries; no clock, no locale and no machine path goes into the file."""
    from inspector_app.documents.pages import render

    return render(letter_document(letter))


def letter_text(letter: Letter) -> str:
    """The letter as plain text in reading order: the accessible twin of the preview. It says exactly
    what the PDF's structure tree says."""
    return text_of_document(letter_document(letter))


def unprintable(letter: Letter) -> tuple[str, ...]:
    """The stretches of text that the typeface lacks and that the PDF shows as words in brackets, each
    once, in reading order. Show them before a letter is issued."""
    return unprintable_in(letter_document(letter))
