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
from inspector_app.inspections.letter_wording import LetterWording

FindingKind = Literal["requirement", "recommendation"]
EvidenceSource = Literal["spoke", "saw", "read", "answer"]
LetterState = Literal["draft", "final"]
LetterRealm = Literal["live", "example"]


@dataclass(frozen=True)
class Letterhead:
    """Who writes: the regulator's name, its address lines, and ways to reach it, one a line."""

    organisation: str
    address: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterService:
    """The inspected service as registered; `type_label` is the printed name of its service type."""

    name: str
    type_label: str
    number: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterProvider:
    """The provider, to whom the letter is addressed; `accountable` is the person's role, such as
    "Chief executive", never more than the register holds."""

    name: str
    number: str
    address: tuple[str, ...] = ()
    accountable: str = ""


@dataclass(frozen=True)
class LetterInspection:
    """The inspection: `dates` in order, inspectors by name, `legal_basis` a whole sentence."""

    reference: str
    type_label: str
    announced: bool
    dates: tuple[date, ...]
    inspectors: tuple[str, ...]
    contact: str = ""
    legal_basis: str = ""


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
class NextStep:
    """Something that happens next, by a real date where there is one."""

    text: str
    due: date | None = None


@dataclass(frozen=True)
class ChecklistAnswer:
    """One question of the checklist with its answer in words; `screen` groups the questions."""

    question: str
    answer: str
    comment: str = ""
    screen: str = ""


@dataclass(frozen=True)
class SignOff:
    """Who signs: an inspector's name and role."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class RecordCode:
    """What ties a printed page to the record: `short` for people, `digest` the content hash of the
    record in lower-case hex (of the record, not of the PDF, which cannot hold its own hash)."""

    short: str
    digest: str


@dataclass(frozen=True)
class Letter:
    """Everything the letter says, in the order of the facts, not of the page.

    `wording` holds the fixed words; `language` (BCP 47) is that of the inspector's own text, and may
    differ from the wording's. `supersedes` is the version that this one replaces. A final letter whose
    findings lack a part raises ValueError; a draft shows the gap in words instead.
    """

    reference: str
    version: int
    state: LetterState
    date: date
    realm: LetterRealm
    letterhead: Letterhead
    service: LetterService
    provider: LetterProvider
    manager: str
    inspection: LetterInspection
    sign_off: SignOff
    record_code: RecordCode
    wording: LetterWording
    language: str = "en-GB"
    large_print: bool = False
    supersedes: int | None = None
    grades: tuple[LetterGrade, ...] = ()
    strengths: tuple[str, ...] = ()
    requirements: tuple[LetterFinding, ...] = ()
    recommendations: tuple[LetterFinding, ...] = ()
    previous: tuple[PreviousFinding, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    sections: tuple[LetterSection, ...] = ()
    checklist: tuple[ChecklistAnswer, ...] = ()
    enclosures: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for kind, findings in (("requirement", self.requirements), ("recommendation", self.recommendations)):
            for finding in findings:
                if finding.kind != kind:
                    raise ValueError(f"{finding.kind} {finding.number} stands among the {kind}s")
                if self.state == "final" and finding.missing():
                    raise ValueError(f"final letter: {kind} {finding.number} lacks {finding.missing()}")
