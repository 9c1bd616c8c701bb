"""Tables are written whole or not at all, and the reason is told in plain words."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from small_tables import MADE_AT, made

from inspector_app.errors import KnownError
from inspector_app.sheets.national import national_csv, write_national_csv, write_outcomes_csv
from inspector_app.sheets.national_workbook import write_national_xlsx

SMALL = made()
WRITERS: dict[str, Callable[[Path], None]] = {
    "national.csv": lambda path: write_national_csv(path, SMALL.national),
    "national.xlsx": lambda path: write_national_xlsx(path, SMALL.national, SMALL.counting, MADE_AT),
    "outcomes.csv": lambda path: write_outcomes_csv(path, SMALL.outcomes),
}


def refusing(number: int) -> object:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_a_table_replaces_the_one_before_with_no_traces(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "national.csv").write_bytes(b"before")
    write_national_csv(folder / "national.csv", SMALL.national)
    found = [(path.name, path.read_bytes()) for path in folder.iterdir()]
    assert found == [("national.csv", national_csv(SMALL.national))]


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(
    ("call", "number", "code"),
    [
        ("fsync", errno.ENOSPC, "disk-full"),
        ("fsync", errno.EDQUOT, "disk-full"),
        ("replace", errno.EACCES, "read-only"),
        ("open", errno.EROFS, "read-only"),
    ],
)
def test_what_was_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: str, number: int, code: str
) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / name).write_bytes(b"before")
    monkeypatch.setattr(os, call, refusing(number))
    with pytest.raises(KnownError, match=re.escape(name)) as caught:
        WRITERS[name](folder / name)
    monkeypatch.undo()
    assert caught.value.code == code
    assert caught.value.advice
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(name, b"before")]


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_in_place_of_the_table_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(KnownError) as caught:
        WRITERS[name](tmp_path / name)
    assert caught.value.code == "is-folder"
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError) as caught:
        WRITERS[name](tmp_path / "nowhere" / name)
    assert caught.value.code == "folder-missing"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(KnownError) as caught:
        write_national_csv(folder / "national.csv", SMALL.national)
    assert caught.value.code == "read-only"
