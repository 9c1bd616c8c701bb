"""Looks at a database after a fault: what was acknowledged must be there, whole, and everything must open."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from work import ANSWERED, TYPED, MovedClock

from inspector_app.errors import KnownError
from inspector_app.journal.records import ANSWER, REPEAT, VALUE, answer_record, split_record
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.desk import Desk
from inspector_app.operations.set_up import open_desk
from inspector_app.storage.database import Database
from inspector_app.storage.keys import keys_path, unlock_with_passphrase
from inspector_app.storage.verify import verify


@dataclass
class Told:
    """What the worker acknowledged so far."""

    typed: int = 0
    answered: int = 0
    rows: set[int] = field(default_factory=set)
    attached: dict[str, int] = field(default_factory=dict)
    exported: dict[str, str] = field(default_factory=dict)
    saved: set[str] = field(default_factory=set)
    count: int = 0
    stopped: str = ""

    def hear(self, output: bytes) -> None:
        """Take note of whole lines; the last one may be cut off."""
        for line in output.decode().splitlines(keepends=True):
            if not line.endswith("\n"):
                continue
            what, number, *more = line.split()
            self.count += 1
            if what in ("typed", "answered"):
                setattr(self, what, max(getattr(self, what), int(number)))
            elif what == "row":
                self.rows.add(int(number))
            elif what == "attached":
                self.attached[more[0]] = int(more[1])
            elif what == "exported":
                self.exported[more[0]] = more[1]
            elif what == "saved":
                self.saved.add(more[0])
            elif what == "stopped":
                self.stopped = more[0]


@dataclass
class Losses:
    """What is wrong; all must be 0."""

    lost: int = 0
    half: int = 0
    damaged: int = 0

    @property
    def total(self) -> int:
        return self.lost + self.half + self.damaged

    def add(self, other: Losses) -> None:
        self.lost += other.lost
        self.half += other.half
        self.damaged += other.damaged


def look(database: Path, told: Told) -> Losses:
    """Open the database by the program's own way and compare it with what was acknowledged."""
    losses = Losses()
    try:
        desk = open_desk(MovedClock(), database, PASSPHRASE)
    except KnownError as error:
        print(f"does not open: {error.message}", flush=True)
        losses.damaged += 1
        return losses
    try:
        _record(desk, told, losses)
        found = desk.store.care.verify(lambda *_: None)
        losses.damaged += len(found)
        for one in list(found)[:3]:
            print(one.message, flush=True)
    finally:
        desk.store.close()
    for path, digest in told.exported.items():
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != digest:
            losses.damaged += 1
    for name in told.saved:
        losses.damaged += not opens(Path(name)) if Path(name).exists() else 0
    told.saved.clear()
    told.exported.clear()
    return losses


def opens(path: Path) -> bool:
    """Whether a copy opens with its keys and is sound."""
    try:
        key = unlock_with_passphrase(keys_path(path), PASSPHRASE)
        with Database.open_reader(path, key) as copy:
            return [one for one in verify(copy) if one.code != "attachment"] == []
    except KnownError:
        return False


def _record(desk: Desk, told: Told, losses: Losses) -> None:
    (inspection,) = desk.store.inspection_ids()
    (session,) = open_checklists(desk, desk.inspection(inspection))
    for name, word, newest in ((TYPED, "typed", told.typed), (ANSWERED, "answered", told.answered)):
        record = answer_record(session.record, session.node(name))
        events = desk.store.history(ANSWER, record, VALUE)
        numbers = [_number(event.value, word) for event in events]
        losses.lost += max(numbers, default=0) < newest
        shown = _number(desk.store.values(ANSWER, record).get(VALUE), word)
        losses.lost += shown < newest
    rows = session.rows(session.node("staff"))
    values = [
        [_number(session.instance.value(f"{row}/{name}"), "row") for name in ("designation", "note")]
        for row in rows
    ]
    losses.half += sum(first != second for first, second in values)
    losses.lost += len(told.rows - {first for first, _ in values})
    present = desk.store.records(inspection, REPEAT)
    losses.half += sum(
        1
        for record, fields in present.items()
        if fields.get("present") is True and split_record(record)[1] not in rows
    )
    sizes = {kept.id: kept.size for kept in desk.store.care.attachments_of(inspection)}
    losses.lost += sum(sizes.get(name) != size for name, size in told.attached.items())
    named = {fields["attachment"]["sha256"] for fields in desk.store.records(inspection, "evidence").values()
             if isinstance(fields.get("attachment"), dict)}  # fmt: skip
    losses.half += len(named ^ {kept.sha256 for kept in desk.store.care.attachments_of(inspection)})


def _number(value: object, word: str) -> int:
    text = value if isinstance(value, str) else ""
    return int(text.split()[1]) if text.startswith(f"{word} ") else 0
