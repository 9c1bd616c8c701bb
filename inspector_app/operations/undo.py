"""Undo and redo: take back what one user action did by new events that restore what was there before.

Nothing is deleted. An action taken back is marked by a record of kind ``undo`` under the action's id, so that
undo and redo go on where they were after the program was closed. What can be taken back is what this author
did on this device: answers, rows, evidence, findings, the facts of the inspection. What somebody else has
changed since is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.journal.event import Event, Json, canonical
from inspector_app.journal.merge import Slot, state_of_heads
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import what_of
from inspector_app.operations.ports import Draft

UNDOABLE = frozenset(
    {
        records.ANSWER,
        records.REPEAT,
        records.EVIDENCE,
        records.FINDING,
        records.CLAIM,
        records.MATTER,
        records.GRADE,
        records.FOLLOW_UP,
        records.TEAM_MEMBER,
    }
)
FACTS = frozenset(
    {
        records.Inspection.ANNOUNCED,
        records.Inspection.STARTED_ON,
        records.Inspection.ENDED_ON,
        records.Inspection.INSPECTORS,
        "contact",
        "complaint",
        "complaint_received_on",
        "response",
        "capacity",
        "enforcement_step",
        "enforcement_why",
    }
)
"""Of the inspection itself only these are taken back: its beginning, finalising and voiding are not."""
_REMOVED = "removed"
_REMOVABLE = frozenset(
    {records.EVIDENCE, records.FINDING, records.CLAIM, records.MATTER, records.TEAM_MEMBER}
)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What undo or redo did. `words` name the first thing that changed; `kind` and `record` are its."""

    words: str
    kind: str
    record: str


@dataclass(frozen=True, slots=True)
class _Action:
    """One user action: its events in order."""

    id: str
    events: tuple[Event, ...]

    @property
    def seq(self) -> int:
        return self.events[-1].seq


@dataclass(frozen=True, slots=True)
class _Slot:
    """One field of an action: what it held before (`had` False: nothing at all) and after."""

    slot: Slot
    had: bool
    before: Json
    after: Json


