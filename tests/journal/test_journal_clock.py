from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.journal.clock import (
    READING_LENGTH,
    HybridClock,
    is_far_ahead,
    is_reading,
    reading_at,
    time_of,
)
from inspector_app.journal.ids import OrderedIds, is_id

NOON = datetime(2026, 11, 22, 12, 38, 0, 123456, tzinfo=UTC)


class Watch:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


def test_a_reading_is_utc_to_the_millisecond_with_a_counter() -> None:
    clock = HybridClock(Watch(NOON))
    assert clock.tick() == "2026-11-22T12:38:00.123Z.0000"
    assert clock.tick() == "2026-11-22T12:38:00.123Z.0001"


def test_another_time_zone_gives_the_same_reading() -> None:
    east = NOON.astimezone(timezone(timedelta(hours=5)))
    assert reading_at(east) == reading_at(NOON)


def test_a_moment_without_a_time_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        HybridClock(Watch(NOON.replace(tzinfo=None))).tick()


def test_a_clock_set_back_two_years_never_makes_readings_go_back() -> None:
    watch = Watch(NOON)
    clock = HybridClock(watch)
    before = clock.tick()
    watch.moment = NOON - timedelta(days=730)
    after = clock.tick()
    assert after > before
    watch.moment = NOON + timedelta(seconds=1)
    assert clock.tick() == reading_at(watch.moment)


def test_a_full_counter_moves_on_to_the_next_millisecond() -> None:
    clock = HybridClock(Watch(NOON))
    assert clock.observe("2026-11-22T12:38:00.123Z.ffff")
    assert clock.tick() == "2026-11-22T12:38:00.124Z.0000"


def test_an_observed_reading_comes_before_the_next_one() -> None:
    clock = HybridClock(Watch(NOON))
    later = reading_at(NOON + timedelta(hours=23))
    assert clock.observe(later)
    assert clock.tick() > later


def test_a_reading_more_than_a_day_ahead_is_not_observed() -> None:
    clock = HybridClock(Watch(NOON))
    assert not clock.observe(reading_at(NOON + timedelta(hours=24, milliseconds=1)))
    assert clock.tick() == reading_at(NOON)
    assert clock.observe(reading_at(NOON + timedelta(hours=24)))


def test_far_ahead_is_told_to_the_millisecond() -> None:
    assert not is_far_ahead(reading_at(NOON + timedelta(hours=24), 7), NOON)
    assert is_far_ahead(reading_at(NOON + timedelta(hours=24, milliseconds=1)), NOON)


@pytest.mark.parametrize(
    "text", ["", "2026-11-22", "2026-11-22T12:38:00.123Z.000G", "2026-13-22T12:38:00.123Z.0000", "x" * 29]
)
def test_what_is_no_reading_is_told(text: str) -> None:
    assert not is_reading(text)


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1)), st.integers(0, 0xFFFF))
def test_readings_have_one_width_and_give_their_time_back(moment: datetime, counter: int) -> None:
    moment = moment.replace(tzinfo=UTC)
    reading = reading_at(moment, counter)
    assert len(reading) == READING_LENGTH
    assert is_reading(reading)
    assert time_of(reading) == moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@given(st.lists(st.tuples(st.booleans(), st.integers(-200_000, 200_000)), max_size=30))
def test_readings_rise_whatever_the_clock_does_and_whatever_is_observed(
    steps: list[tuple[bool, int]],
) -> None:
    watch = Watch(NOON)
    clock = HybridClock(watch)
    last = clock.tick()
    for observe, seconds in steps:
        if observe:
            clock.observe(reading_at(NOON + timedelta(seconds=seconds)))
        else:
            watch.moment = NOON + timedelta(seconds=seconds)
        reading = clock.tick()
        assert reading > last
        last = reading


def test_ids_rise_and_are_spelled_as_version_seven() -> None:
    watch = Watch(NOON)
    ids = OrderedIds(watch)
    made = []
    for number in range(5000):
        if number == 4500:
            watch.moment -= timedelta(days=1)
        made.append(ids.new())
    assert made == sorted(set(made))
    assert all(is_id(text) and text[14] == "7" and text[19] in "89ab" for text in made)


def test_ids_are_the_same_for_the_same_clock_and_randomness() -> None:
    first, second = (OrderedIds(Watch(NOON), lambda size: b"\x07" * size).new() for _ in range(2))
    assert first == second == "01a20343-6cbb-7000-8707-070707070707"
