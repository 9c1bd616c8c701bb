from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from database_pages import plain_pages
from journals_on_disk import CHECKLIST, INSPECTION, KEY, Laptop

from inspector_app.journal.chain import Draft, verify_chain
from inspector_app.journal.derived import DerivedRow
from inspector_app.storage.derived import Derived

NAME = "Recognisable Invented Name"


def found(laptop: Laptop) -> bool:
    return NAME.encode() in plain_pages(laptop.database.path, KEY)


def test_the_page_reader_finds_what_is_there(laptop: Laptop) -> None:
    laptop.answer("q1", NAME)
    assert found(laptop)


def test_an_erased_value_is_in_no_page_any_more(laptop: Laptop) -> None:
    laptop.answer("q0", "before")
    laptop.append([Draft("answer", f"{CHECKLIST}:q1", "value", f"met {NAME} today")], reason=f"said {NAME}")
    laptop.answer("q1", f"met {NAME} again")
    laptop.pending.put(
        INSPECTION, "answer", f"{CHECKLIST}:q1", "value", f"{NAME} typed", prior=None, author="ada", at="now"
    )
    row = DerivedRow(key="q1", ref="/data/q1", name="q1", value=NAME, relevant=True)
    Derived(laptop.database).replace(INSPECTION, CHECKLIST, [row])
    made = laptop.erase("q1")
    assert not found(laptop)
    assert made[0].reason == "a name" and made[0].author == "ada"
    assert laptop.pending.list() == () and Derived(laptop.database).of_instance(CHECKLIST) == ()
    state = laptop.journal.state("answer", f"{CHECKLIST}:q1")["value"]
    assert state.erased and state.value is None
    assert verify_chain(laptop.journal.events(INSPECTION)) == []
    assert laptop.value("q0") == "before"


@pytest.mark.parametrize("seed", range(3))
def test_no_gap_in_a_page_keeps_what_was_moved_about(laptop: Laptop, seed: int) -> None:
    chance = random.Random(seed)
    keys = [f"q{number}" for number in range(40)]
    for number in range(400):
        filler = "x" * chance.choice([3, 80, 900, 6000])
        text = f"{NAME} {number} {filler}" if chance.random() < 0.3 else filler
        laptop.answer(chance.choice(keys), text)
    for key in chance.sample(keys, len(keys)):
        laptop.erase(key)
        laptop.answer(key, "y" * chance.choice([3, 500]))
    assert not found(laptop)


def test_a_long_value_leaves_no_trace_in_overflow_pages(laptop: Laptop) -> None:
    laptop.answer("q1", NAME * 5000)
    laptop.erase("q1")
    assert not found(laptop)


def test_an_erased_value_that_comes_later_is_stripped_on_arrival(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    value = laptop.answer("q1", NAME)
    erase = laptop.erase("q1")
    office.journal.receive(erase)
    received = office.journal.receive(value)
    assert received.new == 1 and received.refused == ()
    assert not found(office)
    assert office.tables() == laptop.tables()


def test_an_erasure_that_comes_later_reaches_every_copy(make: Callable[..., Laptop]) -> None:
    laptop, office = make("laptop"), make("office")
    laptop.answer("q1", NAME), laptop.answer("q1", f"{NAME} once more")
    office.journal.receive(laptop.journal.events(INSPECTION))
    assert found(office)
    laptop.erase("q1")
    office.journal.receive(laptop.journal.events(INSPECTION))
    assert not found(office)
    assert office.tables() == laptop.tables()


def test_several_fields_can_be_erased_as_one_action(laptop: Laptop) -> None:
    laptop.append(
        [
            Draft("answer", f"{CHECKLIST}:q1", "value", NAME),
            Draft("checklist", CHECKLIST, "frozen", {"submission": f"<q1>{NAME}</q1>", "derived": []}),
        ]
    )
    made = laptop.journal.erase(
        INSPECTION, "answer", f"{CHECKLIST}:q1", "value", "a name", author="ada", device=laptop.device,
        also=[("checklist", CHECKLIST, "frozen")],
    )  # fmt: skip
    assert len({event.action for event in made}) == 1 and len(made) == 2
    assert not found(laptop)


def test_erasing_what_only_was_typed_takes_it_from_pending(laptop: Laptop) -> None:
    laptop.pending.put(
        INSPECTION, "answer", f"{CHECKLIST}:q1", "value", NAME, prior=None, author="ada", at="now"
    )
    assert laptop.erase("q1") == ()
    assert laptop.pending.list() == () and not found(laptop)


@pytest.mark.parametrize("first", ["value", "erase"])
def test_an_erase_event_of_another_inspection_takes_nothing(make: Callable[..., Laptop], first: str) -> None:
    laptop, other, office = make("laptop"), make("other"), make("office")
    (event,) = laptop.answer("q1", "kept")
    content = {"kind": "answer", "events": [event.id, "no id at all", "x" * 36]}
    erase = other.append([Draft("erase", "x", "value", content)], inspection="another")
    for events in ([event], erase) if first == "value" else (erase, [event]):
        assert office.journal.receive(events).new == 1
    assert office.value("q1") == "kept" and office.tables()["answer"] == laptop.tables()["answer"]


def test_an_erase_event_keeps_its_content_when_it_is_named_itself(laptop: Laptop) -> None:
    laptop.answer("q1", NAME)
    (erase,) = laptop.erase("q1")
    laptop.append([Draft("erase", "x", "y", {"kind": "erase", "events": [erase.id]})])
    assert laptop.journal.event(erase.id) == erase
