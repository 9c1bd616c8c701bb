"""The one writer of files: whole or not at all, one or several together, every refusal named."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from inspector_app.errors import KnownError
from inspector_app.files import make_folder, read_whole, replacing, write_together, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "file"
    write_whole(target, b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new" and os.listdir(tmp_path) == ["file"]


def test_what_was_there_stays_when_the_body_fails(tmp_path: Path) -> None:
    target = tmp_path / "file"
    write_whole(target, b"old")
    with pytest.raises(RuntimeError), replacing(target) as file:
        file.write(b"half")
        raise RuntimeError
    assert target.read_bytes() == b"old" and os.listdir(tmp_path) == ["file"]


def test_several_files_appear_together_or_not_at_all(tmp_path: Path) -> None:
    write_together({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]
    with pytest.raises(KnownError):
        write_together({tmp_path / "c": b"3", tmp_path / "absent" / "d": b"4"})
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows has no such mode bits")
    write_whole(tmp_path / "key", b"secret", private=True)
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.EIO, "write-failed"),
    ],
)
def test_each_refusal_has_its_message_and_advice(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(KnownError) as refused:
        write_whole(tmp_path / "file", b"x")
    assert refused.value.code == code and refused.value.message and refused.value.advice


def test_a_folder_in_place_of_a_file_and_a_missing_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(KnownError) as refused:
        write_whole(tmp_path / "file", b"x")
    assert refused.value.code == "is-folder"
    with pytest.raises(KnownError) as missing:
        read_whole(tmp_path / "absent")
    assert missing.value.code == "file-missing"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KnownError):
        make_folder(tmp_path / "file" / "below")
