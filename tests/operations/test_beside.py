"""What stands beside a question: last time's answer to it, and how the field came to what it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from checklist_desk import Begun, begin

from inspector_app.__main__ import make_program
from inspector_app.inspections.inspection import Inspection
from inspector_app.operations.beside import last_time, recent_changes
from inspector_app.operations.start_inspection import Plan, start_inspection


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    return begin(make_program(), tmp_path)


def next_visit(begun: Begun) -> Inspection:
    """Another inspection of the same service, a month later."""
    first = begun.inspection
    plan = Plan(
        reference="EX-NEXT",
        service_number=first.service.service_number,
        type=first.type,
        announced=False,
        started_on=first.started_on + timedelta(days=30),
        inspectors=first.inspectors,
        contact="",
    )
    made, _ = start_inspection(begun.desk, plan)
    return made


def test_the_first_inspection_of_a_service_has_no_last_time(begun: Begun) -> None:
    assert last_time(begun.desk, begun.inspection) is None


def test_last_time_tells_answer_reasons_and_comment_in_words(begun: Begun) -> None:
    begun.answer("policy", "in_place")
    begun.answer("policy_framework", "partially")
    begun.answer("policy_framework_comment", "Sound on recognising risk.")
    begun.answer("policy_framework_reasons", "within_child_protection")
    found = last_time(begun.desk, next_visit(begun))
    assert found is not None and found.reference == begun.inspection.reference
    told = found.answers["policy_framework"]
    assert (told.answer, told.comment) == ("Partially", "Sound on recognising risk.")
    assert told.reasons == ("Within the child protection policy",)
    assert found.answers["systems"].answer == ""


def test_a_derived_class_is_told_with_its_numbers(begun: Begun) -> None:
    begun.staff("yes", "yes", "yes", "no")
    found = last_time(begun.desk, next_visit(begun))
    assert found is not None
    assert found.answers["aware_indicators"].answer == "Majority (3/4)"


def test_an_inspection_that_began_later_is_not_last_time(begun: Begun) -> None:
    later = next_visit(begun)
    assert last_time(begun.desk, begun.inspection) is None
    assert last_time(begun.desk, later) is not None


def test_the_changes_of_a_field_come_newest_first_and_no_more_than_fit(begun: Begun) -> None:
    for answer in ("yes", "no", "partially", "yes", "no", "partially"):
        begun.answer("systems", answer)
    changes = recent_changes(begun.desk, begun.sessions, begun.session, begun.key("systems"))
    assert len(changes) == 4
    assert (changes[0].before, changes[0].after) == ("No", "Partially")
