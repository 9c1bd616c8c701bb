"""Key slots: the one random key of a database, wrapped once for every way to get at it.

The file ``inspector.db.keys`` lies beside the database. Each slot holds the same 32-byte key, wrapped for a
passphrase (Argon2id), for the printed recovery code, or for head office (escrow, through age). Changing the
passphrase rewrites one slot, never the database. The OS keyring is one more kind (`keyring_slot`); throttling
belongs to `throttle`. The database key itself is nowhere on the disk in plain form.

Write the slots before the database: a kill in between leaves keys without a database, which harms nobody.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.storage import recovery_code
from inspector_app.storage.failures import damaged_keys
from inspector_app.storage.slot_file import KEY_BYTES, Slot, SlotFile, read, set_aside, write

Seal = Callable[[bytes, Sequence[str]], bytes]
"""Encrypts content for age recipients; handed in, because only `exchange` knows age."""
Unseal = Callable[[bytes], bytes]
"""Decrypts what a `Seal` made, with the office's identity; raises KnownError where it cannot."""
Randomness = Callable[[int], bytes]

PASSPHRASE, CODE, ESCROW = "passphrase", "code", "escrow"
_NONCE = 12
_MOST_MEMORY, _MOST_PASSES, _MOST_LANES = 4 * 1024 * 1024, 64, 64


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess at the passphrase costs by Argon2id: memory in KiB, passes over it, lanes in parallel."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class NewKeys:
    """A new database key, and the recovery code to be printed: it is shown once and kept nowhere."""

    key: bytes
    recovery_code: str


def keys_path(database: Path) -> Path:
    """Where the slots of a database lie."""
    return Path(f"{database}.keys")


def create_slots(
    path: Path,
    passphrase: str,
    *,
    escrow: Sequence[str] = (),
    seal: Seal | None = None,
    cost: Cost | None = None,
    randomness: Randomness = os.urandom,
) -> NewKeys:
    """Make a database key and the file of its slots at `path` (see `keys_path`).

    `escrow` lists head office's age recipients, for which `seal` wraps the key. A file that is there already
    is set aside under another name, never overwritten. KnownError ``empty-passphrase``, ``read-only``,
    ``disk-full``.
    """
    key = randomness(KEY_BYTES)
    code = recovery_code.spell(randomness(recovery_code.BYTES))
    slots = [_passphrase_slot(key, passphrase, cost or Cost(), randomness), _code_slot(key, code, randomness)]
    if escrow:
        if seal is None:
            raise ValueError("escrow needs a seal")
        slots.append(_escrow_slot(key, escrow, seal))
    set_aside(path)
    write(path, SlotFile(_check(key), tuple(slots)))
    return NewKeys(key, code)


def unlock_with_passphrase(path: Path, passphrase: str) -> bytes:
    """The database key. KnownError ``wrong-passphrase``, ``damaged-keys``, ``missing-keys``."""
    file = read(path)
    for slot in file.of_kind(PASSPHRASE):
        key = unwrapped(path, slot, _passphrase_kek(path, passphrase, slot))
        if key is not None:
            return checked(path, file, key)
    raise KnownError(
        "The passphrase is wrong.",
        "Check Caps Lock and the keyboard layout, or use the printed recovery code.",
        code="wrong-passphrase",
    )


def unlock_with_code(path: Path, code: str) -> bytes:
    """The database key, by the printed recovery code in any spelling.

    KnownError ``mistyped-code`` (it cannot be a code), ``wrong-code`` (another database's),
    ``damaged-keys``, ``missing-keys``.
    """
    raw = recovery_code.read(code)
    file = read(path)
    for slot in file.of_kind(CODE):
        key = unwrapped(path, slot, _code_kek(raw, slot))
        if key is not None:
            return checked(path, file, key)
    raise KnownError(
        "The recovery code is of another database.",
        "Find the sheet that was printed when this database was made.",
        code="wrong-code",
    )


def unlock_with_escrow(path: Path, unseal: Unseal) -> bytes:
    """The database key, by head office's identity; what `unseal` raises passes through.

    KnownError ``no-escrow`` where the key was never given to head office, ``damaged-keys``, ``missing-keys``.
    """
    file = read(path)
    for slot in file.of_kind(ESCROW):
        return checked(path, file, unseal(_wrapped(path, slot)))
    raise KnownError(
        "The key of this database was not given to head office.",
        "Use the passphrase or the printed recovery code.",
        code="no-escrow",
    )


def change_passphrase(
    path: Path, key: bytes, passphrase: str, *, cost: Cost | None = None, randomness: Randomness = os.urandom
) -> None:
    """Put a new passphrase in place of the old one; `key` is what an unlock gave. Other slots stay.

    KnownError ``wrong-key`` where `key` is not this file's, ``empty-passphrase``, ``damaged-keys``,
    ``read-only``, ``disk-full``; then the old passphrase still holds.
    """
    file = read(path)
    checked(path, file, key)
    fresh = _passphrase_slot(key, passphrase, cost or Cost(), randomness)
    others = tuple(slot for slot in file.slots if slot.get("kind") != PASSPHRASE)
    write(path, SlotFile(file.check, (fresh, *others)))


