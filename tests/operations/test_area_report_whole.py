"""No joint inspection is finalised without its area report, and its summary tells of a progress review."""

from __future__ import annotations

from datetime import date

import pytest

from inspector_app.documents.make import paper_text
from inspector_app.inspections.inspection import Inspection, Status
from inspector_app.inspections.lifecycle import NotReady
from inspector_app.inspections.service import Service
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.finalise import close_visit, finalise
from inspector_app.operations.grades import record_grade
from inspector_app.operations.narrative import record_narrative, set_narrative
from inspector_app.operations.papers import build_paper
from inspector_app.operations.readiness import readiness
from inspector_app.operations.start_inspection import Plan, start_inspection

Joint = tuple[Inspection, ChecklistSession]


@pytest.fixture
def joint(laptop: Desk) -> Joint:
    """A joint inspection of an invented area, its checklist answered and closed but for the review."""
    area = Service(
        "CS9900000099", "Exampleshire (example)", "partnership_area", "partnership", area="Exampleshire"
    )
    laptop.store.put_services([area])
    inspectors = ("Inspector A (example)",)
    plan = Plan("EX-JOINT", area.service_number, "joint", True, laptop.today(), inspectors)
    inspection, (session,) = start_inspection(laptop, plan)
    session.answer("/joint/screen_activities/activities", "documents records")
    session.answer("/joint/screen_response/joint_response", "yes")
    session.answer("/joint/screen_review/compromised", "no")
    session.answer("/joint/screen_review/progress_review", "no")
    record_grade(laptop, inspection, "1.1", 4, "Children do well.")
    return close_visit(laptop, inspection, laptop.today()), session


def summary(desk: Desk, inspection: Inspection) -> str:
    return paper_text(build_paper(desk, inspection, "summary", issued_on=desk.today()))


def test_what_the_area_report_lacks_stands_in_the_way_with_the_place_to_write_it(
    laptop: Desk, joint: Joint
) -> None:
    inspection, session = joint
    found = readiness(laptop, inspection, [session])
    assert [(one.page, one.detail, one.place) for one in found.hindrances] == [
        ("narrative", "response", "Area report"),
        ("narrative", "capacity", "Area report"),
    ]
    with pytest.raises(NotReady, match="response to child sexual exploitation is not described"):
        finalise(laptop, inspection, [session])
    set_narrative(laptop, inspection, "response", "Partners act together.")
    set_narrative(laptop, inspection, "capacity", "  ")
    with pytest.raises(NotReady, match="capacity for improvement"):
        finalise(laptop, inspection, [session])
    set_narrative(laptop, inspection, "capacity", "Good.")
    assert readiness(laptop, laptop.inspection(inspection.id), [session]).ready
    assert finalise(laptop, inspection, [session]).status is Status.FINALISED


def test_indicators_of_the_summary_without_a_grade_are_worth_a_look_and_no_more(
    laptop: Desk, joint: Joint
) -> None:
    inspection, session = joint
    record_narrative(laptop, inspection, response="They act together.", capacity="Good.")
    found = readiness(laptop, inspection, [session])
    assert found.ready
    (worth,) = found.worth_a_look
    assert worth.page == "grades" and worth.message.endswith("2.1, 2.2, 5.1, 5.2, 5.3, 6.2, 6.3, 9.4")


def test_an_inspection_of_a_service_is_asked_for_no_area_report(laptop: Desk) -> None:
    plan = Plan("EX-9", "CS9900000001", "focus", False, laptop.today(), ("Inspector A (example)",))
    inspection, sessions = start_inspection(laptop, plan)
    found = readiness(laptop, inspection, sessions)
    assert "narrative" not in {one.page for one in found.hindrances}
    assert "grades" not in {one.page for one in found.worth_a_look}


def test_the_summary_says_whether_and_when_a_progress_review_follows(laptop: Desk, joint: Joint) -> None:
    inspection, session = joint
    assert "No progress review follows this inspection." in summary(laptop, inspection)
    session.answer("/joint/screen_review/progress_review", "yes")
    assert "A progress review follows." in summary(laptop, inspection)
    session.answer("/joint/screen_review/progress_review_on", date(2027, 3, 1).isoformat())
    assert "A progress review follows. It begins on 1 March 2027." in summary(laptop, inspection)
    assert "significantly compromised" not in summary(laptop, inspection)
    session.answer("/joint/screen_review/compromised", "yes")
    assert "may be significantly compromised." in summary(laptop, inspection)
    session.answer("/joint/screen_review/progress_review", "")
    assert "rogress review" not in summary(laptop, inspection)
