"""The two cards by which laptop and head office come to know each other.

A laptop writes a **device card**, which the office accepts or not; the office writes `office.pub`, which a
laptop's first start asks for. Each is signed with the key it names: that proves no altered byte, while the
fingerprint, read aloud over the telephone, proves whose it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.exchange import age, minisign, signed
from inspector_app.exchange.strict_json import only, text
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Json, canonical
from inspector_app.journal.ids import is_id

_DEVICE = signed.Kind("inspector-device-card", 1, "device card", "card", 20_000)
_OFFICE = signed.Kind("inspector-office-card", 1, "head office card", "card", 20_000)


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """One laptop's public half: what it is called, whose it is, and the keys that it signs and opens with.

    `device` is its UUIDv7; `author` and `role` name the inspector, who is office staff; `signing_key` is 32
    bytes, `recipient` an ``age1…``; `made_at` is to the second.
    """

    device: str
    name: str
    author: str
    role: str
    realm: Realm
    signing_key: bytes
    recipient: str
    made_at: datetime

    @property
    def fingerprint(self) -> str:
        """Six groups of four that change with any part of the card."""
        return signed.fingerprint(canonical(dict(_device_body(self))))


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """Head office's public half: `recipients` are its age recipients, the primary and the recovery one."""

    name: str
    realm: Realm
    recipients: tuple[str, str]
    signing_key: bytes
    made_at: datetime

    @property
    def fingerprint(self) -> str:
        """Six groups of four that change with any part of the card."""
        return signed.fingerprint(canonical(dict(_office_body(self))))


def write_device_card(card: DeviceCard, secret: bytes) -> bytes:
    """The card as a file, signed with the key that it names; ValueError when `secret` is another key."""
    _own(card.signing_key, secret)
    if not is_id(card.device):
        raise ValueError("a device id is a lower-case UUIDv7")
    age.check_recipient(card.recipient)
    return signed.write(_DEVICE, _device_body(card), secret)


def write_office_card(card: OfficeCard, secret: bytes) -> bytes:
    """`office.pub`, signed with the key that it names; ValueError when `secret` is another key."""
    _own(card.signing_key, secret)
    for recipient in card.recipients:
        age.check_recipient(recipient)
    if len(set(card.recipients)) != 2:
        raise ValueError("the recovery key must be another than the primary one")
    return signed.write(_OFFICE, _office_body(card), secret)


def read_device_card(data: bytes, subject: str = "The device card") -> DeviceCard:
    """The verified card; KnownError `card-altered` or `card-newer`. Whether it is known is not asked here."""
    document = signed.read(_DEVICE, data, subject)
    fields = document.fields("device", "name", "author", "realm", "signing_key", "recipient", "made_at")
    try:
        author = fields["author"]
        if not isinstance(author, dict):
            raise ValueError("“author” is missing or no object")
        only(author, "name", "role")
        card = DeviceCard(
            device=text(fields, "device"),
            name=text(fields, "name"),
            author=text(author, "name"),
            role=text(author, "role", blank=True),
            realm=Realm(text(fields, "realm")),
            signing_key=minisign.parse_public_key(text(fields, "signing_key")),
            recipient=_recipient(text(fields, "recipient")),
            made_at=signed.parse_time(text(fields, "made_at")),
        )
        if not is_id(card.device):
            raise ValueError("the device id has not its form")
    except ValueError as error:
        raise signed.altered(_DEVICE, subject, str(error)) from error
    _check(document, card.signing_key)
    return card


def get_ready() -> None:
    """Load what checking a card takes, before there is one: a cipher is loaded with its first use."""
    from pyrage import x25519  # noqa: F401

    minisign.verify_raw(b"", bytes(64), minisign.public_of(bytes(32)))


def read_office_card(data: bytes, subject: str = "The head office card") -> OfficeCard:
    """The verified card; KnownError `card-altered` or `card-newer`."""
    document = signed.read(_OFFICE, data, subject)
    fields = document.fields("name", "realm", "primary", "recovery", "signing_key", "made_at")
    try:
        card = OfficeCard(
            name=text(fields, "name"),
            realm=Realm(text(fields, "realm")),
            recipients=(_recipient(text(fields, "primary")), _recipient(text(fields, "recovery"))),
            signing_key=minisign.parse_public_key(text(fields, "signing_key")),
            made_at=signed.parse_time(text(fields, "made_at")),
        )
        if len(set(card.recipients)) != 2:
            raise ValueError("both its keys are the same")
    except ValueError as error:
        raise signed.altered(_OFFICE, subject, str(error)) from error
    _check(document, card.signing_key)
    return card


def _device_body(card: DeviceCard) -> Mapping[str, Json]:
    return {
        "device": card.device,
        "name": card.name,
        "author": {"name": card.author, "role": card.role},
        "realm": card.realm.value,
        "signing_key": minisign.public_key_text(card.signing_key),
        "recipient": card.recipient,
        "made_at": signed.time_text(card.made_at),
    }


def _office_body(card: OfficeCard) -> Mapping[str, Json]:
    return {
        "name": card.name,
        "realm": card.realm.value,
        "primary": card.recipients[0],
        "recovery": card.recipients[1],
        "signing_key": minisign.public_key_text(card.signing_key),
        "made_at": signed.time_text(card.made_at),
    }


def _own(public: bytes, secret: bytes) -> None:
    if minisign.public_of(secret) != public:
        raise ValueError("a card is signed with the key that it names")


def _recipient(text: str) -> str:
    try:
        age.check_recipient(text)
    except KnownError as error:
        raise ValueError("a recipient on it is none") from error
    return text


def _check(document: signed.Document, public: bytes) -> None:
    if not document.signed_by(public):
        raise signed.altered(document.kind, document.subject, "its signature does not fit")
