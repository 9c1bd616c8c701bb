"""Adverse answers bring up the clauses that the checklist names for them, with the law of the day."""

from __future__ import annotations

from datetime import date

import pytest

from inspector_app.errors import KnownError
from inspector_app.inspections.finding import FindingKind, FindingState
from inspector_app.inspections.framework_file import shipped_framework
from inspector_app.inspections.suggest import Answered, parse_finding_attribute

FRAMEWORK = shipped_framework("cse-2016")
POLICY = "in_development=policy-complete none=policy-write none=policy-write-required"
ON = date(2016, 5, 4)


def test_adverse_answer_suggests_its_clauses_as_alternatives() -> None:
    found = FRAMEWORK.suggest([Answered("policy", "none", POLICY)], ON)
    assert [(s.clause.id, s.alternatives, s.hook) for s in found] == [
        ("policy-write", ("policy-write-required",), ""),
        ("policy-write-required", ("policy-write",), "ssi-2011-210-r4"),
    ]


@pytest.mark.parametrize("value", ["in_place", "", "could_not_be_assessed"])
def test_other_answers_suggest_nothing(value: str) -> None:
    assert FRAMEWORK.suggest([Answered("policy", value, POLICY)], ON) == ()


def test_standard_and_hook_are_those_of_the_date() -> None:
    answers = [Answered("aware_indicators", "none", "none=indicators-required")]
    (old,) = FRAMEWORK.suggest(answers, date(2017, 3, 31))
    (new,) = FRAMEWORK.suggest(answers, date(2026, 3, 31))
    assert (old.standard, old.hook) == ("ncs-safety", "ssi-2011-210-r15")
    assert (new.standard, new.hook) == ("hscs-3.21", "asp-2019-6-s8")


def test_clause_is_not_suggested_outside_its_time() -> None:
    assert FRAMEWORK.suggest([Answered("policy", "none", POLICY)], date(2011, 3, 31)) == ()


def test_clause_of_two_answers_is_suggested_once() -> None:
    mapping = "no=systems-improve"
    found = FRAMEWORK.suggest([Answered("a", "no", mapping), Answered("b", "no", mapping)], ON)
    assert [(s.clause.id, s.node) for s in found] == [("systems-improve", "a")]


def test_draft_carries_the_words_and_cites_the_answer() -> None:
    (_, suggestion) = FRAMEWORK.suggest([Answered("policy", "none", POLICY)], ON)
    finding = suggestion.draft("f1", "e1", date(2016, 5, 25))
    clause = FRAMEWORK.clauses["policy-write-required"]
    assert finding.kind is FindingKind.REQUIREMENT and finding.state is FindingState.SUGGESTED
    assert (finding.outcome, finding.actions, finding.reasons) == (
        clause.outcome,
        clause.actions,
        clause.reasons,
    )
    assert finding.evidence[0].cited_answers == ("policy",)
    assert finding.deadline is not None and finding.deadline.due == date(2016, 7, 20)


def test_recommendation_draft_binds_nobody() -> None:
    (suggestion,) = FRAMEWORK.suggest([Answered("policy", "in_development", POLICY)], ON)
    finding = suggestion.draft("f1", "e1", ON)
    assert (finding.deadline, finding.hook) == (None, "")


def test_unknown_clause_is_an_error_of_the_pack_with_advice() -> None:
    with pytest.raises(KnownError, match="policy-wirte") as caught:
        FRAMEWORK.suggest([Answered("policy", "none", "none=policy-wirte")], ON)
    assert caught.value.code == "clause-unknown" and caught.value.advice


@pytest.mark.parametrize("text", ["none", "none=", "=policy-write", "none=a=b", "none=a yes"])
def test_broken_pair_in_the_attribute_is_named(text: str) -> None:
    with pytest.raises(KnownError, match="answer=clause"):
        parse_finding_attribute(text)


def test_attribute_keeps_order_and_drops_repetition() -> None:
    assert parse_finding_attribute(" no=b  no=a no=b yes=c ") == {"no": ("b", "a"), "yes": ("c",)}
