"""Bad input on the command line: exit status 1, a plain message with advice, nothing lost. Real processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inspector_app.__main__ import make_program
from inspector_app.operations.demo import run_demo


@dataclass(frozen=True)
class Run:
    status: int
    out: str
    error: str


def run(*arguments: object, passphrase: str | None = "demo", timeout: float = 600) -> Run:
    environment = {name: value for name, value in os.environ.items() if name != "INSPECTOR_APP_PASSPHRASE"}
    if passphrase is not None:
        environment["INSPECTOR_APP_PASSPHRASE"] = passphrase
    done = subprocess.run(
        [sys.executable, "-m", "inspector_app", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        stdin=subprocess.DEVNULL,
        timeout=timeout,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def refused(result: Run, *words: str) -> None:
    """Exit status 1; message and advice on standard error; no traceback."""
    assert result.status == 1, result
    assert "Traceback" not in result.error
    lines = [line for line in result.error.splitlines() if line.strip()]
    assert len(lines) >= 2, "a message and advice"
    for word in words:
        assert word in result.error, result.error


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "out"
    run_demo(make_program(), folder)
    return folder


@pytest.fixture
def example(made: Path, tmp_path: Path) -> Path:
    """A copy of the example's folder that a test may spoil."""
    shutil.copytree(made, tmp_path / "example")
    return tmp_path / "example"


def test_wrong_usage_is_status_two() -> None:
    result = run("export", "x.db")
    assert result.status == 2 and "Missing option" in result.error


def test_a_wrong_passphrase(example: Path) -> None:
    refused(
        run("verify", example / "laptop/inspector.db", passphrase="wrong"), "passphrase is wrong", "Caps Lock"
    )
    assert run("verify", example / "laptop/inspector.db").status == 0


def test_no_passphrase_and_nobody_to_ask(example: Path) -> None:
    refused(run("verify", example / "laptop/inspector.db", passphrase=None), "--passphrase-file")