def undo(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> TakenBack:
    """Take back this author's last action in the inspection that is not taken back yet.

    KnownError: nothing to undo, changed since by somebody else, erased since, or the inspection is closed.
    """
    actions, marks = _history(desk, inspection.id)
    open_ = [action for action in actions if not marks.get(action.id, (False, 0))[0]]
    if not open_:
        raise KnownError(
            "There is nothing to undo.",
            "Undo takes back what you did in this inspection.",
            code="nothing-to-undo",
        )
    return _restore(desk, inspection, sessions, open_[-1], undone=True)


def redo(desk: Desk, inspection: Inspection, sessions: Sequence[ChecklistSession]) -> TakenBack:
    """Do again what was undone last, unless something else has been done since; errors as `undo`."""
    actions, marks = _history(desk, inspection.id)
    last = max((action.seq for action in actions), default=0)
    undone = [
        (marks[action.id][1], action)
        for action in actions
        if action.id in marks and marks[action.id][0] and marks[action.id][1] > last
    ]
    if not undone:
        raise KnownError(
            "There is nothing to do again.",
            "Redo brings back what was undone last, until something else is changed.",
            code="nothing-to-redo",
        )
    return _restore(desk, inspection, sessions, max(undone, key=lambda one: one[0])[1], undone=False)


def _history(desk: Desk, inspection_id: str) -> tuple[list[_Action], dict[str, tuple[bool, int]]]:
    """This author's undoable actions on this device, in order; by action whether it is undone, and when."""
    found: dict[str, list[Event]] = {}
    for event in desk.store.events(inspection_id):
        if event.device == desk.device and event.author == desk.author:
            found.setdefault(event.action, []).append(event)
    actions: list[_Action] = []
    marks: dict[str, tuple[bool, int]] = {}
    for action, events in sorted(found.items(), key=lambda one: one[1][0].seq):
        marking = [event for event in events if event.kind == records.UNDO]
        for event in marking:
            marks[event.record] = (event.value is True, event.seq)
        if not marking and all(_may_be_undone(event) for event in events):
            actions.append(_Action(action, tuple(events)))
    return actions, marks


def _may_be_undone(event: Event) -> bool:
    return event.kind in UNDOABLE or (event.kind == records.INSPECTION and event.field in FACTS)


def _restore(
    desk: Desk,
    inspection: Inspection,
    sessions: Sequence[ChecklistSession],
    action: _Action,
    *,
    undone: bool,
) -> TakenBack:
    check_change(desk.inspection(inspection.id))
    every = {event.id: event for event in desk.store.events(inspection.id)}
    slots = _slots(action, every)
    new = _new_records(action, every.values())
    if not new:
        _check_unchanged(desk, slots, undone)
    drafts = _drafts(slots, new, undone)
    drafts.append(Draft(records.UNDO, action.id, records.UNDONE, undone))
    first = next((event for event in action.events if event.kind != records.REPEAT), action.events[0])
    field = "" if (first.kind, first.record) in new else first.field
    words = what_of(desk, sessions, first.kind, first.record, field)
    with desk.store.transaction():
        desk.write(inspection.id, drafts, form_hash=action.events[0].form_hash)
        for session in _touched(sessions, action):
            session.reload()
    return TakenBack(words, first.kind, first.record)


def _slots(action: _Action, every: Mapping[str, Event]) -> list[_Slot]:
    """Each field that the action wrote, with what stood there before and what it left."""
    found: dict[Slot, list[Event]] = {}
    for event in action.events:
        found.setdefault(event.slot, []).append(event)
    slots = []
    for slot, events in found.items():
        heads = [every[prior] for prior in events[0].prior if prior in every]
        if events[-1].erased or any(head.erased for head in heads):
            raise KnownError(
                "What was there before has been erased and cannot come back.",
                "Write the field anew where it is needed.",
                code="erased-since",
            )
        before = state_of_heads(heads)
        slots.append(_Slot(slot, bool(heads), before.value, events[-1].value))
    return slots


def _new_records(action: _Action, every: Iterable[Event]) -> frozenset[tuple[str, str]]:
    """The records (kind, id) that came into being by this action and are taken back as a whole."""
    own = {event.id for event in action.events}
    first = action.events[0].at
    touched = {(event.kind, event.record) for event in action.events if event.kind in _REMOVABLE}
    older = {(event.kind, event.record) for event in every if event.id not in own and event.at < first}
    return frozenset(touched - older)


def _check_unchanged(desk: Desk, slots: Sequence[_Slot], undone: bool) -> None:
    for one in slots:
        kind, record, field = one.slot
        now = desk.store.state(kind, record).get(field)
        expected = one.after if undone else _blank(one)
        if now is None or canonical(now.value) != canonical(expected):
            by = f" by {now.author}" if now is not None and now.author != desk.author else ""
            raise KnownError(
                f"This has been changed since{by}, so it was not undone.",
                "Change the field itself; its history shows every version.",
                code="changed-since",
            )


def _blank(one: _Slot) -> Json:
    """What the field holds once the action is taken back."""
    if one.slot[0] == records.REPEAT:
        return one.before if one.had else not one.after
    if one.had:
        return one.before
    return "" if one.slot[0] == records.ANSWER else None


def _drafts(slots: Sequence[_Slot], new: frozenset[tuple[str, str]], undone: bool) -> list[Draft]:
    drafts = [Draft(kind, record, _REMOVED, undone) for kind, record in sorted(new)]
    for one in slots:
        kind, record, field = one.slot
        if (kind, record) not in new:
            drafts.append(Draft(kind, record, field, _blank(one) if undone else one.after))
    return drafts


def _touched(sessions: Sequence[ChecklistSession], action: _Action) -> list[ChecklistSession]:
    """The open checklists whose answers or rows the action wrote."""
    names = {
        records.split_record(event.record)[0]
        for event in action.events
        if event.kind in (records.ANSWER, records.REPEAT)
    }
    return [session for session in sessions if session.record in names]
