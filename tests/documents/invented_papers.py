"""Invented documents beside the letter, from the invented letter's parts; nothing in them is real."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from invented_letters import hard_letters, invented_letter

from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.letter import Letter, NextStep
from inspector_app.inspections.paper import Paper
from inspector_app.inspections.papers import (
    AccuracyForm,
    ActionPlanForm,
    ComplaintLetter,
    ComplaintMatter,
    CorrectionLine,
    FeedbackLetter,
    FeedbackPoint,
    FollowedUp,
    FollowUpLetter,
    GoodPractice,
    InspectionRecord,
    IssuedVersion,
    JointSummary,
    ProgressReview,
    RecordedEvidence,
    RefusedFinding,
    SampleTable,
)

KINDS = (
    "feedback",
    "action plan",
    "accuracy",
    "record",
    "follow-up",
    "complaint",
    "summary",
)


def frame_of(letter: Letter) -> dict[str, Any]:
    """What the documents share, taken from a letter."""
    return {field.name: getattr(letter, field.name) for field in fields(Paper)}


def invented_papers(letter: Letter | None = None) -> dict[str, Paper]:
    """One of each kind, with the frame and the findings of a letter."""
    base = letter or invented_letter()
    shared = frame_of(base)
    findings = (*base.requirements, *base.recommendations)
    words = [finding.title for finding in findings] or [""]
    return {
        "feedback": FeedbackLetter(
            **shared | {"state": "draft"},
            strengths=base.strengths,
            points=tuple(FeedbackPoint(found.kind, found.title, found.outcome) for found in findings),
        ),
        "action plan": ActionPlanForm(
            **shared,
            requirements=base.requirements,
            recommendations=base.recommendations,
            due=date(2018, 12, 6),
            return_to="letters@regulator.example",
        ),
        "accuracy": AccuracyForm(**shared, due=date(2018, 11, 29), return_to="letters@regulator.example"),
        "record": _record(base, shared, words),
        "follow-up": _follow_up(base, shared),
        "complaint": ComplaintLetter(
            **shared,
            complaint="EX-C-2018-0007",
            received_on=date(2018, 10, 1),
            matters=tuple(
                ComplaintMatter(
                    place,
                    f"{text} was not done.",
                    outcome,
                    "Daily logs of six weeks show it.",
                    ("Requirement 1", "Recommendation 1") if outcome == "upheld" else (),
                )
                for place, (text, outcome) in enumerate(
                    zip(words * 3, ("upheld", "partly_upheld", "not_upheld"), strict=False), 1
                )
            )
            if findings
            else (),
            requirements=base.requirements,
            recommendations=base.recommendations,
        ),
        "summary": _summary(base, shared, words),
    }


def _record(base: Letter, shared: dict[str, Any], words: list[str]) -> InspectionRecord:
    return InspectionRecord(
        **shared,
        grades=base.grades,
        strengths=base.strengths,
        requirements=base.requirements,
        recommendations=base.recommendations,
        refused=(RefusedFinding(words[0], "Another finding covers this."),) if words[0] else (),
        previous=base.previous,
        matters=(ComplaintMatter(1, f"{words[0]} was not done.", "upheld", "Daily logs show it."),)
        if words[0]
        else (),
        enforcement=("Improvement plan", "Talking alone changed nothing.") if words[0] else (),
        narrative=("Partners act together.",) if words[0] else (),
        checklist=base.checklist,
        samples=(
            SampleTable(
                "Staff asked",
                ("Designation", "How asked", "Knows responsibilities", "Knows indicators"),
                tuple(("Night worker", "By phone", "No", "Not asked") for _ in range(7)),
            ),
            SampleTable("Care plans read", ("Pseudonym", "Risk assessment"), ()),
        ),
        evidence=tuple(
            RecordedEvidence(piece, ("Requirement 1",) if place else ())
            for found in base.requirements
            for place, piece in enumerate(found.evidence)
        ),
        letters=(
            IssuedVersion(1, date(2018, 11, 15), "K7QF-2M9D", "ab" * 32, True),
            IssuedVersion(2, date(2018, 11, 20), "P3XA-77QL", "cd" * 32, False),
        ),
        corrections=(CorrectionLine("2018-11-19T10:15:00Z", "A. Inspector", "A date was wrong."),),
        events=412,
    )


def _follow_up(base: Letter, shared: dict[str, Any]) -> FollowUpLetter:
    outcomes = (Outcome.MET_WITHIN, Outcome.MET_OUTWITH, Outcome.NOT_MET)
    return FollowUpLetter(
        **shared,
        followed=tuple(
            FollowedUp(
                f"Requirement {place}",
                "requirement",
                found.title,
                found.outcome,
                "EX-2017-0031",
                date(2017, 9, 4),
                date(2017, 10, 2),
                outcomes[place % 3],
                "We read five plans and spoke with three members of staff.",
                400 if outcomes[place % 3] is Outcome.NOT_MET else None,
                found.evidence,
            )
            for place, found in enumerate(base.requirements * 3 if len(base.requirements) == 1 else (), 1)
        )
        + tuple(
            FollowedUp(
                f"Recommendation {found.number}",
                "recommendation",
                found.title,
                found.outcome,
                "EX-2017-0031",
                date(2017, 9, 4),
                None,
                Outcome.MET,
                "",
            )
            for found in base.recommendations
        ),
        requirements=base.requirements,
    )


def _summary(base: Letter, shared: dict[str, Any], words: list[str]) -> JointSummary:
    codes = ("1.1", "2.1", "2.2", "5.1", "5.2", "5.3", "6.2", "6.3", "9.4")
    return JointSummary(
        **shared,
        area=f"{base.service.name} community planning partnership",
        indicators=tuple(
            replace(base.grades[place % 3], theme=f"{code} {words[0]}") for place, code in enumerate(codes)
        )
        if base.grades
        else (),
        strengths=base.strengths,
        good_practice=tuple(GoodPractice(text, text) for text in words if text),
        improvements=tuple(words),
        response=base.strengths,
        capacity=words[0],
        review=ProgressReview(bool(words[0]), date(2026, 11, 22), bool(words[0])),
    )


def hard_papers() -> dict[str, Paper]:
    """Each kind in normal and large print, and with each of the letters that strain the layout."""
    made: dict[str, Paper] = {}
    for name, letter in hard_letters().items():
        for kind, paper in invented_papers(letter).items():
            made[f"{kind}, {name}"] = paper
    return made


def unfinished_follow_up() -> Paper:
    """A follow-up letter before anything was followed up."""
    paper = invented_papers()["follow-up"]
    assert isinstance(paper, FollowUpLetter)
    return replace(paper, followed=(), requirements=(), next_steps=(NextStep("We visit again."),))