def change_code(path: Path, key: bytes, *, randomness: Randomness = os.urandom) -> str:
    """Put a new recovery code in place of the old one, which opens nothing any more; gives the new code.

    Errors as `change_passphrase`; then the old code still holds.
    """
    file = read(path)
    checked(path, file, key)
    code = recovery_code.spell(randomness(recovery_code.BYTES))
    fresh = _code_slot(key, code, randomness)
    others = tuple(slot for slot in file.slots if slot.get("kind") != CODE)
    write(path, SlotFile(file.check, (*others, fresh)))
    return code


def fresh_key(randomness: Randomness = os.urandom) -> bytes:
    """32 random bytes."""
    return randomness(KEY_BYTES)


def passphrase_cost(path: Path) -> Cost | None:
    """What a guess at the passphrase costs; None where there is no such slot."""
    for slot in read(path).of_kind(PASSPHRASE):
        return Cost(int(slot["memory"]), int(slot["passes"]), int(slot["lanes"]))
    return None


def kinds(path: Path) -> tuple[str, ...]:
    """The kinds of slot that there are, such as passphrase, code, escrow."""
    return tuple(str(slot.get("kind")) for slot in read(path).slots)


def escrow_recipients(path: Path) -> tuple[str, ...]:
    """To whom at head office the key was given: shown to the user."""
    return tuple(name for slot in read(path).of_kind(ESCROW) for name in str(slot.get("recipients")).split())


def _passphrase_slot(key: bytes, passphrase: str, cost: Cost, randomness: Randomness) -> Slot:
    if not passphrase:
        raise KnownError("The passphrase is empty.", "Choose a passphrase.", code="empty-passphrase")
    slot: Slot = {
        "kind": PASSPHRASE,
        "kdf": "argon2id",
        "memory": cost.memory,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": _text(randomness(16)),
    }
    return wrapped_slot(key, slot, derive(passphrase, cost, base64.b64decode(str(slot["salt"]))), randomness)


def _code_slot(key: bytes, code: str, randomness: Randomness) -> Slot:
    slot: Slot = {"kind": CODE, "kdf": "hkdf-sha256", "salt": _text(randomness(16))}
    return wrapped_slot(key, slot, _code_kek(recovery_code.read(code), slot), randomness)


def _escrow_slot(key: bytes, recipients: Sequence[str], seal: Seal) -> Slot:
    wrapped = _text(seal(key, recipients))
    return {"kind": ESCROW, "cipher": "age", "recipients": " ".join(recipients), "wrapped": wrapped}


def _passphrase_kek(path: Path, passphrase: str, slot: Slot) -> bytes:
    """The key that a passphrase gives a slot, whose costs are bounded: the file may be anybody's."""
    try:
        cost = Cost(int(slot["memory"]), int(slot["passes"]), int(slot["lanes"]))
        salt = base64.b64decode(str(slot["salt"]), validate=True)
    except (KeyError, ValueError) as error:
        raise damaged_keys(path) from error
    within = cost.memory <= _MOST_MEMORY and cost.passes <= _MOST_PASSES and cost.lanes <= _MOST_LANES
    if slot.get("kdf") != "argon2id" or not within or len(salt) < 8:
        raise damaged_keys(path)
    try:
        return derive(passphrase, cost, salt)
    except (ValueError, OverflowError) as error:
        raise damaged_keys(path) from error


def derive(passphrase: str, cost: Cost, salt: bytes) -> bytes:
    """The 32 bytes that Argon2id gives for a passphrase, however its letters were composed."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # the same letters may be composed or not, by keyboard and system
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    return kdf.derive(typed)


def _code_kek(raw: bytes, slot: Slot) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = str(slot.get("salt", "")).encode("ascii", "replace")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"recovery code").derive(raw)


def wrapped_slot(key: bytes, slot: Slot, kek: bytes, randomness: Randomness = os.urandom) -> Slot:
    """The slot with `key` inside, wrapped with `kek`; all that the slot says is covered by the seal."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = randomness(_NONCE)
    return {**slot, "wrapped": _text(nonce + ChaCha20Poly1305(kek).encrypt(nonce, key, _bound(slot)))}


def unwrapped(path: Path, slot: Slot, kek: bytes) -> bytes | None:
    """The key inside a slot; None where `kek` is not the one it was wrapped with."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    wrapped = _wrapped(path, slot)
    try:
        return ChaCha20Poly1305(kek).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], _bound(slot))
    except InvalidTag:
        return None


def _wrapped(path: Path, slot: Slot) -> bytes:
    try:
        wrapped = base64.b64decode(str(slot["wrapped"]), validate=True)
    except (KeyError, ValueError) as error:
        raise damaged_keys(path) from error
    if len(wrapped) <= _NONCE:
        raise damaged_keys(path)
    return wrapped


def _bound(slot: Slot) -> bytes:
    """Everything else that the slot says is covered by the seal on the key."""
    return "\n".join(f"{name}={slot[name]}" for name in sorted(slot) if name != "wrapped").encode("utf-8")


def checked(path: Path, file: SlotFile, key: bytes) -> bytes:
    """The key, where it is the one of these slots; KnownError ``wrong-key``."""
    if not hmac.compare_digest(_check(key), file.check):
        raise KnownError(
            "The key does not belong to this file of keys.",
            "The database and the file with its keys belong together: put both back from the same place.",
            code="wrong-key",
        )
    if len(key) != KEY_BYTES:
        raise damaged_keys(path)
    return key


def _check(key: bytes) -> str:
    return hmac.new(key, b"inspector key check", hashlib.sha256).hexdigest()[:32]


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
