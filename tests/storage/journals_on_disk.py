"""Makers of databases with a journal for the tests of storage."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inspector_app.journal.chain import Draft
from inspector_app.journal.clock import HybridClock
from inspector_app.journal.event import Event, Json
from inspector_app.journal.ids import OrderedIds
from inspector_app.storage.database import Database, Realm, Role
from inspector_app.storage.events import Journal
from inspector_app.storage.pending import Pending

SHOWN = ("inspection", "checklist", "answer", "finding", "evidence", "letter", "counted_answer")
KEY = bytes(range(32))
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
INSPECTION = "01a20343-6cbb-7000-8707-000000000001"
CHECKLIST = "01a20343-6cbb-7000-8707-000000000002"


@dataclass
class Watch:
    """A clock that stands still until it is moved."""

    moment: datetime = START

    def __call__(self) -> datetime:
        return self.moment


class Laptop:
    """A database with its journal, one device and one author."""

    def __init__(
        self, path: Path, device: str = "laptop-a", watch: Watch | None = None, *, role: Role = "laptop",
        realm: Realm = "live", key: bytes = KEY,
    ) -> None:  # fmt: skip
        self.device = device
        self.watch = watch or Watch()
        numbers = itertools.count(1 + (sum(str(path).encode()) << 32))
        self.ids = OrderedIds(self.watch, lambda size: next(numbers).to_bytes(size, "big"))
        if path.exists():
            self.database = Database.open(path, key)
        else:
            self.database = Database.create(path, key, realm=realm, role=role, now=self.watch())
        self.journal = Journal(self.database, HybridClock(self.watch), self.ids)
        self.pending = Pending(self.database)

    def append(
        self,
        drafts: Sequence[Draft],
        reason: str = "",
        action: str | None = None,
        inspection: str = INSPECTION,
    ) -> tuple[Event, ...]:
        self.watch.moment += timedelta(seconds=1)
        return self.journal.append(
            inspection, drafts, author="ada", device=self.device, reason=reason, action=action
        )

    def answer(self, key: str, value: Json, prior: tuple[str, ...] | None = None) -> tuple[Event, ...]:
        return self.append([Draft("answer", f"{CHECKLIST}:{key}", "value", value, prior)])

    def value(self, key: str) -> Json:
        return self.journal.value("answer", f"{CHECKLIST}:{key}", "value")

    def erase(self, key: str) -> tuple[Event, ...]:
        self.watch.moment += timedelta(seconds=1)
        return self.journal.erase(
            INSPECTION, "answer", f"{CHECKLIST}:{key}", "value", "a name", author="ada", device=self.device
        )

    def tables(self) -> dict[str, list[tuple[object, ...]]]:
        """Every table that says what the journal says now, without the numbers of rows."""
        queries = {name: f"SELECT * FROM {name} ORDER BY 1, 2, 3" for name in SHOWN}
        queries["field_state"] = (
            "SELECT s.kind, s.record, s.field, j.inspection, hex(e.id), s.heads, s.conflict"
            " FROM field_state s JOIN journal j ON j.number = s.journal"
            " LEFT JOIN event e ON e.number = s.event ORDER BY 1, 2, 3"
        )
        for name in ("head", "waiting"):
            queries[name] = (
                f"SELECT s.kind, s.record, s.field, hex(e.id) FROM {name} h"
                " JOIN field_state s ON s.number = h.slot JOIN event e ON e.number = h.event"
                " ORDER BY 1, 2, 3, 4"
            )
        queries["event"] = "SELECT hex(id), value, hex(salt), reason, erased FROM event ORDER BY 1"
        return {name: self.database.connection.execute(query).fetchall() for name, query in queries.items()}

    def close(self) -> None:
        self.database.close()
