from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import Device

from inspector_app.journal.chain import fault_of, verify_chain
from inspector_app.journal.event import Event, canonical, erase_content, event_hash

SEALED = [field.name for field in fields(Event) if field.name not in ("erased",)]


def chain() -> list[Event]:
    device = Device("ada")
    return [device.write(text, reason=f"because {text}") for text in ("one", "two", "three")]


def codes(events: list[Event]) -> list[str]:
    return [fault.code for fault in verify_chain(events)]


def changed(event: Event, name: str) -> Event:
    value = getattr(event, name)
    if isinstance(value, int):
        return replace(event, **{name: value + 5})
    if isinstance(value, tuple):
        return replace(event, prior=("01890a5d-0000-7000-8000-000000000000",))
    if name in ("salt", "digest", "hash", "previous_hash"):
        return replace(event, **{name: ("0" if value[0] != "0" else "1") + value[1:]})
    return replace(event, **{name: value + "x"})


def test_a_sound_chain_has_no_fault_in_any_order() -> None:
    events = chain()
    assert codes(events) == []
    assert codes(events[::-1] + events) == []


@pytest.mark.parametrize("name", SEALED)
def test_every_changed_field_is_a_fault_that_names_the_event(name: str) -> None:
    events = chain()
    events[1] = changed(events[1], name)
    assert fault_of(events[1]) is not None
    assert events[1].id in {fault.event for fault in verify_chain(events)}


@pytest.mark.parametrize("name", [name for name in SEALED if name not in ("hash", "value", "salt", "reason")])
def test_a_changed_event_with_a_fresh_hash_breaks_its_chain(name: str) -> None:
    events = chain()
    forged = changed(events[1], name)
    events[1] = replace(forged, hash=event_hash(forged))
    assert codes(events) != []


def test_a_missing_event_is_a_gap() -> None:
    events = chain()
    assert codes([events[0], events[2]]) == ["gap"]
    assert codes(events[1:]) == ["gap"]


def test_two_events_in_one_place_are_a_fork_and_nothing_else() -> None:
    first, copy = Device("ada"), Device("ada")
    shared = first.write("one")
    copy.write("one")
    events = [shared, first.write("two"), first.write("three"), copy.write("other"), copy.write("more")]
    assert codes(events) == ["fork", "fork"]


def test_two_chains_are_looked_at_each_by_itself() -> None:
    assert codes([*chain(), Device("bea").write("x")]) == []


def test_an_erased_event_keeps_its_chain_sound() -> None:
    events = chain()
    events[1] = erase_content(events[1])
    assert codes(events) == []
    assert events[1].value is None and events[1].reason == "" and events[1].salt == ""


def test_an_event_that_only_claims_to_be_erased_is_told_by_its_hash() -> None:
    event = replace(erase_content(chain()[0]), digest="0" * 64)
    assert codes([event]) == ["altered-event"]


def test_infinity_has_no_spelling() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("inf"))


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
        max_leaves=12,
    )
)
def test_any_json_value_seals_and_verifies(value: object) -> None:
    try:
        str(value).encode()
    except UnicodeEncodeError:
        return
    assert codes([Device("ada").write(value)]) == []  # type: ignore[arg-type]
