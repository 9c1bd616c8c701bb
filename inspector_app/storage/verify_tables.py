"""Comparing what the tables show with what the journal says: states of fields, projections, search index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from inspector_app.journal.event import Json
from inspector_app.storage import projections, search
from inspector_app.storage.damage import Damage
from inspector_app.storage.projections import counted_answer
from inspector_app.storage.projections.projection import Projection
from inspector_app.storage.rows import SELECT_EVENT, Row, from_json
from inspector_app.storage.slots import state_row
from inspector_app.storage.sqlcipher import Connection
from inspector_app.storage.verify_reading import AT, ID, NUMBER, PRIOR, VALUE, Reading

_COUNTED_WITHOUT_JOURNAL = (
    "SELECT DISTINCT inspection FROM counted_answer WHERE inspection NOT IN (SELECT inspection FROM journal)"
)
_FOUND_WITHOUT_JOURNAL = (
    "SELECT kind, record FROM search_entry WHERE CASE kind WHEN 'service'"
    " THEN record NOT IN (SELECT service_number FROM service)"
    " ELSE inspection NOT IN (SELECT inspection FROM journal) END"
)
_SERVICE_NOT_FOUND = (
    "SELECT s.service_number FROM service s LEFT JOIN search_entry n ON n.kind = 'service'"
    " AND n.record = s.service_number WHERE n.number IS NULL"
)


@dataclass
class Tables:
    """What is compared once for the whole database: heads and waiting events of fields that have several,
    and how many rows each projection should have.
    """

    heads: Mapping[int, str]
    waiting: Mapping[int, str]
    expected: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: Connection) -> Tables:
        """Read what all inspections share."""
        expected = dict.fromkeys((one.table for one in projections.PROJECTIONS), 0)
        return cls(_grouped(connection, "head"), _grouped(connection, "waiting"), expected)

    def damage(self, connection: Connection, reading: Reading) -> Iterator[Damage]:
        """Where the tables do not say what the events of one inspection say."""
        shown: dict[tuple[str, str], list[tuple[str, Row]]] = defaultdict(list)
        groups = reading.by_slot()
        for slot, kind, record, name, event, count, conflict in reading.states:
            rows = groups.pop(slot, [])
            found = (event, count, bool(conflict), self.heads.get(slot), self.waiting.get(slot))
            if found != _expected(connection, slot, rows):
                where = f"{kind} {record}, {name}"
                yield Damage("field-state", where, f"A field does not show what its events say: {where}.")
            for row in rows:
                if row[NUMBER] == event:
                    shown[(kind, record)].append((name, row))
        for slot in groups:
            where = _place(connection, slot)
            yield Damage(
                "field-state", where, f"A field of inspection {reading.inspection} is missing: {where}."
            )
        try:
            yield from self._projections(connection, reading.inspection, shown)
        except (ValueError, RecursionError):
            where = f"inspection {reading.inspection}"
            yield Damage("malformed", where, f"What an event says cannot be read: {where}.")

    def _projections(
        self, connection: Connection, inspection: str, shown: Mapping[tuple[str, str], list[tuple[str, Row]]]
    ) -> Iterator[Damage]:
        wanted: dict[str, list[Row]] = defaultdict(list)
        found: dict[tuple[str, str], search.Entry] = {}
        for (kind, record), rows in shown.items():
            fields: dict[str, Json] = {name: from_json(row[VALUE]) for name, row in rows}
            projection = _BY_KIND.get(kind)
            if projection is not None:
                changed_at = max(row[AT] for _, row in rows)
                wanted[kind].append(projection.row(record, inspection, fields, changed_at))
            entry = search.entry_of(kind, record, inspection, fields)
            if entry is not None:
                found[(kind, record)] = entry
        for kind, expected in wanted.items():
            yield from self._rows(connection, _BY_KIND[kind], inspection, expected)
        counted = set(counted_answer.rows(connection, [inspection]))
        if counted != set(counted_answer.kept(connection, inspection)):
            where = f"{counted_answer.TABLE} of inspection {inspection}"
            yield Damage("projection", where, f"A table does not show what the journal says: {where}.")
        yield from _entries(found, search.kept_of(connection, inspection))

    def _rows(
        self, connection: Connection, projection: Projection, inspection: str, expected: Sequence[Row]
    ) -> Iterator[Damage]:
        self.expected[projection.table] += len(expected)
        kept = set(projection.kept_of(connection, inspection, expected))
        for row in expected:
            if row not in kept:
                where = f"{projection.table} {'/'.join(map(str, row[: projection.keys]))}"
                yield Damage("projection", where, f"A table does not show what the journal says: {where}.")

    def left_over(self, connection: Connection) -> Iterator[Damage]:
        """Rows that no inspection accounts for; after every inspection was compared."""
        for projection in projections.PROJECTIONS:
            count = projection.count(connection)
            if count > self.expected[projection.table]:
                extra = count - self.expected[projection.table]
                yield Damage(
                    "projection", projection.table, f"{extra} rows of {projection.table} have no events."
                )
        for (inspection,) in connection.execute(_COUNTED_WITHOUT_JOURNAL):
            where = f"{counted_answer.TABLE} of inspection {inspection}"
            yield Damage("projection", where, f"Rows have no events: {where}.")
        for kind, record in connection.execute(_FOUND_WITHOUT_JOURNAL):
            where = f"search index, {kind} {record}"
            yield Damage("search", where, f"The search index names what is not in the record: {where}.")
        for (number,) in connection.execute(_SERVICE_NOT_FOUND):
            where = f"search index, service {number}"
            yield Damage("search", where, f"The search index does not know a service: {where}.")


_BY_KIND = {projection.kind: projection for projection in projections.PROJECTIONS}


def _grouped(connection: Connection, table: str) -> dict[int, str]:
    found: dict[int, list[int]] = defaultdict(list)
    for slot, event in connection.execute(f"SELECT slot, event FROM {table} ORDER BY slot, event"):  # noqa: S608
        found[slot].append(event)
    return {slot: ",".join(map(str, events)) for slot, events in found.items()}


def _expected(
    connection: Connection, slot: int, rows: Sequence[Row]
) -> tuple[int | None, int, bool, str | None, str | None]:
    """By the merge laws: the event that shows, how many heads, whether they disagree, heads, waiting."""
    if rows and _one_after_the_other(rows):
        return int(rows[-1][NUMBER]), 1, False, None, None
    every = connection.execute(SELECT_EVENT + "WHERE e.slot = ?", (slot,)).fetchall()
    shown, heads, disagree, late = state_row(every)
    several = ",".join(map(str, heads)) if len(heads) > 1 else None
    return shown, len(heads), disagree, several, ",".join(map(str, late)) or None


def _one_after_the_other(rows: Sequence[Row]) -> bool:
    """Whether each event of a field replaces the one before and nothing else: then the last is the one head,
    which shows whether or not its content was erased.
    """
    before: bytes | None = None
    for row in rows:
        if row[PRIOR] != before:
            return False
        before = row[ID]
    return True


def _place(connection: Connection, slot: int) -> str:
    row = connection.execute(
        "SELECT kind, record, field FROM field_state WHERE number = ?", (slot,)
    ).fetchone()
    return f"{row[0]} {row[1]}, {row[2]}" if row else f"field {slot}"


def _entries(
    expected: Mapping[tuple[str, str], search.Entry], kept: Mapping[tuple[str, str], search.Entry]
) -> Iterator[Damage]:
    if expected == kept:
        return
    for place in sorted(expected.keys() | kept.keys()):
        if expected.get(place) != kept.get(place):
            where = f"search index, {place[0]} {place[1]}"
            yield Damage("search", where, f"The search index does not say what the journal says: {where}.")