def test_a_passphrase_file(example: Path, tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("demo\n", encoding="utf-8")
    database = example / "laptop/inspector.db"
    assert run("verify", database, "--passphrase-file", file, passphrase=None).status == 0
    refused(run("verify", database, "--passphrase-file", tmp_path / "no", passphrase=None), "no")


def test_a_missing_database(tmp_path: Path) -> None:
    refused(run("verify", tmp_path / "inspector.db"), "no database at", "restore")


@pytest.mark.parametrize("place", [0, 5000, -100])
def test_a_damaged_database(example: Path, place: int) -> None:
    database = example / "laptop/inspector.db"
    data = bytearray(database.read_bytes())
    for offset in range(40):
        data[place + offset] ^= 0x55
    database.write_bytes(bytes(data))
    result = run("verify", database)
    assert result.status == 1 and "Traceback" not in result.error
    assert "damaged" in result.error or "does not fit" in result.error


def test_lost_keys(example: Path) -> None:
    (example / "laptop/inspector.db.keys").unlink()
    refused(run("verify", example / "laptop/inspector.db"), "inspector.db.keys")


def test_the_database_of_the_office_where_the_laptop_is_meant(example: Path, tmp_path: Path) -> None:
    refused(run("export", example / "office/office.db", "--all", "-o", tmp_path), "office", "laptop")


def test_an_unknown_reference(example: Path, tmp_path: Path) -> None:
    refused(run("export", example / "laptop/inspector.db", "--inspection", "NO-1", "-o", tmp_path), "NO-1")


def test_a_malformed_register_names_row_and_column_and_changes_nothing(example: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text(
        "service_number,name,service_type,sector,places\n"
        "CS9900000009,New house (example),care_home,voluntary,six\n"
        "9900000010,Newer house (example),hotel,voluntary,3\n",
        encoding="utf-8",
    )
    result = run("register", "import", example / "laptop/inspector.db", register)
    refused(result, "Row 2", "places", "Row 3", "service_type", "Nothing was changed")
    listed = run("register", "list", example / "laptop/inspector.db")
    assert "CS9900000001" in listed.out and "CS9900000009" not in listed.out


def test_a_broken_checklist_names_sheet_row_and_column(tmp_path: Path) -> None:
    checklist = tmp_path / "broken.md"
    checklist.write_text(
        "| survey |\n| | type | name | label |\n| | text | q1 | One? |\n"
        "| | select_one missing | q2 | Two? |\n"
        "| choices |\n| | list_name | name | label |\n| | other | a | A |\n",
        encoding="utf-8",
    )
    result = run("checklist", "check", checklist, passphrase=None)
    assert result.status == 1 and "Traceback" not in result.error
    assert "sheet survey, row 3, column type" in result.out, result.out


def test_an_altered_a_cut_and_a_foreign_export(example: Path, tmp_path: Path) -> None:
    export = next(example.glob("*.inspection"))
    data = export.read_bytes()
    (tmp_path / "cut.inspection").write_bytes(data[: len(data) // 2])
    (tmp_path / "altered.inspection").write_bytes(data[:-200] + bytes([data[-200] ^ 1]) + data[-199:])
    (tmp_path / "foreign.inspection").write_text("hello", encoding="utf-8")
    office = example / "office/office.db"
    for name in ("cut", "altered", "foreign"):
        result = run("receive", office, tmp_path / f"{name}.inspection")
        refused(result, f"{name}.inspection")
        assert "refused" in result.out
    again = run("office", "receive", office, export)
    assert again.status == 0 and "known" in again.out


def test_an_unknown_signer_waits_in_quarantine(example: Path, tmp_path: Path) -> None:
    laptop = tmp_path / "b" / "inspector.db"
    office_card = example / "office/office.pub"
    assert run("device", "init", laptop, "--office", office_card, "--inspector", "Inspector B").status == 0
    register = Path("resources/frameworks/cse-2016/example/register.csv").resolve()
    assert run("register", "import", laptop, register).status == 0
    started = run(
        "start", laptop, "--service", "CS9900000002", "--reference", "EX-B-1", "--inspector", "Inspector B"
    )
    assert started.status == 0, started
    assert run("export", laptop, "--inspection", "EX-B-1", "-o", tmp_path).status == 0
    (file,) = tmp_path.glob("*.inspection")
    office = example / "office/office.db"
    refused(run("receive", office, file), "does not know", "device card")
    assert run("device", "card", laptop, "-o", tmp_path / "b.card").status == 0
    file.unlink()
    accepted = run("office", "accept", office, tmp_path / "b.card", "--receipts", tmp_path)
    assert accepted.status == 0 and "received" in accepted.out
    assert len(list(tmp_path.glob("*.receipt"))) == 1
    again = run("office", "accept", office, tmp_path / "b.card")
    assert again.status == 0 and "received" not in again.out


def test_accepting_a_laptop_says_which_of_its_files_could_not_be_received(
    example: Path, tmp_path: Path
) -> None:
    laptop, office = example / "laptop/inspector.db", example / "office/office.db"
    assert run("office", "revoke", office, device_of(laptop, tmp_path)).status == 0
    assert run("export", laptop, "--all", "-o", tmp_path).status == 0
    (file,) = tmp_path.glob("*.inspection")
    refused(run("receive", office, file), "was revoked", "waits here")
    (copy,) = (one for one in (office.parent / "quarantine").rglob("*") if one.is_file())
    copy.write_bytes(copy.read_bytes()[:-100])
    refused(run("office", "accept", office, tmp_path / "laptop.card"), file.name)
    assert copy.is_file()
    assert "received" in run("receive", office, file).out and not copy.exists()


def device_of(laptop: Path, folder: Path) -> str:
    """The laptop's id, as its card says; the card lies in the folder."""
    from inspector_app.exchange.cards import read_device_card

    assert run("device", "card", laptop, "-o", folder / "laptop.card").status == 0
    return read_device_card((folder / "laptop.card").read_bytes()).device


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte; needs the right to mount."""
    mount = tmp_path / "small"
    mount.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(mount)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small file system here")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def test_a_full_disk_is_named_and_leaves_no_half_file(example: Path, small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(500_000))
    before = sorted(small_disk.iterdir())
    laptop = example / "laptop/inspector.db"
    refused(run("export", laptop, "--inspection", "EX-2026-0001", "-o", small_disk), "room")
    refused(
        run("letter", "make", laptop, "--inspection", "EX-2026-0001", "-o", small_disk / "letter.pdf"), "room"
    )
    refused(run("backup", laptop, small_disk / "backup.db"), "full")
    refused(run("tables", example / "office/office.db", "-o", small_disk / "tables"), "room")
    assert [path for path in sorted(small_disk.rglob("*")) if path.is_file()] == before
    assert run("verify", laptop).status == 0


def test_a_read_only_folder_is_named(example: Path, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    laptop = example / "laptop/inspector.db"
    refused(run("export", laptop, "--inspection", "EX-2026-0001", "-o", small_disk), "folder")
    refused(run("demo", small_disk / "demo"), "Read-only")
    assert run("verify", laptop).status == 0


def test_a_database_in_use_is_not_opened_twice(example: Path) -> None:
    from inspector_app.operations.set_up import open_desk

    desk = open_desk(make_program(), example / "laptop/inspector.db", "demo")
    try:
        refused(run("verify", example / "laptop/inspector.db"), "open in another window or command")
    finally:
        desk.store.close()


def test_backup_and_restore_bring_everything_back(example: Path, tmp_path: Path) -> None:
    laptop = example / "laptop/inspector.db"
    assert run("backup", laptop, tmp_path / "stick" / "backup.db").status == 0
    refused(run("restore", tmp_path / "stick" / "backup.db", laptop), "already")
    assert run("restore", tmp_path / "stick" / "backup.db", tmp_path / "new" / "inspector.db").status == 0
    result = run("export", tmp_path / "new" / "inspector.db", "--inspection", "EX-2026-0001", "-o", tmp_path)
    assert result.status == 0, result
