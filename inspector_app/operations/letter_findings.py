"""Findings as a letter prints them: in the framework's words, numbered, evidence told with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from inspector_app.inspections.deadline import span_words
from inspector_app.inspections.evidence import Evidence
from inspector_app.inspections.finding import Finding, FindingKind
from inspector_app.inspections.follow_up import EarlierFinding, Outcome, days_outstanding
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.letter import (
    DeadlineReasons,
    LetterEvidence,
    LetterFinding,
    PreviousFinding,
    RepeatOf,
)
from inspector_app.inspections.letter_wording import LetterWording
from inspector_app.operations.checklist_words import ChecklistWords

_OUTCOMES = {
    Outcome.MET_WITHIN: "met_within",
    Outcome.MET_OUTWITH: "met_outwith",
    Outcome.MET: "met_recommendation",
    Outcome.NOT_MET: "not_met",
}


@dataclass(frozen=True)
class FindingWords:
    """What turns the findings of one inspection into print. `earlier` are earlier findings by id, for those
    that are made again; days outstanding are counted up to `on`.
    """

    framework: Framework
    wording: LetterWording
    checklist: ChecklistWords
    earlier: Mapping[str, EarlierFinding] = field(default_factory=dict)
    on: date = date.max

    def numbered(self, agreed: Iterable[Finding], kind: FindingKind) -> tuple[LetterFinding, ...]:
        """The findings of a kind with their numbers; those without one are numbered in order."""
        return tuple(
            self._one(finding, finding.number or place)
            for place, finding in enumerate(_of_kind(agreed, kind), 1)
        )

    def _one(self, finding: Finding, number: int) -> LetterFinding:
        made = self._common(finding, number)
        if finding.kind is not FindingKind.REQUIREMENT:
            return made
        hook = self.framework.hooks.get(finding.hook)
        deadline, reasons = finding.deadline, finding.reasons
        period = ""
        if deadline is not None and deadline.unit is not None:
            words = span_words(deadline.amount, deadline.unit)
            period = self.wording.text("phrases.within", period=words)
        return replace(
            made,
            kind="requirement",
            deadline=deadline.due if deadline else None,
            deadline_wording=period,
            reasons=DeadlineReasons(reasons.seriousness, reasons.extent, reasons.speed),
            legal_hook=_sentence(f"{hook.citation}: {hook.title}") if hook else "",
        )

    def _common(self, finding: Finding, number: int) -> LetterFinding:
        standard = self.framework.standards.get(finding.standard)
        return LetterFinding(
            number=number,
            kind="recommendation",
            theme=self.framework.themes.get(finding.theme, finding.theme),
            title=finding.title,
            outcome=finding.outcome,
            actions=finding.actions,
            evidence=tuple(self.evidence(piece) for piece in finding.evidence if piece.usable),
            standard=f"{standard.citation}: {standard.wording}" if standard else "",
            repeat_of=self._repeat(self.earlier.get(finding.repeats)),
        )

    def _repeat(self, earlier: EarlierFinding | None) -> RepeatOf | None:
        if earlier is None:
            return None
        days = days_outstanding(earlier.due or earlier.made_on, self.on)
        return RepeatOf(earlier.finding.number or 0, earlier.reference, earlier.made_on, days)

    def label(self, finding: Finding) -> str:
        """ "Requirement 2"."""
        return self.wording.text(f"phrases.{finding.kind.value}", number=str(finding.number or 0))

    def labels(self, agreed: Sequence[Finding]) -> dict[str, str]:
        """ "Requirement 2" by the finding's id, numbered as `numbered` numbers them."""
        made: dict[str, str] = {}
        for kind in (FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION):
            for place, finding in enumerate(_of_kind(agreed, kind), 1):
                made[finding.id] = self.label(replace(finding, number=finding.number or place))
        return made

    def outcome(self, outcome: Outcome) -> str:
        """What became of a finding, in the framework's words."""
        return self.wording.text(f"phrases.{_OUTCOMES[outcome]}")

    def previous(self, earlier: EarlierFinding) -> PreviousFinding:
        """An earlier finding with what became of it, as the main letter lists it."""
        assert earlier.outcome is not None
        days = earlier.days_outstanding(self.on)
        late = self.wording.text("phrases.days_outstanding", days=str(days)) if days else ""
        return PreviousFinding(
            self.label(earlier.finding),
            earlier.finding.title or earlier.finding.outcome,
            earlier.made_on,
            f"{self.outcome(earlier.outcome)}.",
            " ".join(part for part in (late, earlier.note) if part),
        )

    def evidence(self, piece: Evidence) -> LetterEvidence:
        """A piece of evidence with its source in words."""
        if piece.text and piece.source is not None:
            place = self.checklist.places.get(piece.place, piece.place)
            return LetterEvidence(piece.text, piece.source.value, place)
        parts = [self.checklist.titles.get(name, name) for name in piece.cited_answers]
        if piece.sample_rows:
            key = "phrases.row_one" if len(piece.sample_rows) == 1 else "phrases.row_many"
            parts.append(self.wording.text(key, count=str(len(piece.sample_rows))))
        return LetterEvidence("; ".join(parts), "answer")


def earlier_by_id(earlier: Iterable[EarlierFinding]) -> dict[str, EarlierFinding]:
    """Earlier findings by their id."""
    return {one.finding.id: one for one in earlier}


def _of_kind(agreed: Iterable[Finding], kind: FindingKind) -> list[Finding]:
    """In the order of their numbers: one that a correction made this kind has the last."""
    chosen = [finding for finding in agreed if finding.kind is kind]
    return sorted(chosen, key=lambda one: (one.number is None, one.number or 0))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
