"""Looking at one inspection's events: seals, chains, ends of chains, content that went without a trace.

Two million events are looked at, so what is sound is proved the short way: the stored spelling of a value is
the one that was sealed, and needs no reading. Where that proof fails, for whatever reason, the laws of
`journal.chain` name what is wrong; they alone decide.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from inspector_app.journal.chain import verify_chain
from inspector_app.journal.event import Event
from inspector_app.journal.merge import erased_ids
from inspector_app.storage.damage import Damage
from inspector_app.storage.rows import Row, priors, to_event, to_id, to_json
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
    if _plainly_sound(connection, number, rows):
        return
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


def _plainly_sound(connection: Connection, number: int, rows: Sequence[Row]) -> bool:
    """Whether every event is sealed, in its place, linked to the one before, and none is erased."""
    chains = connection.execute("SELECT device, seq, hash, events FROM chain WHERE journal = ?", (number,))
    ends = {row[0]: row[1:] for row in chains}
    by_device: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_device[row[12]].append(row)
    try:
        for device, group in by_device.items():
            group.sort(key=_seq)
            seq, previous, count = ends.pop(device)
            if group[0][16] != bytes(32) or group[-1][17] != previous or count != seq or seq != len(group):
                return False
            if not all(map(_sealed, group)) or not _linked(group):
                return False
    except (ValueError, TypeError, AttributeError, KeyError):
        return False
    return all(end[0] == 0 and end[2] == 0 for end in ends.values())


def _seq(row: Row) -> int:
    return int(row[13])


def _linked(group: Sequence[Row]) -> bool:
    return all(
        row[13] == place and (place == 1 or row[16] == group[place - 2][17])
        for place, row in enumerate(group, 1)
    )


def _sealed(row: Row) -> bool:
    """Whether digest and hash of a row fit; see `journal.event.content_digest` and `event_hash`."""
    digest = row[8]
    if row[18] or row[6] is None:
        return False
    content = f"[{row[6]},{to_json(row[14])}]".encode()
    if len(row[7]) != 16 or sha256(row[7] + content).digest() != digest:
        return False
    sealed = [to_id(row[0]), row[1], to_id(row[2]), *row[3:6], digest.hex(), list(priors(row[9]))]
    sealed += [*row[10:14], row[15], row[16].hex()]
    return bool(sha256(to_json(sealed).encode()).digest() == row[17])


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
