"""On a disk with no free byte everything can be read; it goes on when there is room, with nothing lost."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from disks import fill, mounted
from work import ANSWERED, TYPED, MovedClock, Worker, make_template

from inspector_app.errors import KnownError
from inspector_app.journal.records import ANSWER, VALUE, answer_record
from inspector_app.operations.checklist_session import open_checklists
from inspector_app.operations.checks import prepare_check
from inspector_app.operations.demo import PASSPHRASE
from inspector_app.operations.desk import Desk
from inspector_app.operations.full_disk import look_for_room
from inspector_app.operations.home import home
from inspector_app.operations.safety_light import safety_light
from inspector_app.operations.search import search_all
from inspector_app.operations.set_up import open_desk
from inspector_app.storage.child_work import DatabaseJob, run_verify
from inspector_app.storage.database import Database
from inspector_app.storage.keys import keys_path, unlock_with_passphrase

pytestmark = pytest.mark.slow


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", "24m") as folder:
        if folder is None:
            pytest.skip("nobody but root can mount here")
        yield folder


@pytest.fixture
def crashed(tmp_path: Path, disk: Path) -> Path:
    """A laptop's files as a crash leaves them: the last changes in the log, and a field half typed."""
    database = make_template(tmp_path / "template")
    worker = Worker(database, 1, 1, lambda _: None, timedelta())
    worker.answer(7)
    worker.type(8)
    target = disk / "laptop"
    target.mkdir()
    for file in database.parent.glob("inspector.db*"):
        if file.is_file() and not file.name.endswith(("-shm", ".lock")):
            shutil.copyfile(file, target / file.name)
    worker.desk.store.close()
    return target / database.name


def opened(database: Path) -> Desk:
    return open_desk(MovedClock(), database, PASSPHRASE)


def said(desk: Desk, name: str) -> object:
    (inspection,) = desk.store.inspection_ids()
    (session,) = open_checklists(desk, desk.inspection(inspection))
    return desk.store.values(ANSWER, answer_record(session.record, session.node(name))).get(VALUE)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as error:
        call()
    return error.value.code


def test_everything_can_be_read_and_it_goes_on_when_there_is_room(crashed: Path, disk: Path) -> None:
    Database.open(crashed, unlock_with_passphrase(keys_path(crashed), PASSPHRASE)).close()
    mend = fill(disk)
    desk = opened(crashed)
    assert not desk.store.has_room() and look_for_room(desk).full
    assert said(desk, ANSWERED) == "answered 7" and desk.left_typed and desk.recovered == ()
    assert home(desk).under_way == 1 and search_all(desk, "answered 7")
    assert safety_light(desk).tone == "bad"
    assert refused(lambda: desk.store.set_meta("a", "b")) == "disk-full"
    (inspection,) = desk.store.inspection_ids()
    assert refused(lambda: desk.write_fields(inspection, "evidence", "e", {"text": "t"})) == "disk-full"
    mend()
    (disk / "nearly").write_bytes(bytes(shutil.disk_usage(disk).free - 1_000_000))
    assert look_for_room(desk).full and refused(lambda: desk.store.set_meta("a", "b")) == "disk-full"
    (disk / "nearly").unlink()
    room = look_for_room(desk)
    assert not room.full and [one.field for one in room.recovered] != []
    assert said(desk, TYPED) == "typed 8" and not desk.left_typed
    desk.store.set_meta("a", "b")
    assert safety_light(desk).tone != "bad"
    assert list(desk.store.care.verify(lambda *_: None)) == []
    desk.store.close()


def test_the_log_of_a_crash_is_read_where_it_cannot_be_written_back(crashed: Path, disk: Path) -> None:
    mend = fill(disk)
    desk = opened(crashed)
    assert not desk.store.has_room() and said(desk, ANSWERED) == "answered 7"
    desk.store.close()
    mend()
    desk = opened(crashed)
    assert desk.store.has_room() and said(desk, TYPED) == "typed 8" and desk.recovered
    desk.store.close()


def test_the_first_save_after_room_was_made_needs_nobody_to_ask(crashed: Path, disk: Path) -> None:
    mend = fill(disk)
    desk = opened(crashed)
    assert refused(lambda: desk.store.set_meta("a", "b")) == "disk-full"
    mend()
    desk.store.set_meta("a", "b")
    assert desk.store.meta("a") == "b"
    desk.store.close()


def test_on_a_full_disk_all_is_checked_and_backed_up_elsewhere(
    crashed: Path, disk: Path, tmp_path: Path
) -> None:
    Database.open(crashed, unlock_with_passphrase(keys_path(crashed), PASSPHRASE)).close()
    fill(disk)
    desk = opened(crashed)
    assert list(desk.store.care.verify(lambda *_: None)) == []
    copy = desk.store.backup(tmp_path / "stick" / "copy.db")
    assert said(desk, ANSWERED) == "answered 7" and not desk.store.has_room()
    assert refused(lambda: prepare_check(desk)) == "disk-full"
    other = DatabaseJob(crashed, unlock_with_passphrase(keys_path(crashed), PASSPHRASE))
    assert refused(lambda: run_verify(lambda *_: None, other)) == "busy", "a lock of another is no damage"
    desk.store.close()
    again = opened(copy)
    assert said(again, ANSWERED) == "answered 7" and list(again.store.care.verify(lambda *_: None)) == []
    again.store.close()
