"""The store: one open database as the operations see it, and the maker of databases with their key slots.

It joins the journal with everything beside it and decides nothing; it matches the ports of `operations`
structurally and never imports them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.inspections.service import FIELDS, Service
from inspector_app.journal.clock import HybridClock
from inspector_app.journal.ids import OrderedIds
from inspector_app.journal.records import ANSWER, REPEAT, split_record
from inspector_app.storage import keys
from inspector_app.storage.care import Care
from inspector_app.storage.derived import Derived
from inspector_app.storage.events import Journal
from inspector_app.storage.files import Files, Secrets
from inspector_app.storage.office import BundleRow, DeviceRow, Office
from inspector_app.storage.overview import Lists
from inspector_app.storage.pending import Pending
from inspector_app.storage.register import Register, ServiceRow

if TYPE_CHECKING:
    from inspector_app.analysis.rows import CountedAnswer, Outcome
    from inspector_app.forms.interface import SavedState
    from inspector_app.journal.chain import Draft, Fault
    from inspector_app.journal.derived import DerivedRow, DerivedRows
    from inspector_app.journal.event import Event, Json
    from inspector_app.journal.merge import FieldState, Slot
    from inspector_app.storage.database import Database
    from inspector_app.storage.office import DeviceState
    from inspector_app.storage.pending import PendingKey
    from inspector_app.storage.sqlcipher import Connection


@dataclass(frozen=True, slots=True)
class Received:
    """How many events were new, and everything wrong with any of them."""

    new: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A laptop the office has met: its card as it came, and accepted, pending or revoked."""

    card: bytes
    state: str


