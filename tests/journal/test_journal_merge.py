from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import START, STEPS, Device, play

from inspector_app.journal.chain import verify_chain
from inspector_app.journal.event import Event, canonical, erase_content
from inspector_app.journal.merge import erased_ids, heads, state_of, states, union, waiting

Q1 = ("answer", "i:q1", "value")


def devices() -> tuple[Device, Device, Device]:
    return Device("ada"), Device("bea"), Device("cy")


def test_one_writer_has_one_head_and_the_last_value() -> None:
    ada = Device("ada")
    events = [ada.write("yes"), ada.write("no")]
    state = state_of(events)
    assert (state.value, state.heads, state.conflict, state.author) == ("no", (events[1].id,), False, "ada")


def test_two_values_side_by_side_are_a_conflict_and_the_later_one_shows() -> None:
    ada, bea, _ = devices()
    bea.moment += timedelta(minutes=1)
    first, second = ada.write("yes"), bea.write("no")
    state = state_of([first, second])
    assert state.conflict and state.value == "no" and set(state.heads) == {first.id, second.id}


def test_the_same_value_twice_is_no_conflict() -> None:
    ada, bea, _ = devices()
    assert not state_of([ada.write("yes"), bea.write("yes")]).conflict


@pytest.mark.parametrize(("left", "right"), [(1, True), (1, 1.0), (0, False), ("1", 1), (None, "")])
def test_values_that_python_calls_equal_are_still_a_conflict(left: object, right: object) -> None:
    ada, bea, _ = devices()
    assert state_of([ada.write(left), bea.write(right)]).conflict  # type: ignore[arg-type]


def test_a_branch_that_agrees_again_is_no_conflict() -> None:
    ada, bea, _ = devices()
    ada.write("yes"), bea.write("no")
    bea.write("yes")
    ada.receive(bea)
    state = state_of(ada.known.values())
    assert not state.conflict and state.value == "yes" and len(state.heads) == 2


def test_settling_is_one_more_event_with_all_heads_as_prior() -> None:
    ada, bea, _ = devices()
    ada.write("yes"), bea.write("no")
    ada.receive(bea)
    settled = ada.write("yes")
    assert len(settled.prior) == 2
    state = state_of(ada.known.values())
    assert not state.conflict and state.heads == (settled.id,)


def test_readings_at_the_same_instant_are_told_apart_by_device() -> None:
    ada, bea, _ = devices()
    events = [ada.write("yes"), bea.write("no")]
    assert events[0].at == events[1].at
    assert state_of(events).value == "no" == state_of(events[::-1]).value


def test_a_head_flagged_as_ahead_shows_only_where_it_is_alone() -> None:
    ada, future = Device("ada"), Device("bea", START + timedelta(days=730))
    late, sound = future.write("from the future"), ada.write("today")
    assert state_of([late, sound], flagged={late.id}).value == "today"
    assert state_of([late, sound], flagged={late.id}).conflict
    assert state_of([late], flagged={late.id}).value == "from the future"
    assert state_of([late, sound]).value == "from the future"


def test_an_event_whose_prior_has_not_arrived_waits() -> None:
    ada = Device("ada")
    one, two, three = ada.write("1"), ada.write("2"), ada.write("3")
    assert waiting([one, three]) == (three,)
    assert state_of([one, three]).value == "1"
    assert waiting([two, three]) == (two, three)
    assert state_of([two, three]).heads == ()
    assert waiting([one, two, three]) == ()


def test_a_prior_of_another_field_is_no_prior() -> None:
    ada = Device("ada")
    other = ada.write("x", field="other")
    crossed = ada.write("y", prior=(other.id,))
    assert waiting([other, crossed]) == (crossed,)


def test_events_that_name_each_other_wait_for_ever() -> None:
    ada = Device("ada")
    one, two = ada.write("1", prior=()), ada.write("2", prior=())
    circle = [replace(one, prior=(two.id,)), replace(two, prior=(one.id,))]
    assert len(waiting(circle)) == 2 and state_of(circle).heads == ()


