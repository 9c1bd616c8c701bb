"""History in the words of the checklist: who, when, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_desk import Begun, begin

from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.history import answer_history, inspection_history
from inspector_app.operations.program import Program
from inspector_app.operations.undo import undo


@pytest.fixture
def begun(program: Program, tmp_path: Path) -> Iterator[Begun]:
    made = begin(program, tmp_path / "desks")
    yield made
    made.desk.store.close()


def test_a_fields_history_says_from_what_to_what_the_latest_first(begun: Begun) -> None:
    begun.answer("policy", "none")
    begun.answer("policy", "in_place")
    latest, first = answer_history(begun.desk, begun.sessions, begun.session, begun.key("policy"))
    assert (first.before, first.after) == ("", "No")
    assert (latest.before, latest.after, latest.author) == ("No", "In place", begun.desk.author)
    assert latest.what == "Q1 Did the service have a child sexual exploitation policy?"
    assert latest.at.tzinfo is not None and latest.at >= first.at


def test_reason_codes_and_comments_are_told_under_their_question(begun: Begun) -> None:
    begun.answer("policy_reasons", "stand_alone training_meanwhile")
    (reasons,) = answer_history(begun.desk, begun.sessions, begun.session, begun.key("policy_reasons"))
    assert reasons.after == "A policy of its own, Training given meanwhile"
    assert reasons.what == "Q1, What is this based on?"


def test_the_inspections_history_tells_actions_by_their_first_change(begun: Begun) -> None:
    begun.staff("yes", "no")
    begun.answer("policy", "none")
    add_evidence(begun.desk, begun.inspection.id, Evidence("", EvidenceSource.SAW, "The rota", "office"))
    words = [entry.words for entry in inspection_history(begun.desk, begun.sessions, begun.inspection.id)]
    assert words == [
        "Evidence recorded",
        "Q1 Did the service have a child sexual exploitation policy?",
        "Member of staff, row 2 and 2 more",
        "Member of staff, row 1: Designation and 1 more",
        "Checklist begun",
        "Inspection started",
    ]


def test_undo_stands_in_the_history_as_such(begun: Begun) -> None:
    begun.answer("policy", "none")
    undo(begun.desk, begun.inspection, begun.sessions)
    latest = inspection_history(begun.desk, begun.sessions, begun.inspection.id)[0]
    assert latest.undo is True
    assert latest.words == "Undone: Q1 Did the service have a child sexual exploitation policy?"
    assert [(change.before, change.after) for change in latest.changes] == [("No", "")]


def test_what_was_erased_says_so_and_no_more(begun: Begun) -> None:
    begun.answer("policy_comment", "Robin told us")
    record = f"{begun.session.record}:{begun.key('policy_comment')}"
    begun.desk.store.erase(
        begun.inspection.id,
        "answer",
        record,
        "value",
        "a name",
        author=begun.desk.author,
        device=begun.desk.device,
    )
    (change,) = answer_history(begun.desk, begun.sessions, begun.session, begun.key("policy_comment"))
    assert change.erased and change.after == "erased"
    told = repr(inspection_history(begun.desk, begun.sessions, begun.inspection.id))
    assert "Robin" not in told


def test_the_history_is_as_long_as_asked_for(begun: Begun) -> None:
    begun.fill()
    assert len(inspection_history(begun.desk, begun.sessions, begun.inspection.id, most=3)) == 3
