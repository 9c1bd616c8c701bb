"""Encrypted submissions are read by independent means: OpenSSL, Node, and the specification."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from inspector_app.errors import KnownError
from inspector_app.exchange.odk_encryption import (
    EncryptedSubmission,
    Recipient,
    encrypt_submission,
)

SPACE = "{http://www.opendatakit.org/xforms/encrypted}"
META = "{http://openrosa.org/xforms}"
INSTANCE = "uuid:5b9cf8d1-106f-4004-844f-c072d76762ed"
KEY = bytes(range(100, 132))
XML = b'<?xml version="1.0" encoding="UTF-8"?><data id="visit"><a>Caf\xc3\xa9</a></data>'


@pytest.fixture(scope="module")
def private() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def public_text(private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> str:
    der = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(der).decode()


def recipient(private: rsa.RSAPrivateKey, version: str = "7") -> Recipient:
    return Recipient("visit", version, INSTANCE, public_text(private))


def said(manifest: bytes, path: str) -> str:
    return etree.fromstring(manifest).findtext(path) or ""


def unsealed(private: rsa.RSAPrivateKey, text: str) -> bytes:
    return private.decrypt(base64.b64decode(text), padding.OAEP(padding.MGF1(SHA256()), SHA256(), None))


def vectors(number: int) -> list[bytes]:
    """Written from the specification a second time, with a digest made anew for every file."""
    found = []
    for file in range(1, number + 1):
        seed = list(hashlib.md5(INSTANCE.encode() + KEY).digest())
        for counter in range(file):
            seed[counter % 16] = (seed[counter % 16] + 1) & 255
        found.append(bytes(seed))
    return found


def decrypted(sealed: EncryptedSubmission) -> list[bytes]:
    plain = []
    for data, vector in zip(sealed.files.values(), vectors(len(sealed.files)), strict=True):
        decryptor = Cipher(algorithms.AES(KEY), CFB(vector)).decryptor()
        padded = decryptor.update(data) + decryptor.finalize()
        assert 1 <= padded[-1] <= 16
        assert padded[-padded[-1] :] == bytes([padded[-1]]) * padded[-1]
        plain.append(padded[: -padded[-1]])
    return plain


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=70), max_size=20))
def test_the_steps_of_the_specification_give_every_file_back(
    private: rsa.RSAPrivateKey, contents: list[bytes]
) -> None:
    media = {f"photo {number}.jpg": data for number, data in enumerate(contents)}
    sealed = encrypt_submission(recipient(private), XML, media, KEY)
    assert decrypted(sealed) == [*contents, XML]
    assert list(sealed.files) == [*(f"{name}.enc" for name in media), "submission.xml.enc"]


def test_the_manifest_says_what_a_server_needs(private: rsa.RSAPrivateKey) -> None:
    sealed = encrypt_submission(recipient(private), XML, {"b.jpg": b"b", "a & b.jpg": b"a"}, KEY)
    root = etree.fromstring(sealed.manifest)
    assert root.tag == f"{SPACE}data"
    assert dict(root.attrib) == {"id": "visit", "version": "7", "encrypted": "yes"}
    assert said(sealed.manifest, f"{META}meta/{META}instanceID") == INSTANCE
    assert [one.text for one in root.iterfind(f"{SPACE}media/{SPACE}file")] == ["b.jpg.enc", "a & b.jpg.enc"]
    assert said(sealed.manifest, f"{SPACE}encryptedXmlFile") == "submission.xml.enc"
    assert unsealed(private, said(sealed.manifest, f"{SPACE}base64EncryptedKey")) == KEY


@pytest.mark.parametrize("version", ["7", ""])
def test_the_signature_covers_names_and_contents_in_order(private: rsa.RSAPrivateKey, version: str) -> None:
    sealed = encrypt_submission(recipient(private, version), XML, {"b.jpg": b"b", "a.jpg": b"a"}, KEY)
    lines = ["visit", *([version] if version else []), said(sealed.manifest, f"{SPACE}base64EncryptedKey")]
    lines += [INSTANCE, f"b.jpg::{hashlib.md5(b'b').hexdigest()}", f"a.jpg::{hashlib.md5(b'a').hexdigest()}"]
    lines += [f"submission.xml::{hashlib.md5(XML).hexdigest()}"]
    expected = hashlib.md5(("\n".join(lines) + "\n").encode()).digest()
    assert unsealed(private, said(sealed.manifest, f"{SPACE}base64EncryptedElementSignature")) == expected
    assert etree.fromstring(sealed.manifest).get("version") == (version or None)


def test_openssl_reads_the_key_and_every_file(private: rsa.RSAPrivateKey, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the openssl command is not on this machine")
    media = {f"{number}.jpg": bytes([number]) * number * 7 for number in range(18)}
    sealed = encrypt_submission(recipient(private), XML, media, KEY)
    (tmp_path / "key.pem").write_bytes(pem(private))
    (tmp_path / "sealed").write_bytes(base64.b64decode(said(sealed.manifest, f"{SPACE}base64EncryptedKey")))
    options = ["rsa_padding_mode:oaep", "rsa_oaep_md:sha256", "rsa_mgf1_md:sha256"]
    command = [openssl, "pkeyutl", "-decrypt", "-inkey", "key.pem", "-in", "sealed"]
    command += [word for option in options for word in ("-pkeyopt", option)]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout == KEY
    plain = []
    for data, vector in zip(sealed.files.values(), vectors(19), strict=True):
        command = [openssl, "enc", "-d", "-aes-256-cfb", "-K", KEY.hex(), "-iv", vector.hex()]
        padded = subprocess.run(command, input=data, capture_output=True, check=True).stdout
        plain.append(padded[: -padded[-1]])
    assert plain == [*media.values(), XML]


_NODE = """
const crypto = require('crypto');
const told = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const open = text => crypto.privateDecrypt({ key: told.pem, oaepHash: 'sha256',
  padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, Buffer.from(text, 'base64'));
const key = open(told.key);
const seed = crypto.createHash('md5').update(told.instance).update(key).digest();
const files = told.files.map((file, index) => {
  seed[index % 16] = (seed[index % 16] + 1) & 0xff;
  const cipher = crypto.createDecipheriv('aes-256-cfb', key, seed).setAutoPadding(false);
  const padded = Buffer.concat([cipher.update(Buffer.from(file, 'base64')), cipher.final()]);
  return padded.subarray(0, padded.length - padded[padded.length - 1]).toString('base64');
});
console.log(JSON.stringify({ files, signature: open(told.signature).toString('hex') }));
"""


def test_node_reads_every_file_past_the_sixteenth(private: rsa.RSAPrivateKey) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not on this machine")
    media = {f"{number}.jpg": bytes([255 - number]) * number * 5 for number in range(20)}
    sealed = encrypt_submission(recipient(private), XML, media, KEY)
    told = {
        "pem": pem(private).decode(),
        "key": said(sealed.manifest, f"{SPACE}base64EncryptedKey"),
        "signature": said(sealed.manifest, f"{SPACE}base64EncryptedElementSignature"),
        "instance": INSTANCE,
        "files": [base64.b64encode(data).decode() for data in sealed.files.values()],
    }
    run = subprocess.run(
        [node, "-e", _NODE], input=json.dumps(told), capture_output=True, text=True, check=True
    )
    answer = json.loads(run.stdout)
    assert [base64.b64decode(one) for one in answer["files"]] == [*media.values(), XML]
    assert len(answer["signature"]) == 32


def pem(private: rsa.RSAPrivateKey) -> bytes:
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize(
    "key",
    [
        "",
        "!!!",
        base64.b64encode(b"no key").decode(),
        public_text(rsa.generate_private_key(65537, 1024)),
        public_text(ec.generate_private_key(ec.SECP256R1())),
    ],
)
def test_a_key_that_cannot_be_used_is_refused(key: str) -> None:
    with pytest.raises(KnownError) as caught:
        encrypt_submission(Recipient("visit", "1", INSTANCE, key), XML, {}, KEY)
    assert caught.value.code == "encryption-key"


def test_what_could_never_be_decrypted_is_refused(private: rsa.RSAPrivateKey) -> None:
    with pytest.raises(KnownError) as caught:
        encrypt_submission(Recipient("visit", "1", "", public_text(private)), XML, {}, KEY)
    assert caught.value.code == "encryption-id"
    with pytest.raises(KnownError) as caught:
        encrypt_submission(recipient(private), XML, {"submission.xml": b""}, KEY)
    assert caught.value.code == "encryption-name"
