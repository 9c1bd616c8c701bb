"""Evidence beside a screen; leaving a field records it and leaves nothing typed behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklist_desk import Begun, begin

from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations.answering import leave
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.program import Program
from inspector_app.operations.screen_side import (
    edit_evidence,
    evidence_page,
    remove_evidence,
    screen_side,
)
from inspector_app.operations.set_up import open_desk
from inspector_app.operations.typing import Slot, type_into


@pytest.fixture
def begun(program: Program, tmp_path: Path) -> Iterator[Begun]:
    made = begin(program, tmp_path / "desks")
    yield made
    made.desk.store.close()


def test_evidence_stands_beside_the_screen_whose_question_it_cites(begun: Begun) -> None:
    piece = Evidence("", EvidenceSource.READ, "The rota", "office", cited_answers=("systems",))
    add_evidence(begun.desk, begun.inspection.id, piece)
    beside = screen_side(begun.desk, begun.sessions, "risk_systems", begun.session.record)
    assert [(one.line, one.place) for one in beside.evidence] == [("Read: The rota", "office")]
    assert screen_side(begun.desk, begun.sessions, "policy", begun.session.record).evidence == ()


def test_suggestions_stand_on_the_screen_of_their_answer(begun: Begun) -> None:
    begun.answer("systems", "no")
    beside = screen_side(begun.desk, begun.sessions, "risk_systems", begun.session.record)
    assert {one.clause.id for one in beside.suggestions} == {"systems-establish", "systems-required"}
    assert screen_side(begun.desk, begun.sessions, "policy", begun.session.record).suggestions == ()


def test_evidence_is_begun_by_its_first_field_and_says_what_it_lacks(begun: Begun) -> None:
    name = begun.desk.program.new_id()
    edit_evidence(begun.desk, begun.inspection.id, name, {"text": "Two staff", "cited_answers": []})
    (piece,) = evidence_page(begun.desk, begun.sessions, begun.inspection).pieces
    assert piece.missing.startswith("Say how you know it")
    edit_evidence(begun.desk, begun.inspection.id, name, {"source": "spoke", "cited_answers": ["policy"]})
    (piece,) = evidence_page(begun.desk, begun.sessions, begun.inspection).pieces
    assert (piece.missing, [one.number for one in piece.cited]) == ("", ["Q1"])
    remove_evidence(begun.desk, begun.inspection.id, name)
    assert evidence_page(begun.desk, begun.sessions, begun.inspection).pieces == ()


def test_leaving_a_field_leaves_nothing_typed_behind(begun: Begun) -> None:
    slot = Slot.of_answer(begun.session.record, begun.key("policy_comment"), begun.session.form.digest)
    type_into(begun.desk, begun.inspection.id, slot, "A draft")
    leave(begun.session, begun.key("policy_comment"), "A draft")
    assert list(begun.desk.store.typed()) == []
    assert begun.value("policy_comment") == "A draft"


def test_choosing_the_class_of_the_sample_records_no_choice_even_after_a_crash(begun: Begun) -> None:
    begun.staff("yes", "yes", "no")
    key = begun.key("aware_indicators_choice")
    slot = Slot.of_answer(begun.session.record, key, begun.session.form.digest)
    type_into(begun.desk, begun.inspection.id, slot, "majority")
    leave(begun.session, key, "majority")
    assert list(begun.desk.store.typed()) == []
    assert begun.value("aware_indicators_choice") == ""
    assert begun.value("aware_indicators") == "majority"


def test_a_cell_typed_into_a_new_row_is_there_after_a_crash(begun: Begun, program: Program) -> None:
    row = f"{begun.sample('staff')}[{begun.desk.program.new_id()}]"
    begun.session.begin_row(row)
    slot = Slot.of_answer(begun.session.record, f"{row}/designation", begun.session.form.digest)
    type_into(begun.desk, begun.inspection.id, slot, "Night wor")
    path = begun.desk.store.path
    begun.desk.store.close()
    begun.desk = open_desk(program, path, "demo")
    assert [found.field for found in begun.desk.recovered] == ["Designation"]
    assert begun.reopened().instance.value(f"{row}/designation") == "Night wor"
