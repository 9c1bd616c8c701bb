"""Puts sound, new events into the journal and brings states and projections along, in one transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from inspector_app.journal.event import Event, erase_content
from inspector_app.journal.ids import is_id
from inspector_app.journal.merge import Slot, erase_targets, is_erase
from inspector_app.storage import projections, search
from inspector_app.storage.database import SCRUB
from inspector_app.storage.rows import INSERT_EVENT, shared_texts, to_bytes, to_row
from inspector_app.storage.slots import Slots, SlotState, recompute
from inspector_app.storage.sqlcipher import Connection

Named = tuple[str, str]
"""(inspection, id) of an event that an erase event names."""


@dataclass
class ChainRow:
    """Where one chain stands; `number` is its key in the table."""

    number: int
    journal: int
    seq: int
    hash: str
    events: int


def journal_number(connection: Connection, inspection: str) -> int:
    """The number of an inspection's journal, made where it is new."""
    row = connection.execute("SELECT number FROM journal WHERE inspection = ?", (inspection,)).fetchone()
    if row is None:
        made = connection.execute("INSERT INTO journal(inspection) VALUES (?)", (inspection,)).lastrowid
        return int(made or 0)
    return int(row[0])


def chain_row(connection: Connection, inspection: str, device: str) -> ChainRow:
    """Where a chain stands, made where it is new."""
    journal = journal_number(connection, inspection)
    row = connection.execute(
        "SELECT number, seq, hash, events FROM chain WHERE journal = ? AND device = ?", (journal, device)
    ).fetchone()
    if row is not None:
        return ChainRow(row[0], journal, row[1], row[2].hex(), row[3])
    genesis = bytes(32)
    number = connection.execute(
        "INSERT INTO chain(journal, device, seq, hash, events) VALUES (?, ?, 0, ?, 0)",
        (journal, device, genesis),
    ).lastrowid
    return ChainRow(int(number or 0), journal, 0, genesis.hex(), 0)


def add_events(
    connection: Connection,
    events: Sequence[Event],
    chains: dict[tuple[str, str], ChainRow],
    slots: Slots,
    flagged: Collection[str] = (),
) -> None:
    """Add `events`, each of which is sound and unknown; `chains` by (inspection, device), with all they need.

    `slots` has loaded the fields concerned. Events named by an erase event, here or earlier, lose content.
    """
    targets = {(event.inspection, target) for event in events for target in erase_targets(event)}
    events = _stripped(connection, events, targets)
    _add_slots(connection, events, chains, slots)
    texts = shared_texts(
        connection, [event.author for event in events] + [event.form_hash for event in events]
    )
    number = _last(connection, "SELECT max(number) FROM event")
    rows = []
    for event in events:
        number += 1
        chain = chains[(event.inspection, event.device)]
        chain.events += 1
        if event.seq > chain.seq:
            chain.seq, chain.hash = event.seq, event.hash
        slot = slots.states[event.slot].number
        author, form = texts[event.author], texts[event.form_hash]
        rows.append(to_row(event, number, chain.number, slot, author, form, event.id in flagged))
        slots.follow(event, number)
    connection.executemany(INSERT_EVENT, rows)
    connection.executemany(
        "UPDATE chain SET seq = ?, hash = ?, events = ? WHERE number = ?",
        [(chain.seq, bytes.fromhex(chain.hash), chain.events, chain.number) for chain in chains.values()],
    )
    slots.write(connection)
    touched = {event.slot for event in events}
    touched |= take_content(connection, targets)
    refresh(connection, touched)


def _add_slots(
    connection: Connection, events: Sequence[Event], chains: dict[tuple[str, str], ChainRow], slots: Slots
) -> None:
    number = _last(connection, "SELECT max(number) FROM field_state")
    new = []
    for event in events:
        if event.slot not in slots.states:
            number += 1
            journal = chains[(event.inspection, event.device)].journal
            slots.states[event.slot] = SlotState(number, journal)
            new.append((number, journal, *event.slot))
    connection.executemany(
        "INSERT INTO field_state(number, journal, kind, record, field) VALUES (?, ?, ?, ?, ?)", new
    )


def _stripped(connection: Connection, events: Sequence[Event], targets: set[Named]) -> Sequence[Event]:
    """The events with content taken from those that an erase event of their inspection names."""
    named = targets | _known_as_erased(connection, events)
    if not named:
        return events
    return [
        erase_content(event) if (event.inspection, event.id) in named and not is_erase(event) else event
        for event in events
    ]


def _known_as_erased(connection: Connection, events: Sequence[Event]) -> set[Named]:
    if connection.execute("SELECT 1 FROM erased LIMIT 1").fetchone() is None:
        return set()
    found = connection.execute(
        "SELECT w.value ->> 0, w.value ->> 1 FROM json_each(?) w"
        " CROSS JOIN journal j ON j.inspection = w.value ->> 0"
        " JOIN erased ON erased.journal = j.number AND erased.id = unhex(w.value ->> 1, '-')",
        (json.dumps([(event.inspection, event.id) for event in events]),),
    )
    return {(row[0], row[1]) for row in found}


def take_content(connection: Connection, named: Iterable[Named]) -> set[Slot]:
    """Strip the named events, remember the names for those still to come; the fields that were touched.

    Pending keys and derived rows of those fields go too. Erase events themselves keep their content, and a
    name reaches only its own inspection.
    """
    wanted = [
        (journal_number(connection, inspection), to_bytes(identifier))
        for inspection, identifier in sorted(named)
        if is_id(identifier)
    ]
    connection.executemany("INSERT OR IGNORE INTO erased(journal, id) VALUES (?, ?)", wanted)
    touched: dict[int, Slot] = {}
    texts: list[str] = []
    for place in wanted:
        row = connection.execute(
            "SELECT e.number, s.number, s.kind, s.record, s.field, e.value FROM event e"
            " JOIN field_state s ON s.number = e.slot"
            " WHERE s.journal = ? AND e.id = ? AND s.kind <> 'erase'",
            place,
        ).fetchone()
        if row is not None:
            connection.execute(
                "UPDATE event SET value = NULL, salt = NULL, reason = '', erased = 1 WHERE number = ?",
                row[:1],
            )
            touched[row[1]] = (row[2], row[3], row[4])
            texts.append(row[5] or "")
    for slot, (kind, record, name) in touched.items():
        recompute(connection, slot)
        connection.execute(
            "DELETE FROM pending WHERE kind = ? AND record = ? AND field = ?", (kind, record, name)
        )
        instance, _, key = record.partition(":")
        connection.execute("DELETE FROM derived WHERE instance = ? AND key = ?", (instance, key))
    refresh(connection, touched.values())
    search.forget_words(connection, texts)
    if touched:
        connection.execute("INSERT OR REPLACE INTO meta(name, value) VALUES (?, 'due')", (SCRUB,))
    return set(touched.values())


def refresh(connection: Connection, touched: Iterable[Slot]) -> None:
    """Bring the projections of the touched records up to date."""
    records: dict[str, dict[str, None]] = defaultdict(dict)
    for kind, record, _ in touched:
        records[kind][record] = None
    projections.refresh(connection, {kind: list(found) for kind, found in records.items()})


def _last(connection: Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0] or 0)
