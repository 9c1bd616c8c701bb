"""The short form of `make torture`: each fault once or twice, through the real program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[1] / "torture" / "main.py"


@pytest.mark.slow
def test_no_fault_loses_anything_that_was_acknowledged() -> None:
    command = [sys.executable, str(MAIN), "--kills", "8", "--seconds", "12"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=3600, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    lines = [line for line in run.stdout.splitlines() if not line.startswith("fault")]
    assert lines[-1].startswith("losses in all: 0") and len(lines) == 16
