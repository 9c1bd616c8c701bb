from __future__ import annotations

import base64
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.storage import keys, recovery_code
from inspector_app.storage.keys import (
    Cost,
    change_passphrase,
    create_slots,
    unlock_with_code,
    unlock_with_escrow,
    unlock_with_passphrase,
)

CHEAP = Cost(memory=64, passes=1, lanes=1)


def seal(content: bytes, recipients: Sequence[str]) -> bytes:
    return b"for " + " ".join(recipients).encode() + b":" + content[::-1]


def unseal(content: bytes) -> bytes:
    return content.partition(b":")[2][::-1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return keys.keys_path(tmp_path / "inspector.db")


def code_of(caught: pytest.ExceptionInfo[KnownError]) -> str:
    return caught.value.code


def test_every_slot_opens_the_same_key(path: Path) -> None:
    made = create_slots(path, "korrekt häst", escrow=["age1a", "age1b"], seal=seal, cost=CHEAP)
    assert unlock_with_passphrase(path, "korrekt häst") == made.key
    assert unlock_with_code(path, made.recovery_code) == made.key
    assert unlock_with_escrow(path, unseal) == made.key
    assert keys.kinds(path) == ("passphrase", "code", "escrow")
    assert keys.escrow_recipients(path) == ("age1a", "age1b")


def test_the_default_cost_is_the_one_that_was_measured(path: Path) -> None:
    made = create_slots(path, "demo")
    slot = json.loads(path.read_text())["slots"][0]
    assert (slot["kdf"], slot["memory"], slot["passes"], slot["lanes"]) == ("argon2id", 65536, 3, 4)
    assert unlock_with_passphrase(path, "demo") == made.key


def test_keys_and_codes_differ_each_time(tmp_path: Path) -> None:
    made = [create_slots(tmp_path / str(number), "x", cost=CHEAP) for number in range(5)]
    assert len({one.key for one in made}) == len({one.recovery_code for one in made}) == 5


def test_neither_key_nor_passphrase_nor_code_is_in_the_file(path: Path) -> None:
    made = create_slots(path, "recognisable", escrow=["age1a"], seal=lambda content, _: b"sealed", cost=CHEAP)
    content = path.read_bytes()
    raw = recovery_code.read(made.recovery_code)
    for secret in (made.key, raw, made.recovery_code.encode(), b"recognisable"):
        assert secret not in content and base64.b64encode(secret) not in content
        assert secret.hex().encode() not in content
    assert path.stat().st_mode & 0o077 == 0


def test_a_wrong_passphrase_is_told(path: Path) -> None:
    create_slots(path, "right", cost=CHEAP)
    with pytest.raises(KnownError) as caught:
        unlock_with_passphrase(path, "Right")
    assert code_of(caught) == "wrong-passphrase"


def test_a_passphrase_composed_differently_is_the_same(path: Path) -> None:
    made = create_slots(path, "h\u00e4st", cost=CHEAP)
    assert unlock_with_passphrase(path, "ha\u0308st") == made.key


def test_an_empty_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        create_slots(path, "", cost=CHEAP)
    assert code_of(caught) == "empty-passphrase" and not path.exists()


def test_changing_the_passphrase_rewrites_one_slot(path: Path) -> None:
    made = create_slots(path, "old", escrow=["age1a"], seal=seal, cost=CHEAP)
    before = json.loads(path.read_text())["slots"]
    change_passphrase(path, made.key, "new", cost=CHEAP)
    after = json.loads(path.read_text())["slots"]
    assert after[1:] == before[1:] and after[0] != before[0]
    assert unlock_with_passphrase(path, "new") == made.key == unlock_with_code(path, made.recovery_code)
    with pytest.raises(KnownError):
        unlock_with_passphrase(path, "old")


def test_a_key_of_another_database_changes_no_passphrase(path: Path) -> None:
    create_slots(path, "old", cost=CHEAP)
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        change_passphrase(path, os.urandom(32), "new", cost=CHEAP)
    assert code_of(caught) == "wrong-key" and path.read_bytes() == before


def test_a_failed_write_leaves_the_old_passphrase(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = create_slots(path, "old", cost=CHEAP)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError) as caught:
        change_passphrase(path, made.key, "new", cost=CHEAP)
    monkeypatch.undo()
    assert code_of(caught) == "disk-full"
    assert unlock_with_passphrase(path, "old") == made.key
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(path.name)] == [path.name]


