"""A large database is written anew on the disk: encrypted throughout, and whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from database_pages import plain_pages
from journals_on_disk import CHECKLIST, INSPECTION, KEY, Laptop
from written_names import names_made_in

from inspector_app.errors import KnownError
from inspector_app.journal.chain import Draft
from inspector_app.storage import write_anew
from inspector_app.storage.backup import backup
from inspector_app.storage.database import Database
from inspector_app.storage.verify import verify

WORD = "Quillfeather"
SCRIPT = """
import sys
from pathlib import Path
from inspector_app.storage import write_anew
from inspector_app.storage.sqlcipher import connect
path, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
if sys.argv[3] == "in a file":
    connection = connect(path, key)
    connection.execute("PRAGMA temp_store = FILE")
    connection.execute("PRAGMA cache_size = 10")
    connection.execute("VACUUM")
else:
    write_anew.LARGE, write_anew._CACHE_KIB = 0, 40
    write_anew.write_anew(path, key)
"""


@pytest.fixture
def large(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """A database with many answers that counts as large."""
    drafts = [
        Draft("answer", f"{CHECKLIST}:q{n}", "value", f"{WORD} number {n} " + "text " * 50)
        for n in range(400)
    ]
    laptop.append(drafts)
    laptop.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    monkeypatch.setattr(write_anew, "LARGE", 0)
    return laptop


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="watches folders by inotify")
@pytest.mark.parametrize(("way", "seen"), [("anew", False), ("in a file", True)])
def test_no_temporary_file_is_made_that_could_hold_plain_text(
    large: Laptop, tmp_path: Path, way: str, seen: bool
) -> None:
    path, temporary = large.database.path, tmp_path / "temporary"
    temporary.mkdir()
    large.close()
    places = [temporary, path.parent, *(Path(one) for one in ("/var/tmp", "/tmp") if Path(one).is_dir())]
    with names_made_in(*places) as made:
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(path), KEY.hex(), way],
            env={**os.environ, "SQLITE_TMPDIR": str(temporary)},
            check=True,
            timeout=600,
        )
    assert any(name.startswith("etilqs") for name in made) == seen
    assert (write_anew.draft_of(path).name in made) != seen


def test_the_new_file_is_encrypted_while_it_grows_and_says_the_same(
    large: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = large.database.path, []
    put = write_anew._put

    def looked_at(draft: Path, *more: object) -> None:
        seen.append((draft.read_bytes(), draft.stat().st_mode & 0o077))
        put(draft, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(write_anew, "_put", looked_at)
    events = large.journal.events
    before = [event.hash for event in events(INSPECTION)]
    assert large.database.scrub(at_once=True)
    ((content, others),) = seen
    assert WORD.encode() not in content and b"SQLite format 3" not in content and others == 0
    assert WORD.encode() in plain_pages(path, KEY)
    assert [event.hash for event in events(INSPECTION)] == before
    assert verify(large.database) == [] and not write_anew.draft_of(path).exists()
    assert large.database.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    large.answer("q1", "typed on")


def test_an_erased_text_is_in_no_page_of_the_file_nor_of_a_backup(large: Laptop, tmp_path: Path) -> None:
    path = large.database.path
    for number in range(400):
        large.erase(f"q{number}")
    copy = backup(large.database, tmp_path / "stick" / "copy.db")
    assert large.database.scrub(at_once=True)
    assert WORD.encode() not in plain_pages(path, KEY)
    assert WORD.encode() not in plain_pages(copy, KEY)
    assert verify(large.database) == []


KILLED = """
import sys
from pathlib import Path
from inspector_app.storage import write_anew
from inspector_app.storage.database import Database
write_anew.LARGE = 0
path, key, moment = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
steps = 0
def at(*_):
    global steps
    steps += 1
    if steps == moment:
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(at)
with Database.open(path, key) as database:
    database.set_meta("scrub", "due")
    database.scrub(at_once=True)
print(steps)
"""


def killed_at(path: Path, moment: int) -> int:
    """How many steps there were, 0 where it was killed before."""
    command = [sys.executable, "-c", KILLED, str(path), KEY.hex(), str(moment)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert run.returncode in (0, -9), run.stderr
    return int(run.stdout) if run.stdout else 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_any_step_the_file_is_the_old_one_or_the_new_and_the_next_start_goes_on(
    large: Laptop, tmp_path: Path
) -> None:
    path = large.database.path
    events = len(large.journal.events(INSPECTION))
    large.close()
    copy = tmp_path / "whole.db"
    shutil.copyfile(path, copy)
    steps = killed_at(path, 0)
    assert steps > 100
    for moment in range(steps // 20, steps, max(1, steps // 12)):
        shutil.copyfile(copy, path)
        assert killed_at(path, moment) == 0
        with Database.open(path, KEY) as database:
            assert database.connection.execute("SELECT count(*) FROM event").fetchone() == (events,)
            assert verify(database) == [] and not write_anew.draft_of(path).exists()
        for file in (f"{path}-wal", f"{path}-shm"):
            Path(file).unlink(missing_ok=True)


def test_a_copy_that_is_not_sound_never_takes_the_place(
    large: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = large.database.path
    monkeypatch.setattr(write_anew, "_facts", lambda connection: (object(),))
    with pytest.raises(KnownError) as refused:
        large.database.scrub(at_once=True)
    assert refused.value.code == "damaged" and not write_anew.draft_of(path).exists()
    assert verify(large.database) == []
    large.answer("q1", "typed on")


def test_what_a_crash_left_is_removed_at_the_next_start(large: Laptop) -> None:
    path = large.database.path
    large.close()
    write_anew.draft_of(path).write_bytes(b"half")
    with Database.open(path, KEY):
        assert not write_anew.draft_of(path).exists()
