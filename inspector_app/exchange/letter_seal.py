"""The verification file beside an issued letter: what was issued, signed with the laptop's key.

Whoever holds letter and file can tell, with no database, that not one byte of the letter was altered since it
was issued. Whose key it is, head office knows: the file names its fingerprint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inspector_app.exchange import minisign, signed
from inspector_app.exchange.strict_json import text, whole
from inspector_app.journal.event import Json

_SEAL = signed.Kind("inspector-letter-verification", 1, "verification file", "letter-seal", 20_000)
_FIELDS = (
    "reference", "letter_version", "issued_on", "code", "record_sha256", "sha256", "bytes", "device",
    "signing_key",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterSeal:
    """What a verification file says of a letter. `sha256` and `size` are those of the file, `record_sha256`
    that of the record it was made from; `signing_key` is the laptop's, 32 bytes."""

    reference: str
    version: int
    issued_on: date
    code: str
    record_sha256: str
    sha256: str
    size: int
    device: str
    signing_key: bytes

    @property
    def fingerprint(self) -> str:
        """The signing key's fingerprint, for reading aloud."""
        return signed.fingerprint(self.signing_key)


def write_letter_seal(seal: LetterSeal, secret: bytes) -> bytes:
    """The verification file, signed with the key that it names; ValueError when `secret` is another key."""
    if minisign.public_of(secret) != seal.signing_key:
        raise ValueError("a letter is sealed with the key that the file names")
    return signed.write(_SEAL, _body(seal), secret)


def read_letter_seal(data: bytes, subject: str = "The verification file") -> LetterSeal:
    """The verified file; KnownError `letter-seal-altered` or `letter-seal-newer`."""
    document = signed.read(_SEAL, data, subject)
    fields = document.fields(*_FIELDS)
    try:
        seal = LetterSeal(
            reference=text(fields, "reference"),
            version=whole(fields, "letter_version", least=1),
            issued_on=date.fromisoformat(text(fields, "issued_on")),
            code=text(fields, "code"),
            record_sha256=text(fields, "record_sha256"),
            sha256=text(fields, "sha256"),
            size=whole(fields, "bytes", least=1),
            device=text(fields, "device"),
            signing_key=minisign.parse_public_key(text(fields, "signing_key")),
        )
    except ValueError as error:
        raise signed.altered(_SEAL, subject, str(error)) from error
    if not document.signed_by(seal.signing_key):
        raise signed.altered(_SEAL, subject, "its signature does not fit")
    return seal


def _body(seal: LetterSeal) -> Mapping[str, Json]:
    return {
        "reference": seal.reference,
        "letter_version": seal.version,
        "issued_on": seal.issued_on.isoformat(),
        "code": seal.code,
        "record_sha256": seal.record_sha256,
        "sha256": seal.sha256,
        "bytes": seal.size,
        "device": seal.device,
        "signing_key": minisign.public_key_text(seal.signing_key),
    }
