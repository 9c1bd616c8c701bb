"""The table `inspection`: one row an inspection, with its service as at the time."""

from __future__ import annotations

from typing import Any

from inspector_app.journal.records import INSPECTION
from inspector_app.journal.records import Inspection as Names
from inspector_app.storage.projections.projection import Fields, Projection, rest, text


def _row(record: str, _: str, fields: Fields, changed_at: str) -> tuple[Any, ...]:
    service = fields.get(Names.SERVICE)
    known = service if isinstance(service, dict) else {}
    return (
        record,
        text(fields.get(Names.REFERENCE)),
        text(known.get("service_number")),
        text(known.get("name")),
        text(known.get("service_type")),
        text(known.get("reporting_type")),
        text(known.get("sector")),
        text(fields.get(Names.STATUS)),
        text(fields.get(Names.REALM)),
        text(fields.get(Names.STARTED_ON)),
        text(fields.get(Names.ENDED_ON)),
        changed_at,
        rest(fields, Names.REFERENCE, Names.STATUS, Names.REALM, Names.STARTED_ON, Names.ENDED_ON),
    )


PROJECTION = Projection(
    kind=INSPECTION,
    table="inspection",
    columns=(
        "id",
        "reference",
        "service_number",
        "service_name",
        "service_type",
        "reporting_type",
        "sector",
        "status",
        "realm",
        "started_on",
        "ended_on",
        "changed_at",
        "rest",
    ),
    row=_row,
)
