"""One event, one line: the codec loses nothing and takes nothing doubtful."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parcels import NOW, Laptop, ids

from inspector_app.exchange.event_json import (
    event_from_json,
    event_from_line,
    event_to_json,
    event_to_line,
)
from inspector_app.exchange.heads import chain_problem, heads_of, in_order
from inspector_app.journal.chain import fault_of
from inspector_app.journal.clock import reading_at
from inspector_app.journal.event import Event, Json, canonical, content_digest, erase_content, event_hash

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)
HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
NUMBERS = st.integers(0, 2**60)


@st.composite
def events(draw: st.DrawFn) -> Event:
    made = ids(draw(NUMBERS))
    value, reason, salt = draw(VALUES), draw(TEXT), draw(st.binary(min_size=16, max_size=16)).hex()
    event = Event(
        id=made.new(),
        inspection=made.new(),
        action=made.new(),
        kind=draw(TEXT.filter(bool)),
        record=draw(TEXT.filter(bool)),
        field=draw(TEXT),
        value=value,
        salt=salt,
        digest=content_digest(value, reason, salt),
        prior=tuple(made.new() for _ in range(draw(st.integers(0, 3)))),
        at=reading_at(NOW, draw(st.integers(0, 65535))),
        author=draw(TEXT.filter(bool)),
        device=made.new(),
        seq=draw(st.integers(1, 2**53)),
        reason=reason,
        form_hash=draw(st.just("") | HASHES),
        previous_hash=draw(HASHES),
        hash="",
    )
    event = replace(event, hash=event_hash(event))
    return erase_content(event) if draw(st.booleans()) else event


@given(event=events())
def test_an_event_travels_as_one_line_and_comes_back_the_same(event: Event) -> None:
    line = event_to_line(event)
    assert b"\n" not in line
    back = event_from_line(line)
    assert back == event and fault_of(back) is None
    assert line == canonical(event_to_json(event))
    assert event_from_json(event_to_json(event)) == event


@given(event=events())
def test_an_erased_event_carries_no_content_at_all(event: Event) -> None:
    erased = event_to_json(erase_content(event))
    assert not {"value", "reason", "salt"} & set(erased) and erased["erased"] is True


@given(event=events(), position=NUMBERS, byte=st.integers(0, 255))
def test_a_changed_byte_is_no_event_or_another_event(event: Event, position: int, byte: int) -> None:
    line = bytearray(event_to_line(event))
    line[position % len(line)] = byte
    try:
        back = event_from_line(bytes(line))
    except ValueError:
        return
    assert back == event or fault_of(back) is not None or back.hash != event.hash


@given(noise=st.binary(max_size=200))
def test_noise_is_no_event(noise: bytes) -> None:
    with pytest.raises(ValueError):
        event_from_line(noise)


WRONG: dict[str, list[Json]] = {
    "id": ["", "x", 7, None, "01A20320-A200-7001-9B65-2920F1BC4144"],
    "inspection": ["x", 7],
    "action": ["", "x"],
    "kind": ["", 7],
    "record": ["", 7],
    "field": [7, None],
    "salt": ["", "zz" * 16, "AB" * 16, "ab" * 15, "ab" * 16 + " ", 7],
    "digest": ["", "ab" * 31, "AB" * 32, 7],
    "prior": [None, "x", ["x"], [7], {}],
    "at": ["", "2026-11-22", "2026-13-22T12:38:00.123Z.0000", 7],
    "author": ["", 7],
    "device": ["x", 7],
    "seq": [0, -1, 1.0, True, "1", 2**54],
    "reason": [None, 7],
    "form_hash": ["x", None, "AB" * 32],
    "previous_hash": ["", 7],
    "hash": ["", 7],
    "erased": [False, 1, None, True],
}


def test_every_part_of_an_event_is_tried() -> None:
    assert set(WRONG) | {"value"} == {part.name for part in fields(Event)}


@pytest.mark.parametrize("key, wrong", [(key, wrong) for key, values in WRONG.items() for wrong in values])
def test_a_part_of_the_wrong_type_or_form_is_refused(key: str, wrong: Json) -> None:
    body = event_to_json(Laptop().write("yes"))
    with pytest.raises(ValueError):
        event_from_json({**body, key: wrong})


@pytest.mark.parametrize("key", sorted(set(WRONG) - {"erased"} | {"value"}))
def test_a_missing_part_is_named(key: str) -> None:
    body = event_to_json(Laptop().write("yes"))
    del body[key]
    with pytest.raises(ValueError, match=key):
        event_from_json(body)


def test_priors_stand_sorted_and_once() -> None:
    body = event_to_json(Laptop().write("yes"))
    first, second = ids(1).new(), ids(2).new()
    assert first < second
    assert event_from_json({**body, "prior": [first, second]}).prior
    reverse: list[Json] = [second, first]
    twice: list[Json] = [first, first]
    for wrong in (reverse, twice):
        with pytest.raises(ValueError):
            event_from_json({**body, "prior": wrong})


def test_what_is_no_json_cannot_be_sent() -> None:
    with pytest.raises(ValueError):
        event_to_line(replace(Laptop().write("yes"), value=float("nan")))


def test_a_line_spelled_otherwise_is_refused() -> None:
    event = Laptop().write("yes")
    for line in (
        json.dumps(event_to_json(event)).encode(),
        event_to_line(event) + b" ",
        event_to_line(event).replace(b'"yes"', b'"\\u0079es"'),
    ):
        with pytest.raises(ValueError):
            event_from_line(line)


def test_heads_are_the_last_events_of_each_chain() -> None:
    first, second = Laptop(1).record(3), Laptop(2).record(2)
    both = [*second.events, *first.events]
    assert [(head.device, head.seq) for head in heads_of(both)] == [(first.device, 3), (second.device, 2)]
    ordered = in_order(both)
    assert chain_problem(first.inspection, ordered, heads_of(both)) == ""
    assert "order" in chain_problem(first.inspection, both, heads_of(both))
    assert "heads" in chain_problem(first.inspection, ordered, heads_of(first.events))
    assert chain_problem(first.inspection, (), ()) == ""
