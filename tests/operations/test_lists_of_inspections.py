"""A list shows the latest and no more than was asked for; what is due or sent, and search, know every one."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest

from inspector_app.inspections.service import Service
from inspector_app.journal.records import INSPECTION, LETTER
from inspector_app.operations.desk import Desk
from inspector_app.operations.find import find, services
from inspector_app.operations.home import Home, home
from inspector_app.operations.practice import open_practice
from inspector_app.operations.prepare import free_reference
from inspector_app.operations.program import Program

COUNT = 40


@pytest.fixture(scope="module")
def desk(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = open_practice(program, tmp_path_factory.mktemp("lists"))
    fill(made)
    yield made  # type: ignore[misc]
    made.store.close()


def fill(desk: Desk) -> None:
    """Invented inspections in every state, as far apart as a year."""
    source, today, now = random.Random(7), desk.today(), desk.program.now()
    for number in range(COUNT):
        identifier, service = desk.program.new_id(), f"CS77{number:08d}"
        status = source.choice(["open", "finalised", "void"])
        ended = source.choice(["", today.isoformat()]) if status == "open" else today.isoformat()
        fields = {
            "reference": f"IN-{today.year}-{number:04d}",
            "service": {"service_number": service, "name": f"Invented house {number} Ängholm",
                        "service_type": "care_home", "sector": "private"},
            "status": status,
            "started_on": (today - timedelta(days=source.randrange(300))).isoformat(),
            "ended_on": ended,
        }  # fmt: skip
        name = f"Invented house {number} Ängholm"
        desk.store.put_services([Service(service, name, "care_home", "private")])
        desk.write_fields(identifier, INSPECTION, identifier, fields)
        if source.random() < 0.7:
            letter = {"issued_at": now.isoformat(), "superseded": source.choice([None, True])}
            desk.write_fields(identifier, LETTER, f"letter of {identifier}", letter)
        if source.random() < 0.7:
            late = timedelta(seconds=source.choice([-5000, 5000]))
            desk.store.log_export(identifier, "one.inspection", "0" * 64, now + late)
        if source.random() < 0.7:
            desk.store.care.put_receipt(identifier, [("laptop", 1, "0" * 64)], "b", now, "{}")


def every(desk: Desk) -> Home:
    return home(desk, with_dates=False, lines=1000, beside=1000)


def test_a_long_list_names_all_and_a_short_one_the_latest(desk: Desk) -> None:
    whole = every(desk)
    assert len(whole.lines) == whole.total == COUNT + 2
    short = home(desk, with_dates=False, lines=3)
    under_way = [line for line in whole.lines if line.status == "Under way"]
    others = [line for line in whole.lines if line.status != "Under way"]
    assert {line.id for line in short.lines} == {line.id for line in (*under_way[:3], *others[:3])}
    assert [line for line in whole.lines if line in short.lines] == list(short.lines)
    assert (short.under_way, short.total) == (len(under_way), whole.total)


def test_a_list_that_is_shared_fills_up_with_others_what_those_under_way_leave(desk: Desk) -> None:
    under_way = every(desk).under_way
    some = home(desk, with_dates=False, lines=under_way - 1, shared=True)
    assert {line.status for line in some.lines} == {"Under way"} and len(some.lines) == under_way - 1
    more = home(desk, with_dates=False, lines=under_way + 2, shared=True)
    assert [line.status == "Under way" for line in more.lines].count(False) == 2


def test_what_is_due_and_what_was_sent_does_not_depend_on_what_is_listed(desk: Desk) -> None:
    whole = every(desk)
    due = [line for line in whole.lines if line.to_do]
    sent = [line for line in whole.lines if line.exported]
    assert 5 < len(due) < COUNT and 5 < len(sent) < COUNT
    assert list(whole.due) == due and list(whole.sent) == sent
    short = home(desk, with_dates=False, lines=1, beside=4)
    assert list(short.due) == due[:4] and list(short.sent) == sent[:4]


@pytest.mark.parametrize("number", range(0, COUNT, 7))
def test_search_finds_every_inspection_by_name_number_reference_type_and_sector(
    desk: Desk, number: int
) -> None:
    def found(text: str) -> set[str]:
        return {one.title for one in find(desk, text, limit=100) if one.kind == "inspection"}

    name = f"Invented house {number} Ängholm"
    assert found(f"HOUSE {number} äng") >= {name} <= found(f"house {number} ÄNGH")
    assert found(f"CS77{number:08d}") == {name}
    assert name in found(f"in-{desk.today().year}-{number:04d}")
    assert name in found("care home private") and name not in found("voluntary house")
    assert found("100%") == found("house_") == set()


def test_the_register_names_the_inspection_under_way_at_each_service(desk: Desk) -> None:
    expected = {
        line.subtitle.split(" ")[0]: line.id for line in every(desk).lines if line.status == "Under way"
    }
    listed = services(desk, "invented ÄNG", limit=100).lines
    assert {one.number: one.inspection for one in listed if one.inspection} == {
        number: one for number, one in expected.items() if number.startswith("CS77")
    }


def test_a_free_reference_is_one_that_no_inspection_has(desk: Desk) -> None:
    taken = {line.reference for line in every(desk).lines}
    assert free_reference(desk) not in taken and free_reference(desk).startswith("EX-")


def test_one_row_says_the_same_as_the_list(desk: Desk, tmp_path: Path) -> None:
    lists = desk.store.lists
    for row in lists.rows("finished", 100):
        assert lists.row(row.id) == row and row in lists.of_service(row.service_number)
    assert lists.row("nowhere") is None
