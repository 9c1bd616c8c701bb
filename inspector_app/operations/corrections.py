"""Corrections of a finalised inspection: what can be corrected, what was, and one more, with a reason.

The original stays in the record, what was frozen follows, and letters already issued are superseded: the next
version says what the record says now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.operations.answer_files import put_file
from inspector_app.operations.as_of import corrections as corrected_events
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.correctable import ADD, Correctable
from inspector_app.operations.correctables import correctables, drafts_of
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import correct, correct_by
from inspector_app.operations.history import Change, Entry, inspection_history, what_of
from inspector_app.operations.ports import Draft
from inspector_app.operations.screens import settled_value


@dataclass(frozen=True, slots=True)
class CorrectView:
    """`status` of the inspection; `author` is who corrects; `letter` the version issued that stands, 0 for
    none; `made` are the corrections so far, the latest first.
    """

    status: Literal["open", "finalised", "void"]
    author: str
    letter: int
    fields: tuple[Correctable, ...]
    made: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did: the field in words, the letter's version it supersedes (0 for none), and the
    questions that its new value makes wanted.
    """

    what: str
    superseded: int
    missing: tuple[str, ...]


def correct_view(desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str) -> CorrectView:
    """All that the page of corrections shows."""
    inspection = desk.inspection(inspection_id)
    finalised = inspection.status is Status.FINALISED
    fields = correctables(desk, sessions, inspection) if finalised else ()
    return CorrectView(
        status=inspection.status.value,
        author=desk.author,
        letter=_standing_letter(desk, inspection_id),
        fields=fields,
        made=_made(desk, sessions, inspection_id),
    )


def correct_field(
    desk: Desk,
    sessions: Sequence[ChecklistSession],
    inspection_id: str,
    field: Correctable,
    value: str,
    reason: str,
    parts: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
) -> Corrected:
    """Correct one field, with the `parts` that its new value asks for, by name, and the file that it names
    where it is among `files`. All of it or nothing.

    KnownError ``reason-missing``, ``same-value``, ``not-allowed`` for a value that the checklist refuses,
    ``not-open`` where the inspection is not finalised.
    """
    inspection = desk.inspection(inspection_id)
    if not check_change(inspection, reason):
        raise KnownError(
            "This inspection is not finalised, so nothing needs a correction.",
            "Change the field itself.",
            code="not-open",
        )
    if value == field.value:
        raise KnownError("That is what the record says already.", "Give the right value.", code="same-value")
    letter = _standing_letter(desk, inspection_id)
    kind, record, name = field.place
    if kind not in (records.ANSWER, records.REPEAT):
        drafts = drafts_of(desk, inspection, field.place, value, parts or {}, reason)
        drafts += _superseded(desk, inspection_id)
        desk.write(inspection_id, drafts, reason=reason.strip())
        return Corrected(field.what, letter, ())
    checklist, key = records.split_record(record)
    session = next(one for one in sessions if one.record == checklist)
    before = {problem.key for problem in session.open_problems()}
    content = (files or {}).get(value)
    with desk.store.transaction():
        if content is not None:
            put_file(desk, inspection_id, record, value, content, reason=reason.strip())
        _correct_checklist(desk, inspection, session, (kind, key, name), value, reason.strip())
        new = [problem for problem in session.open_problems() if problem.key not in before]
        refused = next((problem for problem in new if problem.kind == "constraint"), None)
        if refused is not None:
            raise KnownError(refused.message or "The checklist does not allow this.", code="not-allowed")
    missing = tuple(what_of(desk, sessions, records.ANSWER, _record(session, one.key)) for one in new)
    return Corrected(field.what, letter, missing)


def _correct_checklist(
    desk: Desk,
    inspection: Inspection,
    session: ChecklistSession,
    place: tuple[str, str, str],
    value: str,
    reason: str,
) -> None:
    """An answer, a row taken away, or a row more."""
    kind, key, name = place
    if kind == records.ANSWER:
        correct(desk, inspection, session, key, settled_value(session, key, value), reason)
    elif name == ADD:
        correct_by(desk, inspection, session, lambda: session.add_row(key, reason=reason), reason)
    else:
        correct_by(desk, inspection, session, lambda: session.remove_row(key, reason=reason), reason)


def _record(session: ChecklistSession, key: str) -> str:
    return records.answer_record(session.record, key)


def _standing_letter(desk: Desk, inspection_id: str) -> int:
    versions = [
        fields.get(records.Letter.VERSION)
        for fields in desk.store.records(inspection_id, records.LETTER).values()
        if fields.get(records.Letter.SUPERSEDED) is not True
    ]
    return max((version for version in versions if isinstance(version, int)), default=0)


def _superseded(desk: Desk, inspection_id: str) -> list[Draft]:
    return [
        Draft(records.LETTER, record, records.Letter.SUPERSEDED, True)
        for record, fields in desk.store.records(inspection_id, records.LETTER).items()
        if fields.get(records.Letter.SUPERSEDED) is not True
    ]


def _made(desk: Desk, sessions: Sequence[ChecklistSession], inspection_id: str) -> tuple[Change, ...]:
    """The corrections in words: of each action the change that a person made."""
    count = len({event.action for event in corrected_events(desk, sessions, inspection_id)})
    if not count:
        return ()
    entries: Sequence[Entry] = inspection_history(desk, sessions, inspection_id, count * 2 + 20)
    follows = (records.CHECKLIST, records.LETTER)
    found = [
        change
        for entry in entries
        for change in entry.changes[:1]
        if change.reason and change.kind not in follows
    ]
    return tuple(found[:count])
