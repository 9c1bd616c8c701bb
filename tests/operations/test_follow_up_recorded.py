"""Earlier findings are followed up in parts; what was made again is followed up as its repeat."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inspector_app.documents.make import paper_text
from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.inspection import Inspection
from inspector_app.journal import records
from inspector_app.operations.check_steps import check_board
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.desk import Desk
from inspector_app.operations.enforcement import enforcement_of, set_step, set_why
from inspector_app.operations.finalise import obstacles
from inspector_app.operations.follow_up import (
    earlier_findings,
    followed_up,
    record_follow_up,
    repeat_finding,
    set_note,
    set_outcome,
    type_note,
)
from inspector_app.operations.follow_up_views import FollowUpView, follow_ups_view
from inspector_app.operations.history import inspection_history
from inspector_app.operations.overview import overview
from inspector_app.operations.papers import build_paper
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.typing import fold_typed
from inspector_app.operations.undo import undo


@pytest.fixture
def visit(laptop: Desk) -> Inspection:
    return visit_of(laptop, "EX-VISIT")


def visit_of(desk: Desk, reference: str) -> Inspection:
    number = desk.inspection(desk.store.inspection_ids()[0]).service.service_number
    plan = Plan(reference, number, "follow_up", False, desk.today(), ("Inspector A (example)",))
    return start_inspection(desk, plan)[0]


def one(desk: Desk, visit: Inspection, kind: FindingKind) -> FollowUpView:
    wanted = next(each.finding.id for each in earlier_findings(desk, visit) if each.finding.kind is kind)
    return next(each for each in follow_ups_view(desk, visit).findings if each.id == wanted)


def test_a_follow_up_begun_is_in_the_way_until_it_is_whole(laptop: Desk, visit: Inspection) -> None:
    finding = one(laptop, visit, FindingKind.REQUIREMENT)
    assert (finding.outcome, finding.gaps, finding.followed_up) == ("", (), False)
    set_outcome(laptop, visit, finding.id, Outcome.MET_WITHIN, checked_on=laptop.today())
    sessions = open_checklists(laptop, visit)
    (left,) = [
        each for each in obstacles(laptop, visit, sessions, laptop.today()) if each.kind == "follow_up"
    ]
    assert left.where == finding.id and "does not say what it rests on" in left.message
    set_note(laptop, visit, finding.id, "We read the new plan.")
    assert one(laptop, visit, FindingKind.REQUIREMENT).followed_up
    (told,) = followed_up(laptop, visit)
    assert (told.outcome, told.note) == (Outcome.MET_WITHIN, "We read the new plan.")
    with pytest.raises(KnownError, match="cannot be recorded"):
        set_outcome(laptop, visit, finding.id, Outcome.MET, checked_on=laptop.today())


def test_words_typed_before_any_outcome_survive_a_crash(laptop: Desk, visit: Inspection) -> None:
    finding = one(laptop, visit, FindingKind.RECOMMENDATION)
    type_note(laptop, visit, finding.id, "We read the pl")
    fold_typed(laptop)
    assert one(laptop, visit, FindingKind.RECOMMENDATION).note == "We read the pl"
    assert followed_up(laptop, visit) == ()
    set_outcome(laptop, visit, finding.id, Outcome.MET, checked_on=laptop.today())
    (told,) = followed_up(laptop, visit)
    assert (told.finding.id, told.note) == (finding.id, "We read the pl")
    assert len(laptop.store.records(visit.id, records.FOLLOW_UP)) == 1


def test_an_outcome_taken_back_leaves_the_finding_open(laptop: Desk, visit: Inspection) -> None:
    finding = one(laptop, visit, FindingKind.REQUIREMENT)
    set_outcome(laptop, visit, finding.id, Outcome.MET_WITHIN, checked_on=laptop.today())
    set_outcome(laptop, visit, finding.id, None, checked_on=laptop.today())
    assert one(laptop, visit, FindingKind.REQUIREMENT).outcome == ""
    assert followed_up(laptop, visit) == ()


def test_what_was_made_again_is_followed_up_as_its_repeat(laptop: Desk, visit: Inspection) -> None:
    finding = one(laptop, visit, FindingKind.REQUIREMENT)
    record_follow_up(
        laptop, visit, finding.id, Outcome.NOT_MET, "Nothing was done.", checked_on=laptop.today()
    )
    again = repeat_finding(laptop, visit, finding.id)
    assert one(laptop, visit, FindingKind.REQUIREMENT).again == again.id
    fields = {records.Inspection.STATUS: "finalised", records.Inspection.ENDED_ON: laptop.today().isoformat()}
    laptop.write_fields(visit.id, records.INSPECTION, visit.id, {**fields})
    laptop.write_fields(visit.id, records.FINDING, again.id, {records.Finding.NUMBER: 1})
    third = visit_of(laptop, "EX-VISIT-3")
    shown = follow_ups_view(laptop, third).findings
    requirements = [each for each in shown if each.name.startswith("Requirement")]
    assert [each.id for each in requirements] == [again.id]
    assert "repeats Requirement 1 of" in requirements[0].history
    part = next(
        each
        for each in overview(laptop, open_checklists(laptop, third), third.id).parts
        if each.key == "follow_up"
    )
    assert part.open_count == len(shown) and part.words == f"{len(shown)} open"


def test_history_and_checks_name_the_finding_and_the_page(laptop: Desk, visit: Inspection) -> None:
    finding = one(laptop, visit, FindingKind.REQUIREMENT)
    sessions = open_checklists(laptop, visit)
    ways = {(each.page, each.detail) for each in check_board(laptop, visit, sessions).open}
    assert ("follow_up", finding.id) in ways
    set_outcome(laptop, visit, finding.id, Outcome.NOT_MET, checked_on=laptop.today())
    told = inspection_history(laptop, sessions, visit.id)[0].changes
    assert [(each.what, each.after) for each in told] == [
        (f"Follow-up of “{finding.title}”", "Not met"),
    ]
    set_note(laptop, visit, finding.id, "Iain Baxter showed us the log.")
    held = [each for each in check_board(laptop, visit, sessions).open if each.held]
    assert {(each.page, each.detail) for each in held} >= {("follow_up", finding.id)}


def test_days_outstanding_are_said_while_it_is_not_met(laptop: Desk, visit: Inspection) -> None:
    finding = next(each for each in earlier_findings(laptop, visit) if each.due is not None)
    assert finding.due is not None
    ended = {"ended_on": (finding.due + timedelta(days=3)).isoformat()}
    laptop.write_fields(visit.id, records.INSPECTION, visit.id, {**ended})
    visit = laptop.inspection(visit.id)
    assert one(laptop, visit, FindingKind.REQUIREMENT).late == "outstanding for 3 days"
    set_outcome(laptop, visit, finding.finding.id, Outcome.MET_OUTWITH, checked_on=laptop.today())
    assert one(laptop, visit, FindingKind.REQUIREMENT).late == ""


def test_a_step_of_enforcement_is_recorded_told_and_taken_back(laptop: Desk, visit: Inspection) -> None:
    ladder = list(laptop.framework(visit).ladder)
    assert ladder[0] == "discussion" and ladder[-1] == "emergency_application" and len(ladder) == 6
    set_step(laptop, visit, "improvement_plan")
    set_why(laptop, visit, "Talking alone changed nothing.")
    view = follow_ups_view(laptop, visit)
    assert (view.step, view.why) == ("improvement_plan", "Talking alone changed nothing.")
    record = paper_text(build_paper(laptop, visit, "record", issued_on=laptop.today()))
    assert "Improvement plan" in record and "Talking alone changed nothing." in record
    sessions = open_checklists(laptop, visit)
    told = [(c.what, c.after) for e in inspection_history(laptop, sessions, visit.id) for c in e.changes]
    assert ("Inspection, enforcement step", "Improvement plan") in told
    undo(laptop, visit, sessions)
    undo(laptop, visit, sessions)
    assert (follow_ups_view(laptop, visit).step, enforcement_of(laptop, visit).words) == ("", "")
    with pytest.raises(KnownError, match="no step"):
        set_step(laptop, visit, "shouting")
