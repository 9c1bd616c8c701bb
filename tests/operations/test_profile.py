"""Making a profile, its recovery sheet, changing the passphrase, and what strength is said of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.operations.passphrase import FEWEST, passphrase_advice
from inspector_app.operations.profile import NewProfile, make_profile, office_named, profiles
from inspector_app.operations.program import Program
from inspector_app.operations.set_up import (
    change_passphrase,
    open_desk,
    open_desk_with_code,
    set_up_office,
)
from inspector_app.operations.settings import laptop_facts, save_device_card

STRONG = "lamp river tuesday cobalt"
NEW = "seven green kettles singing"


@pytest.fixture(scope="module")
def office_file(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from inspector_app.inspections.inspection import Realm

    folder = tmp_path_factory.mktemp("office") / "office"
    made = set_up_office(program, folder, STRONG, "Head office North", Realm.LIVE)
    made.desk.store.close()
    return made.files["card"]


def wanted(
    office: Path | None, passphrase: str = STRONG, again: str = STRONG, name: str = "A. Inspector"
) -> NewProfile:
    return NewProfile(name, passphrase, again, office)


def test_a_profile_opens_with_its_passphrase_and_with_the_code_of_its_sheet(
    program: Program, office_file: Path, tmp_path: Path
) -> None:
    database = tmp_path / "inspector.db"
    desk, sheet = make_profile(program, database, wanted(office_file))
    desk.store.close()
    assert profiles(tmp_path).live
    assert (sheet.author, sheet.office) == ("A. Inspector", "Head office North")
    assert sheet.code in sheet.text
    open_desk(program, database, STRONG).store.close()
    open_desk_with_code(program, database, sheet.code.lower().replace("-", " ")).store.close()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "no-name"),
        ({"office": None}, "no-office"),
        ({"passphrase": "short", "again": "short"}, "passphrase-weak"),
        ({"again": "another one altogether"}, "passphrase-differs"),
    ],
)
def test_a_profile_that_is_not_complete_is_refused_and_nothing_is_made(
    program: Program, office_file: Path, tmp_path: Path, changes: dict[str, object], code: str
) -> None:
    given = {"office": office_file, **changes}
    with pytest.raises(KnownError) as refused:
        make_profile(program, tmp_path / "inspector.db", wanted(**given))  # type: ignore[arg-type]
    assert refused.value.code == code
    assert refused.value.advice
    assert list(tmp_path.glob("inspector.db*")) == []


def test_the_office_is_named_before_it_is_trusted(office_file: Path, tmp_path: Path) -> None:
    found = office_named(office_file)
    assert (found.name, found.practice) == ("Head office North", False)
    assert len(found.fingerprint) > 10
    altered = tmp_path / "office.pub"
    altered.write_bytes(office_file.read_bytes().replace(b"North", b"South"))
    with pytest.raises(KnownError):
        office_named(altered)


def test_a_new_passphrase_holds_and_the_old_one_does_not(
    program: Program, office_file: Path, tmp_path: Path
) -> None:
    database = tmp_path / "inspector.db"
    desk, sheet = make_profile(program, database, wanted(office_file))
    with pytest.raises(KnownError) as refused:
        change_passphrase(desk, "not the old one", NEW)
    assert refused.value.code == "wrong-passphrase"
    with pytest.raises(KnownError) as refused:
        change_passphrase(desk, STRONG, "short")
    assert refused.value.code == "passphrase-weak"
    change_passphrase(desk, STRONG, NEW)
    desk.store.close()
    open_desk(program, database, NEW).store.close()
    open_desk_with_code(program, database, sheet.code).store.close()
    with pytest.raises(KnownError):
        open_desk(program, database, STRONG)


def test_a_backup_opens_and_the_card_has_the_fingerprint_shown(
    program: Program, office_file: Path, tmp_path: Path
) -> None:
    desk, _ = make_profile(program, tmp_path / "inspector.db", wanted(office_file))
    try:
        facts = laptop_facts(desk)
        assert (facts.office, facts.practice) == ("Head office North", False)
        folder = tmp_path / "stick"
        folder.mkdir()
        copy = desk.store.backup(folder / "copy.db")
        card = save_device_card(desk, folder)
        assert card.exists()
        assert facts.device_fingerprint != facts.office_fingerprint
        with pytest.raises(KnownError):
            save_device_card(desk, tmp_path / "not there")
    finally:
        desk.store.close()
    open_desk(program, copy, STRONG).store.close()


@pytest.mark.parametrize(
    ("passphrase", "enough"),
    [
        ("", False),
        ("abc", False),
        ("password12345", False),
        ("aaaaaaaaaaaaaaaaaaaa", False),
        ("abcdefghijklmnop", False),
        ("tango tango tango tango", False),
        ("Riverbank7Owl!", True),
        ("lamp river tuesday", True),
    ],
)
def test_repeats_and_first_guesses_count_little(passphrase: str, enough: bool) -> None:
    assert passphrase_advice(passphrase).enough is enough


@given(st.text(max_size=60))
def test_a_weak_passphrase_always_comes_with_advice(passphrase: str) -> None:
    found = passphrase_advice(passphrase)
    assert found.enough or found.advice
    assert not (found.enough and len(passphrase) < FEWEST)
