"""A torture that cannot see a loss proves nothing: each kind of loss is made by hand and must be counted."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from look import Losses, Told
from look import look as look_at
from work import MovedClock, Worker, make_template

from inspector_app.storage.keys import keys_path

pytestmark = pytest.mark.slow


@pytest.fixture
def worked(tmp_path: Path) -> tuple[Path, Told]:
    database, told = make_template(tmp_path / "template"), Told()
    worker = Worker(database, 1, 1, lambda text: told.hear(f"{text}\n".encode()), timedelta())
    for number, step in enumerate((worker.type, worker.answer, worker.add_row, worker.attach), start=1):
        step(number)
    worker.desk.store.close()
    return database, told


def look(database: Path, told: Told) -> Losses:
    return look_at(database, told, database.parent.parent / "office", database.parent.parent)


@pytest.mark.parametrize("spoil", ["nothing", "backup", "backup gone", "keys", "export", "export gone"])
def test_every_file_that_was_acknowledged_is_looked_at(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], spoil: str
) -> None:
    database, told = make_template(tmp_path / "template"), Told()
    worker = Worker(database, 1, 1, lambda text: told.hear(f"{text}\n".encode()), timedelta())
    worker.attach(1), worker.back_up(2), worker.export(3)
    worker.desk.store.close()
    (backup,), (export,) = map(Path, told.saved), map(Path, told.exported)
    if spoil.endswith("gone"):
        (backup if "backup" in spoil else export).unlink()
    elif spoil == "keys":
        keys_path(backup).write_bytes(b"{}")
    elif spoil != "nothing":
        path = backup if spoil == "backup" else export
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    expected = 0 if spoil == "nothing" else 1
    assert look(database, told).total == expected and told.looked_at == 2
    said = capfd.readouterr().out
    assert (str(backup) in said) == (spoil in ("backup", "backup gone", "keys"))
    assert (str(export) in said) == (spoil in ("export", "export gone"))


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
