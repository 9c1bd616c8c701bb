"""What stands beside the question under the keyboard: last time's answer, and how the field came about.

Last time is the latest inspection of the same service on this laptop that is not void. Its checklist may be
another year's: questions are the same where their nodes have the same name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import Change, answer_history
from inspector_app.operations.screen_facts import CardView, FieldView
from inspector_app.operations.screens import screen_views

if TYPE_CHECKING:
    from inspector_app.inspections.follow_up import EarlierFinding

MOST_CHANGES = 4


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """The answer to one question last time, in words; '' for what was left blank."""

    answer: str
    reasons: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class LastTime:
    """The latest earlier inspection of the service: its answers by the name of the question's node, and the
    requirements and recommendations that are still open from any earlier one.
    """

    inspection: str
    reference: str
    on: date
    answers: Mapping[str, LastAnswer]
    still_open: tuple[EarlierFinding, ...]


def last_time(desk: Desk, inspection: Inspection) -> LastTime | None:
    """The inspection of the same service before this one; None where this laptop knows none."""
    from inspector_app.operations.follow_up import earlier_findings

    rows = [
        row
        for row in desk.store.lists.of_service(inspection.service.service_number)
        if row.id != inspection.id and row.status != Status.VOID.value
    ]
    before = [row for row in rows if date.fromisoformat(row.started_on) <= inspection.started_on]
    if not before:
        return None
    latest = desk.inspection(max(before, key=lambda row: (row.started_on, row.id)).id)
    answers: dict[str, LastAnswer] = {}
    for session in open_checklists(desk, latest):
        for view in screen_views(session):
            answers |= {_name(card.key): _answer(card) for card in view.cards if card.number}
    open_ = tuple(one for one in earlier_findings(desk, inspection) if one.open)
    return LastTime(latest.id, latest.reference, latest.inspected_on, answers, open_)


def recent_changes(
    desk: Desk, sessions: Sequence[ChecklistSession], session: ChecklistSession, key: str
) -> tuple[Change, ...]:
    """The latest changes of one answer, the newest first."""
    return answer_history(desk, sessions, session, key)[:MOST_CHANGES]


def _answer(card: CardView) -> LastAnswer:
    if card.hidden:
        return LastAnswer("")
    words = _words(card.answer)
    if card.derived is not None and card.derived.asked:
        words = f"{words} ({card.derived.aware}/{card.derived.asked})" if words else ""
    reasons: tuple[str, ...] = ()
    comment = ""
    for part in card.parts:
        if part.role == "reasons":
            reasons = tuple(word for word in _words(part.field).split(", ") if word)
        elif part.role == "comment":
            comment = part.field.node.value
    return LastAnswer(words, reasons, comment)


def _words(field: FieldView) -> str:
    """A value as its choices call it."""
    labels = {choice.value: choice.label for choice in field.node.choices or ()}
    if not labels:
        return field.node.value
    return ", ".join(labels.get(value, value) for value in field.node.value.split())


def _name(key: str) -> str:
    return key.rsplit("/", 1)[-1]
