"""Naming what is wrong with one inspection's events: seals, chains, ends of chains, content that went without
a trace. Only inspections that the short proof of `verify_reading` does not find sound come here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from inspector_app.journal.chain import verify_chain
from inspector_app.journal.event import Event
from inspector_app.journal.merge import erased_ids
from inspector_app.storage.damage import Damage
from inspector_app.storage.rows import Row, to_event
from inspector_app.storage.sqlcipher import Connection

CLEANED = "cleaned"
"""The fact in `meta` of a backup that lists the ids whose content was taken from it afterwards."""

_WORDS = {
    "altered-content": "The content of an event was changed",
    "altered-event": "An event was changed",
    "gap": "Events are missing before this one",
    "broken-link": "An event does not follow the one before it",
    "fork": "Two events have the same place; a copy of the database may have been worked on",
    "erased-without-trace": "An event lost its content, and no entry says who took it away",
    "erased-in-backup": "An event lost its content in a backup, after it had been erased from the record",
}


def event_damage(
    connection: Connection, number: int, inspection: str, rows: Sequence[Row]
) -> Iterator[Damage]:
    """Everything that is wrong with the events of one inspection, whose rows of `SELECT_EVENT` these are."""
    events = []
    for row in rows:
        try:
            events.append(to_event(row))
        except (ValueError, TypeError, AttributeError):
            where = f"event {row[19]} of inspection {inspection}"
            yield Damage("malformed", where, f"An event cannot be read: {where}.")
    yield from _faults(connection, inspection, events)
    yield from _heads(connection, number, inspection, events)


def readable(rows: Sequence[Row]) -> bool:
    """Whether all of these rows can be read as events."""
    try:
        for row in rows:
            to_event(row)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def _faults(connection: Connection, inspection: str, events: list[Event]) -> Iterator[Damage]:
    """Faults of the chains of one inspection, and content that went without an erase event."""
    for fault in verify_chain(events):
        where = f"event {fault.event} (device {fault.device}, number {fault.seq})"
        yield Damage(fault.code, where, f"{_WORDS[fault.code]}: {where}, inspection {inspection}.")
    named = erased_ids(events)
    cleaned = _cleaned(connection)
    for event in events:
        if event.erased and (event.inspection, event.id) not in named:
            code = "erased-in-backup" if event.id in cleaned else "erased-without-trace"
            where = f"event {event.id}"
            yield Damage(code, where, f"{_WORDS[code]}: {where}.")


def _cleaned(connection: Connection) -> set[str]:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (CLEANED,)).fetchone()
    return set(json.loads(row[0])) if row else set()


def _heads(connection: Connection, number: int, inspection: str, events: list[Event]) -> Iterator[Damage]:
    """Compare each chain's row with its events."""
    counts: dict[str, int] = defaultdict(int)
    ends: dict[str, tuple[int, set[str]]] = {}
    for event in events:
        counts[event.device] += 1
        seq, hashes = ends.get(event.device, (0, set()))
        if event.seq > seq:
            seq, hashes = event.seq, set()
        if event.seq == seq:
            hashes.add(event.hash)
        ends[event.device] = (seq, hashes)
    chains = connection.execute("SELECT device, seq, hash, events FROM chain WHERE journal = ?", (number,))
    for device, seq, digest, count in chains:
        where = f"device {device}, inspection {inspection}"
        end, hashes = ends.get(device, (0, {bytes(32).hex()}))
        if count != counts[device]:
            yield Damage(
                "missing-events", where, f"There should be {count} events, and are {counts[device]}: {where}."
            )
        elif seq != end or digest.hex() not in hashes:
            yield Damage("chain-head", where, f"The end of a chain is not where it was noted: {where}.")
