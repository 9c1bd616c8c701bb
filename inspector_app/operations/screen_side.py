"""What stands beside and under a checklist screen: the evidence that cites it, the findings it suggests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector_app.inspections.evidence import SOURCE_LABELS, Evidence, EvidenceSource
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.suggest import Suggestion
from inspector_app.journal.records import EVIDENCE
from inspector_app.operations.attachments import ATTACHMENT, AttachedFile, attached_file
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.findings import suggested
from inspector_app.operations.screens import screen_view
from inspector_app.words import mark, translate

SHORT_SOURCE = {
    EvidenceSource.SPOKE: mark("Evidence", "Spoke"),
    EvidenceSource.SAW: mark("Evidence", "Saw"),
    EvidenceSource.READ: mark("Evidence", "Read"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question that evidence may cite, by its node's name."""

    name: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One piece of evidence in words; `missing` says what it lacks, '' where nothing."""

    id: str
    source: str
    source_words: str
    text: str
    place: str
    cited: tuple[Question, ...]
    missing: str
    of_answer: bool = False
    file: AttachedFile | None = None

    @property
    def line(self) -> str:
        """The evidence in one line: "Saw: the evening handover"."""
        said = self.text or self.place or translate("Evidence", "no words yet")
        return f"{self.source_words}: {said}" if self.source_words else said


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """All evidence of the inspection, the latest first, and the questions that it may cite. What is
    `finalised` can be corrected."""

    pieces: tuple[EvidenceView, ...]
    questions: tuple[Question, ...]
    read_only: bool
    finalised: bool


@dataclass(frozen=True, slots=True)
class ScreenSide:
    """Evidence that cites a question of the screen, the latest first; findings that its answers suggest."""

    evidence: tuple[EvidenceView, ...]
    suggestions: tuple[Suggestion, ...]


def screen_side(desk: Desk, sessions: Sequence[ChecklistSession], screen: str, record: str) -> ScreenSide:
    """What belongs to one screen; suggestions only while the inspection is open."""
    session = next(one for one in sessions if one.record == record)
    names = {
        field.node.key.rsplit("/", 1)[-1]
        for card in screen_view(session, screen).cards
        for field in card.fields
    }
    names |= {card.key.rsplit("/", 1)[-1] for card in screen_view(session, screen).cards}
    inspection = desk.inspection(session.inspection.id)
    page = evidence_page(desk, sessions, inspection)
    here = tuple(
        piece
        for piece in page.pieces
        if not piece.of_answer and any(question.name in names for question in piece.cited)
    )
    found: tuple[Suggestion, ...] = ()
    if inspection.status is Status.OPEN:
        every = suggested(desk, inspection, list(sessions))
        found = tuple(suggestion for suggestion in every if suggestion.node in names)
    return ScreenSide(here, found)


def evidence_page(desk: Desk, sessions: Sequence[ChecklistSession], inspection: Inspection) -> EvidencePage:
    """All evidence of an inspection in words."""
    questions = tuple(
        Question(view.key.rsplit("/", 1)[-1], view.attributes["question"], view.label)
        for session in sessions
        for view in session.questions()
    )
    known = {question.name: question for question in questions}
    fields = desk.store.records(inspection.id, EVIDENCE)
    pieces = [
        replace(_view(piece, known), file=attached_file(fields.get(piece.id, {}).get(ATTACHMENT)))
        for piece in desk.evidence(inspection.id).values()
    ]
    status = inspection.status
    return EvidencePage(tuple(pieces[::-1]), questions, status is not Status.OPEN, status is Status.FINALISED)


def edit_evidence(
    desk: Desk, inspection_id: str, evidence_id: str, fields: dict[str, str | list[str]]
) -> None:
    """Change fields of a piece of evidence: source, text, place, cited_answers."""
    from inspector_app.inspections.lifecycle import check_change

    check_change(desk.inspection(inspection_id))
    desk.write_fields(
        inspection_id,
        EVIDENCE,
        evidence_id,
        {name: list(value) if isinstance(value, list) else value for name, value in fields.items()},
    )


def remove_evidence(desk: Desk, inspection_id: str, evidence_id: str) -> None:
    """Take a piece of evidence out of the lists; it stays in the journal and undo brings it back."""
    from inspector_app.inspections.lifecycle import check_change

    check_change(desk.inspection(inspection_id))
    desk.write_fields(inspection_id, EVIDENCE, evidence_id, {"removed": True})


def _view(piece: Evidence, known: dict[str, Question]) -> EvidenceView:
    names = dict.fromkeys((*piece.cited_answers, piece.place))
    cited = tuple(known[name] for name in names if name in known)
    of_answer = piece.source is None and not piece.text
    return EvidenceView(
        id=piece.id,
        source=piece.source.value if piece.source else "",
        source_words=translate("Evidence", SHORT_SOURCE[piece.source]) if piece.source else "",
        text=piece.text,
        place="" if piece.place in known else piece.place,
        cited=cited,
        missing=_missing(piece),
        of_answer=of_answer and bool(piece.cited_answers),
    )


def _missing(piece: Evidence) -> str:
    if not piece.text.strip() and not piece.cited_answers:
        return translate("Evidence", "Say what was told, seen or read.")
    if piece.text.strip() and piece.source is None:
        return translate("Evidence", "Say how you know it: {ways}.").format(
            ways=", ".join(translate("Evidence", label).lower() for label in SOURCE_LABELS.values())
        )
    return ""
