"""Every document of an inspection, built from its record: the letter and all that goes with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from inspector_app.inspections.clock import next_steps
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.letter_wording import LetterSection, load_wording
from inspector_app.inspections.paper import NextStep, Paper
from inspector_app.inspections.papers import (
    AccuracyForm,
    ActionPlanForm,
    ComplaintLetter,
    FeedbackLetter,
    FeedbackPoint,
    FollowedUp,
    FollowUpLetter,
    GoodPractice,
    JointSummary,
)
from inspector_app.journal import records
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.checklist_words import ChecklistWords, checklist_words
from inspector_app.operations.codec import text
from inspector_app.operations.complaint import complaint_of
from inspector_app.operations.desk import Desk
from inspector_app.operations.follow_up import followed_up
from inspector_app.operations.grades import printed_grades
from inspector_app.operations.letter import build_letter
from inspector_app.operations.letter_findings import FindingWords, earlier_by_id
from inspector_app.operations.narrative import CAPACITY, RESPONSE
from inspector_app.operations.paper_frame import (
    ANSWER_STEP,
    contact_of,
    enclosures,
    next_version,
    paper_frame,
    printed_steps,
    section_values,
    shared,
    standing_version,
)
from inspector_app.operations.record_paper import record_paper

PaperKind = Literal[
    "letter", "feedback", "action-plan", "accuracy", "record", "follow-up", "complaint", "summary"
]
FileFormat = Literal["pdf", "docx"]


@dataclass(frozen=True)
class MadePaper:
    """A document's bytes, and what it is."""

    paper: Paper
    data: bytes
    sha256: str


@dataclass(frozen=True)
class _Facts:
    """What every builder starts from."""

    desk: Desk
    inspection: Inspection
    frame: Paper
    words: ChecklistWords
    agreed: Sequence[Finding]
    printed: FindingWords


def make_paper(
    desk: Desk,
    inspection: Inspection,
    kind: PaperKind,
    file_format: FileFormat = "pdf",
    *,
    issued_on: date,
    large_print: bool = False,
    language: str = "en",
) -> MadePaper:
    """A document as the record stands, in a format; same record, same date, same bytes. Keeps nothing."""
    from inspector_app.documents.make import render_paper

    paper = build_paper(
        desk, inspection, kind, issued_on=issued_on, large_print=large_print, language=language
    )
    data = render_paper(paper, file_format)
    return MadePaper(paper, data, hashlib.sha256(data).hexdigest())


def build_paper(
    desk: Desk,
    inspection: Inspection,
    kind: PaperKind,
    *,
    issued_on: date,
    large_print: bool = False,
    language: str = "en",
    words: ChecklistWords | None = None,
) -> Paper:
    """A document as facts. It carries the version of the letter that stands, else of the next one; it is
    final once the inspection is finalised."""
    words = words or checklist_words(open_checklists(desk, inspection))
    version = standing_version(desk, inspection.id)
    final = inspection.status is Status.FINALISED
    if kind == "letter":
        return build_letter(
            desk,
            inspection,
            issued_on=issued_on,
            final=version is not None,
            large_print=large_print,
            words=words,
            version=version,
            language=language,
        )
    framework = desk.framework(inspection)
    wording = load_wording(inspection.framework, language)
    frame = paper_frame(
        desk,
        inspection,
        wording,
        issued_on=issued_on,
        final=final,
        large_print=large_print,
        version=version or next_version(desk, inspection.id),
    )
    agreed = [one for one in desk.findings(inspection.id) if one.state is FindingState.AGREED]
    earlier = earlier_by_id(followed_up(desk, inspection))
    printed = FindingWords(framework, wording, words, earlier, inspection.inspected_on)
    return _BUILDERS[kind](_Facts(desk, inspection, frame, words, agreed, printed))


def _feedback(facts: _Facts) -> Paper:
    """Nothing in it is numbered and nothing has a date: it is what was said on the day."""
    steps = next_steps(facts.printed.framework.clock, facts.inspection.inspected_on)
    told = tuple(NextStep(step.label, step.due) for step in steps)
    asked = {FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION}
    points = [
        FeedbackPoint(_binding(one), one.title, one.outcome) for one in facts.agreed if one.kind in asked
    ]
    frame = replace(facts.frame, state="draft", supersedes=None, next_steps=told)
    frame = replace(frame, sections=_sections(facts, ()))
    return FeedbackLetter(**shared(frame), strengths=_strengths(facts), points=tuple(points))


def _action_plan(facts: _Facts) -> Paper:
    return ActionPlanForm(
        **shared(facts.frame),
        requirements=facts.printed.numbered(facts.agreed, FindingKind.REQUIREMENT),
        recommendations=facts.printed.numbered(facts.agreed, FindingKind.RECOMMENDATION),
        due=_answer_due(facts),
        return_to=contact_of(facts.printed.framework),
    )


