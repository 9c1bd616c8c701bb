"""Looking for damage: pages, chains, and whether the tables still say what the journal says.

Whoever has the key can change rows behind the program's back; the chains and the rebuilt tables show it.
Reads only, and may run on a read-only connection in a process of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inspector_app.journal.chain import verify_chain
from inspector_app.journal.event import Event
from inspector_app.journal.merge import erased_ids
from inspector_app.storage import attachments, projections, search
from inspector_app.storage.database import Database
from inspector_app.storage.projections import counted_answer
from inspector_app.storage.rows import SELECT_EVENT, Row, to_event
from inspector_app.storage.slots import state_row
from inspector_app.storage.sqlcipher import Connection, DatabaseError

CLEANED = "cleaned"
"""The fact in `meta` of a backup that lists the ids whose content was taken from it afterwards."""
Progress = Callable[[int, int], None]
"""Called with (done, total); what it raises cancels."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong; `code` is stable, `where` names the place, `message` is for people.

    Codes: ``page``, ``structure``, those of `journal.chain.Fault`, ``erased-in-backup``, ``chain-head``,
    ``missing-events``, ``field-state``, ``projection``, ``search``, ``file``, ``attachment``.
    """

    code: str
    where: str
    message: str


def verify(database: Database, *, rebuild: bool = True, progress: Progress | None = None) -> list[Damage]:
    """Everything that is wrong with a database, [] where it is sound.

    With `rebuild` False the tables are not compared with the journal. `progress` counts inspections.
    """
    connection = database.connection
    found = list(_pages(connection))
    if found:
        return found
    try:
        journals = connection.execute("SELECT number, inspection FROM journal ORDER BY number").fetchall()
        expected = dict.fromkeys((one.table for one in projections.PROJECTIONS), 0)
        for done, (number, inspection) in enumerate(journals, 1):
            rows = connection.execute(SELECT_EVENT + "WHERE j.number = ?", (number,)).fetchall()
            events = _readable(inspection, rows, found)
            found.extend(_of_inspection(connection, number, inspection, events))
            if rebuild and len(events) == len(rows):
                found.extend(_states(connection, number, inspection, rows))
                found.extend(_projections(connection, number, inspection, expected))
                found.extend(_search(connection, number, inspection))
            if progress is not None:
                progress(done, len(journals))
        if rebuild:
            found.extend(_left_over(connection, expected))
        found.extend(_files(connection))
        found.extend(_attachments(database))
        found.extend(_loose_events(connection))
    except DatabaseError as error:
        found.append(
            Damage("structure", database.path.name, f"The database cannot be read to its end: {error}.")
        )
    return found


def _pages(connection: Connection) -> Iterator[Damage]:
    for (text,) in connection.execute("PRAGMA cipher_integrity_check"):
        yield Damage("page", str(text), f"A page was changed or damaged: {text}.")
    try:
        rows = connection.execute("PRAGMA integrity_check").fetchall()
    except DatabaseError as error:
        rows = [(str(error),)]
    for (text,) in rows:
        if text != "ok":
            yield Damage("structure", str(text), f"The structure of the database is damaged: {text}.")


def _readable(inspection: str, rows: list[Row], found: list[Damage]) -> list[Event]:
    """The events of the rows; those that cannot be read are added to `found`."""
    events = []
    for row in rows:
        try:
            events.append(to_event(row))
        except (ValueError, TypeError, AttributeError):
            where = f"event {row[19]} of inspection {inspection}"
            found.append(Damage("malformed", where, f"An event cannot be read: {where}."))
    return events


def _of_inspection(
    connection: Connection, number: int, inspection: str, events: list[Event]
) -> Iterator[Damage]:
    """Faults of the chains of one inspection, and content that went without an erase event."""
    for fault in verify_chain(events):
        where = f"event {fault.event} (device {fault.device}, number {fault.seq})"
        yield Damage(fault.code, where, f"{_WORDS[fault.code]}: {where}, inspection {inspection}.")
    named = erased_ids(events)
    for event in events:
        if event.erased and (event.inspection, event.id) not in named:
            code = "erased-in-backup" if event.id in _cleaned(connection) else "erased-without-trace"
            where = f"event {event.id}"
            yield Damage(code, where, f"{_WORDS[code]}: {where}.")
    yield from _heads(connection, number, inspection, events)


def _cleaned(connection: Connection) -> set[str]:
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (CLEANED,)).fetchone()
    return set(json.loads(row[0])) if row else set()


_WORDS = {
    "erased-in-backup": "An event lost its content in a backup, after it had been erased from the record",
    "altered-content": "The content of an event was changed",
    "altered-event": "An event was changed",
    "gap": "Events are missing before this one",
    "broken-link": "An event does not follow the one before it",
    "fork": "Two events have the same place; a copy of the database may have been worked on",
    "erased-without-trace": "An event lost its content, and no entry says who took it away",
}


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


def _states(connection: Connection, number: int, inspection: str, rows: list[Row]) -> Iterator[Damage]:
    """Apply the merge laws to every field's events and compare with what is kept."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[(row[3], row[4], row[5])].append(row)
    kept = connection.execute(
        "SELECT s.number, s.kind, s.record, s.field, s.event, s.heads, s.conflict,"
        " (SELECT group_concat(event) FROM (SELECT event FROM head WHERE slot = s.number ORDER BY event)),"
        " (SELECT group_concat(event) FROM (SELECT event FROM waiting WHERE slot = s.number ORDER BY event))"
        " FROM field_state s WHERE s.journal = ?",
        (number,),
    ).fetchall()
    for _, kind, record, field, event, count, conflict, heads, waiting in kept:
        shown, head_numbers, disagree, late = state_row(groups.pop((kind, record, field), []))
        several = ",".join(map(str, head_numbers)) if len(head_numbers) > 1 else None
        expected = (shown, len(head_numbers), disagree, several, ",".join(map(str, late)) or None)
        if expected != (event, count, bool(conflict), heads, waiting):
            where = f"{kind} {record}, {field}"
            yield Damage("field-state", where, f"A field does not show what its events say: {where}.")
    for kind, record, field in groups:
        where = f"{kind} {record}, {field}"
        yield Damage("field-state", where, f"A field of inspection {inspection} is missing: {where}.")


