"""Check a letter before it is issued: gather the facts, run the rules, and leave out what was dismissed.

A false alarm is dismissed with a reason, which the journal keeps; the words it was about are not kept there,
because they may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from inspector_app.errors import KnownError
from inspector_app.forms.interface import NodeView
from inspector_app.inspections.checks.record_rules import AnswerFact
from inspector_app.inspections.checks.result import CheckResult, Place
from inspector_app.inspections.checks.run import CheckFacts, run_checks
from inspector_app.inspections.checks.word_lists import shipped_lists
from inspector_app.inspections.clock import bank_holidays
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.suggest import parse_finding_attribute
from inspector_app.journal import records
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.codec import text
from inspector_app.operations.complaint import matters
from inspector_app.operations.desk import Desk
from inspector_app.operations.enforcement import WHY
from inspector_app.operations.follow_up import cited_in_follow_ups, earlier_findings
from inspector_app.operations.grades import grades
from inspector_app.operations.narrative import PARTS as NARRATIVE
from inspector_app.operations.question_words import answer_words, question_title

DISMISSED = "dismissed."
"""What the fields of an inspection begin with that keep the reason of a dismissed result."""


class NameKey(Protocol):
    """Knows which names stand behind the pseudonyms of an inspection; on the laptop alone."""

    def names(self, inspection: str) -> Mapping[str, str]:
        """Names with their pseudonyms."""


@dataclass(frozen=True)
class Dismissed:
    """A result that somebody found to be a false alarm, and why."""

    result: CheckResult
    reason: str


@dataclass(frozen=True)
class LetterChecks:
    """What is worth mending before the letter is issued, and what was dismissed."""

    open: tuple[CheckResult, ...]
    dismissed: tuple[Dismissed, ...]


def check_letter(
    desk: Desk,
    inspection: Inspection,
    *,
    issued_on: date | None = None,
    sessions: Sequence[ChecklistSession] | None = None,
    findings: Sequence[Finding] | None = None,
    names: NameKey | None = None,
) -> LetterChecks:
    """All checks over the record as it stands; `sessions` and `findings` spare reading what is at hand."""
    recorded = desk.findings(inspection.id) if findings is None else findings
    opened = open_checklists(desk, inspection) if sessions is None else list(sessions)
    framework = desk.framework(inspection)
    clock = framework.clock
    facts = CheckFacts(
        inspection=inspection.id,
        inspected_on=inspection.inspected_on,
        issued_on=issued_on or desk.today(),
        is_holiday=bank_holidays(clock.country, clock.subdivision),
        findings=tuple(one for one in recorded if one.state is FindingState.AGREED),
        evidence=desk.evidence(inspection.id),
        answers=answer_facts(opened, framework),
        grades={one.theme: one.value for one in grades(desk, inspection)},
        themes=framework.themes,
        earlier=earlier_findings(desk, inspection),
        texts=tuple(_texts(desk, inspection, opened)),
        allowed=_allowed(inspection, framework, opened),
        cited=cited_in_follow_ups(desk, inspection),
        known_names=names.names(inspection.id) if names else {},
    )
    found = run_checks(facts, shipped_lists(framework.id))
    reasons = _dismissed(desk, inspection)
    return LetterChecks(
        tuple(one for one in found if one.key not in reasons),
        tuple(Dismissed(one, reasons[one.key]) for one in found if one.key in reasons),
    )


def dismiss(desk: Desk, inspection: Inspection, result: CheckResult, reason: str) -> None:
    """Keep that a result is a false alarm, and why; KnownError without a reason."""
    if not reason.strip():
        raise KnownError(
            "A result is dismissed with a reason.", "Say why it is no fault.", code="reason-missing"
        )
    if result.excerpt and len(result.excerpt) > 1 and result.excerpt.casefold() in reason.casefold():
        raise KnownError(
            "The reason repeats the words that it is about.",
            "They may be a name: say why it is no fault without them.",
            code="reason-names",
        )
    _write(desk, inspection, result.key, reason.strip())


def bring_back(desk: Desk, inspection: Inspection, key: str) -> None:
    """Show a dismissed result again."""
    _write(desk, inspection, key, "")


def _write(desk: Desk, inspection: Inspection, key: str, reason: str) -> None:
    field = f"{DISMISSED}{key}"
    desk.write_fields(inspection.id, records.INSPECTION, inspection.id, {field: reason}, reason=reason)


def _dismissed(desk: Desk, inspection: Inspection) -> dict[str, str]:
    fields = desk.store.values(records.INSPECTION, inspection.id)
    found = {
        name.removeprefix(DISMISSED): text(fields, name) for name in fields if name.startswith(DISMISSED)
    }
    return {key: reason for key, reason in found.items() if reason}


def answer_facts(sessions: Sequence[ChecklistSession], framework: Framework) -> dict[str, AnswerFact]:
    """The answers that may suggest a finding, by node, each with its theme and how grave it is."""
    made = {}
    for session in sessions:
        for view in session.questions():
            mapping = parse_finding_attribute(view.attributes.get("finding", ""))
            if not view.relevant or not view.value or not mapping:
                continue
            clauses = [
                framework.clauses[one] for one in mapping.get(view.value, ()) if one in framework.clauses
            ]
            node = view.key.rsplit("/", 1)[-1]
            made[node] = AnswerFact(
                node=node,
                theme=view.attributes.get("indicator", ""),
                title=f"{question_title(view)} {answer_words(session, view)}".strip(),
                adverse=bool(clauses),
                grave=any(clause.kind is FindingKind.REQUIREMENT for clause in clauses),
            )
    return made


def _texts(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]
) -> Iterator[tuple[Place, str]]:
    """Every text that people wrote and that a document prints, besides findings and evidence."""
    yield from _in_records(desk, inspection)
    for session in sessions:
        for view in session.instance.views():
            if _written(view) and view.value.strip():
                yield Place("question", view.key, "", view.label or view.ref), view.value


def _in_records(desk: Desk, inspection: Inspection) -> Iterator[tuple[Place, str]]:
    for grade in grades(desk, inspection):
        yield Place("grade", grade.theme, "reasons", grade.theme), grade.reasons
    for record, fields in desk.store.records(inspection.id, records.FOLLOW_UP).items():
        if note := text(fields, "note"):
            yield Place("letter", record, "follow_up", "Follow-up"), note
    said_of_area = desk.store.values(records.INSPECTION, inspection.id)
    if why := text(said_of_area, WHY).strip():
        yield Place("letter", "enforcement", "follow_up", "Enforcement"), why
    for part in NARRATIVE:
        if words := text(said_of_area, part).strip():
            yield Place("letter", part, "narrative", "Area report"), words
    for matter in matters(desk, inspection):
        for said in (matter.text, matter.note):
            if said.strip():
                yield Place("letter", matter.id, "complaint", "Complaint"), said


def _written(view: NodeView) -> bool:
    return view.relevant and view.control == "input" and view.data_type == "string"


def _allowed(
    inspection: Inspection, framework: Framework, sessions: Sequence[ChecklistSession]
) -> frozenset[str]:
    """Words that are no names here: of the service and its provider, and all that pack and checklist write
    in lower case."""
    service, regulator = inspection.service, framework.regulator
    proper = " ".join((service.name, service.provider_name, service.address, service.area, regulator.name))
    written = [
        *(
            f"{clause.title} {clause.outcome} {' '.join(clause.actions)}"
            for clause in framework.clauses.values()
        ),
        *(standard.wording for standard in framework.standards.values()),
        *(f"{level.name} {level.definition}" for level in framework.scale.values()),
    ]
    for session in sessions:
        for view in session.instance.views():
            choices = " ".join(choice.label for choice in view.choices or ())
            written.append(f"{view.label} {view.hint} {view.guidance} {choices}")
    lower = {word for word in re.findall(r"[^\W\d_]+", " ".join(written)) if word.islower()}
    return frozenset(lower | {word.casefold() for word in re.findall(r"[^\W\d_]+", proper)})
