"""Encrypts a submission to the RSA key of its form, as ODK's servers and tools decrypt it.

Sources: the encryption specification of ODK XForms, and ODK Collect, whose manifest namespace is followed.
One random AES-256 key encrypts all files of a record in CFB mode with PKCS#7 padding; each has its own
initialisation vector, made from the record's id, the key and the file's place. What is encrypted to the RSA
key is this key and, as a proof that nothing was left out, a digest of all file names and contents.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

NAMESPACE = "http://www.opendatakit.org/xforms/encrypted"
OPENROSA = "http://openrosa.org/xforms"
XML_NAME = "submission.xml"
ENDING = ".enc"
KEY_BYTES = 32
LEAST_BITS = 2048
_BLOCK = 16


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a record is encrypted to, and what its manifest says of it. `version` '' for a form without."""

    form_id: str
    version: str
    instance_id: str
    public_key: str


@dataclass(frozen=True)
class EncryptedSubmission:
    """`manifest` is posted as the submission; `files` are its attachments: media in order, the XML last."""

    manifest: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)


def encrypt_submission(
    recipient: Recipient, xml: bytes, media: Mapping[str, bytes], key: bytes
) -> EncryptedSubmission:
    """Encrypt a submission and its files, in the order given; `key` is 32 random bytes, used for this alone.

    KnownError `encryption-key` for a form whose key is no RSA key of 2048 bits or more, `encryption-id` for a
    submission without an id, which no server could decrypt.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(len(key))
    if not recipient.instance_id:
        raise KnownError(
            "The submission has no instanceID, so it cannot be encrypted.",
            "Make it again from the record.",
            code="encryption-id",
        )
    public = _public_key(recipient.public_key)
    plain = {**media, XML_NAME: xml}
    if len(plain) != len(media) + 1:
        raise KnownError(
            f"An attached file may not be called {XML_NAME} in an encrypted submission.",
            "Attach it again under another name.",
            code="encryption-name",
        )
    sealed_key = _sealed(public, key)
    vectors = _vectors(recipient.instance_id, key)
    files = {name + ENDING: _encrypted(data, key, next(vectors)) for name, data in plain.items()}
    signature = _sealed(public, _md5(_signed_text(recipient, sealed_key, plain)).digest())
    return EncryptedSubmission(_manifest(recipient, sealed_key, list(media), signature), files)


def _md5(data: bytes) -> hashlib._Hash:
    """What the specification asks for; nothing here rests on its strength."""
    return hashlib.md5(data, usedforsecurity=False)


def _public_key(text: str) -> RSAPublicKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        key = load_der_public_key(base64.b64decode("".join(text.split()), validate=True))
    except (ValueError, binascii.Error, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, RSAPublicKey) or key.key_size < LEAST_BITS:
        raise KnownError(
            "The checklist asks for encrypted submissions, but its key cannot be used.",
            f"Ask its author for an RSA key of at least {LEAST_BITS} bits. Nothing was written.",
            code="encryption-key",
        )
    return key


def _sealed(public: RSAPublicKey, data: bytes) -> str:
    """RSA OAEP with SHA-256, also in the mask, as base64."""
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
    from cryptography.hazmat.primitives.hashes import SHA256

    return base64.b64encode(public.encrypt(data, OAEP(MGF1(SHA256()), SHA256(), None))).decode()


def _vectors(instance_id: str, key: bytes) -> Iterator[bytes]:
    """One initialisation vector a file: a digest, one byte of which is raised before each."""
    seed = bytearray(_md5(instance_id.encode() + key).digest())
    number = 0
    while True:
        seed[number % _BLOCK] = (seed[number % _BLOCK] + 1) % 256
        number += 1
        yield bytes(seed)


def _encrypted(data: bytes, key: bytes, vector: bytes) -> bytes:
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
    from cryptography.hazmat.primitives.padding import PKCS7

    padder = PKCS7(_BLOCK * 8).padder()
    encryptor = Cipher(algorithms.AES(key), CFB(vector)).encryptor()
    return encryptor.update(padder.update(data) + padder.finalize()) + encryptor.finalize()


def _signed_text(recipient: Recipient, sealed_key: str, plain: Mapping[str, bytes]) -> bytes:
    lines = [recipient.form_id, *([recipient.version] if recipient.version else []), sealed_key]
    lines.append(recipient.instance_id)
    lines += [f"{name}::{_md5(data).hexdigest()}" for name, data in plain.items()]
    return "".join(line + "\n" for line in lines).encode()


def _manifest(recipient: Recipient, sealed_key: str, media: list[str], signature: str) -> bytes:
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}data", nsmap={None: NAMESPACE, "orx": OPENROSA})  # type: ignore[dict-item]
    root.set("id", recipient.form_id)
    if recipient.version:
        root.set("version", recipient.version)
    root.set("encrypted", "yes")
    etree.SubElement(root, f"{{{NAMESPACE}}}base64EncryptedKey").text = sealed_key
    meta = etree.SubElement(root, f"{{{OPENROSA}}}meta")
    etree.SubElement(meta, f"{{{OPENROSA}}}instanceID").text = recipient.instance_id
    for name in media:
        one = etree.SubElement(root, f"{{{NAMESPACE}}}media")
        etree.SubElement(one, f"{{{NAMESPACE}}}file").text = name + ENDING
    etree.SubElement(root, f"{{{NAMESPACE}}}encryptedXmlFile").text = XML_NAME + ENDING
    etree.SubElement(root, f"{{{NAMESPACE}}}base64EncryptedElementSignature").text = signature
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
