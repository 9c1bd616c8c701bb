"""Words, small groups and intervals: how a share may be read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from counted_rows import answered, cse_spec
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.analysis.intervals import Interval, wilson
from inspector_app.analysis.national import national_table
from inspector_app.analysis.small import SmallGroup, is_small, small_groups
from inspector_app.analysis.vocabulary import percent, phrase, word_for

VOCABULARY = cse_spec().vocabulary


@pytest.mark.parametrize(
    ("count", "base", "word"),
    [
        (100, 100, "all"),
        (999, 1000, "almost all"),
        (91, 100, "almost all"),
        (90, 100, "most"),
        (75, 100, "most"),
        (749, 1000, "more than half"),
        (501, 1000, "more than half"),
        (50, 100, "half"),
        (499, 1000, "fewer than half"),
        (15, 100, "fewer than half"),
        (149, 1000, "few"),
        (1, 1000, "few"),
        (0, 100, "none"),
    ],
)
def test_each_word_has_its_bounds(count: int, base: int, word: str) -> None:
    assert word_for(count, base, VOCABULARY) == word


def test_77_percent_is_not_almost_all() -> None:
    assert phrase(256, 332, VOCABULARY) == "most (77%, 256 of 332)"


def test_a_word_is_chosen_by_the_counts_and_not_by_the_rounded_percentage() -> None:
    assert percent(1001, 2000) == 50
    assert word_for(1001, 2000, VOCABULARY) == "more than half"


def test_a_small_base_gets_figures_and_no_word() -> None:
    assert phrase(8, 9, VOCABULARY) == "8 of 9"
    assert phrase(0, 0, VOCABULARY, small_base=0) == "0 of 0"


@given(st.integers(0, 3000), st.integers(10, 3000))
def test_every_share_has_a_word(count: int, base: int) -> None:
    assert word_for(min(count, base), base, VOCABULARY)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_percent_is_the_exact_share_with_half_rounded_up(count: int, base: int) -> None:
    found = percent(count, base)
    assert found is not None
    assert Fraction(-1, 2) <= Fraction(100 * count, base) - found < Fraction(1, 2)


def test_groups_under_ten_are_flagged_by_the_base_without_not_applicable() -> None:
    rows = [answered(f"{n:02}", "care_plans", "yes") for n in range(9)]
    rows += [answered(f"{n:02}", "care_plans", "not_applicable") for n in range(9, 30)]
    flagged = [one for one in small_groups(national_table(rows, cse_spec())) if one.base]
    assert flagged == [
        SmallGroup("care_plans", "overall", "all", 9),
        SmallGroup("care_plans", "type", "care_home", 9),
        SmallGroup("care_plans", "sector", "private", 9),
    ]


def test_ten_is_not_small() -> None:
    assert [is_small(base) for base in (0, 9, 10)] == [True, True, False]


def test_wilson_agrees_with_the_worked_example_of_the_literature() -> None:
    # Newcombe 1998 (Statistics in Medicine 17:857), Table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for count, base, low, high in [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ]:
        found = wilson(count, base)
        assert found is not None
        assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_an_interval_of_nothing_is_none_and_an_impossible_share_a_fault() -> None:
    assert wilson(0, 0) is None
    with pytest.raises(ValueError, match="5 of 4"):
        wilson(5, 4)


@given(st.integers(0, 400), st.integers(1, 400))
def test_an_interval_holds_its_share_and_lies_within_0_and_1(count: int, base: int) -> None:
    count = min(count, base)
    found = wilson(count, base)
    assert found is not None
    assert 0 <= found.low <= count / base <= found.high <= 1


def test_intervals_overlap_when_they_share_a_point() -> None:
    assert Interval(0.1, 0.3).overlaps(Interval(0.3, 0.5))
    assert not Interval(0.1, 0.2).overlaps(Interval(0.3, 0.5))
