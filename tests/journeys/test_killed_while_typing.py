"""The process is killed in the middle of a comment; after the next start the text is there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from checklist_pages import begin
from typing_child import SENTENCE

from inspector_app.__main__ import make_program

CHILD = Path(__file__).with_name("typing_child.py")
ROOT = Path(__file__).resolve().parents[2]


def child(what: str, database: Path, inspection: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, str(CHILD), what, str(database), inspection],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )


@pytest.mark.slow
@pytest.mark.parametrize("reports", [15, 90])
def test_the_text_is_there_up_to_the_last_key_reported_saved(tmp_path: Path, reports: int) -> None:
    begun = begin(make_program(), tmp_path / "desks")
    database, inspection = begun.desk.store.path, begun.inspection.id
    begun.desk.store.close()
    typing = child("type", database, inspection)
    assert typing.stdout is not None
    heard = []
    while len(heard) < reports:
        line = typing.stdout.readline()
        assert line, "the window ended by itself"
        heard.append(json.loads(line))
    os.kill(typing.pid, signal.SIGKILL)
    rest = typing.stdout.read().splitlines()
    heard += [json.loads(line) for line in rest if line.endswith("}")]
    typing.wait(timeout=600)
    typing.stdout.close()
    looking = child("look", database, inspection)
    told, _ = looking.communicate(timeout=600)
    found = [json.loads(line) for line in told.splitlines() if '"comment"' in line]
    (end,) = found
    text = end["comment"]
    endless = SENTENCE * (len(text) // len(SENTENCE) + 1)
    assert endless.startswith(text)
    promised = [report["held"] for report in heard]
    assert promised == sorted(promised) and promised[-1] > 5
    assert len(text) >= promised[-1]
    assert all(report["saved"].startswith("Saved ") for report in heard)
    assert end["recovered"] == ["Comment"]
