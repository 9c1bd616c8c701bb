"""What the operations need of the adapters, as Protocols; adapters match them and never import operations.

Ports stand where something may be replaced, stays open or touches the outer world: the database, the
checklists, the letters. Plain functions without state (export files, sheets) and the frozen types of facts
are imported from their rooms: a fact has one owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from inspector_app.journal.chain import Draft, Fault
from inspector_app.journal.derived import DerivedRow, DerivedRows
from inspector_app.journal.merge import FieldState

if TYPE_CHECKING:
    from inspector_app.analysis.rows import CountedAnswer, Outcome
    from inspector_app.forms.interface import SavedState
    from inspector_app.inspections.service import Service
    from inspector_app.journal.event import Event, Json
    from inspector_app.journal.merge import Slot
    from inspector_app.operations.care import Care, KeyFacts
    from inspector_app.storage.database import Realm, Role
    from inspector_app.storage.office import BundleRow as BundleRow
    from inspector_app.storage.office import DeviceState
    from inspector_app.storage.overview import HomeRow as HomeRow
    from inspector_app.storage.overview import Which, Word
    from inspector_app.storage.pending import PendingKey as PendingKey
    from inspector_app.storage.store import KnownDevice

__all__ = ["DerivedRow", "DerivedRows", "Draft", "Fault", "FieldState"]


Progress = Callable[[int, int], None]
"""Called with (done, total)."""


def no_progress(done: int, total: int) -> None:
    """Says nothing."""


class Received(Protocol):
    """What came of receiving events."""

    @property
    def new(self) -> int:
        """Events that were not here before."""

    @property
    def faults(self) -> Sequence[Fault]:
        """What is wrong with them; where there is one, nothing was taken."""


class Lists(Protocol):
    """The inspections as lists show them, the latest begun first; there may be ten thousand."""

    def rows(self, which: Which, limit: int) -> Sequence[HomeRow]: ...
    def row(self, inspection: str) -> HomeRow | None: ...
    def of_service(self, number: str) -> Sequence[HomeRow]: ...
    def found(self, words: Sequence[Word], limit: int) -> Sequence[HomeRow]:
        """Those in which every word occurs: name, number or reference of it, or its type or sector."""

    def read_on(self, after: int) -> int | None:
        """Read some rows after this place ahead of `found`; the next place, None at the end."""

    def counts(self) -> tuple[int, int]:
        """How many are under way, and how many there are."""

    def under_way_at(self, services: Sequence[str]) -> Mapping[str, str]:
        """By service number the inspection that is under way there."""

    def names(self, inspections: Iterable[str]) -> Mapping[str, tuple[str, str]]:
        """By id the reference and the name of the service."""

    def references(self, beginning: str) -> frozenset[str]: ...


class Store(Protocol):
    """An open, unlocked database: journal, projections and everything beside them."""

    @property
    def realm(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def path(self) -> Path: ...
    @property
    def care(self) -> Care: ...
    @property
    def lists(self) -> Lists: ...
    def close(self) -> None: ...
    def has_room(self) -> bool:
        """Whether anything can be saved: False while the disk is full, and what is there can be read."""

    @property
    def room_needed(self) -> int:
        """Bytes that must be free before anything can be saved again."""

    def change_passphrase(self, passphrase: str) -> None:
        """Put a new passphrase in place of the old one; the other ways in stay."""

    def backup(self, target: Path) -> Path:
        """An encrypted copy with its keys, checked by opening it."""

    def transaction(self) -> AbstractContextManager[object]:
        """All or nothing; nested use joins the outer one."""

    def meta(self, name: str) -> str: ...
    def set_meta(self, name: str, value: str) -> None: ...
    def secret(self, name: str) -> bytes: ...
    def put_secret(self, name: str, value: bytes) -> None: ...
    def put_blob(self, data: bytes, media_type: str, name: str) -> str:
        """Keep bytes under their SHA-256, which is returned."""

    def blob(self, sha256: str) -> bytes | None: ...
    def remove_blob(self, sha256: str) -> None: ...

    def append(
        self,
        inspection: str,
        drafts: Sequence[Draft],
        *,
        author: str,
        device: str,
        reason: str = "",
        form_hash: str = "",
    ) -> tuple[Event, ...]:
        """Seal drafts as one action; what changes nothing is left out."""

    def receive(self, events: Iterable[Event]) -> Received: ...
    def events(self, inspection: str) -> tuple[Event, ...]: ...
    def values(self, kind: str, record: str) -> Mapping[str, Json]:
        """The fields of one record as they show now; empty when there is none."""

    def records(self, inspection: str, kind: str) -> Mapping[str, Mapping[str, Json]]:
        """All records of a kind in one inspection, by id."""

    def state(self, kind: str, record: str) -> Mapping[str, FieldState]: ...
    def history(self, kind: str, record: str, field: str) -> tuple[Event, ...]: ...
    def conflict_count(self, inspection: str) -> int: ...
    def inspections_with_reference(self, reference: str) -> list[str]: ...
    def inspection_ids(self) -> list[str]:
        """All inspections, the latest begun first."""

    def saved_checklist(self, inspection: str, checklist: str) -> SavedState:
        """What the engine needs to restore a checklist instance."""

    def put_derived(self, rows: DerivedRows) -> None: ...
    def derived(self, checklist: str) -> tuple[DerivedRow, ...]: ...
    def question_label(self, checklist: str, key: str) -> str:
        """What a question of a checklist asks, '' where that is not known."""

    def erase(
        self,
        inspection: str,
        kind: str,
        record: str,
        field: str,
        reason: str,
        *,
        author: str,
        device: str,
        also: Sequence[Slot] = (),
    ) -> tuple[Event, ...]:
        """Take the content of every event of a field away, everywhere; the events that carry the erasure."""

    def put_pending(
        self,
        inspection: str,
        kind: str,
        record: str,
        field: str,
        value: Json,
        *,
        author: str,
        form_hash: str = "",
    ) -> None:
        """Keep what is being typed: one upsert, one commit, the newest wins. `append` to the same field
        takes it over.
        """

    def typed(self) -> Sequence[PendingKey]:
        """What was typed and is no event yet, in the order the fields were begun."""

    def discard_pending(self, slots: Iterable[Slot]) -> None:
        """Forget what was typed into these fields."""

    def fold_pending(self, *, device: str) -> int:
        """Make events of what was typed, on leaving a field and after a crash; how many fields there were."""

    def put_services(self, services: Sequence[Service]) -> None: ...
    def service(self, number: str) -> Service | None: ...
    def find_services(self, text: str, limit: int) -> Sequence[Service]:
        """Services in which every word of the text occurs, by name."""

    def read_services_on(self, after: int) -> int | None:
        """Read some services after this place ahead of `find_services`; the next place, None at the end."""

    def service_count(self) -> int: ...
    def services(self) -> tuple[Service, ...]: ...
    def log_export(self, inspection: str, name: str, sha256: str, at: datetime) -> None: ...
    def put_device(self, device: str, card: bytes, state: DeviceState, at: datetime) -> None: ...
    def set_device_state(self, device: str, state: DeviceState, at: datetime) -> None: ...
    def device(self, device: str) -> KnownDevice | None: ...
    def devices(self) -> Mapping[str, KnownDevice]:
        """All laptops that head office has met, by id, in the order of their names."""

    def noted_files(self) -> Sequence[BundleRow]:
        """Files exported from here or received here, the oldest first."""

    def log_bundle(
        self, sha256: str, device: str, inspection: str, at: datetime, outcome: str, detail: str
    ) -> None: ...
    def bundle_outcome(self, sha256: str) -> str: ...
    def counted_answers(self) -> list[CountedAnswer]:
        """The frozen answers of every finalised inspection."""

    def counted_outcomes(self) -> list[Outcome]:
        """The agreed requirements and recommendations of every finalised inspection."""


class MadeDatabase(Protocol):
    """A database just made."""

    @property
    def store(self) -> Store: ...
    @property
    def recovery_code(self) -> str: ...


class Databases(Protocol):
    """Makes and opens encrypted databases with their key slots."""

    def get_ready(self) -> None:
        """Load what opening takes, before there is a passphrase."""

    def create(
        self, path: Path, passphrase: str, *, realm: Realm, role: Role, escrow: Sequence[str]
    ) -> MadeDatabase: ...
    def open(self, path: Path, passphrase: str) -> Store: ...
    def open_with_code(self, path: Path, code: str) -> Store:
        """Unlock with the printed recovery code."""

    def check_passphrase(self, path: Path, passphrase: str) -> None:
        """KnownError where it does not unlock this database."""

    def open_with_escrow(self, path: Path, unseal: Callable[[bytes], bytes]) -> Store:
        """Unlock with head office's age identity; what `unseal` raises passes through."""

    def open_with_keyring(self, path: Path) -> Store:
        """Unlock with the system's keyring; KnownError ``no-keyring``."""

    def wait_seconds(self, path: Path) -> int:
        """Seconds until the next passphrase may be tried, 0 for now."""

    def key_facts(self, path: Path) -> KeyFacts: ...
    def folder_kind(self, folder: Path) -> str:
        """``synced`` or ``network`` where a database should not lie, else ''."""

    def restore(self, source: Path, target: Path, passphrase: str) -> Store: ...
    def restore_with_code(self, source: Path, target: Path, code: str) -> Store: ...


class CompiledChecklist(Protocol):
    """A checklist as an XForm."""

    @property
    def xform(self) -> bytes: ...
    @property
    def digest(self) -> str: ...
