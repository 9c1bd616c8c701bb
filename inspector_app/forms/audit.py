"""The log of a form's filling in, as a form asks for it by ``meta/audit``: events with times, as CSV.

Columns and escaping follow the client audit log specification of ODK; the names of the events are those
that ODK Collect writes. Only what the form asks for is kept: no old and new values, places or names of users
unless it says so.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import datetime

from inspector_app.forms.errors import FormError
from inspector_app.forms.interface import AuditRequest

EVENTS = frozenset(
    {
        "form start", "form exit", "form resume", "form save", "form finalize", "hierarchy", "question",
        "group questions", "repeat", "end screen", "jump", "add repeat", "delete repeat", "save error",
        "finalize error", "constraint error", "change reason",
    }
)  # fmt: skip
_PLACE = ("latitude", "longitude", "accuracy")
_VALUES = ("old-value", "new-value")


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One line. `node` is a positional ref, `place` a geopoint; `end` is None for what takes no time."""

    event: str
    start: datetime
    node: str = ""
    end: datetime | None = None
    old: str = ""
    new: str = ""
    place: str = ""
    user: str = ""
    reason: str = ""


class AuditLog:
    """Gathers the events of one record. `earlier` is the log of a draft that is opened again."""

    def __init__(self, request: AuditRequest, earlier: bytes = b"") -> None:
        self._request = request
        self._columns = _columns(request)
        self._lines = _earlier_lines(earlier, self._columns) if earlier else []
        self._open: AuditEvent | None = None

    def note(self, event: AuditEvent) -> None:
        """Add one event; ValueError for a name that no reader of such logs knows."""
        if event.event not in EVENTS:
            raise ValueError(event.event)
        self._lines.append(self._cells(event))

    def enter(self, node: str, value: str, at: datetime, *, place: str = "", user: str = "") -> None:
        """A question comes before the user; one still open is left at the same moment, unchanged."""
        if self._open is not None:
            self.leave(self._open.old, at)
        self._open = AuditEvent("question", at, node, old=value, place=place, user=user)

    def leave(self, value: str, at: datetime) -> None:
        """The question before the user is left, with this value."""
        if self._open is not None:
            entered, self._open = self._open, None
            self.note(replace(entered, end=at, new=value))

    def to_csv(self) -> bytes:
        """UTF-8, commas, line feeds, one header."""
        rows = [self._columns, *self._lines]
        return "".join(",".join(_escaped(cell) for cell in row) + "\n" for row in rows).encode(
            "utf-8", "replace"
        )

    def _cells(self, event: AuditEvent) -> tuple[str, ...]:
        found = {
            "event": event.event,
            "node": event.node,
            "start": _milliseconds(event.start),
            "end": "" if event.end is None else _milliseconds(event.end),
            "user": event.user,
            "change-reason": event.reason,
        }
        numbers = event.place.split()
        if len(numbers) >= 2:
            found.update(zip(_PLACE, (numbers[0], numbers[1], (numbers[3:] or [""])[0]), strict=True))
        if event.old != event.new:
            # Collect leaves both blank where nothing was changed.
            found.update(zip(_VALUES, (event.old, event.new), strict=True))
        return tuple(found.get(column, "") for column in self._columns)


def _columns(request: AuditRequest) -> tuple[str, ...]:
    return (
        *("event", "node", "start", "end"),
        *(_PLACE if request.location_priority else ()),
        *(_VALUES if request.track_changes else ()),
        *(("user",) if request.identify_user else ()),
        *(("change-reason",) if request.change_reasons else ()),
    )


def _earlier_lines(earlier: bytes, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The lines of a log written before; columns the form no longer asks for are left out."""
    try:
        rows = list(csv.DictReader(io.StringIO(earlier.decode(), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise FormError(
            "The log kept with this record cannot be read.",
            "The answers are safe. Begin the log anew.",
            code="audit-log",
        ) from error
    return [tuple(row.get(column) or "" for column in columns) for row in rows]


def _milliseconds(moment: datetime) -> str:
    return str(round(moment.timestamp() * 1000))


def _escaped(cell: str) -> str:
    """Quoted where the specification asks for it, and where a reader of CSV would else take it wrongly."""
    if any(sign in cell for sign in ",\n\r") or cell.startswith('"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
