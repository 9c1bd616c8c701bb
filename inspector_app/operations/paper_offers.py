"""Which documents of an inspection there are to choose from, and which go into the envelope together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter_wording import load_wording
from inspector_app.inspections.pack_files import pack_file
from inspector_app.operations.complaint import complaint_of
from inspector_app.operations.desk import Desk
from inspector_app.operations.follow_up import followed_up
from inspector_app.operations.grades import grades
from inspector_app.operations.papers import PaperKind
from inspector_app.words import mark

KINDS: tuple[PaperKind, ...] = (
    "letter",
    "feedback",
    "action-plan",
    "accuracy",
    "record",
    "follow-up",
    "complaint",
    "summary",
)
"""All kinds, in the order in which they are offered."""


@dataclass(frozen=True)
class Offer:
    """A kind of document. `why_not` and `advice` say why it would be empty, '' where it is not; `enclosed` is
    True for what goes with the letter."""

    kind: PaperKind
    why_not: str = ""
    advice: str = ""
    enclosed: bool = False


@dataclass(frozen=True)
class Language:
    """A language of the fixed words; a proof has not been reviewed and no letter is issued in it."""

    code: str
    reviewed: bool


def offers(desk: Desk, inspection: Inspection, *, issued: bool) -> tuple[Offer, ...]:
    """Every kind of document; `issued` is True when a final letter stands."""
    asked = [one for one in desk.findings(inspection.id) if _asks(one)]
    required = any(one.kind is FindingKind.REQUIREMENT for one in asked)
    empty = {
        "action-plan": () if asked else _NO_FINDING,
        "follow-up": () if followed_up(desk, inspection) else _NO_FOLLOW_UP,
        "complaint": () if complaint_of(desk, inspection).matters else _NO_COMPLAINT,
        "summary": () if grades(desk, inspection) else _NO_GRADE,
    }
    enclosed = {"action-plan": required, "accuracy": not issued}
    made = []
    for kind in KINDS:
        why_not, advice = empty.get(kind) or ("", "")
        made.append(Offer(kind, why_not, advice, enclosed.get(kind, False)))
    return tuple(made)


def languages(framework: str) -> tuple[Language, ...]:
    """The languages that the framework has fixed words in, English first."""
    folder = pack_file(framework, "letters")
    codes = sorted((file.stem for file in folder.glob("*.toml")), key=lambda code: (code != "en", code))
    return tuple(Language(code, load_wording(framework, code).reviewed) for code in codes)


def refuse_empty(offered: Sequence[Offer], kind: str) -> None:
    """KnownError for a document that would have nothing to say."""
    for offer in offered:
        if offer.kind == kind and offer.why_not:
            raise KnownError(offer.why_not, offer.advice, code="document-empty")


def _asks(finding: Finding) -> bool:
    binding = (FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION)
    return finding.state is FindingState.AGREED and finding.kind in binding


_NO_FINDING = (
    mark("KnownError", "There is nothing to plan for."),
    mark("KnownError", "Agree a requirement or a recommendation first."),
)
_NO_FOLLOW_UP = (
    mark("KnownError", "No earlier finding was followed up in this inspection."),
    mark("KnownError", "Say what became of each earlier finding first."),
)
_NO_COMPLAINT = (
    mark("KnownError", "No complaint is recorded with this inspection."),
    mark("KnownError", "An inspection of the type “complaint” records each matter and what was decided."),
)
_NO_GRADE = (
    mark("KnownError", "No indicator is graded in this inspection."),
    mark("KnownError", "Grade the indicators first."),
)
