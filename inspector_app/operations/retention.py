"""Retention: how long the laptop keeps its copy of an inspection once head office has it, and letting it go.

A record has a class of its framework pack; its copy falls due the class's days after the receipt that covers
every event here. A legal hold stops that. Class and hold are part of the journal, under a kind of their own,
so that they travel to head office, have a history, and leave what the letter was made from untouched. What is
let go leaves a disposal entry that stays. Nothing goes that head office does not have, event by event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Status
from inspector_app.inspections.retention_rules import RetentionClass, RetentionRules, shipped_retention
from inspector_app.journal import records
from inspector_app.journal.records import INSPECTION, RETENTION
from inspector_app.operations.desk import Desk
from inspector_app.operations.pseudonyms import LaptopNames
from inspector_app.operations.receipts import received_state
from inspector_app.words import day, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.operations.care import Disposal

CLASS, HOLD = records.Retention.CLASS, records.Retention.HOLD


@dataclass(frozen=True, slots=True)
class Retention:
    """`due` is None while head office has not everything; `why_not` says why the copy cannot go now, '' when
    it can; `hold_reason` why it is held, '' while it is not.
    """

    inspection: str
    retention_class: RetentionClass
    received: int
    events: int
    due: date | None
    hold_reason: str
    why_not: str


def classes(desk: Desk, inspection_id: str) -> tuple[RetentionClass, ...]:
    """The classes that an inspection can be put into, by the pack of its framework."""
    return tuple(_rules(desk, inspection_id).classes.values())


def retention(desk: Desk, inspection_id: str) -> Retention:
    """How long the laptop keeps this copy, and whether it may go."""
    fields = desk.store.values(RETENTION, inspection_id)
    state = received_state(desk, inspection_id)
    chosen = _rules(desk, inspection_id).of(str(fields.get(CLASS) or ""), desk.realm)
    held = str(fields.get(HOLD) or "")
    due = None
    if state.whole and state.last is not None:
        due = state.last.astimezone(desk.program.now().tzinfo).date() + timedelta(days=chosen.days)
    why_not = _why_not(desk, inspection_id, due, held, state.differs)
    return Retention(inspection_id, chosen, state.received, state.events, due, held, why_not)


def _rules(desk: Desk, inspection_id: str) -> RetentionRules:
    return shipped_retention(desk.inspection(inspection_id).framework)


def _why_not(desk: Desk, inspection_id: str, due: date | None, held: str, differs: bool) -> str:
    if held:
        return translate("Retention", "It is on legal hold: {why}").format(why=held)
    if desk.inspection(inspection_id).status is Status.OPEN:
        return translate("Retention", "The inspection is still open.")
    if differs:
        return translate("Retention", "Head office holds another version of this record than this laptop.")
    if due is None:
        return translate("Retention", "Head office has not confirmed everything yet.")
    if any(typed.inspection == inspection_id for typed in desk.store.typed()):
        return translate("Retention", "Something typed here is not in the record yet.")
    if desk.store.care.waiting(inspection_id):
        return translate("Retention", "Some changes wait for others that have not arrived.")
    if desk.today() < due:
        return translate("Retention", "It is kept until {day}.").format(day=day(due))
    return ""


def set_class(desk: Desk, inspection_id: str, name: str, reason: str) -> None:
    """Put an inspection into another class; KnownError ``no-such-class``, ``reason-missing``."""
    known = classes(desk, inspection_id)
    if name not in [one.name for one in known]:
        names = ", ".join(one.name for one in known)
        raise KnownError(f"There is no class {name}.", f"Choose one of: {names}", code="no-such-class")
    _write(desk, inspection_id, CLASS, name, reason)


def hold(desk: Desk, inspection_id: str, reason: str) -> None:
    """Keep an inspection whatever its date, until the hold is lifted; KnownError ``reason-missing``."""
    _write(desk, inspection_id, HOLD, reason.strip(), reason)


def lift_hold(desk: Desk, inspection_id: str, reason: str) -> None:
    """Let the dates hold again; KnownError ``reason-missing``."""
    _write(desk, inspection_id, HOLD, "", reason)


def due_now(desk: Desk) -> tuple[Retention, ...]:
    """The copies that may go today."""
    every = (retention(desk, inspection) for inspection in desk.store.inspection_ids())
    return tuple(one for one in every if not one.why_not)


def dispose(desk: Desk, inspection_id: str) -> None:
    """Let the laptop's copy go, the names behind its pseudonyms too, and keep an entry of it. KnownError
    ``not-due`` says why it must stay.

    Older backups hold it until they are rotated: at most eight weeks.
    """
    found = retention(desk, inspection_id)
    if found.why_not or found.due is None:
        raise KnownError("This copy stays. " + found.why_not, "Nothing was removed.", code="not-due")
    inspection = desk.inspection(inspection_id)
    state = received_state(desk, inspection_id)
    with desk.store.transaction():
        desk.store.care.dispose(
            inspection_id,
            reference=inspection.reference,
            service_number=inspection.service.service_number,
            retention_class=found.retention_class.name,
            due=found.due.isoformat(),
            disposed_at=desk.program.now().isoformat(timespec="seconds"),
            author=desk.author,
            receipt=state.last.isoformat() if state.last else "",
        )
        LaptopNames(desk).forget(inspection_id)
    desk.touched.add("", (INSPECTION, inspection_id))


def disposals(desk: Desk) -> Sequence[Disposal]:
    """What was let go from this laptop, the latest first."""
    return desk.store.care.disposals()


def _write(desk: Desk, inspection_id: str, field: str, value: str, reason: str) -> None:
    desk.inspection(inspection_id)
    if not reason.strip():
        raise KnownError("Give a reason.", "It stays with the record.", code="reason-missing")
    desk.write_fields(inspection_id, RETENTION, inspection_id, {field: value}, reason=reason)
