"""What every projection is: a table, the kind of record it shows, and how fields become a row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from inspector_app.journal.event import Json
from inspector_app.storage.rows import Row, from_json, to_json
from inspector_app.storage.sqlcipher import Connection

Column = str | int | None
Fields = Mapping[str, Json]

_FIELDS = """
SELECT s.record, j.inspection, s.field, e.value, e.at
FROM field_state s
JOIN journal j ON j.number = s.journal
JOIN event e ON e.number = s.event
WHERE s.kind = ?"""
_OF_RECORDS = " AND s.record IN (SELECT value FROM json_each(?))"
_ORDER = " ORDER BY s.record, s.field"


@dataclass(frozen=True)
class Projection:
    """`columns` of `table` in order; `row` makes one row from (record, inspection, fields, changed_at)."""

    kind: str
    table: str
    columns: tuple[str, ...]
    row: Callable[[str, str, Fields, str], tuple[Any, ...]]
    keys: int = 1
    """How many of the columns, from the first, make the primary key."""

    def rows(self, connection: Connection, records: Sequence[str] | None) -> Iterator[Row]:
        """The rows that the field states give, in order of the record; of all records where None."""
        if records is None:
            found = connection.execute(_FIELDS + _ORDER, (self.kind,))
        else:
            found = connection.execute(_FIELDS + _OF_RECORDS + _ORDER, (self.kind, json.dumps(records)))
        for record, group in groupby(found, key=lambda row: str(row[0])):
            states = list(group)
            fields = {str(state[2]): from_json(state[3]) for state in states}
            yield self.row(record, states[0][1], fields, max(state[4] for state in states))

    def write(
        self, connection: Connection, records: Sequence[str] | None, step: Callable[[], None] = lambda: None
    ) -> None:
        """Write the rows of these records, or of all; `step` is called for each."""

        def stepped() -> Iterator[Row]:
            for row in self.rows(connection, records):
                yield row
                step()

        places = ", ".join("?" * len(self.columns))
        statement = f"INSERT OR REPLACE INTO {self.table}({', '.join(self.columns)}) VALUES ({places})"  # noqa: S608 - names of this room
        connection.executemany(statement, stepped())

    def clear(self, connection: Connection) -> None:
        """Empty the table."""
        connection.execute(f"DELETE FROM {self.table}")  # noqa: S608 - a name of this room

    def kept_of(self, connection: Connection, inspection: str, rows: Sequence[Row]) -> Iterator[Row]:
        """The rows that the table holds for an inspection, of which `rows` are expected."""
        if self.keys > 1:  # the first key is the checklist instance, and the only index
            names, places = self.columns[0], {str(row[0]) for row in rows}
        else:
            names = "inspection" if "inspection" in self.columns else self.columns[0]
            places = {inspection}
        query = f"SELECT {', '.join(self.columns)} FROM {self.table} WHERE {names} = ?"  # noqa: S608 - names of this room
        for place in sorted(places):
            yield from connection.execute(query, (place,))

    def count(self, connection: Connection) -> int:
        """How many rows the table has."""
        return int(connection.execute(f"SELECT count(*) FROM {self.table}").fetchone()[0])  # noqa: S608


def text(value: Json) -> str | None:
    """A value for a text column: strings as they are, nothing as NULL, all else as JSON."""
    if value is None or isinstance(value, str):
        return value
    return to_json(value)


def number(value: Json) -> int | None:
    """A value for an integer column; NULL where it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def rest(fields: Fields, *shown: str) -> str:
    """The fields that have no column of their own, as one JSON object."""
    return to_json({name: value for name, value in fields.items() if name not in shown})
