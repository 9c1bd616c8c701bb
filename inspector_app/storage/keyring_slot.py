"""An optional way in: a key kept by the operating system's keyring, for whoever turns it on.

The package `keyring` is not needed by the program and is imported only when it is installed and asked for.
The keyring holds a random wrapping key and never the database's own; taking the slot away makes what the
keyring holds worthless.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import import_module, util
from pathlib import Path
from typing import Protocol, cast

from inspector_app.errors import KnownError
from inspector_app.storage import keys
from inspector_app.storage.slot_file import SlotFile, read, write

SERVICE = "inspector-app"
KIND = "keyring"


class Keyring(Protocol):
    """What is used of the package `keyring`."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def available() -> bool:
    """Whether the package is installed; looks without importing it."""
    return util.find_spec("keyring") is not None


def add(path: Path, key: bytes, *, keyring: Keyring | None = None) -> None:
    """Let the keyring open the database from now on; `key` is what an unlock gave.

    KnownError ``no-keyring`` where there is none or it refuses; then nothing has changed.
    """
    file = read(path)
    keys.checked(path, file, key)
    wrapping = keys.fresh_key()
    slot = keys.wrapped_slot(key, {"kind": KIND, "account": _account(file)}, wrapping)
    try:
        _keyring(keyring).set_password(SERVICE, _account(file), base64.b64encode(wrapping).decode("ascii"))
    except KnownError:
        raise
    except Exception as error:  # each system's keyring raises errors of its own
        raise _refused() from error
    write(path, SlotFile(file.check, (*(one for one in file.slots if one.get("kind") != KIND), slot)))


def remove(path: Path, *, keyring: Keyring | None = None) -> None:
    """Take the slot away, and the keyring's part where it can be reached."""
    file = read(path)
    write(path, SlotFile(file.check, tuple(slot for slot in file.slots if slot.get("kind") != KIND)))
    try:
        _keyring(keyring).delete_password(SERVICE, _account(file))
    except Exception:  # without its slot it opens nothing
        return


def unlock(path: Path, *, keyring: Keyring | None = None) -> bytes:
    """The database key, by the keyring. KnownError ``no-keyring`` where it does not hold this one's."""
    file = read(path)
    for slot in file.of_kind(KIND):
        try:
            kept = _keyring(keyring).get_password(SERVICE, str(slot.get("account")))
            wrapping = base64.b64decode(kept or "", validate=True)
        except KnownError:
            raise
        except Exception as error:  # as in `add`
            raise _refused() from error
        if len(wrapping) == 32:
            key = keys.unwrapped(path, slot, wrapping)
            if key is not None:
                return keys.checked(path, file, key)
    raise _refused()


def _keyring(given: Keyring | None) -> Keyring:
    if given is not None:
        return given
    if not available():
        raise _refused()
    return cast(Keyring, import_module("keyring"))


def _account(file: SlotFile) -> str:
    """A name for the database in the keyring that says nothing about its key."""
    return hashlib.sha256(file.check.encode("utf-8")).hexdigest()[:16]


def _refused() -> KnownError:
    return KnownError(
        "The keyring of this computer does not open the database.",
        "Use the passphrase. The keyring is never needed.",
        code="no-keyring",
    )
