"""Runs all checks over the facts of one letter, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from inspector_app.inspections.checks import name_rules, record_rules, text_rules
from inspector_app.inspections.checks.record_rules import AnswerFact, finding_place
from inspector_app.inspections.checks.result import CheckResult, Place
from inspector_app.inspections.checks.word_lists import WordLists
from inspector_app.inspections.clock import IsHoliday
from inspector_app.inspections.evidence import Evidence
from inspector_app.inspections.finding import Finding, FindingKind
from inspector_app.inspections.follow_up import EarlierFinding

_BOTH = (FindingKind.REQUIREMENT, FindingKind.RECOMMENDATION)


@dataclass(frozen=True)
class CheckFacts:
    """All that a letter would say, and what it rests on.

    `findings` are the agreed ones; `texts` are further texts of the letter by place (comments, reasons of
    grades); `allowed` are words (casefolded) that are no names here; `known_names` maps names to pseudonyms;
    `cited` are the pieces of evidence that follow-ups rest on.
    """

    inspection: str
    inspected_on: date
    issued_on: date
    is_holiday: IsHoliday
    findings: tuple[Finding, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    answers: Mapping[str, AnswerFact] = field(default_factory=dict)
    grades: Mapping[str, int] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[EarlierFinding, ...] = ()
    texts: tuple[tuple[Place, str], ...] = ()
    allowed: frozenset[str] = frozenset()
    known_names: Mapping[str, str] = field(default_factory=dict)
    cited: frozenset[str] = frozenset()


def run_checks(facts: CheckFacts, lists: WordLists) -> tuple[CheckResult, ...]:
    """Everything worth mending, each thing once; names first, because they do the most harm."""
    found = {result.key: result for result in _all(facts, lists)}
    return tuple(sorted(found.values(), key=lambda one: not one.identifies))


def _all(facts: CheckFacts, lists: WordLists) -> Iterator[CheckResult]:
    for place, text in _texts(facts):
        yield from name_rules.names(text, lists, facts.allowed, facts.known_names, place)
        yield from name_rules.births(text, lists, facts.inspected_on, place)
        yield from text_rules.plain_words(text, lists, place)
    for finding in facts.findings:
        if finding.kind in _BOTH:
            binding = finding.kind is FindingKind.REQUIREMENT
            outcome = finding_place(finding, "outcome")
            yield from text_rules.modal_verbs(binding, finding.outcome, finding.actions, outcome)
            for action in finding.actions:
                yield from text_rules.vague(action, lists, finding_place(finding, "actions"))
    yield from record_rules.deadlines(facts.findings, facts.issued_on, facts.is_holiday)
    yield from record_rules.evidence(facts.findings, facts.evidence, facts.answers, facts.cited)
    yield from record_rules.grades(facts.grades, facts.themes, facts.findings, facts.answers, lists)
    yield from record_rules.history(facts.findings, facts.earlier, facts.inspection)


def _texts(facts: CheckFacts) -> Iterator[tuple[Place, str]]:
    for finding in facts.findings:
        reasons = finding.reasons
        parts = {
            "title": finding.title,
            "outcome": finding.outcome,
            "actions": "\n".join(finding.actions),
            "seriousness": reasons.seriousness,
            "extent": reasons.extent,
            "speed": reasons.speed,
        }
        for part, text in parts.items():
            if text.strip():
                yield finding_place(finding, part), text
    for piece in facts.evidence.values():
        if piece.text.strip():
            yield Place("evidence", piece.id, "text", "Evidence"), f"{piece.text}\n{piece.place}".strip()
    yield from facts.texts
