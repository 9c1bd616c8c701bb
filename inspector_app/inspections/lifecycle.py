"""What may happen to an inspection, and when: finalise, void, correct. Never delete, never reopen.

Each function takes the facts and returns a new fact or raises `KnownError` with advice; writing
the events is the operations' work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingState, Gap, LawBook, missing_parts
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.words import error_words, translate


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that keeps an inspection from being finalised.

    `kind` is 'question' (`where` is the node), 'problem', 'finding' (`where` is its id), 'inspection', or a
    kind of record beside these ('grade' with its theme).
    """

    kind: str
    where: str
    message: str
    advice: str


class NotReady(KnownError):
    """The inspection cannot be finalised yet; `obstacles` lists everything that is in the way."""

    def __init__(self, obstacles: tuple[Obstacle, ...]) -> None:
        first = obstacles[0]
        count = len(obstacles)
        thing = "1 thing is" if count == 1 else f"{count} things are"
        super().__init__(
            f"The inspection cannot be finalised: {thing} still open. {first.message}",
            first.advice,
            code="not-ready",
        )
        self.obstacles = obstacles


def obstacles(
    inspection: Inspection,
    *,
    open_questions: Sequence[str],
    problems: Sequence[str],
    findings: Sequence[Finding],
    framework: LawBook,
    issued_on: date,
    others: Sequence[Obstacle] = (),
) -> tuple[Obstacle, ...]:
    """What still keeps an inspection from being finalised; empty means it may be.

    `open_questions` are nodes that are required, relevant and blank; `problems` are sentences about
    answers that break a constraint, unsettled conflicts and the like; `findings` are all the recorded
    ones: a suggestion that was recorded must be agreed or refused first. `others` come last: what is open in
    records that this module does not know.
    """
    found = _of_the_inspection(inspection)
    found += [
        Obstacle(
            "question",
            node,
            translate("Obstacles", "The question “{node}” is not answered.").format(node=node),
            translate("Obstacles", "Answer it."),
        )
        for node in open_questions
    ]
    found += [
        Obstacle("problem", "", problem, translate("Obstacles", "Put it right first."))
        for problem in problems
    ]
    for finding in findings:
        gaps = missing_parts(finding, inspection.inspected_on, framework, issued_on=issued_on)
        found += [_finding_obstacle(finding, gap) for gap in gaps]
    return (*found, *others)


def _of_the_inspection(inspection: Inspection) -> list[Obstacle]:
    """What is wrong with its days and its inspectors."""
    found: list[Obstacle] = []
    if inspection.ended_on is None:
        found.append(
            Obstacle(
                "inspection",
                "ended_on",
                translate("Obstacles", "The last day of the inspection is missing."),
                translate("Obstacles", "Give its date."),
            )
        )
    elif inspection.ended_on < inspection.started_on:
        found.append(
            Obstacle(
                "inspection",
                "ended_on",
                translate("Obstacles", "The inspection ends before it starts."),
                translate("Obstacles", "Correct the first or the last day."),
            )
        )
    if not any(name.strip() for name in inspection.inspectors):
        found.append(
            Obstacle(
                "inspection",
                "inspectors",
                translate("Obstacles", "No inspector is named."),
                translate("Obstacles", "Name who carried it out."),
            )
        )
    return found


def _finding_obstacle(finding: Finding, gap: Gap) -> Obstacle:
    name = finding.title.strip() or finding.kind.value.replace("_", " ")
    return Obstacle("finding", finding.id, f"“{name}”: {error_words(gap.message)}", error_words(gap.advice))


def finalise(
    inspection: Inspection,
    *,
    open_questions: Sequence[str],
    problems: Sequence[str],
    findings: Sequence[Finding],
    framework: LawBook,
    issued_on: date,
    others: Sequence[Obstacle] = (),
) -> Inspection:
    """The inspection as finalised; raises `NotReady` with every obstacle, or `KnownError` if not open."""
    _must_be_open(inspection, "finalised")
    found = obstacles(
        inspection,
        open_questions=open_questions,
        problems=problems,
        findings=findings,
        framework=framework,
        issued_on=issued_on,
        others=others,
    )
    if found:
        raise NotReady(found)
    return replace(inspection, status=Status.FINALISED)


def numbered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The agreed findings numbered from 1 within their kind, in the order given."""
    counts: dict[str, int] = {}
    result = []
    for finding in findings:
        if finding.state is FindingState.AGREED:
            counts[finding.kind] = counts.get(finding.kind, 0) + 1
            result.append(replace(finding, number=counts[finding.kind]))
    return tuple(result)


def void(inspection: Inspection, reason: str) -> Inspection:
    """The inspection as voided: kept, shown as void, never counted, never deleted."""
    if inspection.status is Status.VOID:
        raise KnownError(
            f"Inspection {inspection.reference} is void already.", "Nothing was changed.", code="void"
        )
    if not reason.strip():
        raise KnownError(
            "An inspection can only be voided with a reason.",
            "Say why it must not count, such as “started for the wrong service”.",
            code="reason-missing",
        )
    return replace(inspection, status=Status.VOID, void_reason=reason.strip())


def check_change(inspection: Inspection, reason: str = "") -> bool:
    """May this inspection's record be changed now? Returns True where the change is a correction.

    Open: yes, and no reason is needed. Finalised: with a reason only; the original is kept. Void: no.
    """
    if inspection.status is Status.VOID:
        raise KnownError(
            f"Inspection {inspection.reference} is void and can no longer be changed.",
            "Start a new inspection if one is needed.",
            code="void",
        )
    if inspection.status is Status.OPEN:
        return False
    if not reason.strip():
        raise KnownError(
            f"Inspection {inspection.reference} is finalised.",
            "A change now is a correction and needs a reason; the original stays in the record.",
            code="reason-missing",
        )
    return True


def _must_be_open(inspection: Inspection, what: str) -> None:
    if inspection.status is Status.OPEN:
        return
    raise KnownError(
        f"Inspection {inspection.reference} is {inspection.status.value} and cannot be {what}.",
        "Nothing was changed.",
        code="not-open",
    )
