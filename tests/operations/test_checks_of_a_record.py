"""The checks over a record: where each thing is mended, and false alarms dismissed with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.follow_up import Outcome
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.check_letter import bring_back, check_letter, dismiss
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.demo import Example, answer_example, start_example, the_example
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.findings import accept, suggested
from inspector_app.operations.follow_up import earlier_findings, record_follow_up
from inspector_app.operations.grades import record_grade
from inspector_app.operations.letter import build_letter
from inspector_app.operations.pseudonyms import LaptopNames


def begun(desk: Desk) -> tuple[Inspection, ChecklistSession]:
    """The example inspection once more, answered and open."""
    example = the_example()
    data = {**example.data, "inspection": {**example.data["inspection"], "reference": "EX-2026-0002"}}
    inspection, (session,) = start_example(desk, Example(data, example.register), desk.today())
    answer_example(session, example)
    return inspection, session


def codes(desk: Desk, inspection: Inspection) -> set[str]:
    return {result.code for result in check_letter(desk, inspection).open}


def test_the_example_letter_raises_no_alarm_about_names(laptop: Desk) -> None:
    checks = check_letter(laptop, laptop.find("EX-2026-0001"))
    assert not [one for one in checks.open if one.code.startswith(("name", "initials", "birth"))]
    style = {"one-source", "evidence-unused", "long-sentence", "not-measurable"}
    assert {one.code for one in checks.open} <= style | {"deadline-weekend", "deadline-holiday"}


def test_a_name_in_a_comment_is_found_at_its_question(laptop: Desk) -> None:
    inspection, session = begun(laptop)
    key = session.node("systems_comment")
    session.answer(key, "Callum told us that nobody asked where he had been.")
    (result,) = [one for one in check_letter(laptop, inspection).open if one.code == "name-likely"]
    assert (result.place.kind, result.place.record, result.excerpt) == ("question", key, "Callum")


def test_the_pseudonym_key_stays_on_the_laptop_and_finds_names_in_any_case(laptop: Desk) -> None:
    inspection, session = begun(laptop)
    session.answer(session.node("systems_comment"), "we asked struan twice")
    key = LaptopNames(laptop)
    assert key.names(inspection.id) == {}
    key.remember(inspection.id, "Struan", "YP1")
    found = check_letter(laptop, inspection, names=LaptopNames(laptop)).open
    assert [one.code for one in found if one.code.startswith("name")] == ["name-known"]
    assert not any("Struan" in str(event.value) for event in laptop.store.events(inspection.id))
    key.forget(inspection.id)
    assert LaptopNames(laptop).names(inspection.id) == {}
    with pytest.raises(KnownError):
        key.remember(inspection.id, "Struan", " ")


def test_a_false_alarm_is_dismissed_with_a_reason_and_can_come_back(laptop: Desk) -> None:
    inspection, session = begun(laptop)
    session.answer(session.node("policy_comment"), "The file is called Larkspur in the office.")
    code = build_letter(laptop, inspection, issued_on=laptop.today(), final=False).record_code
    (result,) = [one for one in check_letter(laptop, inspection).open if one.code == "name-likely"]
    with pytest.raises(KnownError, match="with a reason"):
        dismiss(laptop, inspection, result, " ")
    with pytest.raises(KnownError, match="repeats the words"):
        dismiss(laptop, inspection, result, "Larkspur is a folder")
    dismiss(laptop, inspection, result, "It is what the folder is called.")
    checks = check_letter(laptop, inspection)
    assert result.key not in {one.key for one in checks.open}
    (gone,) = checks.dismissed
    assert (gone.result, gone.reason) == (result, "It is what the folder is called.")
    events = [event for event in laptop.store.events(inspection.id) if event.field.startswith("dismissed.")]
    assert [event.reason for event in events] == ["It is what the folder is called."]
    assert build_letter(laptop, inspection, issued_on=laptop.today(), final=False).record_code == code
    bring_back(laptop, inspection, result.key)
    assert result.key in {one.key for one in check_letter(laptop, inspection).open}


def test_a_high_grade_beside_a_plain_no_is_found(laptop: Desk) -> None:
    inspection, _ = begun(laptop)
    assert "grade-above-answers" not in codes(laptop, inspection)
    record_grade(laptop, inspection, "care_and_support", 5, "Warm care.")
    (result,) = [one for one in check_letter(laptop, inspection).open if one.code == "grade-above-answers"]
    assert result.place.record == "care_and_support"
    assert "effective systems" in result.message and "No" in result.message


def test_one_source_and_unused_evidence_are_found_until_they_are_mended(laptop: Desk) -> None:
    inspection, session = begun(laptop)
    suggestion = next(one for one in suggested(laptop, inspection, [session]) if one.hook)
    finding = accept(laptop, inspection, suggestion)
    pieces = [
        add_evidence(laptop, inspection.id, Evidence("", source, "Logs and talks of one week."))
        for source in (EvidenceSource.READ, EvidenceSource.SPOKE)
    ]
    assert {"one-source", "evidence-unused"} <= codes(laptop, inspection)
    mended = [*(piece.id for piece in finding.evidence), *(piece.id for piece in pieces)]
    laptop.write_fields(inspection.id, "finding", finding.id, {"evidence": [*mended]})
    assert not {"one-source", "evidence-unused"} & codes(laptop, inspection)


def test_earlier_findings_are_followed_up_before_the_letter(laptop: Desk) -> None:
    inspection, _ = begun(laptop)
    earlier = earlier_findings(laptop, inspection)
    open_ones = [one for one in check_letter(laptop, inspection).open if one.code == "earlier-open"]
    assert len(open_ones) == len(earlier) == 4
    for one in earlier:
        binding = one.finding.kind.value == "requirement"
        outcome = Outcome.MET_WITHIN if binding else Outcome.MET
        record_follow_up(
            laptop, inspection, one.finding.id, outcome, "We read it.", checked_on=laptop.today()
        )
    assert "earlier-open" not in codes(laptop, inspection)


def test_findings_at_hand_are_checked_as_they_are_typed(laptop: Desk) -> None:
    inspection, session = begun(laptop)
    suggestion = next(one for one in suggested(laptop, inspection, [session]) if one.hook)
    finding = accept(laptop, inspection, suggestion)
    typed = replace(finding, outcome="Staff should look at it.")
    found = check_letter(laptop, inspection, sessions=[session], findings=[typed]).open
    assert {"modal-verb", "modal-missing"} <= {one.code for one in found}
