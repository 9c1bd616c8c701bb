"""What keeps a record safe over time, of one open database: conflicts, search, receipts, attachments,
backups, keys, repair and disposal. It stands beside the store's daily work and matches the port `Care`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.journal.clock import time_of
from inspector_app.storage import keys
from inspector_app.storage.attachments import Attachments
from inspector_app.storage.database import SCRUB
from inspector_app.storage.events import CLOCK
from inspector_app.storage.office import ReceiptRow

if TYPE_CHECKING:
    from inspector_app.journal.event import Event
    from inspector_app.storage.attachments import Attachment
    from inspector_app.storage.backup_set import BackupJob, KeptBackup
    from inspector_app.storage.child_work import DatabaseJob
    from inspector_app.storage.damage import Damage
    from inspector_app.storage.database import Database
    from inspector_app.storage.dispose import Disposal
    from inspector_app.storage.journal_reader import ChainHead, Conflict, JournalReader
    from inspector_app.storage.office import Office
    from inspector_app.storage.search import Hit
    from inspector_app.storage.verify import Progress


class Care:
    """Care for one open database."""

    def __init__(self, database: Database, journal: JournalReader, office: Office) -> None:
        self.database = database
        self.attachments = Attachments(database)
        self._journal = journal
        self._office = office

    def conflicts(self, inspection: str) -> tuple[Conflict, ...]:
        return self._journal.conflicts(inspection)

    def waiting(self, inspection: str) -> tuple[Event, ...]:
        return self._journal.waiting(inspection)

    def chains(self, inspection: str) -> tuple[ChainHead, ...]:
        return self._journal.chains(inspection)

    def search(self, text: str, kinds: Sequence[str] = (), limit: int = 20) -> tuple[Hit, ...]:
        from inspector_app.storage import search

        return search.search(self.database.connection, text, kinds=kinds, limit=limit)

    def put_receipt(
        self,
        inspection: str,
        heads: Sequence[tuple[str, int, str]],
        bundle: str,
        issued_at: datetime,
        content: str,
    ) -> int:
        known = {(row.device, row.seq, row.bundle) for row in self._office.receipts(inspection)}
        new = [
            ReceiptRow(inspection, device, seq, digest, bundle, issued_at.isoformat(), content)
            for device, seq, digest in heads
            if (device, seq, bundle) not in known
        ]
        self._office.put_receipts(new)
        return len(new)

    def receipts(self, inspection: str) -> tuple[ReceiptRow, ...]:
        return self._office.receipts(inspection)

    def last_receipt(self) -> datetime | None:
        row = self.database.connection.execute("SELECT max(issued_at) FROM receipt").fetchone()
        return datetime.fromisoformat(row[0]) if row[0] else None

    def last_commit(self) -> datetime | None:
        last = self.database.meta(CLOCK)
        typed = self.database.connection.execute("SELECT max(at) FROM pending").fetchone()[0]
        times = [time_of(last)] if last else []
        times += [datetime.fromisoformat(typed)] if typed else []
        return max(times, default=None)

    def prepare_backups(self, folder: Path) -> None:
        from inspector_app.storage.backup_set import prepare_place

        prepare_place(folder)

    def backup_job(self, folder: Path, now: datetime) -> BackupJob:
        from inspector_app.storage.backup_set import BackupJob

        self._refuse_alone()
        return BackupJob(self.database.path, folder, now, self.database.key)

    def backups(self, folder: Path) -> tuple[KeptBackup, ...]:
        from inspector_app.storage.backup_set import kept_backups

        return kept_backups(folder)

    def clean_backups(self, folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
        from inspector_app.storage.backup_set import clean

        return clean(folder, self.database.path, self.database.key)

    def change_code(self) -> str:
        return keys.change_code(keys.keys_path(self.database.path), self.database.key)

    def use_keyring(self, wanted: bool) -> None:
        from inspector_app.storage import keyring_slot

        slots = keys.keys_path(self.database.path)
        if wanted:
            keyring_slot.add(slots, self.database.key)
        else:
            keyring_slot.remove(slots)

    def verify(self, progress: Progress) -> list[Damage]:
        from inspector_app.storage.verify import verify

        return verify(self.database, progress=progress)

    def check_job(self) -> DatabaseJob:
        from inspector_app.storage.child_work import DatabaseJob

        self._refuse_alone()
        return DatabaseJob(self.database.path, self.database.key)

    def _refuse_alone(self) -> None:
        """On a full disk no other process can open the database."""
        if self.database.alone:
            from inspector_app.storage import full_disk

            raise full_disk.read_here_alone(self.database.path, self.database.room_needed)

    def rebuild(self, progress: Progress) -> None:
        from inspector_app.storage.rebuild import rebuild

        rebuild(self.database, progress)

    def wait_for_others(self, patient: bool) -> None:
        from inspector_app.storage.database import BUSY_MILLISECONDS, PATIENT_MILLISECONDS

        wait = PATIENT_MILLISECONDS if patient else BUSY_MILLISECONDS
        self.database.connection.execute(f"PRAGMA busy_timeout = {wait}")

    def scrub_due(self) -> bool:
        return bool(self.database.meta(SCRUB))

    def scrub_lacks(self) -> int:
        from inspector_app.storage import write_anew

        return write_anew.lacking(self.database.path) if self.scrub_due() else 0

    def scrub(self) -> bool:
        return self.database.scrub(at_once=True)

    def dispose(
        self,
        inspection: str,
        *,
        reference: str,
        service_number: str,
        retention_class: str,
        due: str,
        disposed_at: str,
        author: str,
        receipt: str,
    ) -> None:
        from inspector_app.storage.dispose import Disposal, dispose

        ends = self.chains(inspection)
        entry = Disposal(
            inspection=inspection,
            reference=reference,
            service_number=service_number,
            retention_class=retention_class,
            due=due,
            disposed_at=disposed_at,
            author=author,
            events=sum(end.events for end in ends),
            heads=tuple((end.device, end.seq, end.hash) for end in ends),
            receipt=receipt,
        )
        dispose(self.database, entry, self.attachments)

    def disposals(self) -> tuple[Disposal, ...]:
        from inspector_app.storage.dispose import disposals

        return disposals(self.database)

    def attachments_of(self, inspection: str) -> tuple[Attachment, ...]:
        return self.attachments.of_inspection(inspection)
