"""Signatures in minisign's format, so that stock `minisign -V` checks what we sign.

Ed25519 over the BLAKE2b-512 digest of the data (minisign's "ED", prehashed), with a trusted comment that
a second signature covers. The secret key is 32 raw bytes in the caller's hands; the key id follows from
the public key, so that the same key has the same id everywhere.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from inspector_app.errors import KnownError

_KEY_ALGORITHM = b"Ed"
_SIGNATURE_ALGORITHM = b"ED"
_TRUSTED = "trusted comment: "
_UNTRUSTED = "untrusted comment: "
_LONGEST_COMMENT = 1024


@dataclass(frozen=True, slots=True)
class Signature:
    """The parts of a signature file."""

    key_id: bytes
    signature: bytes
    trusted_comment: str
    comment_signature: bytes


def new_secret() -> bytes:
    """A fresh secret key: 32 bytes of the system's randomness."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(secret: bytes) -> bytes:
    """The public key, 32 bytes, of a secret one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def key_id(public: bytes) -> bytes:
    """Eight bytes that name a key in its signatures."""
    return hashlib.blake2b(public, digest_size=8).digest()


def public_key_text(public: bytes) -> str:
    """The key as stock minisign takes it on the command line (`minisign -P`)."""
    return base64.b64encode(_KEY_ALGORITHM + key_id(public) + public).decode("ascii")


def public_key_file(public: bytes) -> str:
    """The key as a file for `minisign -p`."""
    number = int.from_bytes(key_id(public), "little")
    return f"{_UNTRUSTED}minisign public key {number:016X}\n{public_key_text(public)}\n"


def parse_public_key(text: str) -> bytes:
    """The 32 bytes in a key text; ValueError when it is none, or its id is not ours."""
    raw = decode_base64(text, 42)
    public = raw[10:]
    if raw[:2] != _KEY_ALGORITHM or raw[2:10] != key_id(public):
        raise ValueError("not a public key of this program")
    return public


def sign_raw(data: bytes, secret: bytes) -> bytes:
    """A bare Ed25519 signature, 64 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(secret).sign(data)


def verify_raw(data: bytes, signature: bytes, public: bytes) -> bool:
    """True when the bare signature is of that key over that data."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def sign(data: bytes, secret: bytes, trusted_comment: str) -> str:
    """The text of a signature file over `data`; the comment is one line that the signature covers too."""
    if len(trusted_comment) > _LONGEST_COMMENT or not trusted_comment.isprintable():
        raise ValueError("a trusted comment is one line of printable text")
    signature = sign_raw(hashlib.blake2b(data).digest(), secret)
    of_comment = sign_raw(signature + trusted_comment.encode("utf-8"), secret)
    named = base64.b64encode(_SIGNATURE_ALGORITHM + key_id(public_of(secret)) + signature).decode("ascii")
    return (
        f"{_UNTRUSTED}signed by Inspector\n{named}\n"
        f"{_TRUSTED}{trusted_comment}\n{base64.b64encode(of_comment).decode('ascii')}\n"
    )


def verify(data: bytes, signature_text: str, public: bytes) -> str:
    """The trusted comment, when the signature is of that key over that data; KnownError `signature` else."""
    try:
        parts = parse(signature_text)
    except ValueError as error:
        raise _refused(f"The signature cannot be read: {error}.") from error
    if parts.key_id != key_id(public):
        raise _refused("The signature was made with another key.")
    comment = parts.trusted_comment.encode("utf-8")
    if not verify_raw(hashlib.blake2b(data).digest(), parts.signature, public):
        raise _refused("The signature does not fit the content.")
    if not verify_raw(parts.signature + comment, parts.comment_signature, public):
        raise _refused("The comment beside the signature was changed.")
    return parts.trusted_comment


def parse(text: str) -> Signature:
    """The parts of a signature file; ValueError says what is wrong with it."""
    lines = text.split("\n")
    if (
        len(lines) != 5
        or lines[4]
        or not lines[0].startswith(_UNTRUSTED)
        or not lines[2].startswith(_TRUSTED)
    ):
        raise ValueError("it has not the four lines of a signature")
    raw = decode_base64(lines[1], 74)
    if raw[:2] != _SIGNATURE_ALGORITHM:
        raise ValueError("it is of an unknown kind")
    comment = lines[2].removeprefix(_TRUSTED)
    if len(comment) > _LONGEST_COMMENT or not comment.isprintable():
        raise ValueError("its comment is no line of text")
    return Signature(raw[2:10], raw[10:], comment, decode_base64(lines[3], 64))


def decode_base64(text: str, length: int) -> bytes:
    """The `length` bytes in a base64 text that is spelled in the one right way; ValueError else."""
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError("it is not base64") from error
    # One spelling only: the last character of base64 can carry bits that mean nothing.
    if len(raw) != length or base64.b64encode(raw).decode("ascii") != text:
        raise ValueError("it has the wrong length")
    return raw


def _refused(message: str) -> KnownError:
    return KnownError(
        message,
        "Do not use the file. Ask the sender for it again, by another way if this happens twice.",
        code="signature",
    )
