"""What the operations that keep a record safe need of an open database and of the maker of databases.

Facts are what storage says they are: its frozen types are named here and never written down again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from inspector_app.journal.event import Event
from inspector_app.operations.ports import Progress

if TYPE_CHECKING:
    from inspector_app.storage.attachments import Attachment as Attachment
    from inspector_app.storage.backup_set import BackupJob
    from inspector_app.storage.backup_set import KeptBackup as KeptBackup
    from inspector_app.storage.child_work import DatabaseJob
    from inspector_app.storage.damage import Damage as Damage
    from inspector_app.storage.databases import KeyFacts as KeyFacts
    from inspector_app.storage.dispose import Disposal as Disposal
    from inspector_app.storage.journal_reader import ChainHead, Conflict
    from inspector_app.storage.office import ReceiptRow
    from inspector_app.storage.search import Hit


class AttachmentStore(Protocol):
    """Files encrypted one by one beside the database."""

    def add(
        self, source: BinaryIO, *, inspection: str, media_type: str, name: str, added_at: str
    ) -> Attachment: ...
    def read(self, identifier: str) -> Iterator[bytes]: ...
    def remove(self, identifier: str) -> None: ...
    def info(self, identifier: str) -> Attachment | None: ...


class Care(Protocol):
    """What keeps the record of one open database safe over time."""

    @property
    def attachments(self) -> AttachmentStore: ...
    def conflicts(self, inspection: str) -> Sequence[Conflict]: ...
    def waiting(self, inspection: str) -> Sequence[Event]: ...
    def chains(self, inspection: str) -> Sequence[ChainHead]: ...
    def search(self, text: str, kinds: Sequence[str] = (), limit: int = 20) -> Sequence[Hit]: ...
    def put_receipt(
        self,
        inspection: str,
        heads: Sequence[tuple[str, int, str]],
        bundle: str,
        issued_at: datetime,
        content: str,
    ) -> int:
        """Keep what a receipt says of one inspection; how many of the chain ends were new."""

    def receipts(self, inspection: str) -> Sequence[ReceiptRow]: ...
    def last_receipt(self) -> datetime | None: ...
    def last_commit(self) -> datetime | None: ...
    def prepare_backups(self, folder: Path) -> None: ...
    def backups(self, folder: Path) -> Sequence[KeptBackup]: ...
    def backup_job(self, folder: Path, now: datetime) -> BackupJob: ...
    def clean_backups(self, folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take what was erased from the backups made before: those rewritten, and those that could not be."""

    def change_code(self) -> str:
        """A new recovery code, to be printed; the old one opens nothing any more."""

    def use_keyring(self, wanted: bool) -> None:
        """Let the system's keyring open this database, or no longer; KnownError ``no-keyring``."""

    def verify(self, progress: Progress) -> Sequence[Damage]: ...
    def check_job(self) -> DatabaseJob: ...
    def rebuild(self, progress: Progress) -> None: ...
    def wait_for_others(self, patient: bool) -> None:
        """Let writing wait for as long as a process of our own writes, or no longer than usual."""

    def scrub_due(self) -> bool: ...
    def scrub_lacks(self) -> int:
        """Bytes to be freed before the last traces of what was erased can be taken away, 0 for none."""

    def scrub(self) -> bool: ...
    def disposals(self) -> Sequence[Disposal]: ...
    def attachments_of(self, inspection: str) -> Sequence[Attachment]: ...
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
        """Let the copy of an inspection go and write the entry that stays; all or nothing."""
