"""Preview, readiness and issue: what the outcome pages ask of the record, apart from any screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind
from inspector_app.inspections.inspection import Status
from inspector_app.operations import finding_edits as edits
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.demo import example_desks, start_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.letter import keep_issued
from inspector_app.operations.letter_files import save_file
from inspector_app.operations.letter_status import final_letter, issued_pdf, letter_status
from inspector_app.operations.ports import no_progress
from inspector_app.operations.preview import WordsAtHand, draft_letter, set_paper
from inspector_app.operations.printers import printers
from inspector_app.operations.program import Program
from inspector_app.operations.readiness import readiness
from inspector_app.operations.register import import_register


def test_a_new_inspection_says_where_each_open_thing_is_mended(program: Program, tmp_path: Path) -> None:
    office, laptop = example_desks(program, tmp_path / "new")
    desk = laptop.desk
    example = the_example()
    import_register(desk, example.register)
    inspection, sessions = start_example(desk, example, desk.today())
    finding = edits.new_finding(desk, inspection, FindingKind.STRENGTH)
    found = readiness(desk, inspection, sessions)
    pages = {one.page for one in found.hindrances}
    assert {"screen:policy", "export", "findings"} <= pages
    assert {one.detail for one in found.hindrances if one.page == "findings"} == {finding.id}
    question = next(one for one in found.hindrances if one.page == "screen:policy")
    assert sessions[0].instance.view(question.detail).kind == "question"
    assert not found.ready
    desk.store.close()
    office.desk.store.close()


def test_a_finalised_inspection_has_nothing_open_and_is_not_ready_again(laptop: Desk) -> None:
    inspection = laptop.finalised()[0]
    found = readiness(laptop, inspection, open_checklists(laptop, inspection))
    assert (found.hindrances, found.ready, found.status) == ((), False, Status.FINALISED)
    assert found.finalised_at


def test_the_preview_of_an_issued_letter_is_the_issued_letter(laptop: Desk) -> None:
    inspection = laptop.finalised()[0]
    sessions = open_checklists(laptop, inspection)
    words = WordsAtHand()
    current = letter_status(laptop, inspection).current
    assert current is not None
    shown = set_paper(no_progress, draft_letter(laptop, inspection, words.of(inspection.id, sessions)))
    assert (shown.paper.state, shown.paper.version) == ("final", current.version)
    assert shown.pdf == issued_pdf(laptop, current)
    assert "Requirement 1" in shown.text


def test_a_final_letter_is_not_kept_when_the_record_changed_meanwhile(laptop: Desk) -> None:
    inspection = laptop.finalised()[0]
    sessions = open_checklists(laptop, inspection)
    letter = final_letter(laptop, inspection, WordsAtHand().of(inspection.id, sessions))
    session = sessions[0]
    session.answer(session.node("policy_comment"), "Corrected.", reason="A slip of the pen.")
    with pytest.raises(KnownError, match="changed"):
        keep_issued(laptop, inspection, letter, b"%PDF")
    assert len(letter_status(laptop, inspection).issued) == 1


def test_issuing_again_supersedes_the_version_before(laptop: Desk) -> None:
    inspection = laptop.finalised()[0]
    words = WordsAtHand().of(inspection.id, open_checklists(laptop, inspection))
    made = set_paper(no_progress, final_letter(laptop, inspection, words, large_print=True))
    keep_issued(laptop, inspection, made.paper, made.pdf)
    first, second = letter_status(laptop, inspection).issued
    assert (first.superseded, second.superseded, second.large_print) == (True, False, True)


def test_a_letter_is_saved_under_a_name_that_ends_in_pdf(tmp_path: Path) -> None:
    assert save_file(b"%PDF", tmp_path / "letter.final").file.name == "letter.final.pdf"
    assert save_file(b"%PDF", tmp_path).file.name == "letter.pdf"
    with pytest.raises(KnownError, match="does not exist"):
        save_file(b"%PDF", tmp_path / "nowhere" / "x.pdf")


def test_printers_are_asked_of_the_system_and_none_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers(no_progress) == ()
    command = tmp_path / "lpstat"
    command.write_text("#!/bin/sh\necho Hall\necho Office\n")
    command.chmod(0o755)
    assert printers(no_progress) == ("Hall", "Office")
