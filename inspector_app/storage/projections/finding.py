"""The table `finding`: requirements, recommendations, strengths and good practice, agreed or suggested."""

from __future__ import annotations

from typing import Any

from inspector_app.journal.records import FINDING
from inspector_app.journal.records import Finding as Names
from inspector_app.storage.projections.projection import Fields, Projection, number, rest, text

_REMOVED = "removed"
"""The state of a finding that was taken back: it stands in no list and is never counted."""
_TEXTS = (Names.CLAUSE, Names.THEME, Names.TITLE, Names.DEADLINE)


def _row(record: str, inspection: str, fields: Fields, changed_at: str) -> tuple[Any, ...]:
    return (
        record,
        inspection,
        text(fields.get(Names.KIND)),
        _REMOVED if fields.get(Names.REMOVED) is True else text(fields.get(Names.STATE)),
        number(fields.get(Names.NUMBER)),
        *(text(fields.get(name)) for name in _TEXTS),
        changed_at,
        rest(fields, Names.KIND, Names.STATE, Names.NUMBER, *_TEXTS),
    )


PROJECTION = Projection(
    kind=FINDING,
    table="finding",
    columns=(
        "id",
        "inspection",
        "kind",
        "state",
        "number",
        "clause",
        "theme",
        "title",
        "deadline",
        "changed_at",
        "rest",
    ),
    row=_row,
)
