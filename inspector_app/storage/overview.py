"""The inspections as lists show them, in plain SQL for the first paint.

An office has ten thousand: so a list first names the rows it wants, the latest begun, and reads the journal
for those alone. What comes next and how many there are is asked of the tables, not of the rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from inspector_app.journal.clock import time_of
from inspector_app.storage.database import Database
from inspector_app.storage.rows import Row, holds, read_on

Which = Literal["under_way", "finished", "due", "sent"]

_CHANGED = """(SELECT max(e.at) FROM journal j JOIN chain c ON c.journal = j.number
     JOIN event e ON e.chain = c.number AND e.seq = c.seq WHERE j.inspection = i.id)"""
_EXPORTED = """(SELECT b.received_at FROM bundle b WHERE b.inspection = i.id AND b.outcome = 'exported'
     ORDER BY b.number DESC LIMIT 1)"""
_RECEIVED = "(SELECT r.issued_at FROM receipt r WHERE r.inspection = i.id ORDER BY r.number DESC LIMIT 1)"
_ISSUED = """(SELECT max(l.issued_at) FROM letter l WHERE l.inspection = i.id
     AND coalesce(l.superseded, '') NOT IN ('true', '1'))"""
_COLUMNS = f"""SELECT i.id, i.reference, i.service_number, i.service_name, i.service_type, i.sector, i.status,
  i.started_on, i.ended_on, {_CHANGED}, {_EXPORTED}, {_RECEIVED}, {_ISSUED} FROM inspection i """  # noqa: S608
_LATEST = " ORDER BY i.started_on DESC, i.id DESC"
_WHICH: dict[Which, str] = {
    "under_way": "i.status = 'open'",
    "finished": "i.status IS NOT 'open'",
    "sent": f"{_EXPORTED} IS NOT NULL",
    # the clock's reading has more to it than a time: of its first 24 signs SQLite makes the same day number
    "due": f"""(i.status = 'open' AND i.ended_on <> '') OR (i.status = 'finalised' AND ({_ISSUED} IS NULL
      OR {_EXPORTED} IS NULL OR {_RECEIVED} IS NULL
      OR julianday(substr({_CHANGED}, 1, 24)) > julianday({_EXPORTED})))""",
}
_HAYSTACK = """(coalesce(i.service_name, '') || ' ' || coalesce(i.reference, '') || ' '
  || coalesce(i.service_number, ''))"""
_OF_CODE = (
    " OR i.service_type IN (SELECT value FROM json_each(?)) OR i.sector IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One inspection. Days are ISO dates, '' where unknown; times are aware, None where it did not happen.

    `letter_issued_on` is the ISO time of the latest letter that stands, '' where there is none.
    """

    id: str
    reference: str
    service_number: str
    service_name: str
    service_type: str
    sector: str
    status: str
    started_on: str
    ended_on: str
    changed_at: datetime | None
    exported_at: datetime | None
    receipt_at: datetime | None
    letter_issued_on: str


class Word(Protocol):
    """A word that is looked for, and the codes of service types and sectors whose names hold it."""

    @property
    def text(self) -> str: ...
    @property
    def types(self) -> Sequence[str]: ...
    @property
    def sectors(self) -> Sequence[str]: ...


class Lists:
    """The lists of inspections of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, which: Which, limit: int) -> tuple[HomeRow, ...]:
        """At most `limit` of those under way, of the others, of those that wait for a person, or of those
        that were exported; the latest begun first.
        """
        return self._chosen(_WHICH[which], (), limit)

    def row(self, inspection: str) -> HomeRow | None:
        """One inspection."""
        return next(iter(self._chosen("i.id = ?", (inspection,), 1)), None)

    def of_service(self, number: str) -> tuple[HomeRow, ...]:
        """The inspections of one service, the latest begun first."""
        return self._chosen("i.service_number = ?", (number,), -1)

    def found(self, words: Sequence[Word], limit: int) -> tuple[HomeRow, ...]:
        """At most `limit` inspections in which every word occurs, the latest begun first."""
        conditions, values = [], []
        for word in words:
            condition, value = holds(_HAYSTACK, word.text)
            conditions.append(f"({condition}{_OF_CODE})")
            values += [value, json.dumps(list(word.types)), json.dumps(list(word.sectors))]
        return self._chosen(" AND ".join(conditions) or "1", values, limit)

    def read_on(self, after: int) -> int | None:
        """Read some rows more of what `found` looks through; see `rows.read_on`."""
        return read_on(self._database.connection, "inspection i", _HAYSTACK, after)

    def counts(self) -> tuple[int, int]:
        """How many are under way, and how many there are."""
        row = self._database.connection.execute(
            "SELECT count(*) FILTER (WHERE status = 'open'), count(*) FROM inspection"
        ).fetchone()
        return int(row[0]), int(row[1])

    def under_way_at(self, services: Sequence[str]) -> dict[str, str]:
        """The inspection under way at each of these services that has one: the one begun last."""
        rows = self._database.connection.execute(
            "SELECT service_number, id FROM inspection WHERE status = 'open'"
            " AND service_number IN (SELECT value FROM json_each(?)) ORDER BY started_on, id",
            (json.dumps(list(services)),),
        )
        return {str(number): str(identifier) for number, identifier in rows}

    def names(self, inspections: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Reference and name of the service of each of these inspections that is here."""
        rows = self._database.connection.execute(
            "SELECT id, coalesce(reference, ''), coalesce(service_name, '') FROM inspection"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(inspections)),),
        )
        return {str(identifier): (str(reference), str(name)) for identifier, reference, name in rows}

    def references(self, beginning: str) -> frozenset[str]:
        """The references in use that begin so."""
        rows = self._database.connection.execute(
            "SELECT reference FROM inspection WHERE reference >= ? AND reference < ?",
            (beginning, beginning + "\U0010ffff"),
        )
        return frozenset(row[0] for row in rows)

    def _chosen(self, where: str, values: Sequence[str], limit: int) -> tuple[HomeRow, ...]:
        """The rows, chosen by their ids first; `where` is always made of constants of this room."""
        chosen = f"SELECT i.id FROM inspection i WHERE {where}{_LATEST} LIMIT ?"  # noqa: S608
        query = f"{_COLUMNS}WHERE i.id IN ({chosen}){_LATEST}"
        return tuple(_row(row) for row in self._database.connection.execute(query, (*values, limit)))


def _row(row: Row) -> HomeRow:
    identifier, reference, number, name, kind, sector, status, started, ended = (
        str(c or "") for c in row[:9]
    )
    changed, exported, receipt, letter = row[9:]
    return HomeRow(
        id=identifier,
        reference=reference,
        service_number=number,
        service_name=name,
        service_type=kind,
        sector=sector,
        status=status,
        started_on=started,
        ended_on=ended,
        changed_at=time_of(changed) if changed else None,
        exported_at=_time(exported),
        receipt_at=_time(receipt),
        letter_issued_on=letter or "",
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
