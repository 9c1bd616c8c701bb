from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journals_on_disk import CHECKLIST, INSPECTION, Laptop

from inspector_app.journal.event import Json

Q1 = f"{CHECKLIST}:q1"


def type_into(
    laptop: Laptop, key: str, value: Json, prior: tuple[str, ...] | None = None, at: str = "t"
) -> None:
    laptop.pending.put(
        INSPECTION,
        "answer",
        f"{CHECKLIST}:{key}",
        "value",
        value,
        prior=prior,
        author="ada",
        at=at,
        form_hash="f",
    )


def test_the_newest_key_wins_and_nothing_is_journalled_yet(laptop: Laptop) -> None:
    for end in range(1, 6):
        type_into(laptop, "q1", "hello"[:end], at=f"t{end}")
    (row,) = laptop.pending.list()
    assert (row.value, row.at, row.inspection, row.form_hash) == ("hello", "t5", INSPECTION, "f")
    assert laptop.value("q1") is None


def test_folding_makes_one_event_and_clears_the_row(laptop: Laptop) -> None:
    type_into(laptop, "q1", "hello")
    (folded,) = laptop.pending.fold(laptop.journal, device=laptop.device)
    assert folded.event is not None and folded.event.value == "hello" and folded.event.form_hash == "f"
    assert laptop.pending.list() == () and laptop.value("q1") == "hello"


def test_each_field_is_an_action_of_its_own(laptop: Laptop) -> None:
    type_into(laptop, "q1", "a"), type_into(laptop, "q2", "b")
    folded = laptop.pending.fold(laptop.journal, device=laptop.device)
    assert len({one.event.action for one in folded if one.event}) == 2


def test_one_field_can_be_folded_while_another_is_typed(laptop: Laptop) -> None:
    type_into(laptop, "q1", "a"), type_into(laptop, "q2", "b")
    laptop.pending.fold(laptop.journal, device=laptop.device, slots=[("answer", Q1, "value")])
    assert [row.value for row in laptop.pending.list()] == ["b"] and laptop.value("q1") == "a"


def test_typing_that_ends_where_it_began_makes_no_event(laptop: Laptop) -> None:
    laptop.answer("q1", "a")
    type_into(laptop, "q1", "ab"), type_into(laptop, "q1", "a")
    (folded,) = laptop.pending.fold(laptop.journal, device=laptop.device)
    assert folded.event is None and len(laptop.journal.events(INSPECTION)) == 1


def test_what_arrived_while_typing_becomes_a_conflict_and_is_not_overwritten(
    make: Callable[..., Laptop],
) -> None:
    laptop, other = make("laptop"), make("other")
    (first,) = laptop.answer("q1", "first")
    other.journal.receive([first])
    type_into(laptop, "q1", "mine")
    laptop.journal.receive(other.answer("q1", "theirs"))
    type_into(laptop, "q1", "mine, longer")
    (folded,) = laptop.pending.fold(laptop.journal, device=laptop.device)
    assert folded.event is not None and folded.event.prior == (first.id,)
    (conflict,) = laptop.journal.conflicts(INSPECTION)
    assert {head.value for head in conflict.heads} == {"theirs", "mine, longer"}


def test_what_was_typed_is_recovered_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "inspector.db"
    first = Laptop(path)
    type_into(first, "q1", {"text": "half a sent"})
    first.close()
    again = Laptop(path)
    (folded,) = again.pending.fold(again.journal, device=again.device, reason="recovered")
    assert folded.pending.value == {"text": "half a sent"} and again.value("q1") == {"text": "half a sent"}
    assert again.pending.fold(again.journal, device=again.device) == ()
    again.close()


def test_discarding_forgets_what_was_typed(laptop: Laptop) -> None:
    type_into(laptop, "q1", "a")
    laptop.pending.discard([("answer", Q1, "value")])
    assert laptop.pending.list(INSPECTION) == ()


def test_folding_is_all_or_nothing(laptop: Laptop) -> None:
    type_into(laptop, "q1", "a"), type_into(laptop, "q2", "b")
    laptop.database.connection.execute("UPDATE pending SET inspection = 'other' WHERE record = ?", (Q1,))
    laptop.answer("q1", "x")
    try:
        laptop.pending.fold(laptop.journal, device=laptop.device)
    except ValueError:
        assert len(laptop.pending.list()) == 2 and laptop.value("q2") is None
    else:
        raise AssertionError("a record of another inspection was folded")
