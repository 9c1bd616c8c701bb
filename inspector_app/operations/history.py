"""The history of a field and of an inspection: who changed what, when, from what to what, and why.

In the words of the checklist: questions by number and title, answers by their labels, rows by their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.forms.interface import NodeView
from inspector_app.inspections.evidence import SOURCE_LABELS, EvidenceSource
from inspector_app.journal import records
from inspector_app.journal.clock import time_of
from inspector_app.journal.event import Event, Json
from inspector_app.journal.merge import state_of_heads
from inspector_app.operations import codec
from inspector_app.operations.checklist_session import ChecklistSession, split_row
from inspector_app.operations.desk import Desk
from inspector_app.operations.question_words import question_numbers
from inspector_app.operations.record_words import (
    QUIET_FIELDS,
    part_words,
    record_name,
    record_value,
    told_by_field,
)
from inspector_app.words import mark, translate

ERASED = mark("History", "erased")
"""What is said of content that was taken away everywhere."""

_KINDS = {
    records.INSPECTION: mark("History", "Inspection"),
    records.TEAM_MEMBER: mark("History", "Team"),
    records.CHECKLIST: mark("History", "Checklist"),
    records.EVIDENCE: mark("History", "Evidence"),
    records.FINDING: mark("History", "Finding"),
    records.LETTER: mark("History", "Letter"),
    records.RECEIPT: mark("History", "Receipt"),
}
_QUIET = frozenset({records.UNDO, records.FILE})
"""Kinds that say nothing to people by themselves."""
_BEGUN = {
    records.INSPECTION: mark("History", "started"),
    records.CHECKLIST: mark("History", "begun"),
    records.LETTER: mark("History", "issued"),
    records.RECEIPT: mark("History", "arrived"),
}
"""What is said of a new record; any other is "recorded"."""
_SPEAKING = (records.Evidence.TEXT, records.Finding.TITLE, records.Inspection.REFERENCE)
"""The fields that speak for a new record."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one field. `at` is local time; `before` and `after` are words, '' for nothing; `short` is
    `what` without the wording of a question that has a number.

    `key` is the question's key in its checklist, '' for anything but an answer.
    """

    at: datetime
    author: str
    what: str
    before: str
    after: str
    reason: str = ""
    erased: bool = False
    kind: str = ""
    key: str = ""
    checklist: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One user action. `undo` is True where it took something back, False where it did something again, None
    for any other.
    """

    at: datetime
    author: str
    changes: tuple[Change, ...]
    undo: bool | None = None

    @property
    def words(self) -> str:
        """What was done, in one line."""
        said = list(dict.fromkeys(change.what for change in self.changes))
        more = translate("History", " and {value} more").format(value=len(said) - 1) if len(said) > 1 else ""
        lead = (
            ""
            if self.undo is None
            else translate("History", "Undone: ")
            if self.undo
            else translate("History", "Done again: ")
        )
        return f"{lead}{said[0]}{more}"


def field_history(
    desk: Desk, sessions: Sequence[ChecklistSession], kind: str, record: str, field: str = records.VALUE
) -> tuple[Change, ...]:
    """Everything that was ever written to a field, the latest first."""
    events = desk.store.history(kind, record, field)
    teller = _Teller(desk, sessions, events)
    return tuple(teller.change(event) for event in reversed(events))


def answer_history(
    desk: Desk, sessions: Sequence[ChecklistSession], session: ChecklistSession, key: str
) -> tuple[Change, ...]:
    """The history of one answer of an open checklist, the latest first."""
    return field_history(desk, sessions, records.ANSWER, records.answer_record(session.record, key))


def inspection_history(
    desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str, most: int = 200
) -> tuple[Entry, ...]:
    """The inspection's user actions, the latest first, at most so many."""
    actions: dict[str, list[Event]] = {}
    events = sorted(desk.store.events(inspection_id), key=lambda event: (event.at, event.device, event.id))
    teller = _Teller(desk, sessions, events)
    for event in events:
        actions.setdefault(event.action, []).append(event)
    entries: list[Entry] = []
    for group in list(actions.values())[::-1]:
        entry = teller.entry(group)
        if entry is not None:
            entries.append(entry)
        if len(entries) == most:
            break
    return tuple(entries)


def found_in(entries: Sequence[Entry], text: str) -> tuple[Entry, ...]:
    """Those in which every word of the text occurs: in what was changed, its values, why, or by whom."""
    wanted = text.casefold().split()
    return tuple(
        entry
        for entry in entries
        if not wanted
        or all(
            any(
                word in f"{c.what} {c.before} {c.after} {c.reason} {c.author}".casefold()
                for c in entry.changes
            )
            for word in wanted
        )
    )


def what_of(desk: Desk, sessions: Sequence[ChecklistSession], kind: str, record: str, field: str = "") -> str:
    """What a field is called: "Q1 …", "Q1, Comment", "Member of staff, row 3: Note", "Evidence, text"."""
    return _Teller(desk, sessions, ()).what(kind, record, field)


