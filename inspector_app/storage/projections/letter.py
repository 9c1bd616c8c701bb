"""The table `letter`: letters issued, and by what they were superseded."""

from __future__ import annotations

from typing import Any

from inspector_app.journal.records import LETTER
from inspector_app.journal.records import Letter as Names
from inspector_app.storage.projections.projection import Fields, Projection, rest, text

_SHOWN = (Names.VERSION, Names.STATUS, Names.ISSUED_AT, Names.BLOB, Names.SUPERSEDED)


def _row(record: str, inspection: str, fields: Fields, changed_at: str) -> tuple[Any, ...]:
    shown = (text(fields.get(name)) for name in _SHOWN)
    return (record, inspection, *shown, changed_at, rest(fields, *_SHOWN))


PROJECTION = Projection(
    kind=LETTER,
    table="letter",
    columns=(
        "id",
        "inspection",
        "version",
        "status",
        "issued_at",
        "blob",
        "superseded",
        "changed_at",
        "rest",
    ),
    row=_row,
)
