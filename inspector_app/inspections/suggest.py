"""From answers to suggested findings: which clauses an adverse answer brings up.

The mapping is the checklist's (bind attribute ``inspector:finding``); the wording and the dates are the
framework's. This module reads the attribute and joins the two; the inspector decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence
from inspector_app.inspections.finding import Finding
from inspector_app.inspections.standards import Clause


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that is relevant now: its node name, its value, and its ``inspector:finding`` attribute."""

    node: str
    value: str
    finding: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A clause that an answer brings up, with the standard and hook in force on the inspection date.

    `alternatives` are the other clauses of the same answer (a recommendation or a requirement): the
    inspector would usually agree one of them. `hook` is '' for anything but a requirement.
    """

    clause: Clause
    node: str
    answer: str
    standard: str
    hook: str
    alternatives: tuple[str, ...] = ()

    def draft(self, finding_id: str, evidence_id: str, issued_on: date) -> Finding:
        """The finding as a starting point: worded by the clause, citing the answer that suggested it.

        A span in the clause counts from `issued_on`, the day the letter is meant to go out.
        """
        clause = self.clause
        return Finding(
            id=finding_id,
            kind=clause.kind,
            clause=clause.id,
            theme=clause.theme,
            title=clause.title,
            outcome=clause.outcome,
            actions=clause.actions,
            deadline=clause.span.from_day(issued_on) if clause.span else None,
            reasons=clause.reasons,
            evidence=(Evidence(id=evidence_id, cited_answers=(self.node,)),),
            hook=self.hook,
            standard=self.standard,
            questions=(self.node,),
        )


def parse_finding_attribute(text: str) -> Mapping[str, tuple[str, ...]]:
    """Reads ``inspector:finding``: pairs ``answer=clause`` between blanks, an answer as often as needed.

    Returns the clause ids by answer in the order written; raises `KnownError` naming the broken pair.
    """
    found: dict[str, tuple[str, ...]] = {}
    for pair in text.split():
        answer, equals, clause = pair.partition("=")
        if not (answer and equals and clause) or "=" in clause:
            raise KnownError(
                f"“{pair}” in inspector:finding is not of the form answer=clause.",
                "Write pairs such as none=policy-write, with blanks between them.",
                code="finding-attribute",
            )
        if clause not in found.get(answer, ()):
            found[answer] = (*found.get(answer, ()), clause)
    return found


def suggest(
    answers: Iterable[Answered],
    on: date,
    *,
    clauses: Mapping[str, Clause],
    basis: Callable[[Clause, date], tuple[str, str]],
) -> tuple[Suggestion, ...]:
    """The clauses in force on `on` whose adverse answer was given, in the order of answers and mapping.

    `basis` gives the standard and the hook of a clause that are in force. A clause that several answers
    bring up is suggested once, by the first. An unknown clause raises `KnownError`.
    """
    found: list[Suggestion] = []
    seen: set[str] = set()
    for answered in answers:
        ids = parse_finding_attribute(answered.finding).get(answered.value, ())
        current = [_known(clauses, clause_id, answered) for clause_id in ids]
        current = [clause for clause in current if clause.validity.covers(on)]
        for clause in current:
            if clause.id in seen:
                continue
            seen.add(clause.id)
            standard, hook = basis(clause, on)
            found.append(
                Suggestion(
                    clause=clause,
                    node=answered.node,
                    answer=answered.value,
                    standard=standard,
                    hook=hook,
                    alternatives=tuple(other.id for other in current if other is not clause),
                )
            )
    return tuple(found)


def _known(clauses: Mapping[str, Clause], clause_id: str, answered: Answered) -> Clause:
    clause = clauses.get(clause_id)
    if clause is None:
        raise KnownError(
            f"The checklist names the clause “{clause_id}” for {answered.node}, which the framework lacks.",
            "Ask head office for a framework and checklist that belong together.",
            code="clause-unknown",
        )
    return clause
