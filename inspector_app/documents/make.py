"""Any document of an inspection in any format: tagged PDF, DOCX, plain text; from the same blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from inspector_app.documents.blocks import Document
from inspector_app.documents.twin import text_of_document, unprintable_in
from inspector_app.inspections import papers
from inspector_app.inspections.letter import Letter
from inspector_app.inspections.paper import Paper

Format = Literal["pdf", "docx"]


def document_of(paper: Paper) -> Document:
    """The document as blocks, whatever kind it is."""
    from inspector_app.documents import after_content, feedback_content, form_content, record_content
    from inspector_app.documents.letter_content import letter_document

    makers: dict[type, Callable[[Any], Document]] = {
        Letter: letter_document,
        papers.FeedbackLetter: feedback_content.feedback_document,
        papers.ActionPlanForm: form_content.action_plan_document,
        papers.AccuracyForm: form_content.accuracy_document,
        papers.InspectionRecord: record_content.record_document,
        papers.FollowUpLetter: after_content.follow_up_document,
        papers.ComplaintLetter: after_content.complaint_document,
        papers.JointSummary: after_content.joint_document,
    }
    return makers[type(paper)](paper)


def render_paper(paper: Paper, file_format: Format = "pdf") -> bytes:
    """The document as a file: PDF (PDF/UA-1, PDF/A-2a) or DOCX. Same document, same libraries, same bytes."""
    document = document_of(paper)
    if file_format == "docx":
        from inspector_app.documents.word_file import render_docx

        form = isinstance(paper, papers.ActionPlanForm | papers.AccuracyForm)
        return render_docx(document, paper.wording, form=form)
    from inspector_app.documents.pages import render

    return render(document)


def read_and_printed(paper: Paper) -> tuple[bytes, str, tuple[str, ...]]:
    """PDF, plain text and what the typeface lacks, from one making of the blocks: what a preview shows."""
    from inspector_app.documents.pages import render

    document = document_of(paper)
    return render(document), text_of_document(document), unprintable_in(document)


def paper_text(paper: Paper) -> str:
    """The document as plain text in reading order; it says exactly what the PDF's structure tree says."""
    return text_of_document(document_of(paper))


def unprintable_of(paper: Paper) -> tuple[str, ...]:
    """The stretches of text that the typeface lacks, each once."""
    return unprintable_in(document_of(paper))
