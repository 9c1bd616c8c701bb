"""What a person needs to see at a glance: the list of inspections, and the parts of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from inspector_app.inspections.inspection import Realm, Status
from inspector_app.journal import records
from inspector_app.words import day, mark, translate

if TYPE_CHECKING:
    from inspector_app.inspections.framework import Framework
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.ports import HomeRow
    from inspector_app.operations.screen_facts import ScreenView

FRAMEWORK = "cse-2016"
LINES = 200
"""How many inspections under way, and how many others, a list shows before it is searched."""
BESIDE = 6
"""How many are named beside it as due, or as sent."""

PartState = Literal["open", "half", "done", "attention", "hidden"]
Tone = Literal["accent", "good", "attention", "bad", "quiet"]


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
class Seat:
    """Who works here and for which head office; with `practice` nothing here is real."""

    author: str
    office: str
    practice: bool


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


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an inspection in the rail. `key` is ``prepare``, ``screen:<name>``, ``evidence``,
    ``findings``, ``letter`` or ``export``; `words` tell its state, `open_count` how much is open in it.
    """

    key: str
    title: str
    state: PartState
    words: str = ""
    open_count: int = 0


@dataclass(frozen=True, slots=True)
class OpenSpot:
    """An open field or cell: the part of the rail it is on, and its key there."""

    part: str
    key: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The open inspection as the frame shows it; `open_spots`: its open fields in the checklists' order."""

    inspection: str
    title: str
    subtitle: str
    status: str
    status_tone: Tone
    practice: bool
    reference: str
    parts: tuple[Part, ...]
    answered: int
    total: int
    open_spots: tuple[OpenSpot, ...] = ()


STATUS: dict[str, tuple[str, Tone]] = {
    "open": (mark("Overview", "Under way"), "accent"),
    "finalised": (mark("Overview", "Finalised"), "good"),
    "void": (mark("Overview", "Void"), "quiet"),
}


def status_words(status: str) -> str:
    """What an inspection's status is called on the screen."""
    return translate("Overview", STATUS.get(status, (status,))[0])


def seat(desk: Desk) -> Seat:
    """What the top bar says of the unlocked desk; it reads no list and no framework."""
    from inspector_app.operations.set_up import office_card

    return Seat(desk.author, office_card(desk).name, desk.realm == "example")


def home(desk: Desk, *, with_dates: bool = True, lines: int = LINES, beside: int = BESIDE) -> Home:
    """The list of inspections, the latest begun first: at most `lines` under way and as many others, and
    `beside` the list at most so many that are due, and that were sent. `find` finds every one.

    Without `with_dates` no working days are counted (that loads the calendar of bank holidays, which the
    first paint must not wait for).
    """
    framework = desk.program.framework(FRAMEWORK)
    today = desk.today()
    lists = desk.store.lists

    def said(rows: Sequence[HomeRow]) -> tuple[InspectionLine, ...]:
        return tuple(_line(row, framework, today, with_dates) for row in rows)

    listed = [*lists.rows("under_way", lines), *lists.rows("finished", lines)]
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
        due=said(lists.rows("due", beside)),
        sent=said(lists.rows("sent", beside)),
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


def overview(desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str) -> Overview:
    """The parts of an inspection, each with its state in words, what is open in it, and what comes next."""
    from inspector_app.operations.screens import screen_views

    inspection = desk.inspection(inspection_id)
    framework = desk.framework(inspection)
    screens = [view for session in sessions for view in screen_views(session)]
    status, tone = STATUS[inspection.status.value]
    service = inspection.service
    return Overview(
        inspection=inspection_id,
        title=service.name,
        subtitle=service_words(service.service_number, service.service_type, service.sector, framework),
        status=translate("Overview", status),
        status_tone=tone,
        practice=inspection.realm is Realm.EXAMPLE,
        reference=inspection.reference,
        parts=(
            _prepare(inspection),
            *(_screen(view) for view in screens),
            _evidence(desk, inspection),
            _findings(desk, inspection, sessions),
            _letter(desk, inspection),
            _export(desk, inspection, sessions),
            *_conflicts(desk.store.conflict_count(inspection.id)),
        ),
        answered=sum(view.answered for view in screens),
        total=sum(view.asked for view in screens),
        open_spots=tuple(OpenSpot(f"screen:{one.ref.key}", key) for one in screens for key in one.open_keys),
    )


def _title(name: str) -> str:
    """The title of a page (`gui/pages` has the same words in its catalogue)."""
    return translate("Pages", name)


def _prepare(inspection: Inspection) -> Part:
    if not any(name.strip() for name in inspection.inspectors):
        return Part("prepare", _title("Prepare"), "attention", translate("Overview", "no inspector"), 1)
    if inspection.ended_on is None:
        return Part("prepare", _title("Prepare"), "half", translate("Overview", "last day open"), 1)
    return Part("prepare", _title("Prepare"), "done", translate("Overview", "done"))


