"""What the operations that keep a record safe need of an open database and of the maker of databases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from inspector_app.journal.event import Event
from inspector_app.operations.ports import Progress

if TYPE_CHECKING:
    from inspector_app.storage.backup_set import BackupJob
    from inspector_app.storage.child_work import DatabaseJob


class Conflict(Protocol):
    """A field whose heads hold more than one value."""

    @property
    def kind(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def heads(self) -> tuple[Event, ...]: ...
    @property
    def shown(self) -> str:
        """The id of the head that shows now."""


class ChainEnd(Protocol):
    """The end of one device's chain in an inspection."""

    @property
    def device(self) -> str: ...
    @property
    def seq(self) -> int: ...
    @property
    def hash(self) -> str: ...
    @property
    def events(self) -> int: ...


class SearchHit(Protocol):
    """One thing found; what matched stands between ``\\x02`` and ``\\x03`` in the snippet."""

    @property
    def kind(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def inspection(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def snippet(self) -> str: ...


class KeptReceipt(Protocol):
    """That a chain arrived at head office up to `seq`."""

    @property
    def device(self) -> str: ...
    @property
    def seq(self) -> int: ...
    @property
    def hash(self) -> str: ...
    @property
    def issued_at(self) -> str: ...


class Attached(Protocol):
    """One attachment, without its content."""

    @property
    def id(self) -> str: ...
    @property
    def inspection(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def media_type(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def added_at(self) -> str: ...


class AttachmentStore(Protocol):
    """Files encrypted one by one beside the database."""

    def add(
        self, source: BinaryIO, *, inspection: str, media_type: str, name: str, added_at: str
    ) -> Attached: ...
    def read(self, identifier: str) -> Iterator[bytes]: ...
    def remove(self, identifier: str) -> None: ...
    def info(self, identifier: str) -> Attached | None: ...


class Damage(Protocol):
    """One thing that is wrong with a database."""

    @property
    def code(self) -> str: ...
    @property
    def where(self) -> str: ...
    @property
    def message(self) -> str: ...


class KeptBackup(Protocol):
    """One backup in the place for backups."""

    @property
    def path(self) -> Path: ...
    @property
    def at(self) -> datetime: ...
    @property
    def size(self) -> int: ...


class Disposed(Protocol):
    """That a laptop's copy was let go."""

    @property
    def inspection(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def service_number(self) -> str: ...
    @property
    def retention_class(self) -> str: ...
    @property
    def due(self) -> str: ...
    @property
    def disposed_at(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def events(self) -> int: ...
    @property
    def heads(self) -> tuple[tuple[str, int, str], ...]: ...
    @property
    def receipt(self) -> str: ...


class KeyFacts(Protocol):
    """The ways into a database, to be shown."""

    @property
    def kinds(self) -> tuple[str, ...]: ...
    @property
    def escrow(self) -> tuple[str, ...]: ...
    @property
    def memory_mib(self) -> int: ...
    @property
    def passes(self) -> int: ...
    @property
    def keyring_available(self) -> bool: ...


class Care(Protocol):
    """What keeps the record of one open database safe over time."""

    @property
    def attachments(self) -> AttachmentStore: ...
    def conflicts(self, inspection: str) -> Sequence[Conflict]: ...
    def waiting(self, inspection: str) -> Sequence[Event]: ...
    def chains(self, inspection: str) -> Sequence[ChainEnd]: ...
    def search(self, text: str, kinds: Sequence[str] = (), limit: int = 20) -> Sequence[SearchHit]: ...
    def put_receipt(
        self,
        inspection: str,
        heads: Sequence[tuple[str, int, str]],
        bundle: str,
        issued_at: datetime,
        content: str,
    ) -> int:
        """Keep what a receipt says of one inspection; how many of the chain ends were new."""

    def receipts(self, inspection: str) -> Sequence[KeptReceipt]: ...
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
    def disposals(self) -> Sequence[Disposed]: ...
    def attachments_of(self, inspection: str) -> Sequence[Attached]: ...
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
