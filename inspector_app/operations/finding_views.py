"""Findings as a screen shows them: suggested, agreed and refused, with what is missing in each.

What is being typed is part of it: a view shows the last key, and so does the letter's preview.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector_app.forms.interface import Choice
from inspector_app.inspections.evidence import SOURCE_LABELS, Evidence
from inspector_app.inspections.finding import Finding, FindingKind, FindingState, Gap, missing_parts
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.suggest import Suggestion
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations import codec
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.checklist_words import ChecklistWords, checklist_words
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_parts import asked_parts, part_text
from inspector_app.operations.findings import suggested
from inspector_app.words import mark, translate

KIND_WORDS: Mapping[FindingKind, str] = {
    FindingKind.REQUIREMENT: mark("Findings", "Requirement"),
    FindingKind.RECOMMENDATION: mark("Findings", "Recommendation"),
    FindingKind.STRENGTH: mark("Findings", "Strength"),
    FindingKind.GOOD_PRACTICE: mark("Findings", "Good practice example"),
}


def kind_words(kind: FindingKind) -> str:
    """What a kind of finding is called on the screen."""
    return translate("Findings", KIND_WORDS[kind])


@dataclass(frozen=True)
class SuggestionView:
    """A clause that an answer brings up. `because` is the question with its answer; `others` are the titles
    of the other clauses of the same answer, of which the inspector would usually take one."""

    clause: str
    kind: FindingKind
    kind_words: str
    title: str
    outcome: str
    because: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvidencePiece:
    """Evidence of the record that a finding may rest on. `words` is one line; `source` how it is known."""

    id: str
    source: str
    words: str


@dataclass(frozen=True)
class FindingView:
    """A finding with its parts as text (see `finding_parts`), what is missing, and its deadline in words."""

    id: str
    kind: FindingKind
    kind_words: str
    number: int | None
    title: str
    parts: Mapping[str, str]
    gaps: tuple[Gap, ...]
    deadline_words: str
    refusal_reason: str

    @property
    def complete(self) -> bool:
        """Whether it can go into a letter."""
        return not self.gaps

    def gap(self, part: str) -> Gap | None:
        """What is missing in one part."""
        return next((gap for gap in self.gaps if gap.part == part), None)


@dataclass(frozen=True)
class FindingsView:
    """All of the findings page. `closed` says why nothing can be changed, '' while it can; what is
    `finalised` can be corrected."""

    suggested: tuple[SuggestionView, ...]
    agreed: tuple[FindingView, ...]
    refused: tuple[FindingView, ...]
    evidence: tuple[EvidencePiece, ...]
    themes: tuple[Choice, ...]
    standards: tuple[Choice, ...]
    hooks: tuple[Choice, ...]
    closed: str = ""
    finalised: bool = False

    def finding(self, finding_id: str) -> FindingView | None:
        """One of the findings by its id."""
        return next((one for one in (*self.agreed, *self.refused) if one.id == finding_id), None)

    @property
    def incomplete(self) -> int:
        """How many agreed findings lack something."""
        return sum(not one.complete for one in self.agreed)


def findings_view(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession], words: ChecklistWords
) -> FindingsView:
    """The findings of an inspection as they stand with the last key typed."""
    framework = desk.framework(inspection)
    findings = findings_as_typed(desk, inspection.id)
    decided = [finding for finding in findings if finding.state is not FindingState.REFUSED]
    on = inspection.inspected_on
    is_open = inspection.status is Status.OPEN
    found = suggested(desk, inspection, list(sessions)) if is_open else []
    return FindingsView(
        suggested=tuple(_suggestion(one, framework, words) for one in found),
        agreed=tuple(finding_view(desk, inspection, one) for one in _in_order(decided)),
        refused=tuple(
            finding_view(desk, inspection, one) for one in findings if one.state is FindingState.REFUSED
        ),
        evidence=tuple(_piece(piece, words) for piece in _that_say_something(desk, inspection)),
        themes=tuple(Choice(code, label) for code, label in framework.themes.items()),
        standards=tuple(Choice(one.id, f"{one.code} {one.wording}") for one in framework.standards_on(on)),
        hooks=tuple(Choice(one.id, f"{one.citation}: {one.title}") for one in framework.hooks_on(on)),
        closed=_closed(inspection),
        finalised=inspection.status is Status.FINALISED,
    )


def pieces(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]
) -> tuple[EvidencePiece, ...]:
    """The evidence of the record that something may rest on. The checklist is only asked for its words where
    an answer is cited: that takes ten milliseconds."""
    found = _that_say_something(desk, inspection)
    answers = any(not piece.text.strip() for piece in found)
    words = checklist_words(sessions if answers else ())
    return tuple(_piece(piece, words) for piece in found)


def finding_view(desk: Desk, inspection: Inspection, finding: Finding) -> FindingView:
    """One finding as text, with its gaps."""
    gaps = missing_parts(finding, inspection.inspected_on, desk.framework(inspection), issued_on=desk.today())
    return FindingView(
        id=finding.id,
        kind=finding.kind,
        kind_words=kind_words(finding.kind),
        number=finding.number,
        title=finding.title,
        parts={part: part_text(finding, part) for part in asked_parts(finding.kind)},
        gaps=gaps,
        deadline_words=finding.deadline.words if finding.deadline else "",
        refusal_reason=finding.refusal_reason,
    )


def one_finding(desk: Desk, inspection: Inspection, finding_id: str) -> FindingView | None:
    """One finding with its last key; None when it is gone."""
    for finding in findings_as_typed(desk, inspection.id):
        if finding.id == finding_id:
            return finding_view(desk, inspection, finding)
    return None


def findings_as_typed(desk: Desk, inspection_id: str) -> list[Finding]:
    """The findings with what is being typed into them, in the order recorded."""
    evidence = evidence_as_typed(desk, inspection_id)
    return [
        codec.finding_from_fields(record, fields, evidence)
        for record, fields in sorted(_as_typed(desk, inspection_id, records.FINDING).items())
    ]


def evidence_as_typed(desk: Desk, inspection_id: str) -> dict[str, Evidence]:
    """The evidence with what is being typed into it; removed pieces left out."""
    return {
        record: codec.evidence_from_fields(record, fields)
        for record, fields in sorted(_as_typed(desk, inspection_id, records.EVIDENCE).items())
        if fields.get(records.Evidence.REMOVED) is not True
    }


def _as_typed(desk: Desk, inspection_id: str, kind: str) -> dict[str, Mapping[str, Json]]:
    found: dict[str, Mapping[str, Json]] = dict(desk.store.records(inspection_id, kind))
    for typed in desk.store.typed():
        if typed.kind == kind and typed.record in found:
            found[typed.record] = {**found[typed.record], typed.field: typed.value}
    return found


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Requirements first, as in the letter."""
    order = list(KIND_WORDS)
    return sorted(findings, key=lambda finding: order.index(finding.kind))


