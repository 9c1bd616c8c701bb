"""What is looked through for each key is read ahead in pieces: none is more work in a larger office."""

from __future__ import annotations

from collections.abc import Callable

from journals_on_disk import Laptop

from inspector_app.storage.overview import Lists
from inspector_app.storage.register import Register, ServiceRow
from inspector_app.storage.rows import PIECE

STEPS_A_ROW = 60
"""Steps of SQLite's machine; a row takes some twenty."""


def steps_of(laptop: Laptop, read_on: Callable[[int], int | None]) -> list[int]:
    """What each piece takes, in steps of SQLite's machine, until there is none left."""
    taken, after = [0], 0
    connection = laptop.database.connection

    def count() -> int:
        taken[-1] += 100
        return 0

    connection.set_progress_handler(count, 100)
    try:
        while (further := read_on(after)) is not None:
            assert further > after
            after = further
            taken.append(0)
    finally:
        connection.set_progress_handler(None, 0)
    return taken


def test_services_are_read_in_pieces_that_do_not_grow_with_their_number(laptop: Laptop) -> None:
    register = Register(laptop.database)
    assert register.read_on(0) is None
    number = PIECE * 3 + 10
    register.put((ServiceRow(f"CS{at:010}", f"Service {at}") for at in range(number)), "2026-11-22")
    taken = steps_of(laptop, register.read_on)
    assert len(taken) == 4
    assert 0 < max(taken) < PIECE * STEPS_A_ROW


def test_inspections_are_read_in_pieces_that_do_not_grow_with_their_number(laptop: Laptop) -> None:
    lists = Lists(laptop.database)
    assert lists.read_on(0) is None
    rows = [(f"i{at}", f"IN-{at}", f"Service {at}", "2026-11-22", "{}") for at in range(PIECE * 3 + 10)]
    with laptop.database.transaction() as connection:
        connection.executemany(
            "INSERT INTO inspection(id, reference, service_name, changed_at, rest) VALUES (?, ?, ?, ?, ?)",
            rows,
        )
        connection.execute("DELETE FROM inspection WHERE rowid % 7 = 0")
    taken = steps_of(laptop, lists.read_on)
    assert len(taken) == 3
    assert 0 < max(taken) < PIECE * STEPS_A_ROW
