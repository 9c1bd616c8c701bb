"""A derived class is told in words with its numbers, and what the inspector chose instead."""

from __future__ import annotations

import pytest

from inspector_app.inspections.sample import DerivedClass, describe

LABELS = {"all": "All", "majority": "Majority", "minority": "Minority", "none": "None"}


@pytest.mark.parametrize(
    ("sample", "words"),
    [
        (DerivedClass(4, 7, "majority"), "4 of 7 – majority"),
        (DerivedClass(4, 7, "majority", "majority"), "4 of 7 – majority"),
        (DerivedClass(0, 0), "no member of staff asked"),
        (DerivedClass(3, 6), "3 of 6 – exactly half, not yet decided"),
        (
            DerivedClass(3, 6, "", "minority", "Prompted."),
            "3 of 6 – exactly half, minority chosen: Prompted.",
        ),
        (
            DerivedClass(4, 7, "majority", "minority", " Vague. "),
            "4 of 7 – majority, minority chosen: Vague.",
        ),
        (
            DerivedClass(1, 5, "minority", "could_not_be_assessed"),
            "1 of 5 – minority, could not be assessed chosen",
        ),
    ],
)
def test_numbers_and_class_are_worded(sample: DerivedClass, words: str) -> None:
    assert describe(sample, LABELS) == words


def test_choice_counts_before_the_derived_class() -> None:
    assert DerivedClass(4, 7, "majority", "minority").settled == "minority"
    assert DerivedClass(4, 7, "majority").settled == "majority"
    assert not DerivedClass(4, 7, "majority", "majority").overridden
