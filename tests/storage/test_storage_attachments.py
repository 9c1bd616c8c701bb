from __future__ import annotations

import io
from pathlib import Path

import pytest
from journals_on_disk import INSPECTION, KEY, Laptop

from inspector_app.errors import KnownError
from inspector_app.storage.attachments import CHUNK, MAGIC, TAG, Attachment, Attachments, folder_of
from inspector_app.storage.verify import verify

TEXT = b"Recognisable content of a photograph. "


def add(laptop: Laptop, content: bytes, name: str = "photo.jpg") -> Attachment:
    return Attachments(laptop.database).add(
        io.BytesIO(content), inspection=INSPECTION, media_type="image/jpeg", name=name, added_at="now"
    )


def content_of(laptop: Laptop, kept: Attachment) -> bytes:
    return b"".join(Attachments(laptop.database).read(kept.id))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_what_was_attached_comes_back_and_lies_encrypted_on_the_disk(laptop: Laptop, size: int) -> None:
    content = (TEXT * (size // len(TEXT) + 1))[:size]
    kept = add(laptop, content)
    assert content_of(laptop, kept) == content and kept.size == size
    file = folder_of(laptop.database.path) / kept.id
    assert TEXT[:12] not in file.read_bytes() and file.stat().st_mode & 0o077 == 0
    assert Attachments(laptop.database).of_inspection(INSPECTION) == (kept,)
    assert verify(laptop.database) == []


def test_the_same_content_twice_looks_different_on_the_disk(laptop: Laptop) -> None:
    first, second = add(laptop, TEXT), add(laptop, TEXT)
    folder = folder_of(laptop.database.path)
    assert (folder / first.id).read_bytes() != (folder / second.id).read_bytes()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[: len(MAGIC) + CHUNK + TAG],
        lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
        lambda data: MAGIC + data[len(MAGIC) + CHUNK + TAG :] + data[len(MAGIC) : len(MAGIC) + CHUNK + TAG],
        lambda data: b"",
        lambda data: MAGIC,
    ],
)
def test_a_changed_attachment_is_never_given_as_whole_and_verify_names_it(
    laptop: Laptop, spoil: object
) -> None:
    assert callable(spoil)
    kept = add(laptop, TEXT * 60_000)
    file = folder_of(laptop.database.path) / kept.id
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(KnownError) as caught:
        content_of(laptop, kept)
    assert caught.value.code == "damaged"
    (damage,) = verify(laptop.database)
    assert damage.code == "attachment" and kept.id in damage.where


def test_one_file_in_place_of_another_is_refused(laptop: Laptop) -> None:
    first, second = add(laptop, TEXT), add(laptop, TEXT)
    folder = folder_of(laptop.database.path)
    (folder / first.id).write_bytes((folder / second.id).read_bytes())
    with pytest.raises(KnownError):
        content_of(laptop, first)


def test_a_missing_file_is_named(laptop: Laptop) -> None:
    kept = add(laptop, TEXT)
    (folder_of(laptop.database.path) / kept.id).unlink()
    with pytest.raises(KnownError) as caught:
        content_of(laptop, kept)
    assert caught.value.code == "missing-file"
    assert [damage.code for damage in verify(laptop.database)] == ["attachment"]


def test_what_a_crash_left_is_swept_and_nothing_else(laptop: Laptop) -> None:
    kept = add(laptop, TEXT)
    folder = folder_of(laptop.database.path)
    (folder / ("0" * 32)).write_bytes(b"whole on the disk, never committed")
    (folder / ".half.part").write_bytes(b"half")
    assert Attachments(laptop.database).sweep() == 2
    assert {file.name for file in folder.iterdir()} == {kept.id} and content_of(laptop, kept) == TEXT


def test_a_file_goes_only_once_its_row_is_gone_for_good(laptop: Laptop) -> None:
    kept = add(laptop, TEXT)
    with pytest.raises(ZeroDivisionError), laptop.database.transaction():
        Attachments(laptop.database).remove(kept.id)
        raise ZeroDivisionError
    assert content_of(laptop, kept) == TEXT
    Attachments(laptop.database).remove(kept.id)
    assert list(folder_of(laptop.database.path).iterdir()) == []
    assert Attachments(laptop.database).info(kept.id) is None


def test_a_source_that_fails_in_the_middle_leaves_nothing(laptop: Laptop) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > CHUNK:
                raise OSError(5, "pulled")
            return super().read(size)

    with pytest.raises(OSError, match="pulled"):
        Attachments(laptop.database).add(
            Failing(TEXT * 100_000), inspection=INSPECTION, media_type="", name="", added_at=""
        )
    assert list(folder_of(laptop.database.path).iterdir()) == [] and Attachments(laptop.database).all() == ()


def test_the_key_of_an_attachment_is_in_the_database_alone(laptop: Laptop, tmp_path: Path) -> None:
    kept = add(laptop, TEXT)
    row = laptop.database.connection.execute("SELECT key FROM attachment").fetchone()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) > 2 and row[0] != KEY
    assert not any(row[0] in file.read_bytes() or TEXT in file.read_bytes() for file in files)
    assert kept.id in {file.name for file in files}