def _suggestion(suggestion: Suggestion, framework: Framework, words: ChecklistWords) -> SuggestionView:
    clause = suggestion.clause
    return SuggestionView(
        clause=clause.id,
        kind=clause.kind,
        kind_words=kind_words(clause.kind),
        title=clause.title,
        outcome=clause.outcome,
        because=words.titles.get(suggestion.node, suggestion.node),
        others=tuple(
            f"{kind_words(framework.clauses[other].kind)}: {framework.clauses[other].title}"
            for other in suggestion.alternatives
        ),
    )


def _that_say_something(desk: Desk, inspection: Inspection) -> list[Evidence]:
    return [piece for piece in evidence_as_typed(desk, inspection.id).values() if _says(piece)]


def _says(piece: Evidence) -> bool:
    return bool(piece.text.strip() or piece.cited_answers or piece.sample_rows)


def _piece(piece: Evidence, words: ChecklistWords) -> EvidencePiece:
    if piece.text.strip():
        source = (
            translate("Evidence", SOURCE_LABELS[piece.source])
            if piece.source
            else translate("Findings", "Source not given")
        )
        return EvidencePiece(piece.id, source, piece.text.strip())
    cited = "; ".join(words.titles.get(name, name) for name in piece.cited_answers)
    rows = (
        translate("Findings", "{count} rows of the sample").format(count=len(piece.sample_rows))
        if piece.sample_rows
        else ""
    )
    return EvidencePiece(
        piece.id, translate("Findings", "Answer"), "; ".join(part for part in (cited, rows) if part)
    )


def _closed(inspection: Inspection) -> str:
    if inspection.status is Status.FINALISED:
        return translate("Findings", "This inspection is finalised, so its findings stand as they are.")
    if inspection.status is Status.VOID:
        return translate("Findings", "This inspection is void; its findings are kept and count for nothing.")
    return ""
