from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals_on_disk import CHECKLIST, INSPECTION, Laptop, Watch

from inspector_app.journal.chain import Draft, seal, verify_chain
from inspector_app.journal.event import Event, content_digest, erase_content, event_hash
from inspector_app.journal.merge import states, union
from inspector_app.storage.verify import verify

OTHER = "01a20343-6cbb-7000-8707-0000000000ff"
SEALED = seal(
    Draft("answer", "i:q1", "value", "yes"), id=OTHER, inspection=INSPECTION, action=OTHER, salt="0a" * 16,
    at="2026-03-02T09:00:01.000Z.0000", author="ada", device="laptop-b",
)  # fmt: skip


def codes(faults: object) -> list[str]:
    return [fault.code for fault in faults]  # type: ignore[attr-defined]


def test_what_was_appended_is_read_back_as_it_was_sealed(laptop: Laptop) -> None:
    value = {"text": "Zoë – „quoted“", "list": [1, 1.5, None, True]}
    made = laptop.append(
        [Draft("finding", "f1", "title", "x"), Draft("finding", "f1", "deadline", value)], reason="because"
    )
    assert laptop.journal.events(INSPECTION) == made
    assert laptop.journal.event(made[1].id) == made[1]
    assert verify_chain(laptop.journal.events(INSPECTION)) == []


def test_events_of_one_action_can_be_joined_and_found(laptop: Laptop) -> None:
    first = laptop.append([Draft("answer", "i:q1", "value", "yes"), Draft("answer", "i:q2", "value", "no")])
    second = laptop.append([Draft("answer", "i:q3", "value", 3)], action=first[0].action)
    laptop.answer("q9", "other")
    assert laptop.journal.events_of_action(first[0].action) == first + second


def test_a_draft_that_changes_nothing_is_left_out(laptop: Laptop) -> None:
    laptop.answer("q1", 1)
    assert laptop.answer("q1", 1) == ()
    assert len(laptop.answer("q1", True)) == 1
    assert len(laptop.answer("q1", None)) == 1
    assert laptop.answer("q1", None) == ()


def test_two_changes_of_one_field_in_one_action_follow_each_other(laptop: Laptop) -> None:
    slot = ("answer", "i:q1", "value")
    first, second = laptop.append([Draft(*slot, "a"), Draft(*slot, "b")])
    assert second.prior == (first.id,)
    assert laptop.journal.state("answer", "i:q1")["value"].heads == (second.id,)


def test_the_state_of_a_record_names_value_author_and_heads(laptop: Laptop) -> None:
    (event,) = laptop.answer("q1", "yes")
    state = laptop.journal.state("answer", f"{CHECKLIST}:q1")["value"]
    assert (state.value, state.author, state.at, state.heads) == ("yes", "ada", event.at, (event.id,))
    assert laptop.journal.state("answer", "unknown") == {}


def test_records_give_every_field_of_a_kind_and_of_one_inspection(laptop: Laptop) -> None:
    laptop.append([Draft("finding", "f1", "title", "A"), Draft("finding", "f1", "number", 1)])
    laptop.append([Draft("finding", "f2", "title", "B")], inspection=OTHER)
    assert laptop.journal.records(INSPECTION, "finding") == {"f1": {"title": "A", "number": 1}}
    assert laptop.journal.inspections() == (INSPECTION, OTHER)


def test_history_tells_everything_that_was_written_to_a_field(laptop: Laptop) -> None:
    made = laptop.answer("q1", "a") + laptop.answer("q1", "b") + laptop.answer("q1", "a")
    assert laptop.journal.history("answer", f"{CHECKLIST}:q1", "value") == made


