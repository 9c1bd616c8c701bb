from __future__ import annotations

from pathlib import Path

from database_pages import spellings
from journals_on_disk import CHECKLIST, INSPECTION, START, Laptop

from inspector_app.journal.chain import Draft
from inspector_app.journal.derived import DerivedRow
from inspector_app.storage.backup import backup
from inspector_app.storage.database import Database
from inspector_app.storage.derived import Derived
from inspector_app.storage.files import Files, Secrets
from inspector_app.storage.keys import Cost, create_slots, keys_path
from inspector_app.storage.register import Register, ServiceRow

SECRET = "Recognisable Überraschung"
PASSPHRASE = "recognisable passphrase"


def leaks(folder: Path, texts: list[bytes]) -> list[str]:
    """The files under `folder` that hold one of `texts`."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [str(file) for file in files if any(text in file.read_bytes() for text in texts)]


def test_the_scan_finds_what_is_there(tmp_path: Path) -> None:
    for number, spelling in enumerate(spellings(SECRET)):
        (tmp_path / str(number)).write_bytes(b"x" + spelling + b"y")
    assert len(leaks(tmp_path, spellings(SECRET))) == 3


def test_nothing_recorded_lies_on_the_disk_in_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "laptop" / "inspector.db"
    made = create_slots(keys_path(path), PASSPHRASE, cost=Cost(memory=64, passes=1, lanes=1))
    Database.create(path, made.key, realm="live", role="laptop", now=START).close()
    laptop = Laptop(path, key=made.key)
    texts = [*spellings(SECRET), *spellings(PASSPHRASE), made.key, made.key.hex().encode()]
    texts += spellings(made.recovery_code) + spellings(made.recovery_code.replace("-", ""))
    for number in range(50):
        laptop.answer(f"q{number}", f"{SECRET} {number}")
        place = (INSPECTION, "answer", f"{CHECKLIST}:p{number}", "value")
        laptop.pending.put(*place, SECRET, prior=None, author="ada", at="now")
    laptop.append([Draft("finding", "f1", "title", SECRET)], reason=SECRET)
    Derived(laptop.database).replace(INSPECTION, CHECKLIST, [DerivedRow("k", "/k", "k", SECRET, True)])
    Files(laptop.database).put(SECRET.encode() * 1000, media_type="text/plain", name=SECRET, added_at="now")
    Secrets(laptop.database).put("signing", SECRET.encode())
    Register(laptop.database).put([ServiceRow("CS2003000001", SECRET, extra={"note": SECRET})], "now")
    laptop.database.connection.execute("SELECT * FROM event ORDER BY value, reason, random()").fetchall()
    copy = backup(laptop.database, tmp_path / "stick" / "backup.db")
    assert Path(f"{path}-wal").stat().st_size > 0
    names = {file.name for file in tmp_path.rglob("*") if file.is_file()}
    assert {"inspector.db", "inspector.db-wal", "inspector.db.keys", "inspector.db.lock", copy.name} <= names
    assert leaks(tmp_path, texts) == []
    laptop.close()
    assert leaks(tmp_path, texts) == []


def test_no_key_shows_in_what_is_printed_of_a_database(laptop: Laptop) -> None:
    shown = repr(laptop.database) + str(laptop.database) + repr(laptop.journal)
    assert laptop.database.key.hex() not in shown and repr(laptop.database.key) not in shown
