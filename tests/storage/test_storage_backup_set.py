from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from database_pages import plain_pages
from hypothesis import given
from hypothesis import strategies as st
from journals_on_disk import INSPECTION, KEY, START, Laptop

from inspector_app.errors import KnownError
from inspector_app.storage import backup, backup_set
from inspector_app.storage.attachments import Attachments, folder_of
from inspector_app.storage.backup_set import BackupDone, BackupJob
from inspector_app.storage.database import Database
from inspector_app.storage.files import Files
from inspector_app.storage.keys import keys_path
from inspector_app.storage.verify import verify

NAME = "Recognisable Invented Name"


@pytest.fixture
def recorded(laptop: Laptop) -> Laptop:
    keys_path(laptop.database.path).write_bytes(b"the slots")
    laptop.answer("q1", "an answer")
    return laptop


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    backup_set.prepare_place(folder)
    return folder


def save(laptop: Laptop, folder: Path, at: datetime = START) -> BackupDone:
    return backup_set.back_up(BackupJob(laptop.database.path, folder, at, KEY))


def attach(laptop: Laptop, content: bytes) -> str:
    kept = Attachments(laptop.database).add(
        io.BytesIO(content), inspection=INSPECTION, media_type="", name="photo", added_at="now"
    )
    return kept.id


def test_a_backup_is_named_by_its_time_opened_and_holds_all(recorded: Laptop, stick: Path) -> None:
    done = save(recorded, stick)
    assert done.path.name == "inspector-20260302T090000Z.db" and done.removed == done.cleaned == ()
    assert [one.path for one in backup_set.kept_backups(stick)] == [done.path]
    with Database.open_reader(done.path, KEY) as copy:
        assert verify(copy) == []


def test_a_second_backup_in_the_same_second_stands_beside_the_first(recorded: Laptop, stick: Path) -> None:
    first, second = save(recorded, stick), save(recorded, stick)
    assert [one.path for one in backup_set.kept_backups(stick)] == [second.path, first.path]


def test_progress_is_told_and_cancelling_leaves_nothing(recorded: Laptop, stick: Path) -> None:
    steps: list[tuple[int, int]] = []
    job = BackupJob(recorded.database.path, stick, START, KEY)
    backup_set.back_up(job, lambda done, total: steps.append((done, total)))
    assert steps and steps[-1][0] == steps[-1][1] > 10

    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    job = BackupJob(recorded.database.path, stick, START + timedelta(hours=1), KEY)
    with pytest.raises(KeyboardInterrupt):
        backup_set.back_up(job, cancel)
    assert len(backup_set.kept_backups(stick)) == 1 and not list(stick.glob("*.new"))


def test_the_key_is_not_shown(recorded: Laptop, stick: Path) -> None:
    assert KEY.hex() not in repr(BackupJob(recorded.database.path, stick, START, KEY))
    assert repr(KEY) not in repr(BackupJob(recorded.database.path, stick, START, KEY))


@pytest.mark.parametrize("there", [True, False])
def test_a_stick_that_is_not_plugged_in_is_said_and_no_folder_is_made_instead(
    recorded: Laptop, tmp_path: Path, there: bool
) -> None:
    folder = tmp_path / "not plugged in"
    if there:
        folder.mkdir()
    with pytest.raises(KnownError) as caught:
        save(recorded, folder)
    assert caught.value.code == "backup-place-missing" and "stick" in caught.value.advice
    assert folder.exists() == there and (not there or list(folder.iterdir()) == [])


def times(*ages: timedelta) -> set[datetime]:
    return {START - age for age in ages}


def test_the_rule_keeps_hours_days_and_weeks() -> None:
    every = times(*(timedelta(minutes=30 * n) for n in range(100 * 48)))
    kept = every - backup_set.superseded(every, START)
    recent = {at for at in kept if at > START - timedelta(hours=2)}
    day = {at for at in kept if at > START - timedelta(days=1)}
    fortnight = {at for at in kept if at > START - timedelta(days=14)}
    assert len(recent) == 4 and 24 <= len(day) <= 28 and 13 <= len(fortnight - day) <= 15
    assert 6 <= len(kept - fortnight) <= 7 and min(kept) > START - timedelta(weeks=8)


@given(
    st.sets(
        st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)), max_size=60
    ),
)  # fmt: skip
def test_the_newest_and_what_is_dated_later_always_stay_and_rotating_twice_changes_nothing(
    every: set[datetime],
) -> None:
    gone = backup_set.superseded(every, START)
    assert gone <= every and not {at for at in gone if at > START}
    if every:
        assert max(every) not in gone
    assert backup_set.superseded(every - gone, START) == set()


def test_old_backups_are_rotated_with_their_keys(recorded: Laptop, stick: Path) -> None:
    for days in (100, 99, 3, 2):
        save(recorded, stick, START - timedelta(days=days))
    done = save(recorded, stick, START)
    assert len(backup_set.kept_backups(stick)) == 3 and done.removed == ()
    names = {file.name for file in stick.iterdir()}
    assert len([name for name in names if name.endswith(".keys")]) == 3
    assert names == {backup_set.MARKER, *(n for n in names if n.startswith("inspector-202"))}


