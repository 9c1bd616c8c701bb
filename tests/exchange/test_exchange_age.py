"""Sealing for recipients: round trips with ourselves and stock age, and files that are whole or absent."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app import files
from inspector_app.errors import KnownError
from inspector_app.exchange import age


@given(data=st.binary(max_size=200_000))
def test_what_is_sealed_for_us_can_be_unsealed(data: bytes) -> None:
    identity = age.new_identity()
    assert age.unseal(age.seal(data, [identity.recipient]), [identity.secret]) == data


def test_an_identity_hides_its_secret_and_knows_its_recipient() -> None:
    identity = age.new_identity()
    assert identity.secret.startswith("AGE-SECRET-KEY-1") and identity.recipient.startswith("age1")
    assert age.recipient_of(identity.secret) == identity.recipient
    assert identity.secret not in repr(identity)


def test_each_of_several_recipients_can_unseal_and_a_stranger_cannot() -> None:
    first, second, stranger = age.new_identity(), age.new_identity(), age.new_identity()
    sealed = age.seal(b"plain", [first.recipient, second.recipient])
    assert age.unseal(sealed, [stranger.secret, second.secret]) == b"plain"
    assert age.unseal(sealed, [first.secret]) == b"plain"
    with pytest.raises(KnownError) as refused:
        age.unseal(sealed, [stranger.secret])
    assert refused.value.code == "sealed-not-ours"


def test_keys_that_are_none_are_refused_without_repeating_a_secret() -> None:
    with pytest.raises(KnownError) as refused:
        age.unseal(age.seal(b"x", [age.new_identity().recipient]), ["AGE-SECRET-KEY-1WRONG"])
    assert refused.value.code == "bad-identity" and "WRONG" not in str(refused.value)
    with pytest.raises(KnownError) as refused:
        age.seal(b"x", ["age1wrong"])
    assert refused.value.code == "bad-recipient"
    with pytest.raises(ValueError):
        age.seal(b"x", [])


def test_a_short_or_altered_text_is_refused() -> None:
    identity = age.new_identity()
    sealed = age.seal(b"plain" * 100, [identity.recipient])
    for data, code in (
        (b"", "sealed-truncated"),
        (sealed[:10], "sealed-truncated"),
        (sealed[:150], "sealed-truncated"),
        (sealed[:-1], "sealed-altered"),
        (sealed[:-5] + b"xxxxx", "sealed-altered"),
        (b"hello", "sealed-foreign"),
    ):
        with pytest.raises(KnownError) as refused:
            age.unseal(data, [identity.secret], subject="The thing")
        assert refused.value.code == code and "The thing" in refused.value.message


def test_files_are_sealed_and_unsealed(tmp_path: Path) -> None:
    identity = age.new_identity()
    plain, sealed, opened = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    plain.write_bytes(bytes(range(256)) * 2000)
    age.seal_file(plain, sealed, [identity.recipient])
    age.unseal_file(sealed, opened, [identity.secret])
    assert opened.read_bytes() == plain.read_bytes()
    assert opened.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "c"]


@pytest.mark.parametrize("cut", [1, 100_000, 300_000])
def test_no_part_of_a_damaged_file_is_left_and_an_older_one_stays(tmp_path: Path, cut: int) -> None:
    identity = age.new_identity()
    sealed, opened = tmp_path / "sealed", tmp_path / "opened"
    sealed.write_bytes(age.seal(b"plain" * 100_000, [identity.recipient])[:-cut])
    with pytest.raises(KnownError) as refused:
        age.unseal_file(sealed, opened, [identity.secret])
    assert refused.value.code == "sealed-altered" and "sealed" in refused.value.message
    assert os.listdir(tmp_path) == ["sealed"]
    opened.write_bytes(b"older")
    with pytest.raises(KnownError):
        age.unseal_file(sealed, opened, [identity.secret])
    assert opened.read_bytes() == b"older" and len(os.listdir(tmp_path)) == 2


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    for act in (age.seal_file, age.unseal_file):
        with pytest.raises(KnownError) as refused:
            act(tmp_path / "gone", tmp_path / "out", [])
        assert refused.value.code == "file-missing" and "gone" in refused.value.message
    assert os.listdir(tmp_path) == []


def test_stock_age_reads_ours_and_we_read_theirs(tmp_path: Path) -> None:
    if shutil.which("age") is None:
        pytest.skip("the stock tool age is not installed here")
    identity = age.new_identity()
    (tmp_path / "key").write_text(identity.secret + "\n")
    (tmp_path / "ours").write_bytes(age.seal(b"from us", [identity.recipient]))
    ran = subprocess.run(
        ["age", "-d", "-i", "key", "ours"], cwd=tmp_path, capture_output=True, timeout=600, check=True
    )
    assert ran.stdout == b"from us"
    ran = subprocess.run(
        ["age", "-r", identity.recipient], input=b"from them", capture_output=True, timeout=600, check=True
    )
    assert age.unseal(ran.stdout, [identity.secret]) == b"from them"


class Refusing:
    """A file that takes so many bytes, and then fails as a disk does."""

    def __init__(self, file: object, room: int, number: int) -> None:
        self._file, self._room, self._number = file, room, number

    def write(self, data: bytes) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise OSError(self._number, os.strerror(self._number))
        return self._file.write(data)  # type: ignore[attr-defined,no-any-return]

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


@pytest.mark.parametrize(
    "number, code",
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "write-failed"),
    ],
)
@pytest.mark.parametrize("room", [0, 100_000])
def test_a_disk_that_refuses_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, room: int
) -> None:
    real: Callable[..., object] = os.fdopen
    monkeypatch.setattr(os, "fdopen", lambda *a: Refusing(real(*a), room, number))
    (tmp_path / "plain").write_bytes(b"plain" * 100_000)
    (tmp_path / "sealed").write_bytes(b"older")
    with pytest.raises(KnownError) as refused:
        age.seal_file(tmp_path / "plain", tmp_path / "sealed", [age.new_identity().recipient])
    assert refused.value.code == code and str(tmp_path) in refused.value.message
    assert (tmp_path / "sealed").read_bytes() == b"older"
    assert sorted(os.listdir(tmp_path)) == ["plain", "sealed"]


def test_a_disk_that_fails_at_the_last_moment_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    (tmp_path / "out").write_bytes(b"older")
    with pytest.raises(KnownError) as refused:
        files.write_whole(tmp_path / "out", b"newer")
    assert refused.value.code == "disk-full"
    assert (tmp_path / "out").read_bytes() == b"older" and os.listdir(tmp_path) == ["out"]


def test_folders_that_are_not_there_or_may_not_be_written_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for target in (tmp_path / "gone" / "out", tmp_path / "file" / "out"):
        with pytest.raises(KnownError) as refused:
            files.write_whole(target, b"x")
        assert refused.value.code == "folder-missing" and str(target.parent) in refused.value.message

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(KnownError) as refused:
        files.write_whole(tmp_path / "out", b"x")
    assert refused.value.code == "read-only"


def test_a_read_only_folder_refuses(tmp_path: Path) -> None:
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("the administrator may write everywhere")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(KnownError) as refused:
            files.write_whole(tmp_path / "out", b"x")
    finally:
        tmp_path.chmod(0o700)
    assert refused.value.code == "read-only"