_RECORDS = "SELECT record FROM field_state WHERE journal = ? AND +kind = ? AND event IS NOT NULL"
# the + keeps SQLite from reading all inspections' records of the kind by another index
_COUNTED_WITHOUT_JOURNAL = (
    "SELECT DISTINCT inspection FROM counted_answer WHERE inspection NOT IN (SELECT inspection FROM journal)"
)

_FOUND_WITHOUT_JOURNAL = (
    "SELECT kind, record FROM search_entry WHERE CASE kind WHEN 'service'"
    " THEN record NOT IN (SELECT service_number FROM service)"
    " ELSE inspection NOT IN (SELECT inspection FROM journal) END"
)


def _projections(
    connection: Connection, number: int, inspection: str, expected: dict[str, int]
) -> Iterator[Damage]:
    for projection in projections.PROJECTIONS:
        found = connection.execute(_RECORDS, (number, projection.kind))
        records = list(dict.fromkeys(str(row[0]) for row in found))
        for row in projection.rows(connection, records):
            expected[projection.table] += 1
            if projection.kept(connection, row) != row:
                where = f"{projection.table} {'/'.join(map(str, row[: projection.keys]))}"
                yield Damage("projection", where, f"A table does not show what the journal says: {where}.")
    rows = set(counted_answer.rows(connection, [inspection]))
    if rows != set(counted_answer.kept(connection, inspection)):
        where = f"{counted_answer.TABLE} of inspection {inspection}"
        yield Damage("projection", where, f"A table does not show what the journal says: {where}.")


def _left_over(connection: Connection, expected: dict[str, int]) -> Iterator[Damage]:
    for projection in projections.PROJECTIONS:
        count = projection.count(connection)
        if count > expected[projection.table]:
            extra = count - expected[projection.table]
            yield Damage(
                "projection", projection.table, f"{extra} rows of {projection.table} have no events."
            )
    for kind, record in connection.execute(_FOUND_WITHOUT_JOURNAL):
        where = f"search index, {kind} {record}"
        yield Damage("search", where, f"The search index names what is not in the record: {where}.")
    for (inspection,) in connection.execute(_COUNTED_WITHOUT_JOURNAL):
        where = f"{counted_answer.TABLE} of inspection {inspection}"
        yield Damage("projection", where, f"Rows have no events: {where}.")


def _search(connection: Connection, number: int, inspection: str) -> Iterator[Damage]:
    expected, kept = search.expected_of(connection, number), search.kept_of(connection, inspection)
    if expected != kept:
        differing = {
            place for place in expected.keys() | kept.keys() if expected.get(place) != kept.get(place)
        }
        for kind, record in sorted(differing):
            where = f"search index, {kind} {record}"
            yield Damage("search", where, f"The search index does not say what the journal says: {where}.")


def _files(connection: Connection) -> Iterator[Damage]:
    for digest, content in connection.execute("SELECT sha256, content FROM blob"):
        if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != digest:
            yield Damage("file", digest, f"A stored file is not what it was when it was stored: {digest}.")


def _attachments(database: Database) -> Iterator[Damage]:
    for identifier, words in attachments.faults(database.connection, attachments.folder_of(database.path)):
        where = f"attachment {identifier}"
        yield Damage("attachment", where, f"An attachment {words}: {identifier}.")


def _loose_events(connection: Connection) -> Iterator[Damage]:
    """Events whose chain or field is gone, which no inspection lists."""
    (count,) = connection.execute(
        "SELECT count(*) FROM event e LEFT JOIN chain c ON c.number = e.chain"
        " LEFT JOIN field_state s ON s.number = e.slot WHERE c.number IS NULL OR s.number IS NULL"
    ).fetchone()
    if count:
        yield Damage("structure", "event", f"{count} events belong to no chain or to no field.")
