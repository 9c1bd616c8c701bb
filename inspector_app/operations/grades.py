"""Grades: which themes an inspection looked at, and for each a level of the scale with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Gap
from inspector_app.inspections.framework import Framework
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.letter import LetterGrade
from inspector_app.inspections.lifecycle import check_change
from inspector_app.journal import records
from inspector_app.journal.event import Json
from inspector_app.operations.codec import Fields, text
from inspector_app.operations.desk import Desk
from inspector_app.operations.ports import Draft

REASONS, LOOKED_AT = "reasons", "looked_at"


@dataclass(frozen=True)
class Grade:
    """The grade of a theme, or of a quality indicator: `value` on the scale from 1 to 6."""

    theme: str
    value: int
    reasons: str


@dataclass(frozen=True)
class LookedAt:
    """A theme that was looked at, as far as it is graded: `value` is None while it is not."""

    theme: str
    value: int | None
    reasons: str


def record_grade(
    desk: Desk, inspection: Inspection, theme: str, value: int, reasons: str, *, reason: str = ""
) -> Grade:
    """Grade a theme; KnownError for a theme or a level that the framework lacks, or without reasons."""
    check_change(desk.inspection(inspection.id), reason)
    framework = desk.framework(inspection)
    _check_theme(framework, theme)
    _check_level(framework, value)
    if not reasons.strip():
        raise KnownError("A grade needs its reasons.", "Say what shows it.", code="grade-reasons")
    fields: dict[str, Json] = {records.VALUE: value, REASONS: reasons.strip()}
    if desk.store.values(records.GRADE, grade_record(inspection, theme)).get(LOOKED_AT) is False:
        fields[LOOKED_AT] = True
    desk.write_fields(inspection.id, records.GRADE, grade_record(inspection, theme), fields, reason=reason)
    return Grade(theme, value, reasons.strip())


def choose_themes(desk: Desk, inspection: Inspection, chosen: Collection[str]) -> None:
    """Say which themes are looked at, as one action. What was said of one that no longer is stays in the
    record, and is there again when it is looked at after all."""
    check_change(desk.inspection(inspection.id))
    framework = desk.framework(inspection)
    for theme in chosen:
        _check_theme(framework, theme)
    before = {one.theme for one in looked_at(desk, inspection)}
    desk.write(
        inspection.id,
        [
            Draft(records.GRADE, grade_record(inspection, theme), LOOKED_AT, theme in chosen)
            for theme in framework.themes
            if (theme in chosen) != (theme in before)
        ],
    )


def set_level(desk: Desk, inspection: Inspection, theme: str, value: int | None) -> None:
    """Give a theme its level, or take it back; the reasons may follow."""
    check_change(desk.inspection(inspection.id))
    framework = desk.framework(inspection)
    _check_theme(framework, theme)
    if value is not None:
        _check_level(framework, value)
    desk.write_fields(inspection.id, records.GRADE, grade_record(inspection, theme), {records.VALUE: value})


def set_reasons(desk: Desk, inspection: Inspection, theme: str, reasons: str) -> None:
    """Record the reasons of a grade, taking over what was typed."""
    check_change(desk.inspection(inspection.id))
    _check_theme(desk.framework(inspection), theme)
    desk.write_fields(inspection.id, records.GRADE, grade_record(inspection, theme), {REASONS: reasons})


def looked_at(desk: Desk, inspection: Inspection) -> tuple[LookedAt, ...]:
    """The themes looked at, in the framework's order, each as far as it is graded."""
    found = desk.store.records(inspection.id, records.GRADE)
    made = []
    for theme in desk.framework(inspection).themes:
        fields = found.get(grade_record(inspection, theme), {})
        value = _level(fields)
        chosen = fields.get(LOOKED_AT)
        if chosen is True or (chosen is None and value is not None):
            made.append(LookedAt(theme, value, text(fields, REASONS)))
    return tuple(made)


def grades(desk: Desk, inspection: Inspection) -> tuple[Grade, ...]:
    """The grades given so far, in the framework's order of themes."""
    return tuple(
        Grade(one.theme, one.value, one.reasons)
        for one in looked_at(desk, inspection)
        if one.value is not None
    )


def grade_gaps(one: LookedAt) -> tuple[Gap, ...]:
    """What a theme that was looked at still lacks before it can stand in a letter."""
    return tuple(_gaps(one))


def printed_grades(desk: Desk, inspection: Inspection) -> tuple[LetterGrade, ...]:
    """The grades as a letter prints them: number and word."""
    framework = desk.framework(inspection)
    return tuple(
        LetterGrade(framework.themes[one.theme], one.value, framework.scale[one.value].name, one.reasons)
        for one in grades(desk, inspection)
        if one.value in framework.scale
    )


def grade_record(inspection: Inspection, theme: str) -> str:
    """The record of one theme: two laptops write the same one."""
    return f"{inspection.id}:{theme}"


def theme_of(record: str) -> str:
    """The theme that a grade's record is about."""
    return record.partition(":")[2]


def _level(fields: Fields) -> int | None:
    value = fields.get(records.VALUE)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _gaps(one: LookedAt) -> Iterator[Gap]:
    if one.value is None:
        yield Gap("value", "The theme has no grade.", "Choose the level that the evidence shows.")
    if not one.reasons.strip():
        yield Gap("reasons", "The grade has no reasons.", "Say what shows it.")


def _check_theme(framework: Framework, theme: str) -> None:
    if theme not in framework.themes:
        known = ", ".join(framework.themes)
        raise KnownError(
            f"“{theme}” is no theme of this framework.", f"Use one of: {known}.", code="theme-unknown"
        )


def _check_level(framework: Framework, value: int) -> None:
    if value not in framework.scale:
        raise KnownError(
            f"{value} is no level of the scale.", "Use a whole number from 1 to 6.", code="grade-unknown"
        )
