"""What a recommendation and requirement letter says, as facts: the record's view, before any layout.

The lead of the inspection never types a letter: operations build a `Letter` from the record, and
`documents` renders it without deciding anything. So a letter cannot say what the record does not.
All texts are plain Unicode without markup; a line feed inside a text starts a new paragraph. Empty
texts and empty tuples mean "nothing to say": their headings are left out and the numbering closes up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from inspector_app.inspections.letter_wording import LetterSection as LetterSection
from inspector_app.inspections.paper import Letterhead as Letterhead
from inspector_app.inspections.paper import LetterInspection as LetterInspection
from inspector_app.inspections.paper import LetterProvider as LetterProvider
from inspector_app.inspections.paper import LetterRealm as LetterRealm
from inspector_app.inspections.paper import LetterService as LetterService
from inspector_app.inspections.paper import LetterState as LetterState
from inspector_app.inspections.paper import NextStep as NextStep
from inspector_app.inspections.paper import Paper
from inspector_app.inspections.paper import RecordCode as RecordCode
from inspector_app.inspections.paper import SignOff as SignOff

FindingKind = Literal["requirement", "recommendation"]
EvidenceSource = Literal["spoke", "saw", "read", "answer"]


@dataclass(frozen=True)
class LetterGrade:
    """One quality theme and its grade; `number` on the six-point scale, `word` its name."""

    theme: str
    number: int
    word: str
    reason: str = ""


@dataclass(frozen=True)
class LetterEvidence:
    """One piece of evidence, summarised. `source`: spoke, saw, read, or answer (a cited answer of the
    checklist); `place` says where in the service or the checklist."""

    text: str
    source: EvidenceSource
    place: str = ""


@dataclass(frozen=True)
class DeadlineReasons:
    """The three reasons for a requirement's deadline (DOMAIN section 4)."""

    seriousness: str = ""
    extent: str = ""
    nature_and_speed: str = ""


@dataclass(frozen=True)
class RepeatOf:
    """The earlier finding that this one repeats; `days_outstanding` from its deadline or making."""

    number: int
    reference: str
    made_on: date
    days_outstanding: int | None = None


@dataclass(frozen=True)
class LetterFinding:
    """A numbered requirement or recommendation with all its parts.

    `number` counts within its kind from 1; `outcome` is what must (should) change; `actions` are the
    minimum actions without their letters a), b), c); `deadline_wording` is the period in words, such
    as "within 4 weeks". Only a requirement carries deadline, reasons and legal hook: giving one to a
    recommendation raises ValueError.
    """

    number: int
    kind: FindingKind
    theme: str
    title: str
    outcome: str
    actions: tuple[str, ...] = ()
    deadline: date | None = None
    deadline_wording: str = ""
    reasons: DeadlineReasons = DeadlineReasons()
    evidence: tuple[LetterEvidence, ...] = ()
    legal_hook: str = ""
    standard: str = ""
    repeat_of: RepeatOf | None = None

    def __post_init__(self) -> None:
        reasons = self.reasons != DeadlineReasons()
        binding = bool(self.deadline or self.deadline_wording or self.legal_hook) or reasons
        if self.kind == "recommendation" and binding:
            raise ValueError(f"recommendation {self.number} carries a deadline, reasons or a legal hook")

    def missing(self) -> tuple[str, ...]:
        """Names of the parts that this kind of finding must have and that are empty (DOMAIN section 4)."""
        parts: dict[str, object] = {
            "outcome": self.outcome,
            "evidence": self.evidence,
            "standard": self.standard,
        }
        if self.kind == "requirement":
            parts |= {
                "actions": self.actions,
                "deadline": self.deadline,
                "seriousness": self.reasons.seriousness,
                "extent": self.reasons.extent,
                "nature_and_speed": self.reasons.nature_and_speed,
                "legal_hook": self.legal_hook,
            }
        return tuple(name for name, part in parts.items() if not part)


@dataclass(frozen=True)
class PreviousFinding:
    """A finding of an earlier inspection and what became of it; `status` in words, such as
    "Met within timescale"."""

    label: str
    text: str
    made_on: date
    status: str
    comment: str = ""


@dataclass(frozen=True)
class ChecklistAnswer:
    """One question of the checklist with its answer in words; `screen` groups the questions."""

    question: str
    answer: str
    comment: str = ""
    screen: str = ""


@dataclass(frozen=True, kw_only=True)
class Letter(Paper):
    """Everything the letter says, in the order of the facts, not of the page.

    A final letter whose findings lack a part raises ValueError; a draft shows the gap in words instead.
    """

    grades: tuple[LetterGrade, ...] = ()
    strengths: tuple[str, ...] = ()
    requirements: tuple[LetterFinding, ...] = ()
    recommendations: tuple[LetterFinding, ...] = ()
    previous: tuple[PreviousFinding, ...] = ()
    checklist: tuple[ChecklistAnswer, ...] = ()

    def __post_init__(self) -> None:
        for kind, findings in (("requirement", self.requirements), ("recommendation", self.recommendations)):
            for finding in findings:
                if finding.kind != kind:
                    raise ValueError(f"{finding.kind} {finding.number} stands among the {kind}s")
                if self.state == "final" and finding.missing():
                    raise ValueError(f"final letter: {kind} {finding.number} lacks {finding.missing()}")
