"""What a person needs to see at a glance: the parts of the inspection that is open, and words for lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from inspector_app.inspections.inspection import Realm, Status
from inspector_app.words import day, mark, translate

if TYPE_CHECKING:
    from inspector_app.inspections.framework import Framework
    from inspector_app.inspections.inspection import Inspection
    from inspector_app.operations.checklist_session import ChecklistSession
    from inspector_app.operations.desk import Desk
    from inspector_app.operations.screen_facts import ScreenView

FRAMEWORK = "cse-2016"
PartState = Literal["open", "half", "done", "attention", "hidden"]
Tone = Literal["accent", "good", "attention", "bad", "quiet"]


@dataclass(frozen=True, slots=True)
class Seat:
    """Who works here and for which head office; with `practice` nothing here is real."""

    author: str
    office: str
    practice: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an inspection in the rail. `key` is that of its page: ``prepare``, ``screen:<name>``,
    ``evidence``, ``grades``, ``findings``, ``letter``, ``export``, …; `words` tell
    its state, `open_count` how much is open in it.
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


def overview(desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str) -> Overview:
    """The parts of an inspection, each with its state in words, what is open in it, and what comes next."""
    from inspector_app.operations.letter_standing import letter_standing
    from inspector_app.operations.screens import screen_views

    inspection = desk.inspection(inspection_id)
    screens = [view for session in sessions for view in screen_views(session)]
    status, tone = STATUS[inspection.status.value]
    service, framework = inspection.service, desk.framework(inspection)
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
            *_complaint(desk, inspection),
            _names(desk, inspection),
            _follow_up(desk, inspection),
            *(_screen(view) for view in screens),
            _evidence(desk, inspection),
            _grades(desk, inspection),
            *_narrative(desk, inspection),
            _findings(desk, inspection, sessions),
            Part("letter", _title("Letter"), *letter_standing(desk, inspection, sessions)),
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


def _complaint(desk: Desk, inspection: Inspection) -> tuple[Part, ...]:
    """A part only where the inspection follows a complaint, or tells of one."""
    from inspector_app.operations.complaint import COMPLAINT_TYPE, matter_gaps, matters

    key, title, found = "complaint", _title("Complaint"), matters(desk, inspection)
    if not found and inspection.type != COMPLAINT_TYPE:
        return ()
    count = sum(1 for one in found if matter_gaps(one)) if inspection.status is Status.OPEN else 0
    if count:
        words = translate("Overview", "{count} incomplete").format(count=count)
        return (Part(key, title, "half", words, count),)
    if found:
        words = translate("Overview", "{count} decided").format(count=len(found))
        return (Part(key, title, "done", words),)
    return (Part(key, title, "open", translate("Overview", "no matter yet")),)


def _names(desk: Desk, inspection: Inspection) -> Part:
    from inspector_app.operations.pseudonyms import LaptopNames

    count, title = len(LaptopNames(desk).names(inspection.id)), _title("Names")
    words = translate("Overview", "{count} kept").format(count=count)
    none = translate("Overview", "none")
    return Part("names", title, "done", words) if count else Part("names", title, "open", none)


def _follow_up(desk: Desk, inspection: Inspection) -> Part:
    from inspector_app.operations.follow_up_views import open_follow_ups

    key, title = "follow_up", _title("Earlier findings")
    asked, left = open_follow_ups(desk, inspection)
    if inspection.status is Status.OPEN and left:
        words = translate("Overview", "{count} open").format(count=left)
        return Part(key, title, "half" if left < asked else "open", words, left)
    return Part(key, title, "done", translate("Overview", "done") if asked else translate("Overview", "none"))


def _screen(view: ScreenView) -> Part:
    key, title, count = f"screen:{view.ref.key}", view.ref.title, view.open_count
    if count == 0 and view.answered < view.asked:  # nothing of it must be answered, and not all of it is
        words = translate("Overview", "{answered} of {asked}").format(
            answered=view.answered, asked=view.asked
        )
        return Part(key, title, "half" if view.begun else "open", words)
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


def _grades(desk: Desk, inspection: Inspection) -> Part:
    from inspector_app.operations.grades import grade_gaps, looked_at

    key, title, found = "grades", _title("Grades"), looked_at(desk, inspection)
    count = sum(1 for one in found if grade_gaps(one)) if inspection.status is Status.OPEN else 0
    if count:
        words = translate("Overview", "{count} incomplete").format(count=count)
        return Part(key, title, "half", words, count)
    if found:
        return Part(key, title, "done", translate("Overview", "{count} given").format(count=len(found)))
    return Part(key, title, "open", translate("Overview", "none yet"))


def _narrative(desk: Desk, inspection: Inspection) -> tuple[Part, ...]:
    """A part only where the framework asks for it."""
    from inspector_app.operations.narrative import PARTS, narrative_parts

    if not desk.framework(inspection).reported:
        return ()
    key, title, said = "narrative", _title("Area report"), narrative_parts(desk, inspection)
    count = len(PARTS) - len(said) if inspection.status is Status.OPEN else 0
    words = translate("Overview", "{count} open").format(count=count)
    if not count:
        return (Part(key, title, "done", translate("Overview", "done")),)
    return (Part(key, title, "half" if said else "open", words, count),)


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
    kind = service_type.replace("_", " ")
    if known is not None:
        kind = framework.reporting_types.get(known.reporting_type, known.label)
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
