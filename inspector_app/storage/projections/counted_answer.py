"""The table `counted_answer`: what national tables count, of finalised inspections alone.

Two records decide: the checklist's frozen rows and the status of its inspection. Finalising freezes, a
correction freezes anew, voiding takes the rows away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from inspector_app.journal.event import Json
from inspector_app.journal.records import CHECKLIST, INSPECTION, INSPECTION_FINALISED, Checklist, Inspection
from inspector_app.storage.projections.projection import text
from inspector_app.storage.rows import Row, from_json
from inspector_app.storage.sqlcipher import Connection

TABLE = "counted_answer"

_FROZEN = """
SELECT f.record, j.inspection, e.value
FROM json_each(?) w
CROSS JOIN journal j ON j.inspection = w.value
JOIN field_state i ON i.kind = ? AND i.record = j.inspection AND i.field = ? AND i.journal = j.number
JOIN event ie ON ie.number = i.event AND ie.value = ?
JOIN field_state f ON f.journal = j.number AND f.kind = ? AND f.field = ?
JOIN event e ON e.number = f.event AND e.value IS NOT NULL
"""


def rows(connection: Connection, inspections: Sequence[str]) -> Iterator[Row]:
    """The rows of these inspections; none of those that are open or void."""
    parameters = (
        json.dumps(inspections),
        INSPECTION,
        Inspection.STATUS,
        json.dumps(INSPECTION_FINALISED),
        CHECKLIST,
        Checklist.FROZEN,
    )
    for instance, inspection, value in connection.execute(_FROZEN, parameters):
        frozen = from_json(value)
        if isinstance(frozen, dict):
            yield from _of_instance(instance, inspection, frozen)


def _of_instance(instance: str, inspection: str, frozen: Mapping[str, Json]) -> Iterator[Row]:
    derived = frozen.get("derived")
    form = (text(frozen.get("form_id")) or "", text(frozen.get("version")) or "")
    seen: set[tuple[str, str]] = set()
    for row in derived if isinstance(derived, list) else []:
        if not isinstance(row, dict):
            continue
        name, key = text(row.get("name")) or "", text(row.get("key")) or ""
        if (name, key) in seen:
            continue
        seen.add((name, key))
        value = text(row.get("value")) or ""
        outside, missing = row.get("outside_base") is True, row.get("not_assessed") is True
        yield (instance, name, key, inspection, *form, value, int(outside), int(missing))


def refresh(connection: Connection, records: Mapping[str, Sequence[str]]) -> None:
    """Write anew the rows of the inspections that these records, by kind, belong to."""
    touched = set(records.get(INSPECTION, ()))
    if records.get(CHECKLIST):
        found = connection.execute(
            "SELECT DISTINCT j.inspection FROM json_each(?) w CROSS JOIN field_state s"
            " ON s.kind = ? AND s.record = w.value AND s.field = ? JOIN journal j ON j.number = s.journal",
            (json.dumps(records[CHECKLIST]), CHECKLIST, Checklist.FROZEN),
        )
        touched |= {row[0] for row in found}
    if touched:
        connection.executemany("DELETE FROM counted_answer WHERE inspection = ?", [(one,) for one in touched])
        _insert(connection, sorted(touched))


def kept(connection: Connection, inspection: str) -> Iterator[Row]:
    """The rows that the table holds for an inspection."""
    yield from connection.execute(
        "SELECT instance, name, key, inspection, form_id, version, value, outside_base, not_assessed"
        " FROM counted_answer WHERE inspection = ?",
        (inspection,),
    )


def rebuild(connection: Connection) -> None:
    """Empty the table and make it again."""
    connection.execute("DELETE FROM counted_answer")
    _insert(connection, [row[0] for row in connection.execute("SELECT inspection FROM journal")])


def _insert(connection: Connection, inspections: Sequence[str]) -> None:
    connection.executemany(
        "INSERT INTO counted_answer(instance, name, key, inspection, form_id, version, value, outside_base,"
        " not_assessed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        list(rows(connection, inspections)),
    )
