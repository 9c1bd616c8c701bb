"""Findings on the screen: suggestions decided, parts typed and recorded, gaps said, kinds changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations import finding_edits as edits
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.checklist_words import checklist_words
from inspector_app.operations.demo import answer_example, example_desks, start_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.finding_parts import PARTS, asked_parts, part_json, part_text
from inspector_app.operations.finding_views import (
    FindingsView,
    FindingView,
    findings_view,
    one_finding,
)
from inspector_app.operations.program import Program
from inspector_app.operations.register import import_register


@dataclass
class Visit:
    desk: Desk
    inspection: Inspection
    sessions: list[ChecklistSession]

    def view(self) -> FindingsView:
        return findings_view(self.desk, self.inspection, self.sessions, checklist_words(self.sessions))

    def finding(self, finding_id: str) -> FindingView:
        found = one_finding(self.desk, self.inspection, finding_id)
        assert found is not None
        return found

    def set(self, finding_id: str, **parts: str) -> FindingView:
        for part, text in parts.items():
            edits.set_part(self.desk, self.inspection, finding_id, part, text)
        return self.finding(finding_id)


@pytest.fixture
def visit(program: Program, tmp_path: Path) -> Iterator[Visit]:
    """The example inspection with every question answered and nothing decided."""
    office, laptop = example_desks(program, tmp_path / "visit")
    example = the_example()
    import_register(laptop.desk, example.register)
    inspection, sessions = start_example(laptop.desk, example, laptop.desk.today())
    answer_example(sessions[0], example)
    yield Visit(laptop.desk, inspection, sessions)
    laptop.desk.store.close()
    office.desk.store.close()


def test_a_suggestion_says_which_answer_brought_it_up(visit: Visit) -> None:
    found = {one.clause: one for one in visit.view().suggested}
    assert found["systems-required"].kind is FindingKind.REQUIREMENT
    assert found["systems-required"].because.endswith("No")
    assert any("Recommendation" in other for other in found["systems-required"].others)


def test_a_suggestion_taken_or_refused_leaves_the_list(visit: Visit) -> None:
    before = len(visit.view().suggested)
    edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-required")
    edits.refuse_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-establish", "Covered.")
    view = visit.view()
    assert len(view.suggested) == before - 2
    assert [one.kind for one in view.agreed] == [FindingKind.REQUIREMENT]
    assert [one.refusal_reason for one in view.refused] == ["Covered."]
    with pytest.raises(KnownError, match="no longer there"):
        edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-required")


def test_what_is_typed_shows_in_the_finding_before_the_field_is_left(visit: Visit) -> None:
    finding = edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "framework-strengthen")
    edits.type_part(visit.desk, visit.inspection, finding.id, "outcome", "Staff should k")
    assert visit.finding(finding.id).parts["outcome"] == "Staff should k"
    assert not visit.desk.store.history("finding", finding.id, "outcome")[1:]
    edits.set_part(visit.desk, visit.inspection, finding.id, "outcome", "Staff should know.")
    assert len(visit.desk.store.history("finding", finding.id, "outcome")) == 2
    assert not visit.desk.store.typed()


def test_a_blank_requirement_says_part_by_part_what_is_missing_until_nothing_is(visit: Visit) -> None:
    finding = edits.new_finding(visit.desk, visit.inspection, FindingKind.REQUIREMENT)
    blank = visit.finding(finding.id)
    wanted = {gap.part for gap in blank.gaps}
    assert wanted == set(asked_parts(FindingKind.REQUIREMENT)) - {"theme"}
    view = visit.view()
    taken = edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-required")
    full = visit.set(
        finding.id,
        title="Draw concerns together",
        outcome="The provider must see patterns.",
        actions="Keep one list\n\nLook at it weekly",
        deadline="6 weeks",
        seriousness="A child may be harmed.",
        extent="All children.",
        speed="It can be done soon.",
        evidence=taken.evidence[0].id,
        hook=view.hooks[0].value,
        standard=view.standards[0].value,
    )
    assert full.complete
    assert full.parts["actions"] == "Keep one list\nLook at it weekly"
    assert full.deadline_words.startswith("within 6 weeks, by ")


def test_a_requirement_made_a_recommendation_keeps_nothing_binding(visit: Visit) -> None:
    finding = edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-required")
    edits.type_part(visit.desk, visit.inspection, finding.id, "deadline", "3 weeks")
    edits.change_kind(visit.desk, visit.inspection, finding.id, FindingKind.RECOMMENDATION)
    view = visit.finding(finding.id)
    assert (view.complete, view.deadline_words, "deadline" in view.parts) == (True, "", False)


def test_a_finding_refused_with_a_reason_can_be_agreed_again(visit: Visit) -> None:
    finding = edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-required")
    with pytest.raises(KnownError, match="reason"):
        edits.refuse_finding(visit.desk, visit.inspection, finding.id, "  ")
    edits.refuse_finding(visit.desk, visit.inspection, finding.id, "Seen to on the day.")
    assert [one.refusal_reason for one in visit.view().refused] == ["Seen to on the day."]
    edits.agree_again(visit.desk, visit.inspection, finding.id)
    assert [one.id for one in visit.view().agreed] == [finding.id]


@pytest.mark.parametrize("text", ["0 weeks", "5000 days", "3 years", "two weeks", "soon", "2026-02-30"])
def test_a_deadline_that_cannot_be_is_refused_with_advice(visit: Visit, text: str) -> None:
    finding = edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-required")
    with pytest.raises(KnownError) as caught:
        edits.type_part(visit.desk, visit.inspection, finding.id, "deadline", text)
    assert caught.value.advice
    assert visit.finding(finding.id).complete


def test_every_part_survives_being_shown_and_typed(visit: Visit) -> None:
    finding = edits.take_suggestion(visit.desk, visit.inspection, visit.sessions, "systems-required")
    fields = visit.desk.store.values("finding", finding.id)
    today = visit.desk.today()
    for part in PARTS:
        assert part_json(part, part_text(finding, part), today) == fields[part], part


def test_a_part_that_no_finding_has_is_refused_by_name(visit: Visit) -> None:
    finding = edits.new_finding(visit.desk, visit.inspection, FindingKind.STRENGTH)
    with pytest.raises(KnownError, match="no part called colour"):
        edits.set_part(visit.desk, visit.inspection, finding.id, "colour", "green")


def test_nothing_can_be_typed_into_a_finalised_inspection(laptop: Desk) -> None:
    inspection = laptop.finalised()[0]
    finding = laptop.findings(inspection.id)[0]
    with pytest.raises(KnownError, match="finalised"):
        edits.type_part(laptop, inspection, finding.id, "title", "x")
