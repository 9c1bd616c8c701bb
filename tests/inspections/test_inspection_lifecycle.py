"""Finalise, void, correct: what may happen to an inspection, and what must be said first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from findings_for_tests import INSPECTED, ISSUED, RECOMMENDATION, REQUIREMENT

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import Finding, FindingKind, FindingState
from inspector_app.inspections.framework_file import shipped_framework
from inspector_app.inspections.inspection import Inspection, Realm, Status
from inspector_app.inspections.lifecycle import NotReady, check_change, finalise, numbered, void
from inspector_app.inspections.service import Service

FRAMEWORK = shipped_framework("cse-2016")
OPEN = Inspection(
    id="i1",
    reference="2016-0001",
    service=Service("CS2003000001", "Riverbank House", "care_home", "voluntary"),
    type="focus",
    announced=False,
    started_on=INSPECTED,
    ended_on=INSPECTED,
    inspectors=("Inspector A",),
    framework="cse-2016",
    realm=Realm.LIVE,
)
FINALISED = replace(OPEN, status=Status.FINALISED)
VOID = replace(OPEN, status=Status.VOID, void_reason="wrong service")


def finalised(
    inspection: Inspection,
    questions: tuple[str, ...] = (),
    problems: tuple[str, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> Inspection:
    return finalise(
        inspection,
        open_questions=questions,
        problems=problems,
        findings=findings,
        framework=FRAMEWORK,
        issued_on=ISSUED,
    )


def test_complete_inspection_is_finalised_and_counts() -> None:
    done = finalised(OPEN, findings=(REQUIREMENT, RECOMMENDATION))
    assert done == FINALISED
    assert done.countable and not OPEN.countable


def test_example_never_counts() -> None:
    assert not finalised(replace(OPEN, realm=Realm.EXAMPLE)).countable


def test_everything_in_the_way_is_listed_at_once() -> None:
    with pytest.raises(NotReady) as caught:
        finalised(
            replace(OPEN, ended_on=None, inspectors=()),
            questions=("policy",),
            problems=("YP1 is named twice.",),
            findings=(replace(REQUIREMENT, deadline=None, hook=""),),
        )
    assert [(found.kind, found.where) for found in caught.value.obstacles] == [
        ("inspection", "ended_on"),
        ("inspection", "inspectors"),
        ("question", "policy"),
        ("problem", ""),
        ("finding", "f1"),
        ("finding", "f1"),
    ]
    assert "6 things are still open" in caught.value.message


def test_undecided_suggestion_is_in_the_way_and_a_refused_one_is_not() -> None:
    with pytest.raises(NotReady, match="not decided"):
        finalised(OPEN, findings=(replace(RECOMMENDATION, state=FindingState.SUGGESTED),))
    refused = replace(RECOMMENDATION, state=FindingState.REFUSED, refusal_reason="Put right on the day.")
    assert finalised(OPEN, findings=(refused,)).status is Status.FINALISED


def test_inspection_cannot_end_before_it_starts() -> None:
    with pytest.raises(NotReady, match="ends before it starts"):
        finalised(replace(OPEN, ended_on=date(2016, 10, 27)))


@pytest.mark.parametrize("closed", [FINALISED, VOID])
def test_only_an_open_inspection_is_finalised(closed: Inspection) -> None:
    with pytest.raises(KnownError, match="cannot be finalised"):
        finalised(closed)


def test_law_is_asked_on_the_last_day_of_the_inspection() -> None:
    late = replace(OPEN, started_on=date(2018, 3, 30), ended_on=date(2018, 4, 2))
    with pytest.raises(NotReady) as caught:
        finalised(late, findings=(replace(RECOMMENDATION, standard="ncs-safety"),))
    assert "31 March 2018" in caught.value.message
    assert finalised(late, findings=(replace(RECOMMENDATION, standard="hscs-3.20"),))


@pytest.mark.parametrize("inspection", [OPEN, FINALISED])
def test_voiding_keeps_the_inspection_and_its_reason(inspection: Inspection) -> None:
    voided = void(inspection, " started for the wrong service ")
    assert (voided.status, voided.void_reason) == (Status.VOID, "started for the wrong service")
    assert voided.reference == inspection.reference and not voided.countable


def test_voiding_needs_a_reason_and_happens_once() -> None:
    with pytest.raises(KnownError, match="only be voided with a reason"):
        void(OPEN, "  ")
    with pytest.raises(KnownError, match="void already"):
        void(VOID, "again")


def test_change_is_free_while_open_a_correction_when_finalised_and_refused_when_void() -> None:
    assert check_change(OPEN) is False
    assert check_change(FINALISED, "Misheard the designation") is True
    with pytest.raises(KnownError, match="is finalised"):
        check_change(FINALISED, " ")
    with pytest.raises(KnownError, match="can no longer be changed"):
        check_change(VOID, "any reason")


def test_agreed_findings_are_numbered_within_their_kind() -> None:
    strength = Finding("s", FindingKind.STRENGTH, FindingState.AGREED, title="Warm")
    suggested = replace(RECOMMENDATION, id="x", state=FindingState.SUGGESTED)
    result = numbered([RECOMMENDATION, REQUIREMENT, suggested, strength, replace(RECOMMENDATION, id="f3")])
    assert [(finding.id, finding.number) for finding in result] == [("f2", 1), ("f1", 1), ("s", 1), ("f3", 2)]
