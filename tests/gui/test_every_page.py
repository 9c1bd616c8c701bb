"""Every page and state that is pictured keeps the rules of hearing, keys, size and room."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_every_page_and_state_keeps_the_rules_and_none_is_left_out() -> None:
    """In a process of its own, as the tour opens the program from its first start."""
    command = [sys.executable, "-m", "tests.gui.every_page"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=3600)
    assert run.returncode == 0, run.stdout
