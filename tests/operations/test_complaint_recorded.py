"""Matters complained of are recorded in parts, and findings that they led to come from the complaint."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind, FindingSource
from inspector_app.inspections.inspection import Inspection
from inspector_app.inspections.papers import ComplaintLetter
from inspector_app.operations.check_steps import check_board
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.complaint import (
    RECEIVED_ON,
    REFERENCE,
    complaint_of,
    link_findings,
    matter_gaps,
    matters,
    new_matter,
    record_matter,
    remove_matter,
    set_fact,
    set_matter,
    type_matter,
)
from inspector_app.operations.complaint_views import complaint_view
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import obstacles
from inspector_app.operations.finding_edits import edit_finding, new_finding
from inspector_app.operations.history import inspection_history
from inspector_app.operations.overview import overview
from inspector_app.operations.papers import build_paper
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.typing import fold_typed
from inspector_app.operations.undo import undo


@pytest.fixture
def visit(laptop: Desk) -> Inspection:
    number = laptop.inspection(laptop.store.inspection_ids()[0]).service.service_number
    plan = Plan("EX-VISIT", number, "complaint", False, laptop.today(), ("Inspector A (example)",))
    return start_inspection(laptop, plan)[0]


def test_a_matter_is_in_the_way_until_it_is_whole(laptop: Desk, visit: Inspection) -> None:
    matter = new_matter(laptop, visit)
    assert [gap.part for gap in matter_gaps(matters(laptop, visit)[0])] == ["text", "result", "note"]
    for part, value in (("text", "Meals were late."), ("result", "not_upheld")):
        set_matter(laptop, visit, matter, part, value)
    found = obstacles(laptop, visit, open_checklists(laptop, visit), laptop.today())
    assert [(one.where, one.message) for one in found if one.kind == "matter"] == [
        (matter, "“Matter 1”: The decision has no reason.")
    ]
    type_matter(laptop, visit, matter, "note", "We saw every meal on time.")
    fold_typed(laptop)
    assert matter_gaps(matters(laptop, visit)[0]) == ()
    with pytest.raises(KnownError, match="no decision"):
        set_matter(laptop, visit, matter, "result", "perhaps")


def test_findings_that_a_matter_led_to_come_from_the_complaint(laptop: Desk, visit: Inspection) -> None:
    one, other = (new_finding(laptop, visit, FindingKind.RECOMMENDATION).id for _ in range(2))
    for finding in (one, other):
        edit_finding(laptop, visit, finding, {"title": "Follow up absences"})
    first = record_matter(laptop, visit, "Absences.", "upheld", "The logs show it.")
    second = record_matter(laptop, visit, "Nights.", "partly_upheld", "Two of us saw it.")
    link_findings(laptop, visit, first, [one, other])
    link_findings(laptop, visit, second, [other])
    link_findings(laptop, visit, first, [one])
    assert {each.source for each in laptop.findings(visit.id)} == {FindingSource.COMPLAINT}
    link_findings(laptop, visit, second, [])
    sources = {each.id: each.source for each in laptop.findings(visit.id)}
    assert sources == {one: FindingSource.COMPLAINT, other: FindingSource.INSPECTION}
    letter = build_paper(laptop, visit, "complaint", issued_on=laptop.today())
    assert isinstance(letter, ComplaintLetter)
    assert [each.findings for each in letter.matters] == [("Recommendation 1",), ()]
    undo(laptop, visit, open_checklists(laptop, visit))
    assert {each.source for each in laptop.findings(visit.id)} == {FindingSource.COMPLAINT}


def test_reference_and_day_are_facts_that_undo_takes_back(laptop: Desk, visit: Inspection) -> None:
    set_fact(laptop, visit, REFERENCE, "C-7")
    set_fact(laptop, visit, RECEIVED_ON, laptop.today().isoformat())
    assert complaint_of(laptop, visit).received_on == laptop.today()
    with pytest.raises(KnownError, match="in the future"):
        set_fact(laptop, visit, RECEIVED_ON, (laptop.today() + timedelta(days=1)).isoformat())
    sessions = open_checklists(laptop, visit)
    undo(laptop, visit, sessions)
    undo(laptop, visit, sessions)
    view = complaint_view(laptop, visit)
    assert (view.expected, view.reference, view.received_on) == (True, "", "")


def test_a_matter_taken_out_counts_no_more_and_history_tells_each_step(
    laptop: Desk, visit: Inspection
) -> None:
    matter = new_matter(laptop, visit)
    set_matter(laptop, visit, matter, "text", "Meals were late.")
    set_matter(laptop, visit, matter, "result", "upheld")
    sessions = open_checklists(laptop, visit)
    told = [
        (c.what, c.after) for entry in inspection_history(laptop, sessions, visit.id) for c in entry.changes
    ]
    assert told[:3] == [
        ("Matter “Meals were late.”, decision", "Upheld"),
        ("Matter “Meals were late.”, text", "Meals were late."),
        ("Matter “Meals were late.”", "begun"),
    ]
    remove_matter(laptop, visit, matter)
    assert matters(laptop, visit) == ()


def test_only_an_inspection_after_a_complaint_has_it_in_the_rail(laptop: Desk, visit: Inspection) -> None:
    def keys(inspection: Inspection) -> list[str]:
        return [
            part.key for part in overview(laptop, open_checklists(laptop, inspection), inspection.id).parts
        ]

    assert "complaint" in keys(visit)
    assert "complaint" not in keys(laptop.inspection(laptop.store.inspection_ids()[-1]))


def test_a_name_in_a_matter_is_found_and_leads_to_it(laptop: Desk, visit: Inspection) -> None:
    matter = record_matter(laptop, visit, "Mrs Baxter was not told.", "upheld", "The log shows it.")
    sessions = open_checklists(laptop, visit)
    held = [(one.page, one.detail) for one in check_board(laptop, visit, sessions).open if one.held]
    assert ("complaint", matter) in held