class Store:
    """An open, unlocked database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self.database = database
        self.now = now
        self.journal = Journal(database, HybridClock(now), OrderedIds(now))
        self.pending = Pending(database)
        self.files = Files(database)
        self.secrets = Secrets(database)
        self.register = Register(database)
        self.office = Office(database)
        self.lists = Lists(database)
        self.care = Care(database, self.journal, self.office)
        self._derived = Derived(database)

    @property
    def realm(self) -> str:
        return self.database.meta("realm")

    @property
    def role(self) -> str:
        return self.database.meta("role")

    @property
    def path(self) -> Path:
        return self.database.path

    def close(self) -> None:
        self.database.close()

    def has_room(self) -> bool:
        return self.database.has_room()

    @property
    def room_needed(self) -> int:
        """Bytes that must be free before anything can be saved again."""
        return self.database.room_needed

    def change_passphrase(self, passphrase: str) -> None:
        from inspector_app.storage import calibrate

        cost = calibrate.cost_for(self.realm)
        keys.change_passphrase(keys.keys_path(self.path), self.database.key, passphrase, cost=cost)

    def backup(self, target: Path) -> Path:
        from inspector_app.storage import backup

        return backup.backup(self.database, target)

    def transaction(self) -> AbstractContextManager[Connection]:
        return self.database.transaction()

    def meta(self, name: str) -> str:
        return self.database.meta(name)

    def set_meta(self, name: str, value: str) -> None:
        self.database.set_meta(name, value)

    def secret(self, name: str) -> bytes:
        value = self.secrets.get(name)
        assert value is not None, name
        return value

    def put_secret(self, name: str, value: bytes) -> None:
        self.secrets.put(name, value)

    def put_blob(self, data: bytes, media_type: str, name: str) -> str:
        return self.files.put(data, media_type=media_type, name=name, added_at=self.now().isoformat())

    def blob(self, sha256: str) -> bytes | None:
        return self.files.get(sha256) if self.files.info(sha256) else None

    def remove_blob(self, sha256: str) -> None:
        self.files.forget(sha256)

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
        with self.transaction():
            claimed = self.pending.claim(drafts)
            return self.journal.append(
                inspection, claimed, author=author, device=device, reason=reason, form_hash=form_hash
            )

    def receive(self, events: Iterable[Event]) -> Received:
        received = self.journal.receive(events)
        return Received(received.new, (*received.refused, *received.faults))

    def events(self, inspection: str) -> tuple[Event, ...]:
        return self.journal.events(inspection)

    def values(self, kind: str, record: str) -> Mapping[str, Json]:
        return {name: state.value for name, state in self.journal.state(kind, record).items()}

    def records(self, inspection: str, kind: str) -> Mapping[str, Mapping[str, Json]]:
        return self.journal.records(inspection, kind)

    def state(self, kind: str, record: str) -> Mapping[str, FieldState]:
        return self.journal.state(kind, record)

    def history(self, kind: str, record: str, field: str) -> tuple[Event, ...]:
        return self.journal.history(kind, record, field)

    def conflict_count(self, inspection: str) -> int:
        return len(self.journal.conflicts(inspection))

    def inspections_with_reference(self, reference: str) -> list[str]:
        rows = self.database.connection.execute(
            "SELECT id FROM inspection WHERE reference = ? ORDER BY id", (reference,)
        )
        return [str(row[0]) for row in rows]

    def inspection_ids(self) -> list[str]:
        rows = self.database.connection.execute("SELECT id FROM inspection ORDER BY started_on DESC, id DESC")
        return [str(row[0]) for row in rows]

    def saved_checklist(self, inspection: str, checklist: str) -> SavedState:
        values = {
            key: str(fields["value"])
            for key, fields in self._of_checklist(inspection, ANSWER, checklist)
            if isinstance(fields.get("value"), str)
        }
        rows = self._of_checklist(inspection, REPEAT, checklist)
        first = {
            key: self.journal.history(REPEAT, f"{checklist}:{key}", "present")[0]
            for key, fields in rows
            if fields.get("present") is True
        }
        # A row whose first event took it away was the form's own: it is there again by not being gone.
        present = sorted((event.at, key) for key, event in first.items() if event.value is not False)
        gone = tuple(key for key, fields in rows if fields.get("present") is False)
        from inspector_app.forms.interface import SavedState

        return SavedState(values, tuple(key for _, key in present), gone)

    def _of_checklist(
        self, inspection: str, kind: str, checklist: str
    ) -> list[tuple[str, Mapping[str, Json]]]:
        found: list[tuple[str, Mapping[str, Json]]] = []
        for record, fields in self.journal.records(inspection, kind).items():
            instance, key = split_record(record)
            if instance == checklist:
                found.append((key, fields))
        return found

    def put_derived(self, rows: DerivedRows) -> None:
        gone = [
            row.key
            for row in (self._derived.of_instance(rows.checklist) if rows.gone else ())
            if row.key.startswith(tuple(f"{key}/" for key in rows.gone))
        ]
        self._derived.update(rows.inspection, rows.checklist, rows.rows, gone)

    def derived(self, checklist: str) -> tuple[DerivedRow, ...]:
        return self._derived.of_instance(checklist)

    def question_label(self, checklist: str, key: str) -> str:
        return self._derived.label(checklist, key)

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
        return self.journal.erase(
            inspection, kind, record, field, reason, author=author, device=device, also=also
        )

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
        self.pending.put(
            inspection,
            kind,
            record,
            field,
            value,
            prior=None,
            author=author,
            at=self.now().isoformat(),
            form_hash=form_hash,
        )

    def typed(self) -> Sequence[PendingKey]:
        return self.pending.list()

    def discard_pending(self, slots: Iterable[Slot]) -> None:
        self.pending.discard(slots)

    def fold_pending(self, *, device: str) -> int:
        return len(self.pending.fold(self.journal, device=device))

    def put_services(self, services: Sequence[Service]) -> None:
        rows = [ServiceRow(**{name: getattr(service, name) for name in FIELDS}) for service in services]
        self.register.put(rows, self.now().isoformat())

    def service(self, number: str) -> Service | None:
        row = self.register.get(number)
        return None if row is None else _service(row)

    def find_services(self, text: str, limit: int) -> tuple[Service, ...]:
        return tuple(_service(row) for row in self.register.find(text, limit))

    def read_services_on(self, after: int) -> int | None:
        return self.register.read_on(after)

    def service_count(self) -> int:
        return self.register.count()

    def services(self) -> tuple[Service, ...]:
        return tuple(_service(row) for row in self.register.list())

    def log_export(self, inspection: str, name: str, sha256: str, at: datetime) -> None:
        self.office.put_bundle(BundleRow(sha256, "", inspection, at.isoformat(), "exported", name))

    def put_device(self, device: str, card: bytes, state: DeviceState, at: datetime) -> None:
        when = at.isoformat()
        accepted = when if state == "accepted" else ""
        self.office.put_device(DeviceRow(device, device, card.decode("utf-8"), state, when, accepted))

    def set_device_state(self, device: str, state: DeviceState, at: datetime) -> None:
        row = self.office.device(device)
        assert row is not None, device
        changed = replace(row, state=state)
        if state == "revoked":
            changed = replace(changed, revoked_at=at.isoformat())
        self.office.put_device(changed)

    def device(self, device: str) -> KnownDevice | None:
        row = self.office.device(device)
        return None if row is None else KnownDevice(row.card.encode("utf-8"), row.state)

    def devices(self) -> dict[str, KnownDevice]:
        return {row.id: KnownDevice(row.card.encode("utf-8"), row.state) for row in self.office.devices()}

    def noted_files(self) -> tuple[BundleRow, ...]:
        return self.office.bundles()

    def log_bundle(
        self, sha256: str, device: str, inspection: str, at: datetime, outcome: str, detail: str
    ) -> None:
        self.office.put_bundle(BundleRow(sha256, device, inspection, at.isoformat(), outcome, detail))

    def bundle_outcome(self, sha256: str) -> str:
        found = self.office.bundles(sha256)
        return found[-1].outcome if found else ""

    def counted_answers(self) -> list[CountedAnswer]:
        from inspector_app.storage import counting

        return counting.counted_answers(self.database)

    def counted_outcomes(self) -> list[Outcome]:
        from inspector_app.storage import counting

        return counting.counted_outcomes(self.database)


def _service(row: ServiceRow) -> Service:
    return Service(**{name: getattr(row, name) for name in FIELDS})
