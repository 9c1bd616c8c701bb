"""Which open question is next, and which is the one before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.gui.frame.beyond import beyond
from inspector_app.gui.next_open import next_spot
from inspector_app.operations.overview import OpenSpot

SPOTS = [OpenSpot("policy", "a"), OpenSpot("policy", "b"), OpenSpot("staff", "c"), OpenSpot("plans", "d")]


def test_the_next_part_begins_with_its_first_and_the_part_before_with_its_last() -> None:
    assert next_spot(SPOTS, "policy") == SPOTS[2]
    assert next_spot(SPOTS, "staff", -1) == SPOTS[1]


def test_it_goes_round_and_a_part_with_nothing_open_is_before_all() -> None:
    assert next_spot(SPOTS, "plans") == SPOTS[0]
    assert next_spot(SPOTS, "policy", -1) == SPOTS[3]
    assert (next_spot(SPOTS, "letter"), next_spot(SPOTS, "letter", -1)) == (SPOTS[0], SPOTS[3])
    assert next_spot([], "policy") is None and next_spot([], "policy", -1) is None


@given(st.lists(st.text("abcdef", min_size=1), unique=True, min_size=1), st.data())
def test_what_is_before_and_what_is_after_are_all_but_the_place_itself(
    keys: list[str], data: st.DataObject
) -> None:
    here = data.draw(st.sampled_from(keys))
    assert [*reversed(beyond(keys, here, -1)), here, *beyond(keys, here, 1)] == keys
    assert list(beyond(keys, "elsewhere", -1)) == keys[::-1]
