"""Findings as a letter prints them: in the framework's words, numbered, evidence told with its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspector_app.inspections.deadline import span_words
from inspector_app.inspections.evidence import Evidence
from inspector_app.inspections.finding import Finding, FindingKind
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.letter import DeadlineReasons, LetterEvidence, LetterFinding
from inspector_app.inspections.letter_wording import LetterWording
from inspector_app.operations.checklist_words import ChecklistWords


@dataclass(frozen=True)
class FindingWords:
    """What turns the findings of one inspection into print."""

    framework: Framework
    wording: LetterWording
    checklist: ChecklistWords

    def numbered(self, agreed: Iterable[Finding], kind: FindingKind) -> tuple[LetterFinding, ...]:
        """The findings of a kind with their numbers; those without one are numbered in order."""
        chosen = [finding for finding in agreed if finding.kind is kind]
        return tuple(self._one(finding, finding.number or place) for place, finding in enumerate(chosen, 1))

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
            evidence=tuple(self._evidence(piece) for piece in finding.evidence if piece.usable),
            standard=f"{standard.citation}: {standard.wording}" if standard else "",
        )

    def _evidence(self, piece: Evidence) -> LetterEvidence:
        if piece.text and piece.source is not None:
            place = self.checklist.places.get(piece.place, piece.place)
            return LetterEvidence(piece.text, piece.source.value, place)
        parts = [self.checklist.titles.get(name, name) for name in piece.cited_answers]
        if piece.sample_rows:
            key = "phrases.row_one" if len(piece.sample_rows) == 1 else "phrases.row_many"
            parts.append(self.wording.text(key, count=str(len(piece.sample_rows))))
        return LetterEvidence("; ".join(parts), "answer")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
