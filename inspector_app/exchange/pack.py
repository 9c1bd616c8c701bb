"""The pack: what head office sends to its laptops, signed with the office's key.

It carries the register, the framework in force, the recipients that exports are sealed for, and the
cards of the devices that the office knows. The register is public, so a pack may travel signed only;
sealed for the laptops it may travel by any way.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector_app.errors import KnownError
from inspector_app.exchange import age, signed
from inspector_app.exchange.cards import DeviceCard, OfficeCard, read_device_card
from inspector_app.exchange.strict_json import rows, text, texts, whole
from inspector_app.inspections.inspection import Realm
from inspector_app.journal.event import Json
from inspector_app.journal.ids import is_id

_KIND = signed.Kind("inspector-pack", 1, "head office pack", "pack", 256_000_000)
_AGE = b"age-encryption.org/"


@dataclass(frozen=True, slots=True)
class Pack:
    """What a laptop learns from head office.

    `number` counts the office's packs from 1, so that an older one is not taken for news; `framework` is
    an id; `register` holds rows of text by column; `recipients` are the ``age1…`` that exports are sealed
    for; `devices` are cards of known laptops, as the files they are; `revoked` are device ids.
    """

    number: int
    realm: Realm
    framework: str
    register: tuple[Mapping[str, str], ...]
    recipients: tuple[str, ...]
    devices: tuple[bytes, ...]
    revoked: tuple[str, ...]
    made_at: datetime

    def cards(self) -> tuple[DeviceCard, ...]:
        """The device cards, each verified."""
        return tuple(read_device_card(data, "A device card in the pack") for data in self.devices)


def write_pack(pack: Pack, secret: bytes, seal_for: Sequence[str] = ()) -> bytes:
    """The pack as a file, signed with the office's key; sealed when recipients are named."""
    if not pack.recipients:
        raise ValueError("a pack names at least one recipient of exports")
    for recipient in pack.recipients:
        age.check_recipient(recipient)
    body: dict[str, Json] = {
        "number": pack.number,
        "realm": pack.realm.value,
        "framework": pack.framework,
        "register": [dict(row) for row in pack.register],
        "recipients": list(pack.recipients),
        "devices": [data.decode("utf-8") for data in pack.devices],
        "revoked": list(pack.revoked),
        "made_at": signed.time_text(pack.made_at),
    }
    document = signed.write(_KIND, body, secret)
    return age.seal(document, seal_for) if seal_for else document


def read_pack(
    data: bytes, office: OfficeCard, identities: Sequence[str] = (), subject: str = "The pack"
) -> Pack:
    """The verified pack of that office; `identities` open a sealed one.

    KnownError `pack-not-office` when the office did not sign it or it is for the other realm, `pack-altered`,
    `pack-newer`, and those of `age.unseal_stream` starting with `pack-`.
    """
    document = signed.read(_KIND, _opened(data, identities, subject), subject)
    if not document.signed_by(office.signing_key):
        raise _not_office(subject, f"it does not carry the signature of {office.name}")
    fields = document.fields(
        "number", "realm", "framework", "register", "recipients", "devices", "revoked", "made_at"
    )
    try:
        pack = _pack(fields)
        pack.cards()
    except ValueError as error:
        raise signed.altered(_KIND, subject, str(error)) from error
    if pack.realm is not office.realm:
        raise _not_office(subject, f"it is for {pack.realm.value} inspections, the office's card is not")
    return pack


def _pack(fields: dict[str, Json]) -> Pack:
    recipients = texts(fields, "recipients")
    if not recipients:
        raise ValueError("it names nobody whom exports are for")
    for recipient in recipients:
        age.check_recipient(recipient)
    revoked = texts(fields, "revoked")
    if not all(is_id(device) for device in revoked):
        raise ValueError("“revoked” holds something else than device ids")
    return Pack(
        number=whole(fields, "number", least=1),
        realm=Realm(text(fields, "realm")),
        framework=text(fields, "framework"),
        register=tuple(_row(row) for row in rows(fields, "register")),
        recipients=recipients,
        devices=tuple(card.encode("utf-8") for card in texts(fields, "devices")),
        revoked=revoked,
        made_at=signed.parse_time(text(fields, "made_at")),
    )


def _row(source: dict[str, Json]) -> Mapping[str, str]:
    return {key: text(source, key, longest=10_000, blank=True) for key in source}


def _opened(data: bytes, identities: Sequence[str], subject: str) -> bytes:
    if not data.startswith(_AGE):
        return data
    plain = io.BytesIO()
    age.unseal_stream(io.BytesIO(data), plain, identities, subject=subject, kind="pack")
    return plain.getvalue()


def _not_office(subject: str, why: str) -> KnownError:
    return KnownError(
        f"{subject} was refused: {why}.",
        "The register stays as it was. Use only packs from your own head office; else call the office.",
        code="pack-not-office",
    )
