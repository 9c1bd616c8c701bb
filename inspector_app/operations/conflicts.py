"""Conflicts: fields that two laptops changed without knowing of one another; a person settles them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.forms.interface import NodeView
from inspector_app.inspections.inspection import Status
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal.clock import time_of
from inspector_app.journal.event import Json
from inspector_app.journal.records import ANSWER, REPEAT, split_record
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import frozen_draft
from inspector_app.operations.history import field_history, what_of
from inspector_app.operations.ports import Draft


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values a field holds; `words` say it as people do, `shown` whether it is on screen."""

    value: Json
    words: str
    author: str
    device: str
    at: datetime
    shown: bool


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One field in conflict, the version that shows first."""

    kind: str
    record: str
    field: str
    what: str
    versions: tuple[Version, ...]

    @property
    def place(self) -> tuple[str, str, str]:
        """Which field this is."""
        return (self.kind, self.record, self.field)


@dataclass(frozen=True, slots=True)
class FieldToSettle:
    """A field in conflict as a screen needs it: `node` is the question it answers, None for other fields;
    `can_write` whether another value can be written, which is so for texts and answers.
    """

    view: ConflictView
    node: NodeView | None
    can_write: bool


@dataclass(frozen=True, slots=True)
class ToSettle:
    """All fields in conflict; with `needs_reason` settling one is a correction."""

    fields: tuple[FieldToSettle, ...]
    needs_reason: bool


def to_settle(desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str) -> ToSettle:
    """The conflicts of an inspection with what a screen needs to settle them."""
    found = []
    for view in conflicts(desk, sessions, inspection_id):
        node = _node(sessions, view) if view.kind == ANSWER else None
        text = view.kind not in (ANSWER, REPEAT) and all(isinstance(v.value, str) for v in view.versions)
        written = node is not None and node.control != "upload"
        found.append(FieldToSettle(view, node, written or text))
    finalised = desk.inspection(inspection_id).status is Status.FINALISED
    return ToSettle(tuple(found), finalised)


def _node(sessions: Sequence[ChecklistSession], view: ConflictView) -> NodeView | None:
    """The question of an answer, None where its row is gone."""
    record, key = split_record(view.record)
    for session in sessions:
        if session.record == record:
            try:
                return session.instance.view(key)
            except KnownError:
                return None
    return None


def conflicts(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str
) -> tuple[ConflictView, ...]:
    """Every field of the inspection that holds more than one value."""
    zone = desk.program.now().tzinfo
    found = []
    for conflict in desk.store.care.conflicts(inspection_id):
        place = (conflict.kind, conflict.record, conflict.field)
        words = {change.at: change.after for change in field_history(desk, sessions, *place)}
        versions = [
            Version(
                value=event.value,
                words=words.get(time_of(event.at).astimezone(zone), str(event.value)),
                author=event.author,
                device=event.device,
                at=time_of(event.at).astimezone(zone),
                shown=event.id == conflict.shown,
            )
            for event in conflict.heads
            if not event.erased
        ]
        versions.sort(key=lambda version: not version.shown)
        found.append(ConflictView(*place, what_of(desk, sessions, *place), tuple(versions)))
    return tuple(found)


def settle(
    desk: Desk,
    sessions: Sequence[ChecklistSession],
    inspection_id: str,
    view: ConflictView,
    value: Json,
    *,
    reason: str = "",
) -> None:
    """Decide what a field holds: one event that replaces all its versions, by any value.

    A finalised inspection needs a reason and is frozen anew. KnownError ``no-conflict`` where it was settled
    meanwhile.
    """
    inspection = desk.inspection(inspection_id)
    check_change(inspection, reason)
    state = desk.store.state(view.kind, view.record).get(view.field)
    if state is None or not state.conflict:
        raise KnownError("This has been settled already.", "Look at the field again.", code="no-conflict")
    with desk.store.transaction():
        drafts = [Draft(view.kind, view.record, view.field, value, state.heads)]
        desk.write(inspection_id, drafts, reason=reason)
        if view.kind not in (ANSWER, REPEAT):
            return
        for session in sessions:
            if session.record == split_record(view.record)[0]:
                session.reload()
                if inspection.status is Status.FINALISED:
                    desk.write(inspection_id, [frozen_draft(session)], reason=reason)
