"""What use cases wrote, gathered on the way, so that every screen that shows it can follow."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changed:
    """What was touched in one inspection ('' for what belongs to none, such as the register).

    `kinds` are record kinds of the journal, or ``register``, ``export``, ``device``, ``receipt``; `records`
    their ids (an answer's is "instance id:node key").
    """

    inspection: str
    kinds: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()

    def about(self, *kinds: str) -> bool:
        """Whether any of these kinds was touched."""
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Recovered:
    """A field that was being typed into when the program ended: what it is called and when the last key was
    kept (ISO time). The text itself is in the record.
    """

    inspection: str
    reference: str
    field: str
    at: str


@dataclass
class Touched:
    """Gathers what was written until somebody takes it."""

    _found: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)

    def add(self, inspection: str, *written: tuple[str, str]) -> None:
        """Note records that were written, as (kind, record)."""
        if written:
            kinds, records = self._found.setdefault(inspection, (set(), set()))
            for kind, record in written:
                kinds.add(kind)
                records.add(record)

    def take(self) -> tuple[Changed, ...]:
        """All that was noted since the last time, by inspection."""
        found, self._found = self._found, {}
        return tuple(
            Changed(inspection, frozenset(kinds), frozenset(records))
            for inspection, (kinds, records) in found.items()
        )
