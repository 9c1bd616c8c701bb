"""The spool behaves as a file, and what it puts on the disk is nothing that can be read."""

from __future__ import annotations

import errno
import io
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parcels import NOW, SECRET_ANSWER, Laptop, Office, content_of

from inspector_app.errors import KnownError
from inspector_app.exchange import spool as spool_module
from inspector_app.exchange.bundle import write_export
from inspector_app.exchange.layout import Limits
from inspector_app.exchange.opened import open_export
from inspector_app.exchange.spool import Spool

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("seek"), st.integers(0, 200_000)),
        st.tuples(st.just("write"), st.integers(0, 90_000)),
        st.tuples(st.just("read"), st.integers(-1, 150_000)),
    ),
    max_size=14,
)


@settings(max_examples=120, deadline=None)
@given(steps=STEPS, memory=st.sampled_from([0, 1, 65_536, 100_000, 10**9]), seed=st.integers(1, 255))
def test_a_spool_reads_and_writes_as_a_file_does(
    steps: list[tuple[str, int]], memory: int, seed: int
) -> None:
    model = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, Spool(Path(folder), memory) as spool:
        for number, (step, amount) in enumerate(steps):
            if step == "seek":
                place = min(amount, len(model.getvalue()))
                assert model.seek(place) == spool.seek(place)
            elif step == "write":
                data = bytes([(seed * (number + 1)) % 256]) * amount
                assert model.write(data) == spool.write(data)
            else:
                assert model.read(amount) == spool.read(amount)
            assert model.tell() == spool.tell()
        spool.seek(0)
        assert spool.read() == model.getvalue()
        assert spool.in_memory == (len(model.getvalue()) <= memory)
        assert os.listdir(folder) == []


def test_reading_into_a_buffer_and_seeking_from_the_end(tmp_path: Path) -> None:
    with Spool(tmp_path, memory=10) as spool:
        spool.write(b"0123456789abcdef")
        assert spool.seek(-4, os.SEEK_END) == 12
        buffer = bytearray(8)
        assert spool.readinto(buffer) == 4 and buffer[:4] == b"cdef"
        assert spool.seek(-2, os.SEEK_CUR) == 14 and spool.read(1) == b"e"
        with pytest.raises(OSError):
            spool.seek(-1)
        spool.seek(100)
        assert spool.read() == b""
        with pytest.raises(ValueError, match="hole"):
            spool.write(b"x")
        assert spool.readable() and spool.writable() and spool.seekable()


class Watched:
    """Catches the file that a spool puts on the disk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.files: list[io.FileIO] = []
        self.seen = b""
        real = tempfile.TemporaryFile

        def caught(**options: object) -> object:
            file = real(**options)  # type: ignore[call-overload]
            self.files.append(file)
            return file

        monkeypatch.setattr(tempfile, "TemporaryFile", caught)

    def bytes_on_disk(self) -> bytes:
        place = self.files[-1].tell()
        self.files[-1].seek(0)
        data = self.files[-1].read()
        self.files[-1].seek(place)
        return data


def test_the_spool_of_a_large_export_holds_no_plain_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(monkeypatch)
    laptop, office = Laptop().record(3), Office()
    mark = b"this mark stands in the attachment " * 20_000
    content = content_of(laptop, {"attachments/a.jpg": mark, "answers.csv": SECRET_ANSWER.encode() * 100})
    path = tmp_path / "x.inspection"
    limits = Limits(memory=100_000)
    write_export(path, content, office.card.recipients, laptop.secret, laptop.card, NOW, limits=limits)
    assert len(watched.files) == 1 and watched.files[0].closed
    with open_export(path, [office.primary.secret], spool=tmp_path, limits=limits) as arrived:
        on_disk = watched.bytes_on_disk()
        assert len(watched.files) == 2 and len(on_disk) >= len(mark)
        for word in (b"this mark", SECRET_ANSWER.encode(), b"PK\1\2", b"journal.jsonl", b"Isla Example"):
            assert word not in on_disk
        assert os.listdir(tmp_path) == ["x.inspection"]
        assert arrived.read("attachments/a.jpg") == mark
    assert watched.files[1].closed and os.listdir(tmp_path) == ["x.inspection"]


def test_a_block_changed_on_the_disk_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    with Spool(tmp_path, memory=0) as spool:
        spool.write(b"x" * 300_000)
        watched.files[0].seek(70_000)
        watched.files[0].write(b"?")
        spool.seek(0)
        with pytest.raises(KnownError) as refused:
            spool.read()
        assert refused.value.code == "spool-altered"


def test_an_older_block_put_back_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(monkeypatch)
    with Spool(tmp_path, memory=0) as spool:
        spool.write(b"x" * 200_000)
        older = watched.bytes_on_disk()[:65_536]
        spool.seek(0)
        spool.write(b"y" * 200_000)
        spool.seek(0)
        assert spool.read(5) == b"yyyyy"
        spool.seek(190_000)
        spool.read(5)
        watched.files[0].seek(0)
        watched.files[0].write(older)
        spool.seek(0)
        with pytest.raises(KnownError):
            spool.read(5)


def test_a_full_disk_and_a_missing_folder_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Spool(tmp_path / "gone", memory=0) as spool, pytest.raises(KnownError) as refused:
        spool.write(b"x")
    assert refused.value.code == "folder-missing"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(spool_module, "_write_all", full)
    with Spool(tmp_path, memory=0) as spool, pytest.raises(KnownError) as refused:
        spool.write(b"x" * 200_000)
    assert refused.value.code == "disk-full"


def test_an_export_that_finds_no_room_for_its_spool_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, office = Laptop().record(3), Office()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    content = content_of(laptop, {"attachments/a.jpg": bytes(300_000)})
    path = tmp_path / "x.inspection"
    write_export(path, content, office.card.recipients, laptop.secret, laptop.card, NOW)
    before = path.read_bytes()
    monkeypatch.setattr(spool_module, "_write_all", full)
    limits = Limits(memory=100_000)
    with pytest.raises(KnownError) as refused:
        write_export(path, content, office.card.recipients, laptop.secret, laptop.card, NOW, limits=limits)
    assert refused.value.code == "disk-full"
    with pytest.raises(KnownError) as refused:
        open_export(path, [office.primary.secret], spool=tmp_path, limits=limits)
    assert refused.value.code == "disk-full"
    assert path.read_bytes() == before and os.listdir(tmp_path) == ["x.inspection"]
