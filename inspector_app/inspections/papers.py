"""The documents beside the main letter, as facts: feedback, forms, record, follow-up, complaint, summary.

Each is a `Paper` with what it tells. Like the letter they are views of the record: nothing in them is typed
for them alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.letter import (
    ChecklistAnswer,
    FindingKind,
    LetterEvidence,
    LetterFinding,
    LetterGrade,
    PreviousFinding,
)
from inspector_app.inspections.paper import Paper

ComplaintOutcome = Literal["upheld", "partly_upheld", "not_upheld"]


@dataclass(frozen=True)
class FeedbackPoint:
    """Something that the letter may require or recommend, as it looks on the day."""

    kind: FindingKind
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class FeedbackLetter(Paper):
    """What is left at the service on the day: initial, subject to analysis. It sets no deadlines."""

    strengths: tuple[str, ...] = ()
    points: tuple[FeedbackPoint, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ActionPlanForm(Paper):
    """The form on which the provider says what it will do about each requirement; recommendations may be
    answered too. `due` and `return_to` say by when and where it goes."""

    requirements: tuple[LetterFinding, ...] = ()
    recommendations: tuple[LetterFinding, ...] = ()
    due: date | None = None
    return_to: str = ""


@dataclass(frozen=True, kw_only=True)
class AccuracyForm(Paper):
    """The form on which the provider says which facts are wrong; `comments` is how many it has room for."""

    due: date | None = None
    return_to: str = ""
    comments: int = 4


@dataclass(frozen=True)
class SampleTable:
    """A sample (staff by designation, plans by pseudonym): column names and rows of text."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class RecordedEvidence:
    """A piece of evidence and the findings that rest on it, by name; none for unused evidence."""

    evidence: LetterEvidence
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class RefusedFinding:
    """A suggestion or finding that was not made, and why."""

    title: str
    reason: str


@dataclass(frozen=True)
class IssuedVersion:
    """One version of the letter that was issued: its record code and the SHA-256 of its file."""

    version: int
    issued_on: date
    code: str
    sha256: str
    superseded: bool


@dataclass(frozen=True)
class CorrectionLine:
    """A change after finalising, or an erasure: when (ISO time), who, and why. `what` names the field, never
    its content, and is '' for an erasure."""

    at: str
    who: str
    reason: str
    what: str = ""


@dataclass(frozen=True)
class ComplaintMatter:
    """One matter complained of, what we decided, why, and the findings that it led to, by name."""

    number: int
    text: str
    outcome: ComplaintOutcome
    reason: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InspectionRecord(Paper):
    """Everything, for the file; it is not sent. `events` is the number of entries in the journal;
    `enforcement` and `narrative` are paragraphs."""

    grades: tuple[LetterGrade, ...] = ()
    strengths: tuple[str, ...] = ()
    requirements: tuple[LetterFinding, ...] = ()
    recommendations: tuple[LetterFinding, ...] = ()
    refused: tuple[RefusedFinding, ...] = ()
    previous: tuple[PreviousFinding, ...] = ()
    matters: tuple[ComplaintMatter, ...] = ()
    enforcement: tuple[str, ...] = ()
    narrative: tuple[str, ...] = ()
    checklist: tuple[ChecklistAnswer, ...] = ()
    samples: tuple[SampleTable, ...] = ()
    evidence: tuple[RecordedEvidence, ...] = ()
    letters: tuple[IssuedVersion, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    events: int = 0


@dataclass(frozen=True)
class FollowedUp:
    """An earlier finding and where it stands; `label` such as "Requirement 2"."""

    label: str
    kind: FindingKind
    title: str
    text: str
    reference: str
    made_on: date
    deadline: date | None
    outcome: Outcome
    comment: str
    days_outstanding: int | None = None
    evidence: tuple[LetterEvidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FollowUpLetter(Paper):
    """What became of each earlier finding, and what is asked now."""

    followed: tuple[FollowedUp, ...] = ()
    requirements: tuple[LetterFinding, ...] = ()
    recommendations: tuple[LetterFinding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ComplaintLetter(Paper):
    """The outcome of a complaint; it never says who complained."""

    complaint: str = ""
    received_on: date | None = None
    matters: tuple[ComplaintMatter, ...] = ()
    requirements: tuple[LetterFinding, ...] = ()
    recommendations: tuple[LetterFinding, ...] = ()


@dataclass(frozen=True)
class GoodPractice:
    """A validated example of good practice."""

    title: str
    text: str


@dataclass(frozen=True)
class ProgressReview:
    """Whether a progress review `follows`, and the day on which it begins, None while nobody said;
    `compromised` where it must follow because wellbeing may be significantly compromised."""

    follows: bool
    begins_on: date | None = None
    compromised: bool = False


@dataclass(frozen=True, kw_only=True)
class JointSummary(Paper):
    """The summary of a joint inspection of an area: indicators graded, strengths, good practice, and what is
    to improve. `response` is the narrative on the response to child sexual exploitation, `capacity` the
    judgement on capacity for improvement, `review` None while nothing is said of a progress review."""

    area: str
    indicators: tuple[LetterGrade, ...] = ()
    strengths: tuple[str, ...] = ()
    good_practice: tuple[GoodPractice, ...] = ()
    improvements: tuple[str, ...] = ()
    response: tuple[str, ...] = ()
    capacity: str = ""
    review: ProgressReview | None = None
