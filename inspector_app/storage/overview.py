"""The list of inspections as the home page shows it: one statement in plain SQL, for the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector_app.journal.clock import time_of
from inspector_app.storage.database import Database
from inspector_app.storage.rows import Row

_ROWS = """
SELECT i.id, i.reference, i.service_number, i.service_name, i.service_type, i.sector, i.status, i.started_on,
  i.ended_on,
  (SELECT max(e.at) FROM journal j JOIN chain c ON c.journal = j.number
     JOIN event e ON e.chain = c.number AND e.seq = c.seq WHERE j.inspection = i.id),
  (SELECT b.received_at FROM bundle b WHERE b.inspection = i.id AND b.outcome = 'exported'
     ORDER BY b.number DESC LIMIT 1),
  (SELECT r.issued_at FROM receipt r WHERE r.inspection = i.id ORDER BY r.number DESC LIMIT 1),
  (SELECT max(l.issued_at) FROM letter l WHERE l.inspection = i.id
     AND coalesce(l.superseded, '') NOT IN ('true', '1'))
FROM inspection i ORDER BY i.started_on DESC, i.id DESC
"""


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


def home_rows(database: Database) -> tuple[HomeRow, ...]:
    """All inspections, the latest begun first."""
    return tuple(_row(row) for row in database.connection.execute(_ROWS))


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
