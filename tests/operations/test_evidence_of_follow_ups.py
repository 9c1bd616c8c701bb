"""A follow-up cites evidence as a finding does: in its letter, in the inspection record, in the checks."""

from __future__ import annotations

import pytest

from inspector_app.documents.make import paper_text
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import FindingKind
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.check_letter import check_letter
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.finalise import obstacles
from inspector_app.operations.follow_up import cite, earlier_findings, followed_up, set_note, set_outcome
from inspector_app.operations.follow_up_views import FollowUpView, follow_ups_view
from inspector_app.operations.history import inspection_history
from inspector_app.operations.papers import build_paper
from inspector_app.operations.screen_side import remove_evidence
from inspector_app.operations.start_inspection import Plan, start_inspection
from inspector_app.operations.undo import redo, undo

Followed = tuple[Inspection, str, list[str]]


@pytest.fixture
def followed(laptop: Desk) -> Followed:
    """A visit, an earlier requirement that is not met, and the ids of two pieces of evidence."""
    number = laptop.inspection(laptop.store.inspection_ids()[0]).service.service_number
    plan = Plan("EX-VISIT", number, "follow_up", False, laptop.today(), ("Inspector A (example)",))
    visit = start_inspection(laptop, plan)[0]
    kind = FindingKind.REQUIREMENT
    finding = next(one.finding.id for one in earlier_findings(laptop, visit) if one.finding.kind is kind)
    made = [
        add_evidence(laptop, visit.id, Evidence("", source, text)).id
        for source, text in ((EvidenceSource.READ, "Six weeks of logs."), (EvidenceSource.SAW, "No system."))
    ]
    return visit, finding, made


def view(desk: Desk, visit: Inspection, finding: str) -> FollowUpView:
    return next(one for one in follow_ups_view(desk, visit).findings if one.id == finding)


def test_evidence_alone_is_a_follow_up_begun(laptop: Desk, followed: Followed) -> None:
    visit, finding, made = followed
    cite(laptop, visit, finding, made)
    shown = view(laptop, visit, finding)
    assert shown.evidence.split() == made and not shown.followed_up
    gaps = [
        one
        for one in obstacles(laptop, visit, open_checklists(laptop, visit), laptop.today())
        if one.kind == "follow_up"
    ]
    assert {one.where for one in gaps} == {finding} and len(gaps) == 2
    assert followed_up(laptop, visit) == ()


def test_what_is_cited_stands_in_the_follow_up_letter_and_the_record(
    laptop: Desk, followed: Followed
) -> None:
    visit, finding, made = followed
    set_outcome(laptop, visit, finding, Outcome.NOT_MET, checked_on=laptop.today())
    set_note(laptop, visit, finding, "Nobody knew of a system.")
    before = paper_text(build_paper(laptop, visit, "follow-up", issued_on=laptop.today()))
    assert "Six weeks of logs." not in before
    cite(laptop, visit, finding, made[:1])
    (told,) = followed_up(laptop, visit)
    assert [piece.id for piece in told.evidence] == made[:1]
    letter = paper_text(build_paper(laptop, visit, "follow-up", issued_on=laptop.today()))
    assert "Six weeks of logs." in letter and "No system." not in letter
    record = paper_text(build_paper(laptop, visit, "record", issued_on=laptop.today()))
    assert f"Follow-up of Requirement {told.finding.number}, {told.reference}" in record


def test_evidence_that_a_follow_up_rests_on_supports_something(laptop: Desk, followed: Followed) -> None:
    visit, finding, made = followed

    def unused() -> set[str]:
        return {one.place.record for one in check_letter(laptop, visit).open if one.code == "evidence-unused"}

    assert unused() == set(made)
    cite(laptop, visit, finding, made[:1])
    assert unused() == set(made[1:])


def test_citing_is_undone_and_done_again_and_told_in_the_history(laptop: Desk, followed: Followed) -> None:
    visit, finding, made = followed
    sessions = open_checklists(laptop, visit)
    cite(laptop, visit, finding, made[:1])
    cite(laptop, visit, finding, made)
    change = inspection_history(laptop, sessions, visit.id, 1)[0].changes[0]
    assert (change.before, change.after) == ("1 piece", "2 pieces")
    assert change.what.endswith(", evidence")
    undo(laptop, visit, sessions)
    assert view(laptop, visit, finding).evidence.split() == made[:1]
    undo(laptop, visit, sessions)
    assert view(laptop, visit, finding).evidence == ""
    redo(laptop, visit, sessions)
    assert view(laptop, visit, finding).evidence.split() == made[:1]


def test_a_piece_taken_out_is_no_longer_told(laptop: Desk, followed: Followed) -> None:
    visit, finding, made = followed
    set_outcome(laptop, visit, finding, Outcome.NOT_MET, checked_on=laptop.today())
    cite(laptop, visit, finding, made)
    remove_evidence(laptop, visit.id, made[0])
    (told,) = followed_up(laptop, visit)
    assert [piece.id for piece in told.evidence] == made[1:]
