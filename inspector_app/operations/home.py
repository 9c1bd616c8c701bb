"""The list of inspections: what is under way and what is due, what was exported and received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from inspector_app.inspections.inspection import Status
from inspector_app.operations.overview import FRAMEWORK, STATUS, Seat, Tone, day_words, seat, service_words
from inspector_app.words import translate

if TYPE_CHECKING:
    from inspector_app.inspections.framework import Framework
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.ports import HomeRow

LINES = 200
"""How many inspections under way, and how many others, a list shows before it is searched."""
BESIDE = 6
"""How many are named beside it as due, or as sent."""


@dataclass(frozen=True, slots=True)
class InspectionLine:
    """One inspection in the list, in words. `due` comes next; with `to_do` it waits for the person."""

    id: str
    reference: str
    title: str
    subtitle: str
    status: str
    status_tone: Tone
    due: str
    due_tone: Tone
    to_do: bool
    changed_at: datetime | None
    exported: str
    receipt: str


@dataclass(frozen=True, slots=True)
class Home:
    """The home page: who works here, the inspections, and how many services may be inspected.

    `lines` are the latest begun, at most so many under way and so many others as were asked for, of `total`;
    `due` are the latest that wait for a person and `sent` those that were exported, listed or not.
    """

    author: str
    office: str
    practice: bool
    services: int
    lines: tuple[InspectionLine, ...]
    under_way: int
    total: int
    due: tuple[InspectionLine, ...]
    sent: tuple[InspectionLine, ...]

    @property
    def seat(self) -> Seat:
        return Seat(self.author, self.office, self.practice)


def home(
    desk: Desk, *, with_dates: bool = True, lines: int = LINES, beside: int = BESIDE, shared: bool = False
) -> Home:
    """The list of inspections, the latest begun first: at most `lines` under way and as many others, and
    `beside` the list at most so many that are due, and that were sent. `find` finds every one. With `shared`
    the others take what those under way leave of the `lines`.

    Without `with_dates` no working days are counted (that loads the calendar of bank holidays, which the
    first paint must not wait for).
    """
    framework = desk.program.framework(FRAMEWORK)
    today = desk.today()
    lists = desk.store.lists

    def said(rows: Sequence[HomeRow]) -> tuple[InspectionLine, ...]:
        return tuple(_line(row, framework, today, with_dates) for row in rows)

    under = lists.rows("under_way", lines)
    listed = [*under, *lists.rows("finished", lines - len(under) if shared else lines)]
    listed.sort(key=lambda row: (row.started_on, row.id), reverse=True)
    under_way, total = lists.counts()
    at = seat(desk)
    return Home(
        author=at.author,
        office=at.office,
        practice=at.practice,
        services=desk.store.service_count(),
        lines=said(listed),
        under_way=under_way,
        total=total,
        due=said(lists.rows("due", beside)) if beside else (),
        sent=said(lists.rows("sent", beside)) if beside else (),
    )


def _line(row: HomeRow, framework: Framework, today: date, with_dates: bool) -> InspectionLine:
    status, tone = STATUS.get(row.status, (row.status, "quiet"))
    due, due_tone = _due(row, framework, today, with_dates)
    exported = _day_words(translate("Overview", "exported {day}"), row.exported_at, today)
    if row.exported_at and row.changed_at and row.changed_at > row.exported_at:
        exported = translate("Overview", "{exported}, changed since").format(exported=exported)
    return InspectionLine(
        id=row.id,
        reference=row.reference,
        title=row.service_name,
        subtitle=service_words(row.service_number, row.service_type, row.sector, framework),
        status=translate("Overview", status),
        status_tone=tone,
        due=due,
        due_tone=due_tone,
        to_do=bool(due) and (row.status != Status.OPEN.value or bool(row.ended_on)),
        changed_at=row.changed_at,
        exported=exported,
        receipt=_day_words(translate("Overview", "received {day}"), row.receipt_at, today),
    )


def _due(row: HomeRow, framework: Framework, today: date, with_dates: bool) -> tuple[str, Tone]:
    """What is to be done next, and how urgent that is."""
    if row.status == Status.OPEN.value:
        if not row.ended_on:
            started = date.fromisoformat(row.started_on)
            if started > today:
                return translate("Overview", "starts {day}").format(day=day_words(started, today)), "quiet"
            return translate("Overview", "began {day}").format(day=day_words(started, today)), "quiet"
        return _letter_due(translate("Overview", "finalise, draft letter"), row, framework, today, with_dates)
    if row.status != Status.FINALISED.value:
        return "", "quiet"
    if not row.letter_issued_on:
        return _letter_due(translate("Overview", "letter"), row, framework, today, with_dates)
    if row.exported_at is None or (row.changed_at and row.changed_at > row.exported_at):
        return translate("Overview", "export to head office"), "attention"
    return ("", "quiet") if row.receipt_at else (translate("Overview", "receipt awaited"), "quiet")


def _letter_due(
    what: str, row: HomeRow, framework: Framework, today: date, with_dates: bool
) -> tuple[str, Tone]:
    if not with_dates or not framework.clock.steps:
        return translate("Overview", "{what} due").format(what=what), "quiet"
    from inspector_app.inspections.clock import next_steps

    ended = date.fromisoformat(row.ended_on or row.started_on)
    due = next_steps(framework.clock, ended)[0].due
    if due < today:
        late = translate("Overview", "{what} overdue since {day}")
        return late.format(what=what, day=day_words(due, today)), "bad"
    words = translate("Overview", "{what} due {day}").format(what=what, day=day_words(due, today))
    return words, "attention" if (due - today).days <= 3 else "quiet"


def _day_words(what: str, at: datetime | None, today: date) -> str:
    return what.format(day=day_words(at.astimezone().date(), today)) if at else ""
