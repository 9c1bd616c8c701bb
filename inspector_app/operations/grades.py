"""Grades of an inspection: a level of the six-point scale for each theme, always with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter import LetterGrade
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations.codec import text
from inspector_app.operations.desk import Desk

REASONS = "reasons"


@dataclass(frozen=True)
class Grade:
    """The grade of a theme, or of a quality indicator: `value` on the scale from 1 to 6."""

    theme: str
    value: int
    reasons: str


def record_grade(
    desk: Desk, inspection: Inspection, theme: str, value: int, reasons: str, *, reason: str = ""
) -> Grade:
    """Grade a theme; KnownError for a theme or a level that the framework lacks, or without reasons."""
    check_change(desk.inspection(inspection.id), reason)
    framework = desk.framework(inspection)
    if theme not in framework.themes:
        known = ", ".join(framework.themes)
        raise KnownError(
            f"“{theme}” is no theme of this framework.", f"Use one of: {known}.", code="theme-unknown"
        )
    if value not in framework.scale:
        raise KnownError(
            f"{value} is no level of the scale.", "Use a whole number from 1 to 6.", code="grade-unknown"
        )
    if not reasons.strip():
        raise KnownError("A grade needs its reasons.", "Say what shows it.", code="grade-reasons")
    fields: dict[str, Json] = {records.VALUE: value, REASONS: reasons.strip()}
    desk.write_fields(inspection.id, records.GRADE, f"{inspection.id}:{theme}", fields, reason=reason)
    return Grade(theme, value, reasons.strip())


def grades(desk: Desk, inspection: Inspection) -> tuple[Grade, ...]:
    """The grades given so far, in the framework's order of themes."""
    found = desk.store.records(inspection.id, records.GRADE)
    made = []
    for theme in desk.framework(inspection).themes:
        fields = found.get(f"{inspection.id}:{theme}", {})
        value = fields.get(records.VALUE)
        if isinstance(value, int) and not isinstance(value, bool):
            made.append(Grade(theme, value, text(fields, REASONS)))
    return tuple(made)


def printed_grades(desk: Desk, inspection: Inspection) -> tuple[LetterGrade, ...]:
    """The grades as a letter prints them: number and word."""
    framework = desk.framework(inspection)
    return tuple(
        LetterGrade(framework.themes[one.theme], one.value, framework.scale[one.value].name, one.reasons)
        for one in grades(desk, inspection)
        if one.value in framework.scale
    )
