"""What "search or do" finds in the record, in which order, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from checklist_desk import Begun, begin

from inspector_app.__main__ import make_program
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.palette import Match, Place, palette, place_of
from inspector_app.operations.workspace import Workspace


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    return begin(make_program(), tmp_path)


def found(begun: Begun, text: str) -> tuple[Match, ...]:
    return palette(begun.desk, begun.sessions, begun.inspection.id, text)


def place(begun: Begun, match: Match) -> Place:
    at = Workspace(begun.desk)
    at.open(begun.inspection.id)
    return place_of(at, match.kind, match.inspection, match.key)


def seen(begun: Begun, text: str) -> str:
    evidence = Evidence(id="", source=EvidenceSource.SAW, text=text)
    return add_evidence(begun.desk, begun.inspection.id, evidence).id


def test_nothing_is_found_for_no_words(begun: Begun) -> None:
    assert found(begun, "  ") == ()
    assert found(begun, "zzz") == ()


def test_a_question_is_found_before_it_is_answered_and_leads_to_its_screen(begun: Begun) -> None:
    (match,) = [one for one in found(begun, "effective systems") if one.kind == "question"]
    assert match.about == "open"
    assert place(begun, match) == Place("screen:risk_systems", begun.key("systems"))


def test_a_comment_is_found_with_what_matched_marked(begun: Begun) -> None:
    begun.answer("systems_comment", "The kestrel tool was introduced in March.")
    (match,) = found(begun, "kestr")
    assert match.group == "Answers and comments"
    assert (match.title, match.about) == ("Q5 Did the service have effective systems in place to…", "Comment")
    assert [part for part, matched in match.parts if matched] == ["kestrel"]
    assert match.text == "The kestrel tool was introduced in March."
    assert place(begun, match) == Place("screen:risk_systems", begun.key("systems_comment"))


def test_a_comment_is_found_from_the_list_of_inspections_with_its_question_and_where_it_is(
    begun: Begun,
) -> None:
    begun.answer("systems_comment", "The kestrel tool was introduced in March.")
    (match,) = palette(begun.desk, (), "", "kestr")
    assert match.title == "Did the service have effective systems in place to…"
    assert match.about.startswith("Comment · ") and begun.inspection.reference in match.about


def test_evidence_leads_to_its_piece(begun: Begun) -> None:
    piece = seen(begun, "The heron board by the door")
    (match,) = found(begun, "heron")
    assert place(begun, match) == Place("evidence", piece)


def test_services_and_inspections_lead_to_their_pages(begun: Begun) -> None:
    kinds = {match.kind: match for match in found(begun, "river")}
    assert kinds["service"].title.startswith("Riverbank")
    assert place(begun, kinds["service"]).page == "start"
    assert place(begun, kinds["inspection"]) == Place("prepare")


def test_groups_come_in_one_order_and_none_fills_the_list(begun: Begun) -> None:
    for number in range(9):
        seen(begun, f"policy board {number}")
    groups = [match.group for match in found(begun, "policy")]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
    assert groups.count("Evidence") == 5
    assert groups[0] == "Questions here"
