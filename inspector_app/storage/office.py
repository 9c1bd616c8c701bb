"""What head office keeps beside the journal: devices, files received, and receipts given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Literal

from inspector_app.storage.database import Database

DeviceState = Literal["pending", "accepted", "revoked"]


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A laptop that the office knows of; `card` is its signed card as JSON text, times are ISO or ''."""

    id: str
    name: str
    card: str
    state: DeviceState
    seen_at: str
    accepted_at: str = ""
    revoked_at: str = ""


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One export file that came in; `outcome` such as received, known, quarantined or refused, and why."""

    sha256: str
    device: str
    inspection: str
    received_at: str
    outcome: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """That a chain arrived up to `seq`; `content` is the signed receipt as text."""

    inspection: str
    device: str
    seq: int
    hash: str
    bundle: str
    issued_at: str
    content: str


class Office:
    """The office's tables of a database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put_device(self, device: DeviceRow) -> None:
        """Add a device, or write its row anew."""
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO device(id, name, card, state, seen_at, accepted_at, revoked_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                astuple(device),
            )

    def device(self, identifier: str) -> DeviceRow | None:
        """One device by its id."""
        return next((device for device in self.devices() if device.id == identifier), None)

    def devices(self) -> tuple[DeviceRow, ...]:
        """All devices by name."""
        rows = self.database.connection.execute(
            "SELECT id, name, card, state, seen_at, accepted_at, revoked_at FROM device ORDER BY name, id"
        )
        return tuple(DeviceRow(*row) for row in rows)

    def put_bundle(self, bundle: BundleRow) -> None:
        """Note what became of a file."""
        with self.database.transaction() as connection:
            connection.execute(
                "INSERT INTO bundle(sha256, device, inspection, received_at, outcome, detail)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                astuple(bundle),
            )

    def bundles(self, sha256: str | None = None) -> tuple[BundleRow, ...]:
        """Files that came in, in order of arrival; those with this SHA-256 where it is given."""
        rows = self.database.connection.execute(
            "SELECT sha256, device, inspection, received_at, outcome, detail FROM bundle"
            " WHERE ? IS NULL OR sha256 = ? ORDER BY number",
            (sha256, sha256),
        )
        return tuple(BundleRow(*row) for row in rows)

    def put_receipts(self, receipts: Iterable[ReceiptRow]) -> None:
        """Keep receipts: those given (office) or those got (laptop)."""
        with self.database.transaction() as connection:
            connection.executemany(
                "INSERT INTO receipt(inspection, device, seq, hash, bundle, issued_at, content)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [astuple(receipt) for receipt in receipts],
            )

    def receipts(self, inspection: str) -> tuple[ReceiptRow, ...]:
        """The receipts of an inspection, the earliest first."""
        rows = self.database.connection.execute(
            "SELECT inspection, device, seq, hash, bundle, issued_at, content FROM receipt"
            " WHERE inspection = ? ORDER BY number",
            (inspection,),
        )
        return tuple(ReceiptRow(*row) for row in rows)