def is_own_fact(answer: str) -> bool:
    """Whether this answer's record is the id of the submission that a correction replaces: the form has no
    node for it, so it cannot be told from the answers of rows that are gone.
    """
    return answer.endswith("/deprecatedID")


class _Teller:
    """Says events in words; remembers what it has looked up, since a history is a thousand events."""

    def __init__(self, desk: Desk, sessions: Sequence[ChecklistSession], events: Iterable[Event]) -> None:
        self._desk = desk
        self._sessions = {session.record: session for session in sessions}
        self._events = {event.id: event for event in events}
        self._zone = desk.program.now().tzinfo
        self._views: dict[tuple[str, str], NodeView | None] = {}
        self._whats: dict[tuple[str, str, str], str] = {}
        self._questions: dict[str, list[NodeView]] = {}

    def entry(self, group: Sequence[Event]) -> Entry | None:
        """One user action; None where it says nothing to people."""
        marks = [event for event in group if event.kind == records.UNDO]
        told = self._told(group)
        if not told:
            return None
        changes = tuple(self.change(event, whole=whole) for event, whole in told)
        said = {event.record: event for event in group if event.field in _SPEAKING}
        changes = tuple(
            replace(change, after=self._words(said[event.record], said[event.record].value, event.erased))
            if whole and event.record in said
            else change
            for change, (event, whole) in zip(changes, told, strict=True)
        )
        undo = None if not marks else marks[0].value is True
        return Entry(changes[0].at, changes[0].author, changes, undo)

    def change(self, event: Event, *, whole: bool = False) -> Change:
        """One change; `whole` says the record as a whole instead of the one field."""
        heads = [self._events[prior] for prior in event.prior if prior in self._events]
        before = state_of_heads(heads) if heads else None
        record, key = records.split_record(event.record) if event.kind == records.ANSWER else ("", "")
        what = self.what(event.kind, event.record, "" if whole else event.field)
        begun = translate("History", _BEGUN.get(event.kind, mark("History", "recorded")))
        said = f"{what} {begun}" if whole else what
        return Change(
            at=time_of(event.at).astimezone(self._zone),
            author=event.author,
            what=said,
            before=self._words(event, before.value, before.erased) if before and not whole else "",
            after="" if whole else self._words(event, event.value, event.erased),
            reason=event.reason,
            erased=event.erased,
            kind=event.kind,
            key=key,
            checklist=record,
            short=self._number(event) or said,
        )

    def what(self, kind: str, record: str, field: str) -> str:
        """What a field is called, or its record where `field` is ''."""
        place = (kind, record, field)
        if place not in self._whats:
            self._whats[place] = self._what(kind, record, field)
        return self._whats[place]

    def _what(self, kind: str, record: str, field: str) -> str:
        if kind in (records.ANSWER, records.REPEAT):
            name, key = records.split_record(record)
            session = self._sessions.get(name)
            if session is None:
                return translate("History", "An answer")
            return self._place(session, key) if kind == records.REPEAT else self._question(session, key)
        if told_by_field(kind):
            return record_name(self._desk, kind, record, field)
        name = translate("History", _KINDS.get(kind, kind.replace("_", " ")))
        if kind == records.FINDING:
            title = codec.text(self._desk.store.values(kind, record), records.Finding.TITLE)
            name = translate("History", "Finding “{title}”").format(title=title) if title else name
        part = "" if field in ("", records.Finding.REMOVED) else part_words(kind, field)
        return f"{name}, {part}" if part else name

    def _number(self, event: Event) -> str:
        view = self._view_of(event) if event.kind == records.ANSWER else None
        return view.attributes.get("question", "") if view is not None else ""

    def _told(self, events: Iterable[Event]) -> list[tuple[Event, bool]]:
        """The events that say something; of a new record the first, which speaks for the whole."""
        told: list[tuple[Event, bool]] = []
        new: set[str] = set()
        events = list(events)
        started = {event.record for event in events if event.field == records.Inspection.REFERENCE}
        for event in events:
            if event.kind in _QUIET or (event.kind, event.field) in QUIET_FIELDS:
                continue
            if event.kind == records.ANSWER and not self._asked(event):
                continue
            by_field = event.kind in (records.ANSWER, records.REPEAT) or told_by_field(event.kind)
            whole = not by_field and not event.prior and event.field != records.Finding.REMOVED
            if event.kind == records.INSPECTION and event.record not in started:
                whole = False  # a fact that came later, not its beginning
            if whole and event.record in new:
                continue
            if whole:
                new.add(event.record)
            told.append((event, whole))
        return told

    def _asked(self, event: Event) -> bool:
        """Whether an answer is one that people are asked for; the form's own facts are not told."""
        if is_own_fact(event.record):
            return False
        view = self._view_of(event)
        return view is None or bool(view.control)

    def _view_of(self, event: Event) -> NodeView | None:
        record, key = records.split_record(event.record)
        session = self._sessions.get(record)
        return self._view(session, key) if session is not None else None

    def _view(self, session: ChecklistSession, key: str) -> NodeView | None:
        """The node as it is now; None where it is gone, as in a row that was removed."""
        place = (session.record, key)
        if place not in self._views:
            try:
                self._views[place] = session.instance.view(key)
            except KnownError:
                self._views[place] = None
        return self._views[place]

    def _question(self, session: ChecklistSession, key: str) -> str:
        view = self._view(session, key)
        if view is None:
            return (
                translate("History", "{count}: an answer").format(count=self._place(session, key))
                if "[" in key
                else translate("History", "An answer")
            )
        if "[" in key:
            return f"{self._place(session, key)}: {view.attributes.get('short') or view.label}"
        number = view.attributes.get("question")
        if number:
            return f"{number} {view.label}"
        owner = self._owner(session, key)
        name = view.label or key.rsplit("/", 1)[-1].replace("_", " ")
        return f"{owner}, {name}" if owner else name

    def _owner(self, session: ChecklistSession, key: str) -> str:
        """The number of the question that a node belongs to by its name, '' for none."""
        if session.record not in self._questions:
            self._questions[session.record] = session.questions()
        fits = [view for view in self._questions[session.record] if key.startswith(f"{view.key}_")]
        longest = max(fits, key=lambda view: len(view.key), default=None)
        return longest.attributes.get("question", "") if longest is not None else ""

    def _place(self, session: ChecklistSession, key: str) -> str:
        """ "Member of staff, row 3" of the row that a key names or lies in."""
        row = key[: key.rindex("]") + 1]
        series = self._view(session, split_row(row)[0])
        label = series.label if series is not None else translate("History", "Row")
        rows = series.children if series is not None else ()
        return (
            translate("History", "{label}, row {value}").format(label=label, value=rows.index(row) + 1)
            if row in rows
            else translate("History", "{label}, a removed row").format(label=label)
        )

    def _words(self, event: Event, value: Json, erased: bool) -> str:
        """A value in words."""
        if erased:
            return translate("History", ERASED)
        if event.kind == records.REPEAT:
            return translate("History", "added") if value is True else translate("History", "removed")
        if event.field == records.Finding.REMOVED and event.kind != records.ANSWER:
            return translate("History", "taken back") if value is True else translate("History", "recorded")
        if event.kind == records.ANSWER and isinstance(value, str):
            view = self._view_of(event)
            return _labels(view, value) if view is not None else value
        if event.field == records.Evidence.CITED_ANSWERS and isinstance(value, list):
            return question_numbers(tuple(self._sessions.values()), [str(one) for one in value])
        said = record_value(self._desk, event, value)
        return _plain(event, value) if said is None else said


