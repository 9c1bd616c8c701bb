"""Undo and redo: all or nothing, by new events, and never over what somebody else wrote."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from checklist_desk import Begun, begin

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.finalise import close_visit, finalise
from inspector_app.operations.findings import accept, edit_finding, suggested
from inspector_app.operations.ports import Draft
from inspector_app.operations.program import Program
from inspector_app.operations.undo import TakenBack, redo, undo


@pytest.fixture
def begun(program: Program, tmp_path: Path) -> Iterator[Begun]:
    made = begin(program, tmp_path / "desks")
    yield made
    made.desk.store.close()


def back(begun: Begun) -> TakenBack:
    return undo(begun.desk, begun.inspection, begun.sessions)


def again(begun: Begun) -> TakenBack:
    return redo(begun.desk, begun.inspection, begun.sessions)


def test_an_answer_is_taken_back_and_done_again(begun: Begun) -> None:
    begun.answer("policy", "none")
    begun.answer("policy", "in_place")
    assert back(begun).words.startswith("Q1 ")
    assert begun.value("policy") == "none"
    back(begun)
    assert begun.value("policy") == ""
    again(begun)
    assert begun.value("policy") == "none"
    again(begun)
    assert begun.value("policy") == "in_place"
    with pytest.raises(KnownError, match="nothing to do again"):
        again(begun)


def test_undo_writes_events_and_deletes_none(begun: Begun) -> None:
    begun.answer("policy", "none")
    before = begun.desk.store.events(begun.inspection.id)
    back(begun)
    after = begun.desk.store.events(begun.inspection.id)
    assert [event for event in after if event in before] == list(before)
    assert len(after) == len(before) + 2
    assert begun.desk.store.care.verify(lambda done, total: None) == []


def test_what_the_answer_made_of_other_questions_follows(begun: Begun) -> None:
    begun.answer("policy", "in_place")
    begun.staff("yes", "no", "no")
    back(begun)
    assert begun.value("aware_indicators_asked") == "2"
    derived = {row.name: row.value for row in begun.desk.store.derived(begun.session.record)}
    assert derived["aware_indicators_asked"] == "2"


def test_a_row_added_goes_and_comes_back_with_its_answers(begun: Begun) -> None:
    begun.staff("yes", "no")
    full = begun.session.instance.state()
    rows = begun.session.rows(begun.sample("staff"))
    back(begun)
    assert begun.session.rows(begun.sample("staff")) == rows[:1]
    names = {row.key for row in begun.desk.store.derived(begun.session.record)}
    assert not any(name.startswith(rows[1]) for name in names)
    again(begun)
    assert begun.session.instance.state() == full


def test_rows_removed_come_back_in_their_place_the_forms_own_row_too(begun: Begun) -> None:
    begun.staff("yes", "no", "yes")
    rows = begun.session.rows(begun.sample("staff"))
    full = begun.session.instance.state()
    begun.session.remove_rows(rows[:2])
    assert begun.session.rows(begun.sample("staff")) == rows[2:]
    back(begun)
    assert begun.session.rows(begun.sample("staff")) == rows
    assert dict(begun.session.instance.state().values) == dict(full.values)
    assert begun.reopened().instance.state() == begun.session.instance.state()


def test_a_finding_and_its_evidence_go_together_and_the_suggestion_is_back(begun: Begun) -> None:
    begun.fill()
    first = suggested(begun.desk, begun.inspection, begun.sessions)
    accept(begun.desk, begun.inspection, first[0])
    back(begun)
    assert begun.desk.findings(begun.inspection.id) == []
    assert begun.desk.evidence(begun.inspection.id) == {}
    assert suggested(begun.desk, begun.inspection, begun.sessions) == first
    again(begun)
    assert [f.clause for f in begun.desk.findings(begun.inspection.id)] == [first[0].clause.id]
    assert len(begun.desk.evidence(begun.inspection.id)) == 1


def test_an_edit_of_a_finding_is_taken_back_and_the_finding_stays(begun: Begun) -> None:
    begun.fill()
    finding = accept(begun.desk, begun.inspection, suggested(begun.desk, begun.inspection, begun.sessions)[0])
    edit_finding(begun.desk, begun.inspection, finding.id, {"title": "Another title"})
    back(begun)
    assert [f.title for f in begun.desk.findings(begun.inspection.id)] == [finding.title]


def test_evidence_is_taken_back(begun: Begun) -> None:
    piece = Evidence("", EvidenceSource.SAW, "The rota", "office")
    add_evidence(begun.desk, begun.inspection.id, piece)
    assert back(begun).words == "Evidence"
    assert begun.desk.evidence(begun.inspection.id) == {}
    again(begun)
    assert [one.text for one in begun.desk.evidence(begun.inspection.id).values()] == ["The rota"]


def test_a_finding_taken_back_is_never_counted(begun: Begun) -> None:
    begun.fill()
    accept(begun.desk, begun.inspection, suggested(begun.desk, begun.inspection, begun.sessions)[0])
    back(begun)
    close_visit(begun.desk, begun.inspection, begun.desk.today())
    finalise(begun.desk, begun.desk.inspection(begun.inspection.id), begun.sessions)
    assert begun.desk.store.counted_outcomes() == []


def test_undo_goes_on_where_it_was_after_the_program_was_closed(begun: Begun) -> None:
    begun.answer("policy", "none")
    begun.answer("systems", "no")
    back(begun)
    begun.session = begun.reopened()
    back(begun)
    assert (begun.value("policy"), begun.value("systems")) == ("", "")
    begun.session = begun.reopened()
    again(begun)
    again(begun)
    assert (begun.value("policy"), begun.value("systems")) == ("none", "no")


def test_a_new_action_ends_what_could_be_done_again(begun: Begun) -> None:
    begun.answer("policy", "none")
    back(begun)
    begun.answer("systems", "no")
    with pytest.raises(KnownError, match="nothing to do again"):
        again(begun)
    back(begun)
    again(begun)
    assert (begun.value("policy"), begun.value("systems")) == ("", "no")


def test_starting_the_inspection_cannot_be_undone(begun: Begun) -> None:
    with pytest.raises(KnownError, match="nothing to undo"):
        back(begun)


def test_what_a_colleague_changed_since_is_left_alone(begun: Begun) -> None:
    begun.answer("policy", "none")
    record = f"{begun.session.record}:{begun.key('policy')}"
    other = replace(begun.desk, author="Inspector B (example)")
    other.write(begun.inspection.id, [Draft("answer", record, "value", "in_place")])
    begun.session = begun.reopened()
    with pytest.raises(KnownError, match="changed since by Inspector B"):
        back(begun)
    assert begun.reopened().instance.value(begun.key("policy")) == "in_place"


def test_what_was_erased_does_not_come_back(begun: Begun) -> None:
    begun.answer("policy_comment", "A name")
    begun.answer("policy_comment", "No name")
    store, record = begun.desk.store, f"{begun.session.record}:{begun.key('policy_comment')}"
    store.erase(
        begun.inspection.id,
        "answer",
        record,
        "value",
        "a name",
        author=begun.desk.author,
        device=begun.desk.device,
    )
    with pytest.raises(KnownError, match="erased"):
        back(begun)


def test_a_finalised_inspection_is_not_changed_by_undo(begun: Begun) -> None:
    begun.fill()
    close_visit(begun.desk, begun.inspection, begun.desk.today())
    finalise(begun.desk, begun.desk.inspection(begun.inspection.id), begun.sessions)
    with pytest.raises(KnownError, match="finalised"):
        back(begun)


@pytest.mark.parametrize("seed", range(6))
def test_undoing_everything_and_doing_it_again_ends_where_it_began(begun: Begun, seed: int) -> None:
    chance = random.Random(seed)
    start = spelled(begun)
    for _ in range(chance.randint(3, 8)):
        step = chance.choice(["answer", "answer", "row", "remove"])
        if step == "answer":
            begun.answer(chance.choice(["policy", "systems"]), chance.choice(["none", "yes", "no"]))
        elif step == "row":
            begun.staff(chance.choice(["yes", "no"]))
        else:
            rows = begun.session.rows(begun.sample("staff"))
            begun.session.remove_rows(rows[: chance.randint(0, 1)])
    full = spelled(begun)
    count = 0
    while taken_back(begun):
        count += 1
    assert spelled(begun) == start
    for _ in range(count):
        again(begun)
    assert spelled(begun) == full
    while taken_back(begun):
        count -= 1
    assert count == 0


def taken_back(begun: Begun) -> bool:
    """Whether there was something to undo."""
    try:
        back(begun)
    except KnownError as error:
        assert error.code == "nothing-to-undo"
        return False
    return True


def spelled(begun: Begun) -> tuple[dict[str, str], tuple[str, ...]]:
    """Answers but blanks (a field never written and one cleared say the same), and the rows of the sample."""
    views = [view for view in begun.session.instance.views() if view.kind == "question"]
    return {view.key: view.value for view in views if view.value}, begun.session.rows(begun.sample("staff"))