def _accuracy(facts: _Facts) -> Paper:
    return AccuracyForm(
        **shared(facts.frame), due=_answer_due(facts), return_to=contact_of(facts.printed.framework)
    )


def _record(facts: _Facts) -> Paper:
    return record_paper(facts.desk, facts.inspection, facts.frame, facts.printed, facts.agreed)


def _follow_up(facts: _Facts) -> Paper:
    on = facts.inspection.inspected_on
    followed = []
    for one in followed_up(facts.desk, facts.inspection):
        assert one.outcome is not None
        followed.append(
            FollowedUp(
                facts.printed.label(one.finding),
                _binding(one.finding),
                one.finding.title,
                one.finding.outcome,
                one.reference,
                one.made_on,
                one.due,
                one.outcome,
                one.note,
                one.days_outstanding(on),
                tuple(facts.printed.evidence(piece) for piece in one.evidence if piece.usable),
            )
        )
    requirements = facts.printed.numbered(facts.agreed, FindingKind.REQUIREMENT)
    recommendations = facts.printed.numbered(facts.agreed, FindingKind.RECOMMENDATION)
    frame = _told(facts, plan=bool(requirements), any_finding=bool(requirements or recommendations))
    return FollowUpLetter(
        **shared(frame),
        followed=tuple(followed),
        requirements=requirements,
        recommendations=recommendations,
    )


def _complaint(facts: _Facts) -> Paper:
    requirements = facts.printed.numbered(facts.agreed, FindingKind.REQUIREMENT)
    recommendations = facts.printed.numbered(facts.agreed, FindingKind.RECOMMENDATION)
    labels = facts.printed.labels(facts.agreed)
    complaint = complaint_of(facts.desk, facts.inspection, lambda finding: labels.get(finding, ""))
    frame = _told(facts, plan=bool(requirements), any_finding=bool(requirements or recommendations))
    return ComplaintLetter(
        **shared(frame),
        complaint=complaint.reference,
        received_on=complaint.received_on,
        matters=complaint.matters,
        requirements=requirements,
        recommendations=recommendations,
    )


def _summary(facts: _Facts) -> Paper:
    """Themes are the quality indicators of a joint inspection's framework; the narratives are texts of the
    inspection's own record."""
    said = facts.desk.store.values(records.INSPECTION, facts.inspection.id)
    service = facts.inspection.service
    practice = [one for one in facts.agreed if one.kind is FindingKind.GOOD_PRACTICE and one.validated]
    improve = (FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION)
    frame = replace(facts.frame, sections=_sections(facts, ()))
    return JointSummary(
        **shared(frame),
        area=service.area or service.name,
        indicators=printed_grades(facts.desk, facts.inspection),
        strengths=_strengths(facts),
        good_practice=tuple(GoodPractice(one.title, one.outcome) for one in practice),
        improvements=tuple(one.outcome or one.title for one in facts.agreed if one.kind in improve),
        response=tuple(part for part in (text(said, RESPONSE),) if part),
        capacity=text(said, CAPACITY),
        review=facts.words.review,
    )


_BUILDERS: dict[PaperKind, Callable[[_Facts], Paper]] = {
    "feedback": _feedback,
    "action-plan": _action_plan,
    "accuracy": _accuracy,
    "record": _record,
    "follow-up": _follow_up,
    "complaint": _complaint,
    "summary": _summary,
}


def _binding(finding: Finding) -> Literal["requirement", "recommendation"]:
    return "requirement" if finding.kind is FindingKind.REQUIREMENT else "recommendation"


def _strengths(facts: _Facts) -> tuple[str, ...]:
    return tuple(one.outcome or one.title for one in facts.agreed if one.kind is FindingKind.STRENGTH)


def _answer_due(facts: _Facts) -> date:
    clock = facts.printed.framework.clock
    steps = next_steps(clock, facts.inspection.inspected_on, {"draft": facts.frame.date})
    return next(step.due for step in steps if step.code == ANSWER_STEP)


def _sections(facts: _Facts, situation: Sequence[str]) -> tuple[LetterSection, ...]:
    values = section_values(facts.printed.framework, facts.printed.wording, _answer_due(facts))
    return facts.printed.wording.filled_sections(values, situation)


def _told(facts: _Facts, *, plan: bool, any_finding: bool) -> Paper:
    """The frame with what happens next and the fixed sections that apply."""
    frame = facts.frame
    final = frame.state == "final"
    clock = facts.printed.framework.clock
    steps = next_steps(clock, facts.inspection.inspected_on, {"draft": frame.date})
    told = printed_steps(steps, frame.date, facts.printed.wording, final=final, plan=plan)
    situation = [frame.state, *(["requirements"] if plan else []), *(["findings"] if any_finding else [])]
    enclosed = enclosures(facts.printed.wording, final=final, plan=plan)
    return replace(frame, next_steps=told, sections=_sections(facts, situation), enclosures=enclosed)
