"""Themes looked at, their grades and reasons: recorded in parts, checked, in the way until they are whole."""

from __future__ import annotations

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal.records import GRADE
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import obstacles
from inspector_app.operations.finding_edits import edit_finding, new_finding
from inspector_app.operations.grade_views import grades_view
from inspector_app.operations.grades import (
    REASONS,
    choose_themes,
    grade_record,
    grades,
    looked_at,
    record_grade,
    set_level,
    set_reasons,
)
from inspector_app.operations.history import inspection_history
from inspector_app.operations.overview import overview
from inspector_app.operations.search import search_all
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.typing import Slot, fold_typed, type_into
from inspector_app.operations.undo import redo, undo


@pytest.fixture
def visit(laptop: Desk) -> Inspection:
    number = laptop.inspection(laptop.store.inspection_ids()[0]).service.service_number
    plan = Plan("EX-VISIT", number, "focus", False, laptop.today(), ("Inspector A (example)",))
    return start_inspection(laptop, plan)[0]


def open_grades(desk: Desk, visit: Inspection) -> list[tuple[str, str]]:
    found = obstacles(desk, visit, open_checklists(desk, visit), desk.today())
    return [(one.where, one.message) for one in found if one.kind == "grade"]


def test_a_theme_looked_at_is_in_the_way_until_it_has_a_grade_and_reasons(
    laptop: Desk, visit: Inspection
) -> None:
    assert open_grades(laptop, visit) == []
    choose_themes(laptop, visit, ["staffing"])
    assert [where for where, _ in open_grades(laptop, visit)] == ["staffing", "staffing"]
    set_level(laptop, visit, "staffing", 4)
    assert open_grades(laptop, visit) == [("staffing", "“Quality of staffing”: The grade has no reasons.")]
    set_reasons(laptop, visit, "staffing", "A steady team.")
    assert open_grades(laptop, visit) == []
    assert [(one.theme, one.value, one.reasons) for one in grades(laptop, visit)] == [
        ("staffing", 4, "A steady team.")
    ]


def test_a_theme_left_out_keeps_its_words_in_the_record(laptop: Desk, visit: Inspection) -> None:
    record_grade(laptop, visit, "staffing", 4, "A steady team.")
    choose_themes(laptop, visit, ["environment"])
    assert [one.theme for one in looked_at(laptop, visit)] == ["environment"]
    assert grades(laptop, visit) == ()
    choose_themes(laptop, visit, ["environment", "staffing"])
    assert [(one.theme, one.reasons) for one in grades(laptop, visit)] == [("staffing", "A steady team.")]
    choose_themes(laptop, visit, [])
    assert record_grade(laptop, visit, "staffing", 3, "Fewer of them.").value == 3
    assert [one.value for one in grades(laptop, visit)] == [3]


def test_no_theme_and_no_level_that_the_framework_lacks(laptop: Desk, visit: Inspection) -> None:
    with pytest.raises(KnownError, match="no theme"):
        choose_themes(laptop, visit, ["cooking"])
    with pytest.raises(KnownError, match="no level"):
        set_level(laptop, visit, "staffing", 7)
    with pytest.raises(KnownError, match="no theme"):
        set_reasons(laptop, visit, "cooking", "x")


def test_what_speaks_to_a_theme_and_what_is_at_odds_stand_beside_it(laptop: Desk, visit: Inspection) -> None:
    sessions = open_checklists(laptop, visit)
    record_grade(laptop, visit, "staffing", 5, "A steady team.")
    finding = new_finding(laptop, visit, FindingKind.REQUIREMENT)
    edit_finding(laptop, visit, finding.id, {"theme": "staffing", "title": "Train night staff"})
    (theme,) = grades_view(laptop, visit, sessions).themes
    assert theme.beside == ("Requirement: Train night staff",)
    assert [one.code for one in theme.odds] == ["grade-above-findings"]
    set_level(laptop, visit, "staffing", 3)
    assert grades_view(laptop, visit, sessions).themes[0].odds == ()


def test_what_was_typed_before_a_crash_is_in_the_record(laptop: Desk, visit: Inspection) -> None:
    choose_themes(laptop, visit, ["staffing"])
    record = grade_record(visit, "staffing")
    type_into(laptop, visit.id, Slot(GRADE, record, REASONS), "A steady te")
    fold_typed(laptop)
    assert looked_at(laptop, visit)[0].reasons == "A steady te"


def test_undo_redo_history_search_and_rail_know_grades(laptop: Desk, visit: Inspection) -> None:
    sessions = open_checklists(laptop, visit)
    choose_themes(laptop, visit, ["staffing"])
    set_level(laptop, visit, "staffing", 4)
    set_reasons(laptop, visit, "staffing", "A remarkably steady team.")
    said = [
        change.what for entry in inspection_history(laptop, sessions, visit.id) for change in entry.changes
    ]
    assert any("Quality of staffing" in one for one in said), said
    (hit,) = [one for one in search_all(laptop, "remarkably") if one.inspection == visit.id]
    assert hit.kind == "grade"
    part = next(one for one in overview(laptop, sessions, visit.id).parts if one.key == "grades")
    assert (part.state, part.words) == ("done", "1 given")
    undo(laptop, visit, sessions)
    undo(laptop, visit, sessions)
    assert looked_at(laptop, visit)[0].value is None
    undo(laptop, visit, sessions)
    assert looked_at(laptop, visit) == ()
    redo(laptop, visit, sessions)
    redo(laptop, visit, sessions)
    assert looked_at(laptop, visit)[0].value == 4
