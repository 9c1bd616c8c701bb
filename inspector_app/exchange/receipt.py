"""The receipt: head office tells a laptop what arrived, so that the laptop may let go of its copy.

It names each file by its SHA-256 and each chain by its head, and is signed with the office's key: a
laptop believes nobody else that its only copy is no longer needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.exchange import signed
from inspector_app.exchange.cards import OfficeCard
from inspector_app.exchange.event_json import is_hash
from inspector_app.exchange.heads import ChainHead, head_from_json, head_to_json
from inspector_app.exchange.strict_json import only, rows, text
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Json
from inspector_app.journal.ids import is_id

_KIND = signed.Kind("inspector-receipt", 1, "receipt", "receipt", 64_000_000)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that arrived: its SHA-256 (64 hex digits), when, and the inspection and chain heads in it."""

    sha256: str
    received_at: datetime
    inspection: str
    reference: str
    heads: tuple[ChainHead, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What arrived from one laptop (`device`), as head office had it at `made_at`."""

    device: str
    realm: Realm
    arrivals: tuple[Arrival, ...]
    made_at: datetime


def write_receipt(receipt: Receipt, secret: bytes) -> bytes:
    """The receipt as a file, signed with the office's key."""
    body: dict[str, Json] = {
        "device": receipt.device,
        "realm": receipt.realm.value,
        "arrivals": [_arrival_to_json(arrival) for arrival in receipt.arrivals],
        "made_at": signed.time_text(receipt.made_at),
    }
    return signed.write(_KIND, body, secret)


def read_receipt(data: bytes, office: OfficeCard, subject: str = "The receipt") -> Receipt:
    """The verified receipt of that office; whether it is for this laptop is the caller's to ask (`device`).

    KnownError `receipt-not-office`, `receipt-altered` or `receipt-newer`.
    """
    document = signed.read(_KIND, data, subject)
    if not document.signed_by(office.signing_key):
        raise _not_office(subject, f"it does not carry the signature of {office.name}")
    fields = document.fields("device", "realm", "arrivals", "made_at")
    try:
        receipt = Receipt(
            device=text(fields, "device"),
            realm=Realm(text(fields, "realm")),
            arrivals=tuple(_arrival_from_json(row) for row in rows(fields, "arrivals")),
            made_at=signed.parse_time(text(fields, "made_at")),
        )
        if not is_id(receipt.device):
            raise ValueError("the device id has not its form")
    except ValueError as error:
        raise signed.altered(_KIND, subject, str(error)) from error
    if receipt.realm is not office.realm:
        raise _not_office(subject, f"it is for {receipt.realm.value} inspections, the office's card is not")
    return receipt


def _arrival_to_json(arrival: Arrival) -> Json:
    return {
        "sha256": arrival.sha256,
        "received_at": signed.time_text(arrival.received_at),
        "inspection": arrival.inspection,
        "reference": arrival.reference,
        "heads": [head_to_json(head) for head in arrival.heads],
    }


def _arrival_from_json(value: dict[str, Json]) -> Arrival:
    only(value, "sha256", "received_at", "inspection", "reference", "heads")
    arrival = Arrival(
        sha256=text(value, "sha256"),
        received_at=signed.parse_time(text(value, "received_at")),
        inspection=text(value, "inspection"),
        reference=text(value, "reference"),
        heads=tuple(head_from_json(row) for row in rows(value, "heads")),
    )
    if not is_hash(arrival.sha256) or not is_id(arrival.inspection):
        raise ValueError("an arrival has not the form it should have")
    if any(head.inspection != arrival.inspection for head in arrival.heads):
        raise ValueError("a chain head belongs to another inspection")
    return arrival


def _not_office(subject: str, why: str) -> KnownError:
    return KnownError(
        f"{subject} was refused: {why}.",
        "Nothing was marked as received. Use only receipts from your own head office; else call the office.",
        code="receipt-not-office",
    )