def test_a_stale_prior_makes_a_conflict_that_one_more_event_settles(laptop: Laptop) -> None:
    (first,) = laptop.answer("q1", "a")
    laptop.answer("q1", "b")
    laptop.answer("q1", "c", prior=(first.id,))
    (conflict,) = laptop.journal.conflicts(INSPECTION)
    assert [event.value for event in conflict.heads] == ["b", "c"] and laptop.value("q1") == "c"
    laptop.answer("q1", "b")
    assert laptop.journal.conflicts(INSPECTION) == () and laptop.value("q1") == "b"
    assert laptop.tables()["head"] == []


def test_received_events_give_the_same_tables(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office", role="office")
    laptop.answer("q1", "a"), laptop.answer("q2", 2), laptop.answer("q1", "b")
    received = office.journal.receive(laptop.journal.events(INSPECTION))
    assert (received.new, received.known, received.waiting) == (3, 0, 0)
    assert office.tables() == laptop.tables()
    assert office.journal.chains(INSPECTION) == laptop.journal.chains(INSPECTION)


def test_receiving_twice_changes_nothing(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    laptop.answer("q1", "a"), laptop.answer("q1", "b")
    events = laptop.journal.events(INSPECTION)
    office.journal.receive(events + events)
    before = office.tables()
    again = office.journal.receive(events)
    assert (again.new, again.known, again.faults, again.refused) == (0, 2, (), ())
    assert office.tables() == before


def test_an_event_waits_for_its_prior_and_is_counted(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    one, two, three = (laptop.answer("q1", value)[0] for value in "abc")
    assert office.journal.receive([three]).waiting == 1
    assert office.value("q1") is None and office.journal.records(INSPECTION, "answer") == {}
    assert office.journal.receive([one]).waiting == 1
    assert office.value("q1") == "a" and office.journal.waiting(INSPECTION) == (three,)
    assert office.journal.receive([two]).waiting == 0
    assert office.value("q1") == "c"
    assert office.tables()["field_state"] == laptop.tables()["field_state"]


def test_an_own_edit_while_others_wait_takes_its_place(make: Callable[..., Laptop]) -> None:
    laptop, other = make("laptop"), make("other")
    one, two = laptop.answer("q1", "a")[0], laptop.answer("q1", "b")[0]
    other.journal.receive([two])
    other.answer("q1", "own"), other.answer("q1", "own 2")
    assert other.value("q1") == "own 2"
    other.journal.receive([one])
    assert len(other.journal.conflicts(INSPECTION)) == 1


@pytest.mark.parametrize(
    "field", ["value", "reason", "salt", "digest", "author", "at", "prior", "hash", "seq", "device"]
)
def test_an_altered_event_is_refused_by_name_and_the_rest_is_taken(
    make: Callable[..., Laptop], field: str
) -> None:
    laptop, office = make("laptop"), make("office")
    good = laptop.answer("q1", "a")[0]
    bad = laptop.answer("q2", "b")[0]
    changes = {
        "salt": "0" * 32, "digest": "0" * 64, "hash": "0" * 64, "seq": 9, "prior": (good.id,),
        "at": good.at,
    }  # fmt: skip
    received = office.journal.receive([good, replace(bad, **{field: changes.get(field, "x")})])
    assert received.new == 1
    assert [(fault.event, fault.code.split("-")[0]) for fault in received.refused] == [(bad.id, "altered")]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "X"}, {"action": "1"}, {"prior": ("b",)}, {"at": "yesterday"}, {"seq": 0}, {"seq": "1"},
        {"previous_hash": "zz"}, {"record": 5}, {"erased": True}, {"salt": "x"},
        {"at": "2026-99-02T09:00:01.000Z.0000"},
    ],
)  # fmt: skip
def test_a_malformed_event_is_refused_even_with_a_hash_that_fits(
    make: Callable[..., Laptop], change: dict[str, object]
) -> None:
    laptop, office = make("laptop"), make("office")
    forged = replace(laptop.answer("q1", "a")[0], **change)  # type: ignore[arg-type]
    forged = replace(forged, hash=event_hash(forged))
    received = office.journal.receive([forged])
    assert received.new == 0 and codes(received.refused) == ["malformed"]


