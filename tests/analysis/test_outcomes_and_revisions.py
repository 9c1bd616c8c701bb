"""Findings against services, and what changed between two tables."""

from __future__ import annotations

import pytest
from counted_rows import answered, cse_spec

from inspector_app.analysis.counting_rule import CountingYear, which_count
from inspector_app.analysis.national import national_table
from inspector_app.analysis.outcomes import OutcomeCell, outcome_table
from inspector_app.analysis.revisions import Revision, revisions
from inspector_app.analysis.rows import Outcome
from inspector_app.errors import KnownError

SPEC = cse_spec()
ANSWERS = [
    answered("01", "systems", "yes"),
    answered("02", "systems", "no", reporting_type="fostering"),
    answered("03", "systems", "no", sector="voluntary"),
]
COUNTING = which_count(ANSWERS, CountingYear(2016), "live")


def finding(
    inspection: str, kind: str, theme: str = "", standard: str = "", sector: str = "private"
) -> Outcome:
    reporting_type = "fostering" if inspection == "02" else "care_home"
    return Outcome(inspection, f"CS{inspection}", reporting_type, sector, kind, theme, standard)


FINDINGS = [
    finding("02", "recommendation", "staffing", "3.20"),
    finding("02", "recommendation", "staffing", "3.20"),
    finding("03", "recommendation", "care_and_support", "3.21", sector="voluntary"),
    finding("03", "requirement", sector="voluntary"),
]


def test_findings_are_counted_one_by_one_and_services_once() -> None:
    cells = outcome_table(FINDINGS, COUNTING, SPEC)
    assert OutcomeCell("recommendation", "overall", "all", 3, 2, 3, 67) in cells
    assert OutcomeCell("recommendation", "type", "fostering", 2, 1, 1, 100) in cells
    assert OutcomeCell("recommendation", "sector", "voluntary", 1, 1, 1, 100) in cells
    assert OutcomeCell("recommendation", "theme", "staffing", 2, 1, 3, 33) in cells
    assert OutcomeCell("recommendation", "standard", "3.21", 1, 1, 3, 33) in cells
    assert OutcomeCell("requirement", "overall", "all", 1, 1, 3, 33) in cells


def test_groups_without_findings_are_kept_and_a_finding_without_theme_says_so() -> None:
    cells = outcome_table(FINDINGS, COUNTING, SPEC)
    assert OutcomeCell("requirement", "type", "secure", 0, 0, 0, None) in cells
    assert OutcomeCell("requirement", "theme", "not_stated", 1, 1, 3, 33) in cells


def test_the_order_of_findings_does_not_matter() -> None:
    assert outcome_table(FINDINGS[::-1], COUNTING, SPEC) == outcome_table(FINDINGS, COUNTING, SPEC)


def test_findings_of_inspections_that_do_not_count_are_left_alone() -> None:
    assert outcome_table([*FINDINGS, finding("99", "requirement")], COUNTING, SPEC) == outcome_table(
        FINDINGS, COUNTING, SPEC
    )


@pytest.mark.parametrize(
    "bad",
    [
        finding("01", "advice"),
        finding("01", "requirement", sector="guild"),
        Outcome("01", "CS01", "hotel", "private", "requirement"),
    ],
)
def test_a_finding_that_no_row_would_show_is_refused(bad: Outcome) -> None:
    with pytest.raises(KnownError, match="inspection 01") as caught:
        outcome_table([bad], COUNTING, SPEC)
    assert caught.value.code == "tables-mismatch"


def test_a_correction_shows_as_the_cells_it_changes() -> None:
    before = national_table(ANSWERS, SPEC)
    after = national_table(
        [ANSWERS[0], answered("02", "systems", "yes", reporting_type="fostering"), ANSWERS[2]], SPEC
    )
    changed = revisions(before, after)
    assert revisions(before, before) == ()
    assert {(one.after.breakdown, one.after.group, one.after.answer) for one in changed if one.after} == {
        (breakdown, group, answer)
        for breakdown, group in (("overall", "all"), ("type", "fostering"), ("sector", "private"))
        for answer in ("yes", "no", "yes_or_partially")
    }
    first = changed[0]
    assert first.before is not None
    assert first.after is not None
    assert (first.before.count, first.after.count) == (1, 2)


def test_a_cell_that_only_one_table_has_is_a_revision() -> None:
    whole = national_table(ANSWERS, SPEC)
    shorter = type(whole)(whole.spec, whole.realm, whole.inspections, whole.cells[1:], whole.apart)
    assert revisions(shorter, whole) == (Revision(None, whole.cells[0]),)
    assert revisions(whole, shorter) == (Revision(whole.cells[0], None),)
