"""The register: the services that may be inspected, as head office's pack or an import gave them.

Reference data and no record: an inspection keeps a snapshot of its service in the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from inspector_app.journal.event import Json
from inspector_app.storage import search
from inspector_app.storage.database import Database
from inspector_app.storage.rows import Row, from_json, holds, read_on, to_json

_COLUMNS = (
    "service_number, name, service_type, sector, provider_name, provider_number, address, area, manager,"
    " places, extra"
)


_HAYSTACK = "(service_number || ' ' || name || ' ' || provider_name || ' ' || address || ' ' || area)"


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service; `extra` holds further columns of the import."""

    service_number: str
    name: str
    service_type: str = ""
    sector: str = ""
    provider_name: str = ""
    provider_number: str = ""
    address: str = ""
    area: str = ""
    manager: str = ""
    places: int | None = None
    extra: Mapping[str, Json] = field(default_factory=dict)


class Register:
    """The register of a database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def put(self, services: Iterable[ServiceRow], changed_at: str) -> int:
        """Add services; one with a known number takes its new content. All or none; the count is returned."""
        rows = [(*_values(service), changed_at) for service in services]
        with self.database.transaction() as connection:
            connection.executemany(
                f"INSERT OR REPLACE INTO service({_COLUMNS}, changed_at) VALUES ({', '.join('?' * 12)})",  # noqa: S608
                rows,
            )
            search.refresh(connection, {search.SERVICE: [str(row[0]) for row in rows]})
        return len(rows)

    def get(self, service_number: str) -> ServiceRow | None:
        """One service by its number."""
        row = self.database.connection.execute(
            f"SELECT {_COLUMNS} FROM service WHERE service_number = ?",  # noqa: S608
            (service_number,),
        ).fetchone()
        return None if row is None else _service(row)

    def list(self) -> tuple[ServiceRow, ...]:
        """All services by name."""
        rows = self.database.connection.execute(
            f"SELECT {_COLUMNS} FROM service ORDER BY name, service_number"  # noqa: S608
        )
        return tuple(_service(row) for row in rows)

    def find(self, text: str, limit: int) -> tuple[ServiceRow, ...]:
        """Services with every word of the text in number, name, provider, address or area, by name."""
        words = [holds(_HAYSTACK, word) for word in text.split()]
        where = " AND ".join(condition for condition, _ in words) or "1"
        rows = self.database.connection.execute(
            f"SELECT {_COLUMNS} FROM service WHERE {where} ORDER BY name, service_number LIMIT ?",  # noqa: S608
            (*(value for _, value in words), limit),
        )
        return tuple(_service(row) for row in rows)

    def read_on(self, after: int) -> int | None:
        """Read some rows more of what `find` looks through; see `rows.read_on`."""
        return read_on(self.database.connection, "service", _HAYSTACK, after)

    def count(self) -> int:
        """How many services there are."""
        return int(self.database.connection.execute("SELECT count(*) FROM service").fetchone()[0])


def _values(service: ServiceRow) -> tuple[str | int | None, ...]:
    return (
        service.service_number,
        service.name,
        service.service_type,
        service.sector,
        service.provider_name,
        service.provider_number,
        service.address,
        service.area,
        service.manager,
        service.places,
        to_json(dict(service.extra)),
    )


def _service(row: Row) -> ServiceRow:
    extra = from_json(row[10])
    return ServiceRow(*(*row[:10], extra if isinstance(extra, dict) else {}))
