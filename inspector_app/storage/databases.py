"""Makes, opens, copies and checks whole databases with their key slots."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.errors import KnownError
from inspector_app.files import make_folder
from inspector_app.journal.ids import OrderedIds
from inspector_app.storage import failures, holding, keys, throttle
from inspector_app.storage.database import Database
from inspector_app.storage.sqlcipher import use_ciphers_once
from inspector_app.storage.store import Store

if TYPE_CHECKING:
    from inspector_app.storage.database import Realm, Role

RESTORED = "restored"
"""The fact in `meta` of a database that came from a backup: when, and the device id it had (JSON)."""


@dataclass(frozen=True, slots=True)
class MadeDatabase:
    """A database just made; the recovery code is to be printed and kept nowhere else."""

    store: Store
    recovery_code: str


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """The ways into a database: kinds of slot, whom at head office it was given to, what a guess costs."""

    kinds: tuple[str, ...]
    escrow: tuple[str, ...]
    memory_mib: int
    passes: int
    keyring_available: bool


class EncryptedDatabases:
    """Databases on this machine. `seal` wraps the key for head office's age recipients."""

    def __init__(self, *, now: Callable[[], datetime], seal: keys.Seal) -> None:
        self._now = now
        self._seal = seal

    def get_ready(self) -> None:
        """Load the encryption and the database's library, so that nobody waits for them after Enter. Ciphers
        are loaded with their first use, not with the import, and a lock reads its own signature.
        """
        from cryptography.exceptions import InvalidTag  # noqa: F401
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: F401

        ChaCha20Poly1305(bytes(32)).encrypt(bytes(12), b"", None)
        throttle.get_ready()
        holding.made(Path("none"))
        use_ciphers_once()

    def create(
        self, path: Path, passphrase: str, *, realm: Realm, role: Role, escrow: Sequence[str]
    ) -> MadeDatabase:
        """A new database with slots for passphrase, recovery code and escrow; whole or not at all."""
        if path.exists():
            raise KnownError(
                f"There is a file already at {path}.",
                "Choose another folder, or open that one.",
                code="exists",
            )
        from inspector_app.storage import calibrate

        make_folder(path.parent)
        slots = keys.keys_path(path)
        cost = calibrate.cost_for(realm)
        made = keys.create_slots(slots, passphrase, escrow=escrow, seal=self._seal, cost=cost)
        try:
            database = Database.create(path, made.key, realm=realm, role=role, now=self._now())
        except BaseException:
            slots.unlink(missing_ok=True)
            raise
        return MadeDatabase(Store(database, self._now), made.recovery_code)

    def open(self, path: Path, passphrase: str) -> Store:
        """Unlock with the passphrase; KnownErrors of `keys`, `throttle` and `Database.open`."""
        slots = self._slots(path)
        with throttle.counted(path, self._now()) as tried:
            key = keys.unlock_with_passphrase(slots, passphrase)
            tried.right()
            return self._opened(path, key)

    def open_with_code(self, path: Path, code: str) -> Store:
        """Unlock with the printed recovery code, in any spelling."""
        return self._opened(path, keys.unlock_with_code(self._slots(path), code))

    def open_with_escrow(self, path: Path, unseal: keys.Unseal) -> Store:
        """Unlock with head office's age identity; what `unseal` raises passes through."""
        return self._opened(path, keys.unlock_with_escrow(self._slots(path), unseal))

    def open_with_keyring(self, path: Path) -> Store:
        """Unlock with the system's keyring; KnownError ``no-keyring``."""
        from inspector_app.storage import keyring_slot

        return self._opened(path, keyring_slot.unlock(self._slots(path)))

    def check_passphrase(self, path: Path, passphrase: str) -> None:
        """KnownError ``wrong-passphrase`` where it does not unlock this database, ``too-soon``."""
        self._key(path, passphrase)

    def wait_seconds(self, path: Path) -> int:
        """Seconds until the next passphrase may be tried, 0 for now."""
        return throttle.remaining(path, self._now())

    def key_facts(self, path: Path) -> KeyFacts:
        """The ways into a database, to be shown."""
        from inspector_app.storage import keyring_slot

        slots = keys.keys_path(path)
        cost = keys.passphrase_cost(slots) or keys.Cost()
        return KeyFacts(
            kinds=keys.kinds(slots),
            escrow=keys.escrow_recipients(slots),
            memory_mib=cost.memory // 1024,
            passes=cost.passes,
            keyring_available=keyring_slot.available(),
        )

    def folder_kind(self, folder: Path) -> str:
        """``synced`` or ``network`` where a database should not lie, else ''."""
        from inspector_app.storage import folder_kind

        return folder_kind.folder_kind(folder)

    def restore(self, source: Path, target: Path, passphrase: str) -> Store:
        """Put a backup at `target` and open it: see `restore_with`."""
        return self.restore_with(source, target, self._key(source, passphrase))

    def restore_with_code(self, source: Path, target: Path, code: str) -> Store:
        """The same, unlocked with the recovery code of the day the backup was made."""
        return self.restore_with(source, target, keys.unlock_with_code(self._slots(source), code))

    def restore_with(self, source: Path, target: Path, key: bytes) -> Store:
        """Put a backup at `target` and open it. The laptop goes on under a new id for its chains: the old
        chain may have gone on elsewhere, and two events in one place would be a fork.
        """
        from inspector_app.storage import backup

        backup.restore(source, target, key)
        store = self._opened(target, key)
        with store.transaction():
            store.set_meta(RESTORED, json.dumps({"at": self._now().isoformat(), "was": store.meta("device")}))
            store.set_meta("device", OrderedIds(self._now).new())
        return store

    def _opened(self, path: Path, key: bytes) -> Store:
        store = Store(Database.open(path, key), self._now)
        store.care.attachments.sweep()
        return store

    def _slots(self, path: Path) -> Path:
        if not path.is_file():
            raise failures.missing(path)
        return keys.keys_path(path)

    def _key(self, path: Path, passphrase: str) -> bytes:
        slots = self._slots(path)
        with throttle.counted(path, self._now()):
            return keys.unlock_with_passphrase(slots, passphrase)
