"""Grades, follow-ups, matters, the kind of a finding and what it cites are corrected like any other field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from corrected import REASON, Finished, close, example_of, of_kind, visit

from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import FindingKind, FindingSource, missing_parts
from inspector_app.inspections.follow_up import Outcome
from inspector_app.journal import records
from inspector_app.operations.as_of import since_letter
from inspector_app.operations.complaint import complaint_of, matters, record_complaint, record_matter
from inspector_app.operations.correctable import ADD, GONE, NONE, Correctable
from inspector_app.operations.corrections import correct_field
from inspector_app.operations.desk import Desk
from inspector_app.operations.evidence import add_evidence
from inspector_app.operations.follow_up import cite, earlier_findings, followed_up, record_follow_up
from inspector_app.operations.grades import grades, record_grade
from inspector_app.operations.letter import build_letter


@pytest.fixture
def example(laptop: Desk) -> Finished:
    return example_of(laptop)


def kind_field(finished: Finished, finding: str) -> Correctable:
    return next(one for one in finished.fields(records.FINDING, "kind") if one.place[1] == finding)


def test_a_requirement_becomes_a_recommendation_with_the_next_number(example: Finished) -> None:
    finding = of_kind(example, FindingKind.REQUIREMENT)
    before = {one.id: one.number for one in example.desk.findings(example.id)}
    last = max(
        one.number or 0 for one in example.desk.findings(example.id) if one.kind is FindingKind.RECOMMENDATION
    )
    field = kind_field(example, finding)
    assert field.words == "Requirement" and field.more["recommendation"] == ()
    assert example.correct(field, "recommendation").superseded == 1
    after = {one.id: one for one in example.desk.findings(example.id)}
    made = after.pop(finding)
    assert (made.kind, made.number, made.deadline, made.hook) == (
        FindingKind.RECOMMENDATION,
        last + 1,
        None,
        "",
    )
    assert {one.id: one.number for one in after.values()} == {
        one: number for one, number in before.items() if one != finding
    }
    letter = build_letter(example.desk, example.inspection, issued_on=example.desk.today(), final=True)
    assert letter.supersedes == 1
    assert [one.number for one in letter.recommendations][-1] == last + 1
    assert example.made()[0][1:] == ("requirement", "recommendation")
    change = since_letter(example.desk, example.sessions, example.id)
    assert change is not None and (records.FINDING, "kind") in {
        (one.kind, one.field) for one in change.changes
    }


def test_a_recommendation_becomes_a_requirement_with_all_its_parts_or_not_at_all(example: Finished) -> None:
    finding = of_kind(example, FindingKind.RECOMMENDATION)
    field = kind_field(example, finding)
    wanted = {part.place[2]: part for part in field.more["requirement"]}
    assert list(wanted) == ["deadline", "seriousness", "extent", "speed", "hook"]
    hook = wanted["hook"].node
    assert hook is not None and hook.choices
    parts = {"deadline": "4 weeks", "seriousness": "Grave.", "extent": "All.", "speed": "Soon."}
    assert "no legal hook" in example.refused(field, "requirement", **parts)
    past = {**parts, "deadline": "2001-01-01", "hook": hook.choices[0].value}
    assert "already past" in example.refused(field, "requirement", **past)
    for part in parts:
        lacking = {name: said for name, said in parts.items() if name != part}
        example.refused(field, "requirement", **lacking, hook=hook.choices[0].value)
    example.correct(field, "requirement", **parts, hook=hook.choices[0].value)
    made = next(one for one in example.desk.findings(example.id) if one.id == finding)
    framework = example.desk.framework(example.inspection)
    assert made.kind is FindingKind.REQUIREMENT and made.deadline is not None
    assert missing_parts(made, example.inspection.inspected_on, framework) == ()
    assert f"Requirement {made.number}: {made.title}" in example.paper("letter")


def test_what_a_finding_cites_is_corrected_and_may_not_go(example: Finished) -> None:
    field = next(one for one in example.fields(records.FINDING, "evidence") if " " in one.value)
    assert field.is_list and field.words
    assert "no evidence" in example.refused(field, "")
    kept = field.value.split()[0]
    example.correct(field, kept)
    found = next(one for one in example.desk.findings(example.id) if one.id == field.place[1])
    assert [piece.id for piece in found.evidence] == [kept]
    assert example.made()[0][2] == "1 piece"


@pytest.mark.parametrize("name", ["theme", "hook", "standard"])
def test_what_is_chosen_for_a_finding_is_chosen_anew(example: Finished, name: str) -> None:
    field = example.fields(records.FINDING, name)[0]
    assert field.node is not None and field.node.choices
    other = next(one.value for one in field.node.choices if one.value != field.value)
    example.correct(field, other)
    found = next(one for one in example.desk.findings(example.id) if one.id == field.place[1])
    assert getattr(found, name) == other


def test_a_grade_is_corrected_given_late_and_taken_back(laptop: Desk) -> None:
    begun = visit(laptop, "focus")
    record_grade(laptop, begun, "staffing", 4, "A steady team.")
    finished = close(laptop, begun)
    given, *late = sorted(finished.fields(records.GRADE, "value"), key=lambda one: one.value == "")
    assert given.words == "4 Good" and {one.words for one in late} == {"not looked at"}
    finished.correct(given, "3")
    assert finished.made()[0][1:] == ("4 Good", "3 Adequate")
    new = late[0]
    assert [part.place[2] for part in new.more["5"]] == ["reasons"]
    finished.refused(new, "5")
    finished.refused(new, "5", reasons="  ")
    finished.correct(new, "5", reasons="Seen twice.")
    assert {(one.value, one.reasons) for one in grades(laptop, finished.inspection)} == {
        (3, "A steady team."),
        (5, "Seen twice."),
    }
    again = next(one for one in finished.fields(records.GRADE, "value") if one.value == "3")
    finished.correct(again, NONE)
    assert [one.value for one in grades(laptop, finished.inspection)] == [5]
    assert "Seen twice." in finished.paper("letter") and "A steady team." not in finished.paper("letter")


@pytest.fixture
def revisited(laptop: Desk) -> Finished:
    """A visit that followed up one requirement, cited one of two pieces, and is finalised."""
    begun = visit(laptop, "follow_up")
    pieces = [
        add_evidence(laptop, begun.id, Evidence("", EvidenceSource.READ, words)).id
        for words in ("The logs.", "The plans.")
    ]
    finding = earlier_findings(laptop, begun)[0].finding
    outcome = Outcome.MET_WITHIN if finding.kind is FindingKind.REQUIREMENT else Outcome.MET
    record_follow_up(laptop, begun, finding.id, outcome, "We read it.", checked_on=laptop.today())
    cite(laptop, begun, finding.id, pieces[:1])
    return close(laptop, begun)


def test_the_outcome_of_a_follow_up_is_corrected_and_what_it_cites(revisited: Finished) -> None:
    told, *others = sorted(revisited.fields(records.FOLLOW_UP, "outcome"), key=lambda one: one.value == "")
    assert others and {one.words for one in others} == {"not followed up"}
    revisited.correct(told, Outcome.NOT_MET.value)
    assert revisited.made()[0][2] == "Not met"
    (evidence,) = revisited.fields(records.FOLLOW_UP, "evidence")
    assert evidence.node is not None and evidence.node.choices
    revisited.correct(evidence, " ".join(one.value for one in evidence.node.choices))
    (found,) = followed_up(revisited.desk, revisited.inspection)
    assert (found.outcome, len(found.evidence)) == (Outcome.NOT_MET, 2)
    letter = revisited.paper("follow-up")
    assert "Not met" in letter and "The plans." in letter


def test_a_follow_up_is_recorded_late_with_what_shows_it_and_taken_back(revisited: Finished) -> None:
    new = next(one for one in revisited.fields(records.FOLLOW_UP, "outcome") if not one.value)
    revisited.refused(new, Outcome.NOT_MET.value)
    revisited.correct(new, Outcome.NOT_MET.value, note="Nobody knew.")
    late = next(
        one for one in followed_up(revisited.desk, revisited.inspection) if one.note == "Nobody knew."
    )
    assert late.checked_on == revisited.inspection.inspected_on
    field = next(one for one in revisited.fields(records.FOLLOW_UP, "outcome") if one.value == "not_met")
    revisited.correct(field, NONE)
    assert len(followed_up(revisited.desk, revisited.inspection)) == 1


@pytest.fixture
def complained(laptop: Desk) -> Finished:
    begun = visit(laptop, "complaint")
    record_complaint(laptop, begun, "C-1", laptop.today())
    record_matter(laptop, begun, "Meals were late.", "upheld", "We saw it.")
    laptop.write_fields(
        begun.id,
        records.CLAIM,
        "older",
        {"about": "complaint", "text": "Doors were shut.", "result": "upheld", "note": "We saw that."},
    )
    return close(laptop, begun)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("text", "Meals were cold.", lambda one: one.text),
        ("result", "not_upheld", lambda one: one.result),
        ("note", "We asked again.", lambda one: one.note),
    ],
)
def test_each_part_of_a_matter_is_corrected_whatever_it_was_kept_as(
    complained: Finished, name: str, value: str, read: Callable[[object], str]
) -> None:
    fields = [*complained.fields(records.MATTER, name), *complained.fields(records.CLAIM, name)]
    assert len(fields) == 2
    for field in fields:
        complained.correct(field, value)
    assert [read(one) for one in matters(complained.desk, complained.inspection)] == [value, value]
    if name != "result":
        assert "blank" in complained.refused(fields[0], " ")


def test_a_matter_is_added_and_another_taken_out(complained: Finished) -> None:
    (add,) = complained.fields(records.MATTER, ADD)
    assert [part.place[2] for part in add.more[ADD]] == ["text", "result", "note"]
    complained.refused(add, ADD, text="Nobody answered.", note="We heard it.")
    complained.correct(add, ADD, text="Nobody answered.", result="upheld", note="We heard it.")
    (gone,) = complained.fields(records.CLAIM, "removed")
    complained.correct(gone, GONE)
    told = complaint_of(complained.desk, complained.inspection).matters
    assert {one.text for one in told} == {"Meals were late.", "Nobody answered."}
    assert "Nobody answered." in complained.paper("complaint")


def test_the_complaint_itself_is_corrected_and_was_not_received_tomorrow(complained: Finished) -> None:
    (reference,), (day,) = (
        complained.fields(records.INSPECTION, name) for name in ("complaint", "complaint_received_on")
    )
    complained.correct(reference, "C-2")
    assert "future" in complained.refused(day, "2999-01-01")
    complained.correct(day, "2020-02-03")
    found = complaint_of(complained.desk, complained.inspection)
    assert (found.reference, str(found.received_on)) == ("C-2", "2020-02-03")


def test_findings_that_a_matter_led_to_come_from_the_complaint(example: Finished) -> None:
    """A matter of an inspection that did not follow a complaint, as it can be."""
    desk = example.desk
    fields = {"about": "complaint", "text": "Late.", "result": "upheld", "note": "Seen."}
    desk.write_fields(example.id, records.MATTER, "m", {**fields}, reason="Added by hand.")
    (field,) = example.fields(records.MATTER, "findings")
    finding = of_kind(example, FindingKind.REQUIREMENT)
    correct_field(desk, example.sessions, example.id, field, finding, REASON)
    sources = {one.id: one.source for one in desk.findings(example.id)}
    assert sources.pop(finding) is FindingSource.COMPLAINT
    assert set(sources.values()) <= {FindingSource.INSPECTION}


def test_a_step_of_enforcement_is_corrected_and_taken_back(example: Finished) -> None:
    (field,) = example.fields(records.INSPECTION, "enforcement_step")
    assert field.value == NONE and field.node is not None and field.node.choices
    step = field.node.choices[1]
    example.correct(field, step.value)
    assert step.label in example.paper("record")
    (again,) = example.fields(records.INSPECTION, "enforcement_step")
    example.correct(again, NONE)
    assert step.label not in example.paper("record")
