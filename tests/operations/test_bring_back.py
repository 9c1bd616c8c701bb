"""A restore that was cut short is finished at the next start, before anybody is asked for a passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.__main__ import make_program
from inspector_app.errors import KnownError
from inspector_app.operations.bring_back import what_it_replaces
from inspector_app.operations.profile import profiles
from inspector_app.storage import bring_back


def test_a_database_that_waits_to_take_its_place_takes_it_at_the_start(tmp_path: Path) -> None:
    target = tmp_path / "inspector.db"
    assert not profiles(tmp_path).live
    draft = bring_back.draft_of(target)
    draft.write_text("new")
    Path(f"{draft}.keys").write_text("keys")
    assert not profiles(tmp_path).live, "it was never said to be whole"
    bring_back.ready(target, "kept.db")
    assert profiles(tmp_path).live
    assert target.read_text() == "new" and Path(f"{target}.keys").read_text() == "keys"
    assert not bring_back.is_ready(target)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda place: None, "file-missing"),
        (lambda place: place.mkdir(), "file-missing"),
        (lambda place: place.write_text("no keys beside it"), "missing-keys"),
    ],
)
def test_what_is_no_backup_is_said_before_a_passphrase_is_asked(
    tmp_path: Path, make: object, code: str
) -> None:
    place = tmp_path / "inspector-20261122T120000Z.db"
    make(place)  # type: ignore[operator]
    with pytest.raises(KnownError) as caught:
        what_it_replaces(make_program(), place, tmp_path / "inspector.db")
    assert caught.value.code == code


def test_the_database_itself_is_no_backup_of_it(tmp_path: Path) -> None:
    database = tmp_path / "inspector.db"
    database.write_text("here")
    with pytest.raises(KnownError) as caught:
        what_it_replaces(make_program(), database, database)
    assert caught.value.code == "same-file"