def test_an_erased_value_is_gone_whichever_came_first() -> None:
    ada, bea, _ = devices()
    named = ada.write("a child's name")
    bea.receive(ada)
    erase = bea.erase(named)
    for order in ([named, erase], [erase, named], [erase_content(named), erase]):
        merged = union(order)
        assert merged[named.id] == erase_content(named)
        state = states(order)[Q1]
        assert state.erased and state.value is None and state.heads == (named.id,)
        assert verify_chain(merged.values()) == []


def test_after_an_erase_the_other_head_shows_without_conflict() -> None:
    ada, bea, _ = devices()
    kept, named = ada.write("yes"), bea.write("a child's name")
    state = states([kept, named, bea.erase(named)])[Q1]
    assert (state.value, state.conflict, state.erased, len(state.heads)) == ("yes", False, False, 2)


def test_a_field_can_be_written_again_after_an_erase() -> None:
    ada = Device("ada")
    ada.erase(ada.write("a child's name"))
    ada.write("YP1")
    state = states(ada.known.values())[Q1]
    assert state.value == "YP1" and not state.erased


def test_an_erase_event_reaches_its_own_inspection_only() -> None:
    ada, bea = Device("ada"), Device("bea")
    kept = ada.write("kept")
    elsewhere = replace(bea.erase(kept), inspection="inspection-2")
    assert union([kept, elsewhere])[kept.id] == kept


def test_an_erase_event_cannot_be_erased() -> None:
    ada = Device("ada")
    named = ada.write("a child's name")
    erase = ada.erase(named)
    again = ada.erase(erase)
    assert erased_ids([named, erase, again]) == {(named.inspection, named.id)}


def everything(played: list[Device]) -> list[Event]:
    return [event for device in played for event in device.known.values()]


def tables(events: list[Event]) -> dict[object, str]:
    return {
        slot: canonical(asdict(state) | {"heads": list(state.heads)}).decode()
        for slot, state in states(events).items()
    }


@given(STEPS, st.randoms(use_true_random=False))
def test_any_interleaving_of_three_devices_gives_the_same_state(
    steps: list[tuple[object, ...]], chance: object
) -> None:
    played = play(steps)
    events = everything(played)
    expected = tables(events)
    shuffled = events * 2
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tables(shuffled) == expected
    cut = len(shuffled) // 2
    assert (
        tables(list(union(union(shuffled[cut:]).values(), union(shuffled[:cut]).values()).values()))
        == expected
    )


@given(STEPS)
def test_union_is_commutative_associative_and_idempotent(steps: list[tuple[object, ...]]) -> None:
    a, b, c = (device.known.values() for device in play(steps))
    assert union(a, b) == union(b, a)
    assert union(union(a, b).values(), c) == union(a, union(b, c).values())
    assert union(a, a) == union(a)
    assert union(union(a, b).values(), b) == union(a, b)


@given(STEPS)
def test_heads_are_the_events_in_nobodys_prior(steps: list[tuple[object, ...]]) -> None:
    merged = union(everything(play(steps)))
    for record in ("i:a", "i:b"):
        slot = [event for event in merged.values() if event.slot == ("answer", record, "value")]
        named = {prior for event in slot for prior in event.prior}
        assert {event.id for event in heads(slot)} == {event.id for event in slot} - named
        assert waiting(slot) == ()


@given(STEPS)
def test_a_conflict_vanishes_only_by_an_event_that_names_its_heads_or_by_an_erase(
    steps: list[tuple[object, ...]],
) -> None:
    played = play(steps)
    merged = union(everything(played))
    for device in played:
        for slot, state in states(device.known.values()).items():
            if not state.conflict:
                continue
            later = {prior for event in merged.values() for prior in event.prior}
            open_heads = [head for head in state.heads if head not in later and not merged[head].erased]
            values = {canonical(merged[head].value) for head in open_heads}
            assert len(values) < 2 or states(merged.values())[slot].conflict


@given(STEPS)
def test_an_erased_value_is_found_nowhere(steps: list[tuple[object, ...]]) -> None:
    merged = union(everything(play(steps)))
    for _, target in erased_ids(merged.values()):
        if target in merged:
            assert merged[target].erased and merged[target].value is None and merged[target].salt == ""
    assert verify_chain(merged.values()) == []