WEIRD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just("\ud800"),
    st.just("x" * 2000), st.just(2**70), st.lists(st.text(max_size=2), max_size=2), st.just(()),
    st.just({"a": 1}), st.just(b"x"),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([field.name for field in fields(Event)]), WEIRD, st.booleans())
def test_nothing_that_arrives_breaks_the_receipt(
    laptop: Laptop, name: str, value: object, rehash: bool
) -> None:
    event = SEALED
    forged = replace(event, **{name: value})  # type: ignore[arg-type]
    if rehash:
        try:
            forged = replace(forged, digest=content_digest(forged.value, forged.reason, forged.salt))
            forged = replace(forged, hash=event_hash(forged))
        except Exception:
            return
    with laptop.database.transaction():
        received = laptop.journal.receive([forged])
        assert received.new + len(received.refused) + received.known == 1
        laptop.tables()


def test_only_the_inspection_itself_is_a_record_of_that_kind(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    events = laptop.append([Draft("inspection", OTHER, "status", "void")])
    assert codes(office.journal.receive(events).refused) == ["malformed"]


def test_the_same_id_with_other_content_is_refused(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    (event,) = laptop.answer("q1", "a")
    office.journal.receive([event])
    forged = replace(event, author="eve")
    forged = replace(forged, hash=event_hash(forged))
    assert codes(office.journal.receive([forged]).refused) == ["other-content"]
    assert codes(make("second").journal.receive([event, forged]).refused) == ["other-content"]


def test_a_fork_is_reported_and_both_branches_are_kept(make: Callable[..., Laptop], tmp_path: Path) -> None:
    first, office = make("same"), make("office")
    first.answer("q1", "a")
    second = Laptop(tmp_path / "copy" / "inspector.db", "same")
    second.journal.receive(first.journal.events(INSPECTION))
    mine, restored = first.answer("q2", "mine")[0], second.answer("q2", "restored")[0]
    second.answer("q3", "more")
    office.journal.receive(first.journal.events(INSPECTION))
    received = office.journal.receive(second.journal.events(INSPECTION))
    second.close()
    assert mine.seq == restored.seq
    assert codes(received.faults) == ["fork"] and received.refused == ()
    assert {event.value for event in office.journal.conflicts(INSPECTION)[0].heads} == {"mine", "restored"}


def test_a_link_that_does_not_fit_is_reported(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    one, two = laptop.answer("q1", "a")[0], laptop.answer("q2", "b")[0]
    forged = replace(one, author="eve")
    forged = replace(forged, hash=event_hash(forged))
    assert codes(office.journal.receive([forged, two]).faults) == ["broken-link"]


def test_an_event_for_a_record_of_another_inspection_is_refused(make: Callable[..., Laptop]) -> None:
    laptop, other, office = make("laptop"), make("other"), make("office")
    mine = laptop.answer("q1", "a")
    theirs = other.append([Draft("answer", f"{CHECKLIST}:q1", "value", "b")], inspection=OTHER)
    office.journal.receive(mine)
    assert codes(office.journal.receive(theirs).refused) == ["foreign-record"]
    with pytest.raises(ValueError, match="another inspection"):
        laptop.append([Draft("answer", f"{CHECKLIST}:q1", "value", "b")], inspection=OTHER)


def test_an_event_two_years_ahead_is_flagged_and_never_wins(make: Callable[..., Laptop]) -> None:
    future = make("future", watch=Watch(Watch().moment + timedelta(days=730)))
    laptop = make("laptop")
    ahead = future.answer("q1", "from the future")
    laptop.answer("q1", "today")
    received = laptop.journal.receive(ahead)
    assert received.flagged == (ahead[0].id,)
    assert laptop.value("q1") == "today" and len(laptop.journal.conflicts(INSPECTION)) == 1
    assert laptop.answer("q2", "x")[0].at < ahead[0].at


def test_readings_never_go_back_after_a_restart_with_the_clock_set_back(tmp_path: Path) -> None:
    path, watch = tmp_path / "inspector.db", Watch()
    first = Laptop(path, watch=watch)
    before = first.answer("q1", "a")[0].at
    first.close()
    watch.moment -= timedelta(hours=20)
    again = Laptop(path, watch=watch)
    after = again.answer("q1", "b")[0].at
    again.close()
    assert after > before


def test_everything_received_comes_before_what_is_written_next(make: Callable[..., Laptop]) -> None:
    ahead, laptop = make("ahead", watch=Watch(Watch().moment + timedelta(hours=5))), make("laptop")
    received = ahead.answer("q1", "a")[0]
    laptop.journal.receive([received])
    assert laptop.answer("q1", "b")[0].at > received.at


def test_nothing_is_left_of_an_append_that_fails_half_way(laptop: Laptop) -> None:
    laptop.answer("q1", "a")
    before = laptop.tables()
    with pytest.raises(ValueError), laptop.database.transaction():
        laptop.answer("q2", "b")
        laptop.answer("q3", float("nan"))
    assert laptop.tables() == before
    laptop.answer("q2", "b")
    assert verify_chain(laptop.journal.events(INSPECTION)) == []


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("write"), st.integers(0, 2), st.sampled_from("ab"), st.sampled_from(["x", "y", 1, True])
        ),
        st.tuples(st.just("meet"), st.integers(0, 2), st.integers(0, 2)),
        st.tuples(st.just("erase"), st.integers(0, 2), st.sampled_from("ab")),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS, st.integers(0, 2**32), st.integers(1, 5))
def test_any_interleaving_of_three_devices_gives_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]], seed: int, parts: int
) -> None:
    folder = tmp_path_factory.mktemp("three")
    devices = [Laptop(folder / name / "inspector.db", name) for name in ("ada", "bea", "cy", "office")]
    try:
        for step in steps:
            device = devices[int(str(step[1]))]
            if step[0] == "write":
                device.answer(str(step[2]), step[3])  # type: ignore[arg-type]
            elif step[0] == "meet":
                device.journal.receive(devices[int(str(step[2]))].journal.events(INSPECTION))
            else:
                device.erase(str(step[2]))
        events = [event for device in devices[:3] for event in device.journal.events(INSPECTION)]
        random.Random(seed).shuffle(events)
        for part in range(parts):
            devices[3].journal.receive(events[part::parts])
            found = {damage.code for damage in verify(devices[3].database)}
            assert found <= {"gap", "erased-without-trace"}  # what has not arrived yet, and nothing else
        everything = list(union(events).values())
        for device in devices[:3]:
            device.journal.receive(everything)
        tables = [device.tables() for device in devices]
        assert tables[0] == tables[1] == tables[2] == tables[3]
        assert [verify(device.database) for device in devices] == [[], [], [], []]
        _check_against_the_laws(devices[3], everything)
    finally:
        for device in devices:
            device.close()


def _check_against_the_laws(laptop: Laptop, events: list[Event]) -> None:
    expected = states(events)
    for (kind, record, field), state in expected.items():
        assert laptop.journal.state(kind, record)[field] == state
    stored = {event.id: event for event in laptop.journal.events(INSPECTION)}
    assert stored == union(events)
    assert len(laptop.journal.conflicts(INSPECTION)) == sum(state.conflict for state in expected.values())


def test_an_erased_copy_takes_the_content_here_too(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    (event,) = laptop.answer("q1", "a child's name")
    office.journal.receive([event])
    office.journal.receive([erase_content(event)])
    assert office.value("q1") is None
    assert office.journal.state("answer", f"{CHECKLIST}:q1")["value"].erased
    office.journal.receive([event])
    assert office.value("q1") is None