def test_a_file_of_keys_that_is_there_is_set_aside_and_never_overwritten(path: Path) -> None:
    first = create_slots(path, "one", cost=CHEAP)
    create_slots(path, "two", cost=CHEAP)
    create_slots(path, "three", cost=CHEAP)
    assert unlock_with_passphrase(Path(f"{path}.old1"), "one") == first.key
    assert Path(f"{path}.old2").exists()


@pytest.mark.parametrize("position", range(0, 900, 37))
def test_any_flipped_byte_is_named_as_damage(path: Path, position: int) -> None:
    create_slots(path, "right", cost=CHEAP)
    content = bytearray(path.read_bytes())
    content[position % len(content)] ^= 2
    path.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        unlock_with_passphrase(path, "right")
    assert code_of(caught) in {"damaged-keys", "newer-keys"}


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff\x00", b'{"format": "inspector-keys"}']
)
def test_what_is_no_file_of_keys_is_named_as_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        unlock_with_passphrase(path, "x")
    assert code_of(caught) == "damaged-keys"


def test_a_missing_file_of_keys_is_named(path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        unlock_with_passphrase(path, "x")
    assert code_of(caught) == "missing-keys"


@pytest.mark.parametrize(
    "change", [{"memory": 10**9}, {"passes": 10**6}, {"lanes": 0}, {"kdf": "none"}, {"salt": "!"}]
)
def test_unreasonable_parameters_are_refused_before_they_cost_anything(
    path: Path, change: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    create_slots(path, "right", cost=CHEAP)
    from inspector_app.storage import slot_file

    file = slot_file.read(path)
    slot_file.write(path, slot_file.SlotFile(file.check, ({**file.slots[0], **change}, *file.slots[1:])))
    with pytest.raises(KnownError) as caught:
        unlock_with_passphrase(path, "right")
    assert code_of(caught) == "damaged-keys"


def test_without_escrow_head_office_cannot_open(path: Path) -> None:
    create_slots(path, "right", cost=CHEAP)
    with pytest.raises(KnownError) as caught:
        unlock_with_escrow(path, unseal)
    assert code_of(caught) == "no-escrow"


@given(st.binary(min_size=20, max_size=20))
def test_a_code_is_read_however_it_is_written(raw: bytes) -> None:
    code = recovery_code.spell(raw)
    assert len(code) == 44 and code.count("-") == 8
    for spelling in (
        code, code.lower(), code.replace("-", " "), code.replace("-", ""), f"  {code}\n",
        code.replace("0", "O").replace("1", "l"), code.replace("0", "o").replace("1", "I"),
    ):  # fmt: skip
        assert recovery_code.read(spelling) == raw


@given(st.binary(min_size=20, max_size=20), st.integers(0, 35), st.integers(1, 31))
def test_a_slip_in_a_code_is_told_from_a_wrong_code(raw: bytes, place: int, by: int) -> None:
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    letters = list(recovery_code.spell(raw).replace("-", ""))
    letters[place] = alphabet[(alphabet.index(letters[place]) + by) % 32]
    with pytest.raises(KnownError) as caught:
        recovery_code.read("".join(letters))
    assert caught.value.code == "mistyped-code"


@pytest.mark.parametrize("code", ["", "ABCD", "U" * 36, "7KQ2-" * 9 + "7", "é" * 36])
def test_what_cannot_be_a_code_is_told(path: Path, code: str) -> None:
    create_slots(path, "right", cost=CHEAP)
    with pytest.raises(KnownError) as caught:
        unlock_with_code(path, code)
    assert code_of(caught) == "mistyped-code"


def test_the_code_of_another_database_is_told(path: Path, tmp_path: Path) -> None:
    create_slots(path, "right", cost=CHEAP)
    other = create_slots(tmp_path / "other", "right", cost=CHEAP)
    with pytest.raises(KnownError) as caught:
        unlock_with_code(path, other.recovery_code)
    assert code_of(caught) == "wrong-code"