def test_an_erased_name_goes_from_the_older_backups_too(recorded: Laptop, stick: Path) -> None:
    recorded.answer("named", f"met {NAME} today")
    letter = Files(recorded.database).put(
        f"letter to {NAME}".encode(), media_type="application/pdf", name="letter", added_at="now"
    )
    old = save(recorded, stick, START - timedelta(days=1)).path
    assert NAME.encode() in plain_pages(old, KEY)
    recorded.erase("named")
    Files(recorded.database).forget(letter)
    done = save(recorded, stick)
    assert done.cleaned == (old.name,) and done.uncleaned == ()
    assert NAME.encode() not in plain_pages(old, KEY) and not list(stick.glob("*.new*"))
    with Database.open_reader(old, KEY) as copy:
        assert [damage.code for damage in verify(copy)] == ["erased-in-backup"]
        assert Files(copy).info(letter) is None
    assert save(recorded, stick, START + timedelta(minutes=1)).cleaned == ()


def test_a_backup_made_with_other_keys_is_named_as_one_that_may_hold_it(
    recorded: Laptop, stick: Path, make: object
) -> None:
    assert callable(make)
    other = make("other", key=bytes(32))
    keys_path(other.database.path).write_bytes(b"slots")
    backup_set.back_up(BackupJob(other.database.path, stick, START - timedelta(days=1), bytes(32)))
    recorded.answer("named", NAME)
    recorded.erase("named")
    assert save(recorded, stick).uncleaned == ("inspector-20260301T090000Z.db",)


def test_attachments_are_kept_once_for_all_backups_and_come_back(
    recorded: Laptop, stick: Path, tmp_path: Path
) -> None:
    first, second = attach(recorded, b"first photo"), attach(recorded, b"second photo")
    save(recorded, stick, START - timedelta(days=100))
    Attachments(recorded.database).remove(first)
    done = save(recorded, stick)
    shared = stick / backup.SHARED_ATTACHMENTS
    assert {file.name for file in shared.iterdir()} == {second}
    target = backup.restore(done.path, tmp_path / "again" / "inspector.db", KEY)
    with Database.open(target, KEY) as again:
        assert b"".join(Attachments(again).read(second)) == b"second photo"
        assert verify(again) == []


def test_a_single_backup_has_its_attachments_beside_it(recorded: Laptop, tmp_path: Path) -> None:
    kept = attach(recorded, b"photo")
    copy = backup.backup(recorded.database, tmp_path / "single.db")
    assert [file.name for file in folder_of(copy).iterdir()] == [kept]


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "mounted"
    folder.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, timeout=600, check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, timeout=600, check=False)


def test_a_stick_that_is_full_keeps_the_older_backups(recorded: Laptop, mounted: Path) -> None:
    backup_set.prepare_place(mounted)
    save(recorded, mounted, START - timedelta(days=1))
    recorded.answer("q2", "x" * 800_000)
    with pytest.raises(KnownError) as caught:
        save(recorded, mounted)
    assert caught.value.code == "disk-full"
    (kept,) = backup_set.kept_backups(mounted)
    with Database.open_reader(kept.path, KEY) as copy:
        assert verify(copy) == []


@pytest.mark.parametrize("moment", range(1, 9))
def test_nothing_is_left_in_the_bare_folder_of_a_stick_whenever_it_is_pulled(
    recorded: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    attach(recorded, b"a photo"), attach(recorded, b"another")
    looked, check, pulled = [0], backup_set._check_place, stick.with_name("pulled")

    def pulled_after(folder: Path) -> None:
        check(folder)
        looked[0] += 1
        if looked[0] == moment:
            stick.rename(pulled)
            stick.mkdir()

    monkeypatch.setattr(backup_set, "_check_place", pulled_after)
    with pytest.raises(KnownError) as missing:
        save(recorded, stick)
    assert missing.value.code == "backup-place-missing"
    assert list(stick.iterdir()) == [] and (pulled / backup_set.MARKER).is_file()


def test_a_stick_pulled_while_its_backups_are_counted_is_said(
    recorded: Laptop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(recorded, stick)
    pulled = stick.with_name("pulled")

    def then_pulled(path: Path) -> Path:
        stick.rename(pulled)
        stick.mkdir()
        return pulled / keys_path(path).name

    monkeypatch.setattr(backup_set, "keys_path", then_pulled)
    with pytest.raises(KnownError) as missing:
        backup_set.kept_backups(stick)
    assert missing.value.code == "backup-place-missing"


def test_a_stick_that_lost_its_marker_keeps_what_its_older_backups_need(
    recorded: Laptop, stick: Path
) -> None:
    attach(recorded, b"a photo")
    first = save(recorded, stick).path
    attached = sorted((stick / backup.SHARED_ATTACHMENTS).iterdir())

    def unmarked(done: int, total: int) -> None:
        (stick / backup_set.MARKER).unlink(missing_ok=True)

    with pytest.raises(KnownError):
        backup_set.back_up(
            BackupJob(recorded.database.path, stick, START + timedelta(hours=1), KEY), unmarked
        )
    assert sorted((stick / backup.SHARED_ATTACHMENTS).iterdir()) == attached != []
    assert sorted(file.name for file in stick.glob("inspector-2*")) == [first.name, keys_path(first).name]


def test_a_stick_that_is_pulled_in_the_middle_is_said_plainly(recorded: Laptop, mounted: Path) -> None:
    backup_set.prepare_place(mounted)

    def pull(done: int, total: int) -> None:
        subprocess.run(["umount", "-l", str(mounted)], check=True, timeout=600)

    with pytest.raises(KnownError) as caught:
        backup_set.back_up(BackupJob(recorded.database.path, mounted, START, KEY), pull)
    assert caught.value.code == "backup-place-missing" and list(mounted.iterdir()) == []
    assert recorded.value("q1") == "an answer" and verify(recorded.database) == []
