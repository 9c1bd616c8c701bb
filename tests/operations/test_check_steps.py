"""Checks before issue as steps: each with its page, what holds the letter back, and where it is counted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.check_letter import dismiss
from inspector_app.operations.check_steps import check_board
from inspector_app.operations.checklist_session import ChecklistSession, open_checklists
from inspector_app.operations.demo import example_desks, record_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.letter import issue_letter
from inspector_app.operations.overview import overview
from inspector_app.operations.program import Program
from inspector_app.operations.register import import_register

TOLD = "Emily Thomson said that she could tell anybody."


@pytest.fixture
def finished(program: Program, tmp_path: Path) -> Iterator[tuple[Desk, Inspection, list[ChecklistSession]]]:
    """The example finalised, with a comment and a piece of evidence that name an invented person."""
    office, laptop = example_desks(program, tmp_path)
    office.desk.store.close()
    import_register(laptop.desk, the_example().register)
    inspection = record_example(laptop.desk, the_example())
    sessions = open_checklists(laptop.desk, inspection)
    node = sessions[0].node("policy_comment")
    sessions[0].answer(node, "Mrs Baxter wrote the policy.", reason="It was left out.")
    add_evidence(
        laptop.desk, inspection.id, Evidence("", EvidenceSource.SPOKE, TOLD, "Kitchen"), reason="Left out."
    )
    yield laptop.desk, inspection, open_checklists(laptop.desk, inspection)
    laptop.desk.store.close()


Finished = tuple[Desk, Inspection, list[ChecklistSession]]


def test_each_result_says_on_which_page_it_is_mended(finished: Finished) -> None:
    desk, inspection, sessions = finished
    board = check_board(desk, inspection, sessions)
    ways = {(one.result.excerpt, one.page, one.place) for one in board.open if one.held}
    assert ("Baxter", "screen:policy", "Policy") in ways
    assert ("Thomson", "evidence", "Evidence") in ways
    asked = next(one for one in board.open if one.page.startswith("screen:"))
    assert sessions[0].instance.view(asked.detail).label or asked.detail
    assert all(one.page for one in board.open if one.result.place.kind in ("finding", "evidence", "question"))
    assert [one.held for one in board.open] == sorted((one.held for one in board.open), reverse=True)


def test_no_letter_is_issued_while_something_may_name_a_person(finished: Finished) -> None:
    desk, inspection, sessions = finished
    with pytest.raises(KnownError) as refused:
        issue_letter(desk, inspection, issued_on=desk.today())
    assert refused.value.code == "letter-names"
    board = check_board(desk, inspection, sessions)
    part = next(one for one in overview(desk, sessions, inspection.id).parts if one.key == "letter")
    assert (part.state, part.words, part.open_count) == ("attention", f"{board.held} held back", board.held)
    for one in board.open:
        if one.held:
            dismiss(desk, inspection, one.result, "It is the name of a street")
    after = check_board(desk, inspection, sessions)
    assert after.held == 0
    assert {one.reason for one in after.dismissed} == {"It is the name of a street"}
    part = next(one for one in overview(desk, sessions, inspection.id).parts if one.key == "letter")
    assert part.words == f"{len(after.open)} to check"
    issued = issue_letter(desk, inspection, issued_on=desk.today())
    assert issued.letter.state == "final"


def test_while_the_visit_goes_on_the_checks_are_not_loaded() -> None:
    """The rail of an inspection under way is made without the word lists, which take a tenth of a second."""
    code = "import inspector_app.operations.overview, sys; print('check_letter' in ' '.join(sys.modules))"
    import subprocess

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
