"""A torture that cannot see a loss proves nothing: each kind of loss is made by hand and must be counted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from look import Told, look
from work import MovedClock, Worker, make_template

pytestmark = pytest.mark.slow


@pytest.fixture
def worked(tmp_path: Path) -> tuple[Path, Told]:
    from datetime import timedelta

    database, told = make_template(tmp_path / "template"), Told()
    worker = Worker(database, 1, 1, lambda text: told.hear(f"{text}\n".encode()), timedelta())
    for number, step in enumerate((worker.type, worker.answer, worker.add_row, worker.attach), start=1):
        step(number)
    worker.desk.store.close()
    return database, told


def test_nothing_is_lost_where_nothing_happened(worked: tuple[Path, Told]) -> None:
    assert look(*worked).total == 0


def test_lost_keys_rows_answers_and_attachments_are_counted(worked: tuple[Path, Told]) -> None:
    database, told = worked
    told.typed, told.answered = 90, 91
    told.rows.add(92)
    told.attached["0" * 32] = 5
    # a key and an answer are missing from the history and from what shows
    assert look(database, told).lost == 2 + 2 + 1 + 1


def test_a_half_row_and_a_damaged_page_are_counted(worked: tuple[Path, Told]) -> None:
    from inspector_app.operations.checklist_session import open_checklists
    from inspector_app.operations.demo import PASSPHRASE
    from inspector_app.operations.set_up import open_desk

    database, told = worked
    desk = open_desk(MovedClock(), database, PASSPHRASE)
    (session,) = open_checklists(desk, desk.inspection(desk.store.inspection_ids()[0]))
    session.add_row(session.node("staff"), {"designation": "row 7"})
    desk.store.close()
    assert look(database, told).half == 1
    content = bytearray(database.read_bytes())
    content[-2000] ^= 1
    database.write_bytes(content)
    assert look(database, told).damaged > 0
