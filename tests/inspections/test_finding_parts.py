"""A requirement needs all its parts, a recommendation none that bind, and each gap is named with advice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from findings_for_tests import EVIDENCE, INSPECTED, ISSUED, RECOMMENDATION, REQUIREMENT
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.inspections.deadline import Deadline, Unit
from inspector_app.inspections.evidence import Evidence, EvidenceSource
from inspector_app.inspections.finding import (
    Finding,
    FindingKind,
    FindingState,
    Reasons,
    missing_parts,
)
from inspector_app.inspections.framework_file import shipped_framework

FRAMEWORK = shipped_framework("cse-2016")


def parts(finding: Finding, on: date = INSPECTED, issued_on: date | None = ISSUED) -> list[str]:
    return [gap.part for gap in missing_parts(finding, on, FRAMEWORK, issued_on=issued_on)]


def test_complete_requirement_and_recommendation_have_no_gap() -> None:
    assert parts(REQUIREMENT) == []
    assert parts(RECOMMENDATION) == []


@pytest.mark.parametrize(
    ("part", "edited"),
    [
        ("title", replace(REQUIREMENT, title=" ")),
        ("outcome", replace(REQUIREMENT, outcome="\n")),
        ("actions", replace(REQUIREMENT, actions=())),
        ("actions", replace(REQUIREMENT, actions=("Assess.", " "))),
        ("deadline", replace(REQUIREMENT, deadline=None)),
        ("seriousness", replace(REQUIREMENT, reasons=Reasons("", "b", "c"))),
        ("extent", replace(REQUIREMENT, reasons=Reasons("a", " ", "c"))),
        ("speed", replace(REQUIREMENT, reasons=Reasons("a", "b", ""))),
        ("evidence", replace(REQUIREMENT, evidence=())),
        ("evidence", replace(REQUIREMENT, evidence=(Evidence("e1"),))),
        ("hook", replace(REQUIREMENT, hook="")),
        ("hook", replace(REQUIREMENT, hook="no-such-law")),
        ("standard", replace(REQUIREMENT, standard="")),
        ("standard", replace(REQUIREMENT, standard="no-such-standard")),
        ("decision", replace(REQUIREMENT, state=FindingState.SUGGESTED)),
    ],
)
def test_requirement_without_one_part_names_it_with_advice(part: str, edited: Finding) -> None:
    (gap,) = missing_parts(edited, INSPECTED, FRAMEWORK, issued_on=ISSUED)
    assert gap.part == part
    assert gap.message.endswith(".") and gap.advice.endswith(".")


def test_hook_that_was_revoked_before_the_inspection_is_a_gap_that_says_until_when() -> None:
    old = replace(
        REQUIREMENT, hook="ssi-2011-210-r15", standard="hscs-3.20", deadline=Deadline.fixed(date(2027, 1, 1))
    )
    assert parts(old, on=date(2024, 3, 31), issued_on=date(2024, 4, 20)) == []
    (gap,) = missing_parts(old, date(2024, 4, 1), FRAMEWORK)
    assert gap.part == "hook"
    assert "31 March 2024" in gap.message


def test_standard_that_did_not_apply_yet_is_a_gap() -> None:
    early = replace(RECOMMENDATION, standard="hscs-3.20")
    assert parts(early, on=date(2018, 3, 31)) == ["standard"]
    assert parts(early, on=date(2018, 4, 1)) == []


def test_deadline_on_the_day_of_issue_holds_and_before_it_does_not() -> None:
    assert parts(replace(REQUIREMENT, deadline=Deadline.fixed(ISSUED))) == []
    assert parts(replace(REQUIREMENT, deadline=Deadline.fixed(date(2016, 11, 17)))) == ["deadline"]


def test_without_a_letter_the_deadline_is_held_against_the_inspection_date() -> None:
    finding = replace(REQUIREMENT, deadline=Deadline.fixed(INSPECTED))
    assert parts(finding, issued_on=None) == []
    assert parts(finding, on=date(2016, 10, 29), issued_on=None) == ["deadline"]


def test_text_without_source_is_no_evidence_even_beside_good_evidence() -> None:
    loose = Evidence("e2", None, "Somebody said so")
    assert parts(replace(REQUIREMENT, evidence=(EVIDENCE, loose))) == ["evidence"]
    assert parts(replace(REQUIREMENT, evidence=(EVIDENCE, replace(loose, source=EvidenceSource.SPOKE)))) == []


def test_sample_rows_alone_are_evidence() -> None:
    assert parts(replace(REQUIREMENT, evidence=(Evidence("e3", sample_rows=("row-1",)),))) == []


def test_recommendation_carries_neither_deadline_nor_reasons_nor_regulation() -> None:
    binding = replace(
        RECOMMENDATION,
        deadline=Deadline.fixed(date(2017, 1, 1)),
        hook="ssi-2011-210-r4",
        reasons=Reasons("a", "b", "c"),
    )
    assert parts(binding) == ["deadline", "reasons", "hook"]


def test_recommendation_needs_outcome_evidence_and_standard() -> None:
    bare = replace(RECOMMENDATION, outcome="", evidence=(), standard="")
    assert parts(bare) == ["evidence", "outcome", "standard"]


def test_strength_needs_evidence_and_good_practice_is_validated() -> None:
    strength = Finding("s", FindingKind.STRENGTH, FindingState.AGREED, title="Warm relationships")
    assert parts(strength) == ["evidence"]
    assert parts(replace(strength, evidence=(EVIDENCE,))) == []
    practice = replace(strength, kind=FindingKind.GOOD_PRACTICE, evidence=(EVIDENCE,))
    assert parts(practice) == ["validated"]
    assert parts(replace(practice, validated=True)) == []


def test_refused_finding_needs_only_its_reason() -> None:
    refused = Finding("r", FindingKind.REQUIREMENT, FindingState.REFUSED)
    assert parts(refused) == ["refusal_reason"]
    assert parts(replace(refused, refusal_reason="The recommendation is enough.")) == []


blank_or_text = st.sampled_from(["", " ", "\t\n", "Something."])
dates = st.dates(date(2010, 1, 1), date(2030, 1, 1))
deadlines = (
    st.none()
    | st.builds(Deadline.fixed, dates)
    | st.builds(Deadline.within, st.integers(1, 60), st.sampled_from(Unit), dates)
)
pieces = st.builds(
    Evidence,
    id=st.just("e"),
    source=st.none() | st.sampled_from(EvidenceSource),
    text=blank_or_text,
    cited_answers=st.lists(blank_or_text, max_size=2).map(tuple),
    sample_rows=st.lists(blank_or_text, max_size=2).map(tuple),
)
edits = st.fixed_dictionaries(
    {},
    optional={
        "title": blank_or_text,
        "outcome": blank_or_text,
        "actions": st.lists(blank_or_text, max_size=3).map(tuple),
        "deadline": deadlines,
        "reasons": st.builds(Reasons, blank_or_text, blank_or_text, blank_or_text),
        "evidence": st.lists(pieces, max_size=3).map(tuple),
        "hook": st.sampled_from(["", "unknown", *FRAMEWORK.hooks]),
        "standard": st.sampled_from(["", "unknown", *FRAMEWORK.standards]),
        "state": st.sampled_from([FindingState.SUGGESTED, FindingState.AGREED]),
        "clause": blank_or_text,
        "repeats": blank_or_text,
    },
)


def in_force(entry: object, on: date) -> bool:
    validity = entry.validity  # type: ignore[attr-defined]
    return (validity.valid_from or date.min) <= on <= (validity.valid_to or date.max)


@given(edit=edits, on=dates, issued_on=dates)
def test_no_edit_completes_a_requirement_without_evidence_deadline_reasons_and_hook(
    edit: dict[str, object], on: date, issued_on: date
) -> None:
    finding = replace(REQUIREMENT, **edit)  # type: ignore[arg-type]
    shown = [
        piece
        for piece in finding.evidence
        if any(ref.strip() for ref in piece.cited_answers + piece.sample_rows)
        or (piece.text.strip() and piece.source)
    ]
    whole = all(
        [
            finding.state is FindingState.AGREED,
            finding.title.strip(),
            finding.outcome.strip(),
            finding.actions and all(action.strip() for action in finding.actions),
            finding.deadline and finding.deadline.due >= issued_on,
            finding.reasons.seriousness.strip(),
            finding.reasons.extent.strip(),
            finding.reasons.speed.strip(),
            shown,
            all(piece in shown or not piece.text.strip() for piece in finding.evidence),
            finding.hook in FRAMEWORK.hooks and in_force(FRAMEWORK.hooks[finding.hook], on),
            finding.standard in FRAMEWORK.standards and in_force(FRAMEWORK.standards[finding.standard], on),
        ]
    )
    assert (missing_parts(finding, on, FRAMEWORK, issued_on=issued_on) == ()) == bool(whole)