def field_words(sessions: Sequence[ChecklistSession], kind: str, record: str, value: Json) -> str:
    """What a value says to people, '' for nothing: answers by the labels of their choices."""
    if kind == records.ANSWER and isinstance(value, str):
        name, key = records.split_record(record)
        for session in sessions:
            if session.record == name:
                try:
                    return _labels(session.instance.view(key), value)
                except KnownError:
                    return value
    if isinstance(value, bool):
        return translate("History", "yes") if value else translate("History", "no")
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    if isinstance(value, dict):
        return str(value.get("name", ""))
    return "" if value is None else str(value)


def value_words(view: NodeView) -> str:
    """What a question holds now, by the labels of its choices."""
    return _labels(view, view.value)


def _labels(view: NodeView, value: str) -> str:
    labels = {choice.value: choice.label for choice in view.choices or ()}
    if view.control == "select":
        return ", ".join(labels.get(one, one) for one in value.split())
    return labels.get(value, value)


def _plain(event: Event, value: Json) -> str:
    if event.field == records.Evidence.SOURCE and value:
        return translate("Evidence", SOURCE_LABELS[EvidenceSource(str(value))])
    if event.field == records.Finding.DEADLINE:
        deadline = codec.deadline_from_json(value)
        return deadline.words if deadline is not None else ""
    if isinstance(value, bool):
        return translate("History", "yes") if value else translate("History", "no")
    if isinstance(value, list):
        return _list_words(event, value)
    if isinstance(value, dict):
        return str(value.get("name", ""))
    return "" if value is None else str(value).replace("_", " ") if event.field == "kind" else str(value)


def _list_words(event: Event, value: Sequence[Json]) -> str:
    if event.kind in (records.FINDING, records.FOLLOW_UP) and event.field == records.Finding.EVIDENCE:
        return (
            translate("History", "1 piece")
            if len(value) == 1
            else translate("History", "{count} pieces").format(count=len(value))
            if value
            else ""
        )
    return "; ".join(str(item) for item in value)