def _screen(view: ScreenView) -> Part:
    key, title, count = f"screen:{view.ref.key}", view.ref.title, view.open_count
    if count == 0:
        return Part(key, title, "done", translate("Overview", "done"))
    return Part(
        key,
        title,
        "half" if view.begun else "open",
        translate("Overview", "{count} open").format(count=count),
        count,
    )


def _evidence(desk: Desk, inspection: Inspection) -> Part:
    count = len(desk.evidence(inspection.id))
    few = {0: translate("Overview", "none yet"), 1: translate("Overview", "1 piece")}
    words = few.get(count) or translate("Overview", "{count} pieces").format(count=count)
    return Part("evidence", _title("Evidence"), "half" if count else "open", words)


def _findings(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> Part:
    from inspector_app.inspections.finding import FindingState, missing_parts
    from inspector_app.operations.findings import suggested

    waiting = len(suggested(desk, inspection, list(sessions))) if inspection.status is Status.OPEN else 0
    if waiting:
        return Part(
            "findings",
            _title("Findings"),
            "attention",
            translate("Overview", "{count} suggested").format(count=waiting),
            waiting,
        )
    found = desk.findings(inspection.id)
    agreed = sum(1 for finding in found if finding.state is FindingState.AGREED)
    framework, today = desk.framework(inspection), desk.today()
    incomplete = sum(
        1
        for finding in found
        if inspection.status is Status.OPEN
        and missing_parts(finding, inspection.inspected_on, framework, issued_on=today)
    )
    if incomplete:
        return Part(
            "findings",
            _title("Findings"),
            "attention",
            translate("Overview", "{count} incomplete").format(count=incomplete),
            incomplete,
        )
    if agreed:
        return Part(
            "findings",
            _title("Findings"),
            "done",
            translate("Overview", "{count} agreed").format(count=agreed),
        )
    return Part("findings", _title("Findings"), "open", translate("Overview", "none"))


def _letter(desk: Desk, inspection: Inspection) -> Part:
    letters = desk.store.records(inspection.id, records.LETTER).values()
    if any(fields.get(records.Letter.SUPERSEDED) is not True for fields in letters):
        return Part("letter", _title("Letter"), "done", translate("Overview", "issued"))
    if letters:
        return Part("letter", _title("Letter"), "attention", translate("Overview", "superseded"), 1)
    return Part(
        "letter",
        _title("Letter"),
        "half" if inspection.status is Status.FINALISED else "open",
        translate("Overview", "draft"),
    )


def _conflicts(n: int) -> tuple[Part, ...]:
    words = translate("Overview", "{count} to settle").format(count=n)
    return (Part("conflicts", _title("Two values"), "attention", words, n),) if n else ()


def _export(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> Part:
    from inspector_app.operations.finalise import obstacles

    key, title = "export", _title("Finalise and export")
    if inspection.status is Status.VOID:
        return Part(key, title, "hidden", translate("Overview", "void"))
    if inspection.status is Status.OPEN:
        count = len(obstacles(desk, inspection, list(sessions), desk.today()))
        return Part(
            key,
            title,
            "open",
            translate("Overview", "{count} in the way").format(count=count)
            if count
            else translate("Overview", "ready"),
            count,
        )
    row = desk.store.lists.row(inspection.id)
    if row is None or row.exported_at is None:
        return Part(key, title, "half", translate("Overview", "not exported"), 1)
    if row.changed_at and row.changed_at > row.exported_at:
        return Part(key, title, "attention", translate("Overview", "changed since"), 1)
    return Part(
        key,
        title,
        "done",
        translate("Overview", "received") if row.receipt_at else translate("Overview", "exported"),
    )


def service_words(number: str, service_type: str, sector: str, framework: Framework) -> str:
    """A service in one line: "CS2003153968 · care home · voluntary"."""
    known = framework.service_types.get(service_type)
    kind = framework.reporting_types.get(known.reporting_type, known.label) if known else service_type
    words = (number, kind.lower(), framework.sectors.get(sector, sector).lower())
    return " · ".join(word for word in words if word)


def day_words(on: date, today: date) -> str:
    """A day as people say it: today, yesterday, tomorrow, "14 May", or with its year where that differs."""
    near = {
        0: translate("Overview", "today"),
        -1: translate("Overview", "yesterday"),
        1: translate("Overview", "tomorrow"),
    }
    return near.get((on - today).days) or day(on, year=on.year != today.year)


def _day_words(what: str, at: datetime | None, today: date) -> str:
    return what.format(day=day_words(at.astimezone().date(), today)) if at else ""
