"""What national tables count, read from the projections: answers and findings of finalised inspections."""

from __future__ import annotations

import json
from datetime import date

from inspector_app.analysis.rows import CountedAnswer, Outcome
from inspector_app.storage.database import Database

_ANSWERS = """
SELECT a.inspection, i.service_number, coalesce(nullif(i.ended_on, ''), i.started_on), i.reporting_type,
       i.sector, i.realm, a.name, a.value, a.outside_base, a.not_assessed
FROM counted_answer a JOIN inspection i ON i.id = a.inspection
ORDER BY a.inspection, a.name, a.key
"""

_OUTCOMES = """
SELECT f.inspection, i.service_number, i.reporting_type, i.sector, f.kind, f.theme, f.rest
FROM finding f JOIN inspection i ON i.id = f.inspection
WHERE i.status = 'finalised' AND f.state = 'agreed' AND f.kind IN ('requirement', 'recommendation')
ORDER BY f.inspection, f.id
"""


def counted_answers(database: Database) -> list[CountedAnswer]:
    """One row for each question that was relevant when its inspection was finalised."""
    return [
        CountedAnswer(
            inspection=row[0],
            service_number=row[1],
            inspected_on=date.fromisoformat(row[2]),
            reporting_type=row[3],
            sector=row[4],
            realm=row[5],
            question=row[6],
            answer=row[7],
            outside_base=bool(row[8]),
            not_assessed=bool(row[9]),
        )
        for row in database.connection.execute(_ANSWERS)
    ]


def counted_outcomes(database: Database) -> list[Outcome]:
    """One row for each agreed requirement or recommendation of a finalised inspection."""
    return [
        Outcome(
            row[0], row[1], row[2], row[3], row[4], row[5] or "", json.loads(row[6]).get("standard") or ""
        )
        for row in database.connection.execute(_OUTCOMES)
    ]
