"""A file is written whole or not at all, and the reason is told in plain words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.sheets.files import write_whole


def refusing(number: int) -> object:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def test_a_file_is_created_and_replaced_with_no_traces(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    write_whole(folder / "national.csv", b"one")
    write_whole(folder / "national.csv", b"two")
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("national.csv", b"two")]


@pytest.mark.parametrize(
    ("call", "number", "code"),
    [
        ("fsync", errno.ENOSPC, "disk-full"),
        ("fsync", errno.EDQUOT, "disk-full"),
        ("replace", errno.EACCES, "read-only"),
        ("replace", errno.EROFS, "read-only"),
        ("replace", errno.EIO, "not-written"),
    ],
)
def test_what_was_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    target = folder / "national.csv"
    write_whole(target, b"before")
    monkeypatch.setattr(os, call, refusing(number))
    with pytest.raises(KnownError, match=r"national\.csv") as caught:
        write_whole(target, b"after")
    assert caught.value.code == code
    assert caught.value.advice.startswith("Nothing was changed.")
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("national.csv", b"before")]


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "national.csv").mkdir()
    with pytest.raises(KnownError) as caught:
        write_whole(tmp_path / "national.csv", b"x")
    assert caught.value.code == "is-folder"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        write_whole(tmp_path / "nowhere" / "national.csv", b"x")
    assert caught.value.code == "folder-missing"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(KnownError) as caught:
        write_whole(folder / "national.csv", b"x")
    assert caught.value.code == "read-only"
