"""The table `evidence`: what was spoken about, seen or read."""

from __future__ import annotations

from typing import Any

from inspector_app.journal.records import EVIDENCE
from inspector_app.journal.records import Evidence as Names
from inspector_app.storage.projections.projection import Fields, Projection, rest, text


def _row(record: str, inspection: str, fields: Fields, changed_at: str) -> tuple[Any, ...]:
    shown = (Names.SOURCE, Names.TEXT, Names.PLACE)
    return (
        record,
        inspection,
        *(text(fields.get(name)) for name in shown),
        int(fields.get(Names.REMOVED) is True),
        changed_at,
        rest(fields, *shown, Names.REMOVED),
    )


PROJECTION = Projection(
    kind=EVIDENCE,
    table="evidence",
    columns=("id", "inspection", "source", "text", "place", "removed", "changed_at", "rest"),
    row=_row,
)
