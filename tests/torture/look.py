"""Looks at a database after a fault: what was acknowledged must be there, whole, and everything must open.

Every file that was acknowledged (a backup, an export) is on a list by name and is looked at one by one: a
backup is opened where it lies and restored by the program's own way to another disk; an export is opened with
head office's key. A file may be gone only if the program said that it removed it.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from work import ANSWERED, TYPED, MovedClock

from inspector_app.errors import KnownError
from inspector_app.exchange.opened import open_export
from inspector_app.journal.records import ANSWER, REPEAT, VALUE, answer_record, split_record
from inspector_app.operations.backups import restore_backup
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.desk import Desk
from inspector_app.operations.set_up import open_desk
from inspector_app.storage.backup_set import MARKER, kept_backups, superseded
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
    looked_at: int = 0
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
                self.saved -= {str(Path(more[0]).with_name(name)) for name in more[1:]}
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


def look(database: Path, told: Told, office: Path, elsewhere: Path) -> Losses:
    """Open the database by the program's own way and compare it with what was acknowledged, then every file
    that was acknowledged since the last look: `look_at_files`.
    """
    losses = Losses()
    try:
        desk = open_desk(MovedClock(), database, PASSPHRASE)
    except KnownError as error:
        print(f"{database.name} does not open: {error.code}: {error.message}", flush=True)
        losses.damaged += 1
        return losses
    try:
        _record(desk, told, losses)
        found = desk.store.care.verify(lambda *_: None)
        losses.damaged += len(found)
        for one in list(found)[:3]:
            print(f"{database.name}: {one.message}", flush=True)
    finally:
        desk.store.close()
    losses.damaged += look_at_files(told, office, elsewhere)
    told.saved.clear()
    told.exported.clear()
    return losses


def look_at_files(told: Told, office: Path, elsewhere: Path, moved: tuple[Path, Path] | None = None) -> int:
    """How many acknowledged files are not what they were said to be; each is named on the output.

    `elsewhere` is a folder with room; `moved` says under which other folder the files of a folder are now.
    """
    wrong = 0
    for kind, name, digest in [
        *(("backup", name, "") for name in sorted(told.saved)),
        *(("export", name, digest) for name, digest in sorted(told.exported.items())),
    ]:
        path = Path(name)
        if moved is not None and path.is_relative_to(moved[0]):
            path = moved[1] / path.relative_to(moved[0])
        fault = backup_fault(path, elsewhere) if kind == "backup" else _export_fault(path, digest, office)
        told.looked_at += 1
        if fault:
            wrong += 1
            free = shutil.disk_usage(path.parent).free if path.parent.is_dir() else -1
            print(f"{kind} {path}: {fault} ({free} bytes free)", flush=True)
    return wrong


def backup_fault(path: Path, elsewhere: Path) -> str:
    """What is wrong with a backup, '' for nothing: opened where it lies, and restored elsewhere."""
    if _rotated(path):
        return ""
    try:
        key = unlock_with_passphrase(keys_path(path), PASSPHRASE)
        with Database.open_reader(path, key) as copy:  # its attachments lie in a folder of all backups
            found = [one for one in verify(copy) if one.code != "attachment"]
        if found:
            return found[0].message
        with tempfile.TemporaryDirectory(dir=elsewhere) as folder:
            target = Path(folder) / "restored.db"
            restore_backup(MovedClock(), path, target, PASSPHRASE)
            with Database.open_reader(target, key) as restored:
                found = verify(restored)
            return f"restored: {found[0].message}" if found else ""
    except KnownError as error:
        return f"{error.code}: {error.message}"


def _rotated(path: Path) -> bool:
    """Whether a backup is gone by the rule that lets old ones go, as a worker that was killed then may have
    done without a word, whatever its clock said.
    """
    if path.exists() or not path.parent.is_dir():
        return False
    place = path.parent / MARKER
    if not place.is_file():
        return False
    kept = [one.at for one in kept_backups(path.parent)]
    own = datetime.strptime(path.stem, "inspector-%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return any(own in superseded([*kept, own], now) for now in kept)


def _export_fault(path: Path, digest: str, office: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        return str(error)
    if hashlib.sha256(content).hexdigest() != digest:
        return "it is not what was acknowledged"
    identity = re.search("AGE-SECRET-KEY-[A-Z0-9]+", (office / "office.key").read_text())
    assert identity is not None
    try:
        open_export(path, [identity[0]], spool=office).close()
    except KnownError as error:
        return f"{error.code}: {error.message}"
    return ""


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
