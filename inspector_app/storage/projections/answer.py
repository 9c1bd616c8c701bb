"""The table `answer`: the current value of every question, by checklist instance and node key."""

from __future__ import annotations

from typing import Any

from inspector_app.journal.records import ANSWER, VALUE, split_record
from inspector_app.storage.projections.projection import Fields, Projection, text


def _row(record: str, inspection: str, fields: Fields, changed_at: str) -> tuple[Any, ...]:
    instance, key = split_record(record)
    return (instance, key, inspection, text(fields.get(VALUE)), changed_at)


PROJECTION = Projection(
    kind=ANSWER,
    table="answer",
    columns=("instance", "key", "inspection", "value", "changed_at"),
    row=_row,
    keys=2,
)
