"""Small signed documents: device card, office card, pack and receipt share this envelope.

A document is a JSON object that names its format and version and ends in an Ed25519 signature over the
canonical spelling of everything else. The format's name enters the signature, so that a card can never
be passed off as a receipt.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from inspector_app.errors import KnownError
from inspector_app.exchange import minisign, strict_json
from inspector_app.journal.event import Json, canonical

_PREFIX = b"Inspector signed document\n"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS = 6
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of document: its format's name and newest version, its word in messages, its codes' start."""

    format: str
    version: int
    word: str
    code: str
    most_bytes: int = 1_000_000


def write(kind: Kind, body: Mapping[str, Json], secret: bytes) -> bytes:
    """The signed document as readable JSON; the same input gives the same bytes."""
    signed: dict[str, Json] = {**body, "format": kind.format, "version": kind.version}
    signature = minisign.sign_raw(_PREFIX + canonical(signed), secret)
    whole = {**signed, "signature": base64.b64encode(signature).decode("ascii")}
    return (json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode("utf-8")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read but whose signature is still to be checked."""

    kind: Kind
    body: dict[str, Json]
    signature: bytes
    subject: str

    def signed_by(self, public: bytes) -> bool:
        """True when the signature is of that key over everything else in the document."""
        return minisign.verify_raw(_PREFIX + canonical(dict(self.body)), self.signature, public)

    def fields(self, *keys: str) -> dict[str, Json]:
        """The body without its envelope; KnownError when it has not exactly these fields."""
        fields = {key: value for key, value in self.body.items() if key not in ("format", "version")}
        try:
            strict_json.only(fields, *keys)
        except ValueError as error:
            raise altered(self.kind, self.subject, str(error)) from error
        return fields


def read(kind: Kind, data: bytes, subject: str) -> Document:
    """The document in `data`, its signature not yet checked; `subject` names the file in messages.

    KnownError `<code>-altered` for anything but such a document, `<code>-newer` for one of a later version.
    """
    if len(data) > kind.most_bytes:
        raise altered(kind, subject, "it is far too large")
    try:
        body = strict_json.load_object(data)
        if body.get("format") != kind.format:
            raise ValueError(f"it is no {kind.word}")
        version = strict_json.whole(body, "version", least=1)
        if version > kind.version:
            raise KnownError(
                f"{subject} was made by a newer version of Inspector.",
                "Update Inspector on this computer, then try again.",
                code=f"{kind.code}-newer",
            )
        signature = minisign.decode_base64(strict_json.text(body, "signature"), 64)
    except ValueError as error:
        raise altered(kind, subject, str(error)) from error
    del body["signature"]
    return Document(kind, body, signature, subject)


def altered(kind: Kind, subject: str, what: str) -> KnownError:
    """What to tell the user when a document cannot be trusted; `what` completes the sentence."""
    return KnownError(
        f"{subject} is not a {kind.word} as it was made: {what}.",
        "Nothing was taken from it. Ask for it to be sent again, by another way if this happens twice.",
        code=f"{kind.code}-altered",
    )


def fingerprint(data: bytes) -> str:
    """120 bits of SHA-256 in six groups of four, for reading aloud (no I, L, O or U)."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:15], "big")
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(115, -1, -5))
    return "-".join(letters[start : start + _GROUP] for start in range(0, _GROUPS * _GROUP, _GROUP))


def time_text(moment: datetime) -> str:
    """A moment as UTC text to the second, ``2026-11-22T12:38:00Z``."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_time(text: str) -> datetime:
    """The moment in such a text; ValueError when it is spelled otherwise."""
    moment = datetime.fromisoformat(text)
    if time_text(moment) != text:
        raise ValueError("a time is not spelled as it should be")
    return moment
