"""Corrections of evidence: what it says, how it is known, the questions it bears on, and a piece more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from inspector_app.inspections.evidence import SOURCE_LABELS, Evidence
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal.event import Json
from inspector_app.journal.records import EVIDENCE
from inspector_app.journal.records import Evidence as Names
from inspector_app.operations import codec
from inspector_app.operations.correctable import ADD, Correctable, Teller, refused
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Draft
from inspector_app.operations.question_words import question_line
from inspector_app.words import translate

_PARTS = (Names.TEXT, Names.PLACE, Names.SOURCE, Names.CITED_ANSWERS)


def evidence_correctables(tell: Teller, inspection: Inspection) -> Iterator[Correctable]:
    """The parts of each piece, and a piece more."""
    questions = {
        view.key.rsplit("/", 1)[-1]: question_line(view)
        for session in tell.sessions
        for view in session.questions()
    }
    for piece in tell.desk.evidence(inspection.id).values():
        for name in _PARTS:
            yield _part(tell, piece, name, questions)
    yield _forgotten(tell, questions)


def evidence_drafts(
    desk: Desk, inspection: Inspection, place: tuple[str, str], value: str, parts: Mapping[str, str]
) -> list[Draft]:
    """What is to be written of the record and field at `place`; KnownError ``not-allowed`` where the piece
    would say nothing, or not where it comes from.
    """
    record, name = place
    if name == ADD:
        return _new_drafts(desk, parts)
    said = _json(name, value)
    before = desk.evidence(inspection.id)[record]
    after = codec.evidence_from_fields(record, {**codec.evidence_to_fields(before), name: said})
    if name == Names.TEXT and not value.strip():
        raise refused(translate("Corrections", "It must not be blank."))
    if before.usable and not after.usable:
        raise refused(translate("Corrections", "Nothing would say where this evidence comes from."))
    return [Draft(EVIDENCE, record, name, said)]


def _part(tell: Teller, piece: Evidence, name: str, questions: Mapping[str, str]) -> Correctable:
    place, held = (EVIDENCE, piece.id, name), codec.evidence_to_fields(piece)[name]
    cited = "; ".join(questions[one] for one in piece.cited_answers if one in questions)
    of = piece.text.strip() or cited
    if name == Names.CITED_ANSWERS:
        return tell.several(place, " ".join(piece.cited_answers), questions, of=of)
    if name == Names.SOURCE:
        return tell.choice(place, str(held), _sources(), of=of)
    if name == Names.PLACE:
        return tell.text(place, str(held), of=of, words=questions.get(str(held), ""))
    return tell.text(place, str(held), of="" if piece.text.strip() else cited)


def _forgotten(tell: Teller, questions: Mapping[str, str]) -> Correctable:
    add = {ADD: translate("Corrections", "Add one")}
    field = tell.choice(
        (EVIDENCE, "", ADD), "", add, what=translate("Corrections", "Evidence: a piece that was forgotten")
    )
    asked = {
        Names.SOURCE: translate("CaptureCard", "How do you know it?"),
        Names.TEXT: translate("CaptureCard", "What is it?"),
        Names.PLACE: translate("CaptureCard", "Place"),
        Names.CITED_ANSWERS: translate("CaptureCard", "Questions it bears on"),
    }
    nothing = Evidence("")
    parts = tuple(
        replace(_part(tell, nothing, name, questions), what=what, needed=name in (Names.SOURCE, Names.TEXT))
        for name, what in asked.items()
    )
    return replace(field, words=add[ADD], more={ADD: parts})


def _new_drafts(desk: Desk, parts: Mapping[str, str]) -> list[Draft]:
    record = desk.program.new_id()
    fields = {
        **codec.evidence_to_fields(Evidence(record)),
        **{name: _json(name, said) for name, said in parts.items() if name in _PARTS},
    }
    made = codec.evidence_from_fields(record, fields)
    if not made.text.strip():
        raise refused(translate("Corrections", "It must not be blank."), Names.TEXT)
    if not made.usable:
        raise refused(translate("Corrections", "Nothing would say where this evidence comes from."))
    return [Draft(EVIDENCE, record, name, one) for name, one in fields.items()]


def _json(name: str, value: str) -> Json:
    return list(value.split()) if name == Names.CITED_ANSWERS else value.strip()


def _sources() -> dict[str, str]:
    return {one.value: translate("Evidence", label) for one, label in SOURCE_LABELS.items()}
