"""The table `checklist`: one row a checklist instance; what was frozen stays in the journal, for its size."""

from __future__ import annotations

from typing import Any

from inspector_app.journal.records import CHECKLIST
from inspector_app.journal.records import Checklist as Names
from inspector_app.storage.projections.projection import Fields, Projection, rest, text


def _row(record: str, inspection: str, fields: Fields, changed_at: str) -> tuple[Any, ...]:
    shown = (Names.FORM_ID, Names.VERSION, Names.FORM_HASH, Names.TITLE)
    return (
        record,
        inspection,
        *(text(fields.get(name)) for name in shown),
        int(fields.get(Names.FROZEN) is not None),
        changed_at,
        rest(fields, *shown, Names.FROZEN),
    )


PROJECTION = Projection(
    kind=CHECKLIST,
    table="checklist",
    columns=("id", "inspection", "form_id", "version", "form_hash", "title", "frozen", "changed_at", "rest"),
    row=_row,
)
