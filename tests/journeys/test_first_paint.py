"""Nothing is imported that the first window does not need, and a home is usable without it too."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from inspector_app.__main__ import make_program
from inspector_app.operations.profile import NewProfile, make_profile

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "lamp river tuesday cobalt"


def test_heavy_packages_are_absent_at_the_first_paint_and_at_a_usable_home(
    data: Path, office_folder: Path
) -> None:
    wanted = NewProfile("A. Inspector", PASSPHRASE, PASSPHRASE, office_folder / "office.pub")
    make_profile(make_program(), data / "inspector.db", wanted)[0].store.close()
    script = Path(__file__).with_name("first_paint.py")
    run = subprocess.run(
        [sys.executable, str(script), str(data), PASSPHRASE],
        capture_output=True,
        text=True,
        timeout=600,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout.strip().splitlines()[-1])
    assert told["loaded_at_paint"] == []
    assert told["loaded"] == []
