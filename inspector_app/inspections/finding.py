"""Findings: what the inspector concluded, and whether all the parts the law of the house asks for are there.

Rules of DOMAIN 4. A requirement always has what must change, minimum actions, a deadline with its three
reasons, evidence, a legal hook valid on the inspection date and a standard. A recommendation has
evidence and a standard, and neither deadline nor regulation. A strength has evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from inspector_app.inspections.deadline import date_words

if TYPE_CHECKING:
    from inspector_app.inspections.deadline import Deadline
    from inspector_app.inspections.evidence import Evidence


class FindingKind(StrEnum):
    """The four kinds; a recommendation is today's "area for improvement"."""

    REQUIREMENT = "requirement"
    RECOMMENDATION = "recommendation"
    STRENGTH = "strength"
    GOOD_PRACTICE = "good_practice"


class FindingState(StrEnum):
    """Suggested by an answer, then agreed or refused (with a reason) by the inspector."""

    SUGGESTED = "suggested"
    AGREED = "agreed"
    REFUSED = "refused"


class FindingSource(StrEnum):
    """Where a finding comes from."""

    INSPECTION = "inspection"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Reasons:
    """The three reasons for a deadline."""

    seriousness: str = ""
    extent: str = ""
    speed: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `number` is given at finalising; `clause`, `hook` and `standard` are ids of the framework.

    `questions` are the nodes whose answers suggested it; `repeats` is the id of the earlier finding that
    it repeats; `validated` matters to good practice alone.
    """

    id: str
    kind: FindingKind
    state: FindingState = FindingState.SUGGESTED
    number: int | None = None
    clause: str = ""
    theme: str = ""
    title: str = ""
    outcome: str = ""
    actions: tuple[str, ...] = ()
    deadline: Deadline | None = None
    reasons: Reasons = field(default_factory=Reasons)
    evidence: tuple[Evidence, ...] = ()
    hook: str = ""
    standard: str = ""
    questions: tuple[str, ...] = ()
    refusal_reason: str = ""
    source: FindingSource = FindingSource.INSPECTION
    repeats: str = ""
    validated: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a finding that is missing or must not be there, and what to do about it."""

    part: str
    message: str
    advice: str


class LawBook(Protocol):
    """What `missing_parts` needs to know of a framework."""

    def hook_gap(self, hook: str, on: date) -> str:
        """'' when the hook is known and valid on that date, else a sentence that says what is wrong."""

    def standard_gap(self, standard: str, on: date) -> str:
        """'' when the standard is known and valid on that date, else a sentence that says what is wrong."""


def missing_parts(
    finding: Finding, on: date, framework: LawBook, *, issued_on: date | None = None
) -> tuple[Gap, ...]:
    """Everything that keeps a finding from going into a letter; empty means complete.

    `on` is the inspection date, on which hook and standard must be valid; `issued_on` the date of the
    letter, before which no deadline may lie (the inspection date where no letter is dated yet).
    """
    if finding.state is FindingState.REFUSED:
        return tuple(_refusal(finding))
    gaps = [*_decision(finding), *_title(finding), *_evidence(finding)]
    if finding.kind is FindingKind.REQUIREMENT:
        gaps += [
            *_outcome(finding),
            *_actions(finding),
            *_deadline(finding, issued_on or on),
            *_reasons(finding),
            *_hook(finding, on, framework),
            *_standard(finding, on, framework),
        ]
    elif finding.kind is FindingKind.RECOMMENDATION:
        gaps += [*_outcome(finding), *_nothing_binding(finding), *_standard(finding, on, framework)]
    elif finding.kind is FindingKind.GOOD_PRACTICE and not finding.validated:
        gaps.append(
            Gap(
                "validated",
                "The good practice example is not validated.",
                "Record how you validated it, or make it a strength.",
            )
        )
    return tuple(gaps)


def _blank(text: str) -> bool:
    return not text.strip()


def _refusal(finding: Finding) -> Iterator[Gap]:
    if _blank(finding.refusal_reason):
        yield Gap("refusal_reason", "The finding is refused without a reason.", "Say why it is not made.")


def _decision(finding: Finding) -> Iterator[Gap]:
    if finding.state is FindingState.SUGGESTED:
        yield Gap(
            "decision", "The suggested finding is not decided.", "Agree it, or refuse it with a reason."
        )


def _title(finding: Finding) -> Iterator[Gap]:
    if _blank(finding.title):
        yield Gap("title", "The finding has no title.", "Give it a few words that name it.")


def _evidence(finding: Finding) -> Iterator[Gap]:
    if any(piece.lacks_source for piece in finding.evidence):
        yield Gap(
            "evidence",
            "A piece of evidence does not say where it comes from.",
            "Say whether you spoke with people, saw it or read it, or cite an answer.",
        )
    elif not any(piece.usable for piece in finding.evidence):
        yield Gap(
            "evidence",
            "There is no evidence.",
            "Cite an answer or a sample row, or write what you were told, saw or read.",
        )


def _outcome(finding: Finding) -> Iterator[Gap]:
    if _blank(finding.outcome):
        yield Gap("outcome", "It does not say what is to change.", "Write the outcome for children.")


def _actions(finding: Finding) -> Iterator[Gap]:
    if not finding.actions or any(_blank(action) for action in finding.actions):
        yield Gap(
            "actions",
            "The minimum actions are missing or one is blank.",
            "Write at least one action, and remove blank lines.",
        )


def _deadline(finding: Finding, earliest: date) -> Iterator[Gap]:
    if finding.deadline is None:
        yield Gap("deadline", "There is no deadline.", "Give a date, or a number of days, weeks or months.")
    elif finding.deadline.due < earliest:
        yield Gap(
            "deadline",
            f"The deadline {date_words(finding.deadline.due)} is already past.",
            f"Choose a date from {date_words(earliest)} on.",
        )


_REASON_ADVICE = {
    "seriousness": "Say how serious the matter is.",
    "extent": "Say how far it affects people who use the service.",
    "speed": "Say what has to be done and how fast that can reasonably be.",
}


def _reasons(finding: Finding) -> Iterator[Gap]:
    for part, advice in _REASON_ADVICE.items():
        if _blank(getattr(finding.reasons, part)):
            yield Gap(part, f"The reason for the deadline from {part} is missing.", advice)


def _hook(finding: Finding, on: date, framework: LawBook) -> Iterator[Gap]:
    if _blank(finding.hook):
        yield Gap("hook", "There is no legal hook.", "Choose the regulation that the requirement rests on.")
    elif message := framework.hook_gap(finding.hook, on):
        yield Gap("hook", message, "Choose a regulation that was in force on the inspection date.")


def _standard(finding: Finding, on: date, framework: LawBook) -> Iterator[Gap]:
    if _blank(finding.standard):
        yield Gap("standard", "There is no standard.", "Choose the standard that the finding serves.")
    elif message := framework.standard_gap(finding.standard, on):
        yield Gap("standard", message, "Choose a standard that applied on the inspection date.")


def _nothing_binding(finding: Finding) -> Iterator[Gap]:
    if finding.deadline is not None:
        yield Gap("deadline", "A recommendation carries no deadline.", "Take it away, or make a requirement.")
    if finding.reasons != Reasons():
        yield Gap("reasons", "A recommendation has no reasons for a deadline.", "Take them away.")
    if not _blank(finding.hook):
        yield Gap("hook", "A recommendation rests on no regulation.", "Take it away, or make a requirement.")
