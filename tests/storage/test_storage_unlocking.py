from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.errors import KnownError
from inspector_app.storage import keyring_slot, throttle
from inspector_app.storage.calibrate import LEAST, MOST, calibrated
from inspector_app.storage.keys import (
    Cost,
    change_code,
    create_slots,
    keys_path,
    kinds,
    unlock_with_code,
    unlock_with_passphrase,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CHEAP = Cost(memory=64, passes=1, lanes=1)


@given(st.floats(min_value=0.01, max_value=100_000))
def test_the_cost_stays_within_its_bounds_whatever_the_machine(milliseconds: float) -> None:
    def measure(cost: Cost) -> float:
        return milliseconds * cost.memory * cost.passes / (LEAST.memory * LEAST.passes)

    cost = calibrated(measure)
    assert LEAST.memory <= cost.memory <= MOST.memory and LEAST.passes <= cost.passes <= MOST.passes
    if 30 < milliseconds < 250:
        assert 200 < measure(cost) < 450


@pytest.mark.parametrize(("failures", "wait"), [(0, 0), (2, 0), (3, 2), (4, 4), (5, 8), (8, 60), (999, 60)])
def test_the_wait_doubles_and_ends(failures: int, wait: int) -> None:
    assert throttle.wait_seconds(failures) == wait


def tries(database: Path, count: int, now: datetime) -> None:
    """So many wrong passphrases."""
    for _ in range(count):
        with pytest.raises(KnownError, match="wrong"), throttle.counted(database, now):
            raise KnownError("The passphrase is wrong.", "Type another.", code="wrong-passphrase")


def test_wrong_ones_are_counted_over_restarts_and_forgotten_by_the_right_one(tmp_path: Path) -> None:
    database = tmp_path / "inspector.db"
    tries(database, 3, NOW)
    with pytest.raises(KnownError) as caught, throttle.counted(database, NOW):
        pytest.fail("it was tried")
    assert caught.value.code == "too-soon" and "2 seconds" in caught.value.message
    assert throttle.remaining(database, NOW + timedelta(seconds=1)) == 1
    with throttle.counted(database, NOW + timedelta(seconds=2)):
        pass
    assert throttle.remaining(database, NOW) == 0 and list(tmp_path.iterdir()) == []


def test_a_try_is_on_the_disk_before_its_outcome_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, written = tmp_path / "inspector.db", threading.Event()

    def slowly(path: Path, content: bytes) -> None:
        assert written.wait(600)
        path.write_bytes(content)

    monkeypatch.setattr(throttle, "replace_file", slowly)
    with suppress(KnownError), throttle.counted(database, NOW):
        written.set()
        raise KnownError("The passphrase is wrong.", "Type another.", code="wrong-passphrase")
    assert throttle.read(database).failures == 1


def test_what_ends_a_try_without_an_outcome_leaves_it_counted(tmp_path: Path) -> None:
    database = tmp_path / "inspector.db"
    with pytest.raises(KeyboardInterrupt), throttle.counted(database, NOW):
        raise KeyboardInterrupt
    assert throttle.read(database).failures == 1
    with pytest.raises(KnownError), throttle.counted(database, NOW):
        raise KnownError("The keys are damaged.", "Restore them.", code="damaged-keys")
    assert throttle.read(database).failures == 0


@pytest.mark.parametrize("years", [-2, 2])
def test_a_clock_set_back_or_forward_never_shuts_the_owner_out(tmp_path: Path, years: int) -> None:
    database = tmp_path / "inspector.db"
    now = NOW
    for _ in range(12):
        tries(database, 1, now)
        now += timedelta(seconds=throttle.LONGEST)
    moved = now + timedelta(days=365 * years)
    assert throttle.remaining(database, moved) == (0 if years > 0 else throttle.LONGEST)
    later = moved + timedelta(seconds=throttle.LONGEST)
    assert throttle.remaining(database, later) == 0
    with throttle.counted(database, later):
        pass


def test_a_count_that_cannot_be_written_shuts_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "inspector.db"
    tries(database, 3, NOW)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(throttle, "replace_file", refuse)
    assert throttle.remaining(database, NOW - timedelta(days=1)) == 0
    with throttle.counted(database, NOW + timedelta(minutes=2)):
        pass


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"failures": 9}', b'{"failures": 9, "last": "2026-01-01"}', b"\xff" * 9]
)
def test_a_damaged_count_counts_as_none(tmp_path: Path, content: bytes) -> None:
    database = tmp_path / "inspector.db"
    throttle.attempts_path(database).write_bytes(content)
    with throttle.counted(database, NOW):
        pass


def test_the_count_says_nothing_secret(tmp_path: Path) -> None:
    database = tmp_path / "inspector.db"
    tries(database, 2, NOW)
    content = throttle.attempts_path(database).read_text()
    assert content == '{"failures": 2, "last": "2026-03-02T09:00:00+00:00"}'


class Memory:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[(service, username)] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[(service, username)]


class Locked(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("the keyring is locked")

    set_password = get_password  # type: ignore[assignment]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return keys_path(tmp_path / "inspector.db")


def test_the_keyring_opens_what_it_was_allowed_to_and_nothing_after_it_was_taken_away(path: Path) -> None:
    made = create_slots(path, "demo", cost=CHEAP)
    keyring = Memory()
    keyring_slot.add(path, made.key, keyring=keyring)
    keyring_slot.add(path, made.key, keyring=keyring)
    assert kinds(path).count("keyring") == 1 and keyring_slot.unlock(path, keyring=keyring) == made.key
    (kept,) = keyring.kept.values()
    assert kept not in path.read_text()
    keyring_slot.remove(path, keyring=keyring)
    assert keyring.kept == {} and "keyring" not in kinds(path)
    with pytest.raises(KnownError) as caught:
        keyring_slot.unlock(path, keyring=keyring)
    assert caught.value.code == "no-keyring"
    assert unlock_with_passphrase(path, "demo") == made.key


def test_a_keyring_that_refuses_changes_nothing(path: Path) -> None:
    made = create_slots(path, "demo", cost=CHEAP)
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        keyring_slot.add(path, made.key, keyring=Locked())
    assert caught.value.code == "no-keyring" and path.read_bytes() == before
    keyring_slot.add(path, made.key, keyring=Memory())
    with pytest.raises(KnownError):
        keyring_slot.unlock(path, keyring=Locked())
    with pytest.raises(KnownError):
        keyring_slot.unlock(path, keyring=Memory())


def test_without_the_package_the_keyring_is_said_to_be_absent(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = create_slots(path, "demo", cost=CHEAP)
    monkeypatch.setattr(keyring_slot, "available", lambda: False)
    with pytest.raises(KnownError) as caught:
        keyring_slot.add(path, made.key)
    assert caught.value.code == "no-keyring"


def test_a_new_recovery_code_puts_the_old_one_out_of_use(path: Path) -> None:
    made = create_slots(path, "demo", cost=CHEAP)
    code = change_code(path, made.key)
    assert unlock_with_code(path, code) == made.key and unlock_with_passphrase(path, "demo") == made.key
    with pytest.raises(KnownError) as caught:
        unlock_with_code(path, made.recovery_code)
    assert caught.value.code == "wrong-code"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_counts_its_tries_too(tmp_path: Path) -> None:
    database = tmp_path / "inspector.db"
    tries(database, 1, NOW)
    child = os.fork()
    if not child:
        signal.alarm(30)  # a child that waits for a thread it has not would wait for ever
        try:
            tries(database, 1, NOW)
        finally:
            os._exit(0 if throttle.read(database).failures == 2 else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
