"""What is printed together: the letter as it was issued, the forms that go with it, or any other choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.paper import Paper
from inspector_app.operations.checklist_words import ChecklistWords
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter_status import issued_pdf, letter_status
from inspector_app.operations.papers import PaperKind
from inspector_app.operations.ports import Progress
from inspector_app.operations.preview import Wish, shown_paper


@dataclass(frozen=True)
class PackPart:
    """One document of the pack: its bytes where they were issued, else what they are to be made from."""

    kind: PaperKind
    title: str
    paper: Paper | None
    pdf: bytes = b""


def print_pack(
    desk: Desk, inspection: Inspection, words: ChecklistWords, kinds: Sequence[PaperKind], wish: Wish
) -> tuple[PackPart, ...]:
    """The documents to print, in the order given and in the size and language of `wish`; KnownError when one
    has nothing to say. A letter that was issued is printed byte for byte as it was."""
    standing = letter_status(desk, inspection).current
    parts = []
    for kind in kinds:
        title = f"{inspection.reference} {kind}"
        as_issued = kind == "letter" and standing is not None and wish.language == "en"
        if as_issued and standing is not None and standing.large_print == wish.large_print and standing.blob:
            parts.append(PackPart(kind, title, None, issued_pdf(desk, standing)))
        else:
            paper = shown_paper(desk, inspection, words, replace(wish, kind=kind))
            parts.append(PackPart(kind, title, paper))
    return tuple(parts)


def set_pack(report: Progress, parts: Sequence[PackPart]) -> tuple[tuple[str, bytes], ...]:
    """Title and bytes of each part; for a child process."""
    from inspector_app.documents.make import render_paper

    made = []
    for done, part in enumerate(parts):
        report(done, len(parts))
        made.append((part.title, part.pdf if part.paper is None else render_paper(part.paper)))
    return tuple(made)
