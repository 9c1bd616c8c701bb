"""Makes, opens, copies and checks whole databases with their key slots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.errors import KnownError
from inspector_app.files import make_folder
from inspector_app.journal.ids import OrderedIds
from inspector_app.storage import backup, failures, keys
from inspector_app.storage.database import Database, Realm, Role
from inspector_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class MadeDatabase:
    """A database just made; the recovery code is to be printed and kept nowhere else."""

    store: Store
    recovery_code: str


class EncryptedDatabases:
    """Databases on this machine. `seal` wraps the key for head office's age recipients."""

    def __init__(self, *, now: Callable[[], datetime], seal: keys.Seal) -> None:
        self._now = now
        self._seal = seal

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
        make_folder(path.parent)
        slots = keys.keys_path(path)
        made = keys.create_slots(slots, passphrase, escrow=escrow, seal=self._seal)
        try:
            database = Database.create(path, made.key, realm=realm, role=role, now=self._now())
        except BaseException:
            slots.unlink(missing_ok=True)
            raise
        return MadeDatabase(Store(database, self._now), made.recovery_code)

    def open(self, path: Path, passphrase: str) -> Store:
        """Unlock with the passphrase; KnownErrors of `keys` and `Database.open`."""
        if not path.is_file():
            raise failures.missing(path)
        key = keys.unlock_with_passphrase(keys.keys_path(path), passphrase)
        return Store(Database.open(path, key), self._now)

    def open_with_code(self, path: Path, code: str) -> Store:
        """Unlock with the printed recovery code, in any spelling."""
        if not path.is_file():
            raise failures.missing(path)
        key = keys.unlock_with_code(keys.keys_path(path), code)
        return Store(Database.open(path, key), self._now)

    def check_passphrase(self, path: Path, passphrase: str) -> None:
        """KnownError ``wrong-passphrase`` where it does not unlock this database."""
        keys.unlock_with_passphrase(keys.keys_path(path), passphrase)

    def restore(self, source: Path, target: Path, passphrase: str) -> Store:
        """Put a backup at `target` and open it. The laptop goes on under a new id for its chains: the old
        chain may have gone on elsewhere, and two events in one place would be a fork.
        """
        key = keys.unlock_with_passphrase(keys.keys_path(source), passphrase)
        backup.restore(source, target, key)
        store = Store(Database.open(target, key), self._now)
        with store.transaction():
            store.set_meta("device", OrderedIds(self._now).new())
        return store
