"""The pseudonym key: which name a pseudonym such as YP1 stands for, on this laptop alone.

It is kept among the secrets of the encrypted database, never in the journal: so no export, letter or search
can hold it. The checks before issue use it to find names that slipped into a text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk

CHANGED = "names"
"""The kind that screens are told when the key changes; a change never says which name."""
_SECRET, _KEPT = "pseudonym-key", "pseudonym-key-kept"
_NODE = "pseudonym"
"""What a sample calls the column of its pseudonyms."""


@dataclass(frozen=True)
class NamesView:
    """The key of one inspection: (pseudonym, name) in order; `wanted` are pseudonyms that the record uses and
    that have no name here. The key is no part of the record, so it is never closed."""

    entries: tuple[tuple[str, str], ...]
    wanted: tuple[str, ...] = ()
    closed: str = ""
    finalised: bool = False


@dataclass(frozen=True)
class LaptopNames:
    """The key of one laptop; matches `check_letter.NameKey`."""

    desk: Desk

    def names(self, inspection: str) -> dict[str, str]:
        """Names of one inspection with their pseudonyms."""
        return self._read().get(inspection, {})

    def remember(self, inspection: str, name: str, pseudonym: str) -> None:
        """Keep that a pseudonym stands for a name; several names may share one, such as a short form."""
        name, pseudonym = " ".join(name.split()), pseudonym.strip()
        if len(name) < 2 or not pseudonym or name.casefold() == pseudonym.casefold():
            raise KnownError(
                "A name and its pseudonym are needed.",
                "Write the name, and a pseudonym such as YP1 or a designation.",
                code="pseudonym-missing",
            )
        key = self._read()
        key.setdefault(inspection, {})[name] = pseudonym
        self._write(key, inspection)

    def remember_all(self, inspection: str, names: dict[str, str]) -> None:
        """Put names back that were taken away."""
        key = self._read()
        key[inspection] = {**key.get(inspection, {}), **names}
        self._write(key, inspection)

    def take_away(self, inspection: str, name: str) -> None:
        """Take one name away."""
        key = self._read()
        if key.get(inspection, {}).pop(name, None) is not None:
            self._write(key, inspection)

    def forget(self, inspection: str) -> None:
        """Take away all names of one inspection, as when it has been received and checked."""
        key = self._read()
        if key.pop(inspection, None) is not None:
            self._write(key, inspection)

    def _read(self) -> dict[str, dict[str, str]]:
        if not self.desk.store.meta(_KEPT):
            return {}
        read: dict[str, dict[str, str]] = json.loads(self.desk.store.secret(_SECRET))
        return read

    def _write(self, key: dict[str, dict[str, str]], inspection: str) -> None:
        with self.desk.store.transaction():
            self.desk.store.put_secret(_SECRET, json.dumps(key, ensure_ascii=False).encode("utf-8"))
            self.desk.store.set_meta(_KEPT, "yes")
        self.desk.touched.add(inspection, (CHANGED, ""))


def names_view(desk: Desk, inspection_id: str, sessions: Sequence[ChecklistSession]) -> NamesView:
    """The key of an inspection, and what is missing in it."""
    names = LaptopNames(desk).names(inspection_id)
    entries = sorted(((pseudonym, name) for name, pseudonym in names.items()), key=_in_order)
    known = {pseudonym.casefold() for pseudonym in names.values()}
    used = dict.fromkeys(_used(sessions))
    wanted = sorted(
        (one for one in used if one.casefold() not in known), key=lambda one: _in_order((one, ""))
    )
    return NamesView(tuple(entries), tuple(wanted))


def _used(sessions: Sequence[ChecklistSession]) -> Iterator[str]:
    for session in sessions:
        for view in session.instance.views():
            if view.key.rsplit("/", 1)[-1] == _NODE and view.value:
                yield view.value


def _in_order(entry: tuple[str, str]) -> tuple[str, int, str]:
    """YP2 before YP10."""
    letters = entry[0].rstrip("0123456789")
    number = entry[0][len(letters) :]
    return letters.casefold(), int(number or 0), entry[1].casefold()
