"""Typing: every key is one committed upsert, folded into an event when the field is left.

A row holds the newest value and the `prior` seen when typing began, so that what another laptop brought in
meanwhile stays a conflict instead of being overwritten. After a crash the rows are folded at the next start.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from inspector_app.journal.chain import Draft
from inspector_app.journal.event import Event, Json
from inspector_app.journal.merge import Slot
from inspector_app.storage.database import Database
from inspector_app.storage.events import Journal
from inspector_app.storage.journal_reader import JournalReader
from inspector_app.storage.rows import Row, from_json, to_json

_UPSERT = """
INSERT INTO pending(inspection, kind, record, field, value, prior, author, form_hash, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(kind, record, field) DO UPDATE SET value = excluded.value, author = excluded.author,
  form_hash = excluded.form_hash, at = excluded.at
"""
_DELETE = "DELETE FROM pending WHERE kind = ? AND record = ? AND field = ?"
_PRIOR = "SELECT prior FROM pending WHERE kind = ? AND record = ? AND field = ?"
_SELECT = """
SELECT inspection, kind, record, field, value, prior, author, form_hash, at
FROM pending WHERE ? IS NULL OR inspection = ? ORDER BY number
"""


@dataclass(frozen=True, slots=True)
class PendingKey:
    """What has been typed into a field and is no event yet; `at` is the time of the last key."""

    inspection: str
    kind: str
    record: str
    field: str
    value: Json
    prior: tuple[str, ...]
    author: str
    form_hash: str
    at: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A pending field that was folded; `event` is None where what was typed changed nothing."""

    pending: PendingKey
    event: Event | None


class Pending:
    """The pending keys of a database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._reader = JournalReader(database)

    def put(
        self,
        inspection: str,
        kind: str,
        record: str,
        field: str,
        value: Json,
        *,
        prior: Sequence[str] | None,
        author: str,
        at: str,
        form_hash: str = "",
    ) -> None:
        """Keep the newest value of a field that is being typed: one upsert, committed when this returns.

        `prior` are the heads when typing began; None takes the heads of now. Those of the first key stay for
        as long as the row does. `at` is the time of the key, as text.
        """
        with self.database.transaction() as connection:
            seen = self._reader.heads(kind, record, field) if prior is None else sorted(prior)
            connection.execute(
                _UPSERT,
                (inspection, kind, record, field, to_json(value), json.dumps(seen), author, form_hash, at),
            )

    def list(self, inspection: str | None = None) -> tuple[PendingKey, ...]:
        """What is pending, in the order the fields were begun; of all inspections where None."""
        rows = self.database.connection.execute(_SELECT, (inspection, inspection))
        return tuple(_key(row) for row in rows)

    def discard(self, slots: Iterable[Slot]) -> None:
        """Forget what was typed into these fields."""
        with self.database.transaction() as connection:
            connection.executemany(
                "DELETE FROM pending WHERE kind = ? AND record = ? AND field = ?", list(slots)
            )

    def claim(self, drafts: Sequence[Draft]) -> Sequence[Draft]:
        """Take over what was typed into the fields of these drafts: they are about to be written anyway.

        A draft that names no `prior` gets the one seen when typing began; the row is gone.
        """
        claimed = []
        with self.database.transaction() as connection:
            if connection.execute("SELECT 1 FROM pending LIMIT 1").fetchone() is None:
                return drafts
            for draft in drafts:
                slot = (draft.kind, draft.record, draft.field)
                row = connection.execute(_PRIOR, slot).fetchone()
                if row is not None:
                    connection.execute(_DELETE, slot)
                    if draft.prior is None:
                        draft = replace(draft, prior=tuple(json.loads(row[0])))
                claimed.append(draft)
        return claimed

    def fold(
        self, journal: Journal, *, device: str, slots: Iterable[Slot] | None = None, reason: str = ""
    ) -> tuple[Folded, ...]:
        """Turn pending keys into events, one action each; of these fields, or of all.

        Used on leaving a field, at lock and close, and at the next start after a crash: the result says what
        was recovered. All of it is one transaction.
        """
        wanted = None if slots is None else set(slots)
        folded = []
        with self.database.transaction() as connection:
            for key in self.list():
                if wanted is not None and (key.kind, key.record, key.field) not in wanted:
                    continue
                events = journal.append(
                    key.inspection,
                    [Draft(key.kind, key.record, key.field, key.value, key.prior)],
                    author=key.author,
                    device=device,
                    reason=reason,
                    form_hash=key.form_hash,
                )
                connection.execute(_DELETE, (key.kind, key.record, key.field))
                folded.append(Folded(key, events[0] if events else None))
        return tuple(folded)


def _key(row: Row) -> PendingKey:
    inspection, kind, record, field, value, prior, author, form_hash, at = row
    return PendingKey(
        inspection, kind, record, field, from_json(value), tuple(json.loads(prior)), author, form_hash, at
    )
