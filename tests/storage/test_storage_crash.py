from __future__ import annotations

from pathlib import Path

import pytest
from crash_harness import Harness

from inspector_app.storage.database import Database
from inspector_app.storage.keys import keys_path, unlock_with_passphrase


@pytest.mark.slow
def test_a_program_killed_while_recording_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    result = Harness(tmp_path, seed=7).run(kills=10)
    assert result.good, result.line()
    assert result.kills == 10 and result.acknowledged > 20


def test_the_harness_sees_a_lost_action_and_a_half_one(tmp_path: Path) -> None:
    harness = Harness(tmp_path)
    while not harness.actions or len(harness.typed) < 2:
        harness.kill_once(harness.result.kills)
    assert harness.result.good
    path = tmp_path / "inspector.db"
    with Database.open(path, unlock_with_passphrase(keys_path(path), "demo")) as database:
        database.connection.execute("PRAGMA foreign_keys = OFF")
        database.connection.execute("DELETE FROM event WHERE value LIKE '[%' AND number % 2")
        database.connection.execute("DELETE FROM pending")
    harness.check()
    assert harness.result.half and harness.result.damaged and not harness.result.good
