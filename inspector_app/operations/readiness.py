"""What stands in the way of finalising, each with the place to mend it; and what is worth a look before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import Obstacle, obstacles
from inspector_app.journal.records import ANSWER, answer_record
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_views import findings_as_typed
from inspector_app.operations.findings import suggested
from inspector_app.operations.open_records import PAGES, not_graded, open_records
from inspector_app.operations.screens import screen_of
from inspector_app.words import translate


@dataclass(frozen=True)
class Hindrance:
    """One thing that is open. `page` and `detail` say where to go: a screen's key with the question's key,
    ``findings`` with the finding's id, ``export`` for the inspection itself; `place` is that in words."""

    message: str
    advice: str
    page: str
    detail: str
    place: str


@dataclass(frozen=True)
class Readiness:
    """`hindrances` keep the inspection from being finalised, `worth_a_look` does not."""

    reference: str
    status: Status
    started_on: date
    ended_on: date | None
    hindrances: tuple[Hindrance, ...]
    worth_a_look: tuple[Hindrance, ...]
    finalised_at: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be finalised now."""
        return self.status is Status.OPEN and not self.hindrances


def readiness(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> Readiness:
    """What is open in an inspection as it stands with the last key."""
    is_open = inspection.status is Status.OPEN
    return Readiness(
        reference=inspection.reference,
        status=inspection.status,
        started_on=inspection.started_on,
        ended_on=inspection.ended_on,
        hindrances=tuple(_hindrances(desk, inspection, sessions)) if is_open else (),
        worth_a_look=_worth_a_look(desk, inspection, sessions) if is_open else (),
        finalised_at=_finalised_at(desk, inspection),
    )


def _hindrances(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> list[Hindrance]:
    from inspector_app.operations.history import what_of

    found = []
    for session in sessions:
        for problem in session.open_problems():
            screen = screen_of(session, problem.key)
            record = answer_record(session.record, problem.key)
            label = what_of(desk, [session], ANSWER, record) or problem.ref
            wrong = problem.kind == "constraint"
            message = (
                f"{label} {problem.message}"
                if wrong
                else translate("Readiness", "Not answered: {label}").format(label=label)
            )
            advice = (
                translate("Readiness", "Put the answer right.")
                if wrong
                else translate("Readiness", "Answer it, or say that it could not be assessed.")
            )
            found.append(Hindrance(message, advice, f"screen:{screen.key}", problem.key, screen.title))
    rest = obstacles(
        inspection,
        open_questions=(),
        problems=_conflicts(desk, inspection),
        findings=findings_as_typed(desk, inspection.id),
        framework=desk.framework(inspection),
        issued_on=desk.today(),
        others=open_records(desk, inspection),
    )
    return found + [_placed(obstacle) for obstacle in rest]


def _placed(obstacle: Obstacle) -> Hindrance:
    if obstacle.kind == "finding":
        return Hindrance(
            obstacle.message, obstacle.advice, "findings", obstacle.where, translate("Pages", "Findings")
        )
    if obstacle.kind == "inspection":
        return Hindrance(
            obstacle.message, obstacle.advice, "export", obstacle.where, translate("Readiness", "This page")
        )
    if obstacle.kind in PAGES:
        page, title = PAGES[obstacle.kind]
        place = translate("Pages", title)
        return Hindrance(obstacle.message, obstacle.advice, page, obstacle.where, place)
    return Hindrance(obstacle.message, obstacle.advice, "history", "", translate("Pages", "History"))


def _conflicts(desk: Desk, inspection: Inspection) -> list[str]:
    count = desk.store.conflict_count(inspection.id)
    fields = "1 field holds" if count == 1 else f"{count} fields hold"
    return [f"{fields} two different values."] if count else []


def _worth_a_look(
    desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]
) -> tuple[Hindrance, ...]:
    """What is mended more easily before finalising: what may name a person, what is not graded or decided."""
    from inspector_app.operations.check_steps import check_board

    held = check_board(desk, inspection, sessions).held
    named = Hindrance(
        translate("Readiness", "Places that may name a person: {count}").format(count=held),
        translate("Readiness", "No final letter is issued with it: mend it, or dismiss it with a reason."),
        "letter",
        "checks",
        translate("Pages", "Letter"),
    )
    return (
        *((named,) if held else ()),
        *_not_graded(desk, inspection),
        *_undecided(desk, inspection, sessions),
    )


def _not_graded(desk: Desk, inspection: Inspection) -> tuple[Hindrance, ...]:
    left = not_graded(desk, inspection)
    if not left:
        return ()
    return (
        Hindrance(
            translate("Readiness", "Indicators of the summary without a grade: {codes}").format(
                codes=", ".join(left)
            ),
            translate("Readiness", "Grade them, or leave out of the summary what nobody could look at."),
            "grades",
            "",
            translate("Pages", "Grades"),
        ),
    )


def _undecided(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> list[Hindrance]:
    return [
        Hindrance(
            translate("Readiness", "Suggested and not decided: {title}").format(
                title=suggestion.clause.title
            ),
            translate("Readiness", "Accept it, or refuse it with a reason."),
            "findings",
            suggestion.clause.id,
            translate("Pages", "Findings"),
        )
        for suggestion in suggested(desk, inspection, list(sessions))
    ]


def _finalised_at(desk: Desk, inspection: Inspection) -> str:
    value = desk.store.values("inspection", inspection.id).get("finalised_at")
    return value if isinstance(value, str) else ""
