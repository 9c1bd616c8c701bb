"""The pseudonym key: which name a pseudonym such as YP1 stands for, on this laptop alone.

It is kept among the secrets of the encrypted database, never in the journal: so no export, letter or search
can hold it. The checks before issue use it to find names that slipped into a text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.operations.desk import Desk

_SECRET, _KEPT = "pseudonym-key", "pseudonym-key-kept"


@dataclass(frozen=True)
class LaptopNames:
    """The key of one laptop; matches `check_letter.NameKey`."""

    desk: Desk

    def names(self, inspection: str) -> dict[str, str]:
        """Names of one inspection with their pseudonyms."""
        return self._read().get(inspection, {})

    def remember(self, inspection: str, name: str, pseudonym: str) -> None:
        """Keep that a pseudonym stands for a name."""
        name, pseudonym = name.strip(), pseudonym.strip()
        if len(name) < 2 or not pseudonym or name.casefold() == pseudonym.casefold():
            raise KnownError(
                "A name and its pseudonym are needed.",
                "Write the name, and a pseudonym such as YP1 or a designation.",
                code="pseudonym-missing",
            )
        key = self._read()
        key.setdefault(inspection, {})[name] = pseudonym
        self._write(key)

    def forget(self, inspection: str) -> None:
        """Take away all names of one inspection, as when it has been received and checked."""
        key = self._read()
        if key.pop(inspection, None) is not None:
            self._write(key)

    def _read(self) -> dict[str, dict[str, str]]:
        if not self.desk.store.meta(_KEPT):
            return {}
        read: dict[str, dict[str, str]] = json.loads(self.desk.store.secret(_SECRET))
        return read

    def _write(self, key: dict[str, dict[str, str]]) -> None:
        with self.desk.store.transaction():
            self.desk.store.put_secret(_SECRET, json.dumps(key, ensure_ascii=False).encode("utf-8"))
            self.desk.store.set_meta(_KEPT, "yes")
